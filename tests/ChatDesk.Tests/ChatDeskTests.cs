using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests;

/// <summary>The desk as its users see it.</summary>
public sealed class ChatDeskTests(DeskProgram desk, DeskBrowser browser) : IClassFixture<DeskProgram>, IClassFixture<DeskBrowser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_complaint_arrives_live_and_is_answered_with_the_suggested_code()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Сводка" }).ClickAsync();
        ILocator sends = page.Locator("#totals div").First.Locator("b");
        await Expect(sends).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\d+$"));
        int before = int.Parse(await sends.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await page.GetByRole(AriaRole.Link, new() { Name = "Входящие" }).ClickAsync();
        await Expect(page.ChatOf("Марина")).ToBeVisibleAsync();
        await Expect(page.ChatOf("Вероника")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Написать от имени покупателя" }).ClickAsync();
        await page.ChatOf("Вероника").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Плед пришёл с затяжкой");
        await Expect(page.Locator("#badge")).ToContainTextAsync("[SORRY10] 10 %");

        await page.GetByRole(AriaRole.Button, new() { Name = "Изменить" }).ClickAsync();
        ILocator text = page.GetByLabel("Сообщение", new() { Exact = true });
        await Expect(text).ToBeFocusedAsync();
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("SORRY10"));
        await text.PressAsync("End");
        await text.PressSequentiallyAsync(" Вероника, ждём вас!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        ILocator answer = page.Locator("#messages li.seller").Last;
        await Expect(answer).ToContainTextAsync("SORRY10");
        await Expect(answer).ToContainTextAsync("Вероника, ждём вас!");
        await Expect(page.Locator("#suggestion")).ToContainTextAsync("в этом чате код уже предлагали");

        await page.GetByRole(AriaRole.Link, new() { Name = "Сводка" }).ClickAsync();
        await Expect(sends).ToHaveTextAsync((before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(page.Locator("#chart-intents")).ToContainTextAsync("брак");
        await Expect(page.Locator("#return-rows")).ToContainTextAsync("SORRY10");
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        ILocator chat = page.ChatOf("Марина");
        await Expect(chat).ToBeVisibleAsync();
        await TabToAsync(page, "document.activeElement.dataset?.kind === 'chats' && document.activeElement.textContent.includes('Марина')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#buyer")).ToBeFocusedAsync();
        await TabToAsync(page, "document.activeElement.id === 'text'");
        await page.Keyboard.TypeAsync("Марина, хорошего дня!");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#messages li.seller").Last).ToContainTextAsync("хорошего дня!");
    }

    [Fact]
    public async Task A_code_that_breaks_rules_is_refused_with_every_reason()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Промокоды" }).ClickAsync();
        await Expect(page.Locator("#slots")).ToContainTextAsync("из 10");
        await Expect(page.Locator("#alerts")).ToContainTextAsync("THANKS7");
        await page.Locator("input[name=text]").FillAsync("BIG");
        await page.Locator("input[name=percent]").FillAsync("60");
        await page.Locator("input[name=days]").FillAsync("40");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить" }).ClickAsync();
        ILocator faults = page.Locator("#code-form .faults li");
        await Expect(faults).ToHaveTextAsync(["Скидка 60 %, а у промокода она бывает от 3 до 50 %.", "Срок в днях: 40, а промокод действует от 1 до 31."]);

        await page.Locator("input[name=percent]").FillAsync("12");
        await page.Locator("input[name=days]").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить" }).ClickAsync();
        ILocator row = page.Locator("#code-rows tr").Filter(new() { HasText = "BIG" });
        await Expect(row).ToContainTextAsync("запланирован");
    }

    [Fact]
    public async Task The_margin_calculator_says_what_is_left_and_what_is_too_much()
    {
        IPage page = await browser.OpenAsync(desk.Address, "en-GB");
        await page.GetByRole(AriaRole.Link, new() { Name = "Margin" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        ILocator result = page.Locator("#margin-result");
        await Expect(result).ToContainTextAsync("2,190.00 ₽ → 1,533.00 ₽ (seller discount 30%) → 1,379.70 ₽ (promo code 10%)");
        await page.Locator("#margin-form input[name=promoPercent]").FillAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        await Expect(result).ToContainTextAsync("A loss");
        await page.Locator("#margin-form input[name=sellerDiscount]").FillAsync("46");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        await Expect(result).ToContainTextAsync("The code does not apply");
    }

    [Fact]
    public async Task The_language_can_be_changed_and_stays()
    {
        IPage page = await browser.OpenAsync(desk.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Promo codes" })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task Nothing_is_cut_off_and_axe_finds_no_serious_fault(int width, int height)
    {
        IPage page = await browser.OpenAsync(desk.Address, width: width, height: height);
        bool isPhone = width < 700;
        await page.ChatOf("Ольга").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("джемпер");
        await Expect(page.Locator("#badge")).ToContainTextAsync("FIRST5");
        await page.LookAtAsync("chat");
        if (isPhone)
        {
            await Expect(page.Locator("#inbox-list")).ToBeHiddenAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "К списку" }).ClickAsync();
            await Expect(page.Locator("#inbox-list")).ToBeVisibleAsync();
            await page.LookAtAsync("inbox");
        }

        foreach ((string link, string waitFor) in ((string, string)[])[("Промокоды", "#code-rows tr"), ("Маржа", "#margin-form"), ("Сводка", "#return-rows tr")])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
            await Expect(page.Locator(waitFor).First).ToBeVisibleAsync();
            await page.LookAtAsync(waitFor);
        }
    }

    [Fact]
    public async Task A_code_is_sent_once_in_a_chat_whatever_the_client_repeats()
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        await using Stream stream = await http.GetStreamAsync(new Uri("api/events", UriKind.Relative), Cancel);
        using var news = new StreamReader(stream);
        JsonNode code = (await GetAsync(http, "api/promo-codes"))["codes"]!.AsArray().First(c => c!["text"]!.GetValue<string>() == "SORRY15")!;
        string chat = (await GetAsync(http, "api/chats")).AsArray().First(c => c!["buyer"]?.GetValue<string>() == "Игорь")!["chatId"]!.GetValue<string>();
        var message = new JsonObject { ["text"] = "Промокод SORRY15", ["key"] = "once", ["promoCodeId"] = code["id"]!.GetValue<string>() };
        string path = $"api/chats/{Uri.EscapeDataString(chat)}/messages";
        Assert.Equal(HttpStatusCode.OK, await PostAsync(http, path, message));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(http, path, message));
        message["key"] = "twice";
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(http, path, message));
        message["text"] = "Промокод без кода";
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, path, message));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, "api/chats/nowhere/messages", message));

        // The event stream brings what was sent.
        JsonArray sent;
        do
        {
            while (await news.ReadLineAsync(Cancel) is { } line && !(line.StartsWith("data:", StringComparison.Ordinal) && line.Contains(chat, StringComparison.Ordinal)))
            {
            }

            // On a busy machine the desk may only now read what stood in the chat before.
            sent = [.. (await GetAsync(http, path)).AsArray().Where(m => m!["text"]!.GetValue<string>() == "Промокод SORRY15").Select(m => m!.DeepClone())];
        }
        while (sent.Count == 0);
        Assert.Single(sent);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_the_endpoints()
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        JsonObject paths = (await GetAsync(http, "openapi/v1.json"))["paths"]!.AsObject();
        Assert.Equal(["get", "post"], paths["/api/promo-codes"]!.AsObject().Select(p => p.Key).Order());
        Assert.Equal(["patch"], paths["/api/promo-codes/{id}"]!.AsObject().Select(p => p.Key).Order());
        Assert.Contains("/api/chats/{id}/promo-suggestion", paths.Select(p => p.Key));
        Assert.Contains("/api/promo-codes/analytics", paths.Select(p => p.Key));
    }

    [Fact]
    public async Task Another_site_cannot_reach_the_desk_by_a_name_of_its_own()
    {
        using var http = new HttpClient { BaseAddress = desk.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/chats") { Headers = { Host = "evil.example" } };
        using HttpResponseMessage response = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task TabToAsync(IPage page, string condition)
    {
        for (int i = 0; i < 40; i++)
        {
            if (await page.EvaluateAsync<bool>($"!!({condition})"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The Tab key never gets there: " + condition);
    }

    private static async Task<JsonNode> GetAsync(HttpClient http, string path) => JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel))!;

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path, JsonObject? body)
    {
        using StringContent? content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await http.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return response.StatusCode;
    }
}
