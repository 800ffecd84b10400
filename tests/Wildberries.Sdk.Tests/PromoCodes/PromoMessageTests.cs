using System.Globalization;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoMessageTests
{
    private static readonly PromoMessageComposer Composer = new();

    // A space that does not break stands before the percent sign in Russian.
    private static readonly PromoCode Code = TestCodes.Create("THANKS12", 12.50m);

    private static readonly PromoCodePurposes[] Purposes = [PromoCodePurposes.Loyalty, PromoCodePurposes.Retention, PromoCodePurposes.Conversion];

    [Theory]
    [InlineData(
        PromoCodePurposes.Loyalty,
        "Спасибо за добрые слова! Вот промокод THANKS12: скидка 12,5 % на товар «Кружка керамическая». Введите его в корзине, он действует по 28 февраля 2026 г. включительно (по московскому времени).")]
    [InlineData(
        PromoCodePurposes.Retention,
        "Нам очень жаль, что так вышло. Примите в качестве извинения промокод THANKS12: скидка 12,5 % на товар «Кружка керамическая». Введите его в корзине, он действует по 28 февраля 2026 г. включительно (по московскому времени).")]
    [InlineData(
        PromoCodePurposes.Conversion,
        "Если решите заказать, пригодится промокод THANKS12: скидка 12,5 % на товар «Кружка керамическая». Введите его в корзине, он действует по 28 февраля 2026 г. включительно (по московскому времени).")]
    public void A_message_is_in_Russian_unless_another_language_is_named(PromoCodePurposes purpose, string text)
    {
        Assert.Equal(text.Replace("12,5 %", "12,5\u00A0%", StringComparison.Ordinal), Composer.Compose(Code, purpose, "Кружка керамическая"));
        Assert.Equal(
            Composer.Compose(Code, purpose, "Кружка керамическая", PromoLanguage.Russian), Composer.Compose(Code, purpose, "Кружка керамическая"));
    }

    [Theory]
    [InlineData(
        PromoCodePurposes.Loyalty,
        "Thank you for your kind words! Here is the promo code THANKS12: 12.5% off “Mug”. Enter it in the basket; it works through 28 February 2026 (Moscow time).")]
    [InlineData(
        PromoCodePurposes.Retention,
        "We are very sorry about this. Please accept the promo code THANKS12 as an apology: 12.5% off “Mug”. Enter it in the basket; it works through 28 February 2026 (Moscow time).")]
    [InlineData(
        PromoCodePurposes.Conversion,
        "If you decide to order, here is the promo code THANKS12: 12.5% off “Mug”. Enter it in the basket; it works through 28 February 2026 (Moscow time).")]
    public void There_are_English_templates_too(PromoCodePurposes purpose, string text) =>
        Assert.Equal(text, Composer.Compose(Code, purpose, "Mug", PromoLanguage.English));

    [Fact]
    public void Without_a_product_the_message_promises_no_more_than_the_code_does()
    {
        PromoMessageComposer composer = new(
        [
            new PromoMessageTemplate { Purpose = PromoCodePurposes.Loyalty, Format = "{code} {product}" },
            new PromoMessageTemplate { Purpose = PromoCodePurposes.Loyalty, Language = PromoLanguage.English, Format = "{code} {product}" },
        ]);
        PromoCode chosen = Code with { NmIds = [1] };

        Assert.Equal("THANKS12 весь наш ассортимент", composer.Compose(Code, PromoCodePurposes.Loyalty));
        Assert.Equal("THANKS12 отдельные наши товары", composer.Compose(chosen, PromoCodePurposes.Loyalty, " "));
        Assert.Equal("THANKS12 товар «Кружка»", composer.Compose(chosen, PromoCodePurposes.Loyalty, "Кружка"));
        Assert.Equal("THANKS12 everything we sell", composer.Compose(Code, PromoCodePurposes.Loyalty, "", PromoLanguage.English));
        Assert.Equal("THANKS12 some of our products", composer.Compose(chosen, PromoCodePurposes.Loyalty, null, PromoLanguage.English));
    }

    [Theory]
    [InlineData("2026-01-01", "1 января 2026 г.", "1 January 2026")]
    [InlineData("2026-02-28", "28 февраля 2026 г.", "28 February 2026")]
    [InlineData("2026-03-31", "31 марта 2026 г.", "31 March 2026")]
    [InlineData("2026-04-30", "30 апреля 2026 г.", "30 April 2026")]
    [InlineData("2026-05-09", "9 мая 2026 г.", "9 May 2026")]
    [InlineData("2026-06-12", "12 июня 2026 г.", "12 June 2026")]
    [InlineData("2026-07-07", "7 июля 2026 г.", "7 July 2026")]
    [InlineData("2026-08-31", "31 августа 2026 г.", "31 August 2026")]
    [InlineData("2026-09-01", "1 сентября 2026 г.", "1 September 2026")]
    [InlineData("2026-10-10", "10 октября 2026 г.", "10 October 2026")]
    [InlineData("2026-11-11", "11 ноября 2026 г.", "11 November 2026")]
    [InlineData("2026-12-31", "31 декабря 2026 г.", "31 December 2026")]
    public void The_date_is_the_last_day(string last, string russian, string english)
    {
        PromoCode code = Code with { Start = DateOnly.Parse(last, CultureInfo.InvariantCulture).AddDays(-4), Days = 5 };

        Assert.Contains(russian, Composer.Compose(code, PromoCodePurposes.Loyalty), StringComparison.Ordinal);
        Assert.Contains(english, Composer.Compose(code, PromoCodePurposes.Loyalty, language: PromoLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10", "10\u00A0%", "10%")]
    [InlineData("10.00", "10\u00A0%", "10%")]
    [InlineData("7.05", "7,05\u00A0%", "7.05%")]
    public void Percentages_follow_the_language(string percent, string russian, string english)
    {
        PromoCode code = Code with { Percent = decimal.Parse(percent, CultureInfo.InvariantCulture) };

        Assert.Contains($"скидка {russian} на", Composer.Compose(code, PromoCodePurposes.Loyalty), StringComparison.Ordinal);
        Assert.Contains($": {english} off", Composer.Compose(code, PromoCodePurposes.Loyalty, language: PromoLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public void The_culture_of_the_program_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            string[] expected = All();
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, All());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        static string[] All() =>
        [
            .. Purposes.SelectMany(purpose => Enum.GetValues<PromoLanguage>().Select(language => new PromoMessageComposer().Compose(Code, purpose, "1.5", language))),
        ];
    }

    [Fact]
    public void No_template_calls_a_code_personal()
    {
        foreach (PromoCodePurposes purpose in Purposes)
        {
            foreach (PromoLanguage language in Enum.GetValues<PromoLanguage>())
            {
                string text = Composer.Compose(Code, purpose, language: language);
                Assert.DoesNotContain("персональн", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("ваш ", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("personal", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("your promo code", text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("Ваш ПЕРСОНАЛЬНЫЙ промокод {code}", "персональн")]
    [InlineData("Только для вас: {code}", "только для вас")]
    [InlineData("Лично для Вас: {code}", "лично для вас")]
    [InlineData("Your personal code {code}", "personal")]
    [InlineData("{code}, only for you", "only for you")]
    [InlineData("{code} just for You", "just for you")]
    public void A_template_that_calls_a_code_personal_is_refused(string format, string word) => Refused(format, word);

    [Theory]
    [InlineData("Код{code}")]
    [InlineData("{code}2 {percent}")]
    public void A_letter_or_digit_beside_the_code_is_refused(string format) => Refused(format, "beside {code}");

    [Theory]
    [InlineData("{code} {name}", "{name} is no placeholder")]
    [InlineData("{code} {Percent}", "{Percent} is no placeholder")]
    [InlineData("{code} {}", "{} is no placeholder")]
    [InlineData("{code} { date }", "{ date } is no placeholder")]
    [InlineData("{code} {date", "{ is no placeholder")]
    [InlineData("{code} date}", "} is no placeholder")]
    [InlineData("{{code}}", "{ is no placeholder")]
    public void An_unknown_placeholder_is_refused(string format, string words) => Refused(format, words);

    [Theory]
    [InlineData("Скидка {percent} до {date}", "no {code}")]
    [InlineData("{CODE}", "{CODE} is no placeholder")]
    public void A_template_has_the_code(string format, string words) => Refused(format, words);

    [Fact]
    public void A_template_is_a_text_of_at_most_1000_characters()
    {
        Assert.Equal(1_000, Template(new string('-', 994) + "{code}").Format.Length);
        Refused(new string('-', 995) + "{code}", "1001 characters");
        Assert.Throws<ArgumentException>("Format", () => Template(" "));
        Assert.Throws<ArgumentNullException>("Format", () => Template(null!));
    }

    [Fact]
    public void A_message_has_at_most_1000_characters()
    {
        PromoMessageComposer composer = new([Template("{code}{product}")]);
        int rest = 1_000 - "THANKS12".Length - "товар «»".Length;

        Assert.Equal(1_000, composer.Compose(Code, PromoCodePurposes.Loyalty, new string('x', rest)).Length);
        Assert.Contains(
            "1001 characters",
            Assert.Throws<ArgumentException>("product", () => composer.Compose(Code, PromoCodePurposes.Loyalty, new string('x', rest + 1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_name_is_not_replaced()
    {
        PromoMessageComposer composer = new([Template("{product}: {code}")]);

        Assert.Equal("товар «{percent} {code}»: THANKS12", composer.Compose(Code, PromoCodePurposes.Loyalty, "{percent} {code}"));
    }

    [Fact]
    public void Templates_of_ones_own_replace_those_for_the_same_purpose_and_language()
    {
        PromoMessageComposer composer = new([Template("Промокод {code}.")]);

        Assert.Equal("Промокод THANKS12.", composer.Compose(Code, PromoCodePurposes.Loyalty));
        Assert.Equal(Composer.Compose(Code, PromoCodePurposes.Retention), composer.Compose(Code, PromoCodePurposes.Retention));
        Assert.Equal(
            Composer.Compose(Code, PromoCodePurposes.Loyalty, language: PromoLanguage.English),
            composer.Compose(Code, PromoCodePurposes.Loyalty, language: PromoLanguage.English));
        Assert.StartsWith("Спасибо", new PromoMessageComposer().Compose(Code, PromoCodePurposes.Loyalty), StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_that_do_not_go_together_are_refused()
    {
        Assert.Contains(
            "two templates for Loyalty in Russian",
            Assert.Throws<ArgumentException>("templates", () => new PromoMessageComposer([Template("{code}"), Template("{code}!")])).Message,
            StringComparison.Ordinal);
        foreach (PromoCodePurposes purpose in (PromoCodePurposes[])[PromoCodePurposes.None, PromoCodePurposes.All])
        {
            Assert.Contains(
                "name one purpose",
                Assert.Throws<ArgumentException>("templates", () => new PromoMessageComposer([Template("{code}") with { Purpose = purpose }])).Message,
                StringComparison.Ordinal);
            Assert.Contains(
                "name one purpose",
                Assert.Throws<ArgumentException>("purpose", () => Composer.Compose(Code, purpose)).Message,
                StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>("purpose", () => Composer.Compose(Code, PromoCodePurposes.Loyalty, language: (PromoLanguage)2));
        Assert.Contains(
            "is null", Assert.Throws<ArgumentException>("templates", () => new PromoMessageComposer([null!])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("code", () => Composer.Compose(null!, PromoCodePurposes.Loyalty));
    }

    private static void Refused(string format, string words) => Assert.Contains(
        words, Assert.Throws<ArgumentException>("Format", () => Template(format)).Message, StringComparison.Ordinal);

    private static PromoMessageTemplate Template(string format) => new() { Purpose = PromoCodePurposes.Loyalty, Format = format };
}
