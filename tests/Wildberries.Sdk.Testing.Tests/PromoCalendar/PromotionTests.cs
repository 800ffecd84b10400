using System.Text;
using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.PromoCalendar;

public sealed class PromotionTests
{
    private const string Prices = "discounts-prices-api/api/v2/";
    private const string Period = "?startDateTime=2026-09-01T00:00:00Z&endDateTime=2026-09-30T00:00:00Z";

    [Fact]
    public async Task Promotions_that_touch_the_period_come_by_start_and_page()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        Add(harness, 1, -40, -20);
        Add(harness, 2, 10, 20);
        Add(harness, 3, -10, 1, automatic: true);
        Add(harness, 4, 5, 60, available: false);
        Add(harness, 5, -10, -0.1);
        Add(harness, 6, 40, 50);

        Assert.Equal([3, 2], await IdsAsync("&allPromo=false"));
        Assert.Equal([3, 5, 4, 2], await IdsAsync("&allPromo=true"));
        Assert.Equal([5, 4], await IdsAsync("&allPromo=true&limit=2&offset=1"));
        Assert.Equal([], await IdsAsync("&allPromo=true&offset=4"));
        JsonElement first = (await harness.GetJsonAsync(Rows.Promotions + Period + "&allPromo=false")).GetProperty("data").GetProperty("promotions")[0];
        Assert.Equal(
            """{"id":3,"name":"Акция 3","startDateTime":"2026-08-22T09:00:00Z","endDateTime":"2026-09-02T09:00:00Z","type":"auto"}""",
            first.GetRawText());

        async Task<IEnumerable<long>> IdsAsync(string query) =>
            (await harness.GetJsonAsync(Rows.Promotions + Period + query)).GetProperty("data").GetProperty("promotions").EnumerateArray()
                .Select(p => p.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task An_upload_adds_the_products_that_were_offered_and_is_made_once()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        Add(harness, 7, 10, 20);
        Assert.Equal("""{"data":{"alreadyExists":false,"uploadID":546001}}""", await UploadAsync(harness, 200, 7, "true", "[101,999]"));
        Assert.Equal("""{"data":{"alreadyExists":true,"uploadID":546001}}""", await UploadAsync(harness, 200, 7, "true", "[999,101]"));
        Assert.Equal("""{"data":{"alreadyExists":false,"uploadID":546002}}""", await UploadAsync(harness, 200, 7, "false", "[102]"));

        EmulatedPromotionUpload upload = harness.Emulator.Promotions.Uploads[0];
        Assert.Equal((2, 7L, true), (harness.Emulator.Promotions.Uploads.Count, upload.PromotionId, upload.UploadNow));
        Assert.Equal([101, 999], upload.NmIds);
        Assert.Equal([101], upload.Added);

        // At once for the one, from the start of the promotion on for the other.
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([(101, 30), (102, 10)], await DiscountsAsync(harness, "true"));
        Assert.Equal([(103, 10)], await DiscountsAsync(harness, "false"));
        harness.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal([(101, 30), (102, 30)], await DiscountsAsync(harness, "true"));

        JsonElement details = (await harness.GetJsonAsync(Rows.Promotions + "/details?promotionIDs=7&promotionIDs=8")).GetProperty("data").GetProperty("promotions");
        JsonElement row = Assert.Single(details.EnumerateArray());
        Assert.Equal(
            (2, 2, 0, 1, 100),
            (Number("inPromoActionLeftovers"), Number("inPromoActionTotal"), Number("notInPromoActionLeftovers"), Number("notInPromoActionTotal"), Number("participationPercentage")));
        Assert.False(row.TryGetProperty("exceptionProductsCount", out _));
        int Number(string name) => row.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task The_prices_host_tells_what_became_of_an_upload_which_waits_for_the_start_unless_it_is_for_now()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        Add(harness, 7, 10, 20);
        harness.Emulator.Prices.Add(new EmulatedProduct { NmId = 102, Price = 1000, Discount = 10 });
        await UploadAsync(harness, 200, 7, "true", "[101,999]");
        await UploadAsync(harness, 200, 7, "false", "[102]");
        Assert.Equal((1, null), (await StatusAsync(harness, "buffer", 546001), await StatusAsync(harness, "history", 546001)));

        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((null, 5), (await StatusAsync(harness, "buffer", 546001), await StatusAsync(harness, "history", 546001)));
        JsonElement goods = (await harness.GetJsonAsync(Prices + "history/goods/task?limit=10&uploadID=546001")).GetProperty("data").GetProperty("historyGoods");
        Assert.Equal(
            [(101, 2, 30, null), (999, 3, 0, "The item does not take part in the promotion")],
            goods.EnumerateArray().Select(g => (
                g.GetProperty("nmID").GetInt32(),
                g.GetProperty("status").GetInt32(),
                g.GetProperty("discount").GetInt32(),
                g.GetProperty("errorText").GetString())));

        harness.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal((1, null), (await StatusAsync(harness, "buffer", 546002), await StatusAsync(harness, "history", 546002)));
        Assert.Equal(10, harness.Emulator.Prices.Find(102)!.Discount);
        harness.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((null, 3), (await StatusAsync(harness, "buffer", 546002), await StatusAsync(harness, "history", 546002)));
        Assert.Equal(30, harness.Emulator.Prices.Find(102)!.Discount);
    }

    [Fact]
    public async Task A_product_whose_processing_fails_does_not_take_part()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        Add(harness, 7, 10, 20);
        harness.Emulator.Prices.Fail(101, "Not now");
        await UploadAsync(harness, 200, 7, "true", "[101,102]");
        harness.Emulator.Prices.CancelNextUploads();
        await UploadAsync(harness, 200, 7, "true", "[103]");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([(102, 30)], await DiscountsAsync(harness, "true"));
        Assert.Equal([(101, 10), (103, 10)], await DiscountsAsync(harness, "false"));
        Assert.Equal((5, 4), (await StatusAsync(harness, "history", 546001), await StatusAsync(harness, "history", 546002)));
    }

    [Fact]
    public async Task A_promotion_that_is_over_automatic_or_not_there_is_422()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        Add(harness, 1, -20, -10);
        Add(harness, 2, 10, 20, automatic: true);
        foreach (long id in new[] { 1, 2, 3 })
        {
            using HttpResponseMessage response = await harness.GetAsync(Rows.Promotions + $"/nomenclatures?promotionID={id}&inAction=true");
            Assert.Equal(422, (int)response.StatusCode);
            Assert.Equal("""{"errorText":"Unprocessable entity"}""", (await Harness.ReadAsync(response)).GetRawText());
            Assert.Equal("""{"errorText":"Unprocessable entity"}""", await UploadAsync(harness, 422, id, "true", "[101]"));
        }

        Assert.Empty(harness.Emulator.Promotions.Uploads);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Period)]
    [InlineData(Period + "&allPromo=1")]
    [InlineData(Period + "&allPromo=true&limit=0")]
    [InlineData(Period + "&allPromo=true&limit=1001")]
    [InlineData(Period + "&allPromo=true&offset=-1")]
    [InlineData("?startDateTime=2026-09-01&endDateTime=2026-09-30&allPromo=true")]
    [InlineData("?startDateTime=2026-09-30T00:00:00Z&endDateTime=2026-09-01T00:00:00Z&allPromo=true")]
    [InlineData("/details")]
    [InlineData("/details?promotionIDs=a")]
    [InlineData("/details?promotionIDs=1&promotionIDs=1")]
    [InlineData("/nomenclatures?inAction=true")]
    [InlineData("/nomenclatures?promotionID=1")]
    public async Task Parameters_that_make_no_sense_are_400(string path)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await harness.GetAsync(Rows.Promotions + path);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.NotEmpty((await Harness.ReadAsync(response)).GetProperty("errorText").GetString()!);
    }

    [Theory]
    [InlineData("1", "null", "[1]")]
    [InlineData("0", "true", "[1]")]
    [InlineData("1", "true", "[]")]
    [InlineData("1", "true", "[1,1]")]
    [InlineData("1", "true", "[\"1\"]")]
    public async Task An_upload_that_makes_no_sense_is_400(string id, string now, string nmIds)
    {
        await using Harness harness = await Harness.StartAsync();
        Add(harness, 1, 10, 20);
        Assert.Equal("""{"errorText":"Invalid query params"}""", await UploadAsync(harness, 400, long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), now, nmIds));
    }

    [Fact]
    public async Task The_four_operations_share_a_limit()
    {
        await using Harness harness = await Harness.StartAsync();
        Add(harness, 7, 10, 20);
        string[] paths =
        [
            Period + "&allPromo=true", "/details?promotionIDs=7", "/nomenclatures?promotionID=7&inAction=true", Period + "&allPromo=false",
            "/details?promotionIDs=7",
        ];
        foreach (string path in paths)
            await harness.GetJsonAsync(Rows.Promotions + path);
        await UploadAsync(harness, 429, 7, "true", "[101]");
    }

    [Fact]
    public async Task A_seeded_emulator_has_promotions()
    {
        await using Harness seeded = await Harness.StartAsync(o => o.Seed = true);
        Assert.Equal(3, seeded.Emulator.Promotions.All.Count);
        Assert.Contains(seeded.Emulator.Promotions.ProductsOf(1101), p => p.InAction);
        Assert.Empty(seeded.Emulator.Promotions.ProductsOf(1));
        await using Harness empty = await Harness.StartAsync();
        Assert.Empty(empty.Emulator.Promotions.All);
    }

    private static void Add(Harness harness, long id, double from, double to, bool automatic = false, bool available = true)
    {
        DateTimeOffset now = harness.Clock.GetUtcNow();
        EmulatedPromotionProduct Product(long nmId) =>
            new() { NmId = nmId, Price = 1000, PlanPrice = 700, Discount = 10, PlanDiscount = 30, HasStock = nmId != 103 };
        harness.Emulator.Promotions.Add(new EmulatedPromotion
        {
            Id = id,
            Name = $"Акция {id}",
            StartsAt = now.AddDays(from),
            EndsAt = now.AddDays(to),
            IsAutomatic = automatic,
            IsAvailable = available,
            Products = [Product(101), Product(102), Product(103)],
        });
    }

    private static async Task<IEnumerable<(int, int)>> DiscountsAsync(Harness harness, string inAction) =>
        (await harness.GetJsonAsync(Rows.Promotions + "/nomenclatures?promotionID=7&inAction=" + inAction)).GetProperty("data").GetProperty("nomenclatures")
            .EnumerateArray().Select(p => (p.GetProperty("id").GetInt32(), p.GetProperty("discount").GetInt32()));

    private static async Task<int?> StatusAsync(Harness harness, string list, long id)
    {
        JsonElement data = (await harness.GetJsonAsync($"{Prices}{list}/tasks?uploadID={id}")).GetProperty("data");
        return data.ValueKind == JsonValueKind.Null ? null : data.GetProperty("status").GetInt32();
    }

    private static async Task<string> UploadAsync(Harness harness, int status, long promotionId, string now, string nmIds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Rows.Promotions + "/upload");
        string body = "{\"data\":{\"promotionID\":" + promotionId + ",\"uploadNow\":" + now + ",\"nomenclatures\":" + nmIds + "}}";
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await harness.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        return (await Harness.ReadAsync(response)).GetRawText();
    }
}
