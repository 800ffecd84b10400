using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>How far WB is with SPOT data.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SpotStatus>))]
public readonly record struct SpotStatus : IExtensibleEnum<SpotStatus, string>
{
    private SpotStatus(string value) => Value = value;

    /// <summary>Being checked.</summary>
    public static SpotStatus Pending { get; } = new("pending");

    /// <summary>Done: the QR code can be had.</summary>
    public static SpotStatus Completed { get; } = new("completed");

    /// <summary>Refused: <see cref="SpotInfo.ErrorCode"/> says why.</summary>
    public static SpotStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SpotStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
