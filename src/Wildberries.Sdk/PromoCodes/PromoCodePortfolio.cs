using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>All promo codes of one seller: whether another fits, when the next slot frees, which end soon.</summary>
/// <remarks>
/// A portfolio does not change: make a new one when the codes have changed. It may be shared between threads. The limits come from a report
/// of February 2026 on WB's promo codes, see <see cref="PromoCodeRules"/>; that a buyer may enter a code in upper or lower case, so that
/// codes must differ otherwise, is an assumption.
/// </remarks>
public sealed class PromoCodePortfolio
{
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a portfolio. The codes are taken as they are, even where they break rules.</summary>
    /// <param name="sellerId">Whose codes they are.</param>
    /// <param name="codes">The seller's codes: past, present and future ones.</param>
    /// <param name="rules">WB's rules; the defaults of <see cref="PromoCodeRules"/> when <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>: the system's.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="sellerId"/> is empty, a code is of another seller, or two codes have the same id.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The rules make no sense. The exception names the property.</exception>
    public PromoCodePortfolio(
        string sellerId, IEnumerable<PromoCode> codes, PromoCodeRules? rules = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentNullException.ThrowIfNull(codes);
        SellerId = sellerId;
        Codes = [.. codes];
        Rules = rules ?? new PromoCodeRules();
        _timeProvider = timeProvider ?? TimeProvider.System;
        Rules.ThrowIfMeaningless();
        foreach (PromoCode code in Codes)
            ThrowUnlessOwn(code, nameof(codes));
        if (Codes.Select(code => code.Id).Distinct().Count() < Codes.Count)
            throw new ArgumentException("Two of the codes have the same id.", nameof(codes));
    }

    /// <summary>Whose codes they are.</summary>
    public string SellerId { get; }

    /// <summary>The codes, in the order in which they were given.</summary>
    public IReadOnlyList<PromoCode> Codes { get; }

    /// <summary>The rules that hold.</summary>
    public PromoCodeRules Rules { get; }

    internal DateTimeOffset Now => _timeProvider.GetUtcNow();

    /// <summary>
    /// Checks a code by itself and against the others: the new one, or the new state of the one with the same id. What has not changed
    /// is not held against a new state: its start need not lie ahead, and its discount may be one that the rules no longer allow.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="isInPortal">
    /// Whether the seller made the code in WB's portal before: then it may have started, at most <see cref="PromoCodeRules.MaxMonthsSinceStart"/> ago.
    /// </param>
    /// <returns>Every rule that the code would break, in the order of <see cref="PromoCodeRule"/>; empty if the code fits.</returns>
    /// <exception cref="ArgumentException">The code is of another seller.</exception>
    public IReadOnlyList<PromoCodeViolation> Validate(PromoCode code, bool isInPortal = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!string.IsNullOrWhiteSpace(code.SellerId))
            ThrowUnlessOwn(code, nameof(code));

        PromoCode? before = Codes.FirstOrDefault(other => other.Id == code.Id);
        List<PromoCodeViolation> violations =
            [.. Rules.Validate(code, _timeProvider, isInPortal).Where(violation => before is null || IsChanged(violation.Property, before, code))];

        bool isSameTime = before is not null && before.IsStopped == code.IsStopped && before.Start == code.Start && before.Days == code.Days;
        List<PromoCode> rivals = code.IsStopped ? [] : [.. Codes.Where(other => other.Id != code.Id && Overlap(other, code))];
        if (!isSameTime && FindFullDay(rivals, code.Start, code.End) is { } full)
            Add(PromoCodeRule.ActiveCodes, PromoCodeFault.TooManyActiveCodes, nameof(code.Start), full, Rules.MaxActiveCodes);

        if (!(isSameTime && IsSame(before?.Code, code.Code)) && rivals.Find(other => IsSame(other.Code, code.Code)) is { } twin)
            Add(PromoCodeRule.UniqueCode, PromoCodeFault.CodeInUse, nameof(code.Code), twin.Start, twin.LastDay);

        if (code.WildberriesId is { Length: > 0 } id
            && !IsSame(before?.WildberriesId, id)
            && Codes.FirstOrDefault(other => other.Id != code.Id && IsSame(other.WildberriesId, id)) is { } owner)
        {
            Add(PromoCodeRule.UniqueWildberriesId, PromoCodeFault.WildberriesIdInUse, nameof(code.WildberriesId), owner.Code);
        }

        return violations;

        void Add(PromoCodeRule rule, PromoCodeFault fault, string property, params object[] values) =>
            violations.Add(PromoCodeTexts.Violation(rule, fault, property, values));
    }

    /// <summary>Whether a code breaks no rule: <see cref="Validate"/> says which it breaks.</summary>
    /// <param name="code">The new code, or the new state of the one with the same id.</param>
    /// <returns><see langword="true"/> if it fits.</returns>
    /// <exception cref="ArgumentException">The code is of another seller.</exception>
    public bool Fits(PromoCode code) => Validate(code).Count == 0;

    /// <summary>The codes that work now.</summary>
    /// <returns>The codes, those that end first in front.</returns>
    public IReadOnlyList<PromoCode> GetLive()
    {
        DateTimeOffset now = Now;
        return [.. Codes.Where(code => code.IsLiveAt(now)).OrderBy(code => code.EndsAt)];
    }

    /// <summary>The codes that work now and will end soon.</summary>
    /// <param name="within">How soon.</param>
    /// <returns>The codes, those that end first in front.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is negative.</exception>
    public IReadOnlyList<PromoCode> GetEndingWithin(TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        DateTimeOffset now = Now;
        return [.. GetLive().Where(code => code.EndsAt - now <= within)];
    }

    /// <summary>How many more codes could work now.</summary>
    /// <returns>0 when all slots are taken; never below.</returns>
    public int CountFreeSlots() => Math.Max(0, Rules.MaxActiveCodes - GetLive().Count);

    /// <summary>When a slot is free next, with the codes that are there.</summary>
    /// <returns>Now if one is free, else the first end of a code after which one is.</returns>
    public DateTimeOffset GetNextFreeSlot()
    {
        DateTimeOffset now = Now;
        return Codes.Where(code => !code.IsStopped)
            .Select(code => code.EndsAt)
            .Where(end => end > now)
            .Prepend(now)
            .Order()
            .First(time => Codes.Count(code => code.IsLiveAt(time)) < Rules.MaxActiveCodes);
    }

    /// <summary>The first day on which a new code could start so that a slot is free for all its days.</summary>
    /// <param name="days">For how many days the code is to work.</param>
    /// <returns>The day, in Moscow; <see langword="null"/> if there is none before a start would be too far ahead.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="days"/> is outside <see cref="PromoCodeRules.MinDays"/> to <see cref="PromoCodeRules.MaxDays"/>.
    /// </exception>
    public DateOnly? FindStart(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, Rules.MinDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Rules.MaxDays);
        DateOnly today = MoscowTime.DayOf(Now);
        for (DateOnly start = Rules.EarliestStart(today); start <= Rules.LatestStart(today); start = start.AddDays(1))
        {
            if (FindFullDay([.. Codes.Where(code => !code.IsStopped)], start, MoscowTime.AddDays(start, days)) is null)
                return start;
        }

        return null;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsChanged(string property, PromoCode before, PromoCode after) => property switch
    {
        nameof(PromoCode.Code) => !string.Equals(before.Code, after.Code, StringComparison.Ordinal),
        nameof(PromoCode.Percent) => before.Percent != after.Percent,
        nameof(PromoCode.Days) => before.Days != after.Days,
        nameof(PromoCode.Start) => before.Start != after.Start,
        nameof(PromoCode.NmIds) => before.NmIds is null || after.NmIds is null || !before.NmIds.SequenceEqual(after.NmIds),
        nameof(PromoCode.Purposes) => before.Purposes != after.Purposes,
        _ => true,
    };

    private static bool Overlap(PromoCode one, PromoCode other) => !one.IsStopped && one.Start < other.End && other.Start < one.End;

    // The number of working codes rises only where one starts.
    private DateOnly? FindFullDay(List<PromoCode> codes, DateOnly start, DateOnly end)
    {
        foreach (DateOnly day in codes.Select(code => code.Start).Where(day => day > start && day < end).Prepend(start).Order())
        {
            if (codes.Count(code => code.Start <= day && day < code.End) >= Rules.MaxActiveCodes)
                return day;
        }

        return null;
    }

    private void ThrowUnlessOwn(PromoCode? code, string argument)
    {
        if (code is null)
            throw new ArgumentException("One of the codes is null.", argument);
        if (!string.Equals(code.SellerId, SellerId, StringComparison.Ordinal))
            throw new ArgumentException("A code is of another seller than the portfolio.", argument);
    }
}
