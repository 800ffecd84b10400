using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class CardsAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_read_with_everything_that_it_has()
    {
        using var host = new FakeCardsHost(
            """{"cards":[{"nmID":12345678,"imtID":123654789,"nmUUID":"01bda0b1","subjectID":7771,"subjectName":"AKF системы","vendorCode":"wb7f","kizMarked":true,"brand":"Тест","title":"Тест-система","description":"Описание","needKiz":true,"photos":[{"big":"b","c246x328":"s","c516x688":"m","square":"q","tm":"t"}],"video":"v","wholesale":{"enabled":true,"quantum":112},"dimensions":{"length":55,"width":40,"height":15,"weightBrutto":6.24,"isValid":false},"characteristics":[{"id":14177449,"name":"Цвет","value":["красный"]}],"sizes":[{"chrtID":316399238,"techSize":"0","skus":["987456321654"]}],"tags":[{"id":592569,"name":"Популярный","color":"D1CFD7"}],"createdAt":"2023-12-06T11:17:00.96577Z","updatedAt":"2023-12-06T12:17:00.96577Z","documents":{"items":[{"id":"d","type":9,"verdict":{"verified":false,"status":2,"reason":"document_expired","additionalData":{"a":1},"createdAt":"2026-09-08T00:00:00Z"}}],"overallVerdict":{"isFullyChecked":true,"status":2,"reason":"kiz_required"},"excludeDocuments":true}}],"cursor":{"updatedAt":"2023-12-06T11:17:00.965771234Z","nmID":123654123,"total":1}}""");
        CardsResponse answer = await host.Api.GetCardsAsync(new CardsRequest(), cancellationToken: Cancel);
        Card card = Assert.Single(answer.Cards);
        Assert.Equal((12345678, 123654789, "01bda0b1", 7771, "AKF системы"), (card.NmId, card.ImtId, card.NmUuid, card.SubjectId, card.SubjectName));
        Assert.Equal(("wb7f", "Тест", "Тест-система", "Описание", "v"), (card.VendorCode, card.Brand, card.Title, card.Description, card.Video));
        Assert.Equal((true, true), (card.IsMarkingRequired, card.IsMarkingConfirmed));
        CardPhoto photo = Assert.Single(card.Photos);
        Assert.Equal(("b", "s", "m", "q", "t"), (photo.Big, photo.Small, photo.Medium, photo.Square, photo.Thumbnail));
        Assert.Equal(new CardWholesale { IsEnabled = true, Quantum = 112 }, card.Wholesale);
        Assert.Equal(new CardDimensions { Length = 55, Width = 40, Height = 15, GrossWeight = 6.24m, IsValid = false }, card.Dimensions);
        Assert.Equal((14177449, "Цвет", CharacteristicValue.OfTexts("красный")), (card.Characteristics[0].Id, card.Characteristics[0].Name, card.Characteristics[0].Value));
        CardSize size = Assert.Single(card.Sizes);
        Assert.Equal((316399238, "0", null, "987456321654"), (size.ChrtId, size.TechSize, size.WbSize, Assert.Single(size.Skus)));
        Assert.Equal(new Tag { Id = 592569, Name = "Популярный", Color = TagColor.Gray }, Assert.Single(card.Tags));
        Assert.Equal(TimeSpan.FromHours(1), card.UpdatedAt - card.CreatedAt);
        Assert.Equal(true, card.Documents!.ExcludeDocuments);
        CardDocument document = Assert.Single(card.Documents.Items);
        Assert.Equal((9, false, 2, CardDocumentVerdictReason.DocumentExpired), (document.Type, document.Verdict!.IsVerified, document.Verdict.Status, document.Verdict.Reason));
        Assert.Equal(1, document.Verdict.AdditionalData!.Value.GetProperty("a").GetInt32());
        Assert.Equal((true, CardVerdictReason.MarkingRequired), (card.Documents.OverallVerdict!.IsFullyChecked, card.Documents.OverallVerdict.Reason));

        // More digits than a time has: the next page would begin elsewhere.
        Assert.Equal(("2023-12-06T11:17:00.965771234Z", 123654123, 1), (answer.Cursor!.UpdatedAt, answer.Cursor.NmId, answer.Cursor.Total));
    }

    [Fact]
    public async Task What_WB_adds_is_kept_and_what_it_leaves_out_fails_nothing()
    {
        using var host = new FakeCardsHost(
            """{"cards":[{"nmID":"4294967297","gtin":[{"value":"046"}],"tags":null,"documents":{"items":null,"overallVerdict":{"reason":"new_reason"}},"characteristics":[{"id":1}]},{}],"cursor":null}""");
        CardsResponse answer = await host.Api.GetCardsAsync(new CardsRequest(), cancellationToken: Cancel);
        Assert.Null(answer.Cursor);
        Assert.Equal(4_294_967_297, answer.Cards[0].NmId);
        Assert.Equal("""[{"value":"046"}]""", answer.Cards[0].AdditionalProperties!["gtin"].GetRawText());
        Assert.Equal(CardVerdictReason.From("new_reason"), answer.Cards[0].Documents!.OverallVerdict!.Reason);
        Assert.Equal(default, answer.Cards[0].Characteristics[0].Value);
        Assert.Empty(answer.Cards[0].Documents!.Items);
        Assert.Equal((0, null, null, false), (answer.Cards[1].NmId, answer.Cards[1].Dimensions, answer.Cards[1].CreatedAt, answer.Cards[1].IsMarkingRequired));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"cursor":{"total":0}}""")]
    public async Task An_answer_without_cards_is_not_the_end_of_the_list(string json)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, json).Answer(HttpStatusCode.OK, json);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Cards.GetCardsAsync(new CardsRequest(), cancellationToken: Cancel));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Cards.GetTrashedCardsAsync(new TrashedCardsRequest(), cancellationToken: Cancel));
    }

    [Fact]
    public async Task The_trash_is_read()
    {
        using var host = new FakeCardsHost(
            """{"cards":[{"nmID":1234567,"vendorCode":"wb5x","kizMarked":true,"subjectID":1436,"subjectName":"Ведра","sizes":[{"chrtID":111111111,"techSize":"0","skus":["x"]}],"dimensions":{"length":35,"weightBrutto":2.9},"characteristics":null,"createdAt":"2023-12-05T14:55:09.323462Z","trashedAt":"2023-12-06T10:57:42.193028Z"}],"cursor":{"trashedAt":"2023-12-06T10:57:42.193028Z","nmID":194128521,"total":1}}""");
        TrashedCardsResponse answer = await host.Api.GetTrashedCardsAsync(new TrashedCardsRequest(), cancellationToken: Cancel);
        TrashedCard card = Assert.Single(answer.Cards);
        Assert.Equal((1234567, "wb5x", true, 1436, "Ведра"), (card.NmId, card.VendorCode, card.IsMarkingConfirmed, card.SubjectId, card.SubjectName));
        Assert.Equal((35, 2.9m, 111111111), (card.Dimensions!.Length, card.Dimensions.GrossWeight, card.Sizes[0].ChrtId));
        Assert.Empty(card.Characteristics);
        Assert.Equal(new DateTimeOffset(2023, 12, 6, 10, 57, 42, TimeSpan.Zero).AddMicroseconds(193028), card.TrashedAt);
        Assert.Equal(("2023-12-06T10:57:42.193028Z", 194128521, 1), (answer.Cursor!.TrashedAt, answer.Cursor.NmId, answer.Cursor.Total));
    }

    [Fact]
    public async Task Errors_are_found_by_the_article()
    {
        using var host = new FakeCardsHost(
            """{"data":{"items":[{"batchUUID":"b15f","subjects":{"wb15":{"id":8827,"name":"Автомобили"}},"brands":{"wb15":{"id":5,"name":"Lada"}},"vendorCodes":["wb64","wb15"],"errors":{"wb15":["Первая","Вторая"],"wb64":null},"updatedAt":"2025-12-19T23:59:59Z"},{"batchUUID":"30aa","brands":{},"errors":null}],"cursor":{"next":true,"updatedAt":"2025-12-20T23:59:59+08:00","batchUUID":"1cd7"}},"error":false,"errorText":"","additionalErrors":null}""");
        CardErrors errors = (await host.Api.GetCardErrorsAsync(new CardErrorsRequest(), cancellationToken: Cancel)).Data!;
        CardErrorBatch batch = errors.Batches[0];
        Assert.Equal(("b15f", 8827, "Lada"), (batch.BatchId, batch.Subjects["wb15"].Id, batch.Brands["wb15"].Name));
        Assert.Equal(["wb64", "wb15"], batch.VendorCodes);
        Assert.Equal(["Первая", "Вторая"], batch.Errors["wb15"]);
        Assert.Equal(new DateTimeOffset(2025, 12, 19, 23, 59, 59, TimeSpan.Zero), batch.UpdatedAt);
        Assert.Empty(errors.Batches[1].Errors);
        Assert.Empty(errors.Batches[1].Subjects);
        Assert.Equal((true, "2025-12-20T23:59:59+08:00", "1cd7"), (errors.Cursor!.HasNext, errors.Cursor.UpdatedAt, errors.Cursor.BatchId));
    }

    [Theory]
    [InlineData("""{"data":null,"error":false,"errorText":"","additionalErrors":{}}""", JsonValueKind.Object)]
    [InlineData("""{"data":{},"error":false,"errorText":"","additionalErrors":"text"}""", JsonValueKind.String)]
    public async Task What_WB_adds_to_its_answer_comes_in_any_form(string json, JsonValueKind kind)
    {
        using var host = new FakeCardsHost(json);
        Assert.Equal(kind, (await host.Api.MoveToTrashAsync(new TrashRequest { NmIds = [1] }, Cancel)).AdditionalErrors!.Value.ValueKind);
    }

    [Fact]
    public async Task An_error_in_an_answer_of_200_is_an_exception_with_the_words_of_WB()
    {
        const string Json = """{"data":null,"error":true,"errorText":"Указан несуществующий imt","additionalErrors":{"error":"Указан несуществующий imt"}}""";
        using var wb = new FakeWildberries();
        Func<ICardsApi, Task>[] calls =
        [
            api => api.MoveCardsAsync(new MoveCardsRequest { NmIds = [1] }, Cancel),
            api => api.GetCardErrorsAsync(new CardErrorsRequest(), cancellationToken: Cancel),
            api => api.GetCardLimitsAsync(Cancel),
            api => api.GenerateBarcodesAsync(new BarcodesRequest { Count = 1 }, Cancel),
            api => api.GetTagsAsync(Cancel),
            api => api.CreateTagAsync(new TagRequest { Name = "a", Color = TagColor.Red }, Cancel),
        ];
        foreach (Func<ICardsApi, Task> call in calls)
        {
            wb.Answer(HttpStatusCode.OK, Json);
            WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(() => call(wb.Client.Cards));
            Assert.Equal("Указан несуществующий imt", error.Detail);
        }
    }

    [Fact]
    public async Task A_refusal_names_the_articles()
    {
        using var wb = new FakeWildberries();
        wb.Answer(
            HttpStatusCode.BadRequest,
            """{"data":null,"error":true,"errorText":"some items lacks required characteristics","additionalErrors":{"носки-1":"missing required characteristics with ids: {1}, {2}"}}""");
        WildberriesBadRequestException error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Client.Cards.CreateCardsAsync(
            [new CardGroup { SubjectId = 1, Cards = [new NewCard { VendorCode = "носки-1" }] }], Cancel));
        Assert.Contains("some items lacks required characteristics", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_and_barcodes_are_read()
    {
        using var limits = new FakeCardsHost("""{"data":{"freeLimits":1500,"paidLimits":10},"error":false,"errorText":"","additionalErrors":null}""");
        CardLimits data = (await limits.Api.GetCardLimitsAsync(Cancel)).Data!;
        Assert.Equal((1500, 10), (data.FreeLimits, data.PaidLimits));
        using var barcodes = new FakeCardsHost("""{"data":["5032781145187",5032781145188],"error":false,"errorText":"","additionalErrors":""}""");
        Assert.Equal(["5032781145187", "5032781145188"], (await barcodes.Api.GenerateBarcodesAsync(new BarcodesRequest { Count = 2 }, Cancel)).Barcodes);
    }

    [Theory]
    [InlineData("""{"data":[{"id":1,"color":"D1CFD7","name":"Sale"}],"error":false}""", 1)]
    [InlineData("""{"data":{"id":1,"color":"D1CFD7","name":"Sale"},"error":false}""", 1)]
    [InlineData("""{"data":null,"error":false,"errorText":"","additionalErrors":""}""", 0)]
    public async Task Tags_come_as_a_list_and_as_WB_documents_them(string json, int count)
    {
        using var host = new FakeCardsHost(json);
        IReadOnlyList<Tag> tags = (await host.Api.GetTagsAsync(Cancel)).Tags;
        Assert.Equal(count, tags.Count);
        Assert.All(tags, tag => Assert.Equal((1, "Sale", TagColor.Gray), (tag.Id, tag.Name, tag.Color)));
    }

    [Fact]
    public async Task Recommendations_are_read()
    {
        using var host = new FakeCardsHost(
            """{"data":[{"nmId":5870243,"imtId":619043112,"vendorCode":"41058/transparent","brandName":"Comma","updatedAt":"2025-11-13T12:56:15.778591Z","picsCount":4,"title":"Чехол","subjectName":"Чехлы","pic":"p","recomCount":2,"recomPics":["a","b"],"recomNms":[17405826,17420062]},{"nmId":5,"updatedAt":null}],"next":143}""");
        RecommendationsResponse answer = await host.Api.GetRecommendationsAsync(new RecommendationsRequest(), Cancel);
        ProductRecommendations product = answer.Products[0];
        Assert.Equal((5870243, 619043112, "41058/transparent", "Comma", "Чехол", "Чехлы"), (product.NmId, product.ImtId, product.VendorCode, product.Brand, product.Title, product.SubjectName));
        Assert.Equal((4, 2, "p"), (product.PhotoCount, product.RecommendedCount, product.Photo));
        Assert.Equal([17405826, 17420062], product.RecommendedNmIds);
        Assert.Equal(["a", "b"], product.RecommendedPhotos);
        Assert.Null(answer.Products[1].UpdatedAt);
        Assert.Equal(143, answer.Next);
    }

    [Fact]
    public async Task Refused_recommendations_are_told_and_a_second_time_is_no_failure()
    {
        SetRecommendationsRequest request = new() { Products = [new RecommendationList { NmId = 5870243, Recommendations = [] }] };
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"isError":true,"errors":[{"mainNm":"5870243","recomNm":"5870244","message":"The item has no photo"}]}""")
            .Answer(HttpStatusCode.AlreadyReported, """{"requestId":"a033","origin":"recoms","title":"Already Reported","detail":"Recommendations already set"}""");
        SetRecommendationsResponse first = await wb.Client.Cards.SetRecommendationsAsync(request, Cancel);
        Assert.Equal((true, false), (first.IsError, first.IsDuplicate));
        RecommendationError error = Assert.Single(first.Errors);
        Assert.Equal(("5870243", "5870244", "The item has no photo"), (error.NmId, error.RecommendedNmId, error.Message));
        SetRecommendationsResponse second = await wb.Client.Cards.SetRecommendationsAsync(request, Cancel);
        Assert.Equal((false, true, "a033", "recoms"), (second.IsError, second.IsDuplicate, second.RequestId, second.Origin));
        Assert.Empty(second.Errors);
    }
}
