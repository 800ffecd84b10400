using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A pass for a driver who brings supplies to a WB warehouse.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
public sealed record Pass : WildberriesModel
{
    /// <summary>The pass's id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The driver's first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>The driver's last name.</summary>
    [JsonPropertyName("lastName")]
    public string? LastName { get; init; }

    /// <summary>The make of the car.</summary>
    [JsonPropertyName("carModel")]
    public string? CarModel { get; init; }

    /// <summary>The number plate.</summary>
    [JsonPropertyName("carNumber")]
    public string? CarNumber { get; init; }

    /// <summary>The WB warehouse: <see cref="PassOffice.Id"/>.</summary>
    [JsonPropertyName("officeId")]
    public long OfficeId { get; init; }

    /// <summary>The warehouse's name.</summary>
    [JsonPropertyName("officeName")]
    public string? OfficeName { get; init; }

    /// <summary>The warehouse's address.</summary>
    [JsonPropertyName("officeAddress")]
    public string? OfficeAddress { get; init; }

    /// <summary>Until when it holds: 48 hours from its creation.</summary>
    [JsonPropertyName("dateEnd")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The pass without the driver and the car.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant($"Pass {{ Id = {Id}, OfficeId = {OfficeId}, EndsAt = {EndsAt:O} }}");
}
