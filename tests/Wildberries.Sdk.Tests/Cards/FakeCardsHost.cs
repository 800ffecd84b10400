using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Cards;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakeCardsHost : IDisposable
{
    /// <summary>An answer that every operation of the area understands, with nothing in it.</summary>
    public const string Nothing = """{"cards":[],"data":[],"error":false,"errorText":""}""";

    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeCardsHost(string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        _handler.When("*").Respond(async request =>
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{(body.Length > 0 ? " " : "")}{body}");
            Headers.Add(string.Join(';', request.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal)).Select(header => $"{header.Key}={string.Join(',', header.Value)}")));
            return new HttpResponseMessage(status)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        });
        _client = _handler.ToHttpClient();
        _client.BaseAddress = new Uri("https://content-api.wildberries.ru");
        Api = (ICardsApi)ApiRegistration.Of<ICardsApi>(CardsJsonContext.Default).CreateStub(_client);
    }

    public ICardsApi Api { get; }

    public List<string> Requests { get; } = [];

    /// <summary>Of each request the headers that begin with X.</summary>
    public List<string> Headers { get; } = [];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
