using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.FeedbackAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of feedbacks-api about reviews, and the seller's rating.</summary>
internal sealed class FeedbackHandlers(EmulatedFeedbacks feedbacks, EmulatedSeller seller, TimeProvider time)
{
    private const int MaxTake = 5_000;
    private const int MaxSkip = 199_990;

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET feedbacks-api/api/common/v1/rating", _ => GetRating()),
        Handler.For("GET feedbacks-api/api/v1/feedbacks/count-unanswered", _ => CountUnanswered()),
        Handler.For("GET feedbacks-api/api/v1/feedbacks/count", Count),
        Handler.For("GET feedbacks-api/api/v1/feedbacks", GetPage),
        Handler.For("GET feedbacks-api/api/v1/feedbacks/archive", GetArchive),
        Handler.For("GET feedbacks-api/api/v1/feedback", GetOne),
        Handler.For("POST feedbacks-api/api/v1/feedbacks/answer", request => TakeAnswer(request, isEdit: false)),
        Handler.For("PATCH feedbacks-api/api/v1/feedbacks/answer", request => TakeAnswer(request, isEdit: true)),
        Handler.For("POST feedbacks-api/api/v1/feedbacks/order/return", RequestReturn),
    ];

    private Answer GetRating()
    {
        IReadOnlyList<EmulatedFeedback> all = feedbacks.All;
        decimal average = all.Count == 0 ? 0 : Math.Round((decimal)all.Sum(feedback => feedback.Stars) / all.Count, 1, MidpointRounding.AwayFromZero);
        return Answer.Json(200, new JsonObject { ["feedbackCount"] = all.Count, ["valuation"] = average });
    }

    private Answer CountUnanswered()
    {
        EmulatedFeedback[] unanswered = [.. feedbacks.All.Where(feedback => !feedback.IsArchived)];
        DateTimeOffset now = time.GetUtcNow();
        return Ok(new JsonObject
        {
            ["countUnanswered"] = unanswered.Length,
            ["countUnansweredToday"] = unanswered.Count(feedback => IsToday(feedback.CreatedAt, now)),
        });
    }

    private Answer Count(HandlerRequest request) => FeedbackQuery.ReadPeriod(request, null, out Answer? refusal) is { } query
        ? Ok(feedbacks.All.Count(feedback => feedback.IsArchived == query.IsAnswered && query.Covers(feedback.CreatedAt)))
        : refusal!;

    private Answer GetPage(HandlerRequest request)
    {
        if (FeedbackQuery.ReadPage(request, MaxTake, MaxSkip) is not { } query)
            return BadRequest;
        IReadOnlyList<EmulatedFeedback> all = feedbacks.All;
        int archived = all.Count(feedback => feedback.IsArchived);
        return Ok(new JsonObject
        {
            ["countUnanswered"] = all.Count - archived,
            ["countArchive"] = archived,
            ["feedbacks"] = Write(request, query, all.Where(feedback => feedback.IsArchived == query.IsAnswered)),
        });
    }

    private Answer GetArchive(HandlerRequest request) => FeedbackQuery.ReadPage(request, MaxTake, int.MaxValue, isArchive: true) is { } query
        ? Ok(new JsonObject { ["feedbacks"] = Write(request, query, feedbacks.All.Where(feedback => feedback.IsArchived)) })
        : BadRequest;

    private Answer GetOne(HandlerRequest request) => request.Query("id") is { } id && feedbacks.Find(id) is { } feedback
        ? Ok(Write(feedback, AddressOf(request)))
        : Error(422, "Невозможно получить отзыв по id");

    private Answer TakeAnswer(HandlerRequest request, bool isEdit)
    {
        string type = request.Http.ContentType ?? "";
        if (type.Length == 0)
            return Malformed("content-type header not specified");
        if (!MediaTypeHeaderValue.TryParse(type, out MediaTypeHeaderValue? parsed) || parsed.MediaType is not { } mediaType)
            return Malformed($"content-type is not a valid mime-type: {type}");
        if (!mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return Malformed($"not a json content-type: {mediaType}");
        if (request.ReadJsonObject() is not { } body)
            return Malformed("Неверный синтаксис JSON");
        if (Text(body["id"]) is not { Length: > 0 } id || Text(body["text"]) is not { } text || !IsAnswer(text))
            return Malformed($"id is required, text has {MinAnswer} to {MaxAnswer} characters");
        feedbacks.Receive(id, text, isEdit);
        return Answer.Empty(204);
    }

    private Answer RequestReturn(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body)
            return Error(400, "failed to decode JSON request.");
        if (Text(body["feedbackId"]) is not { Length: > 0 } id)
            return Error(400, "Неправильный id в запросе");
        return feedbacks.RequestReturn(id) switch
        {
            null => Error(400, "Не удалось получить отзыв"),
            true => Ok(null),
            false => Error(422, "Запрос на возврат покупок недоступен"),
        };
    }

    private JsonArray Write(HandlerRequest request, FeedbackQuery query, IEnumerable<EmulatedFeedback> found)
    {
        string address = AddressOf(request);
        return new JsonArray([.. query.PageOf(found, feedback => feedback.NmId, feedback => feedback.CreatedAt).Select(feedback => Write(feedback, address))]);
    }

    private JsonObject Write(EmulatedFeedback feedback, string address) => new()
    {
        ["id"] = feedback.Id,
        ["text"] = feedback.Text,
        ["pros"] = feedback.Pros,
        ["cons"] = feedback.Cons,
        ["productValuation"] = feedback.Stars,
        ["createdDate"] = WireTime.Moscow(feedback.CreatedAt),
        ["answer"] = feedback.Answer is null ? null : new JsonObject
        {
            ["text"] = feedback.Answer,
            ["state"] = feedback.AnswerState,
            ["editable"] = feedback.IsAnswerEditable,
        },
        ["state"] = feedback.IsArchived ? "wbRu" : "none",
        ["productDetails"] = new JsonObject
        {
            ["imtId"] = feedback.ImtId,
            ["nmId"] = feedback.NmId,
            ["productName"] = feedback.ProductName,
            ["supplierArticle"] = feedback.VendorCode,
            ["supplierName"] = seller.Name,
            ["brandName"] = feedback.BrandName,
            ["size"] = feedback.Size,
        },
        ["video"] = feedback.VideoAddresses is not { } video ? null : new JsonObject
        {
            ["previewImage"] = address + video.Cover,
            ["link"] = address + video.Playlist,
            ["durationSec"] = 10,
        },
        ["wasViewed"] = feedback.WasViewed,
        ["photoLinks"] = feedback.PhotoAddresses.Count == 0 ? null : new JsonArray(
        [
            .. feedback.PhotoAddresses.Select(photo => new JsonObject { ["fullSize"] = address + photo.Full, ["miniSize"] = address + photo.Small }),
        ]),
        ["userName"] = feedback.BuyerName,
        ["orderStatus"] = feedback.OrderStatus,
        ["matchingSize"] = feedback.SizeFit,
        ["isAbleSupplierFeedbackValuation"] = false,
        ["supplierFeedbackValuation"] = 0,
        ["isAbleSupplierProductValuation"] = false,
        ["supplierProductValuation"] = 0,
        ["isAbleReturnProductOrders"] = feedback.CanRequestReturn,
        ["returnProductOrdersDate"] = feedback.ReturnRequestedAt is { } returned ? WireTime.Utc(returned) : null,
        ["bables"] = feedback.BuyerTags.Count == 0 ? null : new JsonArray([.. feedback.BuyerTags.Select(tag => (JsonNode)tag)]),
        ["lastOrderShkId"] = 9_000_000_000L + feedback.Number,
        ["lastOrderCreatedAt"] = WireTime.Moscow(feedback.CreatedAt.AddDays(-7)),
        ["color"] = "colorless",
        ["subjectId"] = 219,
        ["subjectName"] = "Пледы",
        ["parentFeedbackId"] = feedback.ParentId,
        ["childFeedbackId"] = feedback.ChildId,
    };

    private static string AddressOf(HandlerRequest request) => $"{request.Http.Scheme}://{request.Http.Host}/";

    private static Answer Malformed(string detail) => Answer.Json(
        400, new JsonObject { ["title"] = "bad request", ["requestId"] = Problem.NewRequestId(), ["origin"] = "fbapi", ["detail"] = detail });
}
