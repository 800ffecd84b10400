using System.Globalization;
using System.Text.Json;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class NewCardRulesTests
{
    private const long Subject = 217;

    private static readonly SubjectCharacteristic[] Characteristics =
    [
        new() { Id = 1, Name = "Цвет", Type = CharacteristicType.Texts, MaxCount = 2, IsRequired = true },
        new() { Id = 2, Name = "Объем", Type = CharacteristicType.Number },
        new() { Id = 3, Name = "Старая", Type = CharacteristicType.Unused, IsRequired = true },
        new() { Id = 4, Name = "Бренд", Type = CharacteristicType.Texts, HasNamedField = true, IsRequired = true },
        new() { Id = 5, Name = "Новая", Type = CharacteristicType.From(7) },
        new() { Id = 6, Name = "Состав", Type = CharacteristicType.Texts },
    ];

    private static readonly Dictionary<long, IReadOnlyList<SubjectCharacteristic>> Directory = new() { [Subject] = Characteristics, [404] = [] };

    private static readonly NewCard Good = new()
    {
        VendorCode = "a",
        Brand = "Вязка",
        Title = new string('я', 60),
        Description = new string('я', 1000),
        Dimensions = new CardDimensionsInput { Length = 1, Width = 1, Height = 1, GrossWeight = 0.1m },
        Characteristics = [Texts(1, "белый", "синий"), Number(2, 350), new CardCharacteristicInput { Id = 5, Value = CharacteristicValue.OfNumber(1) }],
        Sizes = [new NewCardSize { TechSize = "S", Skus = ["2000000000015"] }, new NewCardSize { TechSize = "M", Skus = ["x-1"] }],
    };

    private static readonly Dictionary<string, (NewCard Card, string Problem)> Wrong = new()
    {
        ["no article"] = (Good with { VendorCode = " " }, "vendorCode article_missing"),
        ["long article"] = (Good with { VendorCode = new string('я', 73) }, "vendorCode article_too_long"),
        ["long title"] = (Good with { Title = new string('я', 61) }, "title title_too_long"),
        ["long description"] = (Good with { Description = new string('я', 5001) }, "description description_too_long"),
        ["description for some categories"] = (Good with { Description = new string('я', 1001) }, "description description_may_be_too_long?"),
        ["half of an emoji"] = (Good with { Title = "a\ud83d" }, "title text_malformed"),
        ["no colour"] = (Good with { Characteristics = [] }, "characteristics[1] characteristic_missing"),
        ["no brand"] = (Good with { Brand = null }, "brand characteristic_missing"),
        ["three colours"] = (Good with { Characteristics = [Texts(1, "a", "b", "c")] }, "characteristics[1] characteristic_too_many_values"),
        ["a blank colour"] = (Good with { Characteristics = [Texts(1, " ")] }, "characteristics[1] characteristic_without_value"),
        ["no value"] = (Good with { Characteristics = [Texts(1, "a"), new CardCharacteristicInput { Id = 6, Value = default }] }, "characteristics[6] characteristic_without_value"),
        ["a number for a text"] = (Good with { Characteristics = [Number(1, 5)] }, "characteristics[1] characteristic_not_texts"),
        ["a text for a number"] = (Good with { Characteristics = [Texts(1, "a"), Texts(2, "350")] }, "characteristics[2] characteristic_not_number"),
        ["a member of its own"] = (Good with { Characteristics = [Texts(1, "a"), Texts(4, "Вязка")] }, "characteristics[4] characteristic_is_member"),
        ["not of the subject"] = (Good with { Characteristics = [Texts(1, "a"), Texts(99, "b")] }, "characteristics[99] characteristic_unknown"),
        ["unused"] = (Good with { Characteristics = [Texts(1, "a"), Texts(3, "b")] }, "characteristics[3] characteristic_unused?"),
        ["twice"] = (Good with { Characteristics = [Texts(1, "a"), Texts(6, "a"), Texts(6, "b")] }, "characteristics[6] characteristic_repeated"),
        ["no dimensions"] = (Good with { Dimensions = new CardDimensionsInput { Length = 1 } }, "dimensions dimensions_missing?"),
        ["a size twice"] = (Good with { Sizes = [new NewCardSize { TechSize = "S" }, new NewCardSize { TechSize = "s" }] }, "sizes[1] size_ambiguous"),
        ["a size without name"] = (Good with { Sizes = [new NewCardSize(), new NewCardSize { TechSize = "s" }] }, "sizes[0] size_ambiguous"),
        ["a blank barcode"] = (Good with { Sizes = [new NewCardSize { Skus = [""] }] }, "sizes[0].skus barcode_malformed"),
        ["a barcode in words"] = (Good with { Sizes = [new NewCardSize { Skus = ["2000 1"] }] }, "sizes[0].skus barcode_malformed"),
        ["a barcode twice"] = (Good with { Sizes = [new NewCardSize { Skus = ["x", "x"] }] }, "sizes[0].skus barcode_repeated"),
        ["a barcode mistyped"] = (Good with { Sizes = [new NewCardSize { Skus = ["2000000000014"] }] }, "sizes[0].skus barcode_check_digit?"),
    };

    public static TheoryData<string> Names => [.. Wrong.Keys];

    [Fact]
    public void A_card_that_is_right_has_no_problems()
    {
        CardCheckResult result = Check(Good);
        Assert.Empty(Assert.Single(result.Rows).Problems);
        Assert.True(result.IsFine);
        Assert.Equal("1 cards: 1 fine, 0 doubtful, 0 refused", result.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_problem_is_told_with_its_code_and_its_member(string name)
    {
        (NewCard card, string expected) = Wrong[name];
        CardCheckRow row = Assert.Single(Check(card).Rows);
        Assert.Equal(expected, Assert.Single(row.Problems.Select(Short)));
        Assert.Equal(!expected.EndsWith('?'), row.IsRefused);
        CardProblem problem = row.Problems[0];
        Assert.NotEqual(problem.Describe(Locale.Russian), problem.Describe(Locale.English));
    }

    [Fact]
    public void Characters_are_counted_as_WB_counts_them() =>
        Assert.Empty(Assert.Single(Check(Good with { Title = string.Concat(Enumerable.Repeat("🧦", 60)) }).Rows).Problems);

    [Fact]
    public void What_cards_have_in_common_is_found_across_groups()
    {
        CardCheckResult result = NewCardRules.Check(
            [Group(Good), Group(Good with { VendorCode = "b", Sizes = [new NewCardSize { Skus = ["x-1"] }] }), Group(Good with { Sizes = [] })], Directory);
        Assert.Equal([(0, ""), (1, "sizes[0].skus barcode_repeated"), (2, "vendorCode article_repeated")], result.Rows.Select(row => (row.GroupIndex, string.Join(' ', row.Problems.Select(Short)))));
        Assert.Equal("The barcode x-1 stands there already, at \"a\".", result.Rows[1].Problems[0].Message);
    }

    [Fact]
    public void A_group_is_refused_as_a_whole()
    {
        NewCard other = Good with { VendorCode = "b", Characteristics = [Texts(1, "серый")], Sizes = [] };
        Assert.True(NewCardRules.Check([Group(Good, other)], Directory).IsFine);
        CardCheckResult result = NewCardRules.Check([Group(Good with { Title = new string('я', 61) }, other)], Directory);
        Assert.Equal(["title_too_long", "group_refused"], result.Refused.Select(row => row.Problems[0].Fault.Value));
    }

    [Fact]
    public void Cards_of_a_group_differ_in_a_characteristic_whatever_their_order_and_digits()
    {
        NewCard alike = Good with { VendorCode = "b", Sizes = [], Characteristics = [new CardCharacteristicInput { Id = 2, Value = CharacteristicValue.OfJson(JsonDocument.Parse("350.0").RootElement) }, Good.Characteristics[2], Good.Characteristics[0]] };
        CardCheckRow row = NewCardRules.Check([Group(Good, alike)], Directory).Rows[1];
        Assert.Equal("characteristics group_alike", Short(Assert.Single(row.Problems)));
    }

    [Fact]
    public void Groups_of_no_cards_of_too_many_and_of_unknown_subjects_are_told()
    {
        CardGroup many = Group([.. Enumerable.Range(0, 31).Select(i => Good with { VendorCode = $"m{i}", Sizes = [], Characteristics = [Texts(1, $"{i}")] })]);
        CardCheckResult result = NewCardRules.Check([Group(), many, Group(Good) with { SubjectId = 404 }, Group(Good with { VendorCode = "z", Sizes = [] }) with { SubjectId = 5 }, Group([null!])], Directory);
        Assert.Equal("group_empty", result.Rows[0].Problems[0].Fault.Value);
        Assert.All(result.Rows.Skip(1).Take(31), row => Assert.Equal("group_too_large", Assert.Single(row.Problems).Fault.Value));
        Assert.Equal(["subject_unknown", "", "card_missing"], result.Rows.Skip(32).Select(row => string.Join(' ', row.Problems.Select(one => one.Fault.Value))));
        Assert.Throws<ArgumentException>("groups", () => NewCardRules.Check([null!], Directory));
    }

    [Fact]
    public void Every_code_has_a_text_in_both_languages_whatever_the_culture()
    {
        CardFault[] all = [.. typeof(CardFault).GetProperties().Where(one => one.PropertyType == typeof(CardFault)).Select(one => (CardFault)one.GetValue(null)!)];
        Assert.Equal(all.OrderBy(one => one.Value), CardProblems.Texts.Keys.OrderBy(one => one.Value));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            CardProblem problem = Assert.Single(Assert.Single(Check(Good with { Description = new string('я', 5001) }).Rows).Problems);
            Assert.Equal("description: The description has 5,001 characters; WB takes at most 5,000.", problem.ToString());
            Assert.Equal("Знаков в описании: 5 001, а можно не больше 5 000.", problem.RussianMessage);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CardCheckResult Check(NewCard card) => NewCardRules.Check([Group(card)], Directory);

    private static CardGroup Group(params NewCard[] cards) => new() { SubjectId = Subject, Cards = cards };

    private static string Short(CardProblem problem) => $"{problem.Member} {problem.Fault}{(problem.IsWarning ? "?" : "")}";

    private static CardCharacteristicInput Texts(long id, params string[] texts) => new() { Id = id, Value = CharacteristicValue.OfTexts(texts) };

    private static CardCharacteristicInput Number(long id, decimal number) => new() { Id = id, Value = CharacteristicValue.OfNumber(number) };
}
