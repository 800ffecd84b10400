using System.Text;
using BenchmarkDotNet.Attributes;
using Wildberries.Sdk.Benchmarks.Calls;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>One call with an answer of 300 bytes: what the pipeline costs when the answer costs nothing.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 8, iterationCount: 24)]
public class SmallCallBenchmarks
{
    private const int Calls = 1_000;

    internal static readonly byte[] Answer = Encoding.UTF8.GetBytes(
        """{"result":[{"chatID":"1:0198d2c4-3b1e-7a7c-9d51-0f6f3c2a8b11","replySign":"1:0198d2c4-3b1e-7a7c-9d51-0f6f3c2a8b11:641b623c5c0efd1b","clientName":"A buyer","goodCard":{"nmID":12345678,"price":149900,"priceCurrency":"RUB","rid":"a1b2c3","size":"44"},"lastMessage":{"text":"Hello","addTimestamp":1763632800000}}]}""");

    private HttpClient _byHand = null!;
    private IBareApi _refit = null!;
    private IBareApi _refitWithRetry = null!;
    private IBareApi _refitWithRetryByHand = null!;
    private IBareApi _refitWithStandardResilience = null!;
    private IBuyerChatApi _sdk = null!;
    private IDisposable? _listeners;

    [Params(false, true)]
    public bool Waits { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _byHand = CallStage.ByHand(Answer, Waits);
        _refit = CallStage.BareRefit(Answer, Waits);
        _refitWithRetry = CallStage.RefitWithRetry(Answer, Waits);
        _refitWithRetryByHand = CallStage.RefitWithRetryByHand(Answer, Waits);
        _refitWithStandardResilience = CallStage.RefitWithStandardResilience(Answer, Waits);
        _sdk = CallStage.Sdk(Answer, Waits).BuyerChat;
    }

    [GlobalSetup(Target = nameof(SdkWithTelemetry))]
    public void SetUpAndListen()
    {
        SetUp();
        _listeners = CallStage.Listen();
    }

    [GlobalCleanup]
    public void StopListening() => _listeners?.Dispose();

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ByHand() => RepeatAsync(() => CallStage.GetAsync(_byHand, "/api/v1/seller/chats", BareJsonContext.Default.ChatsResponse));

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Refit() => RepeatAsync(() => _refit.GetChatsAsync());

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task RefitWithRetry() => RepeatAsync(() => _refitWithRetry.GetChatsAsync());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task RefitWithRetryByHand() => RepeatAsync(() => _refitWithRetryByHand.GetChatsAsync());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task RefitWithStandardResilience() => RepeatAsync(() => _refitWithStandardResilience.GetChatsAsync());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Sdk() => RepeatAsync(() => _sdk.GetChatsAsync());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task SdkWithTelemetry() => RepeatAsync(() => _sdk.GetChatsAsync());

    // Away from the thread that measures: it would have to be woken for each call.
    private static Task RepeatAsync(Func<Task<ChatsResponse>> call) => Task.Run(async () =>
    {
        for (int i = 0; i < Calls; i++)
            await call();
    });
}
