using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards go to the trash, or come back from it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record TrashRequest : IListRequest
{
    /// <summary>The products' numbers at WB, at most 1,000; one that is named twice counts once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive.</exception>
    [JsonPropertyName("nmIDs")]
    public IReadOnlyList<long> NmIds { get => field ?? []; init => field = Argument.Ids(value, nameof(NmIds)); }

    int IListRequest.ItemCount => NmIds.Count;
}
