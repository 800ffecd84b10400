using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.FeedbackAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The questions of feedbacks-api.</summary>
internal sealed class QuestionsArea(EmulatedQuestions questions, EmulatedFeedbacks feedbacks, EmulatedSeller seller, TimeProvider time)
    : EmulatedArea(typeof(IQuestionsApi), QuestionsJsonContext.Default)
{
    private const int MaxReach = 10_000;

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET feedbacks-api/api/v1/new-feedbacks-questions", _ => GetUnviewed()),
        Handler.For("GET feedbacks-api/api/v1/questions/count-unanswered", _ => CountUnanswered()),
        Handler.For("GET feedbacks-api/api/v1/questions/count", Count),
        Handler.For("GET feedbacks-api/api/v1/questions", GetPage),
        Handler.For("GET feedbacks-api/api/v1/question", GetOne),
        Handler.For("PATCH feedbacks-api/api/v1/questions", Update),
    ];

    public override void Seed(DateTimeOffset now) => QuestionsSeed.Fill(questions, now);

    private Answer GetUnviewed() => Ok(new JsonObject
    {
        ["hasNewQuestions"] = questions.All.Any(question => !question.WasViewed),
        ["hasNewFeedbacks"] = feedbacks.All.Any(feedback => !feedback.WasViewed),
    });

    private Answer CountUnanswered()
    {
        EmulatedQuestion[] unanswered = [.. questions.All.Where(question => question.Answer is null)];
        DateTimeOffset now = time.GetUtcNow();
        return Ok(new JsonObject
        {
            ["countUnanswered"] = unanswered.Length,
            ["countUnansweredToday"] = unanswered.Count(question => IsToday(question.CreatedAt, now)),
        });
    }

    private Answer Count(HandlerRequest request) => FeedbackQuery.ReadPeriod(request, true, out Answer? refusal) is { } query
        ? Ok(questions.All.Count(question => question.Answer is not null == query.IsAnswered && query.Covers(question.CreatedAt)))
        : refusal!;

    private Answer GetPage(HandlerRequest request)
    {
        if (FeedbackQuery.ReadPage(request, MaxReach, MaxReach, MaxReach) is not { } query)
            return BadRequest;
        IReadOnlyList<EmulatedQuestion> all = questions.All;
        int answered = all.Count(question => question.Answer is not null);
        IEnumerable<EmulatedQuestion> found = all.Where(question => question.Answer is not null == query.IsAnswered);
        return Ok(new JsonObject
        {
            ["countUnanswered"] = all.Count - answered,
            ["countArchive"] = answered,
            ["questions"] = new JsonArray([.. query.PageOf(found, question => question.NmId, question => question.CreatedAt).Select(Write)]),
        });
    }

    private Answer GetOne(HandlerRequest request) => request.Query("id") is { } id && questions.Find(id) is { } question
        ? Ok(Write(question))
        : Error(422, "Невозможно получить вопрос по id");

    private Answer Update(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body || Text(body["id"]) is not { Length: > 0 } id)
            return BadRequest;
        int status;
        if (body["wasViewed"] is { } flag)
        {
            if (flag is not JsonValue value || !value.TryGetValue(out bool wasViewed) || body["answer"] is not null || body["state"] is not null)
                return BadRequest;
            status = questions.View(id, wasViewed) ? 200 : 404;
        }
        else
        {
            string? state = Text(body["state"]), text = Text((body["answer"] as JsonObject)?["text"]);
            if (state is not ("wbRu" or "none") || text is null)
                return BadRequest;
            status = IsAnswer(text) ? questions.Receive(id, text, isRejection: state == "none") : 422;
        }

        return status switch
        {
            200 => Ok(null),

            // WB's own word for a question.
            404 => Error(404, "Не найден отзыв"),
            _ => Error(422, "Не удалось отредактировать вопрос"),
        };
    }

    private JsonObject Write(EmulatedQuestion question) => new()
    {
        ["id"] = question.Id,
        ["text"] = question.Text,
        ["createdDate"] = Time(question.CreatedAt),
        ["state"] = question.Answer is null ? "suppliersPortalSynch" : question.IsRejected ? "none" : "wbRu",
        ["answer"] = question.Answer is null ? null : new JsonObject
        {
            ["text"] = question.Answer,
            ["editable"] = question.IsAnswerEditable,
            ["createDate"] = Time(question.AnsweredAt!.Value),
        },
        ["productDetails"] = new JsonObject
        {
            ["imtId"] = question.ImtId,
            ["nmId"] = question.NmId,
            ["productName"] = question.ProductName,
            ["supplierArticle"] = question.VendorCode,
            ["supplierName"] = seller.Name,
            ["brandName"] = question.BrandName,
        },
        ["wasViewed"] = question.WasViewed,
        ["isWarned"] = question.IsSuspicious,
    };

    // Nanoseconds.
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
}
