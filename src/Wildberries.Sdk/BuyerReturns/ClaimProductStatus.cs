using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What becomes of the product that a claim is about.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<ClaimProductStatus>))]
public readonly record struct ClaimProductStatus : IExtensibleEnum<ClaimProductStatus, int>
{
    private ClaimProductStatus(int value) => Value = value;

    /// <summary>Nothing is decided yet.</summary>
    public static ClaimProductStatus UnderReview { get; } = new(0);

    /// <summary>The buyer keeps it, for the claim is rejected.</summary>
    public static ClaimProductStatus KeptAfterRejection { get; } = new(1);

    /// <summary>The buyer brings it back to WB, which disposes of it.</summary>
    public static ClaimProductStatus Discarded { get; } = new(2);

    /// <summary>The buyer keeps it and gets the money back: the claim is approved.</summary>
    public static ClaimProductStatus KeptAfterApproval { get; } = new(5);

    /// <summary>WB examines it, and it goes on sale again.</summary>
    public static ClaimProductStatus ReturnedToSale { get; } = new(8);

    /// <summary>It goes back to the seller.</summary>
    public static ClaimProductStatus ReturnedToSeller { get; } = new(10);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static ClaimProductStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
