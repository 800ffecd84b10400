using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class ChangedCardStreamTests
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string Name = "changed-cards";

    private readonly FakeCardsApi _api = new();
    private readonly InMemoryStateStore _store = new();
    private readonly JumpingTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ChangedCardStreamOptions Once => new() { StopAtEnd = true };

    [Fact]
    public async Task At_first_all_cards_come_and_then_what_changes()
    {
        Have(1, 2, 3);
        Assert.Equal([1, 2, 3], await ReadAsync(Once));
        Assert.Empty(await ReadAsync(Once));
        Have(2, 4);
        Assert.Equal([2, 4], await ReadAsync(Once));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task It_goes_on_with_the_letters_of_WBs_cursor()
    {
        Have(1);
        await ReadAsync(Once);
        await ReadAsync(Once);
        Assert.Equal(((string)_api.Cards[1]["updatedAt"]!, 1), (_api.Requests[^1].Settings!.Cursor!.UpdatedAt!, _api.Requests[^1].Settings!.Cursor!.NmId));
    }

    [Fact]
    public async Task Without_an_end_it_waits_and_asks_again()
    {
        Have(1);
        _api.BeforeList = call =>
        {
            if (call == 3)
                Have(1);
        };
        Assert.Equal([1, 1], await TakeAsync(2, new ChangedCardStreamOptions { Interval = TimeSpan.FromSeconds(7) }));
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task It_is_saved_when_the_consumer_asks_past_a_card_so_that_the_one_in_hand_comes_again()
    {
        Have(1, 2, 3);
        await using (IAsyncEnumerator<Card> cards = Stream(Once).GetAsyncEnumerator(Cancel))
        {
            await cards.MoveNextAsync();
            Assert.Null(await _store.ReadAsync(Seller, Name, Cancel));
            await cards.MoveNextAsync();
            Assert.Equal(2, cards.Current.NmId);
        }

        // The first one has changed since: that is new.
        Have(1);
        Assert.Equal([2, 3, 1], await ReadAsync(Once));
    }

    [Fact]
    public async Task Several_cards_are_saved_at_once_where_that_is_wanted_and_each_page_at_its_end()
    {
        Have([.. Enumerable.Range(1, 150).Select(i => (long)i)]);
        await using IAsyncEnumerator<Card> cards = Stream(Once with { SaveEvery = 1000 }).GetAsyncEnumerator(Cancel);
        for (int i = 0; i < 100; i++)
            await cards.MoveNextAsync();
        Assert.Null(await _store.ReadAsync(Seller, Name, Cancel));
        await cards.MoveNextAsync();
        Assert.NotNull(await _store.ReadAsync(Seller, Name, Cancel));
    }

    [Fact]
    public async Task A_stream_that_is_given_up_saves_what_was_handled()
    {
        Have(1, 2, 3);
        Assert.Equal([1, 2, 3], await TakeAsync(3, new ChangedCardStreamOptions { SaveEvery = 1000 }));
        Assert.Equal([3], await ReadAsync(Once));
    }

    [Fact]
    public async Task Every_change_comes_and_nothing_twice_but_what_was_in_hand_however_often_it_stops() =>
        await Gen.Select(Gen.Int[0, 230], Gen.Select(Gen.Int[1, 240], Gen.Int[0, 120]).Array[1, 40], Gen.Int[1, 5]).SampleAsync(
            async (count, script, saveEvery) =>
            {
                var api = new FakeCardsApi();
                var store = new InMemoryStateStore();
                for (int i = 1; i <= count; i++)
                    api.Put(i);
                var given = new Dictionary<string, int>(StringComparer.Ordinal);
                int step = 0, stops = 0;

                // Changes between cards, and stops: with the card in hand.
                bool isEnd = false;
                while (!isEnd)
                {
                    isEnd = true;
                    var options = new ChangedCardStreamOptions { StopAtEnd = true, SaveEvery = saveEvery };
                    await foreach (Card card in new ChangedCardStream(api, store, Seller, options, TimeProvider.System).ReadAsync(Cancel))
                    {
                        string version = $"{card.NmId} {card.UpdatedAt:O}";
                        given[version] = given.GetValueOrDefault(version) + 1;
                        if (step >= script.Length)
                            continue;
                        (int nmId, int after) = script[step];
                        if (given.Count % 40 != after % 40)
                            continue;
                        step++;
                        api.Put(nmId);
                        isEnd = false;
                        if (after % 3 == 0)
                        {
                            stops++;
                            break;
                        }
                    }
                }

                Assert.All(api.Cards.Values, card => Assert.Contains($"{card["nmID"]} {DateTimeOffset.Parse(((string)card["updatedAt"]!)[..^2] + "Z", System.Globalization.CultureInfo.InvariantCulture):O}", given.Keys));
                Assert.True(given.Values.Sum(times => times - 1) <= stops, $"{stops} stops");
            },
            iter: 100);

    [Fact]
    public async Task Outages_of_WB_are_survived_by_option_and_told()
    {
        Have(1);
        var failure = new WildberriesServerException("502");
        _api.ListFailures.Enqueue(failure);
        await Assert.ThrowsAsync<WildberriesServerException>(() => ReadAsync(Once));

        _api.ListFailures.Enqueue(failure);
        _api.ListFailures.Enqueue(failure);
        var outages = new Told();
        Assert.Equal([1], await ReadAsync(Once with { MaxOutage = TimeSpan.FromMinutes(1), Outages = outages }));
        Assert.Equal([1, 2, 2], outages.List.Select(outage => outage.FailedAttempts));
        Assert.NotNull(outages.List[^1].EndedAt);
    }

    [Fact]
    public async Task The_rate_limit_is_waited_for()
    {
        Have(1);
        _api.ListFailures.Enqueue(new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromSeconds(5) });
        Assert.Equal([1], await ReadAsync(Once));
        Assert.Equal([TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task A_card_without_a_number_is_told_and_passed()
    {
        Have(1, 2);
        _api.Answer = answer => answer["cards"]![0]!["nmID"] = 0;
        var leftOut = new LeftOut();
        Assert.Equal([2], await ReadAsync(Once with { LeftOut = leftOut }));
        Assert.Equal(JsonValueKind.Undefined, Assert.Single(leftOut.List).ValueKind);
    }

    [Fact]
    public async Task A_cursor_that_brings_its_own_card_once_more_brings_nothing_new()
    {
        Have(1, 2);
        await ReadAsync(Once);
        _api.Answer = answer => answer["cards"] = new JsonArray(_api.Cards[2].DeepClone());
        Assert.Empty(await ReadAsync(Once));
    }

    [Fact]
    public async Task Two_readers_of_one_cursor_are_told()
    {
        Have(1, 2);
        await using IAsyncEnumerator<Card> cards = Stream(Once).GetAsyncEnumerator(Cancel);
        await cards.MoveNextAsync();
        await ReadAsync(Once);
        await Assert.ThrowsAsync<WildberriesStateConflictException>(async () => await cards.MoveNextAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    public async Task What_is_no_cursor_is_not_overwritten(string stored)
    {
        await _store.TryWriteAsync(Seller, Name, Encoding.UTF8.GetBytes(stored), 0, Cancel);
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Once));
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public void Options_are_checked_before_anything_is_asked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { Interval = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { MaxOutage = TimeSpan.FromDays(31) }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { SaveEvery = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Stream(Once with { SaveEvery = 1001 }));
        Assert.ThrowsAny<ArgumentException>(() => Stream(Once with { CursorName = "" }));
        Assert.ThrowsAny<ArgumentException>(() => _api.StreamChangedCardsAsync(_store, "", cancellationToken: Cancel));
        Assert.Throws<ArgumentNullException>("store", () => _api.StreamChangedCardsAsync(null!, Seller, cancellationToken: Cancel));
    }

    private void Have(params long[] nmIds)
    {
        foreach (long nmId in nmIds)
            _api.Put(nmId);
    }

    private IAsyncEnumerable<Card> Stream(ChangedCardStreamOptions options) => new ChangedCardStream(_api, _store, Seller, options, _time).ReadAsync(Cancel);

    private async Task<List<long>> ReadAsync(ChangedCardStreamOptions options) => await TakeAsync(int.MaxValue, options);

    private async Task<List<long>> TakeAsync(int count, ChangedCardStreamOptions options)
    {
        List<long> read = [];
        await foreach (Card card in Stream(options))
        {
            read.Add(card.NmId);
            if (read.Count == count)
                break;
        }

        return read;
    }

    private sealed class Told : IProgress<StreamOutage>
    {
        public List<StreamOutage> List { get; } = [];

        public void Report(StreamOutage value) => List.Add(value);
    }

    private sealed class LeftOut : IProgress<JsonElement>
    {
        public List<JsonElement> List { get; } = [];

        public void Report(JsonElement value) => List.Add(value);
    }
}
