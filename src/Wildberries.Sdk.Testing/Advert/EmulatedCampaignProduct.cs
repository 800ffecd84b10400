namespace Wildberries.Sdk.Testing;

/// <summary>A product of an emulated campaign, with its bids and phrases.</summary>
public sealed record EmulatedCampaignProduct
{
    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The bid in the search, in kopecks; when the campaign is added, 0 stands for the least one.</summary>
    public long SearchBidKopecks { get; init; }

    /// <summary>The bid in recommendations, in kopecks; when the campaign is added, 0 stands for the least one.</summary>
    public long RecommendationsBidKopecks { get; init; }

    /// <summary>The bids of single search clusters, in kopecks.</summary>
    public IReadOnlyDictionary<string, long> ClusterBidsKopecks { get; init; } = new Dictionary<string, long>();

    /// <summary>The search clusters in which it is not shown.</summary>
    public IReadOnlyList<string> MinusPhrases { get; init; } = [];
}
