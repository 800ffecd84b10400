using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Finance;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakeFinanceHost : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeFinanceHost(Func<string, HttpContent?> answer)
    {
        _handler.When("*").Respond(async request =>
        {
            Lengths.Add(request.Content?.Headers.ContentLength);
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            Requests.Add((request.RequestUri!.PathAndQuery, body));
            HttpContent? content = answer(body);
            return new HttpResponseMessage(content is null ? HttpStatusCode.NoContent : HttpStatusCode.OK)
            {
                Content = content ?? new ByteArrayContent([]),
                RequestMessage = request,
            };
        });
        _client = _handler.ToHttpClient();
        _client.BaseAddress = new Uri("https://finance-api.wildberries.ru");
        Api = (IFinanceApi)ApiRegistration.Of<IFinanceApi>(FinanceJsonContext.Default).CreateStub(_client);
    }

    public FakeFinanceHost(string? json)
        : this(_ => json is null ? null : Json(json))
    {
    }

    public IFinanceApi Api { get; }

    public List<(string Path, string Body)> Requests { get; } = [];

    /// <summary>What each request said of its body's length.</summary>
    public List<long?> Lengths { get; } = [];

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
