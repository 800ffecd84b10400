using Wildberries.Sdk.Cards;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Cards;

/// <summary>Cards over the wire: read, followed, and changed without losing anything.</summary>
public sealed class CardFlowTests
{
    private const string Update = "/content/v2/cards/update";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_cards_that_are_changed_nothing_else_changes_and_of_each_it_is_known_what_became_of_it()
    {
        var clock = new FastClock(200);
        await using Shop shop = await Shop.OpenAsync(clock: clock);
        EmulatedCards cards = shop.Emulator.Cards;
        EmulatedCard whole = cards.Add(new EmulatedCard
        {
            VendorCode = "whole",
            Title = "Кружка",
            Description = "Белая",
            Characteristics = [new EmulatedCardCharacteristic { Id = 14177449, Texts = ["белый", "синий"] }],
            Sizes = [new EmulatedCardSize { Skus = ["2042688657617"] }],
            Documents = [new EmulatedCardDocument { Type = 1, Number = "Д-1" }],
            Photos = [EmulatedMedia.Picture()],
            OtherMembers = new Dictionary<string, string> { ["gtin"] = """{"value":"04600266011725"}""" },
        });
        EmulatedCard wrong = Add(cards, "wrong"), lost = Add(cards, "lost"), done = Add(cards, "done");
        cards.Refuse("wrong", "Запрещено");
        cards.Lose("lost");
        CardEditResult result = await shop.Client.Cards.EditAsync(
            [whole.NmId, wrong.NmId, lost.NmId, done.NmId, 5],
            card => card with { Title = "Другая" },
            new CardEditOptions { MaxWait = TimeSpan.FromMinutes(10) },
            cancellationToken: Cancel);
        Assert.Equal(
            [CardEditOutcome.Changed, CardEditOutcome.Refused, CardEditOutcome.Unknown, CardEditOutcome.Changed, CardEditOutcome.Refused],
            result.Rows.Select(row => row.Outcome));
        Assert.Equal("Запрещено", result.Rows[1].Reason);
        Assert.Equal(1, shop.Emulator.Requests.All.Count(request => request.Path == Update));

        EmulatedCard now = cards.Find(whole.NmId)!;
        Assert.Equal(("Другая", "Белая"), (now.Title, now.Description));
        Assert.Equal(["белый", "синий"], Assert.Single(now.Characteristics).Texts);
        Assert.Equal("Д-1", Assert.Single(now.Documents).Number);
        Assert.Equal(whole.Sizes[0].Skus, Assert.Single(now.Sizes).Skus);
        Assert.Single(now.Photos);
        Assert.Contains("04600266011725", now.OtherMembers["gtin"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_settled_by_reading()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedCard card = Add(shop.Emulator.Cards, "a");
        shop.Emulator.Faults.Next($"POST {Update}", Fault.Reset.AfterOperation());
        CardEditResult result = await shop.Client.Cards.EditAsync(
            [card.NmId], one => one with { Title = $"{one.Title}!" }, new CardEditOptions { MaxWait = null }, cancellationToken: Cancel);
        Assert.Single(result.Changed);
        Assert.Equal("Кружка a!", shop.Emulator.Cards.Find(card.NmId)!.Title);
        Assert.Equal(1, shop.Emulator.Requests.All.Count(request => request.Path == Update));
    }

    [Fact]
    public async Task Three_hundred_cards_are_read_changed_and_followed()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedCards cards = shop.Emulator.Cards;
        cards.FreeLimits = 10_000;
        long[] nmIds = [.. Enumerable.Range(1, 300).Select(i => Add(cards, $"art{i}").NmId)];
        var store = new InMemoryStateStore();
        var once = new ChangedCardStreamOptions { StopAtEnd = true };
        List<long> all = [], first = [], changed = [];
        await foreach (Card card in shop.Client.Cards.StreamCardsAsync(cancellationToken: Cancel))
            all.Add(card.NmId);
        await foreach (Card card in shop.Client.Cards.StreamChangedCardsAsync(store, "shop", once, Cancel))
            first.Add(card.NmId);
        Assert.Equal(all, first);
        Assert.Empty(nmIds.Except(all));

        CardEditResult result = await shop.Client.Cards.EditAsync(
            nmIds, card => card with { Description = "Новое описание" }, new CardEditOptions { MaxWait = null }, cancellationToken: Cancel);
        Assert.Equal(300, result.Changed.Count);
        await foreach (Card card in shop.Client.Cards.StreamChangedCardsAsync(store, "shop", once, Cancel))
            changed.Add(card.NmId);
        Assert.Equal(nmIds.Order(), changed.Order());
    }

    private static EmulatedCard Add(EmulatedCards cards, string article) => cards.Add(new EmulatedCard
    {
        VendorCode = article,
        Title = $"Кружка {article}",
        Characteristics = [new EmulatedCardCharacteristic { Id = 14177449, Texts = ["белый"] }],
        Sizes = [new EmulatedCardSize()],
    });
}
