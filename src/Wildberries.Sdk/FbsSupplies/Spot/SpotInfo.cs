using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The SPOT data of a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SpotInfo : WildberriesModel
{
    /// <summary>How far WB is with them.</summary>
    [JsonPropertyName("status")]
    public SpotStatus Status { get; init; }

    /// <summary>The carrier.</summary>
    [JsonPropertyName("carrierName")]
    public string? CarrierName { get; init; }

    /// <summary>The carrier's tax number.</summary>
    [JsonPropertyName("carrierTaxNumber")]
    public string? CarrierTaxNumber { get; init; }

    /// <summary>The carrier's country: <see cref="OksmCountry.Code"/>.</summary>
    [JsonPropertyName("carrierCountryCode")]
    public string? CarrierCountryCode { get; init; }

    /// <summary>The number plate of the vehicle.</summary>
    [JsonPropertyName("vehicleRegistrationNumber")]
    public string? VehicleRegistrationNumber { get; init; }

    /// <summary>The number plate of the trailer; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("trailerRegistrationNumber")]
    public string? TrailerRegistrationNumber { get; init; }

    /// <summary>Why they were refused; the default value: they were not.</summary>
    [JsonPropertyName("errorCode")]
    public SpotErrorCode ErrorCode { get; init; }

    /// <summary>How far WB is, without the carrier and its vehicle.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"SpotInfo {{ Status = {Status}, ErrorCode = {ErrorCode} }}";
}
