namespace Wildberries.Sdk.Testing;

/// <content>What requests ask of the campaigns, and do to them.</content>
public sealed partial class EmulatedAdverts
{
    internal enum StatusChange
    {
        Done = 0,
        NotFound = 1,
        NotChanged = 2,
        LowBudget = 3,
    }

    /// <summary>The product with the least bid where it is shown and has none.</summary>
    internal static EmulatedCampaignProduct WithBids(EmulatedCampaign campaign, EmulatedCampaignProduct product) => product with
    {
        SearchBidKopecks = product.SearchBidKopecks == 0 && campaign.InSearch
            ? MinimumBid(campaign.PaysPerClick, campaign.IsUnified, inSearch: true)
            : product.SearchBidKopecks,
        RecommendationsBidKopecks = product.RecommendationsBidKopecks == 0 && campaign.InRecommendations
            ? MinimumBid(campaign.PaysPerClick, campaign.IsUnified, inSearch: false)
            : product.RecommendationsBidKopecks,
    };

    /// <summary>The least bid, in kopecks. WB has its own for each subject; here the way of paying and the place decide.</summary>
    internal static long MinimumBid(bool paysPerClick, bool isUnified, bool inSearch) => (paysPerClick, isUnified, inSearch) switch
    {
        (true, _, _) => 600,
        (_, true, _) => 10_000,
        (_, _, true) => 15_000,
        _ => 12_000,
    };

    internal DateTimeOffset Now => _time.GetUtcNow();

    internal bool IsAvailable(long nmId)
    {
        lock (_lock)
            return _products.ContainsKey(nmId);
    }

    internal EmulatedAdvertProduct? FindProduct(long nmId)
    {
        lock (_lock)
            return _products.GetValueOrDefault(nmId);
    }

    internal EmulatedCampaign Create(string name, bool isUnified, bool paysPerClick, bool inSearch, bool inRecommendations, IReadOnlyList<long> nmIds)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            var campaign = new EmulatedCampaign
            {
                Name = name,
                IsUnified = isUnified,
                PaysPerClick = paysPerClick,
                InSearch = isUnified || inSearch,
                InRecommendations = isUnified || inRecommendations,
                Products = [.. nmIds.Select(id => new EmulatedCampaignProduct { NmId = id })],
            };
            return Keep(campaign, now).At(now);
        }
    }

    internal StatusChange Start(long id)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            if (FindEntry(id) is not { } entry)
                return StatusChange.NotFound;
            if (entry.Campaign.Status is not (Ready or Paused))
                return StatusChange.NotChanged;
            if (entry.Spending.Left(now) <= 0)
                return StatusChange.LowBudget;
            entry.Campaign = entry.Campaign with { Status = Active, StartedAt = now, ChangedAt = now };
            Run(entry, now);
            return StatusChange.Done;
        }
    }

    internal StatusChange Pause(long id) => End(id, Paused, Active);

    internal StatusChange Stop(long id) => End(id, Ended, Active, Paused);

    internal StatusChange Delete(long id)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            if (FindEntry(id) is not { } entry)
                return StatusChange.NotFound;
            if (entry.Campaign.Status != Ready)
                return StatusChange.NotChanged;
            entry.Campaign = entry.Campaign with { Status = Deleted, DeletedAt = now, ChangedAt = now };
            return StatusChange.Done;
        }
    }

    internal StatusChange Rename(long id, string name)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            if (!_campaigns.TryGetValue(id, out Entry? entry))
                return StatusChange.NotFound;
            if (entry.Campaign.Status == Deleted)
                return StatusChange.NotChanged;
            entry.Campaign = entry.Campaign with { Name = name, ChangedAt = now };
            return StatusChange.Done;
        }
    }

    /// <summary>
    /// Changes campaigns in statuses 4, 9 and 11: all of them, or none if one is refused. The text says why.
    /// </summary>
    internal string? Change(IEnumerable<long> ids, Func<EmulatedCampaign, (EmulatedCampaign? Changed, string? Refusal)> change)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            var changes = new Dictionary<long, EmulatedCampaign>();
            foreach (long id in ids)
            {
                if (FindEntry(id) is not { } entry)
                    return $"advert {id} not found";
                EmulatedCampaign campaign = changes.GetValueOrDefault(id) ?? entry.Campaign;
                if (campaign.Status is not (Ready or Active or Paused))
                    return $"advert {id} has status {campaign.Status}, it cannot be changed";
                (EmulatedCampaign? changed, string? refusal) = change(campaign);
                if (changed is null)
                    return refusal;
                changes[id] = changed with { ChangedAt = now };
            }

            foreach ((long id, EmulatedCampaign changed) in changes)
            {
                Entry entry = _campaigns[id];
                entry.Campaign = changed;
                if (changed.Status != Active)
                    continue;

                // From now on the money goes where the change sends it.
                entry.Spending.Stop(now);
                Run(entry, now);
            }

            return null;
        }
    }

    /// <summary>Moves money to a campaign's budget; the text says why not.</summary>
    internal (decimal Total, string? Refusal) Deposit(long id, long sum, int type, long promoSum, int? promoPercent)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            if (FindEntry(id) is not { } entry || entry.Campaign.Status is not (Ready or Active or Paused))
                return (0, "Invalid Advert: invalid advert");
            if (sum < MinimumDeposit)
                return (0, $"Invalid Params: minimum deposit amount is {MinimumDeposit}");
            int promo = -1;
            if (promoSum > 0)
            {
                if (type == 3 || promoPercent is null)
                    return (0, "Invalid Params: cashback cannot be used");
                promo = _promoBonuses.FindIndex(b => b.Percent == promoPercent && b.Sum >= promoSum && b.ExpiresAt > now);
                if (promo < 0 || promoSum * 100 > sum * promoPercent)
                    return (0, "Invalid Params: not enough cashback");
            }

            ref long source = ref _account;
            if (type == 1)
                source = ref _balance;
            else if (type == 3)
                source = ref _bonus;
            if (source < sum - promoSum)
                return (0, "Low Balance: not enough money");
            source -= sum - promoSum;
            if (promo >= 0)
                _promoBonuses[promo] = _promoBonuses[promo] with { Sum = _promoBonuses[promo].Sum - promoSum };
            entry.Source = type;
            entry.Spending.Deposit(sum);
            return (entry.Spending.Left(now), null);
        }
    }

    /// <summary>What a campaign spent in a period, day by day and slice by slice.</summary>
    internal IReadOnlyList<CampaignSpending.Part> PartsOf(long id, DateOnly from, DateOnly to)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            return _campaigns.TryGetValue(id, out Entry? entry) ? [.. entry.Spending.Parts(from, to, now)] : [];
        }
    }

    /// <summary>What a campaign spent in all until a moment, and where its budget last came from.</summary>
    internal (decimal Spent, int Source) SpentOf(long id, DateTimeOffset until)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            return _campaigns.TryGetValue(id, out Entry? entry) ? (entry.Spending.Spent(until < now ? until : now), entry.Source) : (0, 0);
        }
    }

    private StatusChange End(long id, int status, params ReadOnlySpan<int> before)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            if (FindEntry(id) is not { } entry)
                return StatusChange.NotFound;
            if (!before.Contains(entry.Campaign.Status))
                return StatusChange.NotChanged;
            entry.Spending.Stop(now);
            entry.Campaign = entry.Campaign with { Status = status, ChangedAt = now };
            return StatusChange.Done;
        }
    }
}
