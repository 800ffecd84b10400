using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>A page of subjects whose products WB does not store.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record RestrictedSubjectsResponse : WildberriesModel
{
    /// <summary>What to ask for the next page with; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("next")]
    public long? Next { get; init; }

    /// <summary>The subjects.</summary>
    [JsonRequired]
    [JsonPropertyName("data")]
    public IReadOnlyList<RestrictedSubject> Subjects { get => field ?? []; init; } = [];
}
