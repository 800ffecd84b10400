namespace Wildberries.Sdk.Testing;

/// <summary>An advertising campaign of the emulated seller, as it is at the moment of asking.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
public sealed record EmulatedCampaign
{
    /// <summary>The id; 0 gets the next one when the campaign is added.</summary>
    public long Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The status: -1 being deleted, 4 ready, 7 ended, 8 declined, 9 active, 11 paused.</summary>
    public int Status { get; init; } = 4;

    /// <summary>The type: 9, or 8 for one from the time when these were a type of their own.</summary>
    public int Type { get; init; } = 9;

    /// <summary>Whether one bid holds for search and recommendations; otherwise each has its own.</summary>
    public bool IsUnified { get; init; }

    /// <summary>Whether clicks are paid for; otherwise thousands of views.</summary>
    public bool PaysPerClick { get; init; }

    /// <summary>Whether it is shown in the search.</summary>
    public bool InSearch { get; init; } = true;

    /// <summary>Whether it is shown in recommendations.</summary>
    public bool InRecommendations { get; init; }

    /// <summary>Its products with their bids.</summary>
    public IReadOnlyList<EmulatedCampaignProduct> Products { get; init; } = [];

    /// <summary>What it may still spend, in roubles; when it is added as active: what it had at <see cref="StartedAt"/>.</summary>
    public decimal Budget { get; init; }

    /// <summary>What it has spent, in roubles.</summary>
    public decimal Spent { get; init; }

    /// <summary>
    /// What it spends while it is active and has something to show, in roubles an hour of the emulator's clock; <see langword="null"/>:
    /// <see cref="EmulatedAdverts.SpendPerHour"/>.
    /// </summary>
    public decimal? SpendPerHour { get; init; }

    /// <summary>Whether <see cref="DailyLimit"/> holds. The emulator keeps the limit, but lets the campaign spend on beyond it.</summary>
    public bool HasDailyLimit { get; init; }

    /// <summary>How much it may spend a day, in the unit of WB's <c>minDailyLimit</c>, which WB does not name.</summary>
    public long DailyLimit { get; init; }

    /// <summary>Whether what it does not spend one day may be spent later.</summary>
    public bool DailyLimitCarriesOver { get; init; }

    /// <summary>When it was created; by default when it is added.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last; by default when it is added.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When it was started last. An active one that is added has spent since then; by default it starts when it is added.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was deleted; three minutes later it is gone.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
