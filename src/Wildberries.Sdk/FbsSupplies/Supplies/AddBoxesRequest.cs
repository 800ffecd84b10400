using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Boxes to be added to a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record AddBoxesRequest
{
    /// <summary>How many, 1 to 1,000.</summary>
    /// <exception cref="ArgumentException">It is not 1 to 1,000.</exception>
    [JsonPropertyName("amount")]
    public required int Count
    {
        get;
        init
        {
            Argument.Count(value, 1, SupplyLimits.MaxBoxes, "boxes", nameof(Count));
            field = value;
        }
    }
}
