using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class MarkingCodeRulesTests
{
    // In Moscow it is the 24th of November already.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 21, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("uin", "1234568909091232")]
    [InlineData("imei", "490154203237518")]
    [InlineData("imei", "356938035643809")]
    [InlineData("gtin", "4810143000012")]
    [InlineData("gtin", "4006381333931")]
    [InlineData("customsDeclaration", "10704010/010624/0000302")]
    [InlineData("customsDeclaration", "10216170/070320/0064528/12")]
    [InlineData("customsDeclaration", "10702070/150721/П123456")]
    [InlineData("originCountryCode", "643")]
    [InlineData("originCountryCode", "51")]
    [InlineData("expiration", "24.12.2026")]
    [InlineData("expiration", "12.09.2030")]
    [InlineData("kindOfTomorrow", "anything")]
    public void A_right_code_has_no_problem(string kind, string code) => Assert.Empty(Check(kind, code));

    [Theory]
    [InlineData("uin", "123456890909123", MarkingFault.Length)]
    [InlineData("uin", "12345689090912322", MarkingFault.Length)]
    [InlineData("uin", "", MarkingFault.Length)]
    [InlineData("uin", "123456890909123A", MarkingFault.InvalidSymbols)]
    [InlineData("uin", "١٢٣٤٥٦٨٩٠٩٠٩١٢٣٢", MarkingFault.InvalidSymbols)]
    [InlineData("imei", "49015420323751", MarkingFault.Length)]
    [InlineData("imei", "4901542032375180", MarkingFault.Length)]
    [InlineData("imei", "49015420323751X", MarkingFault.InvalidSymbols)]
    [InlineData("gtin", "04810143000012", MarkingFault.Length)]
    [InlineData("gtin", "48101430000-2", MarkingFault.InvalidSymbols)]
    [InlineData("customsDeclaration", "10704010/010624/", MarkingFault.Length)]
    [InlineData("customsDeclaration", "10704010/010624/0000302/1234567", MarkingFault.Length)]
    [InlineData("customsDeclaration", "10704010/010624/00003\u0000", MarkingFault.InvalidSymbols)]
    [InlineData("originCountryCode", "", MarkingFault.InvalidPattern)]
    [InlineData("originCountryCode", "RUS", MarkingFault.InvalidPattern)]
    [InlineData("originCountryCode", "6430", MarkingFault.InvalidPattern)]
    [InlineData("expiration", "2026-12-24", MarkingFault.InvalidPattern)]
    [InlineData("expiration", "31.02.2027", MarkingFault.InvalidPattern)]
    [InlineData("expiration", "23.12.2026", MarkingFault.TooEarly)]
    [InlineData("expiration", "01.01.2020", MarkingFault.TooEarly)]
    public void What_WB_is_certain_to_refuse_is_said_to_be_so(string kind, string code, MarkingFault fault) =>
        Assert.Contains(Check(kind, code), problem => problem.Fault == fault && problem.IsCertain);

    [Theory]
    [InlineData("imei", "490154203237519", MarkingFault.CheckDigit)]
    [InlineData("imei", "123456789012345", MarkingFault.CheckDigit)]
    [InlineData("gtin", "4810143000013", MarkingFault.CheckDigit)]
    [InlineData("gtin", "1234567890123", MarkingFault.CheckDigit)]
    [InlineData("customsDeclaration", "10704010-010624-0000302", MarkingFault.InvalidPattern)]
    public void What_WB_may_know_better_is_a_warning(string kind, string code, MarkingFault fault)
    {
        MarkingProblem problem = Assert.Single(Check(kind, code));
        Assert.Equal((fault, false), (problem.Fault, problem.IsCertain));
    }

    [Fact]
    public void The_first_day_of_expiry_is_30_days_from_Moscows_today_by_the_clients_clock()
    {
        Assert.Contains("2026-12-24", Assert.Single(Check("expiration", "23.12.2026")).Explanation, StringComparison.Ordinal);
        _clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 20, 59, 59, TimeSpan.Zero));
        Assert.Empty(Check("expiration", "24.12.2026"));
        _clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 21, 0, 0, TimeSpan.Zero));
        Assert.Single(Check("expiration", "24.12.2026"));
    }

    [Fact]
    public void Every_single_wrong_digit_of_an_IMEI_is_told() => Gen.Select(Gen.Char['0', '9'].Array[14], Gen.Int[0, 14], Gen.Int[1, 9]).Sample((digits, at, shift) =>
    {
        string imei = new(digits);
        imei += Enumerable.Range('0', 10).Select(last => (char)last).Single(last => Check("imei", imei + last).Count == 0);
        char wrong = (char)('0' + ((imei[at] - '0' + shift) % 10));
        return Check("imei", imei[..at] + wrong + imei[(at + 1)..]) is [{ Fault: MarkingFault.CheckDigit }];
    });

    [Fact]
    public void The_decisions_of_WB_are_all_known_for_what_they_mean()
    {
        MarkingDecision[] all = [.. typeof(MarkingDecision).GetProperties().Where(property => property.PropertyType == typeof(MarkingDecision)).Select(property => (MarkingDecision)property.GetValue(null)!)];
        Assert.DoesNotContain(all, decision => decision.GetState() == MarkingState.Unknown);
        Assert.Equal([MarkingDecision.Pending], all.Where(decision => decision.GetState() == MarkingState.Pending));
        Assert.Equal([MarkingDecision.Required], all.Where(decision => decision.GetState() == MarkingState.Missing));
        Assert.Equal(
            ["deadlineExceeded", "filled", "imeiMaySell", "imeiSoldB2B", "optional", "sgtinIntroduced", "sgtinSoldB2B", "uinMaySell"],
            all.Where(decision => decision.GetState() == MarkingState.Passed).Select(decision => decision.Value).Order(StringComparer.Ordinal));
        Assert.Equal(MarkingState.Unknown, MarkingDecision.From("decisionOfTomorrow").GetState());
        Assert.Equal(MarkingState.Unknown, default(MarkingDecision).GetState());
    }

    private IReadOnlyList<MarkingProblem> Check(string kind, string code) => MarkingCodeRules.Check(MarkingCodeKind.From(kind), code, _clock);
}
