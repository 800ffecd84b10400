using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;
using static Wildberries.Sdk.Tests.Cards.FakeCardsApi;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class CardEditorTests
{
    private readonly FakeCardsApi _api = new();
    private readonly JumpingTimeProvider _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cards_are_read_in_Russian_changed_written_back_and_read_again()
    {
        Have(1, 2, 3);
        CardEditResult result = await EditAsync([2, 1, 2], card => card with { Title = $"Носки {card.NmId}" });
        Assert.Equal([(2, "a2", CardEditOutcome.Changed, null), (1, "a1", CardEditOutcome.Changed, null)], result.Rows.Select(row => (row.NmId, row.VendorCode, row.Outcome, row.Reason)));
        Assert.Equal("title: Носки -> Носки 2", Assert.Single(result.Rows[0].Changes).ToString());
        Assert.Equal(["newest", "search 2", "search 1", "errors", "list", "write 2", "list"], _api.Calls);
        Assert.All(_api.Locales, locale => Assert.Equal(Locale.Russian, locale));
        Assert.Equal(["Носки 1", "Носки 2", "Носки"], _api.Cards.Values.Select(card => (string)card["title"]!));
        Assert.True(result.IsDone);
        Assert.Equal("2 cards: 2 changed, 0 unchanged, 0 refused, 0 unknown, 0 not sent", result.ToString());
    }

    [Fact]
    public async Task Nothing_to_do_costs_nothing()
    {
        Have(1);
        Assert.Empty((await EditAsync([], Title)).Rows);
        Assert.Empty(_api.Calls);
        Assert.Equal(CardEditOutcome.Unchanged, Assert.Single((await EditAsync([1], card => card with { Title = card.Title })).Rows).Outcome);
        Assert.Equal(0, _api.Count("write"));
    }

    [Fact]
    public async Task A_search_that_brings_other_cards_too_finds_the_one_with_the_number()
    {
        // Their numbers contain it, and come before: more than a page of them.
        Have([.. Enumerable.Range(0, 130).Select(i => 7_000L + i * 10_000)]);
        Have(7);
        Assert.Equal(7, Assert.Single((await EditAsync([7], Title)).Changed).NmId);
        Assert.Equal(2, _api.Count("search 7"));
    }

    [Fact]
    public async Task What_somebody_changes_while_an_earlier_batch_is_sent_is_not_overwritten()
    {
        long[] all = [.. Enumerable.Range(1, 3_050).Select(i => (long)i)];
        Have(all);
        bool isChanged = false;

        // The page of the last card was read before, and the first batch goes just now.
        _api.BeforeList = _ =>
        {
            if (isChanged || _api.Count("errors") == 0)
                return;
            isChanged = true;
            _api.Put(3_050, card => card["title"] = "Новое название");
        };
        CardEditResult result = await EditAsync(all, card => card with { Brand = "Бренд" });
        Assert.True(isChanged);
        Assert.Equal(3_050, result.Changed.Count);
        Assert.Equal(("Новое название", "Бренд"), ((string)_api.Cards[3_050]["title"]!, (string)_api.Cards[3_050]["brand"]!));
    }

    [Fact]
    public async Task An_old_error_that_WB_gives_a_new_time_is_no_refusal_of_this_edit()
    {
        Have(1);
        _api.AddErrors("a1", "Старая ошибка");
        _api.LooksUntilShown = 3;
        _api.AfterWrite = () =>
        {
            _api.Wait(TimeSpan.FromMinutes(1));
            _api.TouchErrors();
        };
        Assert.Single((await EditAsync([1], Title)).Changed);
    }

    [Fact]
    public async Task Many_cards_are_found_by_one_pass_that_ends_with_the_last_of_them()
    {
        Have([.. Enumerable.Range(1, 1000).Select(i => (long)i)]);
        CardEditResult result = await EditAsync([.. Enumerable.Range(1, 150).Select(i => (long)i)], Title);
        Assert.Equal(150, result.Changed.Count);
        Assert.Equal(0, _api.Count("search"));

        // Two pages of the pass, one look before the request, two after it.
        Assert.Equal(2 + 1 + 2, _api.Count("list"));
        Assert.Equal(1, _api.Count("write"));
    }

    [Fact]
    public async Task Cards_far_apart_in_a_long_list_are_searched_when_that_is_cheaper()
    {
        Have([.. Enumerable.Range(1, 3000).Select(i => 100_000L + i)]);
        CardEditResult result = await EditAsync([.. Enumerable.Range(0, 12).Select(i => 100_001L + (250 * i))], Title);
        Assert.Equal(12, result.Changed.Count);
        Assert.InRange(_api.Count("search"), 1, 10);
        Assert.InRange(_api.Calls.Count, 12, 12 * 2 + 6);
    }

    [Fact]
    public async Task Numbers_that_there_are_not_are_told_and_not_searched_one_by_one_after_the_whole_list()
    {
        Have(1, 2);
        CardEditResult result = await EditAsync([1, 99], Title);
        Assert.Equal((99, CardEditOutcome.Refused), (result.Rows[1].NmId, result.Rows[1].Outcome));
        Assert.Contains("trash", result.Rows[1].Reason, StringComparison.Ordinal);

        _api.Calls.Clear();
        result = await EditAsync([1, .. Enumerable.Range(100, 500).Select(i => (long)i)], card => card with { Title = "Третьи" });
        Assert.Equal((1, 500), (result.Changed.Count, result.Refused.Count));
        Assert.Equal(0, _api.Count("search"));
    }

    [Fact]
    public async Task What_a_list_of_one_page_has_not_is_not_searched()
    {
        Have([.. Enumerable.Range(1, 10).Select(i => (long)i)]);
        CardEditResult result = await EditAsync([.. Enumerable.Range(1, 11).Select(i => (long)i)], Title);
        Assert.Equal((10, 11), (result.Changed.Count, Assert.Single(result.Refused).NmId));
        Assert.Equal(0, _api.Count("search"));
    }

    [Fact]
    public async Task A_limit_of_the_errors_that_lasts_longer_than_the_edit_may_wait_does_not_end_it()
    {
        Have(1);
        _api.LooksUntilShown = 2;
        _api.ErrorsFailure = new WildberriesRateLimitException("later") { RetryAfter = TimeSpan.FromDays(2) };
        CardEditResult result = await EditAsync([1], Title);
        Assert.Equal(1, Assert.Single(result.Changed).NmId);
        Assert.InRange(_api.Count("errors"), 2, int.MaxValue);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_sends_nothing()
    {
        Have(1, 2);
        CardEditResult result = await EditAsync(
            [1, 2],
            card => card.NmId == 2 ? card : card with
            {
                Description = "Тёплые",
                Dimensions = new CardDimensions { Length = 10 },
                Characteristics = [card.Characteristics[0] with { Value = CharacteristicValue.OfTexts("синий") }, new CardCharacteristic { Id = 7, Value = CharacteristicValue.OfNumber(3) }],
                Sizes = [card.Sizes[0] with { Skus = ["b1", "new"] }],
            },
            new CardEditOptions { DryRun = true });
        Assert.True(result.IsDryRun);
        Assert.Equal(
            [
                "description: nothing -> Тёплые", "dimensions.length: nothing -> 10", "characteristics[1].value: [\"красный\"] -> [\"синий\"]",
                "characteristics[7].value: nothing -> 3", "sizes[1000001].skus: [\"b1\"] -> [\"b1\",\"new\"]",
            ],
            Assert.Single(result.NotSent).Changes.Select(change => change.ToString()).OrderBy(text => "dces".IndexOf(text[0], StringComparison.Ordinal)).ThenBy(text => text, StringComparer.Ordinal));
        Assert.Equal(2, Assert.Single(result.Unchanged).NmId);
        Assert.Equal(["search 1", "search 2"], _api.Calls);
        Assert.False(result.IsDone);
    }

    [Fact]
    public async Task Thousands_go_in_batches_of_what_WB_takes()
    {
        Have([.. Enumerable.Range(1, 3050).Select(i => (long)i)]);
        CardEditResult result = await EditAsync([.. Enumerable.Range(1, 3050).Select(i => (long)i)], Title);
        Assert.Equal(3050, result.Changed.Count);
        Assert.Equal(["write 3000", "write 50"], _api.Calls.Where(call => call.StartsWith("write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_has_no_more_than_ten_megabytes_and_a_card_that_has_alone_is_refused()
    {
        for (int i = 1; i <= 5; i++)
            _api.Put(i, card => card["unknown"] = new string('x', i == 5 ? 10_000_000 : 3_000_000));
        CardEditResult result = await EditAsync([1, 2, 3, 4, 5], Title);
        Assert.Equal(["write 3", "write 1"], _api.Calls.Where(call => call.StartsWith("write", StringComparison.Ordinal)));
        Assert.Equal(5, Assert.Single(result.Refused).NmId);
        Assert.Equal(4, result.Changed.Count);
    }

    [Fact]
    public async Task A_card_that_somebody_changes_before_it_is_sent_is_edited_as_it_is_then()
    {
        Have(1, 2);
        _api.BeforeList = call =>
        {
            // Between the searches and the request.
            if (call == 4)
                _api.Put(1, card => card["description"] = "Чужое");
        };
        int edits = 0;
        CardEditResult result = await EditAsync(
            [1, 2],
            card =>
            {
                edits++;
                return card with { Title = "Другие" };
            });
        Assert.Equal(2, result.Changed.Count);
        Assert.Equal(3, edits);
        Assert.Equal(("Другие", "Чужое"), ((string)_api.Cards[1]["title"]!, (string)_api.Cards[1]["description"]!));
    }

    [Fact]
    public async Task What_somebody_has_done_already_is_not_sent()
    {
        Have(1);
        _api.BeforeList = call =>
        {
            if (call == 3)
                _api.Put(1, card => card["title"] = "Другие");
        };
        Assert.Equal(CardEditOutcome.Unchanged, Assert.Single((await EditAsync([1], Title)).Rows).Outcome);
        Assert.Equal(0, _api.Count("write"));
    }

    [Fact]
    public async Task A_card_that_somebody_changes_after_it_was_sent_is_unknown_and_the_reason_says_so()
    {
        Have(1);
        _api.AfterWrite = () => _api.Put(1, card => card["title"] = "Чужие");
        CardEditRow row = Assert.Single((await EditAsync([1], Title)).Rows);
        Assert.Equal(CardEditOutcome.Unknown, row.Outcome);
        Assert.Contains("\"title\" is not as it was sent: somebody else", row.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _api.Count("write"));
    }

    [Fact]
    public async Task Another_change_of_somebody_else_afterwards_does_not_hide_that_it_was_done()
    {
        Have(1);
        _api.AfterWrite = () => _api.Put(1, card => card["description"] = "Чужое");
        Assert.Equal(CardEditOutcome.Changed, Assert.Single((await EditAsync([1], Title)).Rows).Outcome);
    }

    [Fact]
    public async Task What_WB_shows_later_is_waited_for()
    {
        Have(1);
        _api.LooksUntilShown = 3;
        Assert.Equal(CardEditOutcome.Changed, Assert.Single((await EditAsync([1], Title, new CardEditOptions { PollInterval = TimeSpan.FromSeconds(20) })).Rows).Outcome);
        Assert.Equal([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60)], _clock.Waits);
    }

    [Fact]
    public async Task What_WB_does_not_show_in_time_is_unknown()
    {
        Have(1);
        _api.Answers.Enqueue(WriteAnswer.Ignored);
        CardEditRow row = Assert.Single((await EditAsync([1], Title, new CardEditOptions { MaxWait = TimeSpan.FromMinutes(5) })).Rows);
        Assert.Equal((CardEditOutcome.Unknown, "WB took it, and did not show the change in time."), (row.Outcome, row.Reason));
        Assert.Equal(5 * 60, _clock.Waits.Sum(wait => wait.TotalSeconds));
        Assert.Equal(1, _api.Count("write"));
    }

    [Fact]
    public async Task A_change_that_moves_nothing_in_the_list_is_found_in_the_card_itself()
    {
        Have(1);
        string before = (string)_api.Cards[1]["updatedAt"]!;
        _api.AfterWrite = () => _api.Cards[1]["updatedAt"] = before;
        Assert.Equal(CardEditOutcome.Changed, Assert.Single((await EditAsync([1], Title, new CardEditOptions { MaxWait = null })).Rows).Outcome);
    }

    [Fact]
    public async Task So_are_those_of_many_cards()
    {
        long[] all = [.. Enumerable.Range(1, 150).Select(i => (long)i)];
        Have(all);
        string last = (string)_api.Cards[150]["updatedAt"]!;

        // Another card is changed and read; then WB shows the others as changed before it.
        _api.BeforeList = call =>
        {
            if (call == 2)
                _api.Put(5000);
        };
        _api.AfterWrite = () =>
        {
            foreach (long nmId in all)
                _api.Cards[nmId]["updatedAt"] = last.Replace("5Z", "8Z", StringComparison.Ordinal);
        };
        Assert.Equal(150, (await EditAsync(all, Title, new CardEditOptions { MaxWait = null })).Changed.Count);
    }

    [Fact]
    public async Task What_WB_finds_wrong_afterwards_is_refused_with_its_words_and_older_errors_are_not_meant()
    {
        Have(1, 2);
        _api.AddErrors("a1", "Старая ошибка");
        _api.RefusedLater["a2"] = ["Первая", "Вторая"];
        _api.LooksUntilShown = 2;
        CardEditResult result = await EditAsync([1, 2], Title);
        Assert.Equal([1L], result.Changed.Select(row => row.NmId));
        Assert.Equal((2, "Первая; Вторая"), (Assert.Single(result.Refused).NmId, result.Refused[0].Reason));
    }

    [Fact]
    public async Task Errors_are_read_to_their_last_page()
    {
        Have(1);
        _api.RefusedLater["a1"] = ["Нельзя"];
        _api.BeforeWrite = () =>
        {
            for (int i = 0; i < 120; i++)
                _api.AddErrors($"other{i}", "Чужая");
        };
        Assert.Equal("Нельзя", Assert.Single((await EditAsync([1], Title)).Refused).Reason);
    }

    [Fact]
    public async Task Errors_of_earlier_are_not_meant_however_many_there_are()
    {
        Have(1);
        _api.AddErrors("a1", "Старая ошибка");
        for (int i = 0; i < 150; i++)
        {
            _api.Wait(TimeSpan.FromSeconds(1));
            _api.AddErrors($"other{i}", "Чужая");
        }

        _api.LooksUntilShown = 3;
        Assert.Single((await EditAsync([1], Title)).Changed);
    }

    [Fact]
    public async Task A_new_article_is_found_among_the_errors_by_either_name()
    {
        Have(1, 2);
        _api.RefusedLater["b1"] = ["Занят"];
        _api.BeforeWrite = () => _api.AddErrors("a2", "Занят");
        _api.LooksUntilShown = 2;
        Assert.Equal(2, (await EditAsync([1, 2], card => card with { VendorCode = $"b{card.NmId}" })).Refused.Count);
    }

    [Fact]
    public async Task Of_what_is_refused_at_once_those_that_are_named_are_set_apart_and_the_others_sent_once_more()
    {
        Have(1, 2, 3);
        _api.RefusedAtOnce["a2"] = true;
        CardEditResult result = await EditAsync([1, 2, 3], Title);
        Assert.Equal([1L, 3L], result.Changed.Select(row => row.NmId));
        Assert.Equal("missing: {1}", Assert.Single(result.Refused).Reason);
        Assert.Equal(["write 3", "write 2"], _api.Calls.Where(call => call.StartsWith("write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_none_is_named_halves_tell_which_it_is()
    {
        Have([.. Enumerable.Range(1, 8).Select(i => (long)i)]);
        _api.RefusedAtOnce["a5"] = false;
        CardEditResult result = await EditAsync([.. Enumerable.Range(1, 8).Select(i => (long)i)], Title);
        Assert.Equal((5, "some items are wrong"), (Assert.Single(result.Refused).NmId, result.Refused[0].Reason));
        Assert.Equal(7, result.Changed.Count);
    }

    [Fact]
    public async Task When_all_are_refused_and_none_is_named_it_does_not_ask_about_each()
    {
        long[] all = [.. Enumerable.Range(1, 300).Select(i => (long)i)];
        Have(all);
        foreach (long nmId in all)
            _api.RefusedAtOnce[$"a{nmId}"] = false;
        CardEditResult result = await EditAsync(all, Title);
        Assert.Equal(300, result.Refused.Count);
        Assert.InRange(_api.Count("write"), 2, 60);
        Assert.Contains(result.Refused, row => row.Reason!.Contains("was not looked for any more: some items", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_WB_finds_too_large_is_halved()
    {
        Have(1, 2);
        _api.Answers.Enqueue(WriteAnswer.TooLarge);
        Assert.Equal(2, (await EditAsync([1, 2], Title)).Changed.Count);
        Assert.Equal(["write 2", "write 1", "write 1"], _api.Calls.Where(call => call.StartsWith("write", StringComparison.Ordinal)));
        _api.Answers.Enqueue(WriteAnswer.TooLarge);
        Assert.Equal("413", Assert.Single((await EditAsync([1], card => card with { Title = "Третьи" })).Refused).Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_lost_answer_is_settled_by_reading(int looks)
    {
        Have(1);
        _api.LooksUntilShown = looks;
        _api.Answers.Enqueue(WriteAnswer.LostAfter);
        Assert.Equal(CardEditOutcome.Changed, Assert.Single((await EditAsync([1], Title)).Rows).Outcome);
        Assert.Equal(1, _api.Count("write"));
    }

    [Fact]
    public async Task What_may_not_have_reached_WB_is_not_sent_again()
    {
        Have(1);
        _api.Answers.Enqueue(WriteAnswer.LostBefore);
        CardEditRow row = Assert.Single((await EditAsync([1], Title)).Unknown);
        Assert.StartsWith("The answer was lost", row.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _api.Count("write"));
    }

    [Fact]
    public async Task An_error_in_an_answer_of_success_is_told_if_the_card_does_not_show_the_change()
    {
        Have(1);
        _api.Answers.Enqueue(WriteAnswer.Error);
        Assert.Contains("Что-то не так", Assert.Single((await EditAsync([1], Title)).Unknown).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_certainly_did_not_reach_WB_is_sent_again_after_one_more_look_at_the_cards()
    {
        Have(1);
        _api.Answers.Enqueue(WriteAnswer.NotSent);
        _api.Answers.Enqueue(WriteAnswer.Limited);
        int writes = 0;
        _api.BeforeWrite = () =>
        {
            // While it waits, somebody changes the card.
            if (++writes == 2)
                _api.Put(1, card => card["description"] = "Чужое");
        };
        Assert.Equal(CardEditOutcome.Changed, Assert.Single((await EditAsync([1], Title)).Rows).Outcome);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7)], _clock.Waits);
        Assert.Equal("Чужое", (string)_api.Cards[1]["description"]!);
    }

    [Fact]
    public async Task A_failure_keeps_the_rest_from_being_sent_and_what_was_sent_is_followed()
    {
        for (int i = 1; i <= 4; i++)
            _api.Put(i, card => card["unknown"] = new string('x', 4_000_000));
        _api.Answers.Enqueue(WriteAnswer.Taken);
        _api.Answers.Enqueue(WriteAnswer.NoAccess);
        CardEditResult known = (await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => EditAsync([1, 2, 3, 4], Title))).GetCardEditResult()!;
        Assert.Equal([1L, 2L], known.Changed.Select(row => row.NmId));
        Assert.Equal([3L, 4L], known.NotSent.Select(row => row.NmId));
        Assert.Single(known.NotSent[0].Changes);
    }

    [Fact]
    public async Task Reading_survives_what_passes()
    {
        Have(1);
        _api.ListFailures.Enqueue(new WildberriesServerException("502"));
        _api.ListFailures.Enqueue(new WildberriesRateLimitException("429") { RetryAfter = TimeSpan.FromSeconds(3) });
        Assert.Single((await EditAsync([1], Title)).Changed);
    }

    [Fact]
    public async Task When_the_time_is_over_before_all_is_sent_nothing_more_is()
    {
        Have(1);
        _api.BeforeList = call =>
        {
            if (call == 2)
                _clock.Advance(TimeSpan.FromMinutes(31));
        };
        CardEditResult known = (await Assert.ThrowsAsync<WildberriesTimeoutException>(() => EditAsync([1], Title))).GetCardEditResult()!;
        Assert.Single(known.NotSent);
        Assert.Equal(0, _api.Count("write"));
    }

    [Theory]
    [InlineData(1, CardEditOutcome.NotSent)]
    [InlineData(2, CardEditOutcome.NotSent)]
    [InlineData(3, CardEditOutcome.NotSent)]
    [InlineData(4, CardEditOutcome.Unknown)]
    public async Task A_cancellation_gives_what_is_known(int call, CardEditOutcome outcome)
    {
        Have(1);
        using var stop = new CancellationTokenSource();
        _api.BeforeList = number =>
        {
            if (number == call)
                stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        };
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new CardEditor(_api, null, _clock).EditAsync([1], Title, cancellationToken: stop.Token));
        CardEditRow row = Assert.Single(exception.GetCardEditResult()!.Rows);
        Assert.Equal((outcome, outcome == CardEditOutcome.Unknown), (row.Outcome, row.Reason is not null));
    }

    [Fact]
    public async Task A_cancellation_while_it_is_sent_leaves_it_open()
    {
        Have(1);
        using var stop = new CancellationTokenSource();
        _api.AfterWrite = () =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        };
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new CardEditor(_api, null, _clock).EditAsync([1], Title, cancellationToken: stop.Token));
        Assert.StartsWith("The answer was lost", Assert.Single(exception.GetCardEditResult()!.Unknown).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_update_cannot_do_is_refused_and_not_passed_over()
    {
        _api.Put(1, card => card["tags"] = JsonNode.Parse("""[{"id":5,"name":"Лето"}]"""));
        await RefusedAsync(card => card with { Tags = [] }, "\"tags\"");
        await RefusedAsync(card => card with { Video = "https://a/1.mp4" }, "\"video\"");
        await RefusedAsync(card => card with { SubjectId = 7 }, "\"subjectID\"");
        await RefusedAsync(card => card with { Wholesale = new CardWholesale { IsEnabled = true } }, "\"wholesale\"");
        await RefusedAsync(card => card with { NmId = 2 }, "the card 2");
        await RefusedAsync(card => card with { Sizes = [] }, "takes no size away: 1000001");
        await RefusedAsync(card => card with { Sizes = [card.Sizes[0] with { Skus = ["c"] }] }, "takes no barcode away: size 1000001");
        await RefusedAsync(card => card with { Sizes = [.. card.Sizes, new CardSize { TechSize = "XL" }] }, "needs a price");
        Assert.Equal(0, _api.Count("write"));
    }

    [Fact]
    public async Task What_WB_would_refuse_is_refused_and_the_others_go_on()
    {
        Have(1, 2);
        CardEditResult result = await EditAsync([1, 2], card => card with { Title = card.NmId == 1 ? new string('я', 61) : "Другие" });
        Assert.Contains("61 characters", Assert.Single(result.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(result.Changed).NmId);
    }

    [Fact]
    public async Task A_card_that_could_not_be_read_whole_is_not_written()
    {
        Have(1);
        CardEditResult result = await EditAsync([1], card => card with
        {
            Title = "Другие",
            UnreadableProperties = new Dictionary<string, System.Text.Json.JsonElement> { ["description"] = default },
        });
        Assert.Contains("description", Assert.Single(result.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WB_writes_otherwise_is_not_told_as_changed()
    {
        Have(1);
        _api.Normalize = card => card["title"] = "ДРУГИЕ";
        Assert.Contains("\"title\"", Assert.Single((await EditAsync([1], Title)).Unknown).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emptying_and_the_order_of_barcodes_are_no_difference_when_read_back()
    {
        _api.Put(1, card => card["description"] = "Тёплые");
        _api.Normalize = card =>
        {
            card["description"] = "";
            card["sizes"]![0]!["skus"] = new JsonArray("new", "b1");
        };
        CardEditResult result = await EditAsync([1], card => card with { Description = null, Sizes = [card.Sizes[0] with { Skus = ["b1", "new"] }] });
        Assert.Equal(CardEditOutcome.Changed, Assert.Single(result.Rows).Outcome);
    }

    [Fact]
    public async Task An_edit_that_changes_the_cards_own_dictionary_is_seen()
    {
        _api.Put(1, card => card["unknown"] = 1);
        CardEditResult result = await EditAsync([1], card =>
        {
            card.AdditionalProperties!["unknown"] = System.Text.Json.JsonDocument.Parse("2").RootElement;
            return card;
        });
        Assert.Equal("unknown: 1 -> 2", Assert.Single(Assert.Single(result.Changed).Changes).ToString());
    }

    [Fact]
    public async Task A_member_whose_name_looks_like_a_way_is_no_way()
    {
        _api.Put(1, card =>
        {
            card["dimensions"] = new JsonObject { ["length"] = 1 };
            card["dimensions.length"] = 1;
        });
        CardEditResult result = await EditAsync([1], card => card with { Dimensions = card.Dimensions! with { Length = 2 } });
        Assert.Equal("dimensions.length: 1 -> 2", Assert.Single(Assert.Single(result.Changed).Changes).ToString());
    }

    [Fact]
    public async Task An_edit_that_fails_ends_the_call_with_what_is_known()
    {
        Have(1, 2);
        var exception = await Assert.ThrowsAsync<FormatException>(() => EditAsync([1, 2], card => card.NmId == 1 ? card : throw new FormatException()));
        Assert.Equal([CardEditOutcome.Unchanged, CardEditOutcome.NotSent], exception.GetCardEditResult()!.Rows.Select(row => row.Outcome));
        await Assert.ThrowsAsync<InvalidOperationException>(() => EditAsync([1], _ => null!));
        Assert.Null(new FormatException().GetCardEditResult());
    }

    [Fact]
    public async Task Arguments_are_checked_before_anything_is_asked()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("nmIds", () => EditAsync([1, 0], Title));
        await Assert.ThrowsAsync<ArgumentNullException>("nmIds", () => EditAsync(null!, Title));
        await Assert.ThrowsAsync<ArgumentNullException>("edit", () => EditAsync([1], null!));
        Assert.Throws<ArgumentNullException>("api", () => new CardEditor(null!));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CardEditor(_api, new CardEditOptions { MaxWait = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CardEditor(_api, new CardEditOptions { MaxWait = TimeSpan.FromDays(32) }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CardEditor(_api, new CardEditOptions { PollInterval = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CardEditor(_api, new CardEditOptions { PollInterval = TimeSpan.FromHours(2) }));
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task Progress_tells_how_far_it_is()
    {
        Have(1, 2, 3);
        var told = new Told();
        await new CardEditor(_api, null, _clock).EditAsync([1, 2, 9], card => card.NmId == 1 ? card : Title(card), told, Cancel);
        Assert.Equal(new CardEditProgress { Total = 3, Read = 3, Sent = 1, Settled = 1 }, told.List[^1]);
        Assert.Equal("3 of 3 read, 1 sent, 1 settled", told.List[^1].ToString());
    }

    private static Card Title(Card card) => card with { Title = "Другие" };

    private async Task RefusedAsync(Func<Card, Card> edit, string words)
    {
        CardEditRow row = Assert.Single((await EditAsync([1], edit)).Rows);
        Assert.Equal(CardEditOutcome.Refused, row.Outcome);
        Assert.Contains(words, row.Reason, StringComparison.Ordinal);
    }

    private void Have(params long[] nmIds)
    {
        foreach (long nmId in nmIds)
            _api.Put(nmId);
    }

    private Task<CardEditResult> EditAsync(IEnumerable<long> nmIds, Func<Card, Card> edit, CardEditOptions? options = null) =>
        new CardEditor(_api, options, _clock).EditAsync(nmIds, edit, cancellationToken: Cancel);

    private sealed class Told : IProgress<CardEditProgress>
    {
        public List<CardEditProgress> List { get; } = [];

        public void Report(CardEditProgress value) => List.Add(value);
    }
}
