using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodeExperimentTests
{
    private static readonly PromoCode Five = Code("FIVE", 5m);
    private static readonly PromoCode Ten = Code("TEN", 10m);

    private static readonly Gen<PromoCodeArm> Arms = Gen.Select(Gen.Int[0, 2_000], Gen.Int[0, 400])
        .Select((sends, orders) => Arm(Five, sends, orders));

    // Counted once with the SHA-256 of another program: they must never change.
    [Theory]
    [InlineData("spring", "1:a", "B")]
    [InlineData("spring", "1:b", "A")]
    [InlineData("spring", "1:c", "A")]
    [InlineData("summer", "1:a", "A")]
    [InlineData("summer", "1:b", "B")]
    [InlineData("весна", "1:ж", "A")]
    public void A_chat_gets_the_same_code_in_every_process(string name, string chatId, string expected)
    {
        PromoCodeExperiment experiment = Experiment(name);
        Assert.Same(expected == "A" ? experiment.A : experiment.B, experiment.Assign(chatId));
    }

    [Fact]
    public void Half_of_the_chats_get_each_code_and_another_name_deals_anew()
    {
        PromoCodeExperiment one = Experiment("one");
        PromoCodeExperiment other = Experiment("other");
        string[] chats = [.. Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture))];

        // Five standard deviations of 10,000 tosses of a coin are 250.
        Assert.InRange(chats.Count(chat => one.Assign(chat) == one.A), 4_750, 5_250);
        Assert.InRange(chats.Count(chat => one.Assign(chat) == other.Assign(chat)), 4_750, 5_250);
    }

    [Fact]
    public void Name_and_chat_cannot_run_into_each_other()
    {
        // If they were just joined, all of these would get the same.
        string text = "abcdefghijklmnopqrstuvwxyz";
        Assert.Equal(2, Enumerable.Range(1, text.Length - 1).Select(i => Experiment(text[..i]).Assign(text[i..])).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_chat_without_an_id_gets_none(string chatId) => Assert.Throws<ArgumentException>(() => Experiment("x").Assign(chatId));

    [Fact]
    public void What_was_sent_and_what_was_sold_are_compared()
    {
        PromoCodeSend[] sends =
        [
            .. Enumerable.Range(0, 40).Select(i => Send(Five, i, AnswerState.Sent)),
            .. Enumerable.Range(40, 50).Select(i => Send(Ten, i, AnswerState.Sent)),
            Send(Five, 100, AnswerState.Pending),
            Send(Ten, 101, AnswerState.Failed),
            Send(Code("OTHER", 7m), 102, AnswerState.Sent),
        ];
        var sales = new PromoCodeSalesReport
        {
            Codes =
            [
                new PromoCodeSales { WildberriesId = "10", Code = Ten, FirstDay = default, LastDay = default, Orders = 10, UnitsSold = 17, UnitsReturned = 3 },
                new PromoCodeSales { WildberriesId = "7", Code = Code("OTHER", 7m), FirstDay = default, LastDay = default, Orders = 99, UnitsSold = 99 },
                new PromoCodeSales { WildberriesId = "5", Code = Five, FirstDay = default, LastDay = default, Orders = 4, UnitsSold = 40 },
            ],
        };
        PromoCodeComparison comparison = Experiment("x").Compare(sends, sales);
        Assert.Equal((40, 4), (comparison.A.Sends, comparison.A.Orders));
        Assert.Equal((50, 10), (comparison.B.Sends, comparison.B.Orders));
        Assert.Equal(10m, comparison.A.OrdersPer100Sends);
        Assert.Equal(20m, comparison.B.OrdersPer100Sends);
        Assert.Equal(0.5, comparison.Ratio!.Value, 12);
    }

    // A known example of comparing two Poisson rates exactly: 11 cases in 800 against 21 in 3,011.
    [Fact]
    public void The_interval_of_the_ratio_is_that_of_a_published_example()
    {
        var comparison = new PromoCodeComparison(Arm(Five, 800, 11), Arm(Ten, 3_011, 21));
        Assert.Equal(1.971488, comparison.Ratio!.Value, 6);
        Assert.Equal(0.8584264, comparison.RatioFrom, 6);
        Assert.Equal(4.2772659, comparison.RatioTo!.Value, 6);
        Assert.False(comparison.IsDifferent);
    }

    [Fact]
    public void Codes_differ_when_the_interval_leaves_out_one()
    {
        Assert.True(new PromoCodeComparison(Arm(Five, 100, 40), Arm(Ten, 100, 10)).IsDifferent);
        Assert.True(new PromoCodeComparison(Arm(Five, 100, 10), Arm(Ten, 100, 40)).IsDifferent);
        Assert.False(new PromoCodeComparison(Arm(Five, 100, 10), Arm(Ten, 100, 11)).IsDifferent);
    }

    [Fact]
    public void What_cannot_be_compared_has_no_ratio()
    {
        var noSends = new PromoCodeComparison(Arm(Five, 0, 3), Arm(Ten, 10, 3));
        Assert.Null(noSends.A.OrdersPer100Sends);
        Assert.Equal(30m, noSends.B.OrdersPer100Sends);
        foreach (PromoCodeComparison none in new[]
        {
            noSends,
            new PromoCodeComparison(Arm(Five, 10, 3), Arm(Ten, 0, 3)),
            new PromoCodeComparison(Arm(Five, 10, 0), Arm(Ten, 10, 0)),
        })
        {
            Assert.Equal((null, 0, null, false), (none.Ratio, none.RatioFrom, none.RatioTo, none.IsDifferent));
        }

        // No orders of the first: the ratio is 0, with an upper end. None of the second: a lower end only.
        var zero = new PromoCodeComparison(Arm(Five, 10, 0), Arm(Ten, 10, 10));
        Assert.Equal((0.0, 0.0), (zero.Ratio, zero.RatioFrom));
        Assert.Equal(0.3085 / (1 - 0.3085), zero.RatioTo!.Value, 2);
        var infinite = new PromoCodeComparison(Arm(Five, 10, 10), Arm(Ten, 10, 0));
        Assert.Equal((null, null), (infinite.Ratio, infinite.RatioTo));
        Assert.Equal(0.6915 / (1 - 0.6915), infinite.RatioFrom, 2);
        Assert.True(infinite.IsDifferent);
    }

    [Fact]
    public void Negative_numbers_are_errors()
    {
        PromoCodeArm good = Arm(Five, 1, 1);
        foreach (PromoCodeArm bad in new[] { good with { Sends = -1 }, good with { Orders = -1 } })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new PromoCodeComparison(bad, good));
            Assert.Throws<ArgumentOutOfRangeException>(() => new PromoCodeComparison(good, bad));
        }
    }

    [Fact]
    public void The_interval_contains_the_ratio() => Gen.Select(Arms, Arms).Sample(
        (a, b) =>
        {
            var comparison = new PromoCodeComparison(a, b);
            return comparison.Ratio is not { } ratio || (comparison.RatioFrom <= ratio && ratio <= comparison.RatioTo);
        },
        iter: TestCodes.Cases);

    [Fact]
    public void Changing_places_inverts_the_ratio() => Gen.Select(Arms, Arms).Sample(
        (a, b) =>
        {
            var one = new PromoCodeComparison(a, b);
            var other = new PromoCodeComparison(b, a);
            return one.IsDifferent == other.IsDifferent
                && Inverse(one.RatioTo, other.RatioFrom)
                && Inverse(other.RatioTo, one.RatioFrom)
                && (a.Orders == 0 || b.Orders == 0 || Inverse(one.Ratio, other.Ratio ?? 0));
        },
        iter: TestCodes.Cases);

    [Fact]
    public void More_sends_with_the_same_orders_lower_the_ratio_and_its_interval_alike() =>
        Gen.Select(Arms, Arms, Gen.Int[2, 10]).Sample(
            (a, b, factor) =>
            {
                var before = new PromoCodeComparison(a, b);
                var after = new PromoCodeComparison(a with { Sends = a.Sends * factor }, b);
                return Close(before.RatioFrom, after.RatioFrom * factor) && Close(before.RatioTo ?? 0, (after.RatioTo ?? 0) * factor);
            },
            iter: TestCodes.Cases);

    [Fact]
    public void More_of_the_same_narrows_the_interval() => Gen.Select(Arms, Arms).Where((a, b) => a.Orders > 0 && b.Orders > 0 && a.Sends > 0 && b.Sends > 0).Sample(
        (a, b) =>
        {
            var before = new PromoCodeComparison(a, b);
            var after = new PromoCodeComparison(
                a with { Sends = a.Sends * 2, Orders = a.Orders * 2 }, b with { Sends = b.Sends * 2, Orders = b.Orders * 2 });
            return after.RatioFrom > before.RatioFrom && after.RatioTo < before.RatioTo && Close(before.Ratio ?? 0, after.Ratio ?? 0);
        },
        iter: TestCodes.Cases / 5);

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ru-RU");
            Assert.Equal(
                "FIVE / TEN: 1.38 / 0.7 orders per 100 sends, ratio 1.971 (95 %: 0.858 to 4.277)",
                new PromoCodeComparison(Arm(Five, 800, 11), Arm(Ten, 3_011, 21)).ToString());
            Assert.EndsWith("(95 %: 0 to any)", new PromoCodeComparison(Arm(Five, 0, 0), Arm(Ten, 0, 0)).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static bool Inverse(double? one, double other) => one is null ? other == 0 : one == 0 || Close(one.Value * other, 1);

    private static bool Close(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));

    private static PromoCodeExperiment Experiment(string name) => new() { Name = name, A = Five, B = Ten };

    private static PromoCodeArm Arm(PromoCode code, int sends, int orders) => new() { Code = code, Sends = sends, Orders = orders };

    private static PromoCode Code(string text, decimal percent) =>
        new() { SellerId = "seller", Code = text, Percent = percent, Start = new DateOnly(2026, 3, 1), Days = 31 };

    private static PromoCodeSend Send(PromoCode code, int number, AnswerState state) => new()
    {
        SellerId = "seller",
        Key = number.ToString(CultureInfo.InvariantCulture),
        PromoCodeId = code.Id,
        TargetId = number.ToString(CultureInfo.InvariantCulture),
        Text = code.Code,
        StartedAt = default,
        State = state,
    };
}
