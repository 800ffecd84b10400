using System.Globalization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>A promo code that a seller has made, or is going to make, in WB's portal: WB's API has nothing to make or list them with.</summary>
/// <remarks>
/// <para>
/// Any values can be put in, so that all that is wrong with them can be said at once: <see cref="PromoCodeRules.Validate"/> checks a code by
/// itself, <see cref="PromoCodePortfolio.Validate"/> also against the seller's other codes.
/// </para>
/// <para>
/// Days are days in Moscow (UTC+3). A code is public and can be used any number of times by anyone who knows it; WB makes no codes for one
/// buyer. Source: a report of February 2026 on WB's promo codes, see <see cref="PromoCodeRules"/>.
/// </para>
/// </remarks>
public sealed record PromoCode
{
    /// <summary>The id of the code here; WB does not know it.</summary>
    /// <value>A new random id by default.</value>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Whose code it is: <c>WildberriesToken.SellerId</c>, or any other name that stands for the seller.</summary>
    public required string SellerId
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(SellerId))!;
    }

    /// <summary>What the buyer enters in the basket, for example <c>THANKS10</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The discount, in percent: 10 means 10 %.</summary>
    public required decimal Percent { get; init; }

    /// <summary>The first day, in Moscow.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>For how many days, the first and the last included.</summary>
    public required int Days { get; init; }

    /// <summary>The products' numbers at WB for which the code works.</summary>
    /// <value><see langword="null"/>, the default: the whole assortment. An empty list breaks a rule.</value>
    public IReadOnlyList<long>? NmIds { get; init; }

    /// <summary>What the code may be offered for.</summary>
    /// <value><see cref="PromoCodePurposes.All"/> by default.</value>
    public PromoCodePurposes Purposes { get; init; } = PromoCodePurposes.All;

    /// <summary>A note of the seller; buyers do not see it.</summary>
    public string? Description
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(Description));
    }

    /// <summary>
    /// The id that WB gave the code: <c>SalesReportRow.PromoCodeId</c> (<c>uuidPromocode</c>). It cannot be derived from the code: the seller
    /// enters it once, then sales can be told by code.
    /// </summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
    public string? WildberriesId
    {
        get;
        init => field = Argument.OptionalText(value, int.MaxValue, nameof(WildberriesId));
    }

    /// <summary>Whether the seller has ended the code early: then it works at no time and takes no slot.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The last day on which the code works, in Moscow: the date to tell a buyer.</summary>
    public DateOnly LastDay => MoscowTime.AddDays(Start, Days - 1L);

    /// <summary>When the code begins to work: 00:00 in Moscow of <see cref="Start"/>.</summary>
    public DateTimeOffset StartsAt => MoscowTime.StartOf(Start);

    /// <summary>When the code no longer works: 00:00 in Moscow of the day after <see cref="LastDay"/>.</summary>
    public DateTimeOffset EndsAt => MoscowTime.StartOf(End);

    // The first day without the code.
    internal DateOnly End => MoscowTime.AddDays(Start, Days);

    /// <summary>Whether the code works at a time.</summary>
    /// <param name="time">The time, with any offset.</param>
    /// <returns><see langword="true"/> from <see cref="StartsAt"/> on and before <see cref="EndsAt"/>, unless the code is stopped.</returns>
    public bool IsLiveAt(DateTimeOffset time) => !IsStopped && time >= StartsAt && time < EndsAt;

    /// <summary>Whether the code works for a product.</summary>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: any product, so only a code for the whole assortment does.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool Covers(long? nmId) => NmIds is null || (nmId is { } id && NmIds.Contains(id));

    /// <summary>The code, its discount and its days, such as <c>THANKS10 10 % 2026-02-15 to 2026-02-28</c>, the same in every culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Code} {Percent:0.############################} % {Start:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}");
}
