using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>What WB answers when a product is asked back.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
public sealed record FeedbackReturnResponse : WildberriesModel, IEnvelope
{
    /// <summary>Nothing that WB documents; <see langword="null"/> as a rule.</summary>
    [JsonPropertyName("data")]
    public JsonElement? Data { get; init; }

    /// <summary>Whether WB reports an error.</summary>
    [JsonPropertyName("error")]
    public bool Error { get; init; }

    /// <summary>WB's text about the error; empty if there is none.</summary>
    [JsonPropertyName("errorText")]
    public string? ErrorText { get; init; }

    /// <summary>More texts of WB about the error.</summary>
    [JsonPropertyName("additionalErrors")]
    public IReadOnlyList<string> AdditionalErrors { get => field ?? []; init; } = [];

    // Without what is JSON as WB sent it: it need not be text that can be written.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Error = {Error}, ErrorText = {ErrorText}");
        return true;
    }
}
