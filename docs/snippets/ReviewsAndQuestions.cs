using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.State;

namespace Snippets;

public static class ReviewsAndQuestions
{
    public static async Task FollowAsync(IWildberriesClient wb, IStateStore store, string sellerId, AnswerSender answers, CancellationToken stop)
    {
        // <follow>
        var options = new UnansweredStreamOptions { MaxOutage = TimeSpan.FromHours(1) };
        await foreach (Feedback feedback in wb.Feedbacks.StreamUnansweredAsync(store, sellerId, options, stop))
        {
            if (feedback.Rating < 5)
                continue;

            // Not sent, because of the token or the network: end here, and this review comes again at the next start.
            AnswerResult result = await answers.AnswerAsync(feedback, "Спасибо за отзыв!", feedback.Id, stop);
            if (result.Outcome == AnswerOutcome.Failed)
                throw new InvalidOperationException($"Review {feedback.Id} is not answered: {result.Answer!.Failure}", result.Error);
        }
        // </follow>
    }

    public static async Task QuestionsAsync(IWildberriesClient wb, IStateStore store, string sellerId, CancellationToken stop)
    {
        // <questions>
        var once = new UnansweredStreamOptions { StopAtEnd = true };
        await foreach (Question question in wb.Questions.StreamUnansweredAsync(store, sellerId, once, stop))
            Console.WriteLine($"{question.Id} about {question.Product?.NmId}, asked at {question.CreatedAt:u}");
        // </questions>
    }

    public static async Task ReadAsync(IWildberriesClient wb, DateTimeOffset monday, CancellationToken stop)
    {
        // <read>
        var week = new FeedbackFilter { NmId = 182340115, From = monday, To = monday.AddDays(7), Sort = FeedbackSort.NewestFirst };
        await foreach (Feedback feedback in wb.Feedbacks.StreamFeedbacksAsync(week, stop))
            Console.WriteLine($"{feedback.CreatedAt:u}: {feedback.Rating} stars, answered: {feedback.Answer is not null}");

        await foreach (Feedback feedback in wb.Feedbacks.StreamArchivedAsync(cancellationToken: stop))
            Console.WriteLine($"{feedback.Id}: {feedback.Rating} stars");
        // </read>
    }

    public static async Task PinAsync(IWildberriesClient wb, IReadOnlyList<Feedback> best, CancellationToken stop)
    {
        // <pin>
        PinChangeResult result = await wb.Feedbacks.PinAsync(
            best.Select(feedback => new PinRequest
            {
                FeedbackId = feedback.Id,
                Product = feedback.Product,
                Place = PinPlace.Card,
                Method = PinMethod.Subscription,
            }),
            cancellationToken: stop);
        Console.WriteLine(result);
        foreach (PinChange row in result.Rows.Where(row => row.Outcome is not (PinOutcome.Done or PinOutcome.Unchanged)))
            Console.WriteLine($"{row.FeedbackId}: {row.Outcome} {row.Reason} {row.ErrorText}");
        // </pin>
    }

    public static async Task UnpinAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <unpin>
        PinLimitsResponse limits = await wb.Feedbacks.GetPinLimitsAsync(stop);
        Console.WriteLine($"The subscription pays for {limits.Limits?.Subscription?.Remaining} more pins.");

        List<long> old = [];
        await foreach (Pin pin in wb.Feedbacks.StreamPinsAsync(new PinFilter { State = PinState.Pinned, NmId = 182340115 }, stop))
            old.Add(pin.Id);
        Console.WriteLine(await wb.Feedbacks.UnpinAsync(old, stop));
        // </unpin>
    }

    public static async Task ReturnAsync(IWildberriesClient wb, Feedback feedback, CancellationToken stop)
    {
        // <return>
        if (feedback.CanRequestReturn == true)
        {
            FeedbackReturnResult result = await wb.Feedbacks.RequestReturnOnceAsync(feedback.Id, stop);
            Console.WriteLine($"{result.Outcome} {result.ErrorText}");
        }
        // </return>
    }
}
