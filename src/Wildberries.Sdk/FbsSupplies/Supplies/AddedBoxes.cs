using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>The boxes that were just added to a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record AddedBoxes : WildberriesModel
{
    /// <summary>The ids of the new boxes.</summary>
    [JsonPropertyName("trbxIds")]
    public IReadOnlyList<string> BoxIds { get => field ?? []; init; } = [];
}
