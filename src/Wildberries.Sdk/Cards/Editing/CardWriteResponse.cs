using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>What WB answers when cards are written. It has accepted the request; whether a card is made, its list and the list of errors tell later.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardWriteResponse : WildberriesModel, IEnvelope
{
    /// <summary>Nothing that WB documents: <see langword="null"/>, or an empty object.</summary>
    [JsonPropertyName("data")]
    public JsonElement? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>What WB adds to the error: a text, or an object with texts, by the seller's articles for example.</summary>
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
