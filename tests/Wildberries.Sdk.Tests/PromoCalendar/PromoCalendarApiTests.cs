using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.PromoCalendar;

public sealed class PromoCalendarApiTests
{
    private const string Uploaded = """{"data":{"alreadyExists":false,"uploadID":"11"}}""";

    private static readonly DateTimeOffset Start = new(2023, 9, 1, 3, 0, 0, TimeSpan.FromHours(3));
    private static readonly DateTimeOffset End = new(2024, 8, 1, 23, 59, 59, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promotions_of_a_period_are_asked_for_in_UTC_and_read()
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, """
            {"data":{"promotions":[
              {"id":123,"name":"скидки","startDateTime":"2023-06-05T21:00:00Z","endDateTime":"2023-06-06T21:00:00","type":"auto","added":{}},
              {"id":"4294967297","type":"secret"}]}}
            """);
        PromoCalendarResponse<PromotionList> answer = await host.Api.GetPromotionsAsync(Start, End, true, 10, 20, Cancel);
        await host.Api.GetPromotionsAsync(Start, End, false, cancellationToken: Cancel);
        const string Period = "GET /api/v1/calendar/promotions?startDateTime=2023-09-01T00%3A00%3A00Z&endDateTime=2024-08-01T23%3A59%3A59Z";
        Assert.Equal([Period + "&allPromo=true&limit=10&offset=20", Period + "&allPromo=false"], host.Requests);
        Assert.Equal(
            [
                new Promotion
                {
                    Id = 123,
                    Name = "скидки",
                    StartsAt = new DateTimeOffset(2023, 6, 5, 21, 0, 0, TimeSpan.Zero),
                    EndsAt = new DateTimeOffset(2023, 6, 6, 21, 0, 0, TimeSpan.FromHours(3)),
                    Type = PromotionType.Auto,
                },
                new Promotion { Id = 4294967297, Type = PromotionType.From("secret") },
            ],
            answer.Data!.Promotions);
    }

    [Fact]
    public async Task Details_are_asked_for_with_one_parameter_an_id_and_read()
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, """
            {"data":{"promotions":[
              {"id":1,"name":"ХИТЫ ГОДА","description":"О товарах","advantages":["Плашка","Баннер"],"startDateTime":"2023-06-05T21:00:00Z",
               "endDateTime":"","inPromoActionLeftovers":45,"inPromoActionTotal":123,"notInPromoActionLeftovers":3,"notInPromoActionTotal":10,
               "participationPercentage":"10","type":"auto","exceptionProductsCount":7,
               "ranging":[{"condition":"productsInPromotion","participationRate":10,"boost":7},{"condition":"new","boost":null}]},
              {"id":3,"type":"regular","advantages":null,"ranging":null}]}}
            """);
        IReadOnlyList<PromotionDetails> rows = (await host.Api.GetPromotionDetailsAsync([1, 3, 64], Cancel)).Data!.Promotions;
        Assert.Equal(["GET /api/v1/calendar/promotions/details?promotionIDs=1&promotionIDs=3&promotionIDs=64"], host.Requests);
        PromotionDetails first = rows[0];
        Assert.Equal((1, "ХИТЫ ГОДА", "О товарах", PromotionType.Auto), (first.Id, first.Name, first.Description, first.Type));
        Assert.Equal(["Плашка", "Баннер"], first.Advantages);
        Assert.Equal(new DateTimeOffset(2023, 6, 5, 21, 0, 0, TimeSpan.Zero), first.StartsAt);
        Assert.Null(first.EndsAt);
        Assert.Equal((45, 123, 3, 10), (first.InActionWithStock, first.InActionTotal, first.NotInActionWithStock, first.NotInActionTotal));
        Assert.Equal((10, 7), (first.ParticipationPercentage, first.ExceptionProductsCount));
        Assert.Equal(
            [
                new PromotionRanking { Condition = RankingCondition.ProductsInPromotion, ParticipationRate = 10, Boost = 7 },
                new PromotionRanking { Condition = RankingCondition.From("new") },
            ],
            first.Ranking);
        Assert.Empty(rows[1].Advantages);
        Assert.Empty(rows[1].Ranking);
        Assert.Null(rows[1].ExceptionProductsCount);
    }

    [Fact]
    public async Task Products_have_their_prices_or_none()
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, """
            {"data":{"nomenclatures":[
              {"id":162579635,"inAction":"true","price":1500.5,"currencyCode":"RUB","planPrice":"1000","discount":15,"planDiscount":34},
              {"id":2,"price":null}]}}
            """);
        PromoCalendarResponse<PromotionProductList> answer = await host.Api.GetProductsAsync(1, true, 10, 0, Cancel);
        Assert.Equal(["GET /api/v1/calendar/promotions/nomenclatures?promotionID=1&inAction=true&limit=10&offset=0"], host.Requests);
        Assert.Equal(
            [
                new PromotionProduct
                {
                    NmId = 162579635,
                    InAction = true,
                    Price = 1500.5m,
                    CurrencyCode = "RUB",
                    PlanPrice = 1000,
                    Discount = 15,
                    PlanDiscount = 34,
                },
                new PromotionProduct { NmId = 2 },
            ],
            answer.Data!.Products);
    }

    [Fact]
    public async Task An_upload_goes_out_as_WB_writes_it_and_its_id_is_read()
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, Uploaded);
        PromoCalendarResponse<PromotionUploadResult> answer = await host.Api.AddProductsAsync(1, [75632091, 4294967297], false, Cancel);
        Assert.Equal(
            ["""POST /api/v1/calendar/promotions/upload {"data":{"promotionID":1,"uploadNow":false,"nomenclatures":[75632091,4294967297]}}"""],
            host.Requests);
        Assert.Equal(new PromotionUploadResult { UploadId = 11 }, answer.Data);
    }

    [Fact]
    public async Task An_upload_takes_1000_products_each_once_and_no_more()
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, Uploaded);
        long[] most = [.. Enumerable.Range(1, 1000).Select(i => (long)i)];
        foreach (long[] bad in new long[][] { [], [.. most, 1001], [5, 5], [0], [-1] })
        {
            ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => { _ = host.Api.AddProductsAsync(1, bad, true, Cancel); });
            Assert.Equal("nmIds", exception.ParamName);
        }

        Assert.Equal(
            "promotionId", Assert.Throws<ArgumentOutOfRangeException>(() => { _ = host.Api.AddProductsAsync(0, most, true, Cancel); }).ParamName);
        Assert.Empty(host.Requests);
        await host.Api.AddProductsAsync(1, most, true, Cancel);
        Assert.Single(host.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(999, 1)]
    [InlineData(1000, 2)]
    [InlineData(2500, 3)]
    public async Task Promotions_and_products_are_read_to_the_end(int count, int requests)
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, request => Page(request, count));
        List<long> promotions = [], products = [];
        await foreach (Promotion promotion in host.Api.StreamPromotionsAsync(Start.AddMilliseconds(1), End.AddTicks(7), cancellationToken: Cancel))
            promotions.Add(promotion.Id);
        await foreach (PromotionProduct product in host.Api.StreamProductsAsync(7, false, Cancel))
            products.Add(product.NmId);
        Assert.Equal(Enumerable.Range(1, count).Select(i => (long)i), promotions);
        Assert.Equal(promotions, products);
        Assert.Equal(2 * requests, host.Requests.Count);

        // WB's form of a time has no parts of a second.
        Assert.Equal(
            "GET /api/v1/calendar/promotions?startDateTime=2023-09-01T00%3A00%3A00Z&endDateTime=2024-08-01T23%3A59%3A59Z&allPromo=false&limit=1000&offset=0",
            host.Requests[0]);
        Assert.Equal("GET /api/v1/calendar/promotions/nomenclatures?promotionID=7&inAction=false&limit=1000&offset=0", host.Requests[requests]);
    }

    [Fact]
    public async Task A_full_page_that_comes_again_is_an_error_and_no_end()
    {
        string page = $$$"""{"data":{"promotions":[{{{string.Join(',', Enumerable.Range(1, 1000).Select(id => $"{{\"id\":{id}}}"))}}}]}}""";
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, page);
        int count = 0;
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (Promotion promotion in host.Api.StreamPromotionsAsync(Start, End, cancellationToken: Cancel))
                count++;
        });
        Assert.Equal((1000, 2, "PromoCalendar.GetPromotions"), (count, host.Requests.Count, error.Operation));
    }

    [Fact]
    public async Task Answers_without_data_are_empty_lists()
    {
        foreach (string json in new[] { "{}", """{"data":null}""", """{"data":{"promotions":null,"nomenclatures":null}}""", """{"data":{"promotions":[null],"nomenclatures":[null]}}""" })
        {
            using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, json);
            await foreach (Promotion promotion in host.Api.StreamPromotionsAsync(Start, End, cancellationToken: Cancel))
                Assert.Fail(promotion.ToString());
            await foreach (PromotionProduct product in host.Api.StreamProductsAsync(7, false, Cancel))
                Assert.Fail(product.ToString());
            await foreach (PromotionDetails promotion in host.Api.StreamPromotionDetailsAsync([1], Cancel))
                Assert.Fail(promotion.ToString());
            Assert.Equal(3, host.Requests.Count);
        }
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_and_an_id_that_is_none_are_refused_before_the_network()
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, "{}");
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => { _ = host.Api.StreamPromotionsAsync(End, Start, cancellationToken: Cancel); }).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>("promotionId", () => { _ = host.Api.StreamProductsAsync(0, true, Cancel); });
        Assert.Throws<ArgumentOutOfRangeException>("promotionIds", () => { _ = host.Api.StreamPromotionDetailsAsync([1, 0], Cancel); });
        Assert.Empty(host.Requests);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task Details_are_asked_for_a_hundred_at_a_time_each_once(int count, int requests)
    {
        using var host = new FakeHost<IPromoCalendarApi>(PromoCalendarJsonContext.Default, request =>
        {
            string[] ids = [.. request.RequestUri!.Query.TrimStart('?').Split('&').Select(p => p.Split('=')[1])];
            Assert.InRange(ids.Length, 1, 100);
            return $$$"""{"data":{"promotions":[{{{string.Join(',', ids.Select(id => $"{{\"id\":{id}}}"))}}}]}}""";
        });
        long[] wanted = [.. Enumerable.Range(1, count).Select(i => (long)i)];
        List<long> found = [];
        await foreach (PromotionDetails promotion in host.Api.StreamPromotionDetailsAsync(wanted.Concat(wanted), Cancel))
            found.Add(promotion.Id);
        Assert.Equal(wanted, found);
        Assert.Equal(requests, host.Requests.Count);
    }

    private static string Page(HttpRequestMessage request, int count)
    {
        Dictionary<string, int> query = request.RequestUri!.Query.TrimStart('?').Split('&').Select(p => p.Split('='))
            .Where(p => p[0] is "limit" or "offset")
            .ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture));
        string rows = string.Join(',', Enumerable.Range(1, count).Skip(query["offset"]).Take(query["limit"]).Select(i => $"{{\"id\":{i}}}"));
        return $$$"""{"data":{"promotions":[{{{rows}}}],"nomenclatures":[{{{rows}}}]}}""";
    }
}
