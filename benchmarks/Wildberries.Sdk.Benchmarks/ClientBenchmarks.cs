using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using Wildberries.Sdk.Benchmarks.Calls;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>A client for each of a thousand sellers, each ready to call one host; what the sellers share is there already.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 8, iterationCount: 24)]
public class ClientBenchmarks
{
    private const int Sellers = 1_000;
    private static readonly Uri Address = new("https://buyer-chat-api.wildberries.ru");

    private readonly string[] _tokens = [.. Enumerable.Range(0, Sellers).Select(i => BenchmarkToken.For(new Guid(i, 0, 0, new byte[8]).ToString()))];
    private readonly object[] _made = new object[Sellers];
    private readonly InMemoryTransport _transport = new([], waits: false);
    private readonly RefitSettings _settings = RefitSettings.ForJsonContext(BareJsonContext.Default);
    private readonly IWildberriesClientFactory _factory =
        new ServiceCollection().AddWildberries().Services.BuildServiceProvider().GetRequiredService<IWildberriesClientFactory>();

    [Benchmark(Baseline = true, OperationsPerInvoke = Sellers)]
    public object[] BareRefit()
    {
        for (int i = 0; i < Sellers; i++)
        {
            var client = new HttpClient(_transport, disposeHandler: false) { BaseAddress = Address };
            client.DefaultRequestHeaders.Authorization = new("Bearer", _tokens[i]);
            _made[i] = RestService.ForGenerated<IBareApi>(client, _settings);
        }

        return _made;
    }

    [Benchmark(OperationsPerInvoke = Sellers)]
    public object[] Sdk()
    {
        for (int i = 0; i < Sellers; i++)
            _made[i] = _factory.Create(_tokens[i]).BuyerChat;
        return _made;
    }
}
