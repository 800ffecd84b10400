using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing.Tests;

/// <summary>An emulator with a plain HTTP client and a clock of its own.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private readonly HttpClient _client;

    private Harness(WildberriesEmulator emulator, SignallingClock clock)
    {
        Emulator = emulator;
        Clock = clock;
        Token = emulator.CreateToken();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = emulator.Address };
    }

    public WildberriesEmulator Emulator { get; }

    public SignallingClock Clock { get; }

    public string Token { get; set; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Harness> StartAsync(Action<WildberriesEmulatorOptions>? configure = null, params WildberriesOperation[] operations)
    {
        var clock = new SignallingClock(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        var options = new WildberriesEmulatorOptions { TimeProvider = clock };
        foreach (WildberriesOperation operation in Rows.All.Concat(operations))
            options.Operations.Add(operation);
        configure?.Invoke(options);
        return new Harness(await WildberriesEmulator.StartAsync(options, Cancellation), clock);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? token = null, string? secret = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, token, secret);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? token = null, string? secret = null)
    {
        request.Headers.TryAddWithoutValidation("Authorization", token ?? Token);
        if (secret is not null)
            request.Headers.Add("X-Client-Secret", secret);
        return await _client.SendAsync(request, Cancellation);
    }

    public Task<HttpResponseMessage> GetHeadersAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", Token);
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    public async Task<HttpResponseMessage> SendMessageAsync(string replySign, string? text, params (string Name, string Type, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(replySign, Encoding.UTF8), "replySign" } };
        if (text is not null)
            form.Add(new StringContent(text, Encoding.UTF8), "message");
        foreach ((string name, string type, byte[] content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(part, "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Rows.Message) { Content = form };
        return await SendAsync(request);
    }

    /// <summary>Sends a verb and a path, with JSON if there is any, and gives the answer's text.</summary>
    public async Task<string> AskAsync(string operation, string? json = null, int status = 200)
    {
        string[] parts = operation.Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await SendAsync(request);
        string text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == (int)response.StatusCode, $"{operation}: {(int)response.StatusCode} {text}");
        return text;
    }

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using HttpResponseMessage response = await GetAsync(path);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return document.RootElement.Clone();
    }

    public static int? Remaining(HttpResponseMessage response) => Header(response, "X-Ratelimit-Remaining") is { } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;

    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
    }
}
