
namespace Wildberries.Sdk.Testing;

/// <summary>
/// The advertising campaigns of an emulator, the products that they may promote, and the money. A campaign that is active spends as the
/// emulator's clock goes on, and pauses when its budget is empty. May be used from any thread, also while requests are served.
/// </summary>
/// <remarks>
/// WB takes up to three minutes to show a change, the emulator none. How much views, clicks and orders cost is of its own making.
/// Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.
/// </remarks>
public sealed partial class EmulatedAdverts
{
    internal const int MaxProducts = 50;
    internal const long MinimumDeposit = 1000;
    internal const long MinimumDailyLimit = 500;
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

    private sealed class Entry(EmulatedCampaign campaign)
    {
        public EmulatedCampaign Campaign { get; set; } = campaign;

        public CampaignSpending Spending { get; } = new();

        /// <summary>Where the latest deposit came from: 0 the account, 1 the balance, 3 bonuses.</summary>
        public int Source { get; set; }

        public EmulatedCampaign At(DateTimeOffset now) => Campaign with { Budget = Spending.Left(now), Spent = Spending.Spent(now) };
    }
}
