using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class CardGroupTests
{
    [Fact]
    public async Task Cards_are_merged_with_a_group_and_those_that_are_separated_together_make_one()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        DateTimeOffset? before = cards.Find(2)!.UpdatedAt;
        await harness.AskAsync(Shelf.Move, """{"targetIMT":1001,"nmIDs":[2,3]}""");
        Assert.Equal([1001L, 1001, 1001], new long[] { 1, 2, 3 }.Select(nmId => cards.Find(nmId)!.ImtId));
        Assert.True(cards.Find(2)!.UpdatedAt > before);
        await harness.AskAsync(Shelf.Move, """{"nmIDs":[1,3]}""");
        Assert.Equal(1001, cards.Find(2)!.ImtId);
        Assert.Equal(cards.Find(1)!.ImtId, cards.Find(3)!.ImtId);
        Assert.NotEqual(1001, cards.Find(1)!.ImtId);
    }

    [Theory]
    [InlineData("""{"targetIMT":5,"nmIDs":[1]}""", "Указан несуществующий imt")]
    [InlineData("""{"targetIMT":1001,"nmIDs":[2,99]}""", "Указан несуществующий nmID карточки товара")]
    [InlineData("""{"targetIMT":1001,"nmIDs":[6]}""", "Указан несуществующий nmID карточки товара")]
    [InlineData("""{"targetIMT":1001,"nmIDs":[4]}""", "Объединение товаров с разными предметами невозможно")]
    [InlineData("""{"targetIMT":1001,"nmIDs":[1]}""", "Все карточки находятся в одной группе")]
    [InlineData("""{"targetIMT":1001,"nmIDs":[5]}""", "non unique characteristics in one group")]
    [InlineData("""{"targetIMT":"1001","nmIDs":[2]}""", "Неправильный формат запроса")]
    [InlineData("""{"targetIMT":1001,"nmIDs":[]}""", "Неправильный формат запроса")]
    [InlineData("[]", "Неправильный формат запроса")]
    public async Task What_cannot_be_merged_is_400_and_moves_nothing(string body, string text)
    {
        await using Harness harness = await OpenAsync();
        JsonElement answer = await harness.JsonAsync(Shelf.Move, body, 400);
        Assert.Equal(text, answer.GetProperty("errorText").GetString());
        Assert.Equal([1001L, 1002, 1003, 1004, 1005], harness.Emulator.Cards.All.Select(card => card.ImtId));
    }

    [Fact]
    public async Task A_group_has_at_most_30_cards()
    {
        await using Harness harness = await OpenAsync();
        for (int i = 0; i < 29; i++)
            harness.Emulator.Cards.Add(new EmulatedCard { ImtId = 1001, Characteristics = [new EmulatedCardCharacteristic { Id = 90702, Number = 100 + i }] });
        Assert.Contains("не больше 30", await harness.AskAsync(Shelf.Move, """{"targetIMT":1001,"nmIDs":[2]}""", 400), StringComparison.Ordinal);
        string ids = string.Join(',', Enumerable.Range(1, 31));
        Assert.Contains("формат", await harness.AskAsync(Shelf.Move, $$"""{"nmIDs":[{{ids}}]}""", 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trash_changes_the_number_of_the_group_and_a_card_that_comes_back_keeps_it()
    {
        await using Harness harness = await OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        await harness.AskAsync(Shelf.Move, """{"targetIMT":1001,"nmIDs":[2]}""");
        await harness.AskAsync(Shelf.Throw, """{"nmIDs":[1,2]}""");
        long[] inTrash = [cards.Find(1)!.ImtId, cards.Find(2)!.ImtId];
        Assert.DoesNotContain(1001, inTrash);
        Assert.NotEqual(inTrash[0], inTrash[1]);
        Assert.Equal([3L, 4, 5], cards.All.Select(card => card.NmId));

        JsonElement page = await harness.JsonAsync(Shelf.Trash, """{"settings":{"sort":{"ascending":true},"cursor":{"limit":2}}}""");
        Assert.Equal([6L, 1], page.GetProperty("cards").EnumerateArray().Select(card => card.GetProperty("nmID").GetInt64()));
        JsonElement cursor = page.GetProperty("cursor");
        page = await harness.JsonAsync(Shelf.Trash, $$"""
            {"settings":{"sort":{"ascending":true},"cursor":{"nmID":{{cursor.GetProperty("nmID")}},"trashedAt":"{{cursor.GetProperty("trashedAt")}}","limit":2 } } }
            """);
        Assert.Equal(1, page.GetProperty("cursor").GetProperty("total").GetInt32());
        Assert.Equal(2, page.GetProperty("cards")[0].GetProperty("nmID").GetInt64());
        Assert.Single((await harness.JsonAsync(Shelf.Trash, """{"settings":{"filter":{"textSearch":"art-2"}}}""")).GetProperty("cards").EnumerateArray());

        await harness.AskAsync(Shelf.Recover, """{"nmIDs":[1]}""");
        Assert.Equal((inTrash[0], null), (cards.Find(1)!.ImtId, cards.Find(1)!.TrashedAt));
        await harness.AskAsync(Shelf.Throw, """{"nmIDs":[3,99]}""", 400);
        await harness.AskAsync(Shelf.Recover, """{"nmIDs":[2,99]}""", 400);
        await harness.AskAsync(Shelf.Throw, """{"nmIDs":[]}""", 400);
        await harness.AskAsync(Shelf.Throw, $$"""{"nmIDs":[{{string.Join(',', Enumerable.Range(1, 1001))}}]}""", 400);
        Assert.Equal([2L, 6], cards.Trash.Select(card => card.NmId));

        harness.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(cards.Trash);
        Assert.Null(cards.FindByVendorCode("art-2"));
    }

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        for (int i = 1; i <= 3; i++)
            cards.Add(new EmulatedCard { NmId = i, ImtId = 1000 + i, Characteristics = [new EmulatedCardCharacteristic { Id = 90702, Number = i }] });
        cards.Add(new EmulatedCard { NmId = 4, ImtId = 1004, SubjectId = 1128 });
        cards.Add(new EmulatedCard { NmId = 5, ImtId = 1005, Characteristics = [new EmulatedCardCharacteristic { Id = 90702, Number = 1 }] });
        cards.Add(new EmulatedCard { NmId = 6, ImtId = 1006 });
        cards.MoveToTrash(6);
        return harness;
    }
}
