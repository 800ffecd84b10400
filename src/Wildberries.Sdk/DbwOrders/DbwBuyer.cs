using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbwOrders;

/// <summary>How to reach the buyer of an order. Personal data: only the order is in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-dbw#tag/dbwAssemblyOrders"/>.</remarks>
public sealed record DbwBuyer : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The buyer's first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>The buyer's full name, for documents.</summary>
    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }

    /// <summary>The number that stands in for the buyer's own; empty: WB has given none yet.</summary>
    [JsonPropertyName("replacementPhone")]
    public string? ReplacementPhone { get; init; }

    /// <summary>The number to call: with <see cref="PhoneCode"/> after it, if there is one.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The extension to <see cref="Phone"/>; none or 0: the number is called without one.</summary>
    [JsonPropertyName("phoneCode")]
    public long? PhoneCode { get; init; }

    /// <summary>Further numbers, if <see cref="Phone"/> does not answer; they have no extensions, and one may be empty.</summary>
    [JsonPropertyName("additionalPhones")]
    public IReadOnlyList<string> AdditionalPhones { get => field ?? []; init; } = [];

    /// <summary>Further extensions to <see cref="Phone"/>, if the first does not work.</summary>
    [JsonPropertyName("additionalPhoneCodes")]
    public IReadOnlyList<long> AdditionalPhoneCodes { get => field ?? []; init; } = [];

    /// <summary>The order, without anything that tells who the buyer is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"DbwBuyer {{ OrderId = {OrderId} }}";
}
