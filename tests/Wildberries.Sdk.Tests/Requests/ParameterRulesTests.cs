using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Tests.Requests;

public sealed class ParameterRulesTests
{
    private static readonly FakeTimeProvider Clock = new();

    [Theory]
    [InlineData(1, null)]
    [InlineData(1000, null)]
    [InlineData(0, "WB takes 1 to 1,000.")]
    [InlineData(1001, "WB takes 1 to 1,000.")]
    public void A_number_is_within_its_range(int limit, string? message) => AssertRefused(nameof(IRules.Numbers), "limit", message, limit, null);

    [Theory]
    [InlineData(12L, null)]
    [InlineData(13L, "WB takes 1 to 12.")]
    [InlineData(null, null)]
    public void A_number_that_is_left_out_is_not_checked(long? month, string? message) => AssertRefused(nameof(IRules.Numbers), "month", message, 1, month);

    [Fact]
    public void A_value_is_one_of_those_that_WB_takes()
    {
        AssertRefused(nameof(IRules.Kind), "kind", null, MarkingCodeKind.Uin);
        AssertRefused(nameof(IRules.Kind), "kind", "It is \"expiration\"; WB takes imei, uin.", MarkingCodeKind.Expiration);
        AssertRefused(nameof(IRules.Kind), "kind", "It is \"\"; WB takes imei, uin.", default(MarkingCodeKind));
        AssertRefused(nameof(IRules.Kind), "kind", "It is \"IMEI\"; WB takes imei, uin.", MarkingCodeKind.From("IMEI"));
        AssertRefused(nameof(IRules.Size), "width", null, 58);
        AssertRefused(nameof(IRules.Size), "width", "It is \"57\"; WB takes 58, 40.", 57);
    }

    [Theory]
    [InlineData(0, "There are no items.")]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(4, "There are 4 items; WB takes at most 3 at once.")]
    public void A_list_and_a_request_that_is_a_list_have_as_many_items_as_WB_takes(int count, string? message)
    {
        AssertRefused(nameof(IRules.List), "rows", message, new List<int>(Enumerable.Range(1, count)));
        AssertRefused(nameof(IRules.Request), "request", message, new Listed(count));
    }

    [Theory]
    [InlineData(0L, null)]
    [InlineData(5L, null)]
    [InlineData(null, null)]
    [InlineData(-1L, "It is 0 for the first page")]
    public void A_page_does_not_begin_before_the_first(long? next, string? message) => AssertRefused(nameof(IRules.Page), "next", message, next, "x");

    [Theory]
    [InlineData("Калуга", null)]
    [InlineData(" ", "")]
    [InlineData("", "")]
    public void A_text_that_is_required_is_not_blank(string city, string? message) => AssertRefused(nameof(IRules.Page), "city", message, 0L, city);

    [Theory]
    [InlineData(100L, 100L, null)]
    [InlineData(null, 5L, null)]
    [InlineData(5L, null, null)]
    [InlineData(100L, 99L, "The end, 99, is before the start, 100.")]
    [InlineData(1_790_000_000L, 1_790_172_800L, null)]
    [InlineData(1_790_000_000L, 1_790_172_801L, "The period is longer than 2 days")]
    public void A_period_is_one_and_not_too_long(long? dateFrom, long? dateTo, string? message) =>
        AssertRefused(nameof(IRules.Period), "dateTo", message, dateFrom, dateTo);

    [Fact]
    public void A_request_that_checks_itself_does_so_by_the_clock_of_the_client()
    {
        AssertRefused(nameof(IRules.Checked), "request", null, new CheckedOne(Clock.GetUtcNow().Year));
        AssertRefused(nameof(IRules.Checked), "request", "too early", new CheckedOne(Clock.GetUtcNow().Year - 1));
    }

    private static void AssertRefused(string method, string parameter, string? message, params object?[] arguments)
    {
        MethodInfo info = typeof(IRules).GetMethod(method)!;
        ParameterRules.Of(info, "/x", isOurs: false).Check(arguments, Clock);
        ParameterRules rules = ParameterRules.Of(info, "/x", isOurs: true);
        if (message is null)
        {
            rules.Check(arguments, Clock);
            return;
        }

        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => rules.Check(arguments, Clock));
        Assert.Equal(parameter, error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private interface IRules
    {
        void Numbers([Range(1, 1000)] int limit, [Range(1, 12)] long? month);

        void Kind([AllowedValues("imei", "uin")] MarkingCodeKind kind);

        void Size([AllowedValues("58", "40")] int width);

        void List([Items(1, 3)] List<int> rows);

        void Request([Items(1, 3)] Listed request);

        void Page(long? next, [Required] string city);

        void Period(long? dateFrom, [Period("dateFrom", 2)] long? dateTo);

        void Checked(CheckedOne request);
    }

    private sealed record CheckedOne(int Year) : ICheckedRequest
    {
        public void Check(TimeProvider clock, string name)
        {
            if (Year < clock.GetUtcNow().Year)
                throw new ArgumentException("too early", name);
        }
    }

    private sealed record Listed(int ItemCount) : IListRequest;
}
