using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Where a review is pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PinPlace>))]
public readonly record struct PinPlace : IExtensibleEnum<PinPlace, string>
{
    private PinPlace(string value) => Value = value;

    /// <summary>In the card of one product.</summary>
    public static PinPlace Card { get; } = new("nm");

    /// <summary>In the whole group of merged cards.</summary>
    public static PinPlace MergedCards { get; } = new("imt");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PinPlace From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
