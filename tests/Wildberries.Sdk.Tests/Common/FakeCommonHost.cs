using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Common;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakeCommonHost : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeCommonHost(Func<HttpRequestMessage, HttpContent> answer)
    {
        _handler.When("*").Respond(request =>
        {
            Requests.Add(request.RequestUri!.PathAndQuery);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = answer(request), RequestMessage = request };
        });
        _client = _handler.ToHttpClient();
        _client.BaseAddress = new Uri("https://common-api.wildberries.ru");
        Api = (ICommonApi)ApiRegistration.Of<ICommonApi>(CommonJsonContext.Default).CreateStub(_client);
    }

    public FakeCommonHost(string json)
        : this(_ => Json(json))
    {
    }

    public ICommonApi Api { get; }

    public List<string> Requests { get; } = [];

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
