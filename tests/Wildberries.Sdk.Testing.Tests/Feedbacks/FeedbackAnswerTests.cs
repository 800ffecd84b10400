using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Feedbacks;

public sealed class FeedbackAnswerTests
{
    private const string Path = "feedbacks-api/api/v1/feedbacks/answer";

    [Fact]
    public async Task A_review_is_answered_and_the_answer_is_changed_once()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        await AnswerAsync(harness, "a", "Спасибо!");
        Assert.Equal(("Спасибо!", "wbRu", true), await ReadAsync(harness));
        Assert.True(feedbacks.Find("a") is { IsArchived: true, WasViewed: true });

        await EditAsync(harness, "a", "Спасибо за отзыв!");
        Assert.Equal(("Спасибо за отзыв!", "wbRu", false), await ReadAsync(harness));
        await EditAsync(harness, "a", "И ещё раз");
        Assert.Equal(("Спасибо за отзыв!", "wbRu", false), await ReadAsync(harness));
        Assert.Equal([(false, true), (true, true), (true, false)], feedbacks.Sent.Select(answer => (answer.IsEdit, answer.IsTaken)));
        Assert.DoesNotContain("Спасибо", feedbacks.Sent[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_to_nothing_is_204_and_is_seen_by_the_test()
    {
        await using Harness harness = await StartAsync();
        await AnswerAsync(harness, "none", "Спасибо!");
        await EditAsync(harness, "a", "Спасибо!");
        Assert.Equal([("none", false, false), ("a", true, false)], harness.Emulator.Feedbacks.Sent.Select(answer => (answer.Id, answer.IsEdit, answer.IsTaken)));
        Assert.Null(harness.Emulator.Feedbacks.Find("a")!.Answer);

        await AnswerAsync(harness, "a", "Первый");
        await AnswerAsync(harness, "a", "Второй");
        Assert.Equal("Первый", harness.Emulator.Feedbacks.Find("a")!.Answer);
        Assert.Equal([true, false], harness.Emulator.Feedbacks.Sent.Skip(2).Select(answer => answer.IsTaken));
    }

    [Fact]
    public async Task A_test_can_act_when_an_answer_has_arrived_taken_or_not()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        List<string> seen = [];
        feedbacks.OnSellerAnswer(answer => seen.Add($"{answer.Id} {answer.IsEdit} {answer.IsTaken} {feedbacks.Find(answer.Id)?.Answer}"));
        feedbacks.OnSellerAnswer(_ => seen.Add("second"));
        await AnswerAsync(harness, "a", "Спасибо!");
        await EditAsync(harness, "a", "Благодарим!");
        await AnswerAsync(harness, "none", "Спасибо!");
        Assert.Equal(["a False True Спасибо!", "second", "a True True Благодарим!", "second", "none False False ", "second"], seen);
        Assert.Throws<ArgumentNullException>(() => feedbacks.OnSellerAnswer(null!));
    }

    [Theory]
    [InlineData(60, 0, true)]
    [InlineData(60, 1, false)]
    public async Task An_answer_can_be_changed_for_60_days(int days, int seconds, bool isChanged)
    {
        await using Harness harness = await StartAsync();
        await AnswerAsync(harness, "a", "Спасибо!");
        harness.Clock.Advance(new TimeSpan(days, 0, 0, seconds));
        Assert.Equal(isChanged, (await ReadAsync(harness)).IsEditable);
        await EditAsync(harness, "a", "Другой ответ");
        Assert.Equal(isChanged ? "Другой ответ" : "Спасибо!", harness.Emulator.Feedbacks.Find("a")!.Answer);
    }

    [Fact]
    public async Task Moderation_takes_its_time_and_can_reject()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        feedbacks.ModerationTime = TimeSpan.FromHours(2);
        await AnswerAsync(harness, "a", "Звоните +7…");
        Assert.Equal("reviewRequired", (await ReadAsync(harness)).State);
        harness.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("wbRu", (await ReadAsync(harness)).State);

        // Later, too.
        feedbacks.RejectAnswer("a");
        Assert.Equal(("Звоните +7…", "rejected", true), await ReadAsync(harness));
        await EditAsync(harness, "a", "Напишите нам в чат");
        Assert.Equal("reviewRequired", feedbacks.Find("a")!.AnswerState);
        feedbacks.RejectAnswer("a");
        harness.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("rejected", feedbacks.Find("a")!.AnswerState);
    }

    [Theory]
    [InlineData("""{"text":"Спасибо!"}""")]
    [InlineData("""{"id":"","text":"Спасибо!"}""")]
    [InlineData("""{"id":5,"text":"Спасибо!"}""")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","text":"Я"}""")]
    [InlineData("""{"id":"a","text":"🙂"}""")]
    [InlineData("""["a"]""")]
    [InlineData("""{"id":"a",""")]
    public async Task What_is_no_answer_is_400(string json)
    {
        await using Harness harness = await StartAsync();
        Assert.StartsWith("""{"title":"bad request","requestId":""", await harness.AskAsync("POST " + Path, json, 400), StringComparison.Ordinal);
        await harness.AskAsync("PATCH " + Path, json, 400);
        Assert.Empty(harness.Emulator.Feedbacks.Sent);
    }

    [Fact]
    public async Task An_answer_has_up_to_5000_characters_of_which_an_emoji_is_one()
    {
        await using Harness harness = await StartAsync();
        await AnswerAsync(harness, "a", string.Concat(Enumerable.Repeat("🙂", 5000)));
        await harness.AskAsync("PATCH " + Path, Json("a", new string('я', 5001)), 400);
        Assert.Single(harness.Emulator.Feedbacks.Sent);
    }

    [Theory]
    [InlineData(null, "content-type header not specified")]
    [InlineData("u", "content-type is not a valid mime-type: u")]
    [InlineData("application/javascript", "not a json content-type: application/javascript")]
    public async Task An_answer_is_JSON(string? type, string detail)
    {
        await using Harness harness = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Json("a", "Спасибо!"))) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using HttpResponseMessage response = await harness.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(detail, (await Harness.ReadAsync(response)).GetProperty("detail").GetString());
        Assert.Equal(new MediaTypeHeaderValue("application/json"), response.Content.Headers.ContentType);
    }

    [Fact]
    public async Task Of_many_answers_at_once_one_holds_and_all_are_seen()
    {
        await using Harness harness = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AnswerAsync(harness, "a", $"Ответ {i}")));
        EmulatedAnswer taken = Assert.Single(harness.Emulator.Feedbacks.Sent, answer => answer.IsTaken);
        Assert.Equal(taken.Text, harness.Emulator.Feedbacks.Find("a")!.Answer);
        Assert.Equal(20, harness.Emulator.Feedbacks.Sent.Count);
    }

    private static async Task<Harness> StartAsync()
    {
        Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = "a", NmId = 1, Text = "Хороший плед" });
        return harness;
    }

    private static string Json(string id, string text) => $$"""{"id":"{{id}}","text":"{{text}}"}""";

    private static Task<string> AnswerAsync(Harness harness, string id, string text) => harness.AskAsync("POST " + Path, Json(id, text), 204);

    private static Task<string> EditAsync(Harness harness, string id, string text) => harness.AskAsync("PATCH " + Path, Json(id, text), 204);

    private static async Task<(string Text, string State, bool IsEditable)> ReadAsync(Harness harness)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync("GET feedbacks-api/api/v1/feedback?id=a"));
        JsonElement answer = document.RootElement.GetProperty("data").GetProperty("answer");
        return (answer.GetProperty("text").GetString()!, answer.GetProperty("state").GetString()!, answer.GetProperty("editable").GetBoolean());
    }
}
