using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

public sealed class PricesRequestTests
{
    private static readonly Dictionary<string, Func<IDiscountsPricesApi, Task>> Calls = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["""POST /api/v2/upload/task {"data":[{"nmID":5,"price":999,"discount":30},{"nmID":6,"price":1},{"nmID":7,"discount":0}]}"""] = api =>
            api.UploadPricesAsync(new PriceUploadRequest
            {
                Data = [new PriceChange { NmId = 5, Price = 999.00m, Discount = 30 }, new PriceChange { NmId = 6, Price = 1 }, new PriceChange { NmId = 7, Discount = 0 }],
            }),
        ["""POST /api/v2/upload/task/size {"data":[{"nmID":5,"sizeID":98989887,"price":1200}]}"""] = api =>
            api.UploadSizePricesAsync(new SizePriceUploadRequest { Data = [new SizePriceChange { NmId = 5, SizeId = 98_989_887, Price = 1.2e3m }] }),
        ["""POST /api/v2/upload/task/club-discount {"data":[{"nmID":5,"clubDiscount":7}]}"""] = api =>
            api.UploadClubDiscountsAsync(new ClubDiscountUploadRequest { Data = [new ClubDiscountChange { NmId = 5, ClubDiscount = 7 }] }),
        ["""POST /api/discounts-prices/v1/upload/task/b2b/wholesale {"data":[{"nmId":5,"wholesaleDiscountThreshold":[{"minQuantity":10,"wholesaleDiscount":0,"level":1}]}]}"""] = api =>
            api.UploadWholesaleDiscountsAsync(new WholesaleUploadRequest
            {
                Data = [new WholesaleChange { NmId = 5, Levels = [new WholesaleDiscount { MinQuantity = 10, Level = 1 }] }],
            }),
        ["GET /api/v2/history/tasks?uploadID=7369000000"] = api => api.GetProcessedUploadAsync(7_369_000_000),
        ["GET /api/v2/history/goods/task?limit=1000&uploadID=5"] = api => api.GetProcessedUploadGoodsAsync(1000, 5),
        ["GET /api/v2/buffer/tasks?uploadID=5"] = api => api.GetUnprocessedUploadAsync(5),
        ["GET /api/v2/buffer/goods/task?limit=10&uploadID=5&offset=20"] = api => api.GetUnprocessedUploadGoodsAsync(10, 5, 20),
        ["GET /api/v2/list/goods/filter?limit=1000&offset=0"] = api => api.GetGoodsAsync(limit: 1000, offset: 0),
        ["GET /api/v2/list/goods/filter?limit=1&filterNmID=44589768676"] = api => api.GetGoodsAsync(1, filterNmId: 44_589_768_676),
        ["""POST /api/v2/list/goods/filter {"nmList":[26613989,1348041]}"""] = api => api.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = [26_613_989, 1_348_041] }),
        ["GET /api/v2/list/goods/size/nm?limit=10&nmID=5"] = api => api.GetGoodsSizesAsync(10, 5),
        ["GET /api/v2/quarantine/goods?limit=10&offset=30"] = api => api.GetQuarantineAsync(10, 30),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakePricesHost("{}");
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Theory]
    [InlineData("99.5")]
    [InlineData("-1")]
    public void A_price_that_is_not_whole_or_negative_is_refused_when_it_is_set(string text)
    {
        decimal price = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("Price", Assert.Throws<ArgumentOutOfRangeException>(() => new PriceChange { Price = price }).ParamName);
        Assert.Equal("Price", Assert.Throws<ArgumentOutOfRangeException>(() => new SizePriceChange { Price = price }).ParamName);
    }

    private static readonly Dictionary<string, Func<IDiscountsPricesApi, IAsyncEnumerable<object>>> Streams = new()
    {
        ["/api/v2/list/goods/filter?limit=1000&offset="] = api => api.StreamProductsAsync(TestContext.Current.CancellationToken),
        ["/api/v2/list/goods/size/nm?limit=1000&nmID=5&offset="] = api => api.StreamSizesAsync(5, TestContext.Current.CancellationToken),
        ["/api/v2/quarantine/goods?limit=1000&offset="] = api => api.StreamQuarantineAsync(TestContext.Current.CancellationToken),
        ["/api/v2/history/goods/task?limit=1000&uploadID=5&offset="] = api => api.StreamUploadedProductsAsync(5, TestContext.Current.CancellationToken),
        ["/api/v2/buffer/goods/task?limit=1000&uploadID=5&offset="] = api => api.StreamUnprocessedProductsAsync(5, TestContext.Current.CancellationToken),
    };

    public static TheoryData<string> StreamPaths => [.. Streams.Keys];

    [Theory]
    [MemberData(nameof(StreamPaths))]
    public async Task Every_list_is_read_to_its_empty_page(string path)
    {
        string[] pages = ["""[{"nmID":1},null,{"nmID":2}]""", """[{"nmID":3}]""", "null"];
        int next = 0;
        using var host = new FakePricesHost(_ =>
        {
            string page = pages[next++];
            return $$$"""{"data":{"listGoods":{{{page}}},"quarantineGoods":{{{page}}},"historyGoods":{{{page}}},"bufferGoods":{{{page}}}}}""";
        });
        int count = 0;
        await foreach (object row in Streams[path](host.Api))
            count++;
        Assert.Equal(3, count);
        Assert.Equal([$"GET {path}0", $"GET {path}1000", $"GET {path}2000"], host.Requests);
    }

    [Theory]
    [MemberData(nameof(StreamPaths))]
    public async Task An_answer_without_data_ends_a_list(string path)
    {
        foreach (string json in new[] { "{}", """{"data":null}""", """{"data":{}}""" })
        {
            using var host = new FakePricesHost(json);
            await foreach (object row in Streams[path](host.Api))
                Assert.Fail(row.ToString());
            Assert.Single(host.Requests);
        }
    }

    // WB's details of a processed upload have no place for an error.
    public static TheoryData<string> EnvelopePaths => [.. Streams.Keys.Where(path => !path.Contains("history/goods", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(EnvelopePaths))]
    public async Task An_error_in_the_second_page_is_a_failure_and_no_end(string path)
    {
        int next = 0, count = 0;
        using var host = new FakePricesHost(_ => next++ == 0
            ? """{"data":{"listGoods":[{"nmID":1}],"quarantineGoods":[{"nmID":1}],"bufferGoods":[{"nmID":1}]}}"""
            : """{"data":null,"error":true,"errorText":"The service is \nunavailable"}""");
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (object row in Streams[path](host.Api))
                count++;
        });
        Assert.Equal((1, 2, "The service is unavailable"), (count, host.Requests.Count, error.Detail));
        Assert.Contains("The service is unavailable", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("DiscountsPrices.Get", error.Operation, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StreamPaths))]
    public async Task A_list_that_circles_ends_with_an_error_and_gives_no_row_twice(string path)
    {
        string[] pages = ["""[{"nmID":1},{"nmID":2}]""", """[{"nmID":3}]"""];
        int next = 0, count = 0;
        using var host = new FakePricesHost(_ =>
        {
            string page = pages[next++ % pages.Length];
            return $$$"""{"data":{"listGoods":{{{page}}},"quarantineGoods":{{{page}}},"historyGoods":{{{page}}},"bufferGoods":{{{page}}}}}""";
        });
        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (object row in Streams[path](host.Api))
                count++;
        });
        Assert.Equal((3, 4), (count, host.Requests.Count));
    }

    [Fact]
    public async Task The_raw_call_gives_the_answer_as_it_came()
    {
        using var host = new FakePricesHost("""{"data":null,"error":true,"errorText":"no"}""");
        GoodsListResponse answer = await host.Api.GetGoodsAsync(10, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((true, "no"), (answer.Error, answer.ErrorText));
    }

    [Fact]
    public async Task A_forecast_from_an_answer_with_an_error_is_none()
    {
        using var host = new FakePricesHost("""{"data":null,"error":true,"errorText":"no"}""");
        await Assert.ThrowsAsync<WildberriesResponseException>(
            () => host.Api.ForecastAsync([new PriceChange { NmId = 1, Price = 1 }], cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Ids_that_are_none_are_refused_before_the_network()
    {
        using var host = new FakePricesHost("{}");
        Assert.Throws<ArgumentOutOfRangeException>("nmId", () => { _ = host.Api.StreamSizesAsync(0, TestContext.Current.CancellationToken); });
        Assert.Throws<ArgumentOutOfRangeException>("uploadId", () => { _ = host.Api.StreamUploadedProductsAsync(0, TestContext.Current.CancellationToken); });
        Assert.Throws<ArgumentOutOfRangeException>("uploadId", () => { _ = host.Api.StreamUnprocessedProductsAsync(-1, TestContext.Current.CancellationToken); });
        Assert.Empty(host.Requests);
    }
}
