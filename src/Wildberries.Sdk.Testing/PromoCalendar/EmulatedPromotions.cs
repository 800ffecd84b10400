namespace Wildberries.Sdk.Testing;

/// <summary>
/// The calendar of promotions of an emulator. An upload of products is processed as one of prices: <see cref="EmulatedPrices"/> has its state, and makes it
/// fail or be cancelled. May be used from any thread, also while requests are served.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed class EmulatedPromotions
{
    private const long FirstUpload = 546001;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly EmulatedPrices _prices;
    private readonly SortedDictionary<long, EmulatedPromotion> _promotions = [];

    // The upload that added a product.
    private readonly Dictionary<(long PromotionId, long NmId), EmulatedPrices.Upload> _added = [];
    private readonly List<EmulatedPromotionUpload> _uploads = [];

    internal EmulatedPromotions(TimeProvider time, EmulatedPrices prices)
    {
        _time = time;
        _prices = prices;
    }

    /// <summary>The promotions by start, as they were added.</summary>
    public IReadOnlyList<EmulatedPromotion> All
    {
        get
        {
            lock (_lock)
                return [.. _promotions.Values.OrderBy(p => p.StartsAt).ThenBy(p => p.Id)];
        }
    }

    /// <summary>The orders to add products, the oldest first. One that repeated an older one is not among them.</summary>
    public IReadOnlyList<EmulatedPromotionUpload> Uploads
    {
        get
        {
            lock (_lock)
                return [.. _uploads];
        }
    }

    /// <summary>Adds a promotion. An id that exists is replaced, and what was added to that promotion is forgotten.</summary>
    /// <param name="promotion">The promotion.</param>
    /// <exception cref="ArgumentException">The promotion ends before it starts.</exception>
    public void Add(EmulatedPromotion promotion)
    {
        ArgumentNullException.ThrowIfNull(promotion);
        if (promotion.EndsAt < promotion.StartsAt)
            throw new ArgumentException($"The promotion {promotion.Id} ends before it starts.", nameof(promotion));
        lock (_lock)
        {
            _promotions[promotion.Id] = promotion;
            foreach ((long PromotionId, long NmId) key in _added.Keys.Where(k => k.PromotionId == promotion.Id).ToArray())
                _added.Remove(key);
        }
    }

    /// <summary>The products that were offered for a promotion, as they are now.</summary>
    /// <param name="promotionId">The promotion.</param>
    /// <returns>The products; none if there is no such promotion.</returns>
    public IReadOnlyList<EmulatedPromotionProduct> ProductsOf(long promotionId)
    {
        lock (_lock)
        {
            return _promotions.TryGetValue(promotionId, out EmulatedPromotion? promotion)
                ? [.. promotion.Products.Select(p => Now(promotionId, p))]
                : [];
        }
    }

    /// <summary>Finds a promotion whose products can be listed and added.</summary>
    internal EmulatedPromotion? FindOpen(long promotionId)
    {
        lock (_lock)
        {
            return _promotions.TryGetValue(promotionId, out EmulatedPromotion? promotion)
                && !promotion.IsAutomatic
                && promotion.EndsAt >= _time.GetUtcNow()
                    ? promotion
                    : null;
        }
    }

    /// <summary>Takes an upload from the API; <see langword="null"/> if products cannot be added to the promotion.</summary>
    internal (EmulatedPromotionUpload Upload, bool AlreadyExists)? Receive(long promotionId, bool uploadNow, IReadOnlyList<long> nmIds)
    {
        lock (_lock)
        {
            if (FindOpen(promotionId) is not { } promotion)
                return null;
            if (_uploads.Find(u => u.PromotionId == promotionId && u.UploadNow == uploadNow && u.NmIds.Order().SequenceEqual(nmIds.Order())) is { } same)
                return (same, true);

            Dictionary<long, EmulatedPromotionProduct> offered = promotion.Products.DistinctBy(p => p.NmId).ToDictionary(p => p.NmId);
            var upload = new EmulatedPromotionUpload
            {
                Id = FirstUpload + _uploads.Count,
                PromotionId = promotionId,
                UploadNow = uploadNow,
                NmIds = nmIds,
                Added = [.. nmIds.Where(offered.ContainsKey)],
            };
            EmulatedPrices.Upload processed = _prices.Take(
                upload.Id,
                [.. nmIds.Select(nmId => new EmulatedPrices.UploadRow(
                    nmId,
                    new EmulatedPrices.PromotionRow(nmId, offered.GetValueOrDefault(nmId)?.PlanDiscount ?? 0, offered.ContainsKey(nmId))))],
                uploadNow || promotion.StartsAt < _time.GetUtcNow() ? null : promotion.StartsAt);
            foreach (long nmId in upload.Added)
                _added[(promotionId, nmId)] = processed;
            _uploads.Add(upload);
            return (upload, false);
        }
    }

    private EmulatedPromotionProduct Now(long promotionId, EmulatedPromotionProduct product)
    {
        if (!_added.TryGetValue((promotionId, product.NmId), out EmulatedPrices.Upload? upload))
            return product;
        (bool isProcessed, bool isRefused) = _prices.StateOf(upload, product.NmId);
        return isProcessed && isRefused
            ? product
            : product with { InAction = true, Discount = isProcessed ? product.PlanDiscount : product.Discount };
    }
}
