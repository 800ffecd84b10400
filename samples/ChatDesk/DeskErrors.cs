using Microsoft.AspNetCore.Http.HttpResults;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>What the desk says when something is refused: a code that stays the same, and a text in the language of the request.</summary>
internal static class DeskErrors
{
    private static readonly Dictionary<string, (string English, string Russian)> Texts = new(StringComparer.Ordinal)
    {
        ["unknown_chat"] = ("There is no such chat.", "Такого чата нет."),
        ["unknown_file"] = ("There is no such photo.", "Такого фото нет."),
        ["unknown_post"] = ("It is not there any more: the buyer or WB has removed it.", "Этого больше нет: удалил покупатель или WB."),
        ["message_invalid"] = (
            "WB takes 1 to 1,000 characters. A promo code that is attached must stand in the text as a word of its own.",
            "В сообщении должно быть от 1 до 1000 знаков. Приложенный промокод должен стоять в тексте отдельным словом."),
        ["answer_invalid"] = ("WB takes 2 to 5,000 characters.", "В ответе должно быть от 2 до 5000 знаков."),
        ["answer_on_its_way"] = (
            "The answer was begun less than ten minutes ago and may still arrive. Check again later.",
            "Ответ начали отправлять меньше десяти минут назад, он ещё может дойти. Проверьте позже."),
        ["report_id_invalid"] = (
            "An id looks like 2c3d8f1e-5a6b-4c7d-8e9f-0a1b2c3d4e5f: copy it from WB’s sales report.",
            "Id выглядит так: 2c3d8f1e-5a6b-4c7d-8e9f-0a1b2c3d4e5f. Скопируйте его из отчёта о реализации."),
        ["value_out_of_range"] = (
            "One of the numbers is out of range: sums are zero or more, shares are 0 to 100 percent.",
            "Одно из чисел вне допустимых границ: суммы не меньше нуля, доли от 0 до 100 процентов."),
        ["file_in_moderation"] = ("WB is still checking the photo.", "WB ещё проверяет это фото."),
        ["file_refused"] = ("WB’s moderation refused the photo: it cannot be opened.", "WB не пропустил это фото: открыть его нельзя."),
        ["picture_missing"] = ("The photo cannot be fetched from WB now.", "Сейчас фото не удаётся получить от WB."),
        ["file_not_an_image"] = ("This is not a photo. Open it in the seller portal.", "Это не фото. Откройте файл в портале продавца."),
        ["wb_unauthorized"] = ("WB does not accept the token. Make a new one in the seller portal.", "WB не принимает токен. Выпустите новый в портале продавца."),
        ["wb_no_access"] = ("The token has no access to this at WB.", "У токена нет доступа к этому разделу WB."),
        ["wb_no_access_to_reviews"] = (
            "The token has no access to reviews and questions.", "У токена нет доступа к отзывам и вопросам."),
        ["wb_rate_limit"] = ("Too many requests to WB. Try again in a minute.", "Слишком много запросов к WB. Повторите через минуту."),
        ["wb_refused"] = ("WB refused the request.", "WB отклонил запрос."),
        ["wb_unreachable"] = ("WB does not answer. Try again later.", "WB не отвечает. Повторите позже."),
    };

    public static PromoLanguage LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1) is { } first && first.Value.StartsWith("ru", StringComparison.OrdinalIgnoreCase)
            ? PromoLanguage.Russian
            : PromoLanguage.English;

    public static string TextOf(string code, HttpRequest request)
    {
        (string english, string russian) = Texts[code];
        return LanguageOf(request) == PromoLanguage.Russian ? russian : english;
    }

    public static ProblemHttpResult Because(this HttpRequest request, int status, string code) => Problem(status, code, TextOf(code, request));

    /// <summary>What the library refuses, and which answer was first, if the ledger knows it.</summary>
    public static ProblemHttpResult Because(this HttpRequest request, int status, AnswerRefusal refusal, BuyerAnswer? first = null) =>
        Problem(status, refusal.ToString(), refusal.Describe(LanguageOf(request)), first is null ? null : new FirstAnswer(first.ApprovedBy, first.SentAt ?? first.StartedAt));

    public static ProblemHttpResult Because(this HttpRequest request, WildberriesApiException? exception) => request.Because(502, CodeOf(exception));

    public static string CodeOf(WildberriesApiException? exception) => exception switch
    {
        WildberriesUnauthorizedException => "wb_unauthorized",
        WildberriesAccessException => "wb_no_access",
        WildberriesRateLimitException => "wb_rate_limit",
        null or { Delivery: Delivery.Refused } => "wb_refused",
        _ => "wb_unreachable",
    };

    /// <summary>All faults at once: their codes are the keys.</summary>
    public static ValidationProblem Because(this HttpRequest request, IReadOnlyList<PromoCodeViolation> violations)
    {
        PromoLanguage language = LanguageOf(request);
        return TypedResults.ValidationProblem(violations
            .GroupBy(violation => violation.Fault.Value)
            .ToDictionary(group => group.Key, group => group.Select(violation => violation.Describe(language)).ToArray()));
    }

    private static ProblemHttpResult Problem(int status, string code, string text, FirstAnswer? first = null) =>
        TypedResults.Problem(text, statusCode: status, extensions: first is null ? [new("code", code)] : [new("code", code), new("first", first)]);
}

/// <summary>The answer that was first.</summary>
/// <param name="By">Who approved it; null: nobody knows.</param>
/// <param name="At">When it was sent, or begun.</param>
internal sealed record FirstAnswer(string? By, DateTimeOffset At);
