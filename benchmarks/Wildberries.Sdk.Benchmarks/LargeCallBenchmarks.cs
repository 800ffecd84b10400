using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Wildberries.Sdk.Benchmarks.Calls;
using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>One call with an answer of 300 KB: a page of goods with their prices.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 8, iterationCount: 24)]
public class LargeCallBenchmarks
{
    private const string Path = "/api/v2/list/goods/filter?limit=1000";

    private static readonly byte[] Answer = JsonSerializer.SerializeToUtf8Bytes(
        new GoodsListResponse
        {
            Data = new GoodsList
            {
                Products =
                [
                    .. Enumerable.Range(0, 1_040).Select(i => new ProductPrices
                    {
                        NmId = 100_000_000 + i,
                        VendorCode = $"vendor-{i}",
                        Sizes = [new ProductSize { SizeId = 3_123_515_574 + i, Price = 500 + i, DiscountedPrice = 350.5m + i, ClubDiscountedPrice = 332.5m + i, TechSizeName = "42" }],
                        Currency = "RUB",
                        Discount = 30,
                        ClubDiscount = 5,
                        EditableSizePrice = true,
                    }),
                ],
            },
        },
        BareJsonContext.Default.GoodsListResponse);

    private HttpClient _byHand = null!;
    private IBareApi _refit = null!;
    private IDiscountsPricesApi _sdk = null!;

    [Params(false, true)]
    public bool Waits { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _byHand = CallStage.ByHand(Answer, Waits);
        _refit = CallStage.BareRefit(Answer, Waits);
        _sdk = CallStage.Sdk(Answer, Waits).DiscountsPrices;
    }

    [Benchmark]
    public Task<GoodsListResponse> ByHand() => CallStage.GetAsync(_byHand, Path, BareJsonContext.Default.GoodsListResponse);

    [Benchmark(Baseline = true)]
    public Task<GoodsListResponse> Refit() => _refit.GetGoodsAsync(1000);

    [Benchmark]
    public Task<GoodsListResponse> Sdk() => _sdk.GetGoodsAsync(1000);
}
