using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Feedbacks;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakeFeedbacksHost : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeFeedbacksHost(string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        _handler.When("*").Respond(async request =>
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{(body.Length > 0 ? " " : "")}{body}");
            return new HttpResponseMessage(status)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        });
        _client = _handler.ToHttpClient();
        _client.BaseAddress = new Uri("https://feedbacks-api.wildberries.ru");
        Api = (IFeedbacksApi)ApiRegistration.Of<IFeedbacksApi>(FeedbacksJsonContext.Default).CreateStub(_client);
    }

    public IFeedbacksApi Api { get; }

    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
