using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>A page of the errors that WB found in cards after it had accepted them.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardErrorsResponse : WildberriesModel, IEnvelope
{
    /// <summary>The page.</summary>
    [JsonPropertyName("data")]
    public CardErrors? Data { get; init; }

    /// <summary>Whether WB reports that the list itself failed.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about that; empty if it did not fail.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>What WB adds to it.</summary>
    [JsonPropertyName("additionalErrors")]
    public JsonElement? AdditionalErrors { get; init; }

    // Without what is JSON as WB sent it: it need not be text that can be written.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Error = {Error}, ErrorText = {ErrorText}");
        return true;
    }
}
