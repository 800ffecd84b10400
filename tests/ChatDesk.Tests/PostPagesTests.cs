using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests;

/// <summary>Reviews and questions as the desk's users see them.</summary>
public sealed class PostPagesTests(DeskProgram desk, DeskBrowser browser) : IClassFixture<DeskProgram>, IClassFixture<DeskBrowser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_inbox_shows_chats_reviews_and_questions_by_kind_and_those_that_wait()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        ILocator list = page.Locator("#inbox-list li");
        ILocator kind = page.GetByRole(AriaRole.Combobox, new() { Name = "Что показывать" });
        await Expect(page.PostOf("reviews", "Игорь")).ToContainTextAsync("ждёт ответа");
        await Expect(page.PostOf("reviews", "Марина")).Not.ToContainTextAsync("ждёт ответа");
        await Expect(page.PostOf("questions", "рукава")).ToBeVisibleAsync();
        await Expect(page.ChatOf("Марина")).ToBeVisibleAsync();

        await kind.SelectOptionAsync("questions");
        await Expect(page.Locator("#inbox-list a:not([data-kind=questions])")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Без ответа" }).CheckAsync();
        await Expect(page.PostOf("questions", "стирать в машине")).ToHaveCountAsync(0);
        Assert.Equal(await list.CountAsync(), int.Parse(await page.Locator("#unanswered-count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture));

        await page.GetByRole(AriaRole.Button, new() { Name = "Задать вопрос от имени покупателя" }).ClickAsync();
        await Expect(page.PostOf("questions", "мороз")).ToBeVisibleAsync();
        await kind.SelectOptionAsync("reviews");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Поиск" }).FillAsync("приехал бежевый");
        await Expect(list).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_review_is_read_whole_drafted_changed_and_answered_once_and_the_answer_edited_once()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.PostOf("reviews", "Ольга").ClickAsync();
        ILocator words = page.Locator("#post-words");
        foreach (string part in (string[])["большемерит", "Пряжа не колется", "Недостатки", "размер"])
            await Expect(words).ToContainTextAsync(part);
        await Expect(words.GetByRole(AriaRole.Img, new() { Name = "Оценка 3 из 5" })).ToBeVisibleAsync();
        await Expect(page.Locator("#post-about")).ToContainTextAsync("большемерит");

        ILocator text = page.GetByLabel("Ответ", new() { Exact = true });
        await Expect(text).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Предложить ответ" }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex("Жаль, что понравилось не всё"));
        await Expect(page.Locator("#draft-note")).ToHaveTextAsync("Черновик по шаблону. Прочитайте его, прежде чем отправить.");
        Assert.DoesNotContain("Жаль", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);

        // What a person writes outlives a reload; what the buyer wrote is not kept.
        await text.PressAsync("End");
        await text.PressSequentiallyAsync(" Ваш магазин");
        await page.ReloadAsync();
        await Expect(text).ToHaveValueAsync(new Regex("Ваш магазин$"));
        Assert.DoesNotContain("большемерит", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить ответ" }).DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ответ отправлен." }).First).ToBeVisibleAsync();
        ILocator answer = page.Locator("#post-answer");
        await Expect(answer).ToContainTextAsync("Покупатели видят этот ответ.");
        await Expect(answer).ToContainTextAsync("operator");
        await Expect(text).ToBeHiddenAsync();
        await Expect(page.PostOf("reviews", "Ольга")).Not.ToContainTextAsync("ждёт ответа");

        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить (можно один раз)" }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex("Ваш магазин$"));
        await text.FillAsync("Ольга, спасибо! Добавим замеры в карточку.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить ответ" }).ClickAsync();
        await Expect(answer).ToContainTextAsync("Добавим замеры");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Изменить (можно один раз)" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Too_short_an_answer_is_told_by_the_page_and_nothing_is_sent()
    {
        IPage page = await browser.OpenAsync(desk.Address, "en-GB");
        bool isSent = false;
        await page.RouteAsync("**/answer", route =>
        {
            isSent = true;
            return route.AbortAsync();
        });
        await page.PostOf("reviews", "Игорь").ClickAsync();
        ILocator text = page.GetByLabel("Answer", new() { Exact = true });
        foreach (string wrong in (string[])["!", "   ", new string('a', 5_001)])
        {
            await text.FillAsync(wrong);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "An answer has 2 to 5,000 characters." })).ToBeVisibleAsync();
        }

        await Expect(page.Locator("#post-count")).ToHaveTextAsync("5001 of 5000");
        await Expect(page.Locator("#post-count")).ToHaveClassAsync(new Regex("failure"));
        Assert.False(isSent);
        await text.FillAsync("");
    }

    [Fact]
    public async Task Who_comes_second_hears_who_was_first_and_keeps_what_was_written()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.PostOf("reviews", "Дарья").ClickAsync();
        ILocator text = page.GetByLabel("Ответ", new() { Exact = true });
        await text.FillAsync("Дарья, спасибо за тёплые слова!");
        string path = $"api/{page.Url[(page.Url.IndexOf('#', StringComparison.Ordinal) + 1)..]}/answer";

        // The other answers once the button is pressed: news of it before that would hide the box.
        HttpStatusCode? status = null;
        await page.RouteAsync("**/answer", async route =>
        {
            (status, _) = await desk.Address.CallAsync(HttpMethod.Post, path, new JsonObject { ["text"] = "Спасибо!", ["key"] = "other" }, cancellationToken: Cancel);
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить ответ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Первым ответил: operator" })).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.OK, status);
        await Expect(page.Locator("#post-answer")).ToContainTextAsync("Спасибо!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить (можно один раз)" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("Дарья, спасибо за тёплые слова!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отмена" }).ClickAsync();
    }

    [Fact]
    public async Task A_rejected_answer_is_shown_and_put_right()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.PostOf("reviews", "Алёна").ClickAsync();
        await page.GetByLabel("Ответ", new() { Exact = true }).FillAsync("Пишите на https://example.com");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить ответ" }).ClickAsync();
        await Expect(page.Locator("#post-answer .note.failure")).ToHaveTextAsync("WB не пропустил этот ответ: покупатели его не видят.");
        await Expect(page.PostOf("reviews", "Алёна")).ToContainTextAsync("ответ отклонён");
        await page.LookAtAsync("rejected");
        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить (можно один раз)" }).ClickAsync();
        await page.GetByLabel("Ответ", new() { Exact = true }).FillAsync("Пишите нам в чат.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить ответ" }).ClickAsync();
        await Expect(page.Locator("#post-answer")).ToContainTextAsync("Покупатели видят этот ответ.");
    }

    [Fact]
    public async Task An_answer_of_which_nobody_knows_is_said_so_in_words_and_can_be_checked()
    {
        IPage page = await browser.OpenAsync(desk.Address, "en-GB");
        await RouteAsync(page, "unknown", "A review", "Unknown");
        await page.GotoAsync(new Uri(desk.Address, "#reviews/unknown").ToString());
        await Expect(page.Locator("#post-answer .note.warning")).ToContainTextAsync("Nobody knows whether the answer reached WB.");
        await Expect(page.Locator("#post-compose")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "WB does not have this answer yet." })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "WB does not have it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "WB does not have the answer?" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.LookAtAsync("unknown");
    }

    [Theory]
    [InlineData("Slow", "The model took too long: this is the template.")]
    [InlineData("Failed", "The model failed: this is the template.")]
    [InlineData(null, "A draft by your model. Read it before you send it.")]
    public async Task A_draft_says_where_it_comes_from_and_is_text_whatever_stands_in_it(string? fallback, string note)
    {
        const string evil = "<img src=x onerror=\"window.evil = true\">";
        IPage page = await browser.OpenAsync(desk.Address, "en-GB");
        var draft = new JsonObject { ["text"] = evil, ["byModel"] = fallback is null, ["fallback"] = fallback };
        await page.RouteAsync("**/draft", route => route.FulfillAsync(new() { ContentType = "application/json", Body = draft.ToJsonString() }));
        await page.PostOf("reviews", "Игорь").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Suggest an answer" }).ClickAsync();
        await Expect(page.GetByLabel("Answer", new() { Exact = true })).ToHaveValueAsync(evil);
        await Expect(page.Locator("#draft-note")).ToContainTextAsync(note);
        await Expect(page.Locator("#post-answer")).ToBeHiddenAsync();
        Assert.False(await page.EvaluateAsync<bool>("!!window.evil"));
    }

    [Fact]
    public async Task What_buyers_write_in_reviews_is_text_and_never_markup()
    {
        const string evil = "<img src=x onerror=\"window.evil = true\"><b>x</b>";
        IPage page = await browser.OpenAsync(new Uri("about:blank"));
        await RouteAsync(page, "evil", evil, "Rejected");
        await page.GotoAsync(new Uri(desk.Address, "#reviews/evil").ToString());
        foreach (string place in (string[])["#post-title", "#post-about", "#post-words .text", "#post-words .tags", "#post-answer"])
            await Expect(page.Locator(place)).ToContainTextAsync(evil);
        await Expect(page.PostOf("reviews", evil)).ToBeVisibleAsync();
        await Expect(page.Locator("main img, main b b")).ToHaveCountAsync(0);
        Assert.False(await page.EvaluateAsync<bool>("!!window.evil"));
    }

    [Theory]
    [InlineData("ru-RU", 1280, 800)]
    [InlineData("en-GB", 390, 844)]
    public async Task Nothing_is_cut_off_and_axe_finds_no_serious_fault(string locale, int width, int height)
    {
        IPage page = await browser.OpenAsync(desk.Address, locale, width, height);
        bool isPhone = width < 700;
        await Expect(page.PostOf("questions", "Наполнитель")).ToBeVisibleAsync();
        await page.LookAtAsync("inbox");
        await page.PostOf("reviews", "Алёна").ClickAsync();
        await Expect(page.Locator("#post-words img")).ToBeVisibleAsync();
        await page.LookAtAsync("review");
        await page.Locator("#post-words .photos button").ClickAsync();
        await Expect(page.Locator("#photo-image")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GoBackAsync();
        await page.PostOf("questions", "Наполнитель").ClickAsync();
        await Expect(page.Locator("#post-words")).ToContainTextAsync("Наполнитель");
        await page.Locator("#post-draft").ClickAsync();
        await Expect(page.Locator("#post-text")).Not.ToHaveValueAsync("");
        await page.LookAtAsync("question");
        await Expect(page.Locator("#post-send")).ToBeInViewportAsync(new() { Ratio = 1 });
        if (!isPhone)
            return;
        await page.Locator("#post .back").ClickAsync();
        await Expect(page.Locator("#inbox-list")).ToBeVisibleAsync();
        await Expect(page.PostOf("questions", "Наполнитель")).ToBeFocusedAsync();
    }

    // A review that is everywhere the same text.
    private static async Task RouteAsync(IPage page, string id, string text, string state)
    {
        var summary = new JsonObject
        {
            ["id"] = id,
            ["buyer"] = text,
            ["rating"] = 2,
            ["nmId"] = 1,
            ["product"] = text,
            ["words"] = text,
            ["photos"] = 0,
            ["at"] = "2026-02-01T10:00:00Z",
            ["state"] = state,
            ["unanswered"] = false,
        };
        var post = new JsonObject
        {
            ["summary"] = summary,
            ["text"] = text,
            ["pros"] = text,
            ["cons"] = text,
            ["tags"] = new JsonArray(text),
            ["size"] = text,
            ["sizeFit"] = "",
            ["orderStatus"] = "returned",
            ["answer"] = text,
            ["answeredBy"] = text,
            ["answeredAt"] = "2026-02-01T11:00:00Z",
        };
        var list = new JsonObject { ["items"] = new JsonArray(summary.DeepClone()), ["problem"] = null };
        await page.RouteAsync("**/api/reviews", route => route.FulfillAsync(new() { ContentType = "application/json", Body = list.ToJsonString() }));
        foreach (string path in (string[])["", "/check"])
            await page.RouteAsync($"**/api/reviews/{id}{path}", route => route.FulfillAsync(new() { ContentType = "application/json", Body = post.ToJsonString() }));
    }
}
