using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A day in a list, read as <see cref="DateOnlyTextConverter"/> reads a member; where there is none it is the first day of the year 1, so
/// that it does not fail the answer. Named in the options of the JSON contexts that have lists of days.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateOnlyConverter : JsonConverter<DateOnly>
{
    private static readonly DateOnlyTextConverter Member = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Member.Read(ref reader, typeof(DateOnly?), options).GetValueOrDefault();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => Member.Write(writer, value, options);
}
