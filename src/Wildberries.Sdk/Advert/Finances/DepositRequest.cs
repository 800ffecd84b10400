using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>A deposit into the budget of a campaign, in whole units of the currency of the seller's advertising account: roubles.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
public sealed record DepositRequest
{
    /// <summary>How much in all, promo bonuses included: a whole number. <see cref="AdvertConfig.MinTopUpMinorUnits"/> is the least.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("sum")]
    public decimal? Sum
    {
        get;
        init => field = Argument.Whole(value);
    }

    /// <summary>
    /// How much of it promo bonuses pay: a whole number. Only for <see cref="DepositSource.Account"/> and <see cref="DepositSource.Net"/>.
    /// </summary>
    /// <value>The default is <see langword="null"/>: nothing.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("cashback_sum")]
    public decimal? CashbackSum
    {
        get;
        init => field = Argument.Whole(value);
    }

    /// <summary>How much of the deposit promo bonuses may pay: <see cref="AdvertCashback.Percent"/>. Needed with <see cref="CashbackSum"/>.</summary>
    [JsonPropertyName("cashback_percent")]
    public int? CashbackPercent { get; init; }

    /// <summary>What it is taken from.</summary>
    [JsonPropertyName("type")]
    public DepositSource? Source { get; init; }

    /// <summary>Whether WB is to answer with the new budget.</summary>
    /// <value>The default is <see langword="null"/>, which WB takes for <see langword="false"/>.</value>
    [JsonPropertyName("return")]
    public bool? ReturnTotal { get; init; }
}
