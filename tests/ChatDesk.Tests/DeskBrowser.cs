using Microsoft.Playwright;

namespace ChatDesk.Tests;

/// <summary>A headless Chromium from the machine's own packages, one for all tests.</summary>
public sealed class DeskBrowser : IAsyncLifetime
{
    // Milliseconds until what does not come counts as a fault; a busy machine may take a while.
    private const float Patience = 300_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } program)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens the desk in a window of its own, with a language and a size; skips the test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(Uri address, string locale = "ru-RU", int width = 1280, int height = 800)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium on this machine (Debian: apt-get install chromium).");
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = locale,
            TimezoneId = "Europe/Moscow",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = ColorScheme.Light,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Whether DESK_SCREENSHOTS names a folder for pictures.</summary>
    public static bool KeepsPictures => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DESK_SCREENSHOTS"));

    /// <summary>Keeps a picture of the window, if a folder is named for it.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DESK_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"chat-desk-{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
