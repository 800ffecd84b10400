using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What was decided about a claim.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<ClaimStatus>))]
public readonly record struct ClaimStatus : IExtensibleEnum<ClaimStatus, int>
{
    private ClaimStatus(int value) => Value = value;

    /// <summary>Nothing yet.</summary>
    public static ClaimStatus UnderReview { get; } = new(0);

    /// <summary>It is rejected. It may be decided again, as long as <see cref="Claim.Actions"/> has something.</summary>
    public static ClaimStatus Rejected { get; } = new(1);

    /// <summary>It is approved.</summary>
    public static ClaimStatus Approved { get; } = new(2);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static ClaimStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // For people; ToString() has WB's number, as with every value of WB's.
    internal static string Describe(ClaimStatus? status) => status?.Value switch
    {
        null => "in a status that WB does not say",
        0 => "under review",
        1 => "rejected",
        2 => "approved",
        { } value => string.Create(CultureInfo.InvariantCulture, $"in status {value}"),
    };
}
