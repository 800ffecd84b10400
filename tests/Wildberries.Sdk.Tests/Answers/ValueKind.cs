using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Tests.House;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>What a type is in an answer.</summary>
internal enum ValueKind
{
    Object,
    List,
    Map,
    Text,
    Whole,
    Decimal,
    Flag,
    Moment,
    Day,
    TextEnum,
    NumberEnum,
    Any,
}

/// <summary>Tells the kinds apart.</summary>
internal static class ValueKinds
{
    public static ValueKind Of(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (PublicTypes.IsExtensibleEnum(type))
            return type.GetProperty("Value")!.PropertyType == typeof(string) ? ValueKind.TextEnum : ValueKind.NumberEnum;
        if (type == typeof(string))
            return ValueKind.Text;
        if (type == typeof(long) || type == typeof(int))
            return ValueKind.Whole;
        if (type == typeof(decimal))
            return ValueKind.Decimal;
        if (type == typeof(bool))
            return ValueKind.Flag;
        if (type == typeof(DateTimeOffset))
            return ValueKind.Moment;
        if (type == typeof(DateOnly))
            return ValueKind.Day;
        if (type == typeof(CharacteristicValue) || type == typeof(JsonElement) || type.IsAssignableTo(typeof(JsonNode)))
            return ValueKind.Any;
        if (PublicTypes.IsCollection(type))
        {
            return type.IsGenericType && type.GetGenericArguments() is [var key, _]
                ? key == typeof(string) ? ValueKind.Map : throw new NotSupportedException($"Tell {nameof(ValueKinds)} what the keys of {type} are in JSON.")
                : ValueKind.List;
        }

        return type is { IsClass: true, Namespace: { } name } && name.StartsWith(nameof(Wildberries), StringComparison.Ordinal)
            ? ValueKind.Object
            : throw new NotSupportedException($"Tell {nameof(ValueKinds)} what {type} is in JSON.");
    }

    /// <summary>What a list or a map holds.</summary>
    public static Type Element(Type type) => type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[^1];
}
