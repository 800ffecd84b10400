using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>A seller's Jam subscription, running or past.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
public sealed record JamSubscription : WildberriesModel
{
    /// <summary>Whether it runs.</summary>
    [JsonPropertyName("state")]
    public JamSubscriptionState State { get; init; }

    /// <summary>Where it was bought.</summary>
    [JsonPropertyName("activationSource")]
    public JamActivationSource ActivationSource { get; init; }

    /// <summary>Its level.</summary>
    [JsonPropertyName("level")]
    public JamLevel Level { get; init; }

    /// <summary>When it was activated for the first time; renewals do not change this.</summary>
    [JsonPropertyName("since")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? Since { get; init; }

    /// <summary>The end of the paid period: of the current one, or of the last one if the subscription does not run.</summary>
    [JsonPropertyName("till")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? Till { get; init; }
}
