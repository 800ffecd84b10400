using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Refit;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Benchmarks.Calls;

/// <summary>The same call made by hand, by Refit alone, by Refit with a resilience handler, and by the SDK, each over a transport in memory.</summary>
internal static class CallStage
{
    public static HttpClient ByHand(byte[] answer, bool waits) => Authorize(new HttpClient(new InMemoryTransport(answer, waits)));

    public static IBareApi BareRefit(byte[] answer, bool waits) => RefitOver(new InMemoryTransport(answer, waits));

    /// <summary>One retry, chained by hand: the least that a user of Refit and the resilience package can have.</summary>
    public static IBareApi RefitWithRetryByHand(byte[] answer, bool waits) => RefitOver(
        new ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(Retry).Build()) { InnerHandler = new InMemoryTransport(answer, waits) });

    /// <summary>One retry, registered as the package's pages say.</summary>
    public static IBareApi RefitWithRetry(byte[] answer, bool waits) => RefitFromFactory(answer, waits, http => http.AddResilienceHandler("retry", pipeline => pipeline.AddRetry(Retry)));

    /// <summary>The handler that the package's pages advise.</summary>
    public static IBareApi RefitWithStandardResilience(byte[] answer, bool waits) => RefitFromFactory(answer, waits, http => http.AddStandardResilienceHandler());

    /// <summary>The whole pipeline. The limiter is in; its limits are so high that nothing waits.</summary>
    public static IWildberriesClient Sdk(byte[] answer, bool waits) => new ServiceCollection()
        .AddWildberries(options =>
        {
            options.Token = BenchmarkToken.Text;
            options.UsePrimaryHandler(() => new InMemoryTransport(answer, waits));
            options.OverrideOperation<IBuyerChatApi>(nameof(IBuyerChatApi.GetChatsAsync), operation => operation with { RateLimits = [Unlimited] });
            options.OverrideOperation<IFinanceApi>(
                nameof(IFinanceApi.GetSalesReportRowsAsync), operation => operation with { RateLimits = [Unlimited] });
            foreach (string method in typeof(IDiscountsPricesApi).GetMethods().Select(method => method.Name).Where(name => name != nameof(IDiscountsPricesApi.PingAsync)))
                options.OverrideOperation<IDiscountsPricesApi>(method, operation => operation with { RateLimits = [Unlimited] });
        })
        .Services.BuildServiceProvider().GetRequiredService<IWildberriesClient>();

    /// <summary>A trace listener and a metrics listener, which ask for everything and drop it, until disposed of.</summary>
    public static IDisposable Listen() => new Listeners();

    public static async Task<T> GetAsync<T>(HttpClient client, string path, JsonTypeInfo<T> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return (await JsonSerializer.DeserializeAsync(body, type))!;
    }

    public static async IAsyncEnumerable<T> StreamAsync<T>(
        HttpClient client, string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (T? row in JsonSerializer.DeserializeAsyncEnumerable(body, type, cancellationToken))
            yield return row!;
    }

    private static RateLimit Unlimited { get; } = new(1_000_000_000, TimeSpan.FromSeconds(1), 1_000_000);

    private static HttpRetryStrategyOptions Retry => new() { BackoffType = DelayBackoffType.Exponential, UseJitter = true };

    private static RefitSettings Settings { get; } = RefitSettings.ForJsonContext(BareJsonContext.Default);

    private static IBareApi RefitOver(HttpMessageHandler handler) => RestService.ForGenerated<IBareApi>(Authorize(new HttpClient(handler)), Settings);

    private static IBareApi RefitFromFactory(byte[] answer, bool waits, Action<IHttpClientBuilder> addResilience)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder http = services.AddHttpClient(nameof(IBareApi)).ConfigurePrimaryHttpMessageHandler(() => new InMemoryTransport(answer, waits));
        addResilience(http);
        HttpClient client = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(nameof(IBareApi));
        return RestService.ForGenerated<IBareApi>(Authorize(client), Settings);
    }

    private static HttpClient Authorize(HttpClient client)
    {
        client.BaseAddress = new Uri("https://example.wildberries.ru");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BenchmarkToken.Text);
        return client;
    }

    private sealed class Listeners : IDisposable
    {
        private readonly ActivityListener _traces = new()
        {
            ShouldListenTo = static source => source.Name == "Wildberries.Sdk",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };

        private readonly MeterListener _metrics = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Wildberries.Sdk")
                    listener.EnableMeasurementEvents(instrument);
            },
        };

        public Listeners()
        {
            ActivitySource.AddActivityListener(_traces);
            _metrics.Start();
        }

        public void Dispose()
        {
            _traces.Dispose();
            _metrics.Dispose();
        }
    }
}
