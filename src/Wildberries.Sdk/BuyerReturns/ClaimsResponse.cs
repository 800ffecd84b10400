using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>A page of the claims.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
public sealed record ClaimsResponse : WildberriesModel
{
    /// <summary>The claims; none is the end.</summary>
    [JsonRequired]
    [JsonPropertyName("claims")]
    public IReadOnlyList<Claim> Claims { get => field ?? []; init; } = [];

    /// <summary>How many claims there are in all that were asked for; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; init; }
}
