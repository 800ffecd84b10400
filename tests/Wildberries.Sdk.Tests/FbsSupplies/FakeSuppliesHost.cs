using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakeSuppliesHost : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeSuppliesHost(Func<HttpRequestMessage, string> answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        _handler.When("*").Respond(async request =>
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{(body.Length > 0 ? " " : "")}{body}");
            return new HttpResponseMessage(status)
            {
                Content = new StringContent(answer(request), Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        });
        _client = _handler.ToHttpClient();
        _client.BaseAddress = new Uri("https://marketplace-api.wildberries.ru");
        Api = (IFbsSuppliesApi)ApiRegistration.Of<IFbsSuppliesApi>(FbsSuppliesJsonContext.Default).CreateStub(_client);
    }

    public FakeSuppliesHost(string json, HttpStatusCode status = HttpStatusCode.OK)
        : this(_ => json, status)
    {
    }

    public IFbsSuppliesApi Api { get; }

    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
