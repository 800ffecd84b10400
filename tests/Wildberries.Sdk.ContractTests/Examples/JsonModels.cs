using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests.Examples;

/// <summary>Reads and writes the models as the SDK does: with the JSON context of their host.</summary>
internal static class JsonModels
{
    /// <summary>The JSON context of the host that an interface calls: the one in its namespace.</summary>
    public static JsonSerializerContext ContextOf(Type api)
    {
        Type context = Assert.Single(api.Assembly.GetTypes(), t => t.IsPublic && t.Namespace == api.Namespace && t.IsSubclassOf(typeof(JsonSerializerContext)));
        return (JsonSerializerContext)context.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    public static JsonTypeInfo TypeInfo(WildberriesOperation operation, Type model)
    {
        JsonSerializerContext context = ContextOf(operation.ApiType);
        return context.GetTypeInfo(model) ?? throw new InvalidOperationException($"{context.GetType().Name} does not know {model}.");
    }

    /// <summary>Parses a value, writes it again and lists what got lost.</summary>
    public static IReadOnlyList<string> RoundTrip(JsonNode? original, JsonTypeInfo typeInfo)
    {
        typeInfo = KnownMembersOnly(typeInfo);
        object? model;
        try
        {
            model = JsonSerializer.Deserialize(original?.ToJsonString() ?? "null", typeInfo);
        }
        catch (JsonException exception)
        {
            return [$"cannot be parsed: {exception.Message}"];
        }

        return JsonTrees.Differences(original, JsonSerializer.SerializeToNode(model, typeInfo));
    }

    // What a model keeps only because it is unknown must show as lost.
    private static JsonTypeInfo KnownMembersOnly(JsonTypeInfo typeInfo)
    {
        var options = new JsonSerializerOptions(typeInfo.Options)
        {
            TypeInfoResolver = typeInfo.Options.TypeInfoResolver!.WithAddedModifier(static type =>
            {
                if (type.Properties.SingleOrDefault(property => property.IsExtensionData) is { } unknown)
                    type.Properties.Remove(unknown);
            }),
        };
        return options.GetTypeInfo(typeInfo.Type);
    }
}
