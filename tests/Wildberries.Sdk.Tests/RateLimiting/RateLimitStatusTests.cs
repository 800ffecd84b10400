using System.Globalization;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.RateLimiting;

public sealed class RateLimitStatusTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 17 ", 17)]
    [InlineData("-6", 0)]
    [InlineData("4.5", null)]
    [InlineData("4,5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("many", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Remaining_is_a_count_or_nothing(string? text, int? remaining) =>
        Assert.Equal(remaining, Read("X-Ratelimit-Remaining", text).Remaining);

    [Theory]
    [InlineData("10", 10)]
    [InlineData("-1", null)]
    [InlineData(null, null)]
    public void Limit_is_a_count_or_nothing(string? text, int? limit) => Assert.Equal(limit, Read("X-Ratelimit-Limit", text).Limit);

    [Theory]
    [InlineData("2", 2.0)]
    [InlineData("0", 0.0)]
    [InlineData("0.35", 0.35)]
    [InlineData("0,35", 0.35)]
    [InlineData(" 1,5 ", 1.5)]
    [InlineData("6249", 6249.0)]
    [InlineData("2678400", 2678400.0)]
    [InlineData("2678401", null)]
    [InlineData("1e3", null)]
    [InlineData("1,234.5", null)]
    [InlineData("1 234", null)]
    [InlineData("-1", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("-Infinity", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Times_are_seconds_with_point_or_comma_or_nothing(string? text, double? seconds)
    {
        TimeSpan? expected = seconds is { } s ? TimeSpan.FromSeconds(s) : null;
        Assert.Equal(expected, Read("X-Ratelimit-Retry", text).RetryAfter);
        Assert.Equal(expected, Read("x-ratelimit-reset", text).Reset);
    }

    [Fact]
    public void Without_headers_there_is_nothing_and_not_zero() =>
        Assert.Equal(new RateLimitStatus(), Read("X-Other", "5"));

    [Fact]
    public void As_text_it_has_only_what_the_headers_said()
    {
        Assert.Equal("no rate limit headers", new RateLimitStatus().ToString());
        Assert.Equal("9 left", new RateLimitStatus { Remaining = 9 }.ToString());
        Assert.Equal(
            "burst 10, retry after 1.5 s, full in 10 s",
            new RateLimitStatus { Limit = 10, RetryAfter = TimeSpan.FromSeconds(1.5), Reset = TimeSpan.FromSeconds(10) }.ToString());
    }

    // Our users have a decimal comma: each reading is done under such a culture.
    private static RateLimitStatus Read(string name, string? value)
    {
        using var response = new HttpResponseMessage();
        if (value is not null)
            response.Headers.TryAddWithoutValidation(name, value);
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            return RateLimitStatus.Read(response.Headers);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
