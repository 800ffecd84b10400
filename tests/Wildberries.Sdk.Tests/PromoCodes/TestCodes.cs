using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

internal static class TestCodes
{
    /// <summary>How many cases each law is tried with. Mutation testing repeats them for each change: few must do there.</summary>
#if MUTATION
    public const int Cases = 200;
#else
    public const int Cases = 10_000;
#endif

    public const string Seller = "5c1d7a52-9c1e-4f5e-8a53-6d2f1b7c9e04";

    /// <summary>Noon in Moscow of 14 February 2026.</summary>
    public static readonly DateTimeOffset Now = new(2026, 2, 14, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 2, 14);

    public static readonly DateOnly Tomorrow = Today.AddDays(1);

    public static FakeTimeProvider Clock() => new(Now);

    /// <summary>A code that is right and starts tomorrow.</summary>
    public static PromoCode Create(string code = "THANKS10", decimal percent = 10m, DateOnly? start = null, int days = 14) => new()
    {
        SellerId = Seller,
        Code = code,
        Percent = percent,
        Start = start ?? Tomorrow,
        Days = days,
    };
}
