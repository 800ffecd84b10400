using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>A section of the seller's portal that a user may or may not open.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<AccessSection>))]
public readonly record struct AccessSection : IExtensibleEnum<AccessSection, string>
{
    private AccessSection(string value) => Value = value;

    /// <summary>The balance, and paying it out.</summary>
    public static AccessSection Balance { get; } = new("balance");

    /// <summary>Managing brands.</summary>
    public static AccessSection Brands { get; } = new("brands");

    /// <summary>Subscribing to Jam. Not given unless it is asked for.</summary>
    public static AccessSection ChangeJam { get; } = new("changeJam");

    /// <summary>Prices, discounts and promotions.</summary>
    public static AccessSection DiscountPrice { get; } = new("discountPrice");

    /// <summary>Financial reports, statistics of the balance, history of payments.</summary>
    public static AccessSection Finance { get; } = new("finance");

    /// <summary>The shop window. Not given unless it is asked for.</summary>
    public static AccessSection Showcase { get; } = new("showcase");

    /// <summary>Reading and downloading documents.</summary>
    public static AccessSection SuppliersDocuments { get; } = new("suppliersDocuments");

    /// <summary>FBW supplies.</summary>
    public static AccessSection Supply { get; } = new("supply");

    /// <summary>Questions of buyers, and answering them.</summary>
    public static AccessSection Questions { get; } = new("questions");

    /// <summary>Pinning feedbacks.</summary>
    public static AccessSection PinFeedbacks { get; } = new("pinFeedbacks");

    /// <summary>Points for feedbacks.</summary>
    public static AccessSection PointsForReviews { get; } = new("pointsForReviews");

    /// <summary>Feedbacks of buyers, and answering them.</summary>
    public static AccessSection Feedbacks { get; } = new("feedbacks");

    /// <summary>Reports.</summary>
    public static AccessSection OldAnalyticsReports { get; } = new("oldAnalyticsReports");

    /// <summary>The seller's own warehouse.</summary>
    public static AccessSection Marketplace { get; } = new("marketplace");

    /// <summary>The seller's own brands.</summary>
    public static AccessSection BrandsFlow { get; } = new("brandsFlow");

    /// <summary>Complaints of rights holders.</summary>
    public static AccessSection CopyrightComplaints { get; } = new("copyrightComplaints");

    /// <summary>Claims before a lawsuit.</summary>
    public static AccessSection PretrialClaims { get; } = new("pretrialClaims");

    /// <summary>The chat with buyers.</summary>
    public static AccessSection SellersChat { get; } = new("sellersChat");

    /// <summary>The brand zone: publishing changes.</summary>
    public static AccessSection Brandzone { get; } = new("brandzone");

    /// <summary>The subscription to the brand zone.</summary>
    public static AccessSection BrandzoneSubscribe { get; } = new("brandzoneSubscribe");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static AccessSection From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
