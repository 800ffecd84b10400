using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>
/// Reviews of buyers and the answers to them, pinned reviews, and the seller's rating: one method per WB operation. All methods but the rating share one
/// limit with those of questions.
/// </summary>
/// <remarks>
/// What buyers write, and their names, are personal data: no model shows them in its text.
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
/// </remarks>
[WildberriesApi(typeof(FeedbacksHost))]
[Area<Areas.Feedbacks>]
public interface IFeedbacksApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, Sandbox = true)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the seller's rating and how many reviews it is made of. For service tokens only, once a minute.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rating.</returns>
    [Get("/api/common/v1/rating")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, TokenKinds = TokenKinds.Service)]
    [RateLimit(1, 60, 1)]
    Task<SellerRating> GetSellerRatingAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts the reviews that are not processed.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are in all, and how many of today.</returns>
    [Get("/api/v1/feedbacks/count-unanswered")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<UnansweredFeedbacksResponse> GetUnansweredCountsAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts the reviews of a period.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
    /// <param name="isAnswered"><see langword="true"/>: those that are processed; <see langword="false"/>: those that are not.</param>
    /// <param name="dateFrom">Reviews written from then on, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="dateTo">Reviews written until then, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are.</returns>
    [Get("/api/v1/feedbacks/count")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<FeedbackCountResponse> GetFeedbackCountAsync(
        bool isAnswered, long? dateFrom = null, long? dateTo = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the reviews that are processed, or of those that are not.</summary>
    /// <remarks>
    /// WB pages by position: a review that is written or answered meanwhile shifts the rest.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="isAnswered"><see langword="true"/>: those that are processed; <see langword="false"/>: those that are not.</param>
    /// <param name="take">How many reviews at most: 1 to 5,000.</param>
    /// <param name="skip">How many to skip: 0 to 199,990. What lies further is reached with a shorter period.</param>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: all products.</param>
    /// <param name="sort">In which order; <see langword="null"/>: WB decides.</param>
    /// <param name="dateFrom">Reviews written from then on, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="dateTo">Reviews written until then, in Unix seconds; <see langword="null"/>: no bound.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; without reviews it is the end.</returns>
    [Get("/api/v1/feedbacks")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<FeedbacksResponse> GetFeedbacksAsync(
        bool isAnswered,
        [Range(1, FeedbackLimits.MaxPage)] int take,
        [Range(0, FeedbackLimits.MaxSkip)] int skip,
        long? nmId = null,
        [AliasAs("order")] FeedbackSort? sort = null,
        long? dateFrom = null,
        long? dateTo = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the archived reviews.</summary>
    /// <remarks>
    /// WB archives a review when it is answered, when it has waited for 30 days, and at once when it has neither text nor photo. There is no filter by time.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="take">How many reviews at most: 1 to 5,000.</param>
    /// <param name="skip">How many to skip. WB does not say how many it can be.</param>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: all products.</param>
    /// <param name="sort">In which order; <see langword="null"/>: WB decides.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; without reviews it is the end.</returns>
    [Get("/api/v1/feedbacks/archive")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<ArchivedFeedbacksResponse> GetArchivedFeedbacksAsync(
        [Range(1, FeedbackLimits.MaxPage)] int take,
        [Range(0, int.MaxValue)] int skip,
        long? nmId = null,
        [AliasAs("order")] FeedbackSort? sort = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a review.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
    /// <param name="feedbackId">The review's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The review. WB answers 422, and not 404, if there is none.</returns>
    [Get("/api/v1/feedback")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<FeedbackResponse> GetFeedbackAsync([AliasAs("id"), Required] string feedbackId, CancellationToken cancellationToken = default);

    /// <summary>Answers a review.</summary>
    /// <remarks>
    /// Success does not mean that buyers see the answer: WB does not check whether there is the review, and looks at the text later
    /// (<see cref="FeedbackAnswer.State"/>). Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="request">The review and the text, 2 to 5,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call; the answer may have been given nevertheless: look at the review.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Post("/api/v1/feedbacks/answer")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Write, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task CreateAnswerAsync([Body] FeedbackAnswerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes the answer to a review: once, within 60 days after it was given.</summary>
    /// <remarks>
    /// Success does not mean that it was changed: WB does not check whether there is the review. <see cref="FeedbackAnswer.IsEditable"/> tells whether it can be.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="request">The review and the new text, 2 to 5,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call; the answer may have been changed nevertheless: look at the review.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Patch("/api/v1/feedbacks/answer")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Write, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task UpdateAnswerAsync([Body] FeedbackAnswerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks a product back of which a buyer has written a review.</summary>
    /// <remarks>
    /// Only for reviews with <see cref="Feedback.CanRequestReturn"/>. <see cref="Feedback.ReturnRequestedAt"/> tells later that it was done.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="request">The review.</param>
    /// <param name="cancellationToken">Cancels the call; the product may have been asked back nevertheless: look at the review.</param>
    /// <returns>
    /// Nothing that matters. WB answers 400 if there is no such review, and 422 if the product cannot be asked back or that did not work.
    /// </returns>
    [Post("/api/v1/feedbacks/order/return")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Write, LimitGroup = FeedbacksHost.FeedbacksAndQuestions, Sandbox = true)]
    Task<FeedbackReturnResponse> RequestReturnAsync([Body] FeedbackReturnRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the pinned reviews, and of those that WB has unpinned by itself. What the seller has unpinned is not there.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
    /// <param name="state">Pinned or unpinned; <see langword="null"/>: both.</param>
    /// <param name="pinOn">Pinned in a card or in a group of merged cards; <see langword="null"/>: both.</param>
    /// <param name="imtId">The group of merged cards; a card that is not merged has one, too. <see langword="null"/>: all.</param>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: all products.</param>
    /// <param name="feedbackId">
    /// The review; <see langword="null"/>: all. WB's pages call it a number, but the ids of reviews are texts everywhere else.
    /// </param>
    /// <param name="dateFrom">Those pinned from then on; <see langword="null"/>: no bound.</param>
    /// <param name="dateTo">Those pinned until then; <see langword="null"/>: no bound.</param>
    /// <param name="next"><see cref="PinsResponse.Next"/> of the page before; <see langword="null"/> for the first page.</param>
    /// <param name="limit">How many at most: 1 to 500, which is WB's default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    [Get("/api/feedbacks/v1/pins")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions)]
    Task<PinsResponse> GetPinsAsync(
        PinState? state = null,
        PinPlace? pinOn = null,
        long? imtId = null,
        long? nmId = null,
        string? feedbackId = null,
        DateTimeOffset? dateFrom = null,
        DateTimeOffset? dateTo = null,
        long? next = null,
        [Range(1, FeedbackLimits.MaxPins)] int? limit = null,
        CancellationToken cancellationToken = default);

    /// <summary>Counts the pinned reviews, and those that WB has unpinned by itself.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
    /// <param name="state">Pinned or unpinned; <see langword="null"/>: both.</param>
    /// <param name="pinOn">Pinned in a card or in a group of merged cards; <see langword="null"/>: both.</param>
    /// <param name="imtId">The group of merged cards; a card that is not merged has one, too. <see langword="null"/>: all.</param>
    /// <param name="nmId">The product's number at WB; <see langword="null"/>: all products.</param>
    /// <param name="feedbackId">The review; <see langword="null"/>: all.</param>
    /// <param name="dateFrom">Those pinned from then on; <see langword="null"/>: no bound.</param>
    /// <param name="dateTo">Those pinned until then; <see langword="null"/>: no bound.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are.</returns>
    [Get("/api/feedbacks/v1/pins/count")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions)]
    Task<PinCountResponse> GetPinCountAsync(
        PinState? state = null,
        PinPlace? pinOn = null,
        long? imtId = null,
        long? nmId = null,
        string? feedbackId = null,
        DateTimeOffset? dateFrom = null,
        DateTimeOffset? dateTo = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets how many reviews can be pinned, by each of the two things that pay for it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The limits.</returns>
    [Get("/api/feedbacks/v1/pins/limits")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = FeedbacksHost.FeedbacksAndQuestions)]
    Task<PinLimitsResponse> GetPinLimitsAsync(CancellationToken cancellationToken = default);

    /// <summary>Pins reviews in cards or in groups of merged cards. The Jam subscription or an option of the tariff constructor pays for it.</summary>
    /// <remarks>
    /// Some may be pinned and others not: look at each result.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.
    /// </remarks>
    /// <param name="requests">The reviews, 1 to 500.</param>
    /// <param name="cancellationToken">Cancels the call; the reviews may have been pinned nevertheless: look at <see cref="GetPinsAsync"/>.</param>
    /// <returns>A result for each review. WB answers 403 to a seller who has neither the subscription nor the option.</returns>
    [Post("/api/feedbacks/v1/pins")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Write, LimitGroup = FeedbacksHost.FeedbacksAndQuestions)]
    Task<CreatedPinsResponse> CreatePinsAsync(
        [Body, Items(1, FeedbackLimits.MaxPins)] PinRequest[] requests, CancellationToken cancellationToken = default);

    /// <summary>Unpins reviews.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
    /// <param name="pinIds">The pins, 1 to 500: <see cref="Pin.Id"/>, not the ids of the reviews.</param>
    /// <param name="cancellationToken">Cancels the call; the reviews may have been unpinned nevertheless.</param>
    /// <returns>The pins that are gone: a pin that is missing there was not taken away.</returns>
    [Delete("/api/feedbacks/v1/pins")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Write, LimitGroup = FeedbacksHost.FeedbacksAndQuestions)]
    Task<DeletedPinsResponse> DeletePinsAsync(
        [Body, Items(1, FeedbackLimits.MaxPins)] long[] pinIds, CancellationToken cancellationToken = default);
}
