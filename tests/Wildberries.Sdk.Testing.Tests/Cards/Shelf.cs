using System.Net.Http.Headers;
using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

/// <summary>The operations of cards as texts.</summary>
internal static class Shelf
{
    public const string List = "POST content-api/content/v2/get/cards/list";
    public const string Trash = "POST content-api/content/v2/get/cards/trash";
    public const string Errors = "POST content-api/content/v2/cards/error/list";
    public const string Create = "POST content-api/content/v2/cards/upload";
    public const string Attach = "POST content-api/content/v2/cards/upload/add";
    public const string Update = "POST content-api/content/v2/cards/update";
    public const string Move = "POST content-api/content/v2/cards/moveNm";
    public const string Throw = "POST content-api/content/v2/cards/delete/trash";
    public const string Recover = "POST content-api/content/v2/cards/recover";

    public static Task<Harness> OpenAsync() => Harness.StartAsync(options => options.RateLimits = false);

    /// <summary>Asks, and gives the answer as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this Harness harness, string operation, string? json = null, int status = 200)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync(operation, json, status));
        return document.RootElement.Clone();
    }

    /// <summary>The cards of a page of the list.</summary>
    public static async Task<JsonElement[]> CardsAsync(this Harness harness, string settings = "{}", string query = "") =>
        [.. (await harness.JsonAsync(List + query, $$"""{"settings":{{settings}}}""")).GetProperty("cards").EnumerateArray()];

    public static async Task<HttpResponseMessage> UploadAsync(this Harness harness, long nmId, int number, ReadOnlyMemory<byte> file)
    {
        using var form = new MultipartFormDataContent();
        var part = new ReadOnlyMemoryContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(part, "uploadfile", "picture.png");
        using var request = new HttpRequestMessage(HttpMethod.Post, "content-api/content/v3/media/file") { Content = form };
        request.Headers.Add("X-Nm-Id", nmId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("X-Photo-Number", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return await harness.SendAsync(request);
    }
}
