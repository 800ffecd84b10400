using BenchmarkDotNet.Attributes;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>Quoting prices with promo codes: one product, and a catalogue that must take less than a second.</summary>
[MemoryDiagnoser]
public class QuoteBenchmarks
{
    private const int Products = 100_000;

    private readonly DiscountStacking _stacking = new();
    private readonly PriceInput[] _catalogue = [.. Enumerable.Range(0, Products).Select(CreateInput)];

    [Benchmark]
    public decimal OneProduct() => _stacking.Quote(_catalogue[42]).FinalPrice;

    [Benchmark]
    public decimal CatalogueOf100000()
    {
        decimal sum = 0m;
        foreach (PriceInput input in _catalogue)
            sum += _stacking.Quote(input).FinalPrice;
        return sum;
    }

    // All that a quote can have: three discounts to weigh and two codes, blocked for some products.
    private static PriceInput CreateInput(int i) => new()
    {
        Price = 100m + (i % 9_973),
        SellerDiscount = i % 60,
        SellerPromotionDiscount = i % 7,
        LoyaltyDiscount = i % 11,
        WbClubDiscount = i % 5,
        PromoCodes = [CreateCode("FIVE5", 5m), CreateCode("TEN10", 10m)],
    };

    private static PromoCode CreateCode(string code, decimal percent) => new()
    {
        SellerId = "seller",
        Code = code,
        Percent = percent,
        Start = new DateOnly(2026, 2, 15),
        Days = 14,
    };
}
