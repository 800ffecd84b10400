using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>A day that must not be missing, written as <see cref="DottedDateConverter"/> writes one; where there is none it is the first day of the year 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DottedDayConverter : JsonConverter<DateOnly>
{
    private static readonly DottedDateConverter Member = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Member.Read(ref reader, typeof(DateOnly?), options).GetValueOrDefault();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => Member.Write(writer, value, options);
}
