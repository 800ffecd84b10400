namespace Wildberries.Sdk.Testing;

/// <summary>The media campaigns of an emulator. May be used from any thread, also while requests are served.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/media"/>.</remarks>
public sealed class EmulatedMediaCampaigns
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, EmulatedMediaCampaign> _campaigns = [];
    private long _nextId = 107_024;

    internal EmulatedMediaCampaigns()
    {
    }

    /// <summary>The campaigns by id.</summary>
    public IReadOnlyList<EmulatedMediaCampaign> All
    {
        get
        {
            lock (_lock)
                return [.. _campaigns.Values];
        }
    }

    /// <summary>Adds a campaign, or replaces the one with its id.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <returns>The campaign as it is kept: with its id.</returns>
    /// <exception cref="ArgumentException">Its type is not 1 or 2, its status not 1 to 11, or it ends before it starts.</exception>
    public EmulatedMediaCampaign Add(EmulatedMediaCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Id < 0 || campaign.Type is not (1 or 2) || campaign.Status is < 1 or > 11 || campaign.EndsAt < campaign.StartsAt)
        {
            throw new ArgumentException(
                $"\"{campaign.Name}\" is no media campaign: the type is 1 or 2, the status 1 to 11, and it ends after it starts.", nameof(campaign));
        }

        lock (_lock)
        {
            EmulatedMediaCampaign kept = campaign with { Id = campaign.Id == 0 ? _nextId : campaign.Id, CreatedAt = campaign.CreatedAt ?? campaign.StartsAt };
            _nextId = Math.Max(_nextId, kept.Id + 1);
            _campaigns[kept.Id] = kept;
            return kept;
        }
    }

    /// <summary>Finds a campaign.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The campaign, or <see langword="null"/>.</returns>
    public EmulatedMediaCampaign? Find(long id)
    {
        lock (_lock)
            return _campaigns.GetValueOrDefault(id);
    }
}
