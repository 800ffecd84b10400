using System.Net;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

public sealed class PricesAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_that_exists_already_is_208_and_has_its_id()
    {
        using var host = new FakePricesHost(
            """{"data":{"id":1111111,"alreadyExists":true},"error":false,"errorText":"This task already exists"}""", HttpStatusCode.AlreadyReported);
        UploadResponse answer = await host.Api.UploadPricesAsync(new PriceUploadRequest(), Cancel);
        Assert.Equal(new UploadTask { Id = 1_111_111, AlreadyExists = true }, answer.Data);
        Assert.Equal((false, "This task already exists"), (answer.Error, answer.ErrorText));
    }

    [Fact]
    public async Task A_208_comes_through_the_whole_pipeline_and_is_sent_once()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.AlreadyReported, """{"data":{"id":5,"alreadyExists":true},"error":false,"errorText":""}""");
        UploadResponse answer = await wb.Elapse(wb.Client.DiscountsPrices.UploadPricesAsync(new PriceUploadRequest(), Cancel));
        Assert.Equal(5, answer.Data?.Id);
        Assert.True(answer.Data?.AlreadyExists);
    }

    [Fact]
    public async Task A_refused_upload_throws_with_what_WB_says()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadRequest, """{"data":null,"error":true,"errorText":"Duplicate item Nos."}""");
        var exception = await Assert.ThrowsAsync<WildberriesBadRequestException>(
            () => wb.Elapse(wb.Client.DiscountsPrices.UploadPricesAsync(new PriceUploadRequest(), Cancel)));
        Assert.Contains("Duplicate item Nos.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(208, """{"status":208,"title":"Already Reported","detail":"This task already exists","requestId":"4b38","origin":"discounts-prices"}""", true)]
    [InlineData(208, """{"id":5,"alreadyExists":true,"results":[]}""", true)]
    [InlineData(200, """{"id":5,"alreadyExists":false,"results":[{"nmId":1,"success":true}]}""", false)]
    [InlineData(200, "{}", false)]
    public async Task A_wholesale_upload_that_exists_already_shows_however_WB_says_it(int status, string json, bool isDuplicate)
    {
        using var host = new FakePricesHost(json, (HttpStatusCode)status);
        WholesaleUploadResponse answer = await host.Api.UploadWholesaleDiscountsAsync(new WholesaleUploadRequest(), Cancel);
        Assert.Equal(isDuplicate, answer.IsDuplicate);
    }

    [Fact]
    public async Task Wholesale_discounts_are_answered_one_by_one()
    {
        using var host = new FakePricesHost(
            """{"id":128460434,"alreadyExists":false,"results":[{"nmId":1,"success":false,"error":{"status":400,"title":"Bad Request","detail":"Invalid item No."}},{"nmId":2,"success":true}]}""");
        WholesaleUploadResponse answer = await host.Api.UploadWholesaleDiscountsAsync(new WholesaleUploadRequest(), Cancel);
        Assert.Equal(128_460_434, answer.Id);
        Assert.Equal(
            [
                new WholesaleResult { NmId = 1, Error = new WholesaleError { Status = 400, Title = "Bad Request", Detail = "Invalid item No." } },
                new WholesaleResult { NmId = 2, Success = true },
            ],
            answer.Results);
    }

    [Theory]
    [InlineData("1", nameof(UploadStatus.Processing))]
    [InlineData("3", nameof(UploadStatus.Done))]
    [InlineData("\"4\"", nameof(UploadStatus.Cancelled))]
    [InlineData("5", nameof(UploadStatus.PartlyFailed))]
    [InlineData("6", nameof(UploadStatus.Failed))]
    public async Task Every_state_of_an_upload_is_known(string wire, string name)
    {
        using var host = new FakePricesHost($$"""{"data":{"uploadID":5,"status":{{wire}},"uploadDate":"2022-08-21T22:00:13+02:00","overAllGoodsNumber":"100"} }""");
        UploadState state = (await host.Api.GetProcessedUploadAsync(5, Cancel)).Data!;
        Assert.Equal(typeof(UploadStatus).GetProperty(name)!.GetValue(null), state.Status);
        Assert.Equal((100, null), (state.ProductCount, state.SuccessCount));
        Assert.Equal(new DateTimeOffset(2022, 8, 21, 20, 0, 13, TimeSpan.Zero), state.UploadedAt);
    }

    [Fact]
    public async Task A_state_and_a_currency_that_nobody_knows_yet_fail_nothing()
    {
        using var host = new FakePricesHost(
            """{"data":{"uploadID":5,"historyGoods":[{"nmID":"1","status":9,"price":1500.0,"new":[1]},{"nmID":2,"sizeID":null,"price":null,"clubDiscount":null,"errorText":null}]}}""");
        IReadOnlyList<UploadedProduct> goods = (await host.Api.GetProcessedUploadGoodsAsync(10, 5, cancellationToken: Cancel)).Data!.Products;
        Assert.Equal((1, UploadedProductStatus.From(9), 1500m), (goods[0].NmId, goods[0].Status, goods[0].Price!.Value));
        Assert.Equal(new UploadedProduct { NmId = 2 }, goods[1]);
    }

    [Fact]
    public async Task Goods_have_their_prices_with_or_without_what_WB_stopped_sending()
    {
        using var host = new FakePricesHost(
            """{"data":{"listGoods":[{"nmID":98486,"sizes":[{"sizeID":3123515574,"price":500,"discountedPrice":350,"clubDiscountedPrice":332.5,"techSizeName":"42"}]},{"nmID":2}]},"error":false,"errorText":""}""");
        IReadOnlyList<ProductPrices> goods = (await host.Api.GetGoodsAsync(10, cancellationToken: Cancel)).Data!.Products;
        Assert.Equal(
            new ProductSize { SizeId = 3_123_515_574, Price = 500, DiscountedPrice = 350, ClubDiscountedPrice = 332.5m, TechSizeName = "42" },
            Assert.Single(goods[0].Sizes));
        Assert.Empty(goods[1].Sizes);
    }
}
