using System.Net;
using System.Text;
using System.Text.Json.Serialization;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>The Refit client over a handler that answers what a test says and keeps what was asked, bodies included.</summary>
internal sealed class FakeHost<TApi> : IDisposable
    where TApi : class
{
    private static readonly HttpRequestOptionsKey<Exception> Failure = new("failure");

    private readonly MockHttpMessageHandler _handler = new();
    private readonly HttpClient _client;

    public FakeHost(JsonSerializerContext jsonContext, Func<HttpRequestMessage, string> answer)
    {
        _handler.When("*").Respond(async request =>
        {
            string body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync();
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{body}");
            try
            {
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(answer(request), Encoding.UTF8, "application/json"),
                    RequestMessage = request,
                };
            }
            catch (Exception exception)
            {
                // MockHttp never ends a request whose answer throws: the exception goes round it.
                request.Options.Set(Failure, exception);
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
            }
        });
        _client = new HttpClient(new ThrowingHandler(_handler));
        _client.BaseAddress = WildberriesOperations.Of<TApi>()[0].Host;
        Api = (TApi)ApiRegistration.Of<TApi>(jsonContext).CreateStub(_client);
    }

    public FakeHost(JsonSerializerContext jsonContext, string json)
        : this(jsonContext, _ => json)
    {
    }

    public TApi Api { get; }

    public List<string> Requests { get; } = [];

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private sealed class ThrowingHandler(HttpMessageHandler mock) : DelegatingHandler(mock)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            return request.Options.TryGetValue(Failure, out Exception? failure) ? throw failure : answer;
        }
    }
}
