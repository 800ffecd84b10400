using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.State;

namespace ChatDesk;

/// <summary>Follows the reviews and questions that wait, and looks now and then what has become of those of the last 60 days.</summary>
internal sealed partial class PostFeed(
    IWildberriesClient wb, PostBoard board, PostAnswers answers, DeskSettings settings, UnansweredStreamOptions options, TimeProvider time, ILogger<PostFeed> logger)
    : BackgroundService
{
    // An answer can be edited for so long, and WB's moderation rejects sooner.
    private const int Days = 60;

    // The newest of those that have an answer: more are found at WB.
    private const int MaxAnswered = 5_000;

    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    // None ends before the desk does; if one should, the host must hear of it.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await await Task.WhenAny(
        KeepAsync(AnswerChannel.Feedback, FollowFeedbacksAsync, stoppingToken),
        KeepAsync(AnswerChannel.Question, FollowQuestionsAsync, stoppingToken),
        KeepAsync(AnswerChannel.Feedback, LookAtFeedbacksAsync, stoppingToken),
        KeepAsync(AnswerChannel.Question, LookAtQuestionsAsync, stoppingToken));

    // In memory: a desk that starts shows all that waits.
    private async Task FollowFeedbacksAsync(CancellationToken stoppingToken)
    {
        await foreach (Feedback feedback in wb.Feedbacks.StreamUnansweredAsync(new InMemoryStateStore(), settings.SellerId, options, stoppingToken))
            TakeWaiting(new BuyerPost(feedback, DateTimeOffset.MinValue));
    }

    private async Task FollowQuestionsAsync(CancellationToken stoppingToken)
    {
        await foreach (Question question in wb.Questions.StreamUnansweredAsync(new InMemoryStateStore(), settings.SellerId, options, stoppingToken))
            TakeWaiting(new BuyerPost(question, DateTimeOffset.MinValue));
    }

    private async Task LookAtFeedbacksAsync(CancellationToken stoppingToken)
    {
        await answers.ReadLedgerAsync(AnswerChannel.Feedback, stoppingToken);
        DateTimeOffset now = time.GetUtcNow();
        var filter = new FeedbackFilter { IsAnswered = true, From = now.AddDays(-Days), Sort = FeedbackSort.NewestFirst };
        await foreach (Feedback feedback in wb.Feedbacks.StreamFeedbacksAsync(filter, stoppingToken).Take(MaxAnswered))
            board.Take(new BuyerPost(feedback, now));
        board.SetProblem(AnswerChannel.Feedback, null);
        await Task.Delay(BetweenReadings, time, stoppingToken);
    }

    private async Task LookAtQuestionsAsync(CancellationToken stoppingToken)
    {
        await answers.ReadLedgerAsync(AnswerChannel.Question, stoppingToken);
        DateTimeOffset now = time.GetUtcNow();
        var filter = new QuestionFilter { IsAnswered = true, From = now.AddDays(-Days), Sort = QuestionSort.NewestFirst };
        await foreach (Question question in wb.Questions.StreamQuestionsAsync(filter, stoppingToken).Take(MaxAnswered))
            board.Take(new BuyerPost(question, now));
        board.SetProblem(AnswerChannel.Question, null);
        await Task.Delay(BetweenReadings, time, stoppingToken);
    }

    // Read at an unknown moment before: what is known already is newer.
    private void TakeWaiting(BuyerPost post)
    {
        board.Take(post);
        board.SetProblem(post.Channel, null);
    }

    private async Task KeepAsync(AnswerChannel channel, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // A token need not have the category: the chats go on without.
                board.SetProblem(channel, exception is WildberriesAccessException ? "wb_no_access_to_reviews" : DeskErrors.CodeOf(exception as WildberriesApiException));
                LogFailure(channel, exception is WildberriesApiException ? exception.Message : exception.GetType().Name);
                await Task.Delay(exception is WildberriesAccessException ? BetweenReadings : PauseAfterFailure, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel}: could not be read, another try follows: {Reason}")]
    private partial void LogFailure(AnswerChannel channel, string reason);
}
