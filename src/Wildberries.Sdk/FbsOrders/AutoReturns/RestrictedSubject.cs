using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>A subject whose products WB does not store: they go back to the seller.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record RestrictedSubject : WildberriesModel
{
    /// <summary>The subject's number at WB.</summary>
    [JsonPropertyName("subjectId")]
    public long SubjectId { get; init; }
}
