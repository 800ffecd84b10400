using System.Text.Json;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// What WB refuses in new cards, told without asking it: pure, and fast enough for tens of thousands of cards. What it does not know, such as articles and barcodes of cards that there are, WB
/// tells when they are created.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public static class NewCardRules
{
    /// <summary>How many characters an article has at most.</summary>
    public const int MaxArticle = CardRules.MaxVendorCode;

    /// <summary>How many characters a title has at most.</summary>
    public const int MaxTitle = CardRules.MaxTitle;

    /// <summary>How many characters a description has at most in any category.</summary>
    public const int MaxDescription = CardRules.MaxDescription;

    /// <summary>How many characters a description may have in every category.</summary>
    public const int SafeDescription = 1000;

    /// <summary>How many cards can be merged.</summary>
    public const int MaxGroup = CardRules.MaxGroup;

    /// <summary>Checks cards, each by itself, in its group, and against the others.</summary>
    /// <param name="groups">The cards, as many as you like.</param>
    /// <param name="characteristics">
    /// The characteristics of the subjects, by subject, read in Russian; a subject that is not among them has its cards checked without them, one with none is unknown to WB.
    /// </param>
    /// <returns>What was found about each card. An empty group has a row, too.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>.</exception>
    public static CardCheckResult Check(IEnumerable<CardGroup> groups, IReadOnlyDictionary<long, IReadOnlyList<SubjectCharacteristic>> characteristics)
    {
        ArgumentNullException.ThrowIfNull(characteristics);
        var rows = new List<CardCheckRow>();
        var batch = new Batch();
        var subjects = new Dictionary<long, SubjectRules?>();
        IReadOnlyList<CardGroup> all = Groups(groups);
        for (int i = 0; i < all.Count; i++)
        {
            long subjectId = all[i].SubjectId;
            if (!subjects.TryGetValue(subjectId, out SubjectRules? subject))
                subjects[subjectId] = subject = characteristics.TryGetValue(subjectId, out IReadOnlyList<SubjectCharacteristic>? known) ? new SubjectRules(known) : null;
            rows.AddRange(Check(all[i], i, subject, batch));
        }

        return new CardCheckResult { Rows = rows };
    }

    internal static IReadOnlyList<CardGroup> Groups(IEnumerable<CardGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        CardGroup[] all = [.. groups];
        int missing = Array.IndexOf(all, null);
        return missing < 0 ? all : throw new ArgumentException(FormattableString.Invariant($"Row {missing} is null."), nameof(groups));
    }

    /// <summary>Lets a problem of one card keep back the others of its group.</summary>
    internal static CardCheckRow[] AsWhole(CardCheckRow[] group)
    {
        if (!Array.Exists(group, row => row.IsRefused))
            return group;
        return [.. group.Select(row => row.IsRefused ? row : row with { Problems = [.. row.Problems, CardProblems.Error(CardFault.GroupRefused, "")] })];
    }

    private static CardCheckRow[] Check(CardGroup group, int index, SubjectRules? subject, Batch batch)
    {
        if (group.Cards.Count == 0)
            return [new CardCheckRow { GroupIndex = index, Problems = [CardProblems.Error(CardFault.GroupEmpty, "", MaxGroup)] }];
        var rows = new CardCheckRow[group.Cards.Count];
        Dictionary<IReadOnlyDictionary<long, CharacteristicValue>, string>? seen = rows.Length > 1 ? new(SameCharacteristics.Comparer) : null;
        for (int i = 0; i < rows.Length; i++)
        {
            var problems = new List<CardProblem>();
            if (rows.Length > MaxGroup)
                problems.Add(CardProblems.Error(CardFault.GroupTooLarge, "", rows.Length, MaxGroup));
            if (group.Cards[i] is not { } card)
            {
                problems.Add(CardProblems.Error(CardFault.CardMissing, ""));
            }
            else
            {
                Check(card, index, i, batch, problems);
                if (subject is { IsUnknown: true })
                    problems.Add(CardProblems.Error(CardFault.SubjectUnknown, "subjectID", group.SubjectId));
                else
                    subject?.Check(card, problems);
                IReadOnlyDictionary<long, CharacteristicValue>? own = seen is null ? null : SameCharacteristics.Of(card);
                if (own is not null && !seen!.TryAdd(own, card.VendorCode))
                    problems.Add(CardProblems.Error(CardFault.GroupAlike, "characteristics", seen[own]));
            }

            rows[i] = new CardCheckRow { GroupIndex = index, CardIndex = i, VendorCode = group.Cards[i]?.VendorCode ?? "", Problems = problems.Count == 0 ? [] : problems };
        }

        return AsWhole(rows);
    }

    private static void Check(NewCard card, int group, int index, Batch batch, List<CardProblem> problems)
    {
        CheckText(card.VendorCode, "vendorCode", MaxArticle, CardFault.ArticleTooLong, problems);
        if (string.IsNullOrWhiteSpace(card.VendorCode))
            problems.Add(CardProblems.Error(CardFault.ArticleMissing, "vendorCode", MaxArticle));
        else if (!batch.Articles.TryAdd(card.VendorCode, (group, index)) && batch.Articles[card.VendorCode] is var (otherGroup, other))
            problems.Add(CardProblems.Error(CardFault.ArticleRepeated, "vendorCode", otherGroup, other));
        CheckText(card.Title, "title", MaxTitle, CardFault.TitleTooLong, problems);
        int length = CheckText(card.Description, "description", MaxDescription, CardFault.DescriptionTooLong, problems);
        if (length is > SafeDescription and <= MaxDescription)
            problems.Add(CardProblems.Warning(CardFault.DescriptionMayBeTooLong, "description", length, SafeDescription, MaxDescription));
        CheckText(card.Brand, "brand", int.MaxValue, CardFault.TextMalformed, problems);
        if (card.Dimensions is not { Length: > 0, Width: > 0, Height: > 0, GrossWeight: > 0 })
            problems.Add(CardProblems.Warning(CardFault.DimensionsMissing, "dimensions"));
        CheckCharacteristics(card, problems);
        CheckSizes(card, batch, problems);
    }

    /// <summary>What can be told without the subject.</summary>
    private static void CheckCharacteristics(NewCard card, List<CardProblem> problems)
    {
        var seen = new HashSet<long>();
        foreach (CardCharacteristicInput one in card.Characteristics)
        {
            if (one is null || one.Id <= 0)
                problems.Add(CardProblems.Error(CardFault.CharacteristicUnknown, "characteristics", one?.Id ?? 0));
            else if (!seen.Add(one.Id))
                problems.Add(CardProblems.Error(CardFault.CharacteristicRepeated, SubjectRules.MemberOf(one.Id), one.Id));
            else if (one.Value.Kind == JsonValueKind.Null)
                problems.Add(CardProblems.Error(CardFault.CharacteristicWithoutValue, SubjectRules.MemberOf(one.Id), one.Id));
        }
    }

    private static void CheckSizes(NewCard card, Batch batch, List<CardProblem> problems)
    {
        HashSet<string>? names = card.Sizes.Count > 1 ? new(StringComparer.OrdinalIgnoreCase) : null;
        for (int i = 0; i < card.Sizes.Count; i++)
        {
            NewCardSize? size = card.Sizes[i];
            string member = FormattableString.Invariant($"sizes[{i}]");
            if (size is null || (names is not null && (string.IsNullOrWhiteSpace(size.TechSize) || !names.Add(size.TechSize.Trim()))))
                problems.Add(CardProblems.Error(CardFault.SizeAmbiguous, member, size?.TechSize ?? ""));
            foreach (string barcode in size?.Skus ?? [])
                CheckBarcode(barcode, card.VendorCode, member + ".skus", batch, problems);
        }
    }

    private static void CheckBarcode(string? barcode, string article, string member, Batch batch, List<CardProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(barcode) || barcode.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)) || Argument.TextFault(barcode) is not null)
            problems.Add(CardProblems.Error(CardFault.BarcodeMalformed, member, barcode ?? ""));
        else if (!batch.Barcodes.TryAdd(barcode, article))
            problems.Add(CardProblems.Error(CardFault.BarcodeRepeated, member, barcode, batch.Barcodes[barcode]));
        else if (barcode.Length is 8 or 12 or 13 or 14 && CheckDigits.IsDigits(barcode) && !CheckDigits.IsGs1(barcode))
            problems.Add(CardProblems.Warning(CardFault.BarcodeCheckDigit, member, barcode));
    }

    private static int CheckText(string? text, string member, int max, CardFault tooLong, List<CardProblem> problems)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        if (Argument.TextFault(text) is { } fault)
        {
            problems.Add(CardProblems.Error(CardFault.TextMalformed, member, fault));
            return 0;
        }

        int length = text.Length > Math.Min(max, SafeDescription) ? Argument.Characters(text) : text.Length;
        if (length > max)
            problems.Add(CardProblems.Error(tooLong, member, length, max));
        return length;
    }

    /// <summary>What no two cards may have in common.</summary>
    private sealed class Batch
    {
        public Dictionary<string, (int Group, int Card)> Articles { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Barcodes { get; } = new(StringComparer.Ordinal);
    }
}
