using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>Which orders were handed out, as it stands in the store of states.</summary>
internal sealed record GivenOrdersState
{
    /// <summary>By this a state is known for one of this kind.</summary>
    public const string CurrentFormat = "wildberries-sdk-new-orders-1";

    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>The numbers of the orders, ascending: the first one, then each one's distance from the one before.</summary>
    [JsonPropertyName("gaps")]
    public IReadOnlyList<long> Gaps { get => field ?? []; init; } = [];
}
