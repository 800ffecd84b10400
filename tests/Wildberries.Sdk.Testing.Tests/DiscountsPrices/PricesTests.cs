using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Tests.DiscountsPrices;

public sealed class PricesTests
{
    private const string Host = "discounts-prices-api/api/v2/";
    private const string Wholesale = "discounts-prices-api/api/discounts-prices/v1/upload/task/b2b/wholesale";
    private const string InQuarantine = "The new price is several times lower than the current price. Item has been moved to Price Quarantine";

    [Fact]
    public async Task An_upload_is_in_processing_first_and_changes_the_prices_then()
    {
        await using Harness harness = await OpenAsync();
        long id = await UploadAsync(harness, """{"nmID":1,"price":900},{"nmID":2,"discount":15}""");

        Assert.Equal(
            $$"""{"data":{"uploadID":{{id}},"status":1,"uploadDate":"2026-09-01T12:00:00+03:00","activationDate":"2026-09-01T12:00:10+03:00","overAllGoodsNumber":2,"successGoodsNumber":0},"error":false,"errorText":""}""",
            (await harness.GetJsonAsync($"{Host}buffer/tasks?uploadID={id}")).GetRawText());
        Assert.Equal(
            [(1, 1, null), (2, 1, null)],
            Details((await harness.GetJsonAsync($"{Host}buffer/goods/task?limit=10&uploadID={id}")).GetProperty("data").GetProperty("bufferGoods")));
        Assert.Equal(JsonValueKind.Null, (await harness.GetJsonAsync($"{Host}history/tasks?uploadID={id}")).GetProperty("data").ValueKind);
        Assert.Equal(1000, harness.Emulator.Prices.Find(1)!.Price);

        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((3, 2), await StateAsync(harness, id));
        Assert.Equal([(1, 2, null), (2, 2, null)], await DetailsAsync(harness, id));
        Assert.Equal(JsonValueKind.Null, (await harness.GetJsonAsync($"{Host}buffer/tasks?uploadID={id}")).GetProperty("data").ValueKind);
        Assert.Equal((900, 0), (harness.Emulator.Prices.Find(1)!.Price, harness.Emulator.Prices.Find(1)!.Discount));
        Assert.Equal((2000, 15), (harness.Emulator.Prices.Find(2)!.Price, harness.Emulator.Prices.Find(2)!.Discount));
    }

    [Fact]
    public async Task Some_goods_of_an_upload_fail_or_all_do()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Prices.Fail(2, "Not now");
        long some = await UploadAsync(harness, """{"nmID":1,"price":900},{"nmID":2,"price":1900},{"nmID":77,"price":1}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((5, 1), await StateAsync(harness, some));
        Assert.Equal([(1, 2, null), (2, 3, "Not now"), (77, 3, "Invalid item No.")], await DetailsAsync(harness, some));
        Assert.Equal((900, 2000), (harness.Emulator.Prices.Find(1)!.Price, harness.Emulator.Prices.Find(2)!.Price));

        long all = await UploadAsync(harness, """{"nmID":2,"price":1900}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((6, 0), await StateAsync(harness, all));

        harness.Emulator.Prices.Fail(2, null);
        long none = await UploadAsync(harness, """{"nmID":2,"price":1901}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((3, 1), await StateAsync(harness, none));
    }

    [Fact]
    public async Task A_cancelled_upload_changes_nothing_and_is_the_only_one()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Prices.CancelNextUploads();
        long cancelled = await UploadAsync(harness, """{"nmID":1,"price":900},{"nmID":2,"price":1900}""");
        long other = await UploadAsync(harness, """{"nmID":2,"price":1950}""");
        Assert.Equal(1, (await harness.GetJsonAsync($"{Host}buffer/tasks?uploadID={cancelled}")).GetProperty("data").GetProperty("status").GetInt32());
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((4, 0), await StateAsync(harness, cancelled));
        Assert.Equal([(1, 3, null), (2, 3, null)], await DetailsAsync(harness, cancelled));
        Assert.Equal((3, 1), await StateAsync(harness, other));
        Assert.Equal((1000, 1950), (harness.Emulator.Prices.Find(1)!.Price, harness.Emulator.Prices.Find(2)!.Price));
        Assert.Throws<ArgumentOutOfRangeException>(() => harness.Emulator.Prices.CancelNextUploads(0));
    }

    [Fact]
    public async Task Details_can_leave_an_article_out_that_is_processed_all_the_same()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Prices.LeaveOutOfDetails(1);
        long id = await UploadAsync(harness, """{"nmID":1,"price":900},{"nmID":2,"price":1900}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((3, 2), await StateAsync(harness, id));
        Assert.Equal([(2, 2, null)], await DetailsAsync(harness, id));
        Assert.Equal(900, harness.Emulator.Prices.Find(1)!.Price);
    }

    [Theory]
    [InlineData("""{"nmID":1,"price":333}""", true)]
    [InlineData("""{"nmID":1,"price":334}""", false)]
    [InlineData("""{"nmID":1,"discount":67}""", true)]
    [InlineData("""{"nmID":1,"discount":66}""", false)]
    [InlineData("""{"nmID":3,"price":10}""", false)]
    public async Task A_discounted_price_of_a_third_or_less_goes_to_quarantine(string change, bool held)
    {
        await using Harness harness = await OpenAsync();
        long id = await UploadAsync(harness, change);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(held ? (6, 0) : (3, 1), await StateAsync(harness, id));
        Assert.Equal(held ? [1] : [], harness.Emulator.Prices.Quarantined);
        Assert.Equal(held ? InQuarantine : null, (await DetailsAsync(harness, id)).Single().ErrorText);
    }

    [Fact]
    public async Task Quarantine_tells_what_it_holds_back_and_another_price_ends_it()
    {
        await using Harness harness = await OpenAsync();
        await UploadAsync(harness, """{"nmID":1,"price":300,"discount":10}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(
            """[{"nmID":1,"sizeID":null,"techSizeName":"","currencyIsoCode4217":"RUB","newPrice":300,"oldPrice":1000,"newDiscount":10,"oldDiscount":0,"priceDiff":-730}]""",
            (await QuarantineAsync(harness)).GetRawText());
        Assert.Equal(1000, harness.Emulator.Prices.Find(1)!.Price);

        // The price that still holds is no change, but takes the article out.
        await UploadAsync(harness, """{"nmID":1,"price":1000}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("[]", (await QuarantineAsync(harness)).GetRawText());
    }

    [Fact]
    public async Task The_same_upload_again_is_208_with_its_id()
    {
        await using Harness harness = await OpenAsync();
        long id = await UploadAsync(harness, """{"nmID":1,"price":900}""");
        string again = $$"""{"data":{"id":{{id}},"alreadyExists":true},"error":false,"errorText":"This task already exists"}""";
        Assert.Equal(again, await PostAsync(harness, Host + "upload/task", """{"data":[{"nmID":1,"price":900}]}""", 208));
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(again, await PostAsync(harness, Host + "upload/task", """{"data":[{"nmID":1,"price":900}]}""", 208));

        // Back and forth is no repetition.
        Assert.NotEqual(id, await UploadAsync(harness, """{"nmID":1,"price":950}"""));
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotEqual(id, await UploadAsync(harness, """{"nmID":1,"price":900}"""));
    }

    [Theory]
    [InlineData("upload/task", """{"data":{}}""", "Invalid data format")]
    [InlineData("upload/task", "no JSON", "Invalid data format")]
    [InlineData("upload/task", """{"data":[]}""", "Empty data")]
    [InlineData("upload/task", """{"data":[{"nmID":0,"price":5}]}""", "Invalid item No.")]
    [InlineData("upload/task", """{"data":[{"nmID":1}]}""", "Price and discount not specified")]
    [InlineData("upload/task", """{"data":[{"nmID":1,"price":99.5}]}""", "Price should be a whole number")]
    [InlineData("upload/task", """{"data":[{"nmID":1,"price":-1}]}""", "Invalid price value")]
    [InlineData("upload/task", """{"data":[{"nmID":1,"discount":100}]}""", "Invalid discount value")]
    [InlineData("upload/task", """{"data":[{"nmID":1,"price":5},{"nmID":1,"price":6}]}""", "Duplicate item Nos.")]
    [InlineData("upload/task", """{"data":[{"nmID":1,"price":1000},{"nmID":77,"price":5}]}""", "All item Nos. are specified incorrectly, or the specified prices and discounts are already set")]
    [InlineData("upload/task/size", """{"data":[{"nmID":3,"sizeID":31,"price":5},{"nmID":3,"sizeID":31,"price":6}]}""", "Duplicate size IDs")]
    [InlineData("upload/task/size", """{"data":[{"nmID":3,"price":6}]}""", "Invalid size")]
    [InlineData("upload/task/club-discount", """{"data":[{"nmID":1}]}""", "Invalid discount value")]
    [InlineData("upload/task/club-discount", """{"data":[{"nmID":1,"clubDiscount":0}]}""", "All item Nos. are specified incorrectly, or the specified discounts are already set")]
    [InlineData("list/goods/filter", """{"nmList":[]}""", "Invalid request parameters")]
    public async Task A_body_that_makes_no_sense_is_400(string path, string body, string errorText)
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal($$"""{"data":null,"error":true,"errorText":"{{errorText}}"}""", await PostAsync(harness, Host + path, body, 400));
    }

    [Theory]
    [InlineData("list/goods/filter")]
    [InlineData("list/goods/filter?limit=1001")]
    [InlineData("list/goods/filter?limit=10&offset=-1")]
    [InlineData("list/goods/filter?limit=10&filterNmID=x")]
    [InlineData("list/goods/size/nm?limit=10")]
    [InlineData("quarantine/goods?limit=0")]
    [InlineData("history/tasks")]
    [InlineData("history/goods/task?uploadID=5")]
    public async Task Parameters_that_make_no_sense_are_400(string path)
    {
        await using Harness harness = await OpenAsync();
        using HttpResponseMessage response = await harness.GetAsync(Host + path);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("Invalid request parameters", (await Harness.ReadAsync(response)).GetProperty("errorText").GetString());
    }

    [Fact]
    public async Task Upload_of_more_than_1000_goods_is_400()
    {
        await using Harness harness = await OpenAsync();
        string rows = string.Join(',', Enumerable.Range(1, 1001).Select(i => $$"""{"nmID":{{i}},"price":5}"""));
        Assert.Contains("Upload limit exceeded", await PostAsync(harness, Host + "upload/task", $$"""{"data":[{{rows}}]}""", 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_come_in_pages_by_number_and_by_list()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Prices.Add(new EmulatedProduct { NmId = 9, VendorCode = "pled", Price = 500, Discount = 30, ClubDiscount = 5 });
        Assert.Equal(
            """{"data":{"listGoods":[{"nmID":9,"vendorCode":"pled","sizes":[{"price":500,"discountedPrice":350,"clubDiscountedPrice":332.5,"sizeID":90,"techSizeName":"0"}],"currencyIsoCode4217":"RUB","discount":30,"clubDiscount":5,"editableSizePrice":false,"wholesaleDiscountThreshold":[]}]},"error":false,"errorText":""}""",
            (await harness.GetJsonAsync(Host + "list/goods/filter?limit=10&filterNmID=9")).GetRawText());
        Assert.Equal([1, 2], await GoodsAsync("?limit=2"));
        Assert.Equal([3, 9], await GoodsAsync("?limit=2&offset=2"));
        Assert.Equal([], await GoodsAsync("?limit=2&offset=4"));
        using var list = JsonDocument.Parse(await PostAsync(harness, Host + "list/goods/filter", """{"nmList":[9,1,77]}""", 200));
        Assert.Equal([1, 9], Ids(list.RootElement));

        async Task<IEnumerable<long>> GoodsAsync(string query) => Ids(await harness.GetJsonAsync(Host + "list/goods/filter" + query));
        static long[] Ids(JsonElement answer) =>
            [.. answer.GetProperty("data").GetProperty("listGoods").EnumerateArray().Select(g => g.GetProperty("nmID").GetInt64())];
    }

    [Fact]
    public async Task Sizes_have_prices_of_their_own_only_where_the_category_allows()
    {
        await using Harness harness = await OpenAsync();
        using (var upload = JsonDocument.Parse(await PostAsync(
            harness, Host + "upload/task/size", """{"data":[{"nmID":3,"sizeID":31,"price":10},{"nmID":3,"sizeID":39,"price":5},{"nmID":1,"sizeID":10,"price":5}]}""", 200)))
        {
            long id = upload.RootElement.GetProperty("data").GetProperty("id").GetInt64();
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal([(3, 2, null), (3, 3, "Invalid size"), (1, 3, "Invalid size")], await DetailsAsync(harness, id));
        }

        JsonElement[] sizes = [.. (await SizesAsync(3)).EnumerateArray()];
        Assert.Equal([(31, 10), (32, 3000)], sizes.Select(s => (s.GetProperty("sizeID").GetInt64(), s.GetProperty("price").GetInt32())));
        Assert.Equal(JsonValueKind.Null, (await SizesAsync(1)).ValueKind);
        Assert.Empty(harness.Emulator.Prices.Quarantined);

        async Task<JsonElement> SizesAsync(long nmId) =>
            (await harness.GetJsonAsync($"{Host}list/goods/size/nm?limit=10&nmID={nmId}")).GetProperty("data").GetProperty("listGoods");
    }

    [Fact]
    public async Task Club_discounts_are_set()
    {
        await using Harness harness = await OpenAsync();
        await PostAsync(harness, Host + "upload/task/club-discount", """{"data":[{"nmID":1,"clubDiscount":7}]}""", 200);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(7, harness.Emulator.Prices.Find(1)!.ClubDiscount);
    }

    [Fact]
    public async Task Wholesale_discounts_are_judged_one_by_one_and_a_zero_deletes_upwards()
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal(
            """[{"nmId":1,"success":true},{"nmId":77,"success":false,"error":{"status":400,"title":"Bad Request","detail":"Invalid item No."}},{"nmId":2,"success":false,"error":{"status":400,"title":"Bad Request","detail":"Discount must increase with each level"}}]""",
            await ResultsAsync("""{"nmId":1,"wholesaleDiscountThreshold":[{"minQuantity":10,"wholesaleDiscount":5,"level":1},{"minQuantity":20,"wholesaleDiscount":9,"level":2}]},{"nmId":77,"wholesaleDiscountThreshold":[]},{"nmId":2,"wholesaleDiscountThreshold":[{"minQuantity":10,"wholesaleDiscount":5,"level":1},{"minQuantity":20,"wholesaleDiscount":5,"level":2}]}"""));
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""[{"minQuantity":10,"wholesaleDiscount":5,"level":1},{"minQuantity":20,"wholesaleDiscount":9,"level":2}]""", await LevelsAsync());

        const string zero = """{"nmId":1,"wholesaleDiscountThreshold":[{"minQuantity":20,"wholesaleDiscount":0,"level":2}]}""";
        await ResultsAsync(zero);
        using (var again = JsonDocument.Parse(await PostAsync(harness, Wholesale, $$"""{"data":[{{zero}}]}""", 208)))
            Assert.Equal((208, "This task already exists"), (again.RootElement.GetProperty("status").GetInt32(), again.RootElement.GetProperty("detail").GetString()));
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""[{"minQuantity":10,"wholesaleDiscount":5,"level":1}]""", await LevelsAsync());

        async Task<string> ResultsAsync(string rows)
        {
            using var answer = JsonDocument.Parse(await PostAsync(harness, Wholesale, $$"""{"data":[{{rows}}]}""", 200));
            return answer.RootElement.GetProperty("results").GetRawText();
        }

        async Task<string> LevelsAsync() => (await harness.GetJsonAsync(Host + "list/goods/filter?limit=1&filterNmID=1"))
            .GetProperty("data").GetProperty("listGoods")[0].GetProperty("wholesaleDiscountThreshold").GetRawText();
    }

    [Fact]
    public async Task Base_tokens_set_no_wholesale_discounts()
    {
        await using Harness harness = await OpenAsync();
        harness.Token = harness.Emulator.CreateToken(TokenType.Base);
        await PostAsync(harness, Wholesale, """{"data":[]}""", 403);
    }

    [Fact]
    public async Task Goods_that_cannot_be_sold_are_refused()
    {
        await using Harness harness = await OpenAsync();
        EmulatedPrices prices = harness.Emulator.Prices;
        Assert.Throws<ArgumentException>(() => prices.Add(new EmulatedProduct { NmId = 0, Price = 1 }));
        Assert.Throws<ArgumentException>(() => prices.Add(new EmulatedProduct { NmId = 1, Price = 0 }));
        Assert.Throws<ArgumentException>(() => prices.Add(new EmulatedProduct { NmId = 1, Price = 1, Discount = 100 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => prices.ProcessingTime = TimeSpan.FromSeconds(-1));
        Assert.Equal([1, 2, 3], prices.All.Select(g => g.NmId));
    }

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        EmulatedPrices prices = harness.Emulator.Prices;
        prices.ProcessingTime = TimeSpan.FromSeconds(10);
        prices.Add(new EmulatedProduct { NmId = 1, Price = 1000 });
        prices.Add(new EmulatedProduct { NmId = 2, Price = 2000, Discount = 10 });
        prices.Add(new EmulatedProduct
        {
            NmId = 3,
            Price = 3000,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 31, Name = "46" }, new EmulatedProductSize { SizeId = 32, Name = "48" }],
        });
        return harness;
    }

    private static async Task<string> PostAsync(Harness harness, string path, string json, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await harness.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(Harness.Cancellation);
    }

    private static async Task<long> UploadAsync(Harness harness, string rows)
    {
        using var answer = JsonDocument.Parse(await PostAsync(harness, Host + "upload/task", $$"""{"data":[{{rows}}]}""", 200));
        return answer.RootElement.GetProperty("data").GetProperty("id").GetInt64();
    }

    private static async Task<(int Status, int Good)> StateAsync(Harness harness, long id)
    {
        JsonElement data = (await harness.GetJsonAsync($"{Host}history/tasks?uploadID={id}")).GetProperty("data");
        return (data.GetProperty("status").GetInt32(), data.GetProperty("successGoodsNumber").GetInt32());
    }

    private static async Task<(long NmId, int Status, string? ErrorText)[]> DetailsAsync(Harness harness, long id) =>
        Details((await harness.GetJsonAsync($"{Host}history/goods/task?limit=1000&uploadID={id}")).GetProperty("data").GetProperty("historyGoods"));

    private static (long NmId, int Status, string? ErrorText)[] Details(JsonElement goods) =>
    [
        .. goods.EnumerateArray().Select(g =>
            (g.GetProperty("nmID").GetInt64(), g.GetProperty("status").GetInt32(), g.GetProperty("errorText").GetString())),
    ];

    private static async Task<JsonElement> QuarantineAsync(Harness harness) =>
        (await harness.GetJsonAsync(Host + "quarantine/goods?limit=10")).GetProperty("data").GetProperty("quarantineGoods");
}
