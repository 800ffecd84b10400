using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>The products of an emulator with their prices, and the uploads that change them. May be used from any thread.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed class EmulatedPrices
{
    private const string NotOffered = "The item does not take part in the promotion";
    private const string InQuarantine = "The new price is several times lower than the current price. Item has been moved to Price Quarantine";

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedProduct> _goods = [];
    private readonly SortedDictionary<long, Held> _quarantine = [];
    private readonly Dictionary<long, IReadOnlyList<WholesaleLevel>> _wholesale = [];
    private readonly Dictionary<long, string> _failures = [];
    private readonly HashSet<long> _unmentioned = [];
    private readonly List<Upload> _uploads = [];
    private TimeSpan _processingTime = TimeSpan.FromSeconds(1);
    private int _cancellations;

    internal EmulatedPrices(TimeProvider time) => _time = time;

    /// <summary>The products by number, with what uploads have changed until now.</summary>
    public IReadOnlyList<EmulatedProduct> All
    {
        get
        {
            lock (_lock)
            {
                Process();
                return [.. _goods.Values];
            }
        }
    }

    /// <summary>The numbers of the products in price quarantine.</summary>
    public IReadOnlyList<long> Quarantined => [.. Quarantine().Select(h => h.NmId)];

    /// <summary>How long an upload is in processing, by the emulator's clock; holds for uploads from now on.</summary>
    /// <value>The default is a second.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ProcessingTime
    {
        get
        {
            lock (_lock)
                return _processingTime;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_lock)
                _processingTime = value;
        }
    }

    /// <summary>Adds a product, or replaces the one with its number.</summary>
    /// <param name="product">The product.</param>
    /// <returns>The product as it is kept: with its default size and article.</returns>
    /// <exception cref="ArgumentException">Its number or price is not positive, or a discount is not 0 to 99.</exception>
    public EmulatedProduct Add(EmulatedProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (product.NmId <= 0 || product.Price <= 0 || product.Discount is < 0 or > 99 || product.ClubDiscount is < 0 or > 99)
            throw new ArgumentException($"{product} cannot be sold: number and price are positive, discounts are 0 to 99 percent.", nameof(product));
        EmulatedProduct kept = product with
        {
            VendorCode = product.VendorCode ?? "art-" + product.NmId.ToString(CultureInfo.InvariantCulture),
            Sizes = product.Sizes.Count > 0 ? [.. product.Sizes] : [new EmulatedProductSize { SizeId = product.NmId * 10 }],
        };
        lock (_lock)
        {
            Process();
            _goods[kept.NmId] = kept;
        }

        return kept;
    }

    /// <summary>Finds a product.</summary>
    /// <param name="nmId">Its number.</param>
    /// <returns>The product as it is now, or <see langword="null"/>.</returns>
    public EmulatedProduct? Find(long nmId)
    {
        lock (_lock)
        {
            Process();
            return _goods.GetValueOrDefault(nmId);
        }
    }

    /// <summary>Lets every upload that is processed from now on fail for one product, until told otherwise.</summary>
    /// <param name="nmId">The product's number.</param>
    /// <param name="errorText">What WB says about it; <see langword="null"/> ends the failures.</param>
    public void Fail(
        long nmId, string? errorText = "You can't change the item price. Item was added to the Sale due to high inventory")
    {
        lock (_lock)
        {
            if (errorText is null)
                _failures.Remove(nmId);
            else
                _failures[nmId] = errorText;
        }
    }

    /// <summary>Lets WB cancel the next uploads, of whatever kind, when it comes to process them: they change nothing.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public void CancelNextUploads(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_lock)
            _cancellations += count;
    }

    /// <summary>Lets the details of uploads say nothing of a product, though it is processed like the others.</summary>
    /// <param name="nmId">The product's number.</param>
    public void LeaveOutOfDetails(long nmId)
    {
        lock (_lock)
            _unmentioned.Add(nmId);
    }

    /// <summary>
    /// Takes an upload. The same upload as the latest of its kind is that one again; one that would change nothing is none.
    /// </summary>
    internal (Upload? Upload, bool AlreadyExists) Take(UploadKind kind, IReadOnlyList<UploadRow> rows)
    {
        lock (_lock)
        {
            Process();
            if (_uploads.FindLast(u => u.Kind == kind) is { } latest && latest.Rows.Select(r => r.Change).SequenceEqual(rows.Select(r => r.Change)))
                return (latest, true);
            if (kind != UploadKind.Wholesale && rows.All(ChangesNothing))
                return (null, false);
            DateTimeOffset now = _time.GetUtcNow();
            return (Add(new Upload(146_567 + _uploads.Count, kind, rows, now, now + _processingTime)), false);
        }
    }

    /// <summary>Takes an upload of the promotions calendar, to be processed at a time, or as soon as others are.</summary>
    internal Upload Take(long id, IReadOnlyList<UploadRow> rows, DateTimeOffset? processedAt)
    {
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            return Add(new Upload(id, UploadKind.Promotion, rows, now, processedAt ?? now + _processingTime));
        }
    }

    /// <summary>How far an upload is with a product.</summary>
    internal (bool IsProcessed, bool IsRefused) StateOf(Upload upload, long nmId)
    {
        lock (_lock)
        {
            Process();
            return (upload.IsProcessed, upload.IsCancelled || upload.Rows.Any(row => row.NmId == nmId && row.Error is not null));
        }
    }

    /// <summary>The rows of an upload that its details show.</summary>
    internal IReadOnlyList<UploadRow> DetailsOf(Upload upload)
    {
        lock (_lock)
            return [.. upload.Rows.Where(row => !_unmentioned.Contains(row.NmId))];
    }

    /// <summary>An upload that is processed, or that is not.</summary>
    internal Upload? FindUpload(long id, bool isProcessed)
    {
        lock (_lock)
        {
            Process();
            return _uploads.Find(u => u.Id == id && u.IsProcessed == isProcessed);
        }
    }

    internal IReadOnlyList<Held> Quarantine()
    {
        lock (_lock)
        {
            Process();
            return [.. _quarantine.Values];
        }
    }

    internal IReadOnlyList<WholesaleLevel> WholesaleOf(long nmId)
    {
        lock (_lock)
        {
            Process();
            return _wholesale.GetValueOrDefault(nmId) ?? [];
        }
    }

    internal static decimal Discounted(decimal price, int discount) => price * (100 - discount) / 100;

    private Upload Add(Upload upload)
    {
        if (_cancellations > 0)
        {
            _cancellations--;
            upload.IsCancelled = true;
        }

        _uploads.Add(upload);
        Process();
        return upload;
    }

    // An unknown product is none to change; the old price again takes a product out of quarantine.
    private bool ChangesNothing(UploadRow row) =>
        !_goods.TryGetValue(row.NmId, out EmulatedProduct? product) || (!_quarantine.ContainsKey(row.NmId) && row.Change switch
        {
            PriceRow change => (change.Price ?? product.Price) == product.Price && (change.Discount ?? product.Discount) == product.Discount,
            SizeRow change => product.Sizes.Any(s => s.SizeId == change.SizeId && (s.Price ?? product.Price) == change.Price),
            ClubRow change => change.ClubDiscount == product.ClubDiscount,
            _ => false,
        });

    // Lazily, in the order in which they were due.
    private void Process()
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (Upload upload in _uploads.Where(u => !u.IsProcessed && u.ProcessedAt <= now).OrderBy(u => u.ProcessedAt))
        {
            foreach (UploadRow row in upload.IsCancelled ? [] : upload.Rows)
                row.Error ??= Apply(row);
            upload.IsProcessed = true;
        }
    }

    private string? Apply(UploadRow row)
    {
        if (row.Change is PromotionRow { IsOffered: false })
            return NotOffered;
        if (!_goods.TryGetValue(row.NmId, out EmulatedProduct? product) && row.Change is not PromotionRow)
            return "Invalid item No.";
        if (_failures.TryGetValue(row.NmId, out string? failure))
            return failure;

        // A promotion has products of its own, which need no price here.
        if (product is null)
            return null;
        switch (row.Change)
        {
            case PriceRow change:
                return SetPrice(product, change.Price ?? product.Price, change.Discount ?? product.Discount);
            case SizeRow change:
                if (!product.EditableSizePrice || product.Sizes.All(s => s.SizeId != change.SizeId))
                    return "Invalid size";
                _goods[product.NmId] = product with
                {
                    Sizes = [.. product.Sizes.Select(s => s.SizeId == change.SizeId ? s with { Price = change.Price } : s)],
                };
                return null;
            case ClubRow change:
                _goods[product.NmId] = product with { ClubDiscount = change.ClubDiscount };
                return null;
            case PromotionRow change:
                _goods[product.NmId] = product with { Discount = change.Discount };
                return null;
            case WholesaleRow change:
                _wholesale[product.NmId] = Merge(_wholesale.GetValueOrDefault(product.NmId) ?? [], change.Levels);
                return null;
            default:
                throw new InvalidOperationException($"No upload has rows of {row.Change.GetType().Name}.");
        }
    }

    private string? SetPrice(EmulatedProduct product, int price, int discount)
    {
        decimal before = Discounted(product.Price, product.Discount), after = Discounted(price, discount);
        if (!product.EditableSizePrice && after * 3 <= before)
        {
            _quarantine[product.NmId] = new Held(product.NmId, price, product.Price, discount, product.Discount, after - before);
            return InQuarantine;
        }

        _quarantine.Remove(product.NmId);
        _goods[product.NmId] = product with { Price = price, Discount = discount, Sizes = [.. product.Sizes.Select(s => s with { Price = null })] };
        return null;
    }

    private static List<WholesaleLevel> Merge(IReadOnlyList<WholesaleLevel> old, IReadOnlyList<WholesaleLevel> changes)
    {
        var levels = new SortedDictionary<int, WholesaleLevel>(old.ToDictionary(l => l.Level));
        foreach (WholesaleLevel change in changes.Where(c => c.Discount > 0))
            levels[change.Level] = change;

        // A zero takes its level away and all above it, whatever else was asked for.
        int lowest = changes.Where(c => c.Discount == 0).Select(c => c.Level).DefaultIfEmpty(int.MaxValue).Min();
        return [.. levels.Values.Where(l => l.Level < lowest)];
    }

    internal enum UploadKind
    {
        Prices = 0,
        Sizes = 1,
        Club = 2,
        Wholesale = 3,
        Promotion = 4,
    }

    internal sealed record PriceRow(long NmId, int? Price, int? Discount);

    internal sealed record SizeRow(long NmId, long SizeId, int Price);

    internal sealed record ClubRow(long NmId, int ClubDiscount);

    internal sealed record PromotionRow(long NmId, int Discount, bool IsOffered);

    internal sealed record WholesaleRow(long NmId, IReadOnlyList<WholesaleLevel> Levels)
    {
        public bool Equals(WholesaleRow? other) => other is not null && other.NmId == NmId && other.Levels.SequenceEqual(Levels);

        public override int GetHashCode() => NmId.GetHashCode();
    }

    internal sealed record WholesaleLevel(int MinQuantity, int Discount, int Level);

    internal sealed record Held(long NmId, int NewPrice, int OldPrice, int NewDiscount, int OldDiscount, decimal Difference);

    internal sealed class UploadRow(long nmId, object change)
    {
        public long NmId { get; } = nmId;

        public object Change { get; } = change;

        public string? Error { get; set; }
    }

    internal sealed class Upload(long id, UploadKind kind, IReadOnlyList<UploadRow> rows, DateTimeOffset createdAt, DateTimeOffset processedAt)
    {
        public long Id { get; } = id;

        public UploadKind Kind { get; } = kind;

        public IReadOnlyList<UploadRow> Rows { get; } = rows;

        public DateTimeOffset CreatedAt { get; } = createdAt;

        public DateTimeOffset ProcessedAt { get; } = processedAt;

        public bool IsProcessed { get; set; }

        public bool IsCancelled { get; set; }
    }
}
