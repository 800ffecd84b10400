using System.Net;
using System.Text.RegularExpressions;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Questions;

public sealed partial class QuestionsRequestTests
{
    private const string Nothing = """{"data":null,"error":false,"errorText":"","additionalErrors":null}""";

    private static readonly UpdateQuestionRequest View = new() { QuestionId = "n5um6", WasViewed = true };
    private static readonly UpdateQuestionRequest Answer = new() { QuestionId = "n5um6", Answer = Text("Да"), State = QuestionState.Answered };

    private static readonly Dictionary<string, Func<IQuestionsApi, Task>> Calls = new()
    {
        ["GET /api/v1/new-feedbacks-questions"] = api => api.GetUnviewedAsync(),
        ["GET /api/v1/questions/count-unanswered"] = api => api.GetUnansweredCountsAsync(),
        ["GET /api/v1/questions/count"] = api => api.GetQuestionCountAsync(),
        ["GET /api/v1/questions/count?dateFrom=1688465092&dateTo=1688551492&isAnswered=false"] = api => api.GetQuestionCountAsync(1_688_465_092, 1_688_551_492, false),
        ["GET /api/v1/questions?isAnswered=false&take=10000&skip=0"] = api => api.GetQuestionsAsync(false, 10_000, 0),
        ["GET /api/v1/questions?isAnswered=true&take=1&skip=9999&nmId=14917842&order=dateDesc&dateFrom=1688465092&dateTo=1688551492"] = api =>
            api.GetQuestionsAsync(true, 1, 9_999, 14_917_842, QuestionSort.NewestFirst, 1_688_465_092, 1_688_551_492),
        ["GET /api/v1/question?id=ljAVapEBL38RyMdRln61"] = api => api.GetQuestionAsync("ljAVapEBL38RyMdRln61"),
        ["""PATCH /api/v1/questions {"id":"n5um6","wasViewed":true}"""] = api => api.UpdateQuestionAsync(View),
        ["""PATCH /api/v1/questions {"id":"n5um6","answer":{"text":"Да"},"state":"wbRu"}"""] = api => api.UpdateQuestionAsync(Answer),
        ["""PATCH /api/v1/questions {"id":"n5um6","answer":{"text":"Да"},"state":"none"}"""] = api => api.UpdateQuestionAsync(Answer with { State = QuestionState.Rejected }),
    };

    private static readonly Dictionary<string, Func<IQuestionsApi, Task>> Refused = new()
    {
        ["take: none"] = api => api.GetQuestionsAsync(false, 0, 0),
        ["take: more than a page"] = api => api.GetQuestionsAsync(false, 10_001, 0),
        ["skip: less than none"] = api => api.GetQuestionsAsync(false, 1, -1),
        ["skip: too far"] = api => api.GetQuestionsAsync(false, 1, 10_001),
        ["nmId: none"] = api => api.GetQuestionsAsync(false, 1, 0, 0),
        ["questionId: none"] = api => api.GetQuestionAsync(""),
        ["request: none"] = api => api.UpdateQuestionAsync(null!),
        ["request: nothing to do"] = api => api.UpdateQuestionAsync(new UpdateQuestionRequest { QuestionId = "n5um6" }),
        ["request: two things at once"] = api => api.UpdateQuestionAsync(Answer with { WasViewed = true }),
        ["request: a state without an answer"] = api => api.UpdateQuestionAsync(Answer with { Answer = null }),
        ["request: viewed with a state"] = api => api.UpdateQuestionAsync(View with { State = QuestionState.Answered }),
        ["request: an answer without a state"] = api => api.UpdateQuestionAsync(Answer with { State = null }),
        ["request: an answer with no state"] = api => api.UpdateQuestionAsync(Answer with { State = default(QuestionState) }),
        ["request: back to new"] = api => api.UpdateQuestionAsync(Answer with { State = QuestionState.New }),
        ["Text: none"] = api => api.UpdateQuestionAsync(Answer with { Answer = Text(null!) }),
        ["Text: blank"] = api => api.UpdateQuestionAsync(Answer with { Answer = Text("   ") }),
        ["Text: one character"] = api => api.UpdateQuestionAsync(Answer with { Answer = Text("👍") }),
        ["Text: too long"] = api => api.UpdateQuestionAsync(Answer with { Answer = Text(new string('я', 5001)) }),
        ["Text: too long to reject with"] = api => api.UpdateQuestionAsync(Answer with { State = QuestionState.Rejected, Answer = Text(new string('я', 5001)) }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeQuestionsHost(Nothing);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests.Select(Unescaped));
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.Questions));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task A_state_that_WB_takes_with_no_answer_is_named()
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => wb.Client.Questions.UpdateQuestionAsync(Answer with { State = QuestionState.New }, Cancel));
        Assert.Contains("the state \"suppliersPortalSynch\"; WB takes wbRu (answered) and none (rejected)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5000)]
    public async Task An_emoji_of_an_answer_is_one_character_as_in_messages(int characters)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, Nothing);
        await wb.Client.Questions.UpdateQuestionAsync(Answer with { Answer = Text(string.Concat(Enumerable.Repeat("👍", characters))) }, Cancel);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public void A_question_without_an_id_is_refused_when_it_is_set() =>
        Assert.Equal("QuestionId", Assert.ThrowsAny<ArgumentException>(() => View with { QuestionId = " " }).ParamName);

    [Fact]
    public void What_the_seller_says_stays_out_of_texts()
    {
        string text = (Answer with { Answer = Text("Да, Николай") }).ToString();
        Assert.Contains("QuestionId = n5um6", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Николай", text, StringComparison.Ordinal);
    }

    private static QuestionAnswerText Text(string text) => new() { Text = text };

    private static string Unescaped(string request) => Escape().Replace(request, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex("\\\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}
