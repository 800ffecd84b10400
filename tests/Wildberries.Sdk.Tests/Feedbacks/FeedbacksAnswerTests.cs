using System.Net;
using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Feedbacks;

public sealed class FeedbacksAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_review_with_everything_is_read()
    {
        using var host = new FakeFeedbacksHost(
            """
            {"data":{"id":"YX52","text":"Подошло","pros":"Удобный","cons":"Нет","matchingSize":"ok","productValuation":5,"createdDate":"2024-09-26T10:20:48+03:00",
            "answer":{"text":"Ждём вас","state":"rejected","editable":true},"state":"wbRu",
            "productDetails":{"imtId":123456789,"nmId":9876543210,"productName":"ВАЗ","supplierArticle":"DP02","supplierName":"ГП","brandName":"Бест","size":"0"},
            "video":{"previewImage":"https://v/p.webp","link":"https://v/i.m3u8","durationSec":10},"wasViewed":true,"photoLinks":[{"fullSize":"https://f","miniSize":"https://m"}],
            "userName":"Николай","orderStatus":"returned","isAbleSupplierFeedbackValuation":true,"supplierFeedbackValuation":1,"isAbleSupplierProductValuation":false,
            "supplierProductValuation":2,"isAbleReturnProductOrders":true,"returnProductOrdersDate":"2024-08-20T16:39:49Z","bables":["цена"],"lastOrderShkId":12345678901,
            "lastOrderCreatedAt":"2024-08-12T10:20:48+03:00","color":"colorless","subjectId":219,"subjectName":"Футболки","parentFeedbackId":null,"childFeedbackId":"bIjT"},
            "error":false,"errorText":"","additionalErrors":null}
            """);
        Feedback feedback = (await host.Api.GetFeedbackAsync("YX52", Cancel)).Data!;
        Assert.Equal(("YX52", "Подошло", "Удобный", "Нет", "Николай"), (feedback.Id, feedback.Text, feedback.Pros, feedback.Cons, feedback.BuyerName));
        Assert.Equal((SizeFit.AsStated, 5, FeedbackState.Processed, FeedbackOrderStatus.Returned), (feedback.SizeFit, feedback.Rating, feedback.State, feedback.OrderStatus));
        Assert.Equal(new DateTimeOffset(2024, 9, 26, 7, 20, 48, TimeSpan.Zero), feedback.CreatedAt);
        Assert.Equal(new FeedbackAnswer { Text = "Ждём вас", State = FeedbackAnswerState.Rejected, IsEditable = true }, feedback.Answer);
        Assert.Equal(
            new FeedbackProduct { NmId = 9_876_543_210, ImtId = 123_456_789, Name = "ВАЗ", VendorCode = "DP02", SupplierName = "ГП", BrandName = "Бест", Size = "0" },
            feedback.Product);
        Assert.Equal(new FeedbackVideo { PreviewImageUrl = "https://v/p.webp", PlaylistUrl = "https://v/i.m3u8", DurationSeconds = 10 }, feedback.Video);
        Assert.Equal([new FeedbackPhoto { FullSizeUrl = "https://f", MiniSizeUrl = "https://m" }], feedback.Photos);
        Assert.Equal((true, true, 1, false, 2, true), (feedback.WasViewed, feedback.CanComplain, feedback.ComplaintReason, feedback.CanReportProblem, feedback.ProductProblem, feedback.CanRequestReturn));
        Assert.Equal(new DateTimeOffset(2024, 8, 20, 16, 39, 49, TimeSpan.Zero), feedback.ReturnRequestedAt);
        Assert.Equal(new DateTimeOffset(2024, 8, 12, 7, 20, 48, TimeSpan.Zero), feedback.LastOrderedAt);
        Assert.Equal(["цена"], feedback.BuyerTags);
        Assert.Equal((12_345_678_901, "colorless", 219, "Футболки"), (feedback.LastOrderShkId, feedback.Color, feedback.SubjectId, feedback.SubjectName));
        Assert.Equal((null, "bIjT"), (feedback.ParentFeedbackId, feedback.ChildFeedbackId));
        Assert.Null(feedback.AdditionalProperties);
    }

    [Fact]
    public async Task A_review_of_stars_alone_is_read()
    {
        using var host = new FakeFeedbacksHost(
            """{"data":{"countUnanswered":52,"countArchive":1000,"feedbacks":[{"id":"a","text":"","answer":null,"video":null,"photoLinks":null,"bables":null,"matchingSize":"","returnProductOrdersDate":null},null,{}]},"error":false,"errorText":"","additionalErrors":null}""");
        FeedbackList list = (await host.Api.GetFeedbacksAsync(false, 10, 0, cancellationToken: Cancel)).Data!;
        Assert.Equal((52, 1000, 3), (list.UnansweredCount, list.ProcessedCount, list.Feedbacks.Count));
        Assert.Equal(("", null, null, default, null), (list.Feedbacks[0].Text, list.Feedbacks[0].Answer, list.Feedbacks[0].Video, list.Feedbacks[0].SizeFit, list.Feedbacks[0].ReturnRequestedAt));
        Assert.Empty(list.Feedbacks[0].Photos);
        Assert.Empty(list.Feedbacks[0].BuyerTags);
        Assert.Equal(("", null, null, null), (list.Feedbacks[2].Id, list.Feedbacks[2].Rating, list.Feedbacks[2].Product, list.Feedbacks[2].WasViewed));
    }

    [Theory]
    [InlineData("ok", "ok")]
    [InlineData("\u043E\u043A", "ok")]
    [InlineData("smaller", "smaller")]
    [InlineData(" ", "")]
    [InlineData("", "")]
    [InlineData("wider", "wider")]
    public void A_size_that_fits_is_read_in_both_alphabets(string wire, string expected)
    {
        var feedback = JsonSerializer.Deserialize($$"""{"matchingSize":"{{wire}}"}""", FeedbacksJsonContext.Default.Feedback)!;
        Assert.Equal(expected, feedback.SizeFit.Value);
        Assert.Equal(expected == "ok", feedback.SizeFit == SizeFit.AsStated);
    }

    [Fact]
    public async Task A_list_of_pins_that_is_not_there_is_not_taken_for_an_empty_one()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"next":1}""").Answer(HttpStatusCode.OK, "{}").Answer(HttpStatusCode.OK, "{}");
        PinRequest pin = new() { Method = PinMethod.Tariff, Place = PinPlace.Card, FeedbackId = "a" };
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Feedbacks.GetPinsAsync(cancellationToken: Cancel));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Feedbacks.DeletePinsAsync([1], Cancel));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => wb.Client.Feedbacks.CreatePinsAsync([pin], Cancel));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_no_empty_page()
    {
        using var host = new FakeFeedbacksHost("""{"data":null,"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Null((await host.Api.GetFeedbacksAsync(false, 1, 0, cancellationToken: Cancel)).Data);
        Assert.Null((await host.Api.GetArchivedFeedbacksAsync(1, 0, cancellationToken: Cancel)).Data);
    }

    [Fact]
    public async Task An_error_in_a_success_is_a_failure()
    {
        const string Failure = """{"data":null,"error":true,"errorText":"Внутренняя ошибка","additionalErrors":["ещё"],"requestId":"r"}""";
        foreach (Func<IFeedbacksApi, Task> call in (Func<IFeedbacksApi, Task>[])
        [
            api => api.GetFeedbacksAsync(false, 1, 0, cancellationToken: Cancel),
            api => api.GetArchivedFeedbacksAsync(1, 0, cancellationToken: Cancel),
            api => api.GetFeedbackAsync("a", Cancel),
            api => api.GetFeedbackCountAsync(true, cancellationToken: Cancel),
            api => api.GetUnansweredCountsAsync(Cancel),
            api => api.RequestReturnAsync(new FeedbackReturnRequest { FeedbackId = "a" }, Cancel),
        ])
        {
            using var wb = new FakeWildberries();
            wb.Answer(HttpStatusCode.OK, Failure);
            var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => call(wb.Client.Feedbacks));
            Assert.Equal("Внутренняя ошибка", error.Detail);
        }
    }

    [Fact]
    public async Task A_review_that_is_not_there_is_422_with_the_words_of_WB()
    {
        using var wb = new FakeWildberries();
        wb.Answer(
            HttpStatusCode.UnprocessableEntity,
            """{"data":null,"error":true,"errorText":"Невозможно получить отзыв по id","additionalErrors":null,"requestId":"87a2fe4d"}""");
        var error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Client.Feedbacks.GetFeedbackAsync("a", Cancel));
        Assert.Equal(("Невозможно получить отзыв по id", "87a2fe4d"), (error.Detail, error.RequestId));
    }

    [Fact]
    public async Task A_seller_who_pays_for_no_pins_is_told_so()
    {
        using var wb = new FakeWildberries();
        wb.Answer(
            HttpStatusCode.Forbidden,
            """{"origin":"pin-open-api","requestId":"7b64","status":403,"title":"no active subscription or tariff","detail":"this feature requires active subscription or active tariff"}""");
        PinRequest pin = new() { Method = PinMethod.Tariff, Place = PinPlace.Card, FeedbackId = "a" };
        var error = await Assert.ThrowsAsync<WildberriesAccessException>(() => wb.Client.Feedbacks.CreatePinsAsync([pin], Cancel));
        Assert.Equal("this feature requires active subscription or active tariff", error.Detail);
    }

    [Fact]
    public async Task Each_pin_has_a_result_of_its_own()
    {
        using var host = new FakeFeedbacksHost(
            """
            {"data":[{"feedbackId":"Vlbk","pinId":18577062,"pinMethod":"subscription","pinOn":"imt","isErrors":false},
            {"feedbackId":"Dibu","pinMethod":"tariff","pinOn":"nm","isErrors":true,"errors":[
            {"status":"itemNotFound","title":"item not found","detail":"not of the seller","requestId":"0414","origin":"pin-open-api"},{"status":"weather"}]}]}
            """);
        IReadOnlyList<PinResult> results = (await host.Api.CreatePinsAsync([], Cancel)).Results;
        Assert.Equal(("Vlbk", 18_577_062, PinMethod.Subscription, PinPlace.MergedCards, false), (results[0].FeedbackId, results[0].PinId, results[0].Method, results[0].Place, results[0].HasErrors));
        Assert.Empty(results[0].Errors);
        Assert.Equal(("Dibu", null, PinMethod.Tariff, PinPlace.Card, true), (results[1].FeedbackId, results[1].PinId, results[1].Method, results[1].Place, results[1].HasErrors));
        Assert.Equal(
            new PinError { Status = PinErrorStatus.ItemNotFound, Title = "item not found", Detail = "not of the seller", RequestId = "0414", Origin = "pin-open-api" },
            results[1].Errors[0]);
        Assert.Equal(PinErrorStatus.From("weather"), results[1].Errors[1].Status);
    }

    [Fact]
    public async Task Pins_come_with_what_became_of_them_and_the_last_page_names_no_next()
    {
        using var host = new FakeFeedbacksHost(
            """
            {"data":[{"changeStateAt":"2020-01-01T15:04:05Z","imtId":256971531,"nmId":177974151,"pinId":1857762,"pinMethod":"subscription","pinOn":"imt","feedbackId":"Dibu",
            "state":"unpinned","unpinnedCause":"sysTariffUnpinned"},{"pinId":"7","state":"pinned"}]}
            """);
        PinsResponse page = await host.Api.GetPinsAsync(cancellationToken: Cancel);
        Assert.Null(page.Next);
        Pin pin = page.Pins[0];
        Assert.Equal((1_857_762, "Dibu", PinState.Unpinned, UnpinCause.NotPaid), (pin.Id, pin.FeedbackId, pin.State, pin.UnpinCause));
        Assert.Equal((256_971_531, 177_974_151, PinMethod.Subscription, PinPlace.MergedCards), (pin.ImtId, pin.NmId, pin.Method, pin.Place));
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 15, 4, 5, TimeSpan.Zero), pin.ChangedAt);
        Assert.Equal((7, PinState.Pinned, default), (page.Pins[1].Id, page.Pins[1].State, page.Pins[1].UnpinCause));
    }

    [Fact]
    public async Task Limits_of_pins_are_there_for_what_the_seller_pays()
    {
        using var host = new FakeFeedbacksHost("""{"data":{"subscription":{"perUnitLimit":2,"remaining":5,"totalLimit":15,"unlimited":false,"used":10},"tariff":null}}""");
        PinLimits limits = (await host.Api.GetPinLimitsAsync(Cancel)).Limits!;
        Assert.Equal(new PinLimit { PerUnit = 2, Remaining = 5, Total = 15, Used = 10 }, limits.Subscription);
        Assert.Null(limits.Tariff);
    }

    [Fact]
    public async Task Numbers_are_read()
    {
        using var rating = new FakeFeedbacksHost("""{"feedbackCount":12355,"valuation":4.55}""");
        Assert.Equal(new SellerRating { FeedbackCount = 12_355, Rating = 4.55m }, await rating.Api.GetSellerRatingAsync(Cancel));
        using var count = new FakeFeedbacksHost("""{"data":724583,"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Equal(724_583, (await count.Api.GetFeedbackCountAsync(true, cancellationToken: Cancel)).Data);
        Assert.Equal(724_583, (await count.Api.GetPinCountAsync(cancellationToken: Cancel)).Count);
        using var unanswered = new FakeFeedbacksHost("""{"data":{"countUnanswered":1,"countUnansweredToday":0},"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Equal(new UnansweredFeedbacks { Count = 1, TodayCount = 0 }, (await unanswered.Api.GetUnansweredCountsAsync(Cancel)).Data);
        using var deleted = new FakeFeedbacksHost("""{"data":[123456,345678]}""");
        Assert.Equal([123_456L, 345_678L], (await deleted.Api.DeletePinsAsync([123_456, 234_567, 345_678], Cancel)).PinIds);
    }

    [Fact]
    public async Task What_a_buyer_wrote_and_the_name_stay_out_of_texts()
    {
        using var host = new FakeFeedbacksHost(
            """{"data":{"feedbacks":[{"id":"YX52","text":"Секрет1","pros":"Секрет2","cons":"Секрет3","userName":"Секрет4","bables":["Секрет5"],"answer":{"text":"Секрет6","state":"wbRu"},"state":"wbRu","productValuation":5,"productDetails":{"nmId":7}}]},"error":false}""");
        FeedbacksResponse answer = await host.Api.GetFeedbacksAsync(true, 1, 0, cancellationToken: Cancel);
        string text = $"{answer} {answer.Data} {answer.Data!.Feedbacks[0]} {answer.Data.Feedbacks[0].Answer}";
        Assert.Contains("Id = YX52, State = wbRu, Rating = 5, NmId = 7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Секрет", text, StringComparison.Ordinal);
    }
}
