using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>The sticker of an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
public sealed record OrderSticker : WildberriesModel
{
    /// <summary>The order.</summary>
    [JsonPropertyName("orderId")]
    public long OrderId { get; init; }

    /// <summary>The first part of the sticker's number: what is printed small.</summary>
    [JsonPropertyName("partA")]
    public string? PartA { get; init; }

    /// <summary>The second part of the sticker's number: what is printed large, and by which pickers find the order.</summary>
    [JsonPropertyName("partB")]
    public string? PartB { get; init; }

    /// <summary>What the sticker's code holds: <c>!uKEtQZVx</c>.</summary>
    [JsonPropertyName("barcode")]
    public string? Barcode { get; init; }

    /// <summary>The sticker in the format that was asked for, as WB sends it: in Base64.</summary>
    [JsonPropertyName("file")]
    public string? File { get; init; }

    /// <summary>The order and the number, without the file.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"OrderSticker {{ OrderId = {OrderId}, PartA = {PartA}, PartB = {PartB} }}";
}
