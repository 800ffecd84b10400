namespace Wildberries.Sdk.Testing;

/// <summary>A media campaign of the emulated seller: banners instead of product cards.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed record EmulatedMediaCampaign
{
    /// <summary>The id; 0 gets the next one when the campaign is added.</summary>
    public long Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The brand that it advertises.</summary>
    public string Brand { get; init; } = "";

    /// <summary>The type: 1 paid by the day, 2 by views.</summary>
    public int Type { get; init; } = 2;

    /// <summary>
    /// The status: 1 draft, 2 in moderation, 3 rejected, 4 ready, 5 planned, 6 shown, 7 ended, 8 declined, 9 stopped by the seller, 10 paused
    /// for the day, 11 paused.
    /// </summary>
    public int Status { get; init; } = 6;

    /// <summary>When it was created; by default when it begins.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its banners begin to be shown.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When they stop.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What the moderator wrote.</summary>
    public string? Reason { get; init; }

    /// <summary>What it has cost, in roubles.</summary>
    public long Expenses { get; init; }

    /// <summary>What is left of the budget, in roubles, for one that is paid by views.</summary>
    public long Budget { get; init; }

    /// <summary>What the days cost, in roubles, for one that is paid by the day.</summary>
    public long Price { get; init; }

    /// <summary>Its banners.</summary>
    public IReadOnlyList<EmulatedBanner> Banners { get; init; } = [];
}
