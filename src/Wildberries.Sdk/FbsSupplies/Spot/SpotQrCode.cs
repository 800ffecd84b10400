using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The QR code of a supply's SPOT data.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SpotQrCode : WildberriesModel
{
    /// <summary>The picture, in base64.</summary>
    [JsonPropertyName("qrCode")]
    public string? QrCode { get; init; }

    /// <summary>The name of the type: a picture is no text for a log.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => nameof(SpotQrCode);
}
