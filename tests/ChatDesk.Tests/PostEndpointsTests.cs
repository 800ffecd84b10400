using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Testing;

namespace ChatDesk.Tests;

/// <summary>Two desks of one shop with two operators, one ledger and one WB: what reviews and questions come to, without a browser.</summary>
public sealed class PostEndpointsTests(PostEndpointsTests.TwoDesks shop) : IClassFixture<PostEndpointsTests.TwoDesks>
{
    private const string AnswerOperation = "POST /api/v1/feedbacks/answer";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_sent_once_whatever_is_clicked_twice_or_reloaded()
    {
        string id = await ReviewAsync("Хорошая вещь");
        (HttpStatusCode Status, JsonNode Body)[] both = await Task.WhenAll(AnswerAsync(shop.First, id, "Спасибо!", "once"), AnswerAsync(shop.First, id, "Спасибо!", "once"));
        Assert.All(both, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(shop.First, id, "Спасибо!", "once")).Status);

        // After a reload another text has the same key: the first one stands, and the page hears so.
        (HttpStatusCode status, JsonNode refused) = await AnswerAsync(shop.First, id, "Спасибо за отзыв!", "once");
        Assert.Equal((HttpStatusCode.Conflict, "AlreadyAnswered", "Мария"), (status, Code(refused), refused["first"]!["by"]!.GetValue<string>()));
        Assert.Single(SentTo(id));
        JsonNode post = await GetAsync(shop.First, id);
        Assert.Equal(("Published", "Спасибо!", "Мария"), (State(post), post["answer"]!.GetValue<string>(), post["answeredBy"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Of_two_operators_one_answers_and_the_other_hears_who_was_first()
    {
        string id = await ReviewAsync("Кто ответит первым?");
        await WaitAsync(shop.Second, "reviews", id);
        (HttpStatusCode Status, JsonNode Body)[] both = await Task.WhenAll(AnswerAsync(shop.First, id, "Отвечает Мария", "m"), AnswerAsync(shop.Second, id, "Отвечает Пётр", "p"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(answer => answer.Status).Order());
        string winner = both[0].Status == HttpStatusCode.OK ? "Мария" : "Пётр";
        JsonNode lost = both.Single(answer => answer.Status == HttpStatusCode.Conflict).Body;
        Assert.Equal(("AlreadyAnswered", winner), (Code(lost), lost["first"]!["by"]!.GetValue<string>()));
        Assert.Equal($"Отвечает {winner}", Assert.Single(SentTo(id)).Text);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(5_000, true)]
    [InlineData(5_001, false)]
    public async Task An_answer_has_2_to_5000_characters_and_an_emoji_is_one(int length, bool isTaken)
    {
        string id = await ReviewAsync("Длина");
        (HttpStatusCode status, JsonNode body) = await AnswerAsync(shop.First, id, string.Concat(Enumerable.Repeat("😀", length)), $"length-{length}");
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        Assert.Equal(isTaken ? 1 : 0, SentTo(id).Length);
        if (!isTaken)
            Assert.Equal(("answer_invalid", "В ответе должно быть от 2 до 5000 знаков."), (Code(body), body["detail"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_answer_whose_fate_is_unknown_is_shown_so_and_found_at_WB()
    {
        string id = await ReviewAsync("Дошло ли?");
        shop.Emulator.Faults.Next(AnswerOperation, Fault.Reset.AfterOperation());
        (HttpStatusCode status, JsonNode body) = await AnswerAsync(shop.First, id, "Дошло", "lost");
        Assert.Equal((HttpStatusCode.OK, true), (status, body["unknown"]!.GetValue<bool>()));
        Assert.Equal("Unknown", State(await GetAsync(shop.First, id)));
        Assert.Equal(HttpStatusCode.Conflict, (await AnswerAsync(shop.Second, id, "Ещё раз", "again")).Status);
        JsonNode post = (await CallAsync(shop.First, HttpMethod.Post, $"api/reviews/{id}/check")).Body;
        Assert.Equal(("Published", "Дошло"), (State(post), post["answer"]!.GetValue<string>()));
        Assert.Single(SentTo(id));
    }

    [Fact]
    public async Task An_answer_that_never_arrived_is_given_again_only_once_a_person_says_so_and_not_while_it_may_be_on_its_way()
    {
        string id = await ReviewAsync("Не дошло");
        shop.Emulator.Faults.Next(AnswerOperation, Fault.Reset);
        Assert.True((await AnswerAsync(shop.First, id, "Не дошло", "young")).Body["unknown"]!.GetValue<bool>());
        (HttpStatusCode status, JsonNode refused) = await CallAsync(shop.First, HttpMethod.Post, $"api/reviews/{id}/give-up");
        Assert.Equal((HttpStatusCode.Conflict, "answer_on_its_way"), (status, Code(refused)));

        string old = await ReviewAsync("Давно не дошло");
        await shop.StartAnswerAsync(old, DateTimeOffset.UtcNow.AddHours(-1));
        (status, refused) = await AnswerAsync(shop.First, old, "Ещё раз", "old-again");
        Assert.Equal((HttpStatusCode.Conflict, "Пётр"), (status, refused["first"]!["by"]!.GetValue<string>()));
        Assert.Equal("Unknown", State((await CallAsync(shop.First, HttpMethod.Post, $"api/reviews/{old}/check")).Body));
        Assert.Empty(SentTo(old));
        JsonNode post = (await CallAsync(shop.First, HttpMethod.Post, $"api/reviews/{old}/give-up")).Body;
        Assert.True(post["canAnswer"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(shop.First, old, "Ещё раз", "old-again")).Status);
        Assert.Single(SentTo(old));
    }

    [Fact]
    public async Task A_rejected_answer_waits_again_and_can_be_edited_once()
    {
        string id = await ReviewAsync("Отклонят");
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(shop.First, id, "Звоните!", "rejected")).Status);
        shop.Emulator.Feedbacks.RejectAnswer(id);
        JsonNode post = (await CallAsync(shop.First, HttpMethod.Post, $"api/reviews/{id}/check")).Body;
        Assert.Equal(("Rejected", true, true), (State(post), post["summary"]!["unanswered"]!.GetValue<bool>(), post["canEdit"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(shop.First, id, "Напишите нам в чат.", "edit", HttpMethod.Patch)).Status);
        post = await GetAsync(shop.First, id);
        Assert.Equal(("Published", "Напишите нам в чат.", false), (State(post), post["answer"]!.GetValue<string>(), post["canEdit"]!.GetValue<bool>()));
        (HttpStatusCode status, JsonNode refused) = await AnswerAsync(shop.First, id, "И ещё раз.", "edit-2", HttpMethod.Patch);
        Assert.Equal((HttpStatusCode.Conflict, "NotEditable"), (status, Code(refused)));
        Assert.Equal(2, SentTo(id).Length);
    }

    [Fact]
    public async Task A_question_that_was_answered_in_the_portal_meanwhile_keeps_that_answer()
    {
        string id = shop.Emulator.Questions.BuyerAsks(new EmulatedQuestion { NmId = 168902447, Text = "Можно в микроволновку?" }).Id;
        await WaitAsync(shop.First, "questions", id);
        shop.Emulator.Questions.SellerAnswers(id, "Нельзя.");
        (HttpStatusCode status, JsonNode refused) = await CallAsync(
            shop.First, HttpMethod.Post, $"api/questions/{id}/answer", new JsonObject { ["text"] = "Можно", ["key"] = "portal" });
        Assert.Equal((HttpStatusCode.Conflict, "AlreadyAnswered", null), (status, Code(refused), refused["first"]));
        Assert.Equal("Нельзя.", shop.Emulator.Questions.Find(id)!.Answer);
        JsonNode post = (await CallAsync(shop.First, HttpMethod.Get, $"api/questions/{id}")).Body;
        Assert.Equal(("Published", true, false), (State(post), post["canEdit"]!.GetValue<bool>(), post["canAnswer"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_said_so()
    {
        string id = await ReviewAsync("Передумала");
        shop.Emulator.Feedbacks.Remove(id);
        (HttpStatusCode status, JsonNode refused) = await AnswerAsync(shop.First, id, "Спасибо!", "gone");
        Assert.Equal((HttpStatusCode.NotFound, "unknown_post"), (status, Code(refused)));
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(shop.First, HttpMethod.Get, $"api/reviews/{id}/draft")).Status);
        Assert.Empty(SentTo(id));
    }

    [Fact]
    public async Task A_draft_sends_nothing_and_the_log_has_no_word_of_the_buyer()
    {
        string id = await ReviewAsync("Секретное слово кукарямба", 1, "Аграфена");
        (HttpStatusCode status, JsonNode draft) = await CallAsync(shop.First, HttpMethod.Get, $"api/reviews/{id}/draft");
        Assert.Equal((HttpStatusCode.OK, false), (status, draft["byModel"]!.GetValue<bool>()));
        Assert.Contains("Нам очень жаль", draft["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(SentTo(id));
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(shop.First, id, "Ответ тритатушки", "quiet")).Status);
        foreach (string word in (string[])["кукарямба", "Аграфена", "тритатушки", shop.Token])
            Assert.DoesNotContain(word, shop.FirstProgram.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_come_through_the_desk_without_the_token_and_only_those_of_the_review()
    {
        string id = await ReviewAsync("С фото", photo: true);
        using var http = new HttpClient { BaseAddress = shop.First };
        using HttpResponseMessage image = await http.GetAsync(new Uri($"api/reviews/{id}/photos/0", UriKind.Relative), Cancel);
        Assert.Equal("image/webp", image.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], image.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], image.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"api/reviews/{id}/photos/1", UriKind.Relative), Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("ru", "У токена нет доступа к отзывам и вопросам.")]
    [InlineData("en", "The token has no access to reviews and questions.")]
    public async Task A_token_without_reviews_still_serves_the_chats(string language, string problem)
    {
        await using var desk = new DeskProgram { Settings = shop.SettingsOf("Мария", shop.Emulator.CreateToken(categories: TokenCategory.BuyersChat)) };
        await desk.InitializeAsync();
        using var patience = new CancellationTokenSource(DeskPages.Patience);
        JsonNode list;
        do
            list = (await desk.Address.CallAsync(HttpMethod.Get, "api/reviews", language: language, cancellationToken: patience.Token)).Body;
        while (list["problem"] is null);
        Assert.Equal(problem, list["problem"]!.GetValue<string>());
        while ((await desk.Address.CallAsync(HttpMethod.Get, "api/chats", cancellationToken: patience.Token)).Body.AsArray().Count == 0)
            patience.Token.ThrowIfCancellationRequested();
    }

    private static string Code(JsonNode problem) => problem["code"]!.GetValue<string>();

    private static string State(JsonNode post) => post["summary"]!["state"]!.GetValue<string>();

    private EmulatedAnswer[] SentTo(string id) => [.. shop.Emulator.Feedbacks.Sent.Where(answer => answer.Id == id)];

    private async Task<string> ReviewAsync(string text, int stars = 5, string buyer = "Покупатель", bool photo = false)
    {
        string id = shop.Emulator.Feedbacks.BuyerWrites(
            new EmulatedFeedback { NmId = 182340115, Text = text, Stars = stars, BuyerName = buyer, Photos = photo ? [new byte[] { 1, 2, 3 }] : [] }).Id;
        await WaitAsync(shop.First, "reviews", id);
        return id;
    }

    private static async Task WaitAsync(Uri desk, string kind, string id)
    {
        using var patience = new CancellationTokenSource(DeskPages.Patience);
        while ((await CallAsync(desk, HttpMethod.Get, $"api/{kind}/{id}")).Status != HttpStatusCode.OK)
            await Task.Delay(50, patience.Token);
    }

    private static async Task<JsonNode> GetAsync(Uri desk, string id) => (await CallAsync(desk, HttpMethod.Get, $"api/reviews/{id}")).Body;

    private static Task<(HttpStatusCode Status, JsonNode Body)> AnswerAsync(Uri desk, string id, string text, string key, HttpMethod? method = null) =>
        CallAsync(desk, method ?? HttpMethod.Post, $"api/reviews/{id}/answer", new JsonObject { ["text"] = text, ["key"] = key });

    private static Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(Uri desk, HttpMethod method, string path, JsonObject? body = null) =>
        desk.CallAsync(method, path, body, cancellationToken: Cancel);

    public sealed class TwoDesks : IAsyncLifetime
    {
        private DeskProgram? _second;

        public WildberriesEmulator Emulator { get; private set; } = null!;

        public string Token { get; private set; } = "";

        public DeskProgram FirstProgram { get; private set; } = null!;

        public Uri First => FirstProgram.Address;

        public Uri Second => _second!.Address;

        public IReadOnlyList<string> SettingsOf(string name, string token) =>
            [$"--Wildberries:Token={token}", $"--Wildberries:EmulatorAddress={Emulator.Address}", $"--Desk:Operator={name}", "--Desk:Interval=00:00:02"];

        public async ValueTask InitializeAsync()
        {
            Emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { Seed = true, RateLimits = false });
            Token = Emulator.CreateToken();
            FirstProgram = new DeskProgram { Settings = SettingsOf("Мария", Token) };
            await FirstProgram.InitializeAsync();
            _second = new DeskProgram { Settings = SettingsOf("Пётр", Token), Database = FirstProgram.Database };
            await _second.InitializeAsync();
        }

        /// <summary>An answer that a desk began and of which nobody heard again.</summary>
        public async Task StartAnswerAsync(string feedbackId, DateTimeOffset at)
        {
            await using ServiceProvider services = new ServiceCollection().AddSqlitePromoCodeStore(FirstProgram.Database).BuildServiceProvider();
            AnswerStart start = await services.GetRequiredService<IAnswerStore>().StartAnswerAsync(new BuyerAnswer
            {
                SellerId = WildberriesToken.Parse(Token).SellerId!,
                Key = $"lost-{feedbackId}",
                Channel = AnswerChannel.Feedback,
                TargetId = feedbackId,
                Text = "Никто не знает",
                ApprovedBy = "Пётр",
                StartedAt = at,
            });
            Assert.True(start.IsStarted);
        }

        public async ValueTask DisposeAsync()
        {
            if (_second is not null)
                await _second.DisposeAsync();
            await FirstProgram.DisposeAsync();
            await Emulator.DisposeAsync();
        }
    }
}
