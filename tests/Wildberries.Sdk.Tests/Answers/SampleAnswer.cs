using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>An answer in which every member has a value of its own, at any depth.</summary>
internal sealed class SampleAnswer
{
    private static readonly ConcurrentDictionary<
        (JsonSerializerContext Context, Type Type), IReadOnlyList<(JsonPropertyInfo Member, PropertyInfo? Property, bool MayBeNull)>> Known = [];

    private readonly JsonSerializerContext _context;
    private readonly List<Place> _places = [];
    private readonly Stack<Type> _open = [];
    private bool _silent;
    private int _number;

    public SampleAnswer(AnswerType answer)
    {
        _context = answer.Context;
        Json = Build(answer.Type, [], null, null);
    }

    public JsonNode? Json { get; }

    /// <summary>
    /// All places, the answer itself first, and the second names of members, which have no value in <see cref="Json"/>. Of two elements of a
    /// list only the first: the second is the witness that the rest is still read.
    /// </summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>The members of a model that JSON knows, with the public property of each; a second name of a member has none.</summary>
    public static IReadOnlyList<(JsonPropertyInfo Member, PropertyInfo? Property, bool MayBeNull)> Members(JsonSerializerContext context, Type type) =>
        Known.GetOrAdd((context, type), static known =>
        {
            JsonTypeInfo info = known.Context.GetTypeInfo(known.Type)
                ?? throw new InvalidOperationException($"{known.Context.GetType().Name} does not know {known.Type}.");
            return
            [
                .. from member in info.Properties
                   where member is { Get: not null, IsExtensionData: false }
                   let property = known.Type.GetProperties().SingleOrDefault(
                       property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name) == member.Name)
                   select (member, property, property is null || new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull),
            ];
        });

    private JsonNode? Build(Type declared, IReadOnlyList<object> steps, JsonPropertyInfo? member, PropertyInfo? property)
    {
        ValueKind kind = ValueKinds.Of(declared);
        Add(new Place(steps, declared, kind, member, property));
        int number = ++_number;
        switch (kind)
        {
            case ValueKind.Object:
                var item = new JsonObject();
                _open.Push(declared);
                foreach ((JsonPropertyInfo inner, PropertyInfo? innerProperty, _) in Members(_context, declared))
                {
                    object[] place = [.. steps, inner.Name];
                    if (innerProperty is null)
                        Add(new Place(place, inner.PropertyType, ValueKinds.Of(inner.PropertyType), inner));
                    else if (!_open.Contains(inner.PropertyType))
                        item[inner.Name] = Build(inner.PropertyType, place, inner, innerProperty);
                }

                _open.Pop();
                return item;

            case ValueKind.List:
                Type element = ValueKinds.Element(declared);
                return _open.Contains(element) ? new JsonArray() : new JsonArray(Build(element, [.. steps, 0], null, null), Witness(element));
            case ValueKind.Map:
                element = ValueKinds.Element(declared);
                return _open.Contains(element)
                    ? new JsonObject()
                    : new JsonObject { ["первый"] = Build(element, [.. steps, "первый"], null, null), ["second"] = Witness(element) };
            case ValueKind.Text:
                return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"текст {number}"));
            case ValueKind.Whole:
                // Beyond what a floating point number holds.
                return (Nullable.GetUnderlyingType(declared) ?? declared) == typeof(long) ? JsonValue.Create(9_007_199_254_740_993 + number) : JsonValue.Create(number);
            case ValueKind.Decimal:
                return JsonValue.Create(number + 0.25m);
            case ValueKind.Flag:
                return JsonValue.Create(true);
            case ValueKind.Moment:
                return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"2026-03-{1 + (number % 28):00}T10:20:30+03:00"));
            case ValueKind.Day:
                return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"2026-03-{1 + (number % 28):00}"));
            case ValueKind.TextEnum:
                return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"новое-{number}"));
            case ValueKind.NumberEnum:
                return JsonValue.Create(1_000_000 + number);
            default:
                return new JsonObject { ["any"] = number };
        }
    }

    private JsonNode? Witness(Type element)
    {
        bool before = _silent;
        _silent = true;
        JsonNode? node = Build(element, [], null, null);
        _silent = before;
        return node;
    }

    private void Add(Place place)
    {
        if (!_silent)
            _places.Add(place);
    }
}
