using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>A request that passed the gateway.</summary>
internal sealed record HandlerRequest(HttpRequest Http, GatewayToken Token, string Path, byte[] Body)
{
    /// <summary>The last segment of the path.</summary>
    public string LastSegment => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>A parameter of the query; <see langword="null"/> if it is missing, empty if it has no value.</summary>
    public string? Query(string name) => Http.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The body as a form of several parts; <see langword="null"/> if it is something else.</summary>
    public async Task<IFormCollection?> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (Http.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        Http.Body = new MemoryStream(Body);

        // In memory: a test leaves no files behind.
        var options = new FormOptions { MemoryBufferThreshold = int.MaxValue, MultipartBodyLengthLimit = long.MaxValue };
        try
        {
            return await new FormFeature(Http, options).ReadFormAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

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
