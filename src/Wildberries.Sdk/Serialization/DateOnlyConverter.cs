using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// A day in a list, read as <see cref="DateOnlyTextConverter"/> reads a member; where there is none it is the first day of the year 1, so
/// that it does not fail the answer. Named in the options of the JSON contexts that have lists of days.
/// </summary>
internal sealed class DateOnlyConverter : JsonConverter<DateOnly>
{
    private static readonly DateOnlyTextConverter Member = new();

    public override bool HandleNull => true;

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Member.Read(ref reader, typeof(DateOnly?), options).GetValueOrDefault();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => Member.Write(writer, value, options);
}
