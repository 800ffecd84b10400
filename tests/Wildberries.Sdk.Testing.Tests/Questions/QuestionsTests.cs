using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Questions;

public sealed class QuestionsTests
{
    private const string Host = "feedbacks-api/api/v1/";
    private const string List = "GET " + Host + "questions?isAnswered=";
    private const string Update = "PATCH " + Host + "questions";
    private const string Done = """{"data":null,"error":false,"errorText":"","additionalErrors":null}""";

    [Fact]
    public async Task A_question_has_the_names_and_kinds_of_WB()
    {
        await using Harness harness = await StartAsync();
        EmulatedQuestion question = harness.Emulator.Questions.BuyerAsks(new EmulatedQuestion { Id = "q1", NmId = 7, Text = "Можно стирать?", IsSuspicious = true });
        const string row =
            """
            {"id":"q1","text":"Можно стирать?","createdDate":"2026-09-01T09:00:00.000000000Z","state":"suppliersPortalSynch","answer":null,
            "productDetails":{"imtId":7,"nmId":7,"productName":"Товар","supplierArticle":"art-1","supplierName":"ИП Лебедева А. С.","brandName":"Тёплый дом"},
            "wasViewed":false,"isWarned":true}
            """;
        string expected = row.ReplaceLineEndings("");
        Assert.Equal($$"""{"data":{{expected}},"error":false,"errorText":"","additionalErrors":null}""", await harness.AskAsync($"GET {Host}question?id=q1"));
        Assert.Equal(
            $$$"""{"data":{"countUnanswered":1,"countArchive":0,"questions":[{{{expected}}}]},"error":false,"errorText":"","additionalErrors":null}""",
            await harness.AskAsync(List + "false&take=10000&skip=0"));
        Assert.DoesNotContain("стирать", question.ToString(), StringComparison.Ordinal);
        Assert.Contains("Невозможно получить вопрос по id", await harness.AskAsync($"GET {Host}question?id=q2", status: 422), StringComparison.Ordinal);
        Assert.True(harness.Emulator.Questions.Remove("q1"));
        await harness.AskAsync($"GET {Host}question?id=q1", status: 422);
    }

    [Fact]
    public async Task A_question_is_viewed_answered_and_the_answer_is_changed_once()
    {
        await using Harness harness = await StartAsync();
        EmulatedQuestions questions = harness.Emulator.Questions;
        Ask(harness, "q1");
        const string unviewed = $"GET {Host}new-feedbacks-questions";
        Assert.Contains("""{"hasNewQuestions":true,"hasNewFeedbacks":false}""", await harness.AskAsync(unviewed), StringComparison.Ordinal);
        Assert.Equal(Done, await harness.AskAsync(Update, """{"id":"q1","wasViewed":true}"""));
        harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = "f", NmId = 1, Text = "Хорошо" });
        Assert.Contains("""{"hasNewQuestions":false,"hasNewFeedbacks":true}""", await harness.AskAsync(unviewed), StringComparison.Ordinal);
        harness.Emulator.Feedbacks.SellerViews("f");
        Assert.Contains("""{"hasNewQuestions":false,"hasNewFeedbacks":false}""", await harness.AskAsync(unviewed), StringComparison.Ordinal);

        Assert.Equal(Done, await harness.AskAsync(Update, Answer("q1", "Да, при 30 градусах")));
        Assert.Contains(
            """
            "state":"wbRu","answer":{"text":"Да, при 30 градусах","editable":true,"createDate":"2026-09-01T09:00:00.000000000Z"}
            """,
            await harness.AskAsync($"GET {Host}question?id=q1"),
            StringComparison.Ordinal);
        await harness.AskAsync(Update, Answer("q1", "Да, при 40 градусах"));
        Assert.Contains("Не удалось отредактировать вопрос", await harness.AskAsync(Update, Answer("q1", "Нет"), 422), StringComparison.Ordinal);
        Assert.True(questions.Find("q1") is { Answer: "Да, при 40 градусах", IsAnswerEditable: false, IsRejected: false });
        Assert.Equal([(false, true), (true, true), (true, false)], questions.Sent.Select(answer => (answer.IsEdit, answer.IsTaken)));
    }

    [Fact]
    public async Task A_test_can_act_when_an_answer_has_arrived_taken_or_not()
    {
        await using Harness harness = await StartAsync();
        EmulatedQuestions questions = harness.Emulator.Questions;
        Ask(harness, "q1");
        List<string> seen = [];
        questions.OnSellerAnswer(answer => seen.Add($"{answer.Id} {answer.IsEdit} {answer.IsTaken} {questions.Find(answer.Id)?.Answer}"));
        await harness.AskAsync(Update, Answer("q1", "Да"));
        await harness.AskAsync(Update, Answer("q1", "Нет"));
        await harness.AskAsync(Update, Answer("q1", "Может быть"), 422);
        await harness.AskAsync(Update, Answer("none", "Да"), 404);
        Assert.Equal(["q1 False True Да", "q1 True True Нет", "q1 True False Нет", "none False False "], seen);
        Assert.Throws<ArgumentNullException>(() => questions.OnSellerAnswer(null!));
    }

    [Fact]
    public async Task A_question_is_rejected_with_a_text()
    {
        await using Harness harness = await StartAsync();
        Ask(harness, "q1");
        await harness.AskAsync(Update, Answer("q1", "Это не вопрос о товаре", "none"));
        Assert.Contains("\"state\":\"none\",\"answer\":{\"text\":\"Это не вопрос о товаре\"", await harness.AskAsync(List + "true&take=1&skip=0"), StringComparison.Ordinal);
        Assert.True(harness.Emulator.Questions.Find("q1")!.IsRejected);
        Assert.True(Assert.Single(harness.Emulator.Questions.Sent).IsRejection);
        Assert.Empty(await IdsAsync(harness, List + "false&take=1&skip=0"));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 422)]
    public async Task An_answer_can_be_changed_for_60_days(int seconds, int status)
    {
        await using Harness harness = await StartAsync();
        Ask(harness, "q1");
        harness.Emulator.Questions.SellerAnswers("q1", "Да");
        harness.Clock.Advance(new TimeSpan(60, 0, 0, seconds));
        Assert.Equal(status == 200, harness.Emulator.Questions.Find("q1")!.IsAnswerEditable);
        await harness.AskAsync(Update, Answer("q1", "Нет"), status);
    }

    [Theory]
    [InlineData("[]", 400)]
    [InlineData("""{"wasViewed":true}""", 400)]
    [InlineData("""{"id":"q1"}""", 400)]
    [InlineData("""{"id":"q1","wasViewed":"yes"}""", 400)]
    [InlineData("""{"id":"q1","wasViewed":true,"answer":{"text":"Да"},"state":"wbRu"}""", 400)]
    [InlineData("""{"id":"q1","answer":{"text":"Да"}}""", 400)]
    [InlineData("""{"id":"q1","answer":"Да","state":"wbRu"}""", 400)]
    [InlineData("""{"id":"q1","answer":{"text":"Да"},"state":"suppliersPortalSynch"}""", 400)]
    [InlineData("""{"id":"q1","answer":{"text":"Я"},"state":"wbRu"}""", 422)]
    [InlineData("""{"id":"q2","wasViewed":true}""", 404)]
    [InlineData("""{"id":"q2","answer":{"text":"Да"},"state":"wbRu"}""", 404)]
    public async Task What_cannot_be_done_with_a_question_is_refused(string json, int status)
    {
        await using Harness harness = await StartAsync();
        Ask(harness, "q1");
        Assert.Contains("\"error\":true", await harness.AskAsync(Update, json, status), StringComparison.Ordinal);
        Assert.True(harness.Emulator.Questions.Find("q1") is { Answer: null, WasViewed: false });
    }

    [Fact]
    public async Task Lists_and_counts_are_filtered_ordered_and_paged()
    {
        await using Harness harness = await StartAsync();
        for (int i = 1; i <= 4; i++)
        {
            Ask(harness, $"q{i}", i % 2);
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        harness.Emulator.Questions.BuyerAsks(new EmulatedQuestion { Id = "old", NmId = 1, Text = "А он тёплый?" }, harness.Clock.GetUtcNow().AddDays(-1));
        harness.Emulator.Questions.SellerAnswers("q4", "Да");
        Assert.Equal(["q3", "q2", "q1", "old"], await IdsAsync(harness, List + "false&take=5000&skip=0"));
        Assert.Equal(["q1", "q2"], await IdsAsync(harness, List + "false&take=2&skip=1&order=dateAsc"));
        Assert.Equal(["q2"], await IdsAsync(harness, List + "false&take=10&skip=0&nmId=0"));
        Assert.Equal(["q4"], await IdsAsync(harness, List + "true&take=10&skip=0"));
        long first = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal(["q2", "q1"], await IdsAsync(harness, $"{List}false&take=10&skip=0&dateFrom={first}&dateTo={first + 10}"));

        Assert.Contains("\"data\":1,", await harness.AskAsync($"GET {Host}questions/count"), StringComparison.Ordinal);
        Assert.Contains("\"data\":2,", await harness.AskAsync($"GET {Host}questions/count?isAnswered=false&dateFrom={first + 10}"), StringComparison.Ordinal);
        Assert.Contains(
            "{\"countUnanswered\":4,\"countUnansweredToday\":3}", await harness.AskAsync($"GET {Host}questions/count-unanswered"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("questions?isAnswered=true&take=10000&skip=0", 200)]
    [InlineData("questions?isAnswered=true&take=1&skip=9999", 200)]
    [InlineData("questions?isAnswered=true&take=1&skip=10000", 400)]
    [InlineData("questions?isAnswered=true&take=5001&skip=5000", 400)]
    [InlineData("questions?isAnswered=true&take=10001&skip=0", 400)]
    [InlineData("questions?isAnswered=true&take=0&skip=0", 400)]
    [InlineData("questions?take=1&skip=0", 400)]
    [InlineData("questions/count?isAnswered=x", 400)]
    [InlineData("questions/count?dateFrom=x", 400)]
    public async Task No_more_than_the_first_10000_can_be_read(string query, int status)
    {
        await using Harness harness = await StartAsync();
        await harness.AskAsync("GET " + Host + query, status: status);
    }

    [Fact]
    public async Task A_seeded_emulator_has_questions()
    {
        await using Harness harness = await StartAsync(seed: true);
        Assert.Equal(2, (await IdsAsync(harness, List + "false&take=10&skip=0")).Length);
        Assert.Single(await IdsAsync(harness, List + "true&take=10&skip=0"));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using Harness harness = await StartAsync();
        EmulatedQuestions questions = harness.Emulator.Questions;
        Assert.Equal(20, questions.BuyerAsks(new EmulatedQuestion { NmId = 1, Text = "Тёплый?" }).Id.Length);
        Ask(harness, "q1");
        Assert.Throws<ArgumentException>(() => Ask(harness, "q1"));
        Assert.Throws<ArgumentException>(() => questions.SellerAnswers("q2", "Да"));
        questions.SellerAnswers("q1", "Да");
        Assert.Throws<InvalidOperationException>(() => questions.SellerAnswers("q1", "Да"));
        Assert.Null(questions.Find("q2"));
        Assert.False(questions.Remove("q2"));
    }

    private static Task<Harness> StartAsync(bool seed = false) => Harness.StartAsync(options => (options.RateLimits, options.Seed) = (false, seed));

    private static void Ask(Harness harness, string id, long nmId = 1) =>
        harness.Emulator.Questions.BuyerAsks(new EmulatedQuestion { Id = id, NmId = nmId, Text = "Можно стирать?" });

    private static string Answer(string id, string text, string state = "wbRu") => $$$"""{"id":"{{{id}}}","answer":{"text":"{{{text}}}"},"state":"{{{state}}}"}""";

    private static async Task<string[]> IdsAsync(Harness harness, string operation)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync(operation));
        return [.. document.RootElement.GetProperty("data").GetProperty("questions").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
    }
}
