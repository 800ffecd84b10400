using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Feedbacks;

/// <summary>Reviews and questions over the wire: followed, read, pinned.</summary>
public sealed class ReviewFlowTests
{
    private const string Seller = "seller";

    private static readonly UnansweredStreamOptions Once = new() { StopAtEnd = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_buyers_write_comes_while_the_stream_runs_and_is_answered_once()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedFeedbacks feedbacks = shop.Emulator.Feedbacks;
        EmulatedQuestions questions = shop.Emulator.Questions;
        Write(feedbacks, "f1");
        feedbacks.BuyerWrites(new EmulatedFeedback { Id = "blank", NmId = 7 });
        questions.BuyerAsks(new EmulatedQuestion { Id = "q1", NmId = 7, Text = "Он колется?" });
        var answers = new AnswerSender(Seller, shop.Client, new InMemoryAnswerStore());
        var store = new InMemoryStateStore();
        List<string> read = [];
        await foreach (Feedback feedback in shop.Client.Feedbacks.StreamUnansweredAsync(store, Seller, cancellationToken: Cancel))
        {
            read.Add(feedback.Id);
            await answers.AnswerAsync(feedback, "Спасибо!", feedback.Id, Cancel);
            if (read.Count == 3)
                break;
            Write(feedbacks, $"f{read.Count + 1}");
        }

        await foreach (Question question in shop.Client.Questions.StreamUnansweredAsync(store, Seller, Once, Cancel))
            await answers.AnswerAsync(question, "Нет.", question.Id, Cancel);
        Assert.Equal(["f1", "f2", "f3"], read);
        Assert.Equal(["f1", "f2", "f3"], feedbacks.Sent.Select(answer => answer.Id));
        Assert.Equal(["q1"], questions.Sent.Select(answer => answer.Id));
    }

    [Fact]
    public async Task A_stream_goes_on_where_another_stopped()
    {
        string folder = Directory.CreateTempSubdirectory("wb-reviews").FullName;
        try
        {
            await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
            for (int i = 1; i <= 3; i++)
                Write(shop.Emulator.Feedbacks, $"f{i}");
            List<string> first = [], second = [];
            await foreach (Feedback feedback in shop.Client.Feedbacks.StreamUnansweredAsync(new FileStateStore(folder), Seller, Once, Cancel))
            {
                first.Add(feedback.Id);
                if (first.Count == 2)
                    break;
            }

            await foreach (Feedback feedback in shop.Client.Feedbacks.StreamUnansweredAsync(new FileStateStore(folder), Seller, Once, Cancel))
                second.Add(feedback.Id);
            Assert.Equal(["f1", "f2"], first);
            Assert.Equal(["f2", "f3"], second);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task More_questions_than_WB_lets_one_skip_are_read_in_both_orders()
    {
        var clock = new FastClock(200);
        await using Shop shop = await Shop.OpenAsync(clock: clock);
        DateTimeOffset start = clock.GetUtcNow().AddDays(-1);
        for (int i = 0; i < 10_500; i++)
            shop.Emulator.Questions.BuyerAsks(new EmulatedQuestion { NmId = 1 + (i % 2), Text = "?" }, start.AddSeconds(i / 40));
        var questions = new HashSet<string>();
        await foreach (Question question in shop.Client.Questions.StreamQuestionsAsync(cancellationToken: Cancel))
            Assert.True(questions.Add(question.Id));
        Assert.Equal(10_500, questions.Count);

        var period = new QuestionFilter
        {
            IsAnswered = false,
            NmId = 1,
            Sort = QuestionSort.NewestFirst,
            From = start.AddSeconds(10),
            To = start.AddSeconds(19),
        };
        DateTimeOffset?[] times = await shop.Client.Questions.StreamQuestionsAsync(period, Cancel).Select(question => question.CreatedAt).ToArrayAsync(Cancel);
        Assert.Equal(200, times.Length);
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task Reviews_are_read_with_those_that_are_answered_meanwhile_and_the_archive()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedFeedbacks feedbacks = shop.Emulator.Feedbacks;
        for (int i = 1; i <= 10; i++)
            Write(feedbacks, $"f{i}");
        List<string> read = [];
        await foreach (Feedback feedback in shop.Client.Feedbacks.StreamFeedbacksAsync(cancellationToken: Cancel))
        {
            read.Add(feedback.Id);
            if (read.Count == 1)
                feedbacks.SellerAnswers("f9", "Спасибо!");
        }

        Assert.Equal(10, read.Distinct().Count());
        Assert.Equal(10, read.Count);
        Assert.Equal(["f9"], await shop.Client.Feedbacks.StreamArchivedAsync(7, cancellationToken: Cancel).Select(feedback => feedback.Id).ToArrayAsync(Cancel));
    }

    [Fact]
    public async Task Reviews_are_pinned_as_far_as_is_paid_for_and_unpinned()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedFeedbacks feedbacks = shop.Emulator.Feedbacks;
        feedbacks.TariffPins = new EmulatedPinLimit { PerUnit = 2, Total = 15 };
        Feedback[] all = [.. await Task.WhenAll(Enumerable.Range(1, 4).Select(async i =>
        {
            Write(feedbacks, $"f{i}");
            return (await shop.Client.Feedbacks.GetFeedbackAsync($"f{i}", Cancel)).Data!;
        }))];
        feedbacks.RefusePin("f1", "feedbackExcluded");
        PinRequest[] requests = [.. all.Select(feedback =>
            new PinRequest { FeedbackId = feedback.Id, Product = feedback.Product, Method = PinMethod.Tariff, Place = PinPlace.Card })];
        PinChangeResult result = await shop.Client.Feedbacks.PinAsync(requests, cancellationToken: Cancel);
        Assert.Equal([PinOutcome.Refused, PinOutcome.Done, PinOutcome.Done, PinOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal([PinErrorStatus.FeedbackExcluded, PinErrorStatus.UnitLimitReached], result.Refused.Select(row => row.Reason));
        Assert.All(result.Refused, row => Assert.NotEmpty(row.Errors));

        // Now it is known before that the card is full.
        PinChangeResult again = await shop.Client.Feedbacks.PinAsync(requests[1..], cancellationToken: Cancel);
        Assert.Equal([PinOutcome.Unchanged, PinOutcome.Unchanged, PinOutcome.Refused], again.Rows.Select(row => row.Outcome));
        Assert.Empty(again.Rows[2].Errors);
        PinChangeResult gone = await shop.Client.Feedbacks.UnpinAsync(feedbacks.Pins.Select(pin => pin.Id).Append(5), Cancel);
        Assert.Equal([PinOutcome.Done, PinOutcome.Done, PinOutcome.Unchanged], gone.Rows.Select(row => row.Outcome));
        Assert.Empty(feedbacks.Pins);
    }

    [Fact]
    public async Task A_pin_whose_answer_is_lost_is_found_and_not_sent_again()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        shop.Emulator.Feedbacks.TariffPins = new EmulatedPinLimit();
        Write(shop.Emulator.Feedbacks, "f1");
        shop.Emulator.Faults.Next("POST /api/feedbacks/v1/pins", Fault.Reset.AfterOperation());
        PinChangeResult result = await shop.Client.Feedbacks.PinAsync(
            [new PinRequest { FeedbackId = "f1", Method = PinMethod.Tariff, Place = PinPlace.MergedCards }], cancellationToken: Cancel);
        Assert.Equal(shop.Emulator.Feedbacks.Pins[0].Id, Assert.Single(result.Done).PinId);
        Assert.Equal(1, shop.Emulator.Requests.Count("POST /api/feedbacks/v1/pins"));
    }

    private static void Write(EmulatedFeedbacks feedbacks, string id) => feedbacks.BuyerWrites(new EmulatedFeedback { Id = id, NmId = 7, Text = "Хороший плед" });
}
