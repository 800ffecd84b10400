using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;

namespace Wildberries.Sdk.Questions;

/// <summary>
/// Questions of buyers about products, and the answers to them: one method per WB operation. All methods share one limit with those of reviews.
/// </summary>
/// <remarks>
/// What buyers write is personal data: no model shows it in its text.
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.
/// </remarks>
[WildberriesApi(typeof(FeedbacksHost))]
[Area<Areas.Questions>]
public interface IQuestionsApi
{
    /// <summary>Tells whether there are questions and reviews that the seller has not looked at.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there are any.</returns>
    [Get("/api/v1/new-feedbacks-questions")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<UnviewedResponse> GetUnviewedAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts the questions that have no answer.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are in all, and how many of today.</returns>
    [Get("/api/v1/questions/count-unanswered")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<UnansweredQuestionsResponse> GetUnansweredCountsAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts the questions of a period.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
    /// <param name="dateFrom">Questions written from then on, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="dateTo">Questions written until then, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="isAnswered">
    /// <see langword="false"/>: those without an answer; <see langword="true"/> or <see langword="null"/>: those that have one.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are.</returns>
    [Get("/api/v1/questions/count")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<QuestionCountResponse> GetQuestionCountAsync(
        long? dateFrom = null, long? dateTo = null, bool? isAnswered = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the questions that have an answer, or of those that have none.</summary>
    /// <remarks>
    /// WB gives no more than the first 10,000: what lies further is reached with a shorter period. WB pages by position: a question that is written or
    /// answered meanwhile shifts the rest. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.
    /// </remarks>
    /// <param name="isAnswered"><see langword="true"/>: those that have an answer; <see langword="false"/>: those that have none.</param>
    /// <param name="take">How many questions at most: 1 to 10,000. WB refuses it if it is more than 10,000 together with <paramref name="skip"/>.</param>
    /// <param name="skip">How many to skip: 0 to 10,000.</param>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: all products.</param>
    /// <param name="sort">In which order; <see langword="null"/>: WB decides.</param>
    /// <param name="dateFrom">Questions written from then on, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="dateTo">Questions written until then, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; without questions it is the end.</returns>
    [Get("/api/v1/questions")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<QuestionsResponse> GetQuestionsAsync(
        bool isAnswered,
        [Range(1, QuestionLimits.MaxReach)] int take,
        [Range(0, QuestionLimits.MaxReach)] int skip,
        long? nmId = null,
        [AliasAs("order")] QuestionSort? sort = null,
        long? dateFrom = null,
        long? dateTo = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a question.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
    /// <param name="questionId">The question's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The question. WB answers 422, and not 404, if there is none.</returns>
    [Get("/api/v1/question")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<QuestionResponse> GetQuestionAsync([AliasAs("id"), Required] string questionId, CancellationToken cancellationToken = default);

    /// <summary>Marks a question as viewed, answers it, or rejects it.</summary>
    /// <remarks>
    /// To answer a question that has an answer is to change the answer: once, within 60 days after it was given (<see cref="QuestionAnswer.IsEditable"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.
    /// </remarks>
    /// <param name="request">The question, and what is done with it: one thing. An answer has 2 to 5,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless: look at the question.</param>
    /// <returns>Nothing that matters. WB answers 404 if there is no such question, and 422 if it cannot be done.</returns>
    [Patch("/api/v1/questions")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Write, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<UpdateQuestionResponse> UpdateQuestionAsync([Body] UpdateQuestionRequest request, CancellationToken cancellationToken = default);
}
