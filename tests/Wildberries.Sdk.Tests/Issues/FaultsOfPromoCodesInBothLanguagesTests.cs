using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Tests.PromoCodes;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Faults and refusals of promo codes were English only: each has a code that stays, and a text in both languages.</summary>
public sealed partial class FaultsOfPromoCodesInBothLanguagesTests
{
    private static readonly PromoCodeFault[] Faults =
        [.. typeof(PromoCodeFault).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (PromoCodeFault)property.GetValue(null)!)];

    [Fact]
    public void Every_fault_has_both_texts_with_the_same_values()
    {
        Assert.NotEmpty(Faults);
        Assert.Equal(Faults.Select(fault => fault.Value).Order(StringComparer.Ordinal), PromoCodeTexts.Faults.Keys.Select(fault => fault.Value).Order(StringComparer.Ordinal));
        foreach ((PromoCodeFault fault, (string english, string russian)) in PromoCodeTexts.Faults)
        {
            AssertLanguages(fault.Value, english, russian);
            Assert.Equal(ValuesOf(english), ValuesOf(russian));
        }
    }

    [Fact]
    public void Every_refusal_has_both_texts()
    {
        foreach (AnswerRefusal refusal in Enum.GetValues<AnswerRefusal>())
            AssertLanguages(refusal.ToString(), refusal.Describe(PromoLanguage.English), refusal.Describe(PromoLanguage.Russian));
        Assert.Equal("99", ((AnswerRefusal)99).Describe(PromoLanguage.Russian));
    }

    [Fact]
    public void Every_fault_is_found_and_described()
    {
        var found = new HashSet<PromoCodeFault>();
        PromoCode right = TestCodes.Create();
        Check(new PromoCodeRules().Validate(right with { SellerId = "", Code = "", Percent = 2.505m, Days = 40, NmIds = [], Purposes = (PromoCodePurposes)64 }, TestCodes.Clock()));
        Check(new PromoCodeRules().Validate(right with { Code = new string('A', 51), NmIds = [0] }, TestCodes.Clock()));
        Check(new PromoCodeRules().Validate(right with { Code = "A B", NmIds = [1, 1], Start = TestCodes.Today }, TestCodes.Clock()));
        Check(new PromoCodeRules().Validate(right with { Code = "A\uD800", Start = TestCodes.Today.AddYears(-2) }, TestCodes.Clock(), isInPortal: true));
        PromoCode known = right with { WildberriesId = "one" };
        var full = new PromoCodePortfolio(TestCodes.Seller, [known], new PromoCodeRules { MaxActiveCodes = 1 }, TestCodes.Clock());
        Check(full.Validate(known with { Id = Guid.NewGuid() }));

        Assert.Equal(Faults.Select(fault => fault.Value).Order(StringComparer.Ordinal), found.Select(fault => fault.Value).Order(StringComparer.Ordinal));

        void Check(IReadOnlyList<PromoCodeViolation> violations)
        {
            foreach (PromoCodeViolation violation in violations)
            {
                found.Add(violation.Fault);
                Assert.Equal(violation.Message, violation.Describe(PromoLanguage.English));
                AssertLanguages(violation.Fault.Value, violation.Describe(PromoLanguage.English), violation.Describe(PromoLanguage.Russian));
                Assert.DoesNotContain('{', violation.Describe(PromoLanguage.Russian));
            }
        }
    }

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void Russian_numbers_and_dates_are_Russian_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            IReadOnlyList<PromoCodeViolation> violations =
                new PromoCodeRules().Validate(TestCodes.Create(percent: 2.5m, start: new DateOnly(2026, 2, 14)), TestCodes.Clock());
            Assert.Equal(
                [
                    "Скидка 2,5 %, а у промокода она бывает от 3 до 50 %.",
                    "Первый день 14.02.2026, а новый промокод начинается не раньше 15.02.2026 и не позже 14.05.2026 (по Москве).",
                ],
                violations.Select(violation => violation.Describe(PromoLanguage.Russian)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_violation_of_a_store_of_your_own_says_its_message_in_either_language()
    {
        var own = new PromoCodeViolation { Rule = PromoCodeRule.CodeText, Property = "Code", Message = "Слово запрещено." };

        Assert.Equal("", own.Fault.Value);
        Assert.Equal("Слово запрещено.", own.Describe(PromoLanguage.Russian));
        Assert.Equal("Слово запрещено.", own.Describe(PromoLanguage.English));
    }

    private static void AssertLanguages(string code, string english, string russian)
    {
        Assert.True(english.Length > 0 && !Cyrillic().IsMatch(english), $"{code}: {english}");
        Assert.True(Cyrillic().IsMatch(russian), $"{code}: {russian}");
        Assert.False(LatinWord().IsMatch(Value().Replace(russian, "")), $"{code}: {russian}");
    }

    private static string[] ValuesOf(string text) => [.. Value().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("[а-яА-ЯёЁ]")]
    private static partial Regex Cyrillic();

    // WB and id are what sellers call them; a code itself is Latin and in capitals.
    [GeneratedRegex(@"\b(?!id\b)[a-z]{2,}\b")]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"\{(\d)[^}]*\}")]
    private static partial Regex Value();
}
