using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.Issues;

/// <summary>What sellers stumbled over at the desk: English in Russian, lost drafts, fields that save by themselves, photos that do not open, and more.</summary>
public sealed partial class DeskForItsSellersTests(DeskProgram desk, DeskBrowser browser) : IClassFixture<DeskProgram>, IClassFixture<DeskBrowser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ru-RU", "Промокоды", "Добавить", "Скидка 60,5 %, а у промокода она бывает от 3 до 50 %.")]
    [InlineData("en-GB", "Promo codes", "Add", "The discount is 60.5 percent; a code has 3 to 50.")]
    public async Task Faults_are_told_in_the_language_of_the_page(string locale, string section, string add, string fault)
    {
        IPage page = await browser.OpenAsync(desk.Address, locale);
        await page.GetByRole(AriaRole.Link, new() { Name = section }).ClickAsync();
        await page.Locator("input[name=text]").FillAsync("BIG");
        await page.Locator("input[name=percent]").FillAsync("60.5");
        await page.GetByRole(AriaRole.Button, new() { Name = add, Exact = true }).ClickAsync();
        await Expect(page.Locator("#code-form .faults li")).ToHaveTextAsync([fault]);
    }

    [Fact]
    public async Task What_the_library_refuses_is_told_in_Russian_in_a_Russian_page()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await OpenChatAsync(page, "Дарья");
        await page.GetByRole(AriaRole.Button, new() { Name = "Вставить" }).ClickAsync();
        string code = await CodeIdAsync("FIRST5");
        await PatchAsync(code, new JsonObject { ["isStopped"] = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Не получилось" })).ToContainTextAsync("Не получилось: Промокод отключён.");
        await PatchAsync(code, new JsonObject { ["isStopped"] = false });
    }

    [Theory]
    [InlineData("ru", "Такого промокода нет.", "Промокод", "Id выглядит так")]
    [InlineData("en", "There is no such promo code.", "The", "An id looks like")]
    [InlineData("de, en;q=0.5, ru;q=0.4", "There is no such promo code.", "The", "An id looks like")]
    public async Task Endpoints_answer_with_a_code_and_a_text_in_the_language_of_the_request(string language, string unknown, string words, string id)
    {
        JsonNode missing = await PatchAsync(Guid.NewGuid().ToString(), new JsonObject { ["isStopped"] = true }, language);
        Assert.Equal(("UnknownCode", unknown), (missing["code"]!.GetValue<string>(), missing["detail"]!.GetValue<string>()));
        JsonNode malformed = await PatchAsync(await CodeIdAsync("SORRY10"), new JsonObject { ["reportId"] = "anything" }, language);
        Assert.Equal("report_id_invalid", malformed["code"]!.GetValue<string>());
        Assert.StartsWith(id, malformed["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        var code = new JsonObject { ["text"] = "A", ["percent"] = 10, ["firstDay"] = "2001-01-01", ["days"] = 40, ["purposes"] = new JsonArray() };
        JsonObject errors = (await SendAsync(HttpMethod.Post, "api/promo-codes", code, language))["errors"]!.AsObject();
        Assert.Equal(["days_out_of_range", "portal_start_out_of_range"], errors.Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.Equal(words != "The", Cyrillic().IsMatch(error.Value![0]!.GetValue<string>())));
    }

    [Fact]
    public async Task The_id_of_a_code_is_saved_only_when_asked_to_and_only_if_it_is_one()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Промокоды" }).ClickAsync();
        ILocator row = page.Locator("#code-rows tr").Filter(new() { HasText = "WINTER12" });
        await Expect(row).ToContainTextAsync("не указан");
        ILocator field = page.GetByRole(AriaRole.Dialog).GetByLabel("Id в отчётах WB");

        await row.GetByRole(AriaRole.Button, new() { Name = "Id промокода WINTER12" }).ClickAsync();
        await field.FillAsync("2c3d8f1e-5a6b-4c7d-8e9f-0a1b2c3d4e5f");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отмена" }).ClickAsync();
        await Expect(page.Locator("#report")).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Expect(row).ToContainTextAsync("не указан");

        await row.GetByRole(AriaRole.Button, new() { Name = "Id промокода WINTER12" }).ClickAsync();
        await field.FillAsync("что угодно");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(page.Locator("#report .faults")).ToContainTextAsync("Id выглядит так");
        await field.FillAsync("2c3d8f1e-5a6b-4c7d-8e9f-0a1b2c3d4e5f");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Id промокода WINTER12 сохранён.");
        await Expect(row).ToContainTextAsync("2c3d8f1e…");
    }

    [Fact]
    public async Task Disabling_a_code_is_asked_first_and_can_be_taken_back()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Промокоды" }).ClickAsync();
        ILocator state = page.Locator("#code-rows tr").Filter(new() { HasText = "THANKS7" }).Locator(".state");
        await Expect(state).ToHaveTextAsync("действует");
        ILocator disable = page.GetByRole(AriaRole.Button, new() { Name = "Отключить THANKS7" });
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Отключить THANKS7?" });

        await disable.ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Отмена" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(state).ToHaveTextAsync("действует");
        await disable.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Отмена" }).ClickAsync();
        await Expect(disable).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Expect(state).ToHaveTextAsync("действует");

        await disable.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Отключить" }).ClickAsync();
        await Expect(state).ToHaveTextAsync("отключён");
        await page.GetByRole(AriaRole.Button, new() { Name = "Включить снова THANKS7" }).ClickAsync();
        await Expect(state).ToHaveTextAsync("действует");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Промокод THANKS7 снова включён.");
    }

    [Fact]
    public async Task A_draft_with_its_code_outlives_another_chat_and_a_reload_until_it_is_sent()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await OpenChatAsync(page, "Светлана");
        ILocator text = page.GetByLabel("Сообщение", new() { Exact = true });
        await text.FillAsync("Светлана, узнаю у склада");
        await OpenChatAsync(page, "Ольга");
        await Expect(text).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить" }).ClickAsync();
        await text.PressSequentiallyAsync("Здравствуйте!");
        await Expect(page.ChatOf("Светлана")).ToContainTextAsync("Черновик: Светлана, узнаю у склада");

        await page.ReloadAsync();
        await Expect(page.Locator("#buyer")).ToHaveTextAsync("Ольга");
        await Expect(text).ToHaveValueAsync(new Regex("FIRST5.*Здравствуйте!", RegexOptions.Singleline));
        await Expect(page.Locator("#attached-code")).ToContainTextAsync("[FIRST5]");
        await OpenChatAsync(page, "Светлана");
        await Expect(text).ToHaveValueAsync("Светлана, узнаю у склада");

        // The buyers' words stay out of the browser's storage.
        string stored = await page.EvaluateAsync<string>("JSON.stringify(localStorage)");
        Assert.Contains("узнаю у склада", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("плечи", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Ольга", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("подушки", stored, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(page.Locator("#messages li.seller").Last).ToContainTextAsync("узнаю у склада");
        await Expect(text).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Expect(page.Locator("#buyer")).ToHaveTextAsync("Светлана");
        await Expect(text).ToHaveValueAsync("");
        Assert.DoesNotContain("узнаю у склада", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_chat_stands_in_the_address()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await OpenChatAsync(page, "Алёна");
        await Expect(page).ToHaveURLAsync(new Regex("#chats/1%3A[0-9a-f-]+$"));
        string address = page.Url;
        await page.ReloadAsync();
        await Expect(page.Locator("#buyer")).ToHaveTextAsync("Алёна");

        IPage other = await browser.OpenAsync(new Uri(address));
        await Expect(other.Locator("#buyer")).ToHaveTextAsync("Алёна");
        await Expect(other.GetByRole(AriaRole.Log)).ToContainTextAsync("Кружка пришла со сколом");
        await page.GoBackAsync();
        await Expect(page.Locator("#conversation")).ToBeHiddenAsync();

        IPage lost = await browser.OpenAsync(new Uri(desk.Address, "#chats/nowhere"));
        await Expect(lost.Locator("#alert")).ToContainTextAsync("Здесь такого нет");
    }

    [Fact]
    public async Task On_a_phone_Send_is_in_sight_and_Back_goes_to_the_list()
    {
        IPage page = await browser.OpenAsync(desk.Address, width: 390, height: 844);
        await OpenChatAsync(page, "Игорь");
        await Expect(page.Locator("#suggestion-reason")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Отправить" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        LocatorBoundingBoxResult send = (await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).BoundingBoxAsync())!;
        Assert.True(send.Y + send.Height <= 844, $"Send ends at {send.Y + send.Height} of 844 pixels.");

        await page.GoBackAsync();
        await Expect(page.Locator("#inbox-list")).ToBeVisibleAsync();
        await Expect(page.Locator("#conversation")).ToBeHiddenAsync();
        await OpenChatAsync(page, "Игорь");
        await page.GetByRole(AriaRole.Button, new() { Name = "К списку" }).ClickAsync();
        await Expect(page.Locator("#conversation")).ToBeHiddenAsync();
        await Expect(page.ChatOf("Игорь")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Chats_are_found_by_buyer_product_and_text_and_the_unanswered_alone()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        ILocator list = page.Locator("#inbox-list li");
        ILocator search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Поиск" });
        ILocator unanswered = page.GetByRole(AriaRole.Checkbox, new() { Name = "Без ответа" });
        await page.Locator("#kind").SelectOptionAsync("chats");
        ILocator alyona = list.Filter(new() { HasText = "Алёна" });
        await Expect(alyona).ToContainTextAsync("Кружка керамическая");
        await Expect(list.Filter(new() { HasText = "Игорь" })).ToContainTextAsync("Артикул WB 182340117");

        foreach (string word in (string[])["алён", "керамическая", "168902447", "скол"])
        {
            // Other tests let buyers write, about the same mug too.
            await search.FillAsync(word);
            await Expect(list.Filter(new() { HasText = "Светлана" })).ToHaveCountAsync(0);
            await Expect(alyona).ToBeVisibleAsync();
        }

        await search.FillAsync("такого нет");
        await Expect(list).ToHaveTextAsync(["Ничего не нашлось."]);
        await search.FillAsync("");
        await Expect(list.Filter(new() { HasText = "Марина" })).ToBeVisibleAsync();
        await unanswered.CheckAsync();
        await Expect(list.Filter(new() { HasText = "Марина" })).ToHaveCountAsync(0);
        await Expect(alyona).ToContainTextAsync("ждёт ответа");
        Assert.Equal(await list.CountAsync(), int.Parse(await page.Locator("#unanswered-count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Success_and_failure_differ_in_colour_sign_and_role()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await OpenChatAsync(page, "Марина");
        ILocator text = page.GetByLabel("Сообщение", new() { Exact = true });
        await text.FillAsync("Спасибо!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        ILocator success = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Сообщение отправлено." });
        await Expect(success.Locator(".sign")).ToHaveTextAsync("✓");
        string good = await ColourAsync(success);

        await text.FillAsync(new string('я', 1001));
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        ILocator failure = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "В сообщении должно быть от 1 до 1000 знаков." });
        await Expect(failure.Locator(".sign")).ToHaveTextAsync("✕");
        await Expect(success).ToHaveCountAsync(0);
        Assert.NotEqual(good, await ColourAsync(failure));
        await page.GetByRole(AriaRole.Button, new() { Name = "Закрыть" }).ClickAsync();
        await Expect(failure).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("ru-RU", "Сводка", "^−?[0-9 \u00a0]+,[0-9]{2}$", "г\\.", "Промокоды")]
    [InlineData("en-GB", "Dashboard", "^−?[0-9,]+\\.[0-9]{2}$", "", "Promo codes")]
    public async Task Money_has_two_decimals_and_days_have_their_year(string locale, string dashboard, string money, string suffix, string codes)
    {
        IPage page = await browser.OpenAsync(desk.Address, locale);
        string year = $"20[0-9]{{2}}.?{suffix}";
        await Expect(page.Locator("#inbox-list .when").First).ToHaveTextAsync(new Regex(year));
        await page.GetByRole(AriaRole.Link, new() { Name = dashboard }).ClickAsync();
        foreach (ILocator sum in (ILocator[])[page.Locator("#totals b").Nth(4), page.Locator("#return-rows td").Nth(2), page.Locator("#return-rows td").Nth(3)])
            await Expect(sum).ToHaveTextAsync(new Regex(money));
        await Expect(page.Locator("#chart-days th").First).ToHaveTextAsync(new Regex(year));
        await page.GetByRole(AriaRole.Link, new() { Name = codes }).ClickAsync();
        await Expect(page.Locator("#code-rows td").Nth(1)).ToHaveTextAsync(new Regex(year));
        await Expect(page.Locator("#code-rows td").Nth(2)).ToHaveTextAsync(new Regex(year));
        await OpenChatAsync(page, "Ольга");
        await Expect(page.Locator("#until")).ToHaveTextAsync(new Regex(year));
        await Expect(page.Locator("#messages time").First).ToHaveTextAsync(new Regex(year));
    }

    [Fact]
    public async Task A_margin_below_the_wanted_one_is_a_warning_and_not_green()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Маржа" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Посчитать" }).ClickAsync();
        ILocator verdict = page.Locator("#margin-result .note");
        await Expect(verdict).ToContainTextAsync("Маржа 9,11 % — ниже нужной (10 %).");
        await Expect(verdict).ToHaveClassAsync(new Regex("warning"));
        string warning = await ColourAsync(verdict);
        Assert.Equal(warning, await ColourAsync(page.Locator("#margin-result dd", new() { HasText = "9,11 %" })));
        await Expect(page.Locator("#margin-result")).ToContainTextAsync("1 379,70 ₽");

        await page.Locator("#margin-form input[name=wantedMargin]").FillAsync("9");
        await page.GetByRole(AriaRole.Button, new() { Name = "Посчитать" }).ClickAsync();
        await Expect(verdict).ToContainTextAsync("Маржа не ниже нужной (9 %).");
        Assert.NotEqual(warning, await ColourAsync(verdict));
    }

    [Fact]
    public async Task A_buyers_photo_opens_once_WB_has_checked_it()
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        for (int message = 0; message < 4; message++)
            (await http.PostAsync(new Uri("api/demo/buyer-message", UriKind.Relative), null, Cancel)).EnsureSuccessStatusCode();
        IPage page = await browser.OpenAsync(desk.Address);
        await page.ChatOf("Вероника").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Фото 1" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Фото 1" });
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("WB ещё проверяет это фото.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Попробовать сейчас" }).ClickAsync();
        ILocator image = dialog.GetByRole(AriaRole.Img);
        await Expect(image).ToBeVisibleAsync();
        Assert.Equal(480, await image.EvaluateAsync<int>("image => image.naturalWidth"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Only_images_of_the_chat_are_given_out_and_only_as_images()
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        JsonArray chats = JsonNode.Parse(await http.GetStringAsync(new Uri("api/chats", UriKind.Relative), Cancel))!.AsArray();
        string IdOf(string buyer) => Uri.EscapeDataString(chats.First(chat => chat!["buyer"]?.GetValue<string>() == buyer)!["chatId"]!.GetValue<string>());
        JsonArray messages;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));

        // The desk shows what it has read, and reads beside its answers.
        while ((messages = JsonNode.Parse(await http.GetStringAsync(new Uri($"api/chats/{IdOf("Алёна")}/messages", UriKind.Relative), Cancel))!.AsArray()).Count == 0)
            patience.Token.ThrowIfCancellationRequested();
        JsonArray files = messages[0]!["files"]!.AsArray();
        string photo = files.First(file => file!["name"] is null)!["id"]!.GetValue<string>();
        string receipt = files.First(file => file!["name"]?.GetValue<string>() == "Чек.pdf")!["id"]!.GetValue<string>();

        using HttpResponseMessage image = await http.GetAsync(new Uri($"api/chats/{IdOf("Алёна")}/files/{photo}", UriKind.Relative), Cancel);
        Assert.Equal("image/jpeg", image.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], image.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], image.Headers.GetValues("Content-Security-Policy"));

        // In moderation first, then no image.
        JsonNode answer = await SendAsync(HttpMethod.Get, $"api/chats/{IdOf("Алёна")}/files/{receipt}", null);
        Assert.Equal("file_in_moderation", answer["code"]!.GetValue<string>());
        answer = await SendAsync(HttpMethod.Get, $"api/chats/{IdOf("Алёна")}/files/{receipt}", null);
        Assert.Equal("file_not_an_image", answer["code"]!.GetValue<string>());
        answer = await SendAsync(HttpMethod.Get, $"api/chats/{IdOf("Марина")}/files/{photo}", null);
        Assert.Equal("unknown_file", answer["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_buyers_write_is_text_and_never_markup()
    {
        const string evil = "<img src=x onerror=\"window.evil = true\"><b>x</b>";
        IPage page = await browser.OpenAsync(new Uri("about:blank"));
        await page.RouteAsync("**/api/chats", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = new JsonArray(new JsonObject
            {
                ["chatId"] = "evil",
                ["buyer"] = evil,
                ["nmId"] = 1,
                ["product"] = evil,
                ["size"] = evil,
                ["lastText"] = evil,
                ["lastAt"] = "2026-02-01T10:00:00Z",
                ["replyUntil"] = "2026-02-11T10:00:00Z",
                ["unanswered"] = true,
            }).ToJsonString(),
        }));
        await page.RouteAsync(NoPosts(), route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"items":[]}""" }));
        await page.RouteAsync("**/api/chats/evil/messages", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = new JsonArray(new JsonObject
            {
                ["id"] = "1",
                ["sender"] = "client",
                ["text"] = evil,
                ["at"] = "2026-02-01T10:00:00Z",
                ["files"] = new JsonArray(new JsonObject { ["id"] = "1", ["name"] = evil }),
            }).ToJsonString(),
        }));
        await page.RouteAsync("**/api/chats/evil/promo-suggestion", route => route.FulfillAsync(new() { ContentType = "application/json", Body = "{}" }));
        await page.GotoAsync(new Uri(desk.Address, "#chats/evil").ToString());

        foreach (string place in (string[])["#buyer", "#about", "#messages li", "#messages .files", "#inbox-list b", "#inbox-list .product", "#inbox-list .last"])
            await Expect(page.Locator(place)).ToContainTextAsync(evil);
        await Expect(page.Locator("main img, main b b")).ToHaveCountAsync(0);
        Assert.False(await page.EvaluateAsync<bool>("!!window.evil"));
    }

    private static async Task OpenChatAsync(IPage page, string buyer)
    {
        if (!page.Url.Contains("#chats", StringComparison.Ordinal) && page.Url.Contains('#', StringComparison.Ordinal))
            await page.Locator("#tabs a").First.ClickAsync();
        await page.ChatOf(buyer).ClickAsync();
        await Expect(page.Locator("#buyer")).ToHaveTextAsync(buyer);
        await Expect(page.Locator("#messages li").First).ToBeVisibleAsync();
    }

    private static Task<string> ColourAsync(ILocator locator) => locator.EvaluateAsync<string>("element => getComputedStyle(element).color");

    private async Task<string> CodeIdAsync(string text) =>
        (await SendAsync(HttpMethod.Get, "api/promo-codes", null))["codes"]!.AsArray().First(code => code!["text"]!.GetValue<string>() == text)!["id"]!.GetValue<string>();

    private Task<JsonNode> PatchAsync(string id, JsonObject change, string language = "ru") => SendAsync(HttpMethod.Patch, $"api/promo-codes/{id}", change, language);

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body, string language = "ru")
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept-Language", language);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await http.SendAsync(request, Cancel);
        return response.StatusCode == HttpStatusCode.NoContent ? new JsonObject() : JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
    }

    [GeneratedRegex("/api/(reviews|questions)$")]
    private static partial Regex NoPosts();

    [GeneratedRegex("[а-яА-ЯёЁ]")]
    private static partial Regex Cyrillic();
}
