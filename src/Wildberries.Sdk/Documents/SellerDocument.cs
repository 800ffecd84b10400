using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>A document that WB has made for the seller: a notice, an act, a report.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
public sealed record SellerDocument : WildberriesModel
{
    /// <summary>By this the document is downloaded; no other has it.</summary>
    [JsonPropertyName("serviceName")]
    public string ServiceName { get => field ?? ""; init; } = "";

    /// <summary>Its name; several have the same.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The name of its kind, in the language that was asked for.</summary>
    [JsonPropertyName("category")]
    public string? Category { get; init; }

    /// <summary>The formats that it can be had in; each is a file of its own.</summary>
    [JsonPropertyName("extensions")]
    public IReadOnlyList<string> Extensions { get => field ?? []; init; } = [];

    /// <summary>When it was made.</summary>
    [JsonPropertyName("creationTime")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether somebody has downloaded it in the seller's portal.</summary>
    [JsonPropertyName("viewed")]
    public bool? IsViewed { get; init; }
}
