using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class CardListTests
{
    private const string Oldest = """{"sort":{"ascending":true},"cursor":{"limit":2}}""";

    [Fact]
    public async Task A_list_is_read_by_its_cursor_until_a_page_is_not_full()
    {
        await using Harness harness = await Shelf.OpenAsync();
        for (int i = 1; i <= 5; i++)
            harness.Emulator.Cards.Add(new EmulatedCard { NmId = 10 - i });

        foreach ((bool ascending, long[] expected) in new[] { (true, new long[] { 9, 8, 7, 6, 5 }), (false, [5, 6, 7, 8, 9]) })
        {
            List<long> read = [];
            List<int> totals = [];
            string cursor = "\"limit\":2";
            do
            {
                JsonElement page = await harness.JsonAsync(
                    Shelf.List, "{\"settings\":{\"sort\":{\"ascending\":" + (ascending ? "true" : "false") + "},\"cursor\":{" + cursor + "}}}");
                read.AddRange(page.GetProperty("cards").EnumerateArray().Select(card => card.GetProperty("nmID").GetInt64()));
                JsonElement next = page.GetProperty("cursor");
                totals.Add(next.GetProperty("total").GetInt32());
                cursor = $"\"limit\":2,\"updatedAt\":\"{next.GetProperty("updatedAt")}\",\"nmID\":{next.GetProperty("nmID")}";
            }
            while (totals[^1] == 2);
            Assert.Equal(expected, read);
            Assert.Equal([2, 2, 1], totals);
        }
    }

    [Fact]
    public async Task The_last_cursor_asks_later_for_what_has_changed()
    {
        await using Harness harness = await Shelf.OpenAsync();
        for (int i = 1; i <= 3; i++)
            harness.Emulator.Cards.Add(new EmulatedCard { NmId = i });
        JsonElement cursor = (await harness.JsonAsync(Shelf.List, """{"settings":{"sort":{"ascending":true},"cursor":{"limit":100}}}""")).GetProperty("cursor");
        string since = $$$"""{"sort":{"ascending":true},"cursor":{"limit":100,"updatedAt":"{{{cursor.GetProperty("updatedAt")}}}","nmID":{{{cursor.GetProperty("nmID")}}}}}""";
        Assert.Empty(await harness.CardsAsync(since));
        Assert.Equal("""{"cards":[],"cursor":{"total":0}}""", await harness.AskAsync(Shelf.List, $$"""{"settings":{{since}}}"""));

        // The clock stands still; the times of changes do not.
        harness.Emulator.Cards.Change(1, card => card with { Title = "Кружка" });
        Assert.Equal([1L], (await harness.CardsAsync(since)).Select(card => card.GetProperty("nmID").GetInt64()));
    }

    [Theory]
    [InlineData("{}", "1,2,3")]
    [InlineData("""{"withPhoto":-1}""", "1,2,3")]
    [InlineData("""{"withPhoto":0}""", "1,2,3")]
    [InlineData("""{"withPhoto":1}""", "2")]
    [InlineData("""{"withPhoto":2}""", "1,3")]
    [InlineData("""{"textSearch":"MUG"}""", "1,2")]
    [InlineData("""{"textSearch":"mug-2"}""", "2")]
    [InlineData("""{"textSearch":"3"}""", "3")]
    [InlineData("""{"textSearch":"20000"}""", "2")]
    [InlineData("""{"tagIDs":[7]}""", "3")]
    [InlineData("""{"objectIDs":[1128]}""", "3")]
    [InlineData("""{"brands":["Ромашка","Лютик"]}""", "1,3")]
    [InlineData("""{"imtID":50}""", "2,3")]
    [InlineData("""{"allowedCategoriesOnly":true}""", "1,2")]
    [InlineData("""{"brands":["Ромашка"],"withPhoto":1}""", "")]
    public async Task What_a_filter_names_comes(string filter, string expected)
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        harness.Emulator.Directories.Add(harness.Emulator.Directories.Find(1128)! with { IsAllowed = false });
        cards.AddTag(new EmulatedTag { Id = 7, Name = "Sale" });
        cards.Add(new EmulatedCard { NmId = 1, VendorCode = "mug-1", Brand = "Ромашка" });
        cards.Add(new EmulatedCard { NmId = 2, ImtId = 50, VendorCode = "mug-2", Photos = [EmulatedMedia.Picture()], Sizes = [new EmulatedCardSize { Skus = ["2000012"] }] });
        cards.Add(new EmulatedCard { NmId = 3, ImtId = 50, SubjectId = 1128, VendorCode = "plaid", Brand = "Лютик", TagIds = [7] });
        cards.Add(new EmulatedCard { NmId = 4, TrashedAt = harness.Clock.GetUtcNow() });
        JsonElement[] found = await harness.CardsAsync($$"""{"sort":{"ascending":true},"filter":{{filter}}}""");
        Assert.Equal(expected, string.Join(',', found.Select(card => card.GetProperty("nmID").GetInt64())));
    }

    [Theory]
    [InlineData("""{"settings":{"cursor":{"limit":101}}}""")]
    [InlineData("""{"settings":{"cursor":{"limit":0}}}""")]
    [InlineData("""{"settings":{"filter":{"withPhoto":3}}}""")]
    [InlineData("""{"settings":{"filter":{"tagIDs":["a"]}}}""")]
    [InlineData("[]")]
    public async Task What_makes_no_sense_is_400(string body)
    {
        await using Harness harness = await Shelf.OpenAsync();
        Assert.Equal("""{"data":null,"error":true,"errorText":"Неправильный запрос","additionalErrors":null}""", await harness.AskAsync(Shelf.List, body, 400));
    }

    [Fact]
    public async Task A_card_is_shown_with_all_that_it_has_in_the_language_that_is_asked_for()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        var created = new DateTimeOffset(2026, 8, 1, 10, 0, 0, TimeSpan.Zero);
        cards.Add(new EmulatedCard
        {
            NmId = 1,
            ImtId = 2,
            Uuid = Guid.Parse("01bda0b1-5c0b-736c-b2be-d0a6543e9bee"),
            SubjectId = 217,
            VendorCode = "sweater",
            IsMarkingConfirmed = true,
            IsWholesale = true,
            WholesaleQuantum = 12,
            Dimensions = new EmulatedCardDimensions { Length = 1, Width = 2, Height = 3, GrossWeight = 0.893m, OtherMembers = new Dictionary<string, string> { ["color"] = "1" } },
            Characteristics = [new EmulatedCardCharacteristic { Id = 14177449, Texts = ["синий", "сизый"] }, new EmulatedCardCharacteristic { Id = 5, Number = 1300.5m }],
            Sizes = [new EmulatedCardSize { ChrtId = 9, TechSize = "46", WbSize = "48", Skus = ["1", "2"] }],
            OtherMembers = new Dictionary<string, string> { ["gtin"] = """{"a":[1]}""" },
            CreatedAt = created,
            UpdatedAt = created.AddTicks(1_234_567),
        });
        Assert.Equal(
            """{"cards":[{"nmID":1,"imtID":2,"nmUUID":"01bda0b1-5c0b-736c-b2be-d0a6543e9bee","subjectID":217,"subjectName":"Sweaters","vendorCode":"sweater","brand":"","""
            + "\"" + """title":"","description":"","needKiz":true,"kizMarked":true,"wholesale":{"enabled":true,"quantum":12},"dimensions":{"length":1,"width":2,"height":3,"""
            + "\"" + """weightBrutto":0.893,"isValid":true,"color":1},"characteristics":[{"id":14177449,"name":"Color","value":["blue","сизый"]},{"id":5,"name":"","value":1300.5}],"""
            + "\"" + """sizes":[{"chrtID":9,"techSize":"46","wbSize":"48","skus":["1","2"]}],"tags":[],"createdAt":"2026-08-01T10:00:00Z","updatedAt":"2026-08-01T10:00:00.123456Z","""
            + "\"" + """gtin":{"a":[1]}}],"cursor":{"updatedAt":"2026-08-01T10:00:00.123456Z","nmID":1,"total":1}}""",
            await harness.AskAsync(Shelf.List + "?locale=en", Body(Oldest)));

        Assert.Contains("\"синий\"", await harness.AskAsync(Shelf.List, Body(Oldest)), StringComparison.Ordinal);
        Assert.Contains("\"蓝色\"", await harness.AskAsync(Shelf.List + "?locale=zh", Body(Oldest)), StringComparison.Ordinal);
        await harness.AskAsync(Shelf.List + "?locale=kk", Body(Oldest), 400);
    }

    [Fact]
    public async Task A_seller_has_cards_from_the_start_if_asked_for()
    {
        await using Harness harness = await Harness.StartAsync(options => options.Seed = true);
        Assert.Equal(["mug", "pled-beige", "pled-grey", "sweater"], harness.Emulator.Cards.All.Select(card => card.VendorCode));
        Assert.All(harness.Emulator.Cards.All, card => Assert.Equal(card.VendorCode, harness.Emulator.Prices.Find(card.NmId)!.VendorCode));
        Assert.Equal(4, (await harness.CardsAsync("""{"cursor":{"limit":100}}""")).Length);
        Assert.Equal(2, harness.Emulator.Cards.Tags.Count);
    }

    [Fact]
    public async Task Numbers_articles_and_barcodes_are_made_where_they_are_missing()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        EmulatedCard first = cards.Add(new EmulatedCard()), second = cards.Add(new EmulatedCard());
        Assert.Equal((411_000_001, "art-411000001", "0"), (first.NmId, first.VendorCode, first.Sizes[0].TechSize));
        Assert.NotEqual(first.ImtId, second.ImtId);
        Assert.NotEqual(first.Sizes[0].ChrtId, second.Sizes[0].ChrtId);
        Assert.NotEqual(first.Sizes[0].Skus[0], second.Sizes[0].Skus[0]);
        Assert.True(first.UpdatedAt < second.UpdatedAt);
        Assert.Throws<ArgumentException>(() => cards.Add(new EmulatedCard { VendorCode = first.VendorCode }));
        Assert.Throws<ArgumentException>(() => cards.Change(second.NmId, card => card with { VendorCode = first.VendorCode }));
        Assert.Throws<ArgumentException>(() => cards.Change(5, card => card));

        string barcodes = await harness.AskAsync("POST content-api/content/v2/barcodes", """{"count":3}""");
        Assert.Equal("""{"data":["2040000000035","2040000000042","2040000000059"],"error":false,"errorText":"","additionalErrors":null}""", barcodes);
        await harness.AskAsync("POST content-api/content/v2/barcodes", """{"count":5001}""", 400);
        cards.PaidLimits = 0;
        Assert.Equal(
            """{"data":{"freeLimits":1500,"paidLimits":0},"error":false,"errorText":"","additionalErrors":null}""",
            await harness.AskAsync("GET content-api/content/v2/cards/limits"));
    }

    private static string Body(string settings) => $$"""{"settings":{{settings}}}""";
}
