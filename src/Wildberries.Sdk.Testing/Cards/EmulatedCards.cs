using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>
/// The seller's cards, with their pictures, tags and recommendations, the trash, and what WB refused. May be used from any thread.
/// </summary>
/// <remarks>
/// WB accepts cards that are to be created or changed, and works on them for <see cref="ProcessingTime"/>; in the sandbox, new cards are there at once. At once it refuses
/// a request with a card without an article or with that of another card, with an unknown subject, without a required characteristic, or with the same characteristics as another
/// of its group. Everything else goes to the list of errors: what <see cref="Refuse"/> says, texts that are too long, barcodes of other cards, characteristics that
/// the subject does not have or of another type, too many values, more cards than the seller may have. Where WB draws this line is not in its documents.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
/// </remarks>
public sealed partial class EmulatedCards
{
    /// <summary>The most cards in a group.</summary>
    internal const int MaxGroup = 30;
    private static readonly TimeSpan TrashTime = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly EmulatedDirectories _directories;
    private readonly SortedDictionary<long, EmulatedCard> _cards = [];
    private readonly Dictionary<string, long> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _barcodes = new(StringComparer.Ordinal);
    private readonly HashSet<long> _trashed = [];
    private TimeSpan _processingTime = TimeSpan.FromSeconds(1);
    private TimeSpan _moderationTime = TimeSpan.FromMinutes(1);
    private TimeSpan _mediaTime = TimeSpan.Zero;
    private TimeSpan _mediaProcessingTime = TimeSpan.Zero;
    private bool _keepsMediaContent = true;
    private int _freeLimits = 1500;
    private int _paidLimits = 10;
    private long _lastNmId = 411_000_000;
    private long _lastImtId = 380_000_000;
    private long _lastChrtId = 580_000_000;
    private long _lastBarcode = 204_000_000_000;
    private long _lastTime;

    internal EmulatedCards(TimeProvider time, EmulatedDirectories directories)
    {
        _time = time;
        _directories = directories;
    }

    /// <summary>The cards by number, without those in the trash, with what WB has done until now.</summary>
    public IReadOnlyList<EmulatedCard> All => Where(card => card.TrashedAt is null);

    /// <summary>The cards in the trash, by number. After 30 days WB deletes them.</summary>
    public IReadOnlyList<EmulatedCard> Trash => Where(card => card.TrashedAt is not null);

    /// <summary>How long WB works on cards that are created or changed, by the emulator's clock; holds from now on.</summary>
    /// <value>The default is a second.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ProcessingTime
    {
        get => Get(ref _processingTime);
        set => SetTime(ref _processingTime, value);
    }

    /// <summary>How long WB takes to check documents, by the emulator's clock; holds from now on.</summary>
    /// <value>The default is a minute.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ModerationTime
    {
        get => Get(ref _moderationTime);
        set => SetTime(ref _moderationTime, value);
    }

    /// <summary>
    /// How long WB works on an uploaded file before it answers, by the emulator's clock. Of two uploads to one card within this time, the one that ends last leaves
    /// the card as it had found it, with its own picture only.
    /// </summary>
    /// <value>The default is zero: no upload meets another.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan MediaTime
    {
        get => Get(ref _mediaTime);
        set => SetTime(ref _mediaTime, value);
    }

    /// <summary>
    /// How long WB works on files after its answer, uploaded ones and those of links, before the card shows them, by the emulator's clock; holds from now on.
    /// </summary>
    /// <value>The default is zero: the card shows them at once.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan MediaProcessingTime
    {
        get => Get(ref _mediaProcessingTime);
        set => SetTime(ref _mediaProcessingTime, value);
    }

    /// <summary>Whether the bytes of uploaded files are kept. Without them nothing can be fetched back, and many large files need no memory.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool KeepsMediaContent
    {
        get => Get(ref _keepsMediaContent);
        set => Set(ref _keepsMediaContent, value);
    }

    /// <summary>How many cards the seller may have for nothing.</summary>
    /// <value>The default is 1,500.</value>
    public int FreeLimits
    {
        get => Get(ref _freeLimits);
        set => Set(ref _freeLimits, value);
    }

    /// <summary>How many more cards the seller has paid for.</summary>
    /// <value>The default is 10.</value>
    public int PaidLimits
    {
        get => Get(ref _paidLimits);
        set => Set(ref _paidLimits, value);
    }

    /// <summary>Adds a card, or replaces the one with its number. Limits and characteristics are not looked at.</summary>
    /// <param name="card">The card.</param>
    /// <returns>The card as it is kept: with its numbers, article, sizes and times.</returns>
    /// <exception cref="ArgumentException">A number of it is negative, or another card has its article.</exception>
    public EmulatedCard Add(EmulatedCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.NmId < 0 || card.ImtId < 0)
            throw new ArgumentException("The numbers of a card are not negative.", nameof(card));
        lock (_lock)
        {
            Process();
            if (card.VendorCode is { } article && _articles.TryGetValue(article, out long other) && other != card.NmId)
                throw new ArgumentException($"The card {other} has the article \"{article}\".", nameof(card));
            EmulatedCard kept = Complete(card, _time.GetUtcNow());
            Keep(kept);
            ScheduleCheck(kept, card.UpdatedAt ?? _time.GetUtcNow());
            return kept;
        }
    }

    /// <summary>Finds a card, in the trash, too.</summary>
    /// <param name="nmId">Its number.</param>
    /// <returns>The card as it is now, or <see langword="null"/>.</returns>
    public EmulatedCard? Find(long nmId)
    {
        lock (_lock)
        {
            Process();
            return _cards.GetValueOrDefault(nmId);
        }
    }

    /// <summary>Finds a card by the seller's article, in the trash, too.</summary>
    /// <param name="vendorCode">The article.</param>
    /// <returns>The card as it is now, or <see langword="null"/>.</returns>
    public EmulatedCard? FindByVendorCode(string vendorCode)
    {
        ArgumentNullException.ThrowIfNull(vendorCode);
        lock (_lock)
        {
            Process();
            return _articles.TryGetValue(vendorCode, out long nmId) ? _cards[nmId] : null;
        }
    }

    /// <summary>Changes a card at once, as somebody does in the seller's portal while a program is at work. Its documents are not checked again.</summary>
    /// <param name="nmId">Its number.</param>
    /// <param name="change">What becomes of it.</param>
    /// <returns>The card as it is now.</returns>
    /// <exception cref="ArgumentException">There is no such card, or the change has another number, or the article of another card.</exception>
    public EmulatedCard Change(long nmId, Func<EmulatedCard, EmulatedCard> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            Process();
            if (!_cards.TryGetValue(nmId, out EmulatedCard? card))
                throw new ArgumentException($"There is no card {nmId}.", nameof(nmId));
            EmulatedCard changed = change(card);
            if (changed.NmId != nmId)
                throw new ArgumentException($"The card {nmId} has become {changed.NmId}.", nameof(change));
            if (changed.VendorCode is { } article && _articles.TryGetValue(article, out long other) && other != nmId)
                throw new ArgumentException($"The card {other} has the article \"{article}\".", nameof(change));
            EmulatedCard kept = Complete(changed with { UpdatedAt = null }, _time.GetUtcNow());
            Keep(kept);
            return kept;
        }
    }

    /// <summary>Throws a card into the trash, as the operation does: it gets another <see cref="EmulatedCard.ImtId"/>.</summary>
    /// <param name="nmId">Its number.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void MoveToTrash(long nmId)
    {
        if (TryMoveToTrash([nmId]) is not null)
            throw new ArgumentException($"There is no card {nmId}.", nameof(nmId));
    }

    /// <summary>The cards by the time of the last change or, in the trash, by that when they came there; oldest first.</summary>
    internal IReadOnlyList<EmulatedCard> InOrder(bool isTrashed) =>
        [.. (isTrashed ? Trash : All).OrderBy(card => isTrashed ? card.TrashedAt : card.UpdatedAt).ThenBy(card => card.NmId)];

    /// <summary>Makes barcodes that no card has.</summary>
    internal IReadOnlyList<string> MakeBarcodes(int count)
    {
        lock (_lock)
            return [.. Enumerable.Range(0, count).Select(_ => MakeBarcode())];
    }

    private IReadOnlyList<EmulatedCard> Where(Func<EmulatedCard, bool> condition)
    {
        lock (_lock)
        {
            Process();
            return [.. _cards.Values.Where(condition)];
        }
    }

    // Lazily, in the order in which it was due.
    private void Process()
    {
        DateTimeOffset now = _time.GetUtcNow();
        ProcessWrites(now);
        CheckDocuments(now);
        ShowMedia(now);

        // The times of changes run ahead of a clock that stands still.
        DateTimeOffset emptied = now - TrashTime + TimeSpan.FromMilliseconds(1);
        foreach (long nmId in _trashed.Where(nmId => _cards[nmId].TrashedAt <= emptied).ToArray())
            Forget(_cards[nmId]);
    }

    private EmulatedCard Complete(EmulatedCard card, DateTimeOffset at)
    {
        long nmId = card.NmId > 0 ? card.NmId : NextNmId();
        DateTimeOffset time = Exact(card.UpdatedAt) ?? Tick(at);
        IReadOnlyList<EmulatedCardSize> sizes = card.Sizes.Count > 0 ? card.Sizes : [new EmulatedCardSize()];
        return card with
        {
            NmId = nmId,
            ImtId = card.ImtId > 0 ? card.ImtId : ++_lastImtId,
            VendorCode = card.VendorCode ?? "art-" + nmId.ToString(CultureInfo.InvariantCulture),
            Sizes = [.. sizes.Select(Complete)],
            Documents = [.. card.Documents.Select(document => document with { CreatedAt = document.CreatedAt ?? time })],
            CreatedAt = Exact(card.CreatedAt) ?? time,
            UpdatedAt = time,
            TrashedAt = Exact(card.TrashedAt),
        };
    }

    // Cursors are exact to the microsecond; so is what they point at.
    private static DateTimeOffset? Exact(DateTimeOffset? time) => time?.AddTicks(-(time.Value.Ticks % TimeSpan.TicksPerMicrosecond));

    private EmulatedCardSize Complete(EmulatedCardSize size) => size with
    {
        ChrtId = size.ChrtId > 0 ? size.ChrtId : ++_lastChrtId,
        TechSize = size.TechSize.Length > 0 ? size.TechSize : "0",
        Skus = size.Skus.Count > 0 ? [.. size.Skus] : [MakeBarcode()],
    };

    private void Keep(EmulatedCard card)
    {
        if (_cards.TryGetValue(card.NmId, out EmulatedCard? before))
            Forget(before);
        _cards[card.NmId] = card;
        _articles[card.VendorCode!] = card.NmId;
        if (card.TrashedAt is not null)
            _trashed.Add(card.NmId);
        foreach (string barcode in card.Sizes.SelectMany(size => size.Skus))
            _barcodes[barcode] = card.NmId;
    }

    private void Forget(EmulatedCard card)
    {
        _cards.Remove(card.NmId);
        _articles.Remove(card.VendorCode!);
        _trashed.Remove(card.NmId);
        foreach (string barcode in card.Sizes.SelectMany(size => size.Skus))
            _barcodes.Remove(barcode);
    }

    private EmulatedCard Touch(EmulatedCard card) => card with { UpdatedAt = Tick(_time.GetUtcNow()) };

    private long NextNmId()
    {
        do
            _lastNmId++;
        while (_cards.ContainsKey(_lastNmId));
        return _lastNmId;
    }

    private string MakeBarcode()
    {
        string barcode;
        do
        {
            string digits = (++_lastBarcode).ToString(CultureInfo.InvariantCulture);
            int sum = digits.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
            barcode = digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
        }
        while (_barcodes.ContainsKey(barcode));
        return barcode;
    }

    private DateTimeOffset Tick(DateTimeOffset at)
    {
        _lastTime = Math.Max(at.UtcTicks / TimeSpan.TicksPerMicrosecond, _lastTime + 1);
        return new DateTimeOffset(_lastTime * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }

    private T Get<T>(ref T field)
    {
        lock (_lock)
            return field;
    }

    private void Set<T>(ref T field, T value)
    {
        lock (_lock)
            field = value;
    }

    private void SetTime(ref TimeSpan field, TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        Set(ref field, value);
    }
}
