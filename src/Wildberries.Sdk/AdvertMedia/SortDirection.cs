using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>In which direction a list is put in order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SortDirection>))]
public readonly record struct SortDirection : IExtensibleEnum<SortDirection, string>
{
    private SortDirection(string value) => Value = value;

    /// <summary>Smallest first.</summary>
    public static SortDirection Ascending { get; } = new("asc");

    /// <summary>Largest first.</summary>
    public static SortDirection Descending { get; } = new("desc");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SortDirection From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
