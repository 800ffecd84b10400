using Wildberries.Sdk.Testing.Hosts;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// The advertising campaigns of an emulator, the products that they may promote, and the money. A campaign that is active spends as the
/// emulator's clock goes on, and pauses when its budget is empty. May be used from any thread, also while requests are served.
/// </summary>
/// <remarks>
/// WB takes up to three minutes to show a change, the emulator none. How much views, clicks and orders cost is of its own making.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
/// </remarks>
public sealed class EmulatedAdverts
{
    internal const int MaxProducts = 50;
    internal const long MinimumDeposit = 1000;
    internal const int CpmStepKopecks = 100;
    internal const int CpcStepKopecks = 10;

    private const int Deleted = -1;
    private const int Ready = 4;
    private const int Ended = 7;
    private const int Active = 9;
    private const int Paused = 11;

    // WB says three to ten minutes.
    private static readonly TimeSpan DeletionTime = TimeSpan.FromMinutes(3);
    private static readonly int[] Statuses = [Deleted, Ready, Ended, 8, Active, Paused];

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedAdvertProduct> _products = [];
    private readonly SortedDictionary<long, Entry> _campaigns = [];
    private readonly List<EmulatedAdvertPayment> _payments = [];
    private readonly List<EmulatedPromoBonus> _promoBonuses = [];
    private long _nextId = 28_150_154;
    private long _account = 50_000;
    private long _balance = 20_000;
    private long _bonus = 5_000;
    private decimal _spendPerHour = 60;

    internal EmulatedAdverts(TimeProvider time) => _time = time;

    /// <summary>What is on the account that the seller tops up, in roubles: WB's <c>balance</c>.</summary>
    /// <value>The default is 50,000.</value>
    public long Account
    {
        get => Get(ref _account);
        set => Set(ref _account, value);
    }

    /// <summary>What may be paid from future sales, in roubles: WB's <c>net</c>.</summary>
    /// <value>The default is 20,000.</value>
    public long Balance
    {
        get => Get(ref _balance);
        set => Set(ref _balance, value);
    }

    /// <summary>The bonuses, in roubles.</summary>
    /// <value>The default is 5,000.</value>
    public long Bonus
    {
        get => Get(ref _bonus);
        set => Set(ref _bonus, value);
    }

    /// <summary>What a campaign without a rate of its own spends while it is active, in roubles an hour; holds from its next start on.</summary>
    /// <value>The default is 60.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public decimal SpendPerHour
    {
        get
        {
            lock (_lock)
                return _spendPerHour;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            lock (_lock)
                _spendPerHour = value;
        }
    }

    /// <summary>The campaigns by id, as they are now.</summary>
    public IReadOnlyList<EmulatedCampaign> All
    {
        get
        {
            lock (_lock)
            {
                DateTimeOffset now = Process();
                return [.. _campaigns.Values.Select(e => e.At(now))];
            }
        }
    }

    /// <summary>The products that campaigns may promote, by number.</summary>
    public IReadOnlyList<EmulatedAdvertProduct> Products
    {
        get
        {
            lock (_lock)
                return [.. _products.Values];
        }
    }

    /// <summary>The top-ups of the account, the oldest first.</summary>
    public IReadOnlyList<EmulatedAdvertPayment> Payments
    {
        get
        {
            lock (_lock)
                return [.. _payments];
        }
    }

    /// <summary>The promo bonuses, in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedPromoBonus> PromoBonuses
    {
        get
        {
            lock (_lock)
                return [.. _promoBonuses];
        }
    }

    /// <summary>Adds a product that campaigns may promote, or replaces the one with its number.</summary>
    /// <param name="product">The product.</param>
    /// <exception cref="ArgumentException">Its number is not positive, or its price is negative.</exception>
    public void AddProduct(EmulatedAdvertProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (product.NmId <= 0 || product.Price < 0)
            throw new ArgumentException($"{product.NmId} cannot be promoted: a number is positive, a price not negative.", nameof(product));
        lock (_lock)
            _products[product.NmId] = product;
    }

    /// <summary>Adds a campaign, or replaces the one with its id. Products that campaigns could not promote yet become such.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <returns>The campaign as it is kept: with its id, times and bids.</returns>
    /// <exception cref="ArgumentException">
    /// Its status is none of WB's, its budget or rate is negative, a product is not positive or comes twice, or there are more than 50.
    /// </exception>
    public EmulatedCampaign Add(EmulatedCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (!Statuses.Contains(campaign.Status))
            throw new ArgumentException($"No campaign has the status {campaign.Status}: it is -1, 4, 7, 8, 9 or 11.", nameof(campaign));
        if (campaign.Id < 0 || campaign.Budget < 0 || campaign.SpendPerHour < 0)
            throw new ArgumentException("Id, budget and rate of a campaign are not negative.", nameof(campaign));
        if (campaign.Products.Count > MaxProducts
            || campaign.Products.Any(p => p.NmId <= 0)
            || campaign.Products.DistinctBy(p => p.NmId).Count() != campaign.Products.Count)
        {
            throw new ArgumentException($"The products of a campaign have positive numbers, each another, and are at most {MaxProducts}.", nameof(campaign));
        }

        lock (_lock)
        {
            DateTimeOffset now = Process();
            foreach (EmulatedCampaignProduct product in campaign.Products)
                _products.TryAdd(product.NmId, new EmulatedAdvertProduct { NmId = product.NmId });
            Entry entry = Keep(campaign, now);
            if (campaign.Status == Active)
                Run(entry, entry.Campaign.StartedAt!.Value);
            now = Process();
            return entry.At(now);
        }
    }

    /// <summary>Finds a campaign.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The campaign as it is now, or <see langword="null"/>.</returns>
    public EmulatedCampaign? Find(long id)
    {
        lock (_lock)
        {
            DateTimeOffset now = Process();
            return _campaigns.TryGetValue(id, out Entry? entry) ? entry.At(now) : null;
        }
    }

    /// <summary>The seller tops up the account.</summary>
    /// <param name="sum">How much, in roubles.</param>
    /// <param name="type">How it is paid: 0 from the account, 1 from the balance, 3 by card.</param>
    /// <param name="at">When; by default now.</param>
    /// <returns>The payment.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not positive.</exception>
    public EmulatedAdvertPayment AddPayment(long sum, int type = 3, DateTimeOffset? at = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        lock (_lock)
        {
            var payment = new EmulatedAdvertPayment { Id = 55_261_296 + _payments.Count, At = at ?? _time.GetUtcNow(), Sum = sum, Type = type };
            _payments.Add(payment);
            _account += sum;
            return payment;
        }
    }

    /// <summary>Gives the seller promo bonuses.</summary>
    /// <param name="bonus">The bonuses.</param>
    /// <exception cref="ArgumentException">The sum is not positive, or the share is not 1 to 100 percent.</exception>
    public void AddPromoBonus(EmulatedPromoBonus bonus)
    {
        ArgumentNullException.ThrowIfNull(bonus);
        if (bonus.Sum <= 0 || bonus.Percent is < 1 or > 100)
            throw new ArgumentException("Promo bonuses have a positive sum and pay 1 to 100 percent.", nameof(bonus));
        lock (_lock)
            _promoBonuses.Add(bonus);
    }

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

    // What is being deleted is there to be seen, but for no operation to change.
    private Entry? FindEntry(long id) => _campaigns.TryGetValue(id, out Entry? entry) && entry.Campaign.Status != Deleted ? entry : null;

    private Entry Keep(EmulatedCampaign campaign, DateTimeOffset now)
    {
        long id = campaign.Id == 0 ? _nextId++ : campaign.Id;
        _nextId = Math.Max(_nextId, id + 1);
        DateTimeOffset? started = campaign.StartedAt ?? (campaign.Status == Active ? now : null);
        var entry = new Entry(campaign with
        {
            Id = id,
            Products = [.. campaign.Products.Select(p => WithBids(campaign, p))],
            CreatedAt = campaign.CreatedAt ?? (started < now ? started : now),
            ChangedAt = campaign.ChangedAt ?? started ?? now,
            StartedAt = started,
            DeletedAt = campaign.DeletedAt ?? (campaign.Status == Deleted ? now : null),
        });
        entry.Spending.Deposit(campaign.Budget);
        _campaigns[id] = entry;
        return entry;
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

    private void Run(Entry entry, DateTimeOffset at) =>
        entry.Spending.Start(at, entry.Campaign.SpendPerHour ?? _spendPerHour, Slices(entry.Campaign));

    // Products share alike; of a product's share search and recommendations get a half each, and clusters share the search's.
    private List<CampaignSpending.Slice> Slices(EmulatedCampaign campaign)
    {
        var products = new List<List<CampaignSpending.Slice>>();
        foreach (EmulatedCampaignProduct product in campaign.Products)
        {
            var slices = new List<CampaignSpending.Slice>();
            if (campaign.InSearch)
            {
                IReadOnlyList<string> clusters = _products[product.NmId].SearchClusters;
                string[] shown = [.. clusters.Except(product.MinusPhrases, StringComparer.Ordinal)];
                slices.AddRange(shown.Select(c => Slice(
                    product, true, c, product.ClusterBidsKopecks.GetValueOrDefault(c, product.SearchBidKopecks), 1m / shown.Length)));
                if (clusters.Count == 0)
                    slices.Add(Slice(product, true, null, product.SearchBidKopecks, 1));
            }

            decimal places = slices.Count > 0 && campaign.InRecommendations ? 2 : 1;
            if (campaign.InRecommendations)
                slices.Add(Slice(product, false, null, product.RecommendationsBidKopecks, 1));
            if (slices.Count > 0)
                products.Add([.. slices.Select(s => s with { Weight = s.Weight / places })]);
        }

        return [.. products.SelectMany(slices => slices.Select(s => s with { Weight = s.Weight / products.Count }))];

        CampaignSpending.Slice Slice(EmulatedCampaignProduct product, bool inSearch, string? cluster, long bid, decimal weight) =>
            new(product.NmId, inSearch, cluster, bid, campaign.PaysPerClick, weight);
    }

    // Lazily: what ran out of money has paused, and what was deleted is gone.
    private DateTimeOffset Process()
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (Entry entry in _campaigns.Values.ToArray())
        {
            if (entry.Campaign.Status == Active && entry.Spending.EmptyAt() is { } empty && empty <= now)
            {
                entry.Spending.Stop(empty);
                entry.Campaign = entry.Campaign with { Status = Paused, ChangedAt = empty };
            }
            else if (entry.Campaign.DeletedAt + DeletionTime <= now)
            {
                _campaigns.Remove(entry.Campaign.Id);
            }
        }

        return now;
    }

    private long Get(ref long field)
    {
        lock (_lock)
            return field;
    }

    private void Set(ref long field, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        lock (_lock)
            field = value;
    }

    internal enum StatusChange
    {
        Done = 0,
        NotFound = 1,
        NotChanged = 2,
        LowBudget = 3,
    }

    private sealed class Entry(EmulatedCampaign campaign)
    {
        public EmulatedCampaign Campaign { get; set; } = campaign;

        public CampaignSpending Spending { get; } = new();

        /// <summary>Where the latest deposit came from: 0 the account, 1 the balance, 3 bonuses.</summary>
        public int Source { get; set; }

        public EmulatedCampaign At(DateTimeOffset now) => Campaign with { Budget = Spending.Left(now), Spent = Spending.Spent(now) };
    }
}
