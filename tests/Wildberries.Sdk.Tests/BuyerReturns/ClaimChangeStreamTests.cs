using System.Text;
using System.Text.Json;
using CsCheck;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerReturns;

public sealed class ClaimChangeStreamTests
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string Name = "new-claims";

    private readonly FakeClaimsApi _api = new();
    private readonly InMemoryStateStore _store = new();
    private readonly JumpingTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ClaimChangeStreamOptions Once => new() { StopAtEnd = true };

    [Fact]
    public async Task At_first_all_claims_come_and_then_what_is_new()
    {
        Have("a", "b", "c");
        _api.Decide("b", ClaimStatus.Approved);
        Assert.Equal(["a", "b", "c"], await ReadAsync(Once));
        Assert.Empty(await ReadAsync(Once));
        Have("d");
        Assert.Equal(["d"], await ReadAsync(Once));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_claim_comes_again_for_each_thing_that_changes()
    {
        Have("a", "b");
        await ReadAsync(Once);
        _api.Decide("a", ClaimStatus.Rejected, ClaimAction.ApproveAfterInspection);
        Assert.Equal(["a"], await ReadAsync(Once));
        Func<Claim, Claim>[] changes =
        [
            claim => claim with { Actions = [ClaimAction.RefundWithoutReturn] },
            claim => claim with { Actions = [] },
            claim => claim with { ProductStatus = ClaimProductStatus.Discarded },
            claim => claim with { ImeiCheck = "IMEI не совпадает" },
            claim => claim with { Answer = "Ответ" },
            claim => claim with { UpdatedAt = claim.UpdatedAt!.Value.AddSeconds(1) },
        ];
        foreach (Func<Claim, Claim> change in changes)
        {
            _api.Change("a", change);
            Assert.Equal(["a"], await ReadAsync(Once));
        }

        _api.Change("b", claim => claim with { Actions = [.. claim.Actions.Reverse()], Photos = ["//photos.wbstatic.net/1.webp"] });
        Assert.Empty(await ReadAsync(Once));
    }

    [Fact]
    public async Task Without_the_archive_it_is_not_asked_for()
    {
        Have("a", "b");
        _api.Decide("a", ClaimStatus.Approved);
        Assert.Equal(["b"], await ReadAsync(Once with { IncludesArchive = false }));
        Assert.Equal(["open from 0"], _api.Calls);
    }

    [Fact]
    public async Task A_claim_that_is_decided_between_the_lists_comes_as_it_is_in_the_archive()
    {
        Have("a");
        _api.BeforeRead = call =>
        {
            if (call == 2)
                _api.Decide("a", ClaimStatus.Approved);
        };
        List<Claim> read = await Stream(Once).ToListAsync(Cancel);
        Assert.Equal(ClaimStatus.Approved, Assert.Single(read).Status);
    }

    [Fact]
    public async Task Without_an_end_it_waits_and_asks_again()
    {
        Have("a");
        _api.BeforeRead = call =>
        {
            if (call == 5)
                Have("b");
        };
        Assert.Equal(["a", "b"], await TakeAsync(2, new ClaimChangeStreamOptions { Interval = TimeSpan.FromSeconds(7) }));
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task It_is_saved_when_the_consumer_asks_past_a_claim_so_that_the_one_in_hand_comes_again()
    {
        Have("a", "b", "c");
        await using (IAsyncEnumerator<Claim> claims = Stream(Once).GetAsyncEnumerator(Cancel))
        {
            await claims.MoveNextAsync();
            Assert.Null(await _store.ReadAsync(Seller, Name, Cancel));
            await claims.MoveNextAsync();
            Assert.Equal("b", claims.Current.Id);
        }

        Assert.Equal(["b", "c"], await ReadAsync(Once));
    }

    [Fact]
    public async Task A_stream_that_is_given_up_saves_what_was_handled()
    {
        Have("a", "b", "c");
        Assert.Equal(["a", "b", "c"], await TakeAsync(3, new ClaimChangeStreamOptions { SaveEvery = 1000 }));
        Assert.Equal(["c"], await ReadAsync(Once));
    }

    [Fact]
    public async Task A_slow_consumer_gets_claims_as_they_are_now()
    {
        Have("a", "b");
        List<Claim> read = [];
        await foreach (Claim claim in Stream(Once))
        {
            read.Add(claim);
            if (read.Count > 1)
                continue;
            _api.Decide("b", ClaimStatus.Approved);
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal([ClaimStatus.UnderReview, ClaimStatus.Approved], read.Select(claim => claim.Status!.Value));
    }

    [Fact]
    public async Task Of_thousands_of_claims_each_comes_once()
    {
        for (int i = 1; i <= 1000; i++)
            _api.Make($"c{i}");
        for (int i = 1; i <= 450; i++)
            _api.Decide($"c{i}", ClaimStatus.Approved);
        List<string> read = await ReadAsync(Once with { SaveEvery = 1000 });
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => $"c{i}"), read);
        Assert.Empty(await ReadAsync(Once));
    }

    [Fact]
    public async Task Every_claim_comes_as_it_was_last_and_none_twice_but_what_was_in_hand_however_often_it_stops() =>
        await Gen.Select(Gen.Int[0, 30], Gen.Select(Gen.Int[1, 40], Gen.Int[0, 20]).Array[1, 30], Gen.Int[1, 5]).SampleAsync(
            async (count, script, saveEvery) =>
            {
                var api = new FakeClaimsApi();
                var store = new InMemoryStateStore();
                for (int i = 1; i <= count; i++)
                    api.Make($"c{i}");
                var given = new Dictionary<string, int>(StringComparer.Ordinal);
                int step = 0, stops = 0;
                bool isEnd = false;
                while (!isEnd)
                {
                    isEnd = true;
                    var options = new ClaimChangeStreamOptions { StopAtEnd = true, SaveEvery = saveEvery };
                    await foreach (Claim claim in new ClaimChangeStream(api, store, Seller, options, TimeProvider.System).ReadAsync(Cancel))
                    {
                        string version = VersionOf(claim);
                        given[version] = given.GetValueOrDefault(version) + 1;
                        if (step >= script.Length)
                            continue;
                        (int number, int after) = script[step];
                        if (given.Count % 10 != after % 10)
                            continue;
                        step++;
                        isEnd = false;
                        if (number > count)
                            api.Make($"n{step}");
                        else
                            api.Decide($"c{number}", ClaimStatus.Rejected);
                        if (after % 3 == 0)
                        {
                            stops++;
                            break;
                        }
                    }
                }

                Assert.All(api.Open.Concat(api.Archive), claim => Assert.Contains(VersionOf(claim), given.Keys));
                Assert.True(given.Values.Sum(times => times - 1) <= stops, $"{stops} stops");
            },
            iter: 100);

    [Fact]
    public async Task A_claim_that_left_the_lists_is_forgotten_but_not_at_once()
    {
        Have("a", "b");
        Claim gone = _api.Find("a");
        await TakeAsync(2, Once);
        await ReadAsync(Once);
        _api.Open.Remove(gone);
        _api.BeforeRead = call =>
        {
            // The third reading without it, then it is there again.
            if (call == _api.Calls.Count && _time.Waits.Count == GivenClaims.ReadingsUntilForgotten - 1)
                _api.Open.Add(gone);
            if (_time.Waits.Count == GivenClaims.ReadingsUntilForgotten)
                Have("c");
        };
        Assert.Equal(["c"], await TakeAsync(1, new ClaimChangeStreamOptions()));
    }

    [Fact]
    public async Task Outages_of_WB_are_survived_by_option_and_told()
    {
        Have("a");
        var failure = new WildberriesServerException("502");
        _api.ReadFailures.Enqueue(failure);
        await Assert.ThrowsAsync<WildberriesServerException>(() => ReadAsync(Once));
        _api.ReadFailures.Enqueue(failure);
        _api.ReadFailures.Enqueue(failure);
        var outages = new Told<StreamOutage>();
        Assert.Equal(["a"], await ReadAsync(Once with { MaxOutage = TimeSpan.FromMinutes(1), Outages = outages }));
        Assert.Equal([1, 2, 2], outages.List.Select(outage => outage.FailedAttempts));
    }

    [Fact]
    public async Task The_rate_limit_is_waited_for()
    {
        Have("a");
        _api.ReadFailures.Enqueue(new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromHours(1) });
        Assert.Equal(["a"], await ReadAsync(Once));
        Assert.Equal([TimeSpan.FromHours(1)], _time.Waits);
    }

    [Fact]
    public async Task A_claim_without_an_id_is_told_and_passed()
    {
        Have("a", "");
        var leftOut = new Told<JsonElement>();
        Assert.Equal(["a"], await ReadAsync(Once with { LeftOut = leftOut }));
        Assert.Equal(JsonValueKind.Undefined, Assert.Single(leftOut.List).ValueKind);
    }

    [Fact]
    public async Task Two_readers_of_one_name_are_told()
    {
        Have("a", "b");
        await using IAsyncEnumerator<Claim> claims = Stream(Once).GetAsyncEnumerator(Cancel);
        await claims.MoveNextAsync();
        await ReadAsync(Once);
        await Assert.ThrowsAsync<WildberriesStateConflictException>(async () => await claims.MoveNextAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    [InlineData("""{"format":"wildberries-sdk-new-claims-1","given":"AAAA"}""")]
    public async Task What_is_no_state_of_this_kind_is_not_overwritten(string stored)
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
        Assert.ThrowsAny<ArgumentException>(() => Stream(Once with { CursorName = "" }));
        Assert.ThrowsAny<ArgumentException>(() => _api.StreamClaimChangesAsync(_store, "", cancellationToken: Cancel));
        Assert.Throws<ArgumentNullException>("store", () => _api.StreamClaimChangesAsync(null!, Seller, cancellationToken: Cancel));
    }

    private static string VersionOf(Claim claim) => $"{claim.Id} {claim.Status} {claim.UpdatedAt:O}";

    private void Have(params string[] ids)
    {
        foreach (string id in ids)
            _api.Make(id);
    }

    private IAsyncEnumerable<Claim> Stream(ClaimChangeStreamOptions options) => new ClaimChangeStream(_api, _store, Seller, options, _time).ReadAsync(Cancel);

    private async Task<List<string>> ReadAsync(ClaimChangeStreamOptions options) => await TakeAsync(int.MaxValue, options);

    private async Task<List<string>> TakeAsync(int count, ClaimChangeStreamOptions options)
    {
        List<string> read = [];
        await foreach (Claim claim in Stream(options))
        {
            read.Add(claim.Id);
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
