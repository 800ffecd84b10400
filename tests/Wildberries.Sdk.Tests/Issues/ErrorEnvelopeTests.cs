using System.Net;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>WB answered 200 with <c>{"data":null,"error":true}</c> on the second page of prices: the list ended quietly after 1,000 products.</summary>
public sealed class ErrorEnvelopeTests
{
    private const string Failure = """{"data":null,"error":true,"errorText":"Внутренняя ошибка"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Flags => ["true", "1", "\"1\"", "\"true\"", "\"True\""];

    [Theory]
    [MemberData(nameof(Flags))]
    public async Task The_rows_before_it_come_and_then_its_text(string flag)
    {
        string page = $$"""{"data":{"listGoods":[{{string.Join(',', Enumerable.Range(1, 1_000).Select(id => $$"""{"nmID":{{id}}}"""))}}]},"error":false,"errorText":""}""";
        using var host = new FakeHost<IDiscountsPricesApi>(
            DiscountsPricesJsonContext.Default,
            request => request.RequestUri!.Query.Contains("offset=0", StringComparison.Ordinal) ? page : Failure.Replace("true", flag, StringComparison.Ordinal));
        int count = 0;
        WildberriesResponseException failure = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (ProductPrices _ in host.Api.StreamProductsAsync(Cancel))
                count++;
        });
        Assert.Equal(1_000, count);
        Assert.Equal("Внутренняя ошибка", failure.Detail);
        Assert.Equal(Delivery.Answered, failure.Delivery);
    }

    public static TheoryData<string> Operations => [.. Calls.Keys];

    private static Dictionary<string, Func<IDiscountsPricesApi, Task>> Calls { get; } = new()
    {
        ["GetGoods"] = api => api.GetGoodsAsync(10, 0, cancellationToken: Cancel),
        ["GetGoodsSizes"] = api => api.GetGoodsSizesAsync(10, 1, 0, Cancel),
        ["GetQuarantine"] = api => api.GetQuarantineAsync(10, 0, Cancel),
        ["GetGoodsByNmIds"] = api => api.GetGoodsByNmIdsAsync(new GoodsRequest { NmIds = [1] }, Cancel),
        ["GetProcessedUpload"] = api => api.GetProcessedUploadAsync(1, Cancel),
        ["GetUnprocessedUpload"] = api => api.GetUnprocessedUploadAsync(1, Cancel),
        ["GetUnprocessedUploadGoods"] = api => api.GetUnprocessedUploadGoodsAsync(10, 1, 0, Cancel),
        ["UploadPrices"] = api => api.UploadPricesAsync(new PriceUploadRequest { Data = [new PriceChange { NmId = 1, Price = 100 }] }, Cancel),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_operation_with_such_an_answer_throws_its_text(string name)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, Failure);
        WildberriesResponseException failure = await Assert.ThrowsAsync<WildberriesResponseException>(() => Calls[name](wb.Client.DiscountsPrices));
        Assert.Equal("Внутренняя ошибка", failure.Detail);
        Assert.Equal(HttpStatusCode.OK, failure.StatusCode);
        Assert.Equal(Delivery.Answered, failure.Delivery);
        Assert.Equal("DiscountsPrices." + name, failure.Operation);
    }

    [Fact]
    public async Task A_flag_that_cannot_be_read_is_no_end_either()
    {
        using var host = new FakeHost<IDiscountsPricesApi>(DiscountsPricesJsonContext.Default, """{"data":null,"error":{"code":5}}""");
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetGoodsAsync(10, 0, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Data_that_is_no_page_is_no_end_either()
    {
        using var host = new FakeHost<IDiscountsPricesApi>(DiscountsPricesJsonContext.Default, """{"data":"try later","error":false}""");
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetGoodsAsync(10, 0, cancellationToken: Cancel));
    }
}
