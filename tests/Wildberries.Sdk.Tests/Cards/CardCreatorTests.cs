using System.Text.Json;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;
using static Wildberries.Sdk.Tests.Cards.FakeCardsApi;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class CardCreatorTests
{
    private readonly FakeCardsApi _api = new();
    private readonly JumpingTimeProvider _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cards_are_created_followed_and_accounted_for()
    {
        _api.LooksUntilShown = 2;
        CardCreation creation = await CreateAsync([Group("a"), Group("b", "c")]);
        Assert.Equal([(0, "a", CardCreationOutcome.Created), (1, "b", CardCreationOutcome.Created), (1, "c", CardCreationOutcome.Created)], creation.Rows.Select(row => (row.GroupIndex, row.VendorCode, row.Outcome)));
        Assert.Equal([900_001, 900_002, 900_003], creation.Rows.Select(row => row.NmId!.Value));
        Assert.Equal(creation.Rows[1].ImtId, creation.Rows[2].ImtId);
        Assert.NotEqual(creation.Rows[0].ImtId, creation.Rows[1].ImtId);
        Assert.Equal(["a|b c"], _api.Sent);
        Assert.True(creation.IsDone);
        Assert.Equal("3 cards: 3 created, 0 existing, 0 refused, 0 unknown, 0 pending", creation.ToString());
    }

    [Fact]
    public async Task Nothing_to_do_costs_nothing()
    {
        Assert.Empty((await CreateAsync([])).Rows);
        Assert.Empty((await Creator().AttachAndWaitAsync(5, [], cancellationToken: Cancel)).Rows);
        Assert.Single((await CreateAsync([Group("a") with { Cards = [Card("a") with { Title = new string('я', 61) }] }])).Refused);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task Refused_cards_are_told_and_the_rest_goes()
    {
        CardCreation creation = await CreateAsync([Group("a"), new CardGroup { SubjectId = 1, Cards = [Card("b") with { Title = new string('я', 61) }, Card("c")] }]);
        Assert.Equal([CardCreationOutcome.Created, CardCreationOutcome.Refused, CardCreationOutcome.NotSent], creation.Rows.Select(row => row.Outcome));
        Assert.Equal("The title has 61 characters; WB takes at most 60.", creation.Rows[1].Reason);
        Assert.Contains(creation.Rows[1].Problems, problem => problem.Fault == CardFault.TitleTooLong && problem.RussianMessage.Contains("61", StringComparison.Ordinal));
        Assert.Contains("Another card of its group", creation.Rows[2].Reason, StringComparison.Ordinal);
        Assert.Equal(["a"], _api.Sent);
    }

    [Fact]
    public async Task What_is_there_is_not_sent_neither_from_the_list_nor_from_the_trash()
    {
        Have(1, 2, 3);
        _api.Throw(2);

        // Its article merely contains the other one.
        _api.Put(10, card => card["vendorCode"] = "a1x");
        CardCreation creation = await CreateAsync([Group("a1"), Group("a2"), Group("a3", "new"), Group("fresh"), Group("a")]);
        Assert.Equal(
            [("a1", CardCreationOutcome.Exists, 1), ("a2", CardCreationOutcome.Exists, 2), ("a3", CardCreationOutcome.Exists, 3)],
            creation.Rows.Take(3).Select(row => (row.VendorCode, row.Outcome, row.NmId!.Value)));
        Assert.Equal((CardCreationOutcome.NotSent, "Another card of its group exists already: attach this one to it."), (creation.Rows[3].Outcome, creation.Rows[3].Reason));
        Assert.Equal(["fresh|a"], _api.Sent);
        Assert.Equal(2, creation.Created.Count);

        // The same cards once more, after a crash for example.
        CardCreation again = await CreateAsync([Group("a1"), Group("fresh"), Group("a")]);
        Assert.Equal((3, true), (again.Existing.Count, again.IsDone));
        Assert.Single(_api.Sent);
    }

    [Fact]
    public async Task Many_cards_go_in_requests_of_a_hundred_groups_and_cost_one_pass_over_the_list()
    {
        Have([.. Enumerable.Range(1, 250).Select(i => (long)i)]);
        CardCreation creation = await CreateAsync([.. Enumerable.Range(0, 1000).Select(i => Group($"n{i}"))]);
        Assert.Equal(1000, creation.Created.Count);
        Assert.Equal(10, _api.Count("create 100"));
        Assert.Equal(0, _api.Count("search"));
        Assert.Equal(3, creation.Rows.Take(3).Select(row => row.NmId).Distinct().Count());
    }

    [Fact]
    public async Task No_request_is_larger_than_ten_megabytes_and_a_group_that_is_too_large_is_refused()
    {
        CardGroup large = Group("x") with { Cards = [Card("x") with { Brand = new string('я', 1_700_000) }] };
        CardGroup[] groups =
        [
            .. Enumerable.Range(0, 12).Select(i => Group($"m{i}") with { Cards = [Card($"m{i}") with { Brand = new string('b', 2_500_000) }] }),
            large,
            Group("s"),
        ];
        CardCreation creation = await CreateAsync(groups);
        Assert.Equal(["m0|m1|m2", "m3|m4|m5", "m6|m7|m8", "m9|m10|m11|s"], _api.Sent);
        Assert.InRange(_api.LargestRequest, 7_000_000, 10_000_000);

        // Each Russian letter is escaped to six bytes.
        Assert.Contains(creation.Rows[12].Problems, problem => problem.Fault == CardFault.RequestTooLarge);
        Assert.Equal(CardCreationOutcome.Refused, creation.Rows[12].Outcome);
        Assert.Equal(13, creation.Created.Count);
    }

    [Fact]
    public async Task Of_a_request_that_is_refused_at_once_the_groups_that_WB_names_are_refused_and_the_others_go_once_more()
    {
        _api.RefusedAtOnce["b"] = true;
        CardCreation creation = await CreateAsync([Group("a"), Group("b", "c"), Group("d")]);
        Assert.Equal([CardCreationOutcome.Created, CardCreationOutcome.Refused, CardCreationOutcome.NotSent, CardCreationOutcome.Created], creation.Rows.Select(row => row.Outcome));
        Assert.Equal("missing: {1}", creation.Rows[1].Reason);
        Assert.Equal(["a|b c|d", "a|d"], _api.Sent);
    }

    [Fact]
    public async Task Of_a_request_that_is_refused_without_names_halves_tell_which_it_is()
    {
        _api.RefusedAtOnce["n5"] = false;
        CardCreation creation = await CreateAsync([.. Enumerable.Range(0, 16).Select(i => Group($"n{i}"))]);
        Assert.Equal(("n5", "some items are wrong"), (Assert.Single(creation.Refused).VendorCode, creation.Refused[0].Reason));
        Assert.Equal(15, creation.Created.Count);
        Assert.All(creation.Created, row => Assert.Equal(1, _api.Cards.Values.Count(card => (string)card["vendorCode"]! == row.VendorCode)));
    }

    [Fact]
    public async Task What_WB_refuses_later_is_told_in_its_words_and_old_errors_are_none()
    {
        _api.AddErrors("a", "alt");
        _api.AddErrors("b", "alt");
        _api.RefusedLater["b"] = ["Запрещено", "Слишком длинно"];
        _api.LooksUntilShown = 1;
        CardCreation creation = await CreateAsync([Group("a", "b")]);
        Assert.Equal([CardCreationOutcome.Created, CardCreationOutcome.Refused], creation.Rows.Select(row => row.Outcome));
        Assert.Equal("Запрещено; Слишком длинно", creation.Rows[1].Reason);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.LostAfter), nameof(CardCreationOutcome.Created))]
    [InlineData(nameof(WriteAnswer.LostBefore), nameof(CardCreationOutcome.Unknown))]
    [InlineData(nameof(WriteAnswer.Error), nameof(CardCreationOutcome.Unknown))]
    [InlineData(nameof(WriteAnswer.Ignored), nameof(CardCreationOutcome.Unknown))]
    public async Task A_request_whose_outcome_nobody_knows_is_never_sent_again(string answer, string outcome)
    {
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        CardCreation creation = await CreateAsync([Group("a")]);
        Assert.Equal(outcome, Assert.Single(creation.Rows).Outcome.ToString());
        Assert.Single(_api.Sent);
        Assert.Equal(outcome == nameof(CardCreationOutcome.Unknown), creation.Rows[0].Reason is not null);
    }

    [Theory]
    [InlineData(nameof(WriteAnswer.NotSent))]
    [InlineData(nameof(WriteAnswer.Limited))]
    public async Task What_surely_did_not_reach_WB_is_sent_again(string answer)
    {
        _api.Answers.Enqueue(Enum.Parse<WriteAnswer>(answer));
        Assert.True((await CreateAsync([Group("a")])).IsDone);
        Assert.Equal(2, _api.Sent.Count);
    }

    [Fact]
    public async Task A_request_that_is_too_large_for_WB_is_halved()
    {
        _api.Answers.Enqueue(WriteAnswer.TooLarge);
        Assert.True((await CreateAsync([Group("a"), Group("b")])).IsDone);
        Assert.Equal(["a|b", "a", "b"], _api.Sent);
    }

    [Fact]
    public async Task When_the_rest_cannot_be_sent_what_was_taken_is_followed_and_the_exception_has_all_of_it()
    {
        _api.Answers.Enqueue(WriteAnswer.Taken);
        _api.Answers.Enqueue(WriteAnswer.NoAccess);
        WildberriesUnauthorizedException error = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(
            () => CreateAsync([.. Enumerable.Range(0, 150).Select(i => Group($"n{i}"))]));
        CardCreation known = error.GetCardCreation()!;
        Assert.Equal((100, 50), (known.Created.Count, known.Pending.Count));
        Assert.All(known.Pending, row => Assert.Equal((CardCreationOutcome.NotSent, null), (row.Outcome, row.Reason)));
    }

    [Fact]
    public async Task A_stored_creation_is_gone_on_with_and_sends_nothing()
    {
        _api.LooksUntilShown = 30;
        _api.RefusedLater["b"] = ["Запрещено"];
        CardCreation started = await Creator().StartAsync([Group("a"), Group("b")], cancellationToken: Cancel);
        Assert.Equal(2, started.Pending.Count);
        string stored = JsonSerializer.Serialize(started, CardsJsonContext.Default.CardCreation);
        CardCreation loaded = JsonSerializer.Deserialize(stored, CardsJsonContext.Default.CardCreation)!;
        CardCreation done = await new CardCreator(_api, null, timeProvider: _clock).WaitForCardsAsync(loaded, cancellationToken: Cancel);
        Assert.Equal([CardCreationOutcome.Created, CardCreationOutcome.Refused], done.Rows.Select(row => row.Outcome));
        Assert.Single(_api.Sent);
    }

    [Fact]
    public async Task Who_is_told_before_a_request_can_go_on_though_the_program_died_in_it()
    {
        var told = new List<CardCreation>();
        _api.AfterWrite = () => throw new InvalidOperationException("killed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Creator().CreateAndWaitAsync([Group("a")], new Telling(told), Cancel));
        Assert.Equal(CardCreationOutcome.Unknown, Assert.Single(told[^1].Rows).Outcome);
        _api.AfterWrite = null;
        CardCreation done = await Creator().WaitForCardsAsync(told[^1], cancellationToken: Cancel);
        Assert.True(done.IsDone);
        Assert.Single(_api.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_error_of_another_attempt_does_not_refuse_a_card_that_WB_creates(bool isNew)
    {
        if (!isNew)
            _api.AddErrors("a", "Старая ошибка");
        _api.LooksUntilShown = isNew ? 1 : 4;
        _api.AfterWrite = () =>
        {
            _api.Wait(TimeSpan.FromMinutes(1));
            if (isNew)
                _api.AddErrors("a", "Ошибка другой попытки");
            else
                _api.TouchErrors();
        };
        Assert.Equal("a", Assert.Single((await CreateAsync([Group("a")])).Created).VendorCode);
    }

    [Fact]
    public async Task A_broken_off_creation_is_continued_and_sends_only_what_was_surely_not_sent()
    {
        CardGroup[] groups = [.. Enumerable.Range(0, 150).Select(i => Group($"n{i}")), Group("x", "y")];
        _api.RefusedLater["n3"] = ["Запрещено"];
        _api.Answers.Enqueue(WriteAnswer.Taken);
        _api.Answers.Enqueue(WriteAnswer.NoAccess);
        WildberriesUnauthorizedException error = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => CreateAsync(groups));
        string stored = JsonSerializer.Serialize(error.GetCardCreation()!, CardsJsonContext.Default.CardCreation);
        CardCreation known = JsonSerializer.Deserialize(stored, CardsJsonContext.Default.CardCreation)!;
        var told = new List<CardCreation>();
        CardCreation done = await Creator().ContinueAsync(groups, known, new Telling(told), Cancel);
        Assert.Equal((151, 1), (done.Created.Count, done.Refused.Count));
        Assert.Equal([.. groups.SelectMany(group => group.Cards).Select(card => card.VendorCode)], done.Rows.Select(row => row.VendorCode));
        Assert.All(told, one => Assert.Equal(152, one.Rows.Count));
        string[] twice = [.. _api.Sent.SelectMany(request => request.Split('|', ' ')).GroupBy(card => card).Where(card => card.Count() > 1).Select(card => card.Key)];
        Assert.Equal(52, twice.Length); // Their first request was refused: 401.

        // All is settled: nothing is sent once more.
        int sent = _api.Sent.Count;
        Assert.Equal(done.Rows.Select(row => row.Outcome), (await Creator().ContinueAsync(groups, done, cancellationToken: Cancel)).Rows.Select(row => row.Outcome));
        Assert.Equal(sent, _api.Sent.Count);
    }

    [Fact]
    public async Task Wherever_a_creation_is_killed_a_continued_one_sends_no_card_twice_and_accounts_for_each()
    {
        CardGroup[] groups = [.. Enumerable.Range(0, 120).Select(i => Group($"n{i}"))];
        for (int kill = 1; kill < 40; kill++)
        {
            var api = new FakeCardsApi { LooksUntilShown = 2 };
            CardCreation stored = new();
            int reports = 0;
            for (int run = 0; run < 3; run++)
            {
                int end = run == 0 ? kill : kill + 2;
                reports = 0;
                var storing = new Storing(known =>
                {
                    stored = known;
                    if (++reports == end)
                        throw new InvalidOperationException("killed");
                });
                try
                {
                    await new CardCreator(api, null, new CardCreationOptions { MaxWait = TimeSpan.FromMinutes(5) }, _clock).ContinueAsync(groups, stored, run == 2 ? null : storing, Cancel);
                }
                catch (InvalidOperationException)
                {
                }
            }

            string[] sent = [.. api.Sent.SelectMany(request => request.Split('|', ' '))];
            Assert.Equal(sent.Length, sent.Distinct().Count());
            CardCreation done = await new CardCreator(api, null, new CardCreationOptions { MaxWait = TimeSpan.FromMinutes(5) }, _clock).ContinueAsync(groups, stored, new Storing(known => stored = known), Cancel);
            Assert.Equal(120, done.Created.Count + done.Unknown.Count);
            Assert.Equal(sent.Length, done.Created.Count);
        }
    }

    [Fact]
    public async Task A_creation_is_continued_with_its_own_cards_only()
    {
        CardCreation known = await CreateAsync([Group("a"), Group("b", "c")]);
        foreach (CardGroup[] others in (CardGroup[][])[[Group("a")], [Group("a"), Group("b")], [Group("a", "b"), Group("c")], [Group("a"), Group("c", "b")], [Group("a"), Group("b", "c"), Group("d")]])
            Assert.Equal("soFar", (await Assert.ThrowsAsync<ArgumentException>(() => Creator().ContinueAsync(others, known, cancellationToken: Cancel))).ParamName);
        Assert.Equal(3, (await Creator().ContinueAsync([Group("d"), Group("e", "f")], null, cancellationToken: Cancel)).Created.Count);
    }

    [Fact]
    public async Task After_the_stated_patience_a_card_is_unknown_and_one_that_was_thrown_away_since_is_found_in_the_trash()
    {
        _api.Answers.Enqueue(WriteAnswer.Ignored);
        var options = new CardCreationOptions { MaxWait = TimeSpan.FromMinutes(5) };
        DateTimeOffset start = _clock.GetUtcNow();
        CardCreation creation = await new CardCreator(_api, null, options, _clock).CreateAndWaitAsync([Group("a")], cancellationToken: Cancel);
        Assert.Contains("in time", Assert.Single(creation.Unknown).Reason, StringComparison.Ordinal);
        Assert.InRange(_clock.GetUtcNow() - start, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        _api.Put(77, card => card["vendorCode"] = "a");
        _api.Throw(77);
        CardCreation later = await new CardCreator(_api, null, options, _clock).WaitForCardsAsync(creation, cancellationToken: Cancel);
        Assert.Equal((77, "The card is in the trash."), (Assert.Single(later.Created).NmId, later.Created[0].Reason));
    }

    [Fact]
    public async Task Limits_are_checked_on_request()
    {
        Have(1, 2, 3);
        _api.Throw(3);
        _api.Limits = new CardLimits { FreeLimits = 4, PaidLimits = 1 };
        var creator = new CardCreator(_api, null, new CardCreationOptions { ChecksLimits = true }, _clock);
        CardCheckResult check = await creator.CheckAsync([Group("b"), Group("c", "d"), Group("e")], Cancel);
        Assert.Equal(["", "limit_exceeded", "limit_exceeded", ""], check.Rows.Select(row => string.Join(' ', row.Problems.Where(problem => !problem.IsWarning).Select(problem => problem.Fault.Value))));
        _api.Limits = null;
        Assert.True((await creator.CheckAsync([Group("b")], Cancel)).IsFine);
        Assert.Empty(_api.Sent);
    }

    [Fact]
    public async Task Limits_count_only_what_is_sent_now_also_when_a_creation_is_continued()
    {
        CardGroup[] groups = [.. Enumerable.Range(0, 150).Select(i => Group($"n{i}"))];
        _api.Limits = new CardLimits { FreeLimits = 150, PaidLimits = 0 };
        _api.Answers.Enqueue(WriteAnswer.Taken);
        _api.Answers.Enqueue(WriteAnswer.NoAccess);
        var creator = new CardCreator(_api, null, new CardCreationOptions { ChecksLimits = true }, _clock);
        WildberriesUnauthorizedException error = await Assert.ThrowsAsync<WildberriesUnauthorizedException>(() => creator.CreateAndWaitAsync(groups, cancellationToken: Cancel));
        Assert.Equal(100, error.GetCardCreation()!.Created.Count);
        Assert.Equal(150, (await creator.ContinueAsync(groups, error.GetCardCreation(), cancellationToken: Cancel)).Created.Count);

        // Those that are there are given again, and one more, for which there is no room.
        CardCreation again = await creator.CreateAndWaitAsync([.. groups, Group("more")], cancellationToken: Cancel);
        Assert.Equal((150, 1), (again.Existing.Count, again.Refused.Count));
        Assert.Equal(CardFault.LimitExceeded, again.Refused[0].Problems[^1].Fault);
    }

    [Fact]
    public void A_state_of_something_else_is_not_taken_for_one_of_nothing() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"rows":[]}""", CardsJsonContext.Default.CardCreation));

    [Fact]
    public async Task Cards_are_attached_to_a_group_as_a_whole_or_not_at_all()
    {
        Have(1);
        _api.Put(1, card => (card["imtID"], card["subjectID"]) = (500L, 217));
        CardCreation creation = await Creator().AttachAndWaitAsync(500, [Card("b"), Card("c")], cancellationToken: Cancel);
        Assert.Equal([500L, 500L], creation.Created.Select(row => row.ImtId!.Value));
        Assert.Equal(["b c"], _api.Sent);

        NewCard alike = Card("d") with { Characteristics = [new CardCharacteristicInput { Id = 1, Value = CharacteristicValue.OfTexts("красный") }] };
        CardCreation refused = await Creator().AttachAndWaitAsync(500, [alike, Card("e")], cancellationToken: Cancel);
        Assert.Equal([CardCreationOutcome.Refused, CardCreationOutcome.NotSent], refused.Rows.Select(row => row.Outcome));
        CardCreation many = await Creator().AttachAndWaitAsync(500, [.. Enumerable.Range(0, 28).Select(i => Card($"m{i}"))], cancellationToken: Cancel);
        Assert.Equal(28, many.Refused.Count);
        Assert.Contains("31 cards", many.Refused[0].Reason, StringComparison.Ordinal);
        CardCreation nowhere = await Creator().AttachAndWaitAsync(501, [Card("z")], cancellationToken: Cancel);
        Assert.Equal("There is no card or group 501 in the list.", Assert.Single(nowhere.Refused).Reason);
        Assert.Single(_api.Sent);
    }

    [Fact]
    public async Task Bad_arguments_are_named()
    {
        await Assert.ThrowsAsync<ArgumentException>("groups", () => CreateAsync([null!]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("imtId", () => Creator().AttachAndWaitAsync(0, [Card("a")], cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CardCreator(_api, null, new CardCreationOptions { MaxWait = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new CardCreator(_api, null, new CardCreationOptions { PollInterval = TimeSpan.FromHours(2) }));
    }

    private static NewCard Card(string article) => new()
    {
        VendorCode = article,
        Dimensions = new CardDimensionsInput { Length = 1, Width = 1, Height = 1, GrossWeight = 1 },
        Characteristics = [new CardCharacteristicInput { Id = 1, Value = CharacteristicValue.OfTexts(article) }],
    };

    private static CardGroup Group(params string[] articles) => new() { SubjectId = 217, Cards = [.. articles.Select(Card)] };

    private void Have(params long[] nmIds)
    {
        foreach (long nmId in nmIds)
            _api.Put(nmId);
    }

    private CardCreator Creator() => new(_api, null, timeProvider: _clock);

    private Task<CardCreation> CreateAsync(IEnumerable<CardGroup> groups) => Creator().CreateAndWaitAsync(groups, cancellationToken: Cancel);

    private sealed class Storing(Action<CardCreation> store) : IProgress<CardCreation>
    {
        public void Report(CardCreation value) => store(value);
    }

    private sealed class Telling(List<CardCreation> told) : IProgress<CardCreation>
    {
        public void Report(CardCreation value) => told.Add(value);
    }
}
