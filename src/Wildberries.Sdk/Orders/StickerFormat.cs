using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>The format of a sticker.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<StickerFormat>))]
public readonly record struct StickerFormat : IExtensibleEnum<StickerFormat, string>
{
    private StickerFormat(string value) => Value = value;

    /// <summary>A vector image.</summary>
    public static StickerFormat Svg { get; } = new("svg");

    /// <summary>A program for a label printer, upright.</summary>
    public static StickerFormat ZplVertical { get; } = new("zplv");

    /// <summary>A program for a label printer, lying.</summary>
    public static StickerFormat ZplHorizontal { get; } = new("zplh");

    /// <summary>A picture.</summary>
    public static StickerFormat Png { get; } = new("png");

    /// <summary>PDF: orders to a pickup point that the seller delivers.</summary>
    public static StickerFormat Pdf { get; } = new("pdf");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static StickerFormat From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
