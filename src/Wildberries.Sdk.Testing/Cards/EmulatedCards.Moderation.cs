namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedCards
{
    private readonly List<Check> _checks = [];
    private readonly Dictionary<string, string> _refusedDocuments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refusedCards = new(StringComparer.Ordinal);

    /// <summary>Lets a document fail whenever WB checks it from now on, on whatever card.</summary>
    /// <param name="number">The document's number.</param>
    /// <param name="reason">
    /// Why: <c>document_missing</c>, <c>document_not_found</c>, <c>document_inactive</c>, <c>document_expired</c>, <c>applicant_mismatch</c>, <c>trade_name_mismatch</c>,
    /// <c>document_type_mismatch</c>, <c>document_dates_mismatch</c>, <c>unknown</c>, or what WB may add; <see langword="null"/> ends it.
    /// </param>
    public void RefuseDocument(string number, string? reason = "document_not_found") => Set(_refusedDocuments, number, reason);

    /// <summary>Lets the documents of a card fail as a whole whenever WB checks them from now on.</summary>
    /// <param name="vendorCode">The seller's article of the card.</param>
    /// <param name="reason">
    /// Why: <c>tnved_missing</c>, <c>supplier_inn_missing</c>, <c>supplier_not_registered</c>, <c>supplier_inactive</c>, <c>product_group_not_registered</c>,
    /// <c>kiz_required</c>, <c>kiz_certificate_missing</c>, or what WB may add; <see langword="null"/> ends it. Without it a card fails by <c>kiz_required</c> if its subject
    /// needs a marking code that the seller has not confirmed.
    /// </param>
    public void RefuseDocumentsOf(string vendorCode, string? reason = "tnved_missing") => Set(_refusedCards, vendorCode, reason);

    private void Set(Dictionary<string, string> reasons, string key, string? reason)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            Process();
            if (reason is null)
                reasons.Remove(key);
            else
                reasons[key] = reason;
        }
    }

    private bool LacksMarking(EmulatedCard card) => !card.IsMarkingConfirmed && _directories.Find(card.SubjectId)?.IsMarkingRequired == true;

    private void ScheduleCheck(EmulatedCard card, DateTimeOffset at)
    {
        _checks.RemoveAll(check => check.NmId == card.NmId);
        if (card.CheckedAt is not null)
            return;
        if (card.Documents.Count > 0 || LacksMarking(card) || _refusedCards.ContainsKey(card.VendorCode!))
            _checks.Add(new Check(card.NmId, at + _moderationTime));
    }

    private void CheckDocuments(DateTimeOffset now)
    {
        foreach (Check check in _checks.Where(check => check.DueAt <= now).ToArray())
        {
            _checks.Remove(check);
            if (!_cards.TryGetValue(check.NmId, out EmulatedCard? card))
                continue;
            _cards[check.NmId] = card with
            {
                Documents = [.. card.Documents.Select(document => document.IsVerified is null ? Checked(document, check.DueAt) : document)],
                CheckedAt = check.DueAt,
                CheckReason = _refusedCards.GetValueOrDefault(card.VendorCode!) ?? (LacksMarking(card) ? "kiz_required" : null),
            };
        }
    }

    private EmulatedCardDocument Checked(EmulatedCardDocument document, DateTimeOffset at)
    {
        string? reason = document.Number is null ? "document_missing" : _refusedDocuments.GetValueOrDefault(document.Number);
        return document with { IsVerified = reason is null, Reason = reason, CheckedAt = at };
    }

    private sealed record Check(long NmId, DateTimeOffset DueAt);
}
