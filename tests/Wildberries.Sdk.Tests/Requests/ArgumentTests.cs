using CsCheck;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Tests.Requests;

public sealed class ArgumentTests
{
    [Fact]
    public void An_id_is_positive()
    {
        long advertId = 1;
        Assert.Equal(1, Argument.Id(advertId));
        foreach (long bad in new[] { 0, -1, long.MinValue })
        {
            advertId = bad;
            var error = Assert.Throws<ArgumentOutOfRangeException>("advertId", () => Argument.Id(advertId));
            Assert.Equal(bad, error.ActualValue);
        }
    }

    [Fact]
    public void A_wait_is_from_zero_to_a_day_or_the_usual_one()
    {
        TimeSpan? maxWait = null;
        Assert.Equal(TimeSpan.FromMinutes(5), Argument.Wait(maxWait, TimeSpan.FromMinutes(5)));
        foreach (TimeSpan good in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1) })
            Assert.Equal(good, Argument.Wait(good, TimeSpan.FromMinutes(5)));
        foreach (TimeSpan bad in new[] { TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) })
        {
            maxWait = bad;
            Assert.Throws<ArgumentOutOfRangeException>("maxWait", () => Argument.Wait(maxWait, TimeSpan.FromMinutes(5)));
        }
    }

    [Fact]
    public void Ids_count_once_and_each_is_positive()
    {
        long[] ids = [3, 1, 3];
        Assert.Equal([3, 1], Argument.Ids(ids));
        Assert.Empty(Argument.Ids([]));
        Assert.Throws<ArgumentNullException>("none", () => Argument.Ids(null!, "none"));
        ids = [3, 0];
        Assert.Throws<ArgumentOutOfRangeException>("ids", () => Argument.Ids(ids));
    }

    [Theory]
    [InlineData(0, "There are no products.")]
    [InlineData(1, "There are 1 products; WB takes at least 2.")]
    [InlineData(1001, "There are 1,001 products; WB takes at most 1,000 at once.")]
    public void Too_few_and_too_many_are_refused_with_the_limit(int count, string message)
    {
        var error = Assert.Throws<ArgumentException>("nmIds", () => Argument.Count(count, 2, 1000, "products", "nmIds"));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Argument.Count(2, 2, 1000, "products", "nmIds");
        Argument.Count(1000, 2, 1000, "products", "nmIds");
    }

    [Fact]
    public void A_row_is_named_by_its_place()
    {
        Assert.Equal([1, 2], Check([1, 2]));
        Assert.Empty(Check([]));
        AssertRefused("Row 1 (id 0): it is not positive.", 1, 0);
        AssertRefused("Row 2 (id 5): row 0 has the same id already.", 5, 6, 5);
        Assert.StartsWith(
            "Row 1 is null.",
            Assert.Throws<ArgumentException>("rows", () => Argument.Rows(new[] { "a", null! }, row => row, _ => null, "rows")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("rows", () => Check(null!));

        static List<long> Check(long[] rows) =>
            Argument.Rows(rows, row => $"id {row}", row => row > 0 ? null : "it is not positive", row => row, "id", "rows");

        static void AssertRefused(string message, params long[] rows) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(nameof(rows), () => Check(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_are_scalar_values_of_Unicode_and_no_units_of_UTF_16() =>
        Gen.Int[0, 0x10FFFF].Where(value => value is not 0 and not (>= 0xD800 and <= 0xDFFF)).Array[0, 40].Sample(values =>
        {
            string text = string.Concat(values.Select(char.ConvertFromUtf32));
            Assert.Equal(values.Length, Argument.Characters(text));
            Assert.Equal(text, Argument.OptionalText(text, values.Length));
            if (values.Length > 0)
                Assert.Throws<ArgumentException>("text", () => Argument.OptionalText(text, values.Length - 1));
        });

    [Fact]
    public void What_is_no_text_is_refused()
    {
        const string Half = "half of a surrogate pair";
        foreach ((string text, string fault) in new[] { ("a\0b", "a NUL character"), ("\uD83C", Half), ("a\uDF81b", Half), ("\uDF81\uD83C", Half) })
        {
            var error = Assert.Throws<ArgumentException>("text", () => Argument.OptionalText(text, 100));
            Assert.Contains(fault, error.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>("text", () => Argument.Text(text));
            Assert.Throws<ArgumentException>("text", () => Argument.PathSegment(text));
        }
    }

    [Fact]
    public void A_text_that_is_needed_is_not_blank_and_one_that_is_not_may_be_missing()
    {
        string? text = null;
        Assert.Null(Argument.OptionalText(text, 5));
        Assert.Throws<ArgumentNullException>("text", () => Argument.Text(text));
        foreach (string blank in new[] { "", " ", "\t" })
        {
            Assert.Equal(blank, Argument.OptionalText(blank, 5));
            Assert.Throws<ArgumentException>("blank", () => Argument.Text(blank));
        }
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(" ")]
    public void What_would_lead_to_another_address_is_no_id(string id) => Assert.Throws<ArgumentException>(nameof(id), () => Argument.PathSegment(id));

    [Theory]
    [InlineData("...")]
    [InlineData("a..b")]
    [InlineData("1:641b623c-5c0e-295b-db03-3d5b4d484c32")]
    public void Other_ids_pass(string id) => Assert.Equal(id, Argument.PathSegment(id));

    [Fact]
    public void A_period_does_not_end_before_it_begins()
    {
        DateOnly day = new(2026, 11, 28), before = day.AddDays(-1);
        Argument.Period(day, day);
        Assert.StartsWith(
            "The last day, 2026-11-27, is before the first, 2026-11-28.",
            Assert.Throws<ArgumentException>("before", () => Argument.Period(day, before)).Message,
            StringComparison.Ordinal);
        DateTimeOffset start = new(2026, 11, 28, 3, 0, 0, TimeSpan.FromHours(3)), end = start.AddTicks(-1);
        Argument.Period(start, start);
        Assert.Throws<ArgumentException>("end", () => Argument.Period(start, end));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("999.00", "999")]
    public void Money_is_whole_and_loses_its_zeros(string sum, string whole) =>
        Assert.Equal(whole, Argument.Whole(Parse(sum)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.01")]
    [InlineData("-1")]
    public void Money_that_is_not_whole_or_negative_is_refused(string sum)
    {
        Assert.Throws<ArgumentOutOfRangeException>("Price", () => Argument.Whole(Parse(sum), "Price"));
        Assert.Null(Argument.Whole(null, "Price"));
    }

    [Fact]
    public void A_limit_is_within_what_WB_gives()
    {
        foreach (int? good in new int?[] { null, 1, 1000 })
            Assert.Equal(good, Argument.Limit(good, 1000));
        foreach (int? bad in new int?[] { 0, -1, 1001 })
            Assert.Throws<ArgumentOutOfRangeException>("Limit", () => Argument.Limit(bad, 1000, "Limit"));
    }

    [Fact]
    public void Values_of_a_query_are_joined_once_each_and_need_to_be_some()
    {
        long[] ids = [5, -999999, 5];
        Assert.Equal("5,-999999", Argument.Joined(ids, "ids"));
        ids = [];
        Assert.StartsWith(
            "There are no ids; to ask for all, leave them out.", Assert.Throws<ArgumentException>("ids", () => Argument.Joined(ids, "ids")).Message, StringComparison.Ordinal);
    }

    private static decimal Parse(string sum) => decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture);
}
