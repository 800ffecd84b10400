using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakePricesHost : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakePricesHost(Func<HttpRequestMessage, string> answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        _handler.When("*").Respond(async request =>
        {
            string body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync();
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{body}");
            return new HttpResponseMessage(status)
            {
                Content = new StringContent(answer(request), Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        });
        _client = _handler.ToHttpClient();
        _client.BaseAddress = new Uri("https://discounts-prices-api.wildberries.ru");
        Api = (IDiscountsPricesApi)ApiRegistration.Of<IDiscountsPricesApi>(DiscountsPricesJsonContext.Default).CreateStub(_client);
    }

    public FakePricesHost(string json, HttpStatusCode status = HttpStatusCode.OK)
        : this(_ => json, status)
    {
    }

    public IDiscountsPricesApi Api { get; }

    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
