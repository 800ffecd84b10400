namespace Wildberries.Sdk.Testing;

/// <summary>The calendar of promotions of an emulator. May be used from any thread, also while requests are served.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed class EmulatedPromotions
{
    private const long FirstUpload = 546001;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedPromotion> _promotions = [];

    // When the discount of a product that was added begins to hold.
    private readonly Dictionary<(long PromotionId, long NmId), DateTimeOffset> _added = [];
    private readonly List<EmulatedPromotionUpload> _uploads = [];

    internal EmulatedPromotions(TimeProvider time) => _time = time;

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

            long[] added = [.. promotion.Products.Select(p => p.NmId).Intersect(nmIds)];
            DateTimeOffset now = _time.GetUtcNow();
            foreach (long nmId in added)
                _added[(promotionId, nmId)] = uploadNow || promotion.StartsAt < now ? now : promotion.StartsAt;
            var upload = new EmulatedPromotionUpload
            {
                Id = FirstUpload + _uploads.Count,
                PromotionId = promotionId,
                UploadNow = uploadNow,
                NmIds = nmIds,
                Added = added,
            };
            _uploads.Add(upload);
            return (upload, false);
        }
    }

    private EmulatedPromotionProduct Now(long promotionId, EmulatedPromotionProduct product) =>
        _added.TryGetValue((promotionId, product.NmId), out DateTimeOffset from)
            ? product with { InAction = true, Discount = from <= _time.GetUtcNow() ? product.PlanDiscount : product.Discount }
            : product;
}
