using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Tests.BuyerChat;
using static Wildberries.Sdk.Tests.Cards.FakeCardsApi;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class CardMoveTests
{
    private readonly FakeCardsApi _api = new();

    public CardMoveTests() => ClientClock.Note(_api, new JumpingTimeProvider());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cards_are_merged_in_one_request_and_those_that_are_there_stay()
    {
        Have(100, 1, 2);
        Have(200, 3);
        CardMoveResult result = await _api.MergeCardsAsync(100, [3, 2], cancellationToken: Cancel);
        Assert.Equal([(3, CardMoveOutcome.Moved, 200L, 100L), (2, CardMoveOutcome.Unchanged, 100, 100)], result.Rows.Select(row => (row.NmId, row.Outcome, row.ImtIdBefore!.Value, row.ImtId!.Value)));
        Assert.Equal([3], Assert.Single(_api.Moves).NmIds);
        Assert.True(result.IsDone);
        Assert.Equal("2 cards: 1 moved, 1 unchanged, 0 refused, 0 unknown, 0 not sent", result.ToString());
    }

    [Fact]
    public async Task What_WB_would_refuse_costs_no_request_and_keeps_back_the_others()
    {
        Have(100, 1);
        Have(200, 2, 3, 4);
        _api.Put(3, card => card["subjectID"] = 5);
        _api.Put(4, card => card["characteristics"]![0]!["value"]![0] = "цвет 1");
        CardMoveResult result = await _api.MergeCardsAsync(100, [2, 3, 4, 5], cancellationToken: Cancel);
        Assert.Equal([CardMoveOutcome.NotSent, CardMoveOutcome.Refused, CardMoveOutcome.Refused, CardMoveOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Contains("subject", result.Rows[1].Reason, StringComparison.Ordinal);
        Assert.Contains("characteristics", result.Rows[2].Reason, StringComparison.Ordinal);
        Assert.Contains("trash", result.Rows[3].Reason, StringComparison.Ordinal);
        Have(300, [.. Enumerable.Range(1000, 30).Select(i => (long)i)]);
        Assert.Contains("31 cards", Assert.Single((await _api.MergeCardsAsync(300, [2], cancellationToken: Cancel)).Refused).Reason, StringComparison.Ordinal);
        Assert.Contains("There is no card", Assert.Single((await _api.MergeCardsAsync(9, [2], cancellationToken: Cancel)).Refused).Reason, StringComparison.Ordinal);
        Assert.Empty(_api.Moves);
    }

    [Fact]
    public async Task Each_card_is_separated_by_a_request_of_its_own_and_the_last_one_stays()
    {
        Have(100, 1, 2, 3);
        CardMoveResult result = await _api.SeparateCardsAsync([1, 2, 3], cancellationToken: Cancel);
        Assert.Equal([CardMoveOutcome.Moved, CardMoveOutcome.Moved, CardMoveOutcome.Unchanged], result.Rows.Select(row => row.Outcome));
        Assert.Equal(3, result.Rows.Select(row => row.ImtId).Distinct().Count());
        Assert.Equal(2, _api.Moves.Count);
    }

    [Fact]
    public async Task Several_cards_are_split_off_together()
    {
        Have(100, 1, 2, 3);
        CardMoveResult result = await _api.SplitOffCardsAsync([1, 2], cancellationToken: Cancel);
        Assert.True(result.IsDone);
        Assert.Single(result.Rows.Select(row => row.ImtId).Distinct());
        Assert.NotEqual(100, result.Rows[0].ImtId);
        Assert.True((await _api.SplitOffCardsAsync([1, 2], cancellationToken: Cancel)).Rows.All(row => row.Outcome == CardMoveOutcome.Unchanged));
        Assert.Single(_api.Moves);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.LostAfter), nameof(CardMoveOutcome.Moved), 1)]
    [InlineData(nameof(WriteAnswer.LostBefore), nameof(CardMoveOutcome.Unknown), 1)]
    [InlineData(nameof(WriteAnswer.Ignored), nameof(CardMoveOutcome.Unknown), 1)]
    [InlineData(nameof(WriteAnswer.NotSent), nameof(CardMoveOutcome.Moved), 2)]
    [InlineData(nameof(WriteAnswer.Limited), nameof(CardMoveOutcome.Moved), 2)]
    public async Task The_group_tells_what_became_of_a_request_whose_outcome_nobody_knows(string answer, string outcome, int requests)
    {
        Have(100, 1);
        Have(200, 2);
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        CardMoveRow row = Assert.Single((await _api.MergeCardsAsync(100, [2], cancellationToken: Cancel)).Rows);
        Assert.Equal(outcome, row.Outcome.ToString());
        Assert.Equal(requests, _api.Moves.Count);
        Assert.Equal(outcome == nameof(CardMoveOutcome.Unknown), row.Reason is not null);
    }

    [Fact]
    public async Task An_exception_has_what_is_known_and_bad_arguments_are_named()
    {
        Have(100, 1, 2, 3);
        _api.Answers.Enqueue(WriteAnswer.Taken);
        _api.Answers.Enqueue(WriteAnswer.NoAccess);
        WildberriesUnauthorizedException error = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => _api.SeparateCardsAsync([1, 2], cancellationToken: Cancel));
        Assert.Equal([CardMoveOutcome.Moved, CardMoveOutcome.NotSent], error.GetCardMoveResult()!.Rows.Select(row => row.Outcome));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _api.MergeCardsAsync(0, [1], cancellationToken: Cancel));
        Assert.Equal("nmIds", (await Assert.ThrowsAnyAsync<ArgumentException>(() => _api.MergeCardsAsync(1, [], cancellationToken: Cancel))).ParamName);
        Assert.Equal("nmIds", (await Assert.ThrowsAnyAsync<ArgumentException>(() => _api.SplitOffCardsAsync([1], cancellationToken: Cancel))).ParamName);
        Assert.Equal("nmIds", (await Assert.ThrowsAnyAsync<ArgumentException>(() => _api.SeparateCardsAsync([-1], cancellationToken: Cancel))).ParamName);
        Assert.Equal("maxWait", (await Assert.ThrowsAnyAsync<ArgumentException>(() => _api.SeparateCardsAsync([1], TimeSpan.FromDays(2), Cancel))).ParamName);
    }

    private void Have(long imtId, params long[] nmIds)
    {
        foreach (long nmId in nmIds)
        {
            _api.Put(nmId, card =>
            {
                (card["imtID"], card["subjectID"]) = (imtId, 217);
                card["characteristics"]![0]!["value"]![0] = $"цвет {nmId}";
            });
        }
    }
}
