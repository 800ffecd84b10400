using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChatDesk.Tests;

/// <summary>What tests do again and again with pages and endpoints of the desk.</summary>
internal static class DeskPages
{
    /// <summary>How long a test waits for what must come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The line of a buyer's chat in the inbox; reviews can be of the same buyer.</summary>
    public static ILocator ChatOf(this IPage page, string buyer) => page.Locator("#inbox-list a[data-kind=chats]").Filter(new() { HasText = buyer });

    /// <summary>The lines of reviews or questions with a text.</summary>
    public static ILocator PostOf(this IPage page, string kind, string text) => page.Locator($"#inbox-list a[data-kind={kind}]").Filter(new() { HasText = text });

    /// <summary>Nothing is wider than the screen, and axe finds nothing serious.</summary>
    public static async Task LookAtAsync(this IPage page, string where)
    {
        int overflow = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        Assert.True(overflow <= 0, $"{where} is {overflow} pixels wider than the screen.");
        AxeResult result = await page.RunAxe();
        string[] serious = [.. result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{where}: {v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html))}")];
        Assert.True(serious.Length == 0, string.Join('\n', serious));
        Assert.NotEmpty(result.Passes);
    }

    public static async Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(
        this Uri desk, HttpMethod method, string path, JsonObject? body = null, string language = "ru", CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient { BaseAddress = desk, Timeout = TimeSpan.FromMinutes(5) };
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept-Language", language);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
