using System.Collections.ObjectModel;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.Testing;

/// <summary>The members of a JSON object that WB may add.</summary>
internal static class EmulatedJson
{
    public static IReadOnlyDictionary<string, string> None { get; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What an object has beside the members that are known.</summary>
    public static IReadOnlyDictionary<string, string> Except(JsonObject members, IReadOnlySet<string> known)
    {
        Dictionary<string, string>? others = null;
        foreach ((string name, JsonNode? value) in members)
        {
            if (!known.Contains(name))
                (others ??= new Dictionary<string, string>(StringComparer.Ordinal))[name] = value?.ToJsonString() ?? "null";
        }

        return others ?? None;
    }

    /// <summary>Writes them into an object.</summary>
    public static JsonObject With(this JsonObject members, IReadOnlyDictionary<string, string> others)
    {
        foreach ((string name, string json) in others)
            members[name] = JsonNode.Parse(json);
        return members;
    }
}
