using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Feedbacks;

public sealed class FeedbacksTests
{
    private const string Host = "feedbacks-api/api/v1/";
    private const string List = "GET " + Host + "feedbacks?isAnswered=";

    [Fact]
    public async Task A_review_has_the_names_and_kinds_of_WB()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedback feedback = harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback
        {
            Id = "a1",
            NmId = 182340115,
            Stars = 4,
            Text = "Тёплый плед",
            Pros = "Мягкий",
            BuyerName = "Марина",
            Size = "46",
            SizeFit = "ok",
            BuyerTags = ["цвет"],
        });
        const string expected =
            """
            {"data":{"id":"a1","text":"Тёплый плед","pros":"Мягкий","cons":"","productValuation":4,"createdDate":"2026-09-01T12:00:00+03:00","answer":null,
            "state":"none","productDetails":{"imtId":182340115,"nmId":182340115,"productName":"Товар","supplierArticle":"art-1","supplierName":"ИП Лебедева А. С.",
            "brandName":"Тёплый дом","size":"46"},"video":null,"wasViewed":false,"photoLinks":null,"userName":"Марина","orderStatus":"buyout","matchingSize":"ok",
            "isAbleSupplierFeedbackValuation":false,"supplierFeedbackValuation":0,"isAbleSupplierProductValuation":false,"supplierProductValuation":0,
            "isAbleReturnProductOrders":false,"returnProductOrdersDate":null,"bables":["цвет"],"lastOrderShkId":9000000001,
            "lastOrderCreatedAt":"2026-08-25T12:00:00+03:00","color":"colorless","subjectId":219,"subjectName":"Пледы","parentFeedbackId":null,
            "childFeedbackId":null},"error":false,"errorText":"","additionalErrors":null}
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), await harness.AskAsync($"GET {Host}feedback?id=a1"));
        Assert.DoesNotContain("плед", feedback.ToString(), StringComparison.Ordinal);

        harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = "a2", NmId = 182340115, Text = "Через месяц", ParentId = "a1" });
        Assert.Contains("\"childFeedbackId\":\"a2\"", await harness.AskAsync($"GET {Host}feedback?id=a1"), StringComparison.Ordinal);
        Assert.Contains("\"parentFeedbackId\":\"a1\"", await harness.AskAsync($"GET {Host}feedback?id=a2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_is_not_there_is_422()
    {
        await using Harness harness = await StartAsync();
        Write(harness, "a", 1);
        Assert.Contains("Невозможно получить отзыв по id", await harness.AskAsync($"GET {Host}feedback?id=b", status: 422), StringComparison.Ordinal);
        await harness.AskAsync($"GET {Host}feedback", status: 422);
        Assert.True(harness.Emulator.Feedbacks.Remove("a"));
        Assert.False(harness.Emulator.Feedbacks.Remove("a"));
        await harness.AskAsync($"GET {Host}feedback?id=a", status: 422);
    }

    [Fact]
    public async Task Lists_are_filtered_ordered_and_paged()
    {
        await using Harness harness = await StartAsync();
        for (int i = 1; i <= 5; i++)
        {
            Write(harness, $"f{i}", nmId: i % 2);
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["f5", "f4", "f3", "f2", "f1"], await IdsAsync(harness, List + "false&take=5000&skip=0"));
        Assert.Equal(["f5", "f4", "f3", "f2", "f1"], await IdsAsync(harness, List + "false&take=10&skip=0&order=dateDesc"));
        Assert.Equal(["f3", "f4"], await IdsAsync(harness, List + "false&take=2&skip=2&order=dateAsc"));
        Assert.Empty(await IdsAsync(harness, List + "false&take=2&skip=199990"));
        Assert.Equal(["f4", "f2"], await IdsAsync(harness, List + "false&take=10&skip=0&nmId=0"));

        long first = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal(["f3", "f2"], await IdsAsync(harness, $"{List}false&take=10&skip=0&dateFrom={first + 10}&dateTo={first + 20}"));
        Assert.Equal(2, await DataAsync(harness, $"GET {Host}feedbacks/count?isAnswered=false&dateFrom={first + 10}&dateTo={first + 20}"));

        // A review that is answered leaves the list, and the rest moves up.
        harness.Emulator.Feedbacks.SellerAnswers("f5", "Спасибо!");
        Assert.Equal(["f3"], await IdsAsync(harness, List + "false&take=1&skip=1"));
        Assert.Equal(["f5"], await IdsAsync(harness, List + "true&take=5000&skip=0"));
        string counted = await harness.AskAsync(List + "true&take=1&skip=1");
        Assert.Contains("\"countUnanswered\":4,\"countArchive\":1,\"feedbacks\":[]", counted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feedbacks?take=1&skip=0")]
    [InlineData("feedbacks?isAnswered=yes&take=1&skip=0")]
    [InlineData("feedbacks?isAnswered=true&take=1")]
    [InlineData("feedbacks?isAnswered=true&skip=0")]
    [InlineData("feedbacks?isAnswered=true&take=0&skip=0")]
    [InlineData("feedbacks?isAnswered=true&take=5001&skip=0")]
    [InlineData("feedbacks?isAnswered=true&take=1&skip=-1")]
    [InlineData("feedbacks?isAnswered=true&take=1&skip=199991")]
    [InlineData("feedbacks?isAnswered=true&take=1&skip=0&order=date")]
    [InlineData("feedbacks?isAnswered=true&take=1&skip=0&dateFrom=2026-09-01")]
    [InlineData("feedbacks?isAnswered=true&take=1&skip=0&nmId=a")]
    [InlineData("feedbacks/archive?take=5001&skip=0")]
    [InlineData("feedbacks/archive?skip=0")]
    [InlineData("feedbacks/count", "Плохой формат isAnswered")]
    [InlineData("feedbacks/count?isAnswered=true&dateFrom=a", "Плохой формат dateFrom")]
    [InlineData("feedbacks/count?isAnswered=true&dateTo=a", "Плохой формат dateTo")]
    public async Task What_makes_no_sense_in_a_query_is_400(string query, string text = "Something went wrong")
    {
        await using Harness harness = await StartAsync();
        string answer = await harness.AskAsync("GET " + Host + query, status: 400);
        Assert.StartsWith($$"""{"data":null,"error":true,"errorText":"{{text}}","additionalErrors":null,"requestId":""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_has_what_is_answered_old_or_blank_and_nothing_that_waits()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        DateTimeOffset now = harness.Clock.GetUtcNow();
        Write(harness, "waits", 1);
        Write(harness, "answered", 1);
        feedbacks.SellerAnswers("answered", "Спасибо!");
        feedbacks.BuyerWrites(new EmulatedFeedback { Id = "old", NmId = 1, Text = "Давно" }, now.AddDays(-30));
        feedbacks.BuyerWrites(new EmulatedFeedback { Id = "nearly old", NmId = 1, Text = "Давно" }, now.AddDays(-30).AddSeconds(1));
        feedbacks.BuyerWrites(new EmulatedFeedback { Id = "blank", NmId = 2 });
        feedbacks.BuyerWrites(new EmulatedFeedback { Id = "photo", NmId = 1, Photos = [new byte[] { 1 }] });
        feedbacks.BuyerWrites(new EmulatedFeedback { Id = "cons", NmId = 1, Cons = "Скол" });

        const string archive = $"GET {Host}feedbacks/archive?take=5000&skip=0";
        Assert.Equal(["blank", "answered", "old"], await IdsAsync(harness, archive));
        Assert.Equal(["blank", "answered", "old"], await IdsAsync(harness, List + "true&take=5000&skip=0"));
        Assert.Equal(["blank"], await IdsAsync(harness, archive + "&nmId=2"));
        Assert.Equal(["old", "answered", "blank"], await IdsAsync(harness, archive + "&order=dateAsc"));
        Assert.Equal(["cons", "photo", "waits", "nearly old"], await IdsAsync(harness, List + "false&take=5000&skip=0"));
        Assert.Equal("""{"countUnanswered":4,"countUnansweredToday":3}""", await DataTextAsync(harness, $"GET {Host}feedbacks/count-unanswered"));
        Assert.Equal(3, await DataAsync(harness, $"GET {Host}feedbacks/count?isAnswered=true"));

        harness.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await IdsAsync(harness, List + "false&take=5000&skip=0"));
        Assert.Contains("\"answer\":null,\"state\":\"wbRu\"", await harness.AskAsync($"GET {Host}feedback?id=waits"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rating_is_for_services_and_counts_all_stars()
    {
        await using Harness harness = await StartAsync();
        harness.Token = harness.Emulator.CreateToken(Authentication.TokenType.Service);
        const string rating = "GET feedbacks-api/api/common/v1/rating";
        Assert.Equal("""{"feedbackCount":0,"valuation":0}""", await harness.AskAsync(rating));
        foreach (int stars in (int[])[5, 5, 4])
            harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 1, Stars = stars });
        Assert.Equal("""{"feedbackCount":3,"valuation":4.7}""", await harness.AskAsync(rating));
    }

    [Fact]
    public async Task A_product_is_asked_back_once_and_only_where_that_is_offered()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = "a", NmId = 1, Text = "Брак", CanRequestReturn = true });
        const string path = $"POST {Host}feedbacks/order/return";
        Assert.Contains("failed to decode JSON request.", await harness.AskAsync(path, "[", 400), StringComparison.Ordinal);
        Assert.Contains("Неправильный id в запросе", await harness.AskAsync(path, "{}", 400), StringComparison.Ordinal);
        Assert.Contains("Не удалось получить отзыв", await harness.AskAsync(path, """{"feedbackId":"b"}""", 400), StringComparison.Ordinal);
        Assert.Null(harness.Emulator.Feedbacks.Find("a")!.ReturnRequestedAt);

        Assert.Equal("""{"data":null,"error":false,"errorText":"","additionalErrors":null}""", await harness.AskAsync(path, """{"feedbackId":"a"}"""));
        Assert.Equal(harness.Clock.GetUtcNow(), harness.Emulator.Feedbacks.Find("a")!.ReturnRequestedAt);
        Assert.Contains(
            "\"isAbleReturnProductOrders\":false,\"returnProductOrdersDate\":\"2026-09-01T09:00:00Z\"",
            await harness.AskAsync($"GET {Host}feedback?id=a"),
            StringComparison.Ordinal);
        Assert.Contains("Запрос на возврат покупок недоступен", await harness.AskAsync(path, """{"feedbackId":"a"}""", 422), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_and_videos_are_loaded_without_a_token()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Feedbacks.BuyerWrites(
            new EmulatedFeedback { Id = "a", NmId = 1, Photos = [new byte[] { 1, 2 }, new byte[] { 3 }], Video = new byte[] { 4, 5, 6 } });
        using var document = JsonDocument.Parse(await harness.AskAsync($"GET {Host}feedback?id=a"));
        JsonElement data = document.RootElement.GetProperty("data");
        string[] photos = [.. data.GetProperty("photoLinks").EnumerateArray().SelectMany(link => new[] { "fullSize", "miniSize" }.Select(name => link.GetProperty(name).GetString()!))];
        Assert.Equal(4, photos.Distinct().Count());

        using var client = new HttpClient();
        Assert.Equal([[1, 2], [1, 2], [3], [3]], await Task.WhenAll(photos.Select(link => client.GetByteArrayAsync(link, Harness.Cancellation))));
        string playlist = data.GetProperty("video").GetProperty("link").GetString()!;
        string piece = (await client.GetStringAsync(playlist, Harness.Cancellation)).Split('\n').Single(line => line.EndsWith(".ts", StringComparison.Ordinal));
        Assert.Equal([4, 5, 6], await client.GetByteArrayAsync(new Uri(new Uri(playlist), piece), Harness.Cancellation));
        Assert.NotEmpty(await client.GetByteArrayAsync(data.GetProperty("video").GetProperty("previewImage").GetString(), Harness.Cancellation));
        using HttpResponseMessage missing = await client.GetAsync(photos[0] + ".bak", Harness.Cancellation);
        Assert.Equal(404, (int)missing.StatusCode);

        // A token is refused, and the log tells of it.
        Assert.All(harness.Emulator.Requests.All.Skip(1), request => Assert.Null(request.TokenId));
        using HttpResponseMessage tokened = await harness.GetAsync(photos[0]);
        Assert.Equal((403, true), ((int)tokened.StatusCode, harness.Emulator.Requests.All[^1].TokenId is not null));
    }

    [Fact]
    public async Task A_seeded_emulator_has_reviews()
    {
        await using Harness harness = await StartAsync(seed: true);
        Assert.Equal(4, (await IdsAsync(harness, List + "false&take=5000&skip=0")).Length);
        Assert.Equal(2, (await IdsAsync(harness, List + "true&take=5000&skip=0")).Length);
        Assert.NotNull(harness.Emulator.Feedbacks.TariffPins);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        Write(harness, "a", 1);
        Assert.Throws<ArgumentException>(() => Write(harness, "a", 1));
        Assert.Throws<ArgumentException>(() => feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 1, Stars = 6 }));
        Assert.Throws<ArgumentException>(() => feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 1, ParentId = "b" }));
        Assert.Throws<ArgumentException>(() => feedbacks.SellerViews("b"));
        Assert.Throws<ArgumentException>(() => feedbacks.RejectAnswer("b"));
        Assert.Throws<InvalidOperationException>(() => feedbacks.RejectAnswer("a"));
        feedbacks.SellerAnswers("a", "Спасибо!");
        Assert.Throws<InvalidOperationException>(() => feedbacks.SellerAnswers("a", "Спасибо!"));
        Assert.Throws<ArgumentException>(() => feedbacks.SellerAnswers("b", "Спасибо!"));
        Assert.Throws<ArgumentOutOfRangeException>(() => feedbacks.ModerationTime = TimeSpan.FromTicks(-1));
        Assert.Single(feedbacks.All);
        Assert.Empty(feedbacks.Sent);
    }

    private static Task<Harness> StartAsync(bool seed = false) => Harness.StartAsync(options => (options.RateLimits, options.Seed) = (false, seed));

    private static void Write(Harness harness, string id, long nmId) =>
        harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = id, NmId = nmId, Text = "Хороший плед" });

    private static async Task<string[]> IdsAsync(Harness harness, string operation)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync(operation));
        return [.. document.RootElement.GetProperty("data").GetProperty("feedbacks").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
    }

    private static async Task<string> DataTextAsync(Harness harness, string operation)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync(operation));
        return document.RootElement.GetProperty("data").GetRawText();
    }

    private static async Task<int> DataAsync(Harness harness, string operation) =>
        int.Parse(await DataTextAsync(harness, operation), System.Globalization.CultureInfo.InvariantCulture);
}
