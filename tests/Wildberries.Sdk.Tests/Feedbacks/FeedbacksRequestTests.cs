using System.Text.RegularExpressions;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Feedbacks;

public sealed partial class FeedbacksRequestTests
{
    private const string Nothing = """{"data":null,"error":false,"errorText":"","additionalErrors":null}""";

    private static readonly DateTimeOffset From = new(2026, 11, 1, 3, 0, 0, TimeSpan.FromHours(3));
    private static readonly PinRequest Pin = new() { Method = PinMethod.Tariff, Place = PinPlace.MergedCards, FeedbackId = "VlbkVVl7mtw37w" };

    private static readonly Dictionary<string, Func<IFeedbacksApi, Task>> Calls = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["GET /api/common/v1/rating"] = api => api.GetSellerRatingAsync(),
        ["GET /api/v1/feedbacks/count-unanswered"] = api => api.GetUnansweredCountsAsync(),
        ["GET /api/v1/feedbacks/count?isAnswered=true"] = api => api.GetFeedbackCountAsync(true),
        ["GET /api/v1/feedbacks/count?isAnswered=false&dateFrom=1688465092&dateTo=1688551492"] = api => api.GetFeedbackCountAsync(false, 1_688_465_092, 1_688_551_492),
        ["GET /api/v1/feedbacks?isAnswered=false&take=5000&skip=0"] = api => api.GetFeedbacksAsync(false, 5000, 0),
        ["GET /api/v1/feedbacks?isAnswered=true&take=1&skip=199990&nmId=5870243&order=dateAsc&dateFrom=1688465092&dateTo=1688551492"] = api =>
            api.GetFeedbacksAsync(true, 1, 199_990, 5_870_243, FeedbackSort.OldestFirst, 1_688_465_092, 1_688_551_492),
        ["GET /api/v1/feedbacks/archive?take=10&skip=200000"] = api => api.GetArchivedFeedbacksAsync(10, 200_000),
        ["GET /api/v1/feedbacks/archive?take=10&skip=0&nmId=14917842&order=dateDesc"] = api => api.GetArchivedFeedbacksAsync(10, 0, 14_917_842, FeedbackSort.NewestFirst),
        ["GET /api/v1/feedback?id=G7Y9Y1kBAtKOitoBT_lV"] = api => api.GetFeedbackAsync("G7Y9Y1kBAtKOitoBT_lV"),
        ["""POST /api/v1/feedbacks/answer {"id":"J2FMRjUj6hwvwCElqssz","text":"Спасибо!"}"""] = api =>
            api.CreateAnswerAsync(new FeedbackAnswerRequest { FeedbackId = "J2FMRjUj6hwvwCElqssz", Text = "Спасибо!" }),
        ["""PATCH /api/v1/feedbacks/answer {"id":"J2FMRjUj6hwvwCElqssz","text":"Спасибо!"}"""] = api =>
            api.UpdateAnswerAsync(new FeedbackAnswerRequest { FeedbackId = "J2FMRjUj6hwvwCElqssz", Text = "Спасибо!" }),
        ["""POST /api/v1/feedbacks/order/return {"feedbackId":"absdfgerrrfff1234"}"""] = api =>
            api.RequestReturnAsync(new FeedbackReturnRequest { FeedbackId = "absdfgerrrfff1234" }),
        ["GET /api/feedbacks/v1/pins"] = api => api.GetPinsAsync(),
        ["GET /api/feedbacks/v1/pins?state=unpinned&pinOn=nm&imtId=256972151&nmId=177974151&feedbackId=Dibu&dateFrom=2026-11-01T00:00:00Z&dateTo=2026-11-02T00:00:00Z&next=741&limit=500"] = api =>
            api.GetPinsAsync(PinState.Unpinned, PinPlace.Card, 256_972_151, 177_974_151, "Dibu", From, From.AddDays(1), 741, 500),
        ["GET /api/feedbacks/v1/pins/count?state=pinned&pinOn=imt&imtId=1&nmId=2&feedbackId=Dibu&dateFrom=2026-11-01T00:00:00Z&dateTo=2026-11-02T00:00:00Z"] = api =>
            api.GetPinCountAsync(PinState.Pinned, PinPlace.MergedCards, 1, 2, "Dibu", From, From.AddDays(1)),
        ["GET /api/feedbacks/v1/pins/limits"] = api => api.GetPinLimitsAsync(),
        ["""POST /api/feedbacks/v1/pins [{"pinMethod":"tariff","pinOn":"imt","feedbackId":"VlbkVVl7mtw37w"},{"pinMethod":"subscription","pinOn":"nm","feedbackId":"Dibu"}]"""] = api =>
            api.CreatePinsAsync([Pin, new PinRequest { Method = PinMethod.Subscription, Place = PinPlace.Card, FeedbackId = "Dibu" }]),
        ["DELETE /api/feedbacks/v1/pins [123456,234567]"] = api => api.DeletePinsAsync([123_456, 234_567]),
    };

    private static readonly Dictionary<string, Func<IFeedbacksApi, Task>> Refused = new()
    {
        ["take: none"] = api => api.GetFeedbacksAsync(false, 0, 0),
        ["take: more than a page"] = api => api.GetFeedbacksAsync(false, 5001, 0),
        ["skip: less than none"] = api => api.GetFeedbacksAsync(false, 1, -1),
        ["skip: too far"] = api => api.GetFeedbacksAsync(false, 1, 199_991),
        ["nmId: none"] = api => api.GetFeedbacksAsync(false, 1, 0, 0),
        ["take: more than a page of the archive"] = api => api.GetArchivedFeedbacksAsync(5001, 0),
        ["skip: less than none of the archive"] = api => api.GetArchivedFeedbacksAsync(1, -1),
        ["feedbackId: none"] = api => api.GetFeedbackAsync(" "),
        ["request: none"] = api => api.CreateAnswerAsync(null!),
        ["Text: none"] = api => api.CreateAnswerAsync(Answer(null!)),
        ["Text: empty"] = api => api.CreateAnswerAsync(Answer("")),
        ["Text: blank"] = api => api.CreateAnswerAsync(Answer(" \u200B \n")),
        ["Text: one character"] = api => api.CreateAnswerAsync(Answer("я")),
        ["Text: one emoji"] = api => api.CreateAnswerAsync(Answer("👍")),
        ["Text: too long"] = api => api.CreateAnswerAsync(Answer(new string('я', 5001))),
        ["Text: half of an emoji"] = api => api.CreateAnswerAsync(Answer("Спасибо \uD83D")),
        ["Text: too long to change to"] = api => api.UpdateAnswerAsync(Answer(new string('я', 5001))),
        ["imtId: none"] = api => api.GetPinsAsync(imtId: 0),
        ["next: before the first page"] = api => api.GetPinsAsync(next: -1),
        ["limit: none"] = api => api.GetPinsAsync(limit: 0),
        ["limit: more than a page"] = api => api.GetPinsAsync(limit: 501),
        ["nmId: none to count"] = api => api.GetPinCountAsync(nmId: -5),
        ["requests: none"] = api => api.CreatePinsAsync([]),
        ["requests: too many"] = api => api.CreatePinsAsync([.. Enumerable.Repeat(Pin, 501)]),
        ["pinIds: none"] = api => api.DeletePinsAsync([]),
        ["pinIds: too many"] = api => api.DeletePinsAsync([.. Enumerable.Range(1, 501).Select(id => (long)id)]),
        ["pinIds: no pin"] = api => api.DeletePinsAsync([1, 0]),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeFeedbacksHost(AnswerTo(expected));
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests.Select(Unescaped));
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.Feedbacks));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5000)]
    public async Task An_emoji_of_an_answer_is_one_character_as_in_messages(int characters)
    {
        string text = string.Concat(Enumerable.Repeat("👍", characters));
        using var wb = new FakeWildberries();
        wb.Answer(System.Net.HttpStatusCode.NoContent).Answer(System.Net.HttpStatusCode.NoContent);
        await wb.Client.Feedbacks.CreateAnswerAsync(Answer(text), Cancel);
        await wb.Client.Feedbacks.UpdateAnswerAsync(Answer(text), Cancel);
        Assert.Equal(2, wb.Arrivals.Count);
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => wb.Client.Feedbacks.CreateAnswerAsync(Answer(string.Concat(Enumerable.Repeat("👍", 5001))), Cancel));
        Assert.Contains("It has 5,001 characters; WB takes 2 to 5,000.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("👍", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_WB_would_refuse_is_refused_when_it_is_set()
    {
        Throws("FeedbackId", () => new FeedbackAnswerRequest { FeedbackId = " ", Text = "Спасибо" });
        Throws("FeedbackId", () => new FeedbackReturnRequest { FeedbackId = "" });
        Throws("FeedbackId", () => Pin with { FeedbackId = null! });
        Throws("Method", () => Pin with { Method = default });
        Throws("Place", () => Pin with { Place = default });
    }

    [Fact]
    public async Task An_answer_that_may_have_been_taken_is_not_given_again()
    {
        using var wb = new FakeWildberries(options => options.Retry.MaxRetries = 3);
        wb.Answer(System.Net.HttpStatusCode.BadGateway);
        var error = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => wb.Elapse(Give()));
        Assert.Equal("Feedbacks.CreateAnswer", error.Operation);
        Assert.Single(wb.Arrivals);

        async Task<bool> Give()
        {
            await wb.Client.Feedbacks.CreateAnswerAsync(Answer("Спасибо!"), Cancel);
            return true;
        }
    }

    [Fact]
    public void What_the_seller_says_stays_out_of_texts() =>
        Assert.Equal("FeedbackAnswerRequest { FeedbackId = J2FMR }", Answer("Спасибо, Николай").ToString());

    private static FeedbackAnswerRequest Answer(string text) => new() { FeedbackId = "J2FMR", Text = text };

    private static string AnswerTo(string request) => request.Contains("/pins/", StringComparison.Ordinal) ? """{"data":null}"""
        : request.Contains("/pins", StringComparison.Ordinal) ? """{"data":[]}"""
        : request.Contains("/api/v1/", StringComparison.Ordinal) ? Nothing
        : "{}";

    private static string Unescaped(string request) => Uri.UnescapeDataString(
        Escape().Replace(request, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()));

    private static void Throws(string member, Func<object> make) => Assert.Equal(member, Assert.ThrowsAny<ArgumentException>(make).ParamName);

    [GeneratedRegex("\\\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}
