using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>What WB answers when a tag is created, changed, deleted, or set on a card. The id of a new one stands in the list of tags only.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
public sealed record TagWriteResponse : WildberriesModel, IEnvelope
{
    /// <summary>Nothing that WB documents; <see langword="null"/> as a rule.</summary>
    [JsonPropertyName("data")]
    public JsonElement? Data { get; init; }

    /// <summary>Whether WB reports an error: it does so with status 200 where there is no such tag.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>What WB adds to the error; <see langword="null"/>: nothing.</summary>
    [JsonPropertyName("additionalErrors")]
    public string? AdditionalErrors { get; init; }

    // Without what is JSON as WB sent it: it need not be text that can be written.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Error = {Error}, ErrorText = {ErrorText}");
        return true;
    }
}
