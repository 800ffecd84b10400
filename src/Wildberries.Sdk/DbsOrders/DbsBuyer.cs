using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DbsOrders;

/// <summary>How to reach the buyer of an order. Personal data: only the order is in texts for logs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
public sealed record DbsBuyer : WildberriesModel
{
    /// <summary>The order's id.</summary>
    [JsonPropertyName("orderID")]
    public long OrderId { get; init; }

    /// <summary>The buyer's first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>The buyer's full name, for documents, as for a car.</summary>
    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }

    /// <summary>The number that stands in for the buyer's own and reaches it; empty: WB has given none yet.</summary>
    [JsonPropertyName("replacementPhone")]
    public string? ReplacementPhone { get; init; }

    /// <summary>The number to call if <see cref="ReplacementPhone"/> does not work: dial it, then <see cref="PhoneCode"/>. Empty: WB has given none yet.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The extension to <see cref="Phone"/>; empty: WB has given none yet.</summary>
    [JsonPropertyName("phoneCode")]
    public string? PhoneCode { get; init; }

    /// <summary>Further extensions to <see cref="Phone"/>, if that one does not work; one may be empty.</summary>
    [JsonPropertyName("additionalPhoneCodes")]
    public IReadOnlyList<string> AdditionalPhoneCodes { get => field ?? []; init; } = [];

    /// <summary>The order, without anything that tells who the buyer is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"DbsBuyer {{ OrderId = {OrderId} }}";
}
