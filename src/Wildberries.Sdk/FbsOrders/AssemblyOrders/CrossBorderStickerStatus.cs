using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Whether a cross-border sticker is ready.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<CrossBorderStickerStatus>))]
public readonly record struct CrossBorderStickerStatus : IExtensibleEnum<CrossBorderStickerStatus, string>
{
    private CrossBorderStickerStatus(string value) => Value = value;

    /// <summary>Not yet: the carrier's track number is waited for.</summary>
    public static CrossBorderStickerStatus AwaitingTrackNumber { get; } = new("awaitingTrackNumber");

    /// <summary>Ready.</summary>
    public static CrossBorderStickerStatus Ready { get; } = new("ready");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static CrossBorderStickerStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
