using System.Net;
using System.Text;

namespace Wildberries.Sdk.Tests.DependencyInjection;

/// <summary>Answers everything with an empty object; counts requests and its own disposals, and keeps the tokens.</summary>
internal sealed class CountingHandler : HttpMessageHandler
{
    private int _disposals;

    public int Disposals => _disposals;

    public List<string?> Tokens { get; } = [];

    public List<Uri> Uris { get; } = [];

    public int Requests => Tokens.Count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tokens.Add(request.Headers.TryGetValues("Authorization", out IEnumerable<string>? token) ? token.Single() : null);
        Uris.Add(request.RequestUri!);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
            RequestMessage = request,
        });
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Interlocked.Increment(ref _disposals);
        base.Dispose(disposing);
    }
}
