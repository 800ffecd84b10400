using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

public sealed class PriceForecastTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The article costs 1,000 with 10 percent off: 900, of which 300 is a third.
    [Theory]
    [InlineData("400", 25, PriceEffect.Quarantined, "300")]
    [InlineData("401", 25, PriceEffect.Changed, "300.75")]
    [InlineData("333", null, PriceEffect.Quarantined, "299.7")]
    [InlineData("334", null, PriceEffect.Changed, "300.6")]
    [InlineData(null, 70, PriceEffect.Quarantined, "300")]
    [InlineData(null, 69, PriceEffect.Changed, "310")]
    [InlineData("1000", 10, PriceEffect.Unchanged, "900")]
    [InlineData("1000", null, PriceEffect.Unchanged, "900")]
    [InlineData(null, 10, PriceEffect.Unchanged, "900")]
    [InlineData("5000", 0, PriceEffect.Changed, "5000")]
    public async Task A_price_that_falls_to_a_third_would_go_to_quarantine(string? price, int? discount, PriceEffect effect, string after)
    {
        var api = new FakePricesApi { Goods = _ => [Article(1, 10, 1000)] };
        IReadOnlyList<PriceForecast> forecast =
            await api.ForecastAsync([new PriceChange { NmId = 1, Price = Number(price), Discount = discount }], cancellationToken: Cancel);
        Assert.Equal(
            new PriceForecast
            {
                NmId = 1,
                Effect = effect,
                OldPrice = 1000,
                OldDiscount = 10,
                OldDiscountedPrice = 900,
                NewDiscountedPrice = Number(after),
                Currency = "RUB",
                Undo = new PriceChange { NmId = 1, Price = 1000, Discount = 10 },
            },
            Assert.Single(forecast));
    }

    [Theory]
    [InlineData(2, 500, PriceEffect.Quarantined)]
    [InlineData(2, 501, PriceEffect.Changed)]
    [InlineData(10, 101, PriceEffect.Changed)]
    [InlineData(10, 100, PriceEffect.Quarantined)]
    public async Task The_threshold_can_be_another(int ratio, int price, PriceEffect effect)
    {
        var api = new FakePricesApi { Goods = _ => [Article(1, 0, 1000)] };
        Assert.Equal(effect, (await api.ForecastAsync([new PriceChange { NmId = 1, Price = price }], ratio, Cancel)).Single().Effect);
    }

    [Fact]
    public async Task Articles_that_are_not_there_have_no_price_or_prices_by_size_are_told_too()
    {
        var api = new FakePricesApi
        {
            Goods = _ =>
            [
                Article(2, 0),
                Article(3, 0, 1000, 2000) with { EditableSizePrice = true },
                Article(4, 0, 1000, 3000),
                Article(5, 0, 100, 100),
                null!,
                Article(99, 0, 1),
            ],
        };
        IReadOnlyList<PriceForecast> forecast = await api.ForecastAsync(
            [
                new PriceChange { NmId = 1, Price = 1 },
                new PriceChange { NmId = 2, Price = 1 },
                new PriceChange { NmId = 3, Price = 1 },
                new PriceChange { NmId = 4, Price = 1000 },
                new PriceChange { NmId = 5, Price = 100 },
            ],
            cancellationToken: Cancel);
        Assert.Equal(
            [PriceEffect.UnknownProduct, PriceEffect.Changed, PriceEffect.Changed, PriceEffect.Quarantined, PriceEffect.Unchanged],
            forecast.Select(row => row.Effect));
        Assert.Equal([null, null, 2000, 3000, 100], forecast.Select(row => row.OldDiscountedPrice));
        Assert.Equal([null, null, 2000, 3000, 100], forecast.Select(row => row.OldPrice));
        Assert.Equal([null, 0, 0, 0, 0], forecast.Select(row => row.OldDiscount));

        // One change cannot bring back the prices of single sizes, nor none at all.
        Assert.Equal([null, null, null, null, new PriceChange { NmId = 5, Price = 100, Discount = 0 }], forecast.Select(row => row.Undo));
        Assert.Equal([(0, 1L), (1, 2L), (2, 3L), (3, 4L), (4, 5L)], forecast.Select(row => (row.Index, row.NmId)));
    }

    [Fact]
    public async Task Any_number_of_goods_is_asked_for_by_the_thousand_and_nothing_is_changed()
    {
        var api = new FakePricesApi { Goods = nmIds => [.. nmIds.Select(nmId => Article(nmId, 0, 10))] };
        IReadOnlyList<PriceForecast> forecast =
            await api.ForecastAsync(Enumerable.Range(1, 2001).Select(i => new PriceChange { NmId = i, Price = 11 }), cancellationToken: Cancel);
        Assert.Equal(2001, forecast.Count(row => row.Effect == PriceEffect.Changed));
        Assert.Equal(["goods 1000", "goods 1000", "goods 1"], api.Calls);
    }

    [Fact]
    public async Task Bad_input_is_refused_before_the_network()
    {
        var api = new FakePricesApi();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("quarantineRatio", () => api.ForecastAsync([], 1, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("changes", () => api.ForecastAsync([new PriceChange { NmId = 1 }], cancellationToken: Cancel));
        Assert.Empty(await api.ForecastAsync([], cancellationToken: Cancel));
        Assert.Empty(api.Calls);
    }

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ProductPrices Article(long nmId, int discount, params decimal[] prices) => new()
    {
        NmId = nmId,
        Discount = discount,
        Currency = "RUB",
        Sizes = [.. prices.Select((price, i) => new ProductSize { SizeId = (nmId * 10) + i, Price = price })],
    };
}
