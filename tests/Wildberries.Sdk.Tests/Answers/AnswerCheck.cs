using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>Reads answers in all forms and lists what goes wrong: what throws, what is null and must not be, what is lost or changed.</summary>
internal static class AnswerCheck
{
    /// <summary>Nothing at all, and everything.</summary>
    public static async Task<IReadOnlyList<string>> WholeAsync(AnswerType answer)
    {
        var sample = new SampleAnswer(answer);
        List<string> faults = await FaultsAsync(answer, "everything", sample.Json, sample.Json);
        JsonNode? nothing = sample.Json switch
        {
            JsonObject => Nothing(answer),
            JsonArray when ValueKinds.Of(ValueKinds.Element(answer.Type)) == ValueKind.Object => new JsonArray(new JsonObject(), new JsonObject()),
            _ => null,
        };
        if (nothing is not null)
            faults.AddRange(await FaultsAsync(answer, "nothing", nothing, nothing));
        return faults;
    }

    /// <summary>Each member, element or value missing, and each null.</summary>
    public static async Task<IReadOnlyList<string>> AbsentAsync(AnswerType answer)
    {
        var sample = new SampleAnswer(answer);
        var faults = new List<string>();
        foreach (Place place in sample.Places.Where(place => place.Steps.Count > 0))
        {
            JsonNode? without = place.IsSecondName ? sample.Json : place.Remove(sample.Json), nulled = place.Set(sample.Json, null);
            List<string> absent = await FaultsAsync(answer, $"without {place.Path}", without, without);
            if (place.Member?.IsRequired != true)
                faults.AddRange(absent);
            else if (absent.Count == 0)
                faults.Add($"without {place.Path}: is read, though it must be there");
            faults.AddRange(await FaultsAsync(answer, $"{place.Path} null", nulled, place.IsSecondName ? without : nulled));
            JsonNode? empty = place.Kind switch
            {
                // One that must have a member is none without it.
                ValueKind.Object when SampleAnswer.Members(answer.Context, place.Type).Any(member => member.Member.IsRequired) => null,
                ValueKind.Object or ValueKind.Map => new JsonObject(),
                ValueKind.List => new JsonArray(),
                _ => null,
            };
            if (empty is not null)
            {
                JsonNode? emptied = place.Set(sample.Json, empty);
                faults.AddRange(await FaultsAsync(answer, $"{place.Path} empty", emptied, emptied));
            }
        }

        return faults;
    }

    /// <summary>Members that the models do not have, of each kind, before and after those that they have: both are reachable.</summary>
    public static async Task<IReadOnlyList<string>> UnknownMembersAsync(AnswerType answer)
    {
        var sample = new SampleAnswer(answer);
        var faults = new List<string>();
        foreach (string unknown in new[] { "null", "1", "1.5", "\"text\"", "true", "[]", "[1,\"2\",{}]", "{}", """{"a":{"b":[null]}}""" })
        {
            JsonNode? given = sample.Json!.DeepClone();
            foreach (Place place in sample.Places.Where(place => place.Kind == ValueKind.Object))
            {
                JsonObject item = place.In(given)!.AsObject();
                item.Insert(0, "неизвестное", JsonNode.Parse(unknown));
                item["wbAddedThis"] = JsonNode.Parse(unknown);
            }

            faults.AddRange(await FaultsAsync(answer, $"unknown members {unknown}", given, sample.Json));
            if (faults.Count > 0)
                continue;
            Place[] models = [.. sample.Places.Where(place => place.Kind == ValueKind.Object && place.Type.IsSubclassOf(typeof(WildberriesModel)))];
            int found = 0;
            new UnknownMembers(answer.Context.Options).Find(await answer.ReadAsync(given!.ToJsonString()), (_, count) => found += count);
            if (found != 2 * models.Length)
                faults.Add($"unknown members {unknown}: {found} of {2 * models.Length} are reachable");
        }

        return faults;
    }

    /// <summary>Each place that has any of some forms, in each of them.</summary>
    public static async Task<IReadOnlyList<string>> FormsAsync(AnswerType answer, Func<Place, IEnumerable<Form>> forms)
    {
        var sample = new SampleAnswer(answer);
        var faults = new List<string>();
        foreach (Place place in sample.Places.Where(place => !place.IsSecondName))
        {
            foreach (Form form in forms(place))
            {
                string label = $"{place.Path} {form.Given?.ToJsonString() ?? "null"}";
                faults.AddRange(await FaultsAsync(answer, label, place.Set(sample.Json, form.Given), place.Set(sample.Json, form.Meant)));
            }
        }

        return faults;
    }

    // What must be there is null then.
    private static JsonObject Nothing(AnswerType answer) =>
        [.. answer.Context.GetTypeInfo(answer.Type)!.Properties.Where(member => member.IsRequired).Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, null))];

    private static async Task<List<string>> FaultsAsync(AnswerType answer, string label, JsonNode? given, JsonNode? meant)
    {
        var faults = new List<string>();
        object? read;
        try
        {
            read = await answer.ReadAsync(given?.ToJsonString() ?? "null");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or WildberriesApiException or ArgumentException)
        {
            return [$"{label}: throws {exception.GetType().Name}: {(exception.InnerException ?? exception).Message}"];
        }

        Compare(answer, answer.Type, meant, read, "", faults);
        if (read?.ToString() is null)
            faults.Add("no text");
        return [.. faults.Select(fault => $"{label}: {fault}")];
    }

    private static void Compare(AnswerType answer, Type declared, JsonNode? meant, object? read, string path, List<string> faults)
    {
        ValueKind kind = ValueKinds.Of(declared);
        string where = path.Length == 0 ? "(root)" : path[1..];
        switch (kind)
        {
            case ValueKind.List or ValueKind.Map when read is null:
                faults.Add($"{where} is a collection and null");
                break;
            case ValueKind.List:
                object?[] items = [.. ((IEnumerable)read).Cast<object?>()];
                JsonNode?[] wanted = [.. meant?.AsArray() ?? []];

                // An element that is null stays in its place, or is left out; all others must be there.
                if (items.Length == wanted.Count(node => node is not null))
                    wanted = [.. wanted.Where(node => node is not null)];
                if (items.Length != wanted.Length)
                    faults.Add($"{where} has {items.Length} elements, not {wanted.Length}");
                for (int i = 0; i < Math.Min(items.Length, wanted.Length); i++)
                    CompareElement(answer, ValueKinds.Element(declared), wanted[i], items[i], $"{path}.{i}", faults);
                break;
            case ValueKind.Map:
                Dictionary<string, object?> values = ((IEnumerable)read).Cast<object>().ToDictionary(
                    pair => (string)pair.GetType().GetProperty("Key")!.GetValue(pair)!, pair => pair.GetType().GetProperty("Value")!.GetValue(pair), StringComparer.Ordinal);
                JsonObject map = meant?.AsObject() ?? [];

                // A value that is no value is left out, or stands there as nothing.
                if (values.Keys.Except(map.Select(pair => pair.Key), StringComparer.Ordinal).Any() || map.Any(pair => pair.Value is not null && !values.ContainsKey(pair.Key)))
                    faults.Add($"{where} has the keys {string.Join(", ", values.Keys)}");
                foreach ((string key, JsonNode? value) in map.Where(pair => values.ContainsKey(pair.Key)))
                    CompareElement(answer, ValueKinds.Element(declared), value, values[key], $"{path}.{key}", faults);
                break;
            case ValueKind.Object when read is not null:
                foreach ((JsonPropertyInfo member, PropertyInfo? property, bool mayBeNull) in SampleAnswer.Members(answer.Context, declared))
                {
                    if (property is null)
                        continue;
                    object? value = property.GetValue(read);
                    string inner = $"{path}.{member.Name}";
                    if (value is null && !mayBeNull)
                        faults.Add($"{inner[1..]} is null, which its type says it is not");
                    else
                        Compare(answer, member.PropertyType, meant?.AsObject()[member.Name], value, inner, faults);
                }

                break;
            case ValueKind.Object or ValueKind.Any:
                if (meant is not null && read is null)
                    faults.Add($"{where} is lost");
                break;
            default:
                if (meant is null ? !IsNothing(declared, read) : read is null || !Same(kind, meant, read))
                    faults.Add($"{where} is {Text(read)}, not {meant?.ToJsonString() ?? "nothing"}");
                break;
        }
    }

    private static void CompareElement(AnswerType answer, Type type, JsonNode? meant, object? read, string path, List<string> faults)
    {
        if (meant is not null || read is not null)
            Compare(answer, type, meant, read, path, faults);
    }

    // Nothing is null where there can be null, and never a number that somebody could take for one that WB sent.
    private static bool IsNothing(Type declared, object? read) =>
        read is null or "" || (Nullable.GetUnderlyingType(declared) is null && declared.IsValueType && read.Equals(Activator.CreateInstance(declared)));

    private static bool Same(ValueKind kind, JsonNode meant, object read) => kind switch
    {
        ValueKind.Text => (string)read == meant.GetValue<string>(),
        ValueKind.Whole or ValueKind.Decimal =>
            Convert.ToDecimal(read, CultureInfo.InvariantCulture) == decimal.Parse(meant.ToJsonString(), CultureInfo.InvariantCulture),
        ValueKind.Flag => (bool)read == meant.GetValue<bool>(),
        ValueKind.Moment => (DateTimeOffset)read == DateTimeOffset.Parse(meant.GetValue<string>(), CultureInfo.InvariantCulture),
        ValueKind.Day => (DateOnly)read == DateOnly.Parse(meant.GetValue<string>(), CultureInfo.InvariantCulture),
        _ => Convert.ToString(read.GetType().GetProperty("Value")!.GetValue(read), CultureInfo.InvariantCulture) == meant.ToString(),
    };

    private static string Text(object? value) => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
