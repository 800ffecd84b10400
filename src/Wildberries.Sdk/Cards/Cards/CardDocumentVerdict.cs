using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>What WB found when it checked a document.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardDocumentVerdict : WildberriesModel
{
    /// <summary>Whether the document passed.</summary>
    [JsonPropertyName("verified")]
    public bool? IsVerified { get; init; }

    /// <summary>1 or 2. WB's page does not say what they mean.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>Why it did not pass; the default: there is no reason.</summary>
    [JsonPropertyName("reason")]
    public CardDocumentVerdictReason Reason { get; init; }

    /// <summary>More about it, in a form that WB's page does not tell.</summary>
    [JsonPropertyName("additionalData")]
    public JsonElement? AdditionalData { get; init; }

    /// <summary>When WB found it.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    // Without what is JSON as WB sent it: it need not be text that can be written.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"IsVerified = {IsVerified}, Status = {Status}, Reason = {Reason}, CreatedAt = {CreatedAt:u}");
        return true;
    }
}
