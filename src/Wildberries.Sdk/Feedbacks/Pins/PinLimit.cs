using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How many reviews can be pinned for what the seller pays.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinLimit : WildberriesModel
{
    /// <summary>How many in one card, or in one group of merged cards.</summary>
    [JsonPropertyName("perUnitLimit")]
    public int PerUnit { get; init; }

    /// <summary>How many in all.</summary>
    [JsonPropertyName("totalLimit")]
    public int Total { get; init; }

    /// <summary>How many are pinned.</summary>
    [JsonPropertyName("used")]
    public int Used { get; init; }

    /// <summary>How many more can be pinned.</summary>
    [JsonPropertyName("remaining")]
    public int Remaining { get; init; }

    /// <summary>Whether there is no limit.</summary>
    [JsonPropertyName("unlimited")]
    public bool IsUnlimited { get; init; }
}
