using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>A request that passed the gateway.</summary>
internal sealed record HandlerRequest(HttpRequest Http, GatewayToken Token, string Path, byte[] Body)
{
    /// <summary>The last segment of the path.</summary>
    public string LastSegment => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>A parameter of the query; <see langword="null"/> if it is missing, empty if it has no value.</summary>
    public string? Query(string name) => Http.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The body as a JSON object; <see langword="null"/> if it is something else.</summary>
    public JsonObject? ReadJsonObject()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
