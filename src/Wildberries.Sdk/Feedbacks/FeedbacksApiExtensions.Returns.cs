using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <content>Products that are asked back.</content>
public static partial class FeedbacksApiExtensions
{
    private static readonly string[] ReturnMembers = ["returnProductOrdersDate", "isAbleReturnProductOrders"];

    /// <summary>Asks a product back of which a buyer has written a review, once: the review is looked at first, and again if the answer is lost.</summary>
    /// <remarks>
    /// WB does not say how it treats a second request; two callers at the same moment are not held apart. Source:
    /// <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
    /// </remarks>
    /// <param name="api">The reviews.</param>
    /// <param name="feedbackId">The review: one with <see cref="Feedback.CanRequestReturn"/>.</param>
    /// <param name="cancellationToken">Ends the call with an <see cref="OperationCanceledException"/>; the product may have been asked back nevertheless: call again.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="WildberriesResponseException">WB did not show the review, or what it says about returns cannot be read: nothing was asked back.</exception>
    /// <exception cref="WildberriesApiException">The review could not be read, or WB has not got the request: nothing was asked back.</exception>
    public static async Task<FeedbackReturnResult> RequestReturnOnceAsync(
        this IFeedbacksApi api, string feedbackId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        var result = new FeedbackReturnResult { FeedbackId = Argument.Text(feedbackId) };
        Feedback feedback;
        try
        {
            feedback = Known(feedbackId, (await api.GetFeedbackAsync(feedbackId, cancellationToken).ConfigureAwait(false)).Data);
        }
        catch (WildberriesBadRequestException exception)
        {
            // So WB says that there is none.
            return result with { Outcome = FeedbackReturnOutcome.Refused, ErrorText = exception.Detail ?? exception.Message, Error = exception };
        }

        if (feedback.ReturnRequestedAt is { } before)
            return result with { Outcome = FeedbackReturnOutcome.AlreadyRequested, RequestedAt = before };
        if (feedback.CanRequestReturn == false)
            return result with { Outcome = FeedbackReturnOutcome.Refused, ErrorText = "The review says that the product cannot be asked back." };
        try
        {
            await api.RequestReturnAsync(new FeedbackReturnRequest { FeedbackId = feedbackId }, cancellationToken).ConfigureAwait(false);
            return result with { Outcome = FeedbackReturnOutcome.Requested };
        }
        catch (WildberriesBadRequestException exception) when (exception.Delivery == Delivery.Refused)
        {
            return result with { Outcome = FeedbackReturnOutcome.Refused, ErrorText = exception.Detail ?? exception.Message, Error = exception };
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
        {
            return await FindReturnAsync(api, result with { ErrorText = exception.Message, Error = exception }, cancellationToken).ConfigureAwait(false);
        }
    }

    // A return costs money: nothing is asked back for a review of which nobody knows whether it was asked for already.
    private static Feedback Known(string feedbackId, Feedback? feedback)
    {
        string? why = feedback is null || !string.Equals(feedback.Id, feedbackId, StringComparison.OrdinalIgnoreCase) ? "WB did not show the review"
            : Array.Find(ReturnMembers, feedback.UnreadableProperties.ContainsKey) is { } member ? $"\"{member}\" of the review cannot be read"
            : null;
        return why is null ? feedback! : throw new WildberriesResponseException($"Nothing was asked back: {why}.")
        {
            Operation = "Feedbacks.GetFeedback",
            Delivery = Delivery.Answered,
        };
    }

    private static async Task<FeedbackReturnResult> FindReturnAsync(IFeedbacksApi api, FeedbackReturnResult open, CancellationToken cancellationToken)
    {
        try
        {
            DateTimeOffset? at = Known(open.FeedbackId, (await api.GetFeedbackAsync(open.FeedbackId, cancellationToken).ConfigureAwait(false)).Data).ReturnRequestedAt;
            return at is null ? open : open with { Outcome = FeedbackReturnOutcome.Requested, RequestedAt = at, ErrorText = null, Error = null };
        }
        catch (WildberriesApiException)
        {
            return open;
        }
    }
}
