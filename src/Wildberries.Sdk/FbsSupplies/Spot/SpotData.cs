using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>SPOT data of a supply: who carries it across the border, in which vehicle.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SpotData
{
    /// <summary>The carrier.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("carrierName")]
    public required string CarrierName { get; init => field = Argument.Text(value, name: nameof(CarrierName)); }

    /// <summary>The carrier's tax number.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("carrierTaxNumber")]
    public required string CarrierTaxNumber { get; init => field = Argument.Text(value, name: nameof(CarrierTaxNumber)); }

    /// <summary>The carrier's country: <see cref="OksmCountry.Code"/>.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("carrierCountryCode")]
    public required string CarrierCountryCode { get; init => field = Argument.Text(value, name: nameof(CarrierCountryCode)); }

    /// <summary>The number plate of the vehicle.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("vehicleRegistrationNumber")]
    public required string VehicleRegistrationNumber { get; init => field = Argument.Text(value, name: nameof(VehicleRegistrationNumber)); }

    /// <summary>The number plate of the trailer; <see langword="null"/>: there is none.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("trailerRegistrationNumber")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TrailerRegistrationNumber { get; init => field = value is null ? null : Argument.Text(value, name: nameof(TrailerRegistrationNumber)); }

    /// <summary>The country, without the carrier and its vehicle.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"SpotData {{ CarrierCountryCode = {CarrierCountryCode} }}";
}
