using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The day until which the product may be used.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record SetExpirationRequest : ICheckedRequest
{
    /// <summary>The day, at least 30 days ahead. It can be changed, and never taken away.</summary>
    [JsonPropertyName("expiration")]
    [JsonConverter(typeof(DottedDayConverter))]
    public required DateOnly Expiration { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        if (MarkingCodeRules.CheckExpiration(Expiration, clock) is { } problem)
            throw new ArgumentException(problem.Explanation, name);
    }
}
