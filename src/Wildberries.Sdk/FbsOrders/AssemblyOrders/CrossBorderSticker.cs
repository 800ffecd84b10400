using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The sticker of a cross-border order: a PDF.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record CrossBorderSticker : WildberriesModel
{
    /// <summary>The number of the assembly order.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>Whether it is ready. Until it is, the other members are empty.</summary>
    [JsonPropertyName("status")]
    public CrossBorderStickerStatus Status { get; init; }

    /// <summary>The track number of the parcel.</summary>
    [JsonPropertyName("parcelId")]
    public string? ParcelId { get; init; }

    /// <summary>The first part of the sticker's number: what is printed small.</summary>
    [JsonPropertyName("partA")]
    public string? PartA { get; init; }

    /// <summary>The second part of the sticker's number: what is printed large.</summary>
    [JsonPropertyName("partB")]
    public string? PartB { get; init; }

    /// <summary>What the sticker's code holds.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; init; }

    /// <summary>The PDF, in Base64.</summary>
    [JsonPropertyName("file")]
    public string? File { get; init; }

    /// <summary>The order and the status, without the file.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"CrossBorderSticker {{ OrderId = {OrderId}, Status = {Status}, ParcelId = {ParcelId} }}";
}
