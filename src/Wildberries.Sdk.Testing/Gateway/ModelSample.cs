using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>
/// One instance of a model, made from what its JSON context knows of it, always the same but for the time: texts are "text", numbers
/// 1 or 1.5, flags set, times now, extensible enums their first known value, lists and maps of one element. Nothing says that something
/// failed: members whose names begin with "error" are left out. A model within itself is left out, too.
/// </summary>
/// <param name="models">The context.</param>
/// <param name="now">The time.</param>
/// <param name="isEmpty">Whether lists are empty, numbers 0 and flags not set: the end of a list that is read in pages.</param>
internal sealed class ModelSample(JsonSerializerContext models, DateTimeOffset now, bool isEmpty)
{
    private const string Text = "text";

    private readonly Stack<Type> _open = new();

    /// <summary>The instance as JSON: read and written by the context, so that each converter writes what it would.</summary>
    public byte[] Write(Type type)
    {
        JsonTypeInfo info = Find(type);
        object? instance = Draft(type).Deserialize(info);
        return JsonSerializer.SerializeToUtf8Bytes(instance, info);
    }

    private JsonTypeInfo Find(Type type) =>
        models.GetTypeInfo(type) ?? throw new NotSupportedException($"{models.GetType().Name} does not know {type}, which an answer is read into.");

    private JsonNode? Draft(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (DraftValue(type) is { } value)
            return value;
        JsonTypeInfo info = Find(type);
        if (_open.Contains(type))
            return null;

        _open.Push(type);
        JsonNode? draft = info.Kind switch
        {
            JsonTypeInfoKind.Object => DraftObject(info),
            JsonTypeInfoKind.Enumerable => !isEmpty && Draft(info.ElementType!) is { } item ? new JsonArray(item) : new JsonArray(),

            // A key that is a number as well as a text.
            JsonTypeInfoKind.Dictionary => !isEmpty && Draft(info.ElementType!) is { } item ? new JsonObject { ["1"] = item } : new JsonObject(),

            // A converter of its own reads it: one that takes anything takes a text.
            JsonTypeInfoKind.None => Text,
            _ => throw new NotSupportedException($"There is no sample of {type}."),
        };
        _open.Pop();
        return draft;
    }

    private JsonObject DraftObject(JsonTypeInfo info)
    {
        var draft = new JsonObject();
        foreach (JsonPropertyInfo property in info.Properties)
        {
            if (property is { IsExtensionData: false, Set: not null }
                && !property.Name.StartsWith("error", StringComparison.OrdinalIgnoreCase)
                && Draft(property.PropertyType) is { } value)
            {
                draft[property.Name] = value;
            }
        }

        return draft;
    }

    private JsonNode? DraftValue(Type type)
    {
        if (type == typeof(string))
            return Text;
        if (type == typeof(bool))
            return !isEmpty;
        if (type == typeof(decimal) || type == typeof(double) || type == typeof(float))
            return isEmpty ? 0 : 1.5m;
        if (type.IsPrimitive)
            return isEmpty ? 0 : 1;
        if (type == typeof(DateTimeOffset) || type == typeof(DateTime))
            return WireTime.Moscow(now);
        if (type == typeof(DateOnly))
            return WireTime.Moscow(now)[..10];
        if (type == typeof(Guid))
            return Guid.Empty.ToString();
        if (type == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(type))
            return new JsonObject();
        return type.IsValueType ? FirstKnown(type) : null;
    }

    /// <summary>The wire value of an extensible enum: its first known one; <see langword="null"/> for any other type.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A trimmed program may have lost them; then any text does.")]
    private JsonNode? FirstKnown(Type type)
    {
        if (!Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IExtensibleEnum<,>)))
            return null;
        object? known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(p => p.PropertyType == type)?.GetValue(null);
        return known is null ? Text : JsonSerializer.SerializeToNode(known, Find(type));
    }
}
