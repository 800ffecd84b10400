using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Answers;

public sealed class UnansweredStreamTests
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string Name = "unanswered-feedbacks";

    private readonly FakeUnanswered _wb = new();
    private readonly InMemoryStateStore _store = new();
    private readonly JumpingTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static UnansweredStreamOptions Once => new() { StopAtEnd = true };

    [Fact]
    public async Task At_first_all_that_wait_come_and_then_the_new_ones()
    {
        Have("b", "a");
        Assert.Equal(["b", "a"], await ReadAsync(Once));
        Have("c");
        Assert.Equal(["c"], await ReadAsync(Once));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Without_an_end_it_waits_and_asks_for_the_last_days_only()
    {
        Have("a");
        _wb.BeforePage = call =>
        {
            if (call == 4)
                Have("b");
        };
        Assert.Equal(["a", "b"], await TakeAsync(2, new UnansweredStreamOptions { Interval = TimeSpan.FromSeconds(7) }));
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits.Distinct());
        Assert.Null(_wb.Requests[0].From);
        Assert.All(_wb.Requests.Where(request => request.From < FakeUnanswered.Start.ToUnixTimeSeconds() - 10), request =>
            Assert.Equal((FakeUnanswered.Start.AddDays(-3).ToUnixTimeSeconds() - 1, 0), (request.From!.Value, request.Skip)));
    }

    [Fact]
    public async Task One_that_shows_after_days_is_found_in_the_whole_list()
    {
        Have("a");
        bool isLate = false;
        _wb.BeforePage = call =>
        {
            if (call == 5 && !isLate)
            {
                isLate = true;
                _wb.Write("late", TimeSpan.FromDays(-20));
            }
        };
        Assert.Equal(["a", "late"], await TakeAsync(2, new UnansweredStreamOptions { Interval = TimeSpan.FromMinutes(1) }));
        Assert.InRange(_time.Waits.Count, 14, 17);
    }

    [Fact]
    public async Task It_is_saved_when_the_consumer_asks_past_a_row_so_that_the_one_in_hand_comes_again()
    {
        Have("a", "b", "c");
        await using (IAsyncEnumerator<Feedback> feedbacks = Stream(Once).GetAsyncEnumerator(Cancel))
        {
            await feedbacks.MoveNextAsync();
            Assert.Null(await _store.ReadAsync(Seller, Name, Cancel));
            await feedbacks.MoveNextAsync();
            Assert.Equal("b", feedbacks.Current.Id);
        }

        Assert.Equal(["b", "c"], await ReadAsync(Once));
    }

    [Fact]
    public async Task A_stream_that_is_given_up_saves_what_was_handled()
    {
        Have("a", "b", "c");
        Assert.Equal(["a", "b", "c"], await TakeAsync(3, Once with { SaveEvery = 1000 }));
        Assert.Equal(["c"], await ReadAsync(Once));
    }

    [Fact]
    public async Task What_has_left_three_whole_lists_is_forgotten_and_not_before()
    {
        Have("a", "b");
        await ReadAsync(Once);
        for (int i = 0; i < 2; i++)
        {
            _wb.Answer("a");
            await ReadAsync(Once);
            Have("a");
            Assert.Empty(await ReadAsync(Once));
        }

        // A job that reads the whole list once at each start counts on.
        _wb.Answer("a");
        for (int i = 0; i < 3; i++)
            Assert.Empty(await ReadAsync(Once));
        Have("a");
        Assert.Equal(["a"], await ReadAsync(Once));

        _wb.Answer("a");
        _wb.BeforePage = _ =>
        {
            if (_time.Waits.Count >= 4)
                Have("a");
        };
        Assert.Equal(["a"], await TakeAsync(1, new UnansweredStreamOptions { WholeListInterval = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public async Task A_slow_consumer_gets_what_still_waits_and_not_what_waited_a_while_ago()
    {
        Have("a", "b", "c", "d");
        List<string> read = [];
        await foreach (Feedback feedback in Stream(Once))
        {
            read.Add(feedback.Id);
            _time.Advance(TimeSpan.FromMinutes(2));
            if (feedback.Id == "b")
                _wb.Answer("c");
        }

        Assert.Equal(["a", "b", "d"], read);
    }

    [Fact]
    public async Task Each_comes_and_nothing_twice_but_what_was_in_hand_however_often_it_stops() =>
        await Gen.Select(Gen.Int[0, 90], Gen.Select(Gen.Int[0, 400], Gen.Int[0, 3]).Array[0, 60], Gen.Int[1, 5]).SampleAsync(
            async (count, script, saveEvery) =>
            {
                var wb = new FakeUnanswered();
                var store = new InMemoryStateStore();
                var answered = new HashSet<string>();
                var given = new Dictionary<string, int>(StringComparer.Ordinal);
                int number = 0, step = 0, stops = 0;
                void Write(int second) => wb.Write((++number).ToString(CultureInfo.InvariantCulture), TimeSpan.FromSeconds(second));
                for (int i = 0; i < count; i++)
                    Write(i);

                // What comes, what is answered, and stops with the one in hand.
                bool isEnd = false;
                while (!isEnd)
                {
                    isEnd = true;
                    var options = new UnansweredStreamOptions { StopAtEnd = true, SaveEvery = saveEvery };
                    var stream = new UnansweredStream<Feedback>(wb.List, store, Seller, Name, options, TimeProvider.System);
                    await foreach (Feedback feedback in stream.ReadAsync(Cancel))
                    {
                        given[feedback.Id] = given.GetValueOrDefault(feedback.Id) + 1;
                        if (step >= script.Length)
                            continue;
                        (int second, int kind) = script[step++];
                        isEnd = false;
                        if (kind == 0 && wb.Waiting.Count > 0)
                        {
                            string gone = wb.Waiting[second % wb.Waiting.Count].Id;
                            wb.Answer(gone);
                            answered.Add(gone);
                        }
                        else
                        {
                            Write(second);
                        }

                        if (kind == 3)
                        {
                            stops++;
                            break;
                        }
                    }
                }

                Assert.Subset(given.Keys.ToHashSet(), Enumerable.Range(1, number).Select(i => i.ToString(CultureInfo.InvariantCulture)).Except(answered).ToHashSet());
                Assert.True(given.Values.Sum(times => times - 1) <= stops, $"{stops} stops");
            },
            iter: 300);

    [Fact]
    public async Task Outages_of_WB_are_survived_by_option_and_told()
    {
        Have("a");
        var failure = new WildberriesServerException("502");
        _wb.Failures.Enqueue(failure);
        await Assert.ThrowsAsync<WildberriesServerException>(() => ReadAsync(Once));

        _wb.Failures.Enqueue(failure);
        _wb.Failures.Enqueue(failure);
        var outages = new Told<StreamOutage>();
        Assert.Equal(["a"], await ReadAsync(Once with { MaxOutage = TimeSpan.FromMinutes(1), Outages = outages }));
        Assert.Equal([1, 2, 2], outages.List.Select(outage => outage.FailedAttempts));
        Assert.NotNull(outages.List[^1].EndedAt);
    }

    [Fact]
    public async Task The_rate_limit_is_waited_for()
    {
        Have("a");
        _wb.Failures.Enqueue(new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromMinutes(12) });
        Assert.Equal(["a"], await ReadAsync(Once));
        Assert.Equal([TimeSpan.FromMinutes(12)], _time.Waits);
    }

    [Fact]
    public async Task One_without_an_id_is_told_and_passed()
    {
        Have("", "b");
        var leftOut = new Told<JsonElement>();
        Assert.Equal(["b"], await ReadAsync(Once with { LeftOut = leftOut }));
        Assert.NotEmpty(leftOut.List);
        Assert.All(leftOut.List, value => Assert.Equal(JsonValueKind.Undefined, value.ValueKind));
    }

    [Fact]
    public async Task Two_readers_of_one_name_are_told()
    {
        Have("a", "b");
        await using IAsyncEnumerator<Feedback> feedbacks = Stream(Once).GetAsyncEnumerator(Cancel);
        await feedbacks.MoveNextAsync();
        await ReadAsync(Once);
        await Assert.ThrowsAsync<WildberriesStateConflictException>(async () => await feedbacks.MoveNextAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    [InlineData("""{"format":"wildberries-sdk-unanswered-1","given":"AAAA"}""")]
    public async Task What_is_something_else_is_not_overwritten(string stored)
    {
        await _store.TryWriteAsync(Seller, Name, Encoding.UTF8.GetBytes(stored), 0, Cancel);
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Once));
        Assert.Empty(_wb.Requests);
    }

    [Fact]
    public void Of_too_many_the_store_keeps_the_last_ones()
    {
        var given = new GivenRows();
        for (int i = 0; i < 30_000; i++)
            given.Add(GivenRows.KeyOf(i.ToString(CultureInfo.InvariantCulture)));
        byte[] bytes = given.ToBytes();
        Assert.InRange(bytes.Length, StateStoreLimits.MaxValueLength * 9 / 10, StateStoreLimits.MaxValueLength);
        GivenRows read = GivenRows.Parse(bytes)!;
        Assert.InRange(read.Count, 22_000, 25_000);
        Assert.True(read.Contains(GivenRows.KeyOf("29999")));
        Assert.False(read.Contains(GivenRows.KeyOf("0")));
    }

    [Fact]
    public void Options_are_checked_before_anything_is_asked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { Interval = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { WholeListInterval = TimeSpan.FromDays(2) }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { MaxOutage = TimeSpan.FromDays(31) }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { SaveEvery = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Stream(Once with { CursorName = "" }));
        using var client = WildberriesClient.Create(TestTokens.Create());
        Assert.ThrowsAny<ArgumentException>(() => client.Feedbacks.StreamUnansweredAsync(_store, "", cancellationToken: Cancel));
        Assert.Throws<ArgumentNullException>("store", () => client.Feedbacks.StreamUnansweredAsync(null!, Seller, cancellationToken: Cancel));
        Assert.Throws<ArgumentNullException>("store", () => client.Questions.StreamUnansweredAsync(null!, Seller, cancellationToken: Cancel));
        Assert.Throws<ArgumentException>("filter", () => client.Feedbacks.StreamFeedbacksAsync(
            new FeedbackFilter { From = FakeUnanswered.Start, To = FakeUnanswered.Start.AddSeconds(-1) }, Cancel));
        Assert.Throws<ArgumentException>("filter", () => client.Questions.StreamQuestionsAsync(new QuestionFilter { Sort = default }, Cancel));
        Assert.Throws<ArgumentException>("sort", () => client.Feedbacks.StreamArchivedAsync(sort: FeedbackSort.From("rating"), cancellationToken: Cancel));
    }

    private void Have(params string[] ids)
    {
        foreach (string id in ids)
            _wb.Write(id, TimeSpan.FromMilliseconds(_wb.Waiting.Count));
    }

    private IAsyncEnumerable<Feedback> Stream(UnansweredStreamOptions options) =>
        new UnansweredStream<Feedback>(_wb.List, _store, Seller, Name, options, _time).ReadAsync(Cancel);

    private async Task<List<string>> ReadAsync(UnansweredStreamOptions options) => await TakeAsync(int.MaxValue, options);

    private async Task<List<string>> TakeAsync(int count, UnansweredStreamOptions options)
    {
        List<string> read = [];
        await foreach (Feedback feedback in Stream(options))
        {
            read.Add(feedback.Id);
            if (read.Count == count)
                break;
        }

        return read;
    }

    private sealed class Told<T> : IProgress<T>
    {
        public List<T> List { get; } = [];

        public void Report(T value) => List.Add(value);
    }
}
