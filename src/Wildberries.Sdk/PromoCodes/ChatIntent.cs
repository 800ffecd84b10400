using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What a buyer wants in a chat. The list is open: a classifier of your own can have more (<see cref="From"/>).</summary>
/// <remarks>The names come from a report of February 2026 on WB's promo codes; WB itself classifies nothing.</remarks>
[JsonConverter(typeof(StringEnumConverter<ChatIntent>))]
public readonly record struct ChatIntent : IExtensibleEnum<ChatIntent, string>
{
    private ChatIntent(string value) => Value = value;

    /// <summary>The product is broken or does not work.</summary>
    public static ChatIntent Defect { get; } = new("defect_not_working");

    /// <summary>Another product came than was ordered.</summary>
    public static ChatIntent WrongItem { get; } = new("wrong_item");

    /// <summary>The buyer is not content with the quality.</summary>
    public static ChatIntent QualityComplaint { get; } = new("quality_complaint");

    /// <summary>The buyer wants to give the product back, or the money.</summary>
    public static ChatIntent ReturnRefund { get; } = new("return_refund");

    /// <summary>The buyer asks before a purchase.</summary>
    public static ChatIntent PrePurchase { get; } = new("pre_purchase");

    /// <summary>The buyer asks which size fits.</summary>
    public static ChatIntent Sizing { get; } = new("sizing_fit");

    /// <summary>The buyer asks whether the product is there.</summary>
    public static ChatIntent Availability { get; } = new("availability");

    /// <summary>The buyer is content and says so.</summary>
    public static ChatIntent PositiveFeedback { get; } = new("positive_feedback");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ChatIntent From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
