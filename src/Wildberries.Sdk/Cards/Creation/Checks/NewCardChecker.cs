using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>Checks new cards against what WB says of subjects and of the seller's limits.</summary>
/// <param name="lists">Reads the seller's cards.</param>
/// <param name="directories">The characteristics; <see langword="null"/>: cards are checked without them.</param>
/// <param name="checksLimits">Whether the limits are asked for.</param>
internal sealed class NewCardChecker(CardLists lists, DirectoryCache? directories, bool checksLimits)
{
    public async Task<CardCheckResult> CheckAsync(IReadOnlyList<CardGroup> groups, CancellationToken cancellationToken)
    {
        var characteristics = new Dictionary<long, IReadOnlyList<SubjectCharacteristic>>();
        if (directories is not null)
        {
            foreach (long subjectId in groups.Select(group => group.SubjectId).Distinct())
            {
                characteristics[subjectId] = await lists
                    .ReadAsync(() => directories.GetCharacteristicsAsync(subjectId, Locale.Russian, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        CardCheckResult result = NewCardRules.Check(groups, characteristics);
        return checksLimits && !result.Rows.All(row => row.IsRefused) ? await CheckLimitsAsync(result, cancellationToken).ConfigureAwait(false) : result;
    }

    /// <summary>Checks cards that are to be merged with those that there are.</summary>
    public async Task<NewCards> CheckAsync(long imtId, NewCard[] cards, CancellationToken cancellationToken)
    {
        if (cards.Length == 0)
            return new NewCards([], new CardCheckResult());
        List<Card> there = await lists.ReadGroupAsync(imtId, cancellationToken).ConfigureAwait(false);
        long subjectId = there.Select(card => card.SubjectId).FirstOrDefault(id => id > 0);
        if (subjectId == 0)
        {
            CardProblem unknown = CardProblems.Error(CardFault.TargetUnknown, "imtID", imtId);
            return new NewCards([], new CardCheckResult { Rows = [.. cards.Select((card, i) => new CardCheckRow { CardIndex = i, VendorCode = card?.VendorCode ?? "", Problems = [unknown] })] });
        }

        CardGroup[] groups = [new CardGroup { SubjectId = subjectId, Cards = cards }];
        CardCheckResult result = await CheckAsync(groups, cancellationToken).ConfigureAwait(false);
        Dictionary<IReadOnlyDictionary<long, CharacteristicValue>, string> seen = new(SameCharacteristics.Comparer);
        foreach (Card card in there)
            seen.TryAdd(SameCharacteristics.Of(card), card.VendorCode ?? "");
        CardCheckRow[] rows = [.. result.Rows.Select(row => row with { Problems = [.. row.Problems.Where(problem => problem.Fault != CardFault.GroupRefused), .. ProblemsOf(cards[row.CardIndex])] })];
        return new NewCards(groups, new CardCheckResult { Rows = NewCardRules.AsWhole(rows) });

        IEnumerable<CardProblem> ProblemsOf(NewCard? card)
        {
            if (there.Count + cards.Length > CardRules.MaxGroup && cards.Length <= CardRules.MaxGroup)
                yield return CardProblems.Error(CardFault.GroupTooLarge, "", there.Count + cards.Length, CardRules.MaxGroup);
            if (card is not null && seen.TryGetValue(SameCharacteristics.Of(card), out string? alike))
                yield return CardProblems.Error(CardFault.GroupAlike, "characteristics", alike);
        }
    }

    /// <summary>Reads how many cards the seller may have, and has.</summary>
    /// <returns>The numbers; <see langword="null"/>: WB names no limit.</returns>
    public async Task<(long Allowed, long Used)?> ReadLimitsAsync(CancellationToken cancellationToken)
    {
        CardLimitsResponse answer = await lists.ReadAsync(() => lists.Api.GetCardLimitsAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return Envelope.Open("Cards.GetCardLimits", answer.Error, answer.ErrorText, answer.Data) is { } limits
            ? (limits.FreeLimits + limits.PaidLimits, await lists.CountAsync(cancellationToken).ConfigureAwait(false))
            : null;
    }

    private async Task<CardCheckResult> CheckLimitsAsync(CardCheckResult result, CancellationToken cancellationToken)
    {
        if (await ReadLimitsAsync(cancellationToken).ConfigureAwait(false) is not var (allowed, used))
            return result;
        long left = Math.Max(0, allowed - used);
        var rows = new List<CardCheckRow>();
        foreach (IGrouping<int, CardCheckRow> group in result.Rows.GroupBy(row => row.GroupIndex))
        {
            CardCheckRow[] checkedRows = [.. group];
            if (!Array.Exists(checkedRows, row => row.IsRefused))
            {
                if (checkedRows.Length <= left)
                    left -= checkedRows.Length;
                else
                    checkedRows = [.. checkedRows.Select(row => row with { Problems = [.. row.Problems, CardProblems.Error(CardFault.LimitExceeded, "", allowed, used)] })];
            }

            rows.AddRange(checkedRows);
        }

        return result with { Rows = rows };
    }
}
