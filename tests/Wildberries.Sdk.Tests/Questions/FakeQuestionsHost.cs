using System.Net;
using System.Text;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Questions;

namespace Wildberries.Sdk.Tests.Questions;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked.</summary>
internal sealed class FakeQuestionsHost : IDisposable
{
    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeQuestionsHost(string json, HttpStatusCode status = HttpStatusCode.OK)
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
        Api = (IQuestionsApi)ApiRegistration.Of<IQuestionsApi>(QuestionsJsonContext.Default).CreateStub(_client);
    }

    public IQuestionsApi Api { get; }

    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
