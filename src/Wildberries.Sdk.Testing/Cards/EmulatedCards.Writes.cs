using System.Globalization;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedCards
{
    private const int MaxTitle = 60;
    private const int MaxDescription = 5000;
    private const int MaxVendorCode = 72;

    private readonly List<Write> _writes = [];
    private readonly Dictionary<string, string> _refusals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    private readonly List<ErrorBatch> _errors = [];

    /// <summary>
    /// Lets WB refuse a card whenever it has worked on it, be it new or changed, until told otherwise: the request is accepted, and the text stands in the list of errors.
    /// </summary>
    /// <param name="vendorCode">The seller's article of the card.</param>
    /// <param name="errorText">What WB says about it; <see langword="null"/> ends the refusals.</param>
    public void Refuse(string vendorCode, string? errorText = "Запрещено использовать E-Mail в поле Описание")
    {
        ArgumentNullException.ThrowIfNull(vendorCode);
        lock (_lock)
        {
            Process();
            if (errorText is null)
                _refusals.Remove(vendorCode);
            else
                _refusals[vendorCode] = errorText;
        }
    }

    /// <summary>
    /// Lets WB lose a card whenever it has accepted it, be it new or changed, until told otherwise: nothing happens, and the list of errors does not have it.
    /// </summary>
    /// <param name="vendorCode">The seller's article of the card.</param>
    /// <param name="isLost"><see langword="false"/> ends it.</param>
    public void Lose(string vendorCode, bool isLost = true)
    {
        ArgumentNullException.ThrowIfNull(vendorCode);
        lock (_lock)
        {
            Process();
            if (isLost)
                _lost.Add(vendorCode);
            else
                _lost.Remove(vendorCode);
        }
    }

    /// <summary>What stands in the list of errors about a card.</summary>
    /// <param name="vendorCode">The seller's article of the card.</param>
    /// <returns>WB's words, none if it has no errors.</returns>
    public IReadOnlyList<string> ErrorsOf(string vendorCode)
    {
        ArgumentNullException.ThrowIfNull(vendorCode);
        return [.. Errors().SelectMany(batch => batch.Rows).Where(row => row.VendorCode == vendorCode).SelectMany(row => row.Texts)];
    }

    /// <summary>The batches of errors, oldest first.</summary>
    internal IReadOnlyList<ErrorBatch> Errors()
    {
        lock (_lock)
        {
            Process();
            return [.. _errors.Select(batch => batch with { Rows = [.. batch.Rows] }).OrderBy(batch => batch.UpdatedAt).ThenBy(batch => batch.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Takes cards that are to be created, each list one group; all of them or none.</summary>
    internal Refusal? Create(IReadOnlyList<IReadOnlyList<EmulatedCard>> groups, bool atOnce)
    {
        lock (_lock)
        {
            Process();
            EmulatedCard[] all = [.. groups.SelectMany(group => group)];
            if ((RefusalOf(all) ?? Alike(groups.Select(group => (0L, (IEnumerable<EmulatedCard>)group)))) is { } refusal)
                return refusal;
            foreach (IReadOnlyList<EmulatedCard> group in groups)
                Accept(new Write(group, IsUpdate: false, ImtId: null, Due(atOnce)));
            Process();
            return null;
        }
    }

    /// <summary>Takes cards that are to be created and merged with others.</summary>
    internal Refusal? Create(long imtId, IReadOnlyList<EmulatedCard> cards, bool atOnce)
    {
        lock (_lock)
        {
            Process();
            EmulatedCard[] group = [.. Group(imtId)];
            if (group.Length == 0)
                return new Refusal("Указан несуществующий imt");
            if (group.Length + cards.Count > MaxGroup)
                return new Refusal(TooLarge);
            cards = [.. cards.Select(card => card with { SubjectId = group[0].SubjectId })];
            if ((RefusalOf(cards) ?? Alike([(imtId, group.Concat(cards))])) is { } refusal)
                return refusal;
            Accept(new Write(cards, IsUpdate: false, imtId, Due(atOnce)));
            Process();
            return null;
        }
    }

    /// <summary>Takes cards that are to be overwritten.</summary>
    internal Refusal? Update(IReadOnlyList<EmulatedCard> cards)
    {
        lock (_lock)
        {
            Process();
            cards = [.. cards.Select(card => _cards.TryGetValue(card.NmId, out EmulatedCard? before) ? card with { SubjectId = before.SubjectId, ImtId = before.ImtId } : card)];
            if (RefusalOf(cards) is { } refusal)
                return refusal;
            var changed = cards.DistinctBy(card => card.NmId).ToDictionary(card => card.NmId);
            var groups = cards.Where(card => card.ImtId > 0).Select(card => card.ImtId).Distinct()
                .Select(imtId => (imtId, Group(imtId).Select(card => changed.GetValueOrDefault(card.NmId, card))));
            if (Alike(groups) is { } alike)
                return alike;
            Accept(new Write(cards, IsUpdate: true, ImtId: null, Due(atOnce: false)));
            Process();
            return null;
        }
    }

    private DateTimeOffset Due(bool atOnce) => _time.GetUtcNow() + (atOnce ? TimeSpan.Zero : _processingTime);

    private void Accept(Write write) => _writes.Add(write);

    private void ProcessWrites(DateTimeOffset now)
    {
        Write[] due = [.. _writes.Where(write => write.DueAt <= now).OrderBy(write => write.DueAt)];
        foreach (Write write in due)
        {
            _writes.Remove(write);
            var rows = new List<ErrorRow>();
            long imtId = write.ImtId ?? 0;
            foreach (EmulatedCard card in write.Cards.Where(card => !_lost.Contains(card.VendorCode!)))
            {
                _cards.TryGetValue(card.NmId, out EmulatedCard? before);
                foreach (ErrorBatch batch in _errors)
                    batch.Rows.RemoveAll(row => row.VendorCode == card.VendorCode);
                List<string> problems = write.IsUpdate && before is null ? ["Карточка с таким nmID не найдена"] : [.. Problems(card, before)];
                if (write.ImtId is not null && Group(imtId).Count() is 0 or >= MaxGroup)
                    problems.Add(TooLarge);
                if (problems.Count > 0)
                {
                    rows.Add(new ErrorRow(card.VendorCode!, card.SubjectId, card.Brand, problems));
                    continue;
                }

                EmulatedCard kept = Complete(before is null ? New(card, imtId) : Overwrite(before, card), write.DueAt);
                imtId = kept.ImtId;
                Keep(kept);
                ScheduleCheck(kept, write.DueAt);
            }

            // In whole seconds, as WB writes them here.
            if (rows.Count > 0)
                _errors.Add(new ErrorBatch(Guid.NewGuid().ToString(), write.DueAt.AddTicks(-(write.DueAt.Ticks % TimeSpan.TicksPerSecond)), rows));
            _errors.RemoveAll(batch => batch.Rows.Count == 0);
        }
    }

    private EmulatedCard New(EmulatedCard card, long imtId)
    {
        bool hasSizes = _directories.Find(card.SubjectId)?.Characteristics.Any(one => one is { HasNamedField: true, Name: "Размер" }) == true;
        return card with
        {
            NmId = 0,
            ImtId = imtId,
            Sizes = card.Sizes.Count > 0 ? [.. card.Sizes.Select(size => size with { ChrtId = 0 })]
                : hasSizes ? [new EmulatedCardSize { TechSize = "A", WbSize = "1" }] : [],
        };
    }

    // All of it; sizes and barcodes come to those that are there, and what an update does not touch stays.
    private static EmulatedCard Overwrite(EmulatedCard before, EmulatedCard card)
    {
        List<EmulatedCardSize> sizes = [.. before.Sizes];
        foreach (EmulatedCardSize size in card.Sizes)
        {
            string techSize = size.TechSize.Length > 0 ? size.TechSize : "0";
            int at = sizes.FindIndex(one => size.ChrtId > 0 ? one.ChrtId == size.ChrtId : one.TechSize == techSize);
            if (at < 0)
            {
                sizes.Add(size with { ChrtId = 0 });
                continue;
            }

            sizes[at] = sizes[at] with
            {
                TechSize = techSize,
                WbSize = size.WbSize,
                Skus = [.. sizes[at].Skus.Union(size.Skus)],
                OtherMembers = size.OtherMembers,
            };
        }

        // Documents that say the same keep their verdicts.
        List<EmulatedCardDocument> documents =
        [
            .. card.Documents.Select(document => before.Documents.FirstOrDefault(document.SaysTheSameAs) is { } same
                ? same with { OtherMembers = document.OtherMembers } : document),
        ];
        bool isChecked = card.IsMarkingConfirmed == before.IsMarkingConfirmed && documents.Select(document => document.Id).SequenceEqual(before.Documents.Select(document => document.Id));
        return before with
        {
            VendorCode = card.VendorCode,
            Brand = card.Brand,
            Title = card.Title,
            Description = card.Description,
            IsMarkingConfirmed = card.IsMarkingConfirmed,
            Dimensions = card.Dimensions,
            Characteristics = card.Characteristics,
            Sizes = sizes,
            Documents = documents,
            ExcludesDocuments = card.ExcludesDocuments,
            OtherMembers = card.OtherMembers,
            OtherDocumentsMembers = card.OtherDocumentsMembers,
            CheckedAt = isChecked ? before.CheckedAt : null,
            CheckReason = isChecked ? before.CheckReason : null,
            UpdatedAt = null,
        };
    }

    private Refusal? RefusalOf(IReadOnlyList<EmulatedCard> cards)
    {
        var articles = new HashSet<string>(StringComparer.Ordinal);
        var missing = new JsonObject();
        foreach (EmulatedCard card in cards)
        {
            if (string.IsNullOrWhiteSpace(card.VendorCode))
                return new Refusal("A card cannot be created without a vendorCode", new JsonObject());
            if (!articles.Add(card.VendorCode) || (_articles.TryGetValue(card.VendorCode, out long other) && other != card.NmId))
                return new Refusal("bad request; Unexpected the specified card's vendor code is used in other cards", new JsonObject());
            if (card.NmId > 0 && !_cards.ContainsKey(card.NmId))
                continue;
            if (_directories.Find(card.SubjectId) is not { } subject)
            {
                return new Refusal(
                    "This category does not exist", new JsonObject { ["id"] = card.SubjectId.ToString(CultureInfo.InvariantCulture) });
            }

            long[] ids = [.. subject.Characteristics.Where(one => one.IsRequired && one.Type != 0 && !Has(card, one)).Select(one => one.Id)];
            if (ids.Length > 0)
                missing[card.VendorCode] = "missing required characteristics with ids: " + string.Join(", ", ids);
        }

        return missing.Count == 0 ? null : new Refusal("some items lacks required characteristics. please fill them and try again.", missing);
    }

    private static bool Has(EmulatedCard card, EmulatedCharacteristic characteristic) => characteristic is { HasNamedField: true }
        ? characteristic.Name switch
        {
            "Бренд" => card.Brand.Length > 0,
            "Наименование" => card.Title.Length > 0,
            "Описание" => card.Description.Length > 0,
            _ => true,
        }
        : card.Characteristics.Any(one => one.Id == characteristic.Id && (one.Number is not null || one.Texts.Count > 0 || one.Json is not null));

    // Cards of one group must differ in a characteristic.
    private static Refusal? Alike(IEnumerable<(long ImtId, IEnumerable<EmulatedCard> Cards)> groups)
    {
        var alike = new JsonObject();
        foreach ((long imtId, IEnumerable<EmulatedCard> cards) in groups)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (EmulatedCard card in cards)
            {
                if (seen.Add(Signature(card)))
                    continue;
                string ids = string.Join(", ", card.Characteristics.Select(one => one.Id).Order());
                alike[card.VendorCode!] = imtId == 0 ? $"non unique characteristics in group with ids: {ids}"
                    : string.Create(CultureInfo.InvariantCulture, $"non unique characteristics in group id: {imtId} with characteristic ids: {ids}");
            }
        }

        return alike.Count == 0 ? null : new Refusal("non unique characteristics in one group", alike);
    }

    private static string Signature(EmulatedCard card) => string.Join('\n', card.Characteristics.OrderBy(one => one.Id).Select(one =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Id}:{one.Number / 1.000000m}:{string.Join('|', one.Texts)}:{one.Json}")));

    private IEnumerable<string> Problems(EmulatedCard card, EmulatedCard? before)
    {
        if (_refusals.TryGetValue(card.VendorCode!, out string? refusal))
            yield return refusal;
        if (_articles.TryGetValue(card.VendorCode!, out long other) && other != card.NmId)
            yield return "Артикул продавца уже используется в другой карточке";
        if (before is null && _cards.Count >= _freeLimits + _paidLimits)
            yield return "Исчерпан лимит на создание карточек";
        if (LengthOf(card.VendorCode!) > MaxVendorCode)
            yield return "Артикул продавца не может быть длиннее 72 символов";
        if (LengthOf(card.Title) > MaxTitle)
            yield return "Наименование не может быть длиннее 60 символов";
        if (LengthOf(card.Description) > MaxDescription)
            yield return "Описание не может быть длиннее 5000 символов";
        if (card.Dimensions is { Length: < 0 } or { Width: < 0 } or { Height: < 0 } or { GrossWeight: < 0 })
            yield return "Габариты не могут быть отрицательными";
        foreach (string barcode in card.Sizes.SelectMany(size => size.Skus))
        {
            if (_barcodes.TryGetValue(barcode, out long owner) && owner != card.NmId)
                yield return $"Баркод {barcode} уже используется в другой карточке";
        }

        foreach (EmulatedCardSize size in card.Sizes.Where(size => before is not null && size.ChrtId > 0 && before.Sizes.All(one => one.ChrtId != size.ChrtId)))
            yield return string.Create(CultureInfo.InvariantCulture, $"Размера с chrtID {size.ChrtId} нет в карточке");
        if (_directories.Find(card.SubjectId) is not { } subject)
            yield break;
        foreach (EmulatedCardCharacteristic characteristic in card.Characteristics)
        {
            if (ProblemOf(characteristic, subject) is { } problem)
                yield return problem;
        }
    }

    private static string? ProblemOf(EmulatedCardCharacteristic value, EmulatedSubject subject)
    {
        if (subject.Characteristics.FirstOrDefault(one => one.Id == value.Id) is not { } known)
            return string.Create(CultureInfo.InvariantCulture, $"Характеристики {value.Id} нет у предмета {subject.Name}");
        if (known.HasNamedField)
            return $"Характеристика {known.Name} передаётся в отдельном поле";
        return known.Type switch
        {
            1 when value.Number is not null || value.Json is not null => $"Характеристика {known.Name} должна быть массивом строк",
            1 when known.MaxCount > 0 && value.Texts.Count > known.MaxCount =>
                string.Create(CultureInfo.InvariantCulture, $"Характеристика {known.Name} может иметь не больше {known.MaxCount} значений"),
            4 when value.Number is null => $"Характеристика {known.Name} должна быть числом",
            _ => null,
        };
    }

    private static int LengthOf(string text) => text.EnumerateRunes().Count();

    internal sealed record Refusal(string Text, JsonNode? Additional = null)
    {
        /// <summary>What WB adds: its text once more, where there is nothing else.</summary>
        public JsonNode Details => Additional ?? new JsonObject { ["error"] = Text };
    }

    internal sealed record ErrorBatch(string Id, DateTimeOffset UpdatedAt, List<ErrorRow> Rows);

    internal sealed record ErrorRow(string VendorCode, long SubjectId, string Brand, IReadOnlyList<string> Texts);

    private sealed record Write(IReadOnlyList<EmulatedCard> Cards, bool IsUpdate, long? ImtId, DateTimeOffset DueAt);
}
