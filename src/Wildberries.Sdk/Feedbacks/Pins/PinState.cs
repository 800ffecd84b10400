using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Whether a review is pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PinState>))]
public readonly record struct PinState : IExtensibleEnum<PinState, string>
{
    private PinState(string value) => Value = value;

    /// <summary>It is pinned.</summary>
    public static PinState Pinned { get; } = new("pinned");

    /// <summary>WB has unpinned it by itself: <see cref="UnpinCause"/>.</summary>
    public static PinState Unpinned { get; } = new("unpinned");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PinState From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
