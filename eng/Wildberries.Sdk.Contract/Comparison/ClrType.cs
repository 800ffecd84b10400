using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>What a C# type is on the wire.</summary>
internal sealed class ClrType
{
    private ClrType(Type type, string kind, Type? inner = null)
    {
        Type = type;
        Kind = kind;
        Inner = inner;
    }

    /// <summary>The type without <see cref="Nullable{T}"/>.</summary>
    public Type Type { get; }

    /// <summary>string, integer, number, boolean, object, array, map, file, any; "bare enum" and "floating point" are never right.</summary>
    public string Kind { get; }

    /// <summary>The element of an array or the value of a map.</summary>
    public Type? Inner { get; }

    public bool IsExtensibleEnum => ExtensibleValueType(Type) is not null;

    /// <summary>The known values of an extensible enum: its public static members of its own type.</summary>
    public IReadOnlyList<string> KnownValues =>
    [
        .. Type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == Type)
            .Select(p => Value(p.GetValue(null)!)),
        .. Type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == Type)
            .Select(f => Value(f.GetValue(null)!)),
    ];

    public static ClrType Of(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (ExtensibleValueType(type) is { } wire)
            return new ClrType(type, wire == typeof(string) ? "string" : "integer");
        if (type.IsEnum)
            return new ClrType(type, "bare enum");
        if (type == typeof(string) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(Guid))
            return new ClrType(type, "string");
        if (type == typeof(bool))
            return new ClrType(type, "boolean");
        if (type == typeof(long) || type == typeof(int) || type == typeof(ulong))
            return new ClrType(type, "integer");
        if (type == typeof(decimal))
            return new ClrType(type, "number");
        if (type == typeof(double) || type == typeof(float))
            return new ClrType(type, "floating point");
        if (type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type) || type == typeof(object))
            return new ClrType(type, "any");
        if (typeof(MultipartItem).IsAssignableFrom(type) || typeof(Stream).IsAssignableFrom(type) || type == typeof(FileInfo) || type == typeof(byte[]))
            return new ClrType(type, "file");

        Type[] interfaces = [.. type.GetInterfaces(), type];
        Type? map = interfaces.FirstOrDefault(i => IsGeneric(i, typeof(IReadOnlyDictionary<,>)) || IsGeneric(i, typeof(IDictionary<,>)));
        if (map is not null)
            return new ClrType(type, "map", map.GetGenericArguments()[1]);
        Type? sequence = interfaces.FirstOrDefault(i => IsGeneric(i, typeof(IEnumerable<>)) || IsGeneric(i, typeof(IAsyncEnumerable<>)));
        if (sequence is not null)
            return new ClrType(type, "array", sequence.GetGenericArguments()[0]);
        return typeof(IEnumerable).IsAssignableFrom(type) ? new ClrType(type, "array", typeof(object)) : new ClrType(type, "object");
    }

    /// <summary>The members that are on the wire.</summary>
    public static IReadOnlyList<PropertyInfo> WireMembers(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0
                && p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
                && p.GetCustomAttribute<JsonExtensionDataAttribute>() is null),
    ];

    /// <summary>The type's name as C# writes it.</summary>
    public override string ToString() => Name(Type);

    public static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (!type.IsGenericType)
            return type.Name;
        string name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static Type? ExtensibleValueType(Type type) =>
        type.GetInterfaces().FirstOrDefault(i => IsGeneric(i, typeof(IExtensibleEnum<,>)))?.GetGenericArguments()[1];

    private static string Value(object member) =>
        Convert.ToString(member.GetType().GetProperty("Value")!.GetValue(member), System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
