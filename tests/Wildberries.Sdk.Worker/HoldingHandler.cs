namespace Wildberries.Sdk.Worker;

/// <summary>Stands still at the moment when a request has its permit and is not sent yet.</summary>
internal sealed class HoldingHandler : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Console.WriteLine("holding");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Nothing is ever sent.");
    }
}
