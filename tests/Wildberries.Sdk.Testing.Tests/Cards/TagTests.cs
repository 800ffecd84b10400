using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class TagTests
{
    private const string Tag = "content-api/content/v2/tag";
    private const string Link = "POST content-api/content/v2/tag/nomenclature/link";
    private const string Done = """{"data":null,"error":false,"errorText":"","additionalErrors":null}""";

    [Fact]
    public async Task Tags_are_created_changed_set_and_deleted()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.Add(new EmulatedCard { NmId = 1 });
        Assert.Equal(Done, await harness.AskAsync("POST " + Tag, """{"name":"Пятнадцать букв","color":"D1CFD7"}"""));
        Assert.Equal(Done, await harness.AskAsync("POST " + Tag, """{"name":"Sale","color":"FEE0E0"}"""));
        Assert.Equal(Done, await harness.AskAsync("PATCH " + Tag + "/592570", """{"name":"Скидки","color":"FEE0E0"}"""));
        Assert.Equal(
            """{"data":[{"id":592569,"color":"D1CFD7","name":"Пятнадцать букв"},{"id":592570,"color":"FEE0E0","name":"Скидки"}],"error":false,"errorText":"","additionalErrors":null}""",
            await harness.AskAsync("GET content-api/content/v2/tags"));

        await harness.AskAsync(Link, """{"nmID":1,"tagsIDs":[592569]}""");
        await harness.AskAsync(Link, """{"nmID":1,"tagsIDs":[592570]}""");
        Assert.Equal([592570L], cards.Find(1)!.TagIds);
        JsonElement card = (await harness.CardsAsync())[0];
        Assert.Equal("""[{"id":592570,"name":"Скидки","color":"FEE0E0"}]""", card.GetProperty("tags").GetRawText());

        Assert.Equal(Done, await harness.AskAsync("DELETE " + Tag + "/592570"));
        Assert.Empty(cards.Find(1)!.TagIds);
        await harness.AskAsync(Link, """{"nmID":1,"tagsIDs":[592569]}""");
        await harness.AskAsync(Link, """{"nmID":1,"tagsIDs":[]}""");
        Assert.Empty(cards.Find(1)!.TagIds);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_with_200()
    {
        await using Harness harness = await Shelf.OpenAsync();
        Assert.Equal(
            """{"data":null,"error":true,"errorText":"Неправильный запрос","additionalErrors":null}""",
            await harness.AskAsync("PATCH " + Tag + "/5", """{"name":"Скидки","color":"FEE0E0"}"""));
        Assert.Equal(
            """{"data":null,"error":true,"errorText":"Такого ярлыка не существует","additionalErrors":null}""", await harness.AskAsync("DELETE " + Tag + "/5"));
    }

    [Theory]
    [InlineData("""{"name":"Шестнадцать букв","color":"FEE0E0"}""", "Недопустимое значение наименования ярлыка")]
    [InlineData("""{"name":"","color":"FEE0E0"}""", "Недопустимое значение наименования ярлыка")]
    [InlineData("""{"name":"Sale","color":"FEE0E0"}""", "Ярлык с таким именем уже существует")]
    [InlineData("""{"name":"New","color":"FFFFFF"}""", "Неправильный запрос")]
    [InlineData("""{"name":"New"}""", "Неправильный запрос")]
    public async Task A_name_that_WB_does_not_take_is_400(string body, string text)
    {
        await using Harness harness = await Shelf.OpenAsync();
        harness.Emulator.Cards.AddTag(new EmulatedTag { Name = "Sale" });
        Assert.Equal(text, (await harness.JsonAsync("POST " + Tag, body, 400)).GetProperty("errorText").GetString());
        Assert.Single(harness.Emulator.Cards.Tags);
    }

    [Fact]
    public async Task A_seller_has_at_most_15_tags()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.Add(new EmulatedCard { NmId = 1 });
        for (int i = 0; i < 15; i++)
            cards.AddTag(new EmulatedTag { Name = $"{i}" });
        Assert.Contains("Исчерпан лимит", await harness.AskAsync("POST " + Tag, """{"name":"Sale","color":"FEE0E0"}""", 400), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => cards.AddTag(new EmulatedTag { Name = "Sale" }));
        await harness.AskAsync(Link, """{"nmID":2,"tagsIDs":[592569]}""", 400);
        await harness.AskAsync(Link, """{"nmID":1,"tagsIDs":[1]}""", 400);
        await harness.AskAsync(Link, """{"nmID":1}""", 400);
    }
}
