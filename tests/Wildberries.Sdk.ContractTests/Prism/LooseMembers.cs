using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>
/// The members that WB's document describes more loosely than WB's values are: mere text that holds a number, a date or a time,
/// counts that may have fractions, rates of any size. What Prism invents for them no model can read, so it is replaced by a value of the right
/// form before the answer is read.
/// </summary>
internal static class LooseMembers
{
    /// <summary>What Prism writes for a text that has no example.</summary>
    public const string Filler = "string";

    /// <summary>Replaces what cannot be read and lists the members where it did.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="model">Its model.</param>
    /// <param name="shape">Its shape in WB's document.</param>
    /// <param name="onlyFillers">Whether WB's examples are left alone: only what Prism has put where there is none is replaced.</param>
    public static IReadOnlyCollection<string> Mend(JsonNode answer, Type model, WbShape shape, bool onlyFillers)
    {
        var mended = new SortedSet<string>(StringComparer.Ordinal);
        Visit(answer, model, shape, "", onlyFillers, mended);
        return mended;
    }

    /// <summary>Takes out the members that WB's document does not have: Prism adds some to see whether the reader minds.</summary>
    public static JsonNode? WithoutUnknown(JsonNode? answer, WbShape shape)
    {
        switch (answer)
        {
            case JsonArray array when shape.Items is { } items:
                return new JsonArray([.. array.Select(i => WithoutUnknown(i, items))]);
            case JsonObject holder when shape.Properties is { Count: > 0 } properties:
                return new JsonObject(holder.Where(m => properties.ContainsKey(m.Key))
                    .Select(m => KeyValuePair.Create(m.Key, WithoutUnknown(m.Value, properties[m.Key]))));
            case JsonObject map when shape.AdditionalProperties is { } values:
                return new JsonObject(map.Select(m => KeyValuePair.Create(m.Key, WithoutUnknown(m.Value, values))));
            default:
                return answer?.DeepClone();
        }
    }

    private static void Visit(JsonNode? node, Type model, WbShape shape, string path, bool onlyFillers, SortedSet<string> mended)
    {
        ClrType type = ClrType.Of(model);
        if (node is JsonArray array && type.Kind == "array" && shape.Items is { } items)
        {
            foreach (JsonNode? item in array)
                Visit(item, type.Inner!, items, path + "[]", onlyFillers, mended);
        }
        else if (node is JsonObject map && type.Kind == "map" && shape.AdditionalProperties is { } values)
        {
            foreach ((string name, JsonNode? value) in map)
                Visit(value, type.Inner!, values, $"{path}[{name}]", onlyFillers, mended);
        }
        else if (node is JsonObject holder && type.Kind == "object")
        {
            IReadOnlyDictionary<string, WbShape> properties = shape.Properties;
            foreach (PropertyInfo member in ClrType.WireMembers(type.Type))
            {
                string name = member.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;
                if (holder[name] is not { } value || !properties.TryGetValue(name, out WbShape? inner))
                    continue;
                string memberPath = path.Length == 0 ? name : $"{path}.{name}";
                bool isFiller = value is JsonValue text && text.TryGetValue(out string? filler) && filler == Filler;
                if ((isFiller || !onlyFillers) && (value is JsonValue || inner.Types.Count == 0) && Replacement(value, member, inner) is { } replacement)
                {
                    holder[name] = replacement;
                    mended.Add(memberPath);
                }
                else
                {
                    Visit(value, member.PropertyType, inner, memberPath, onlyFillers, mended);
                }
            }
        }
    }

    private static JsonValue? Replacement(JsonNode value, PropertyInfo member, WbShape shape)
    {
        ClrType type = ClrType.Of(member.PropertyType);

        // Of some members WB does not say what they are.
        if (shape.Types.Count == 0 && type.Kind is "string" or "integer")
            return type.Kind == "string" ? JsonValue.Create("text") : JsonValue.Create(7);

        // The "float" of OpenAPI goes to 3e38, decimal to 7e28.
        if (shape.Format == "float" && type.Type == typeof(decimal) && Math.Abs(value.GetValue<double>()) > (double)decimal.MaxValue)
            return JsonValue.Create(2.5m);
        if (shape.Types.Contains("number") && type.Kind == "integer")
            return JsonValue.Create(7);

        // A day that WB writes with a midnight.
        if (shape.Format == "date-time" && type.Type == typeof(DateOnly))
            return JsonValue.Create("2024-02-01T00:00:00Z");
        if (!shape.Types.Contains("string") || shape.Format is "date" or "date-time")
            return null;
        if (type.Type == typeof(decimal))
            return JsonValue.Create("1 039,5");
        if (type.Type == typeof(DateOnly))
            return JsonValue.Create(IsDotted(member) ? "01.02.2024" : "2024-02-01");
        return type.Type == typeof(DateTimeOffset) ? JsonValue.Create("2024-02-01T10:20:30Z") : null;
    }

    private static bool IsDotted(PropertyInfo member) =>
        member.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } converter && (converter == typeof(DottedDateConverter) || converter == typeof(DottedDayConverter));
}
