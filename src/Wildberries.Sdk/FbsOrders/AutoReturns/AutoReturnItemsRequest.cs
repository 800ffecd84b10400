using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Which sizes are asked about.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnItemsRequest
{
    /// <summary>The sizes' numbers at WB, 1 to 1,000; one that is named twice counts once.</summary>
    /// <exception cref="ArgumentException">There are none or too many, or one is not positive.</exception>
    [JsonPropertyName("chrtIds")]
    public required IReadOnlyList<long> ChrtIds
    {
        get => field ?? [];
        init => field = Argument.List(Argument.Ids(value, nameof(ChrtIds)), 1, 1_000);
    }
}
