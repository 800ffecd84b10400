using System.Text.Json.Nodes;
using CsCheck;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Cards;

/// <summary>Cards over all pages, also while they change.</summary>
public sealed class CardStreamTests
{
    private readonly FakeCardsApi _api = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task All_cards_come_page_by_page_the_oldest_change_first(int count, int calls)
    {
        for (int i = count; i > 0; i--)
            _api.Put(i);
        Assert.Equal(Enumerable.Range(1, count).Reverse().Select(i => (long)i), await ReadAsync());
        Assert.Equal(calls, _api.Calls.Count);
        Assert.All(_api.Requests, request => Assert.Equal(100, request.Settings!.Cursor!.Limit));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_only_when_somebody_wants_it()
    {
        Have(250);
        await foreach (Card card in _api.StreamCardsAsync(cancellationToken: Cancel))
        {
            if (card.NmId == 100)
                break;
        }

        Assert.Single(_api.Calls);
    }

    [Fact]
    public async Task Filter_and_language_are_those_that_were_given_and_all_pictures_if_none_is_said()
    {
        _api.Put(1);
        CardsFilter filter = new() { Brands = ["Тест"] };
        await foreach (Card _ in _api.StreamCardsAsync(filter, Locale.Chinese, Cancel))
        {
        }

        Assert.Equal(Locale.Chinese, Assert.Single(_api.Locales));
        Assert.Equal(["Тест"], _api.Requests[0].Settings!.Filter!.Brands);
        Assert.Null(filter.Photos);
        await ReadAsync();
        Assert.Null(_api.Locales[1]);
    }

    [Fact]
    public async Task A_card_that_changes_while_it_is_read_moves_to_the_end_and_comes_once()
    {
        Have(250);
        _api.BeforeList = call =>
        {
            // One that was read, and one that was not.
            if (call == 2)
            {
                _api.Put(5, card => card["title"] = "Другое");
                _api.Put(200, card => card["title"] = "Другое");
            }
        };
        List<long> read = await ReadAsync();
        Assert.Equal(250, read.Count);
        Assert.Equal(Enumerable.Range(1, 250).Select(i => (long)i), read.Order());
        Assert.Equal(200, read[^1]);
    }

    [Fact]
    public async Task Cards_that_are_there_all_the_time_come_exactly_once_whatever_changes_meanwhile() =>
        await Gen.Select(Gen.Int[0, 320], Gen.Select(Gen.Int[1, 330], Gen.Int[0, 9]).Array[0, 60].Array[0, 8]).SampleAsync(
            async (count, script) =>
            {
                var api = new FakeCardsApi();
                for (int i = 1; i <= count; i++)
                    api.Put(i);
                var gone = new HashSet<long>();
                api.BeforeList = call =>
                {
                    foreach ((int nmId, int what) in call <= script.Length ? script[call - 1] : [])
                    {
                        if (what > 0)
                            api.Put(nmId);
                        else if (gone.Add(nmId))
                            api.Throw(nmId);
                    }
                };
                List<long> read = [];
                await foreach (Card card in api.StreamCardsAsync(cancellationToken: Cancel))
                    read.Add(card.NmId);
                Assert.Equal(read.Distinct(), read);
                Assert.Empty(Enumerable.Range(1, count).Select(i => (long)i).Except(read).Except(gone));
            },
            iter: 100);

    [Fact]
    public async Task Pages_of_nothing_but_changed_cards_are_no_end()
    {
        Have(150);
        _api.BeforeList = call =>
        {
            // Everything that was read changes: two whole pages bring nothing new before the new card comes.
            if (call == 3)
            {
                for (int i = 1; i <= 150; i++)
                    _api.Put(i);
                _api.Put(151);
            }
        };

        // The second page is full by its own changes.
        for (int i = 151; i <= 200; i++)
            _api.Put(1000 + i);
        Assert.Contains(151L, await ReadAsync());
    }

    [Theory]
    [InlineData("""{"updatedAt":"","nmID":0,"total":100}""")]
    [InlineData("""{"updatedAt":"2026-10-01T00:00:00Z","total":100}""")]
    [InlineData("null")]
    public async Task A_full_page_that_leads_nowhere_is_an_error_and_no_end(string cursor)
    {
        Have(150);
        _api.Answer = answer => answer["cursor"] = JsonNode.Parse(cursor);
        await Assert.ThrowsAsync<WildberriesResponseException>(ReadAsync);
        Assert.Single(_api.Calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_list_that_leads_in_a_circle_is_an_error(int length)
    {
        Have(150);
        int page = 0;
        _api.Answer = answer => answer["cursor"] = JsonNode.Parse($$"""{"updatedAt":"2026-10-01T00:00:0{{page++ % length}}Z","nmID":5,"total":100}""");
        _api.Answer += answer => answer["cards"] = new JsonArray([.. _api.Cards.Values.Take(100).Select(card => card.DeepClone())]);
        await Assert.ThrowsAsync<WildberriesResponseException>(ReadAsync);
        Assert.InRange(_api.Calls.Count, 2, 3 * length + 2);
    }

    [Fact]
    public async Task Cards_whose_number_cannot_be_read_come_as_WB_sends_them_and_a_page_counts_them()
    {
        Have(120);
        _api.Answer = answer =>
        {
            answer["cards"]![0]!["nmID"] = 0;
            answer["cards"]![1] = null;
        };
        List<long> read = await ReadAsync();
        Assert.Equal(2, read.Count(nmId => nmId == 0));
        Assert.Equal(118, read.Count);
    }

    [Fact]
    public async Task The_trash_comes_page_by_page_and_a_card_that_goes_there_meanwhile_at_the_end()
    {
        Have(240);
        for (int i = 1; i <= 230; i++)
            _api.Throw(i);
        _api.BeforeList = call =>
        {
            if (call == 2)
                _api.Throw(240);
        };
        List<long> read = [];
        await foreach (TrashedCard card in _api.StreamTrashedCardsAsync(cancellationToken: Cancel))
            read.Add(card.NmId);
        Assert.Equal([.. Enumerable.Range(1, 230).Select(i => (long)i), 240], read);
        Assert.Equal(3, _api.Calls.Count);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading()
    {
        Have(150);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Card _ in _api.StreamCardsAsync(cancellationToken: stop.Token))
                await stop.CancelAsync();
        });
        Assert.Single(_api.Requests);
    }

    private void Have(int count)
    {
        for (int i = 1; i <= count; i++)
            _api.Put(i);
    }

    private async Task<List<long>> ReadAsync()
    {
        List<long> read = [];
        await foreach (Card card in _api.StreamCardsAsync(cancellationToken: Cancel))
            read.Add(card.NmId);
        return read;
    }
}
