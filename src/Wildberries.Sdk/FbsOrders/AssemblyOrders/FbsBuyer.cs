using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The buyer of a cross-border order from Turkey: personal data.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record FbsBuyer : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("orderID")]
    public long OrderId { get; init; }

    /// <summary>Family name, first name and patronymic.</summary>
    [JsonPropertyName("fullName")]
    public string? FullName { get; init; }

    /// <summary>The first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    [JsonPropertyName("lastName")]
    public string? LastName { get; init; }

    /// <summary>The patronymic.</summary>
    [JsonPropertyName("middleName")]
    public string? MiddleName { get; init; }

    /// <summary>The phone number.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The code after the phone number; may be empty.</summary>
    [JsonPropertyName("phoneCode")]
    public string? PhoneCode { get; init; }

    /// <summary>The order, without what tells who the buyer is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"FbsBuyer {{ OrderId = {OrderId} }}";
}
