using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class CardCreationTests
{
    [Fact]
    public async Task A_card_is_there_when_WB_has_worked_on_it()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.ProcessingTime = TimeSpan.FromMinutes(5);
        const string Body = """
            [{"subjectID":1190,"variants":[{"vendorCode":"a","title":"Кружка","brand":"Дом","kizMarked":true,"wholesale":{"enabled":true,"quantum":4},
              "dimensions":{"length":12,"width":10,"height":11,"weightBrutto":0.45,"depth":3},"characteristics":[{"id":14177449,"value":["белый"]},{"id":90702,"value":350}],
              "sizes":[{"techSize":"L","wbSize":"46","price":500,"skus":["111"]}],"gtin":"046"}]}]
            """;
        Assert.Equal("""{"data":null,"error":false,"errorText":"","additionalErrors":{}}""", await harness.AskAsync(Shelf.Create, Body));
        Assert.Empty(await harness.CardsAsync());
        Assert.Null(cards.FindByVendorCode("a"));

        harness.Clock.Advance(TimeSpan.FromMinutes(5));
        JsonElement card = Assert.Single(await harness.CardsAsync());
        Assert.Equal(("a", "Кружка", "Дом"), (Text(card, "vendorCode"), Text(card, "title"), Text(card, "brand")));
        Assert.Equal("""{"enabled":true,"quantum":4}""", card.GetProperty("wholesale").GetRawText());
        Assert.Equal("""{"length":12,"width":10,"height":11,"weightBrutto":0.45,"isValid":true,"depth":3}""", card.GetProperty("dimensions").GetRawText());
        Assert.Equal("046", Text(card, "gtin"));
        EmulatedCard kept = cards.FindByVendorCode("a")!;
        Assert.Equal(500, Assert.Single(kept.Sizes).Price);
        Assert.Equal(350, kept.Characteristics[1].Number);
        Assert.Equal(harness.Clock.GetUtcNow(), kept.CreatedAt);
        Assert.Empty(cards.ErrorsOf("a"));
    }

    [Fact]
    public async Task Sizes_and_barcodes_are_made_where_there_are_none()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.ProcessingTime = TimeSpan.Zero;
        await harness.AskAsync(Shelf.Create, """
            [{"subjectID":1190,"variants":[{"vendorCode":"mug"}]},{"subjectID":105,"variants":[{"vendorCode":"shoe","characteristics":[{"id":165,"value":["Мужской"]}]}]}]
            """);
        Assert.Equal(("0", null), (cards.FindByVendorCode("mug")!.Sizes[0].TechSize, cards.FindByVendorCode("mug")!.Sizes[0].WbSize));
        Assert.Equal(("A", "1"), (cards.FindByVendorCode("shoe")!.Sizes[0].TechSize, cards.FindByVendorCode("shoe")!.Sizes[0].WbSize));
        Assert.Equal(13, Assert.Single(cards.FindByVendorCode("shoe")!.Sizes[0].Skus).Length);
    }

    [Theory]
    [InlineData("{}", "Invalid request format", "{}")]
    [InlineData("[]", "Invalid request format", "{}")]
    [InlineData("""[{"subjectID":1190,"variants":[]}]""", "Invalid request format", "{}")]
    [InlineData("""[{"subjectID":"1190","variants":[{"vendorCode":"a"}]}]""", "Invalid request format", "{}")]
    [InlineData("""[{"subjectID":1190,"variants":[{"vendorCode":"a","title":5}]}]""", "Invalid request format", "{}")]
    [InlineData("""[{"subjectID":1190,"variants":[{"vendorCode":"a","characteristics":[{"id":1}]}]}]""", "Invalid request format", "{}")]
    [InlineData("""[{"subjectID":1190,"variants":[{"title":"a"}]}]""", "A card cannot be created without a vendorCode", "{}")]
    [InlineData("""[{"subjectID":1190,"variants":[{"vendorCode":"old"}]}]""", "bad request; Unexpected the specified card's vendor code is used in other cards", "{}")]
    [InlineData(
        """[{"subjectID":1190,"variants":[{"vendorCode":"a"}]},{"subjectID":1190,"variants":[{"vendorCode":"a"}]}]""",
        "bad request; Unexpected the specified card's vendor code is used in other cards",
        "{}")]
    [InlineData("""[{"subjectID":342342,"variants":[{"vendorCode":"a"}]}]""", "This category does not exist", """{"id":"342342"}""")]
    [InlineData(
        """[{"subjectID":1190,"variants":[{"vendorCode":"fine"}]},{"subjectID":217,"variants":[{"vendorCode":"a","characteristics":[{"id":165,"value":["Женский"]}]}]}]""",
        "some items lacks required characteristics. please fill them and try again.",
        """{"a":"missing required characteristics with ids: 14177450"}""")]
    [InlineData(
        """[{"subjectID":1190,"variants":[{"vendorCode":"a","characteristics":[{"id":90702,"value":350}]},{"vendorCode":"b","characteristics":[{"id":90702,"value":350.0}]}]}]""",
        "non unique characteristics in one group",
        """{"b":"non unique characteristics in group with ids: 90702"}""")]
    public async Task What_WB_sees_at_once_refuses_all(string body, string text, string details)
    {
        await using Harness harness = await Shelf.OpenAsync();
        harness.Emulator.Cards.Add(new EmulatedCard { VendorCode = "old" });
        JsonElement answer = await harness.JsonAsync(Shelf.Create, body, 400);
        Assert.Equal((true, text, details), (answer.GetProperty("error").GetBoolean(), Text(answer, "errorText"), answer.GetProperty("additionalErrors").GetRawText()));
        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(harness.Emulator.Cards.All);
        Assert.Empty(harness.Emulator.Cards.ErrorsOf("a"));
    }

    [Fact]
    public async Task A_request_has_at_most_100_groups_of_30_and_10_MB()
    {
        await using Harness harness = await Shelf.OpenAsync();
        static string Variants(int count, string prefix) => string.Join(',', Enumerable.Range(0, count).Select(i =>
            $$"""{"vendorCode":"{{prefix}}{{i}}","characteristics":[{"id":90702,"value":{{i}}}]}"""));
        static string Groups(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"subjectID":1190,"variants":[{{Variants(1, $"g{i}-")}}]}"""));
        await harness.AskAsync(Shelf.Create, $"[{Groups(101)}]", 400);
        await harness.AskAsync(Shelf.Create, $$"""[{"subjectID":1190,"variants":[{{Variants(31, "a")}}]}]""", 400);
        await harness.AskAsync(Shelf.Create, $"[{Groups(99)},{{\"subjectID\":1190,\"variants\":[{Variants(30, "b")}]}}]");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(129, harness.Emulator.Cards.All.Count);
        Assert.Equal(100, harness.Emulator.Cards.All.Select(card => card.ImtId).Distinct().Count());

        string large = await harness.AskAsync(Shelf.Create, $$"""[{"subjectID":1190,"variants":[{"vendorCode":"c","description":"{{new string('a', 10 * 1024 * 1024)}}"}]}]""", 413);
        Assert.Contains("\"title\":\"request body too long\"", large, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\":\"1234567890123456789012345678901234567890123456789012345678901\"", "Наименование не может быть длиннее 60 символов")]
    [InlineData("\"sizes\":[{\"skus\":[\"777\"]}]", "Баркод 777 уже используется в другой карточке")]
    [InlineData("\"characteristics\":[{\"id\":8,\"value\":[\"a\"]}]", "Характеристики 8 нет у предмета Кружки")]
    [InlineData("\"characteristics\":[{\"id\":21,\"value\":[\"a\"]}]", "Характеристика Бренд передаётся в отдельном поле")]
    [InlineData("\"characteristics\":[{\"id\":14177449,\"value\":5}]", "Характеристика Цвет должна быть массивом строк")]
    [InlineData("\"characteristics\":[{\"id\":14177449,\"value\":\"синий\"}]", "Характеристика Цвет должна быть массивом строк")]
    [InlineData("\"characteristics\":[{\"id\":14177451,\"value\":[\"Китай\",\"Россия\"]}]", "Характеристика Страна производства может иметь не больше 1 значений")]
    [InlineData("\"characteristics\":[{\"id\":90702,\"value\":[\"350\"]}]", "Характеристика Объем должна быть числом")]
    [InlineData("\"dimensions\":{\"length\":-1}", "Габариты не могут быть отрицательными")]
    public async Task What_WB_sees_later_stands_in_the_list_of_errors(string members, string text)
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.Add(new EmulatedCard { NmId = 1, Sizes = [new EmulatedCardSize { Skus = ["777"] }] });
        await harness.AskAsync(Shelf.Create, $$"""[{"subjectID":1190,"variants":[{"vendorCode":"a",{{members}}}]},{"subjectID":1190,"variants":[{"vendorCode":"b"}]}]""");
        Assert.Empty(cards.ErrorsOf("a"));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([text], cards.ErrorsOf("a"));
        Assert.Equal(["b"], cards.All.Skip(1).Select(card => card.VendorCode));
    }

    [Fact]
    public async Task Errors_come_in_batches_without_a_request_and_go_when_the_card_is_fine()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.ProcessingTime = TimeSpan.FromSeconds(1.5);
        cards.Refuse("a", "Запрещено");
        cards.Refuse("b", "Запрещено");
        cards.Refuse("old", "Запрещено");
        cards.Add(new EmulatedCard { NmId = 1, VendorCode = "old" });
        await harness.AskAsync(Shelf.Create, """
            [{"subjectID":1190,"variants":[{"vendorCode":"a","brand":"Тёплый дом"},{"vendorCode":"b","characteristics":[{"id":90702,"value":1}]}]},
             {"subjectID":1190,"variants":[{"vendorCode":"c"}]}]
            """);
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        await harness.AskAsync(Shelf.Update, """[{"nmID":1,"vendorCode":"old","sizes":[{"skus":["5"]}]}]""");
        harness.Clock.Advance(TimeSpan.FromSeconds(5));

        JsonElement data = (await harness.JsonAsync(Shelf.Errors + "?locale=en", """{"cursor":{"limit":1}}""")).GetProperty("data");
        JsonElement batch = Assert.Single(data.GetProperty("items").EnumerateArray());
        string id = batch.GetProperty("batchUUID").GetString()!;
        Assert.Equal(
            """{"subjects":{"a":{"id":1190,"name":"Mugs"},"b":{"id":1190,"name":"Mugs"}},"brands":{"a":{"id":30217,"name":"Тёплый дом"}},"vendorCodes":["a","b"],"""
            + "\"" + """errors":{"a":["Запрещено"],"b":["Запрещено"]},"updatedAt":"2026-09-01T09:00:01Z"}""",
            batch.GetRawText().Replace($"\"batchUUID\":\"{id}\",", "", StringComparison.Ordinal));
        Assert.Equal($$"""{"next":true,"updatedAt":"2026-09-01T09:00:01Z","batchUUID":"{{id}}"}""", data.GetProperty("cursor").GetRawText());
        data = (await harness.JsonAsync(Shelf.Errors, $$$"""{"cursor":{"limit":1,"updatedAt":"2026-09-01T09:00:01Z","batchUUID":"{{{id}}}"}}""")).GetProperty("data");
        Assert.Equal("""["old"]""", Assert.Single(data.GetProperty("items").EnumerateArray()).GetProperty("vendorCodes").GetRawText());
        Assert.False(data.GetProperty("cursor").GetProperty("next").GetBoolean());
        data = (await harness.JsonAsync(Shelf.Errors, """{"cursor":{"limit":1},"order":{"ascending":false}}""")).GetProperty("data");
        Assert.Equal("2026-09-01T09:00:06Z", data.GetProperty("items")[0].GetProperty("updatedAt").GetString());

        cards.Refuse("a", null);
        await harness.AskAsync(Shelf.Create, """[{"subjectID":1190,"variants":[{"vendorCode":"a"}]}]""");
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(cards.FindByVendorCode("a"));
        Assert.Empty(cards.ErrorsOf("a"));
        Assert.Equal(["Запрещено"], cards.ErrorsOf("b"));
        await harness.AskAsync(Shelf.Errors, """{"cursor":{"limit":101}}""", 400);
    }

    [Fact]
    public async Task A_lost_card_is_neither_there_nor_in_the_list_of_errors()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        const string Body = """[{"subjectID":1190,"variants":[{"vendorCode":"a"}]}]""";
        cards.Lose("a");
        await harness.AskAsync(Shelf.Create, Body);
        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(cards.FindByVendorCode("a"));
        Assert.Empty(cards.ErrorsOf("a"));
        cards.Lose("a", false);
        await harness.AskAsync(Shelf.Create, Body);
        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(cards.FindByVendorCode("a"));
    }

    [Fact]
    public async Task More_cards_than_the_seller_may_have_are_errors()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        (cards.FreeLimits, cards.PaidLimits) = (1, 1);
        EmulatedCard first = cards.Add(new EmulatedCard());
        cards.MoveToTrash(first.NmId);
        await harness.AskAsync(Shelf.Create, """[{"subjectID":1190,"variants":[{"vendorCode":"a"}]},{"subjectID":1190,"variants":[{"vendorCode":"b"}]}]""");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(cards.FindByVendorCode("a"));
        Assert.Equal(["Исчерпан лимит на создание карточек"], cards.ErrorsOf("b"));
    }

    [Fact]
    public async Task Cards_are_created_beside_others_of_a_group()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        EmulatedCard first = cards.Add(new EmulatedCard { SubjectId = 1128 });
        await harness.AskAsync(Shelf.Attach, $$"""{"imtID":{{first.ImtId}},"cardsToAdd":[{"vendorCode":"a","characteristics":[{"id":14177449,"value":["синий"]}]}]}""");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((first.ImtId, 1128), (cards.FindByVendorCode("a")!.ImtId, cards.FindByVendorCode("a")!.SubjectId));

        string alike = await harness.AskAsync(
            Shelf.Attach, $$"""{"imtID":{{first.ImtId}},"cardsToAdd":[{"vendorCode":"b","characteristics":[{"id":14177449,"value":["синий"]}]}]}""", 400);
        Assert.Contains($"\"b\":\"non unique characteristics in group id: {first.ImtId} with characteristic ids: 14177449\"", alike, StringComparison.Ordinal);
        await harness.AskAsync(Shelf.Attach, """{"imtID":1,"cardsToAdd":[{"vendorCode":"b"}]}""", 400);
        string many = string.Join(',', Enumerable.Range(0, 29).Select(i => $$"""{"vendorCode":"v{{i}}","characteristics":[{"id":14177449,"value":["{{i}}"]}]}"""));
        Assert.Contains("не больше 30 карточек", await harness.AskAsync(Shelf.Attach, $$"""{"imtID":{{first.ImtId}},"cardsToAdd":[{{many}}]}""", 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_sandbox_a_card_is_there_at_once_and_in_Russian_only()
    {
        await using Harness harness = await Shelf.OpenAsync();
        harness.Token = harness.Emulator.CreateToken(Wildberries.Sdk.Authentication.TokenType.Test);
        await harness.AskAsync(Shelf.Create.Replace("content-api/", "content-api-sandbox/", StringComparison.Ordinal), """[{"subjectID":1190,"variants":[{"vendorCode":"a"}]}]""");
        Assert.NotNull(harness.Emulator.Cards.FindByVendorCode("a"));
        string list = await harness.AskAsync(Shelf.List.Replace("content-api/", "content-api-sandbox/", StringComparison.Ordinal) + "?locale=en", "{}");
        Assert.Contains("\"subjectName\":\"Кружки\"", list, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
