using System.Text.RegularExpressions;
using Refit;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class CardsRequestTests
{
    private static readonly NewCard New = new()
    {
        VendorCode = "носки-1",
        Brand = "Бренд",
        Title = "Носки",
        Description = "Тёплые",
        IsMarkingConfirmed = true,
        Wholesale = new CardWholesale { IsEnabled = true, Quantum = 211 },
        Dimensions = new CardDimensionsInput { Length = 12, Width = 7, Height = 5, GrossWeight = 1.242m },
        Sizes = [new NewCardSize { TechSize = "S", WbSize = "42", Price = 5000.00m, Skus = ["88005553535"] }],
        Characteristics =
        [
            new CardCharacteristicInput { Id = 12, Value = CharacteristicValue.OfTexts("red", "blue") },
            new CardCharacteristicInput { Id = 25471, Value = CharacteristicValue.OfNumber(1200) },
        ],
        Documents = new CardDocumentsInput
        {
            Items = [new CardDocumentInput { Type = 1, Number = "77", StartDate = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), IsEndless = true }],
            ExcludeDocuments = false,
        },
    };

    private static readonly CardUpdate Update = new() { NmId = 11111111, VendorCode = "wbiz72wmro", Sizes = [new CardSizeUpdate { ChrtId = 12345678, Skus = ["1234"] }] };

    private static readonly Dictionary<string, Func<ICardsApi, Task>> Calls = new()
    {
        ["POST /content/v2/get/cards/list {}"] = api => api.GetCardsAsync(new CardsRequest()),
        ["""POST /content/v2/get/cards/list?locale=ru {"settings":{"sort":{"ascending":true},"filter":{"withPhoto":-1,"textSearch":"4603743187500888","tagIDs":[345,415],"allowedCategoriesOnly":true,"objectIDs":[235],"brands":["уллу"],"imtID":328632},"cursor":{"limit":100,"updatedAt":"2023-12-06T11:17:00.965771234Z","nmID":370870300}}}"""] = api =>
            api.GetCardsAsync(
                new CardsRequest
                {
                    Settings = new CardsSettings
                    {
                        Sort = new CardsSort { IsAscending = true },
                        Filter = new CardsFilter
                        {
                            Photos = CardPhotoFilter.Any,
                            TextSearch = "4603743187500888",
                            TagIds = [345, 415],
                            AllowedCategoriesOnly = true,
                            SubjectIds = [235],
                            Brands = ["уллу"],
                            ImtId = 328632,
                        },
                        Cursor = new CardsCursor { Limit = 100, UpdatedAt = "2023-12-06T11:17:00.965771234Z", NmId = 370870300 },
                    },
                },
                Locale.Russian),
        ["""POST /content/v2/get/cards/list {"settings":{"filter":{"withPhoto":2,"tagIDs":[],"objectIDs":[],"brands":[]}}}"""] = api =>
            api.GetCardsAsync(new CardsRequest { Settings = new CardsSettings { Filter = new CardsFilter { Photos = CardPhotoFilter.WithoutPhotos } } }),
        ["""POST /content/v2/get/cards/trash?locale=zh {"settings":{"sort":{"ascending":false},"cursor":{"limit":11,"trashedAt":"2023-12-06T11:17:00.96577Z","nmID":370870300},"filter":{"textSearch":"46"}}}"""] = api =>
            api.GetTrashedCardsAsync(
                new TrashedCardsRequest
                {
                    Settings = new TrashedCardsSettings
                    {
                        Sort = new CardsSort { IsAscending = false },
                        Cursor = new TrashedCardsCursor { Limit = 11, TrashedAt = "2023-12-06T11:17:00.96577Z", NmId = 370870300 },
                        Filter = new TrashedCardsFilter { TextSearch = "46" },
                    },
                },
                Locale.Chinese),
        ["""POST /content/v2/cards/update [{"nmID":11111111,"vendorCode":"wbiz72wmro","characteristics":[],"sizes":[{"chrtID":12345678,"skus":["1234"]}]}]"""] = api =>
            api.UpdateCardsAsync([Update]),
        ["""POST /content/v2/cards/update [{"nmID":11111111,"vendorCode":"wbiz72wmro","kizMarked":true,"brand":"","title":"Свитер","description":"12345","dimensions":{"length":35,"weightBrutto":3},"characteristics":[{"id":50,"value":["свободный крой"]}],"sizes":[{"techSize":"XL","wbSize":"52","price":990,"skus":[]}],"documents":{"items":[]}}]"""] = api =>
            api.UpdateCardsAsync(
            [
                Update with
                {
                    IsMarkingConfirmed = true,
                    Brand = "",
                    Title = "Свитер",
                    Description = "12345",
                    Dimensions = new CardDimensionsInput { Length = 35, GrossWeight = 3 },
                    Characteristics = [new CardCharacteristicInput { Id = 50, Value = CharacteristicValue.OfTexts("свободный крой") }],
                    Sizes = [new CardSizeUpdate { TechSize = "XL", WbSize = "52", Price = 990.00m }],
                    Documents = new CardDocumentsInput(),
                },
            ]),
        ["""POST /content/v2/cards/moveNm {"targetIMT":123,"nmIDs":[837459235,828572090]}"""] = api =>
            api.MoveCardsAsync(new MoveCardsRequest { TargetImtId = 123, NmIds = [837459235, 828572090] }),
        ["""POST /content/v2/cards/moveNm {"nmIDs":[837459235]}"""] = api => api.MoveCardsAsync(new MoveCardsRequest { NmIds = [837459235] }),
        ["""POST /content/v2/cards/delete/trash {"nmIDs":[123456789,987654321]}"""] = api =>
            api.MoveToTrashAsync(new TrashRequest { NmIds = [123456789, 987654321, 123456789] }),
        ["""POST /content/v2/cards/recover {"nmIDs":[4294967297]}"""] = api => api.RecoverFromTrashAsync(new TrashRequest { NmIds = [4_294_967_297] }),
        ["""POST /content/v2/cards/upload [{"subjectID":105,"variants":[{"vendorCode":"носки-1","brand":"Бренд","title":"Носки","description":"Тёплые","kizMarked":true,"wholesale":{"enabled":true,"quantum":211},"dimensions":{"length":12,"width":7,"height":5,"weightBrutto":1.242},"sizes":[{"techSize":"S","wbSize":"42","price":5000,"skus":["88005553535"]}],"characteristics":[{"id":12,"value":["red","blue"]},{"id":25471,"value":1200}],"documents":{"items":[{"type":1,"number":"77","startDate":"2026-01-02T03:04:05+00:00","isEndless":true}],"excludeDocuments":false}}]}]"""] = api =>
            api.CreateCardsAsync([new CardGroup { SubjectId = 105, Cards = [New] }]),
        ["""POST /content/v2/cards/upload/add {"imtID":987654321,"cardsToAdd":[{"vendorCode":"a","sizes":[],"characteristics":[]},{"vendorCode":"b","sizes":[{"skus":[]}],"characteristics":[]}]}"""] = api =>
            api.AddCardsAsync(new AddCardsRequest
            {
                ImtId = 987654321,
                Cards = [new NewCard { VendorCode = "a" }, new NewCard { VendorCode = "b", Sizes = [new NewCardSize()] }],
            }),
        ["GET /content/v2/cards/limits"] = api => api.GetCardLimitsAsync(),
        ["""POST /content/v2/barcodes {"count":5000}"""] = api => api.GenerateBarcodesAsync(new BarcodesRequest { Count = 5000 }),
        ["""POST /content/v3/media/save {"nmId":213864079,"data":["https://a/2.jpg","https://a/b.mp4"]}"""] = api =>
            api.ReplaceMediaAsync(new ReplaceMediaRequest { NmId = 213864079, Links = ["https://a/2.jpg", "https://a/b.mp4"] }),
        ["GET /content/v2/tags"] = api => api.GetTagsAsync(),
        ["""POST /content/v2/tag {"name":"Sale","color":"D1CFD7"}"""] = api => api.CreateTagAsync(new TagRequest { Name = "Sale", Color = TagColor.Gray }),
        ["""PATCH /content/v2/tag/4294967297 {"name":"Хит","color":"123456"}"""] = api =>
            api.UpdateTagAsync(4_294_967_297, new TagRequest { Name = "Хит", Color = TagColor.From("123456") }),
        ["DELETE /content/v2/tag/1"] = api => api.DeleteTagAsync(1),
        ["""POST /content/v2/tag/nomenclature/link {"nmID":179891389,"tagsIDs":[123456]}"""] = api =>
            api.SetTagsAsync(new SetTagsRequest { NmId = 179891389, TagIds = [123456] }),
        ["""POST /content/v2/tag/nomenclature/link {"nmID":179891389,"tagsIDs":[]}"""] = api =>
            api.SetTagsAsync(new SetTagsRequest { NmId = 179891389, TagIds = [] }),
        ["""POST /api/content/v1/recommendations/list {"brandNames":["Comma"],"limit":5000,"next":123,"search":"410","subjectIds":[123]}"""] = api =>
            api.GetRecommendationsAsync(new RecommendationsRequest { Brands = ["Comma"], Limit = 5000, Next = 123, Search = "410", SubjectIds = [123] }),
        ["""POST /api/content/v1/recommendations/list {"brandNames":[],"subjectIds":[]}"""] = api => api.GetRecommendationsAsync(new RecommendationsRequest()),
        ["""POST /api/content/v1/recommendations/set {"recList":[{"nmId":5870243,"recommendations":[{"recomNm":5870244,"sort":1},{"recomNm":5870245}]},{"nmId":5,"recommendations":[]}],"replace":true}"""] = api =>
            api.SetRecommendationsAsync(new SetRecommendationsRequest
            {
                Products =
                [
                    new RecommendationList
                    {
                        NmId = 5870243,
                        Recommendations = [new Recommendation { NmId = 5870244, Position = 1 }, new Recommendation { NmId = 5870245 }],
                    },
                    new RecommendationList { NmId = 5, Recommendations = [] },
                ],
                Replace = true,
            }),
    };

    private static readonly Dictionary<string, Func<ICardsApi, Task>> Refused = new()
    {
        ["cards: none to update"] = api => api.UpdateCardsAsync([]),
        ["cards: too many to update"] = api => api.UpdateCardsAsync([.. Enumerable.Repeat(Update, 3001)]),
        ["groups: none to create"] = api => api.CreateCardsAsync([]),
        ["groups: too many to create"] = api => api.CreateCardsAsync([.. Enumerable.Repeat(new CardGroup { SubjectId = 1, Cards = [New] }, 101)]),
        ["request: none for the trash"] = api => api.MoveToTrashAsync(new TrashRequest()),
        ["request: too many for the trash"] = api => api.MoveToTrashAsync(new TrashRequest { NmIds = Numbers(1001) }),
        ["request: none from the trash"] = api => api.RecoverFromTrashAsync(new TrashRequest { NmIds = [] }),
        ["request: nothing"] = api => api.GetCardsAsync(null!),
        ["tagId: no tag to change"] = api => api.UpdateTagAsync(0, new TagRequest { Name = "Sale", Color = TagColor.Gray }),
        ["tagId: no tag to delete"] = api => api.DeleteTagAsync(-1),
        ["nmId: no card"] = api => api.UploadMediaFileAsync(0, 1, new ByteArrayPart([1], "1.jpg")),
        ["number: no picture"] = api => api.UploadMediaFileAsync(1, 0, new ByteArrayPart([1], "1.jpg")),
        ["file: none"] = api => api.UploadMediaFileAsync(1, 1, null!),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeCardsHost(expected.Contains("/limits", StringComparison.Ordinal) ? "{}" : FakeCardsHost.Nothing);
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests.Select(Unescaped));
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.Cards));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task The_errors_are_asked_for_from_the_cursor_on()
    {
        using var host = new FakeCardsHost("""{"data":{"items":[]},"error":false}""");
        await host.Api.GetCardErrorsAsync(new CardErrorsRequest(), cancellationToken: Cancel);
        await host.Api.GetCardErrorsAsync(
            new CardErrorsRequest
            {
                Cursor = new CardErrorsCursor { Limit = 31, UpdatedAt = "2025-08-05T17:54:40+08:00", BatchId = "bca3744c" },
                Order = new CardErrorsOrder { IsAscending = true },
            },
            Locale.English,
            Cancel);
        Assert.Equal(
            [
                "POST /content/v2/cards/error/list {}",
                """POST /content/v2/cards/error/list?locale=en {"cursor":{"limit":31,"updatedAt":"2025-08-05T17:54:40+08:00","batchUUID":"bca3744c"},"order":{"ascending":true}}""",
            ],
            host.Requests.Select(Unescaped));
    }

    [Fact]
    public async Task A_media_file_goes_out_with_its_card_and_its_number_in_headers()
    {
        using var host = new FakeCardsHost("""{"data":{},"error":false,"errorText":"","additionalErrors":null}""");
        CardWriteResponse answer = await host.Api.UploadMediaFileAsync(213864079, 2, new ByteArrayPart("JPEG"u8.ToArray(), "Носки.jpg", "image/jpeg"), Cancel);
        Assert.Equal((false, System.Text.Json.JsonValueKind.Object), (answer.Error, answer.Data!.Value.ValueKind));
        string request = Assert.Single(host.Requests);
        Assert.StartsWith("POST /content/v3/media/file ", request, StringComparison.Ordinal);
        Assert.Matches("name=\"?uploadfile\"?", request);
        Assert.Contains("JPEG", request, StringComparison.Ordinal);
        Assert.Equal(["X-Nm-Id=213864079;X-Photo-Number=2"], host.Headers);
    }

    [Fact]
    public async Task A_tag_that_is_not_there_is_an_exception_though_WB_answers_200()
    {
        using var wb = new FakeWildberries();
        wb.Answer(System.Net.HttpStatusCode.OK, """{"data":null,"error":true,"errorText":"Такого ярлыка не существует","additionalErrors":null}""");
        WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Cards.DeleteTagAsync(1, Cancel));
        Assert.Equal("Такого ярлыка не существует", error.Detail);
    }

    [Fact]
    public void What_WB_would_refuse_is_refused_when_it_is_set()
    {
        Throws("Limit", () => new CardsCursor { Limit = 0 });
        Throws("Limit", () => new CardsCursor { Limit = 101 });
        Throws("Limit", () => new TrashedCardsCursor { Limit = 101 });
        Throws("Limit", () => new CardErrorsCursor { Limit = 101 });
        Throws("NmIds", () => new TrashRequest { NmIds = [0] });
        Throws("NmIds", () => new MoveCardsRequest { NmIds = [] });
        Throws("NmIds", () => new MoveCardsRequest { NmIds = Numbers(31) });
        Throws("NmIds", () => new MoveCardsRequest { NmIds = [-1] });
        Throws("TargetImtId", () => new MoveCardsRequest { NmIds = [1], TargetImtId = 0 });
        Throws("Count", () => new BarcodesRequest { Count = 0 });
        Throws("Count", () => new BarcodesRequest { Count = 5001 });
        Throws("SubjectId", () => new CardGroup { SubjectId = 0, Cards = [New] });
        Throws("ImtId", () => new AddCardsRequest { ImtId = 0, Cards = [New] });
        Throws("NmId", () => Update with { NmId = 0 });
        Throws("VendorCode", () => Update with { VendorCode = " " });
        Throws("Title", () => Update with { Title = new string('я', 61) });
        Throws("Description", () => Update with { Description = new string('я', 5001) });
        Throws("Price", () => new NewCardSize { Price = 10.5m });
        Throws("Price", () => new CardSizeUpdate { Price = -1 });
        Throws("Length", () => new CardDimensionsInput { Length = -1 });
        Throws("Width", () => new CardDimensionsInput { Width = -1 });
        Throws("Height", () => new CardDimensionsInput { Height = -1 });
        Throws("GrossWeight", () => new CardDimensionsInput { GrossWeight = 1.2345m });
        Throws("GrossWeight", () => new CardDimensionsInput { GrossWeight = -1 });
        Throws("Name", () => new TagRequest { Name = " ", Color = TagColor.Red });
        Throws("Name", () => new TagRequest { Name = new string('я', 16), Color = TagColor.Red });
        Throws("Color", () => new TagRequest { Name = "Sale", Color = default });
        Throws("NmId", () => new SetTagsRequest { NmId = 0, TagIds = [] });
        Throws("TagIds", () => new SetTagsRequest { NmId = 1, TagIds = Numbers(16) });
        Throws("TagIds", () => new SetTagsRequest { NmId = 1, TagIds = [0] });
        Throws("TagIds", () => new SetTagsRequest { NmId = 1, TagIds = null! });
        Throws("NmId", () => new ReplaceMediaRequest { NmId = 0, Links = ["https://a/1.jpg"] });
        Throws("Links", () => new ReplaceMediaRequest { NmId = 1, Links = [] });
        Throws("Links", () => new ReplaceMediaRequest { NmId = 1, Links = [" "] });
        Throws("Links", () => new ReplaceMediaRequest { NmId = 1, Links = [.. Enumerable.Repeat("https://a/1.jpg", 32)] });
        Throws("Brands", () => new RecommendationsRequest { Brands = [.. Enumerable.Repeat("a", 31)] });
        Throws("SubjectIds", () => new RecommendationsRequest { SubjectIds = Numbers(31) });
        Throws("SubjectIds", () => new RecommendationsRequest { SubjectIds = [0] });
        Throws("Search", () => new RecommendationsRequest { Search = new string('я', 73) });
        Throws("Limit", () => new RecommendationsRequest { Limit = 5001 });
    }

    [Fact]
    public void A_row_that_WB_would_refuse_is_named()
    {
        CardCharacteristicInput color = new() { Id = 12, Value = CharacteristicValue.OfTexts("red") };
        Says("Characteristics", "Row 0 (characteristic 12): it has no value", () => Update with { Characteristics = [color with { Value = default }] });
        Says("Characteristics", "row 0 has the same characteristic already", () => Update with { Characteristics = [color, color] });
        Says("Sizes", "There are no items", () => Update with { Sizes = [] });
        Says("Sizes", "Row 0 (size 0): the size's id is not a positive number", () => Update with { Sizes = [new CardSizeUpdate { ChrtId = 0 }] });
        Says("Sizes", "Row 0 (new size \"XL\"): a barcode is blank", () => Update with { Sizes = [new CardSizeUpdate { TechSize = "XL", Skus = [" "] }] });
        RecommendationList product = new() { NmId = 5, Recommendations = [new Recommendation { NmId = 6 }] };
        Says("Products", "There are no items", () => new SetRecommendationsRequest { Products = [] });
        Says("Products", "its number is not positive", () => new SetRecommendationsRequest { Products = [product with { NmId = 0 }] });
        Says("Products", "row 0 has the same product already", () => new SetRecommendationsRequest { Products = [product, product] });
        Says("Products", "Row 0 (product 5): it has 21 recommendations; WB takes at most 20", () => new SetRecommendationsRequest
        {
            Products = [product with { Recommendations = [.. Enumerable.Range(1, 21).Select(id => new Recommendation { NmId = id })] }],
        });
        Says("Products", "the position 21", () => new SetRecommendationsRequest { Products = [product with { Recommendations = [new Recommendation { NmId = 6, Position = 21 }] }] });
        Says("Products", "of a recommended product is not positive", () => new SetRecommendationsRequest { Products = [product with { Recommendations = [new Recommendation()] }] });
    }

    [Fact]
    public async Task New_cards_that_WB_would_refuse_are_refused_before_they_are_sent()
    {
        using var wb = new FakeWildberries();
        wb.Answer(System.Net.HttpStatusCode.OK, FakeCardsHost.Nothing);
        CardCharacteristicInput color = new() { Id = 12, Value = CharacteristicValue.OfTexts("red") };
        NewCard largest = New with { VendorCode = new string('я', 72), Title = new string('я', 60), Description = new string('я', 5000) };
        await wb.Client.Cards.CreateCardsAsync([Group([.. Enumerable.Range(0, 29).Select(i => New with { VendorCode = FormattableString.Invariant($"a{i}") }), largest])], Cancel);
        await RefusesAsync("There are no items");
        await RefusesAsync("at most 30", [.. Enumerable.Repeat(New, 31)]);
        await RefusesAsync("Row 1 is null", New, null!);
        await RefusesAsync("Row 1 (article \"носки-1\"): row 0 has the same article already", New, New);
        await RefusesAsync("it has no article", New with { VendorCode = " " });
        await RefusesAsync("VendorCode has 73 characters; WB takes at most 72", New with { VendorCode = new string('я', 73) });
        await RefusesAsync("Title has 61 characters", New with { Title = new string('я', 61) });
        await RefusesAsync("Description has 5,001 characters", New with { Description = new string('я', 5001) });
        await RefusesAsync("Title has half of a surrogate pair", New with { Title = "\ud83d" });
        await RefusesAsync("characteristic 12: it has no value", New with { Characteristics = [color with { Value = default }] });
        await RefusesAsync("its id is not a positive number", New with { Characteristics = [color with { Id = 0 }] });
        await RefusesAsync("a barcode is blank", New with { Sizes = [new NewCardSize { Skus = [""] }] });
        Assert.Equal("groups", (await Assert.ThrowsAnyAsync<ArgumentException>(() => wb.Client.Cards.CreateCardsAsync([null!], Cancel))).ParamName);
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => wb.Client.Cards.AddCardsAsync(new AddCardsRequest { ImtId = 1, Cards = [.. Enumerable.Repeat(New, 30)] }, Cancel));
        Assert.Contains("at most 29", error.Message, StringComparison.Ordinal);
        Assert.Single(wb.Arrivals);

        static CardGroup Group(params NewCard[] cards) => new() { SubjectId = 1, Cards = cards };

        async Task RefusesAsync(string words, params NewCard[] cards)
        {
            ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => wb.Client.Cards.CreateCardsAsync([Group(cards)], Cancel));
            Assert.Equal("groups", error.ParamName);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_largest_that_WB_takes_is_taken()
    {
        _ = new TrashRequest { NmIds = Numbers(1000) };
        _ = new MoveCardsRequest { NmIds = Numbers(30) };
        _ = new SetTagsRequest { NmId = 1, TagIds = Numbers(15) };
        _ = new TagRequest { Name = new string('я', 15), Color = TagColor.Yellow };
        _ = new ReplaceMediaRequest { NmId = 1, Links = [.. Enumerable.Repeat("https://a/1.jpg", 31)] };
        _ = new CardDimensionsInput { GrossWeight = 0.893m, Length = 0 };
    }

    private static long[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(id => (long)id)];

    private static string Unescaped(string request) => Regex.Replace(
        request, "\\\\u([0-9A-Fa-f]{4})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static void Throws(string member, Func<object> make) => Assert.Equal(member, Assert.ThrowsAny<ArgumentException>(make).ParamName);

    private static void Says(string member, string words, Func<object> make)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Equal(member, error.ParamName);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
