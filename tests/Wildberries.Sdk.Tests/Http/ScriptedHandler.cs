namespace Wildberries.Sdk.Tests.Http;

/// <summary>What stands below the step under test: answers as told, and keeps what it was asked.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = new(script);

    public int Sends { get; private set; }

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(HttpResponseMessage answer) =>
        (_, _) => Task.FromResult(answer);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(int status, string body = "") =>
        Answer(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(body) });

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Fail(Exception failure) =>
        (_, _) => Task.FromException<HttpResponseMessage>(failure);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sends++;
        await Task.Yield();
        return await _script.Dequeue()(request, cancellationToken);
    }
}
