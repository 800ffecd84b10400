using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests;

/// <summary>Every section in both languages, as the pages show it: DESK_SCREENSHOTS names the folder that gets the pictures (docs/images).</summary>
public sealed partial class DeskPicturesTests(DeskBrowser browser) : IClassFixture<DeskBrowser>
{
    [Theory]
    [InlineData("ru-RU", "ru")]
    [InlineData("en-GB", "en")]
    public async Task Every_section_speaks_one_language_and_knows_all_words(string locale, string language)
    {
        // A desk of its own: what other tests did is not in the pictures.
        var desk = new DeskProgram();
        await desk.InitializeAsync();
        try
        {
            IPage page = await browser.OpenAsync(desk.Address, locale);
            await Expect(page.Locator("#inbox-list")).ToContainTextAsync("Кружка керамическая");
            await page.Locator("#demo").ClickAsync();
            await page.ChatOf("Вероника").ClickAsync();
            await Expect(page.Locator("#badge")).ToContainTextAsync("[SORRY10] 10");
            await ShowAsync("chat");
            await page.Locator("#messages .files button").ClickAsync();
            await page.Locator("#photo-again").ClickAsync();
            await Expect(page.Locator("#photo-image")).ToBeVisibleAsync();
            await CheckAsync();
            await page.Keyboard.PressAsync("Escape");

            await page.Locator("#tabs a[href='#inbox']").ClickAsync();
            await page.Locator("#kind").SelectOptionAsync("reviews");
            await page.Locator("#demo").ClickAsync();
            await page.PostOf("reviews", "Людмила").ClickAsync();
            await Expect(page.Locator("#post-words img")).ToBeVisibleAsync();
            await page.EvaluateAsync("Promise.all([...document.querySelectorAll('#post-words img')].map((image) => image.decode()))");
            await page.Locator("#post-draft").ClickAsync();
            await Expect(page.Locator("#post-text")).Not.ToHaveValueAsync("");
            await ShowAsync("review");

            await page.Locator("#tabs a[href='#codes']").ClickAsync();
            await page.Locator("#code-rows tr").Filter(new() { HasText = "SORRY15" }).Locator("td:last-child button").ClickAsync();
            await CheckAsync();
            await page.Locator("#ask-yes").ClickAsync();
            await Expect(page.Locator("#note")).ToContainTextAsync("SORRY15");
            await ShowAsync("codes");

            await page.Locator("#tabs a[href='#margin']").ClickAsync();
            await page.Locator("#margin-form .primary").ClickAsync();
            await page.Locator("#margin-result dl").ScrollIntoViewIfNeededAsync();
            await ShowAsync("margin");
            await page.Locator("#tabs a[href='#dashboard']").ClickAsync();
            await Expect(page.Locator("#return-rows tr").First).ToBeVisibleAsync();
            if (DeskBrowser.KeepsPictures)
            {
                // WB gives out the end of the sales reports a minute later, or two if the machine is busy.
                bool isSold = await page.EvaluateAsync<bool>(
                    """
                    async () => {
                      for (let second = 0; second < 240; second++) {
                        if ((await (await fetch('/api/promo-codes/analytics')).json()).units > 0) return true;
                        await new Promise((next) => setTimeout(next, 1000));
                      }
                      return false;
                    }
                    """);
                Assert.True(isSold, desk.Output());
                await page.ReloadAsync();
                await Expect(page.Locator("#chart-codes tr").First).ToBeVisibleAsync();
            }

            await ShowAsync("dashboard");

            IPage phone = page = await browser.OpenAsync(desk.Address, locale, 390, 844);
            await Expect(phone.Locator("#inbox-list a").First).ToBeVisibleAsync();
            await ShowAsync("phone-list");
            await phone.ChatOf("Ольга").ClickAsync();
            await Expect(phone.Locator("#badge")).ToContainTextAsync("[FIRST5] 5");
            await ShowAsync("phone");
            await phone.GoBackAsync();
            await phone.PostOf("questions", "Наполнитель").ClickAsync();
            await phone.Locator("#post-draft").ClickAsync();
            await Expect(phone.Locator("#post-text")).Not.ToHaveValueAsync("");
            await ShowAsync("phone-question");
            await phone.Locator("#tabs a[href='#codes']").ClickAsync();
            await Expect(phone.Locator("#code-rows tr").First).ToBeVisibleAsync();
            await ShowAsync("phone-codes");
            await phone.Locator("#tabs a[href='#margin']").ClickAsync();
            await phone.Locator("#margin-form .primary").ClickAsync();
            await phone.Locator("#margin-result dl").ScrollIntoViewIfNeededAsync();
            await ShowAsync("phone-margin");
            await phone.Locator("#tabs a[href='#dashboard']").ClickAsync();
            await Expect(phone.Locator("#return-rows tr").First).ToBeVisibleAsync();
            await ShowAsync("phone-dashboard");

            async Task ShowAsync(string name)
            {
                await CheckAsync();
                await DeskBrowser.ShootAsync(page, $"{name}.{language}");
            }

            async Task CheckAsync()
            {
                string text = await page.Locator("body").InnerTextAsync();
                Assert.DoesNotContain("undefined", text, StringComparison.Ordinal);
                if (language == "en")
                    Assert.DoesNotMatch(Cyrillic(), string.Join(' ', await page.Locator("[data-t], .state, #slots, #alerts, #note, #photo-title").AllInnerTextsAsync()));
                else
                    Assert.All(await page.Locator("[data-t]:visible").AllInnerTextsAsync(), word => Assert.Matches(CyrillicOrNothing(), word));
            }
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }

    [GeneratedRegex("[а-яА-ЯёЁ]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[а-яА-ЯёЁ]|^$")]
    private static partial Regex CyrillicOrNothing();
}
