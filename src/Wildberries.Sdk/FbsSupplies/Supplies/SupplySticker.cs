using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The QR code of a supply, or the sticker of one of its boxes.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SupplySticker : WildberriesModel
{
    /// <summary>What is encoded in it: the supply's id, or <c>$WBMP:…</c> of a box.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; init; }

    /// <summary>The sticker in the format that was asked for, in base64.</summary>
    [JsonPropertyName("file")]
    public string? File { get; init; }

    /// <summary>What is encoded, without the picture.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"SupplySticker {{ Barcode = {Barcode} }}";
}
