using System.Text.Json;

namespace Wildberries.Sdk.Cards;

/// <summary>A card on its way through an edit. What does not need to be kept of it is not.</summary>
/// <param name="nmId">The card's number.</param>
internal sealed class EditedCard(long nmId)
{
    private const string NotListed = "There is no such card in the list; it may be in the trash.";
    private const string Unwritable = "The card has a text that cannot be written, such as half of an emoji.";
    private const string TooLarge = "The card alone is larger than a request may be.";

    private DateTimeOffset? _updatedAt;
    private IReadOnlyList<CardChange> _changes = [];

    public long NmId => nmId;

    /// <summary>The article as it was read, and as it is to be: WB's errors name the one or the other.</summary>
    public string? ArticleBefore { get; private set; }

    public string? Article { get; private set; }

    /// <summary>What is to be sent; <see langword="null"/>: nothing, or nothing any more.</summary>
    public CardUpdate? Update { get; private set; }

    /// <summary>How many bytes of a request it takes.</summary>
    public int Size { get; private set; }

    public CardEditOutcome Outcome { get; private set; } = CardEditOutcome.NotSent;

    public string? Reason { get; set; }

    /// <summary>Whether it was sent, and nobody knows yet what became of it.</summary>
    public bool IsOpen => Outcome == CardEditOutcome.Unknown;

    /// <summary>Applies the edit to a card.</summary>
    /// <param name="card">The card as it is.</param>
    /// <param name="edit">The edit.</param>
    /// <exception cref="InvalidOperationException">The edit gave none.</exception>
    public void Prepare(Card card, Func<Card, Card> edit)
    {
        (Update, _changes, Reason, Outcome) = (null, [], null, CardEditOutcome.NotSent);
        _updatedAt = card.UpdatedAt;
        ArticleBefore = Article = card.VendorCode;

        // Before the edit: it may change the card's own dictionaries.
        if (CardDifference.TryToJson(card) is not { } before)
        {
            Refuse(Unwritable);
            return;
        }

        Card edited = edit(card) ?? throw new InvalidOperationException(FormattableString.Invariant($"The edit of the card {NmId} gave no card."));
        if (CardDifference.TryToJson(edited) is not { } after)
        {
            Refuse(Unwritable);
            return;
        }

        _changes = CardDifference.Between(before, after);
        Article = edited.VendorCode;
        if (edited.NmId != NmId)
            Refuse(FormattableString.Invariant($"The edit gave the card {edited.NmId}."));
        else if (CardDifference.FindUnwritten(before, after) is { } member)
            Refuse($"An update does not change \"{member}\".");
        else if (SizeFault(before, after) is { } fault)
            Refuse(fault);
        else if (_changes.Count == 0)
            Outcome = CardEditOutcome.Unchanged;
        else
            SetUpdate(edited);
    }

    /// <summary>Whether a card that was read later is another than the edited one.</summary>
    public bool IsOutdatedBy(Card later) => Update is not null && !IsOpen && !(later.UpdatedAt <= _updatedAt);

    /// <summary>The card is not there.</summary>
    public void NotFound() => Refuse(NotListed);

    public void Refuse(string reason) => (Update, Outcome, Reason) = (null, CardEditOutcome.Refused, reason);

    /// <summary>From here on WB may have it.</summary>
    public void Sending(string reason) => (Outcome, Reason) = (CardEditOutcome.Unknown, reason);

    /// <summary>WB has not taken it.</summary>
    public void NotSent() => (Outcome, Reason) = (CardEditOutcome.NotSent, null);

    /// <summary>WB has it, or may have it: it is not sent again.</summary>
    public void Sent(string reason) => (Update, Reason) = (null, reason);

    /// <summary>Looks whether WB shows what was sent.</summary>
    /// <param name="card">The card as WB shows it.</param>
    /// <returns>Which member is not as it was sent; <see langword="null"/>: all are, and the card is changed.</returns>
    public string? Compare(Card card)
    {
        string? unlike = CardDifference.FindUnlike(_changes, CardDifference.TryToJson(card));
        if (unlike is null)
            (Outcome, Reason) = (CardEditOutcome.Changed, null);
        return unlike;
    }

    /// <summary>In a dry run nothing is sent.</summary>
    public void Forget() => Update = null;

    public CardEditRow ToRow() => new() { NmId = NmId, VendorCode = Article, Outcome = Outcome, Changes = _changes, Reason = Reason };

    private void SetUpdate(Card edited)
    {
        try
        {
            Update = edited.ToUpdate();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            Refuse(exception.Message);
            return;
        }

        // With the comma.
        Size = JsonSerializer.SerializeToUtf8Bytes(Update, CardsJsonContext.Default.CardUpdate).Length + 1;
        if (Size > CardRules.MaxRequestBytes)
            Refuse(TooLarge);
    }

    // WB adds sizes and barcodes, and takes none away.
    private static string? SizeFault(JsonElement before, JsonElement after)
    {
        Dictionary<string, HashSet<string>> was = CardDifference.BarcodesOf(before), wanted = CardDifference.BarcodesOf(after);
        foreach ((string size, HashSet<string> barcodes) in was)
        {
            if (!wanted.TryGetValue(size, out HashSet<string>? kept))
                return $"An update takes no size away: {size}.";
            if (!kept.IsSupersetOf(barcodes))
                return $"An update takes no barcode away: size {size}.";
        }

        return wanted.Count > was.Count ? $"A new size needs a price, which a card does not have: add it with {nameof(ICardsApi.UpdateCardsAsync)}." : null;
    }
}
