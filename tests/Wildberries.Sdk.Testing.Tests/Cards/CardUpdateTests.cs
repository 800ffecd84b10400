using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class CardUpdateTests
{
    [Fact]
    public async Task What_is_not_sent_is_lost_and_what_an_update_does_not_touch_stays()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        EmulatedTag tag = cards.AddTag(new EmulatedTag { Name = "Sale" });
        var others = new Dictionary<string, string> { ["gtin"] = "5" };
        EmulatedCard before = cards.Add(new EmulatedCard
        {
            VendorCode = "a",
            Brand = "Дом",
            Title = "Кружка",
            Description = "Белая",
            IsMarkingConfirmed = true,
            IsWholesale = true,
            Dimensions = new EmulatedCardDimensions { Length = 1, Width = 2, Height = 3, GrossWeight = 1, OtherMembers = others },
            Characteristics = [new EmulatedCardCharacteristic { Id = 14177449, Texts = ["белый"] }, new EmulatedCardCharacteristic { Id = 90702, Number = 350 }],
            Sizes = [new EmulatedCardSize { ChrtId = 7, Skus = ["1"], Price = 500, OtherMembers = others }, new EmulatedCardSize { ChrtId = 8, TechSize = "L", Skus = ["2"] }],
            Photos = [EmulatedMedia.Picture()],
            Video = EmulatedMedia.Picture(),
            TagIds = [tag.Id],
            Documents = [new EmulatedCardDocument { Number = "1" }],
            ExcludesDocuments = true,
            OtherMembers = others,
            OtherDocumentsMembers = others,
        });
        await harness.AskAsync(Shelf.Update, $$"""
            [{"nmID":{{before.NmId}},"vendorCode":"b","characteristics":[{"id":90702,"value":300}],"gtins":[1],"photos":[],"tags":[],"imtID":1,"subjectID":5,
              "sizes":[{"chrtID":7,"techSize":"0","skus":["3"],"price":900},{"techSize":"M","skus":["4"],"price":100}]}]
            """);
        Assert.Equal(before, cards.Find(before.NmId));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));

        EmulatedCard after = cards.Find(before.NmId)!;
        Assert.Equal(("b", "", "", "", false), (after.VendorCode, after.Brand, after.Title, after.Description, after.IsMarkingConfirmed));
        Assert.Equal(new EmulatedCardDimensions(), after.Dimensions);
        Assert.Equal((90702, 300), (Assert.Single(after.Characteristics).Id, after.Characteristics[0].Number));
        Assert.Empty(after.Documents);
        Assert.Null(after.ExcludesDocuments);
        Assert.Empty(after.OtherDocumentsMembers);
        Assert.Equal("[1]", Assert.Single(after.OtherMembers).Value);
        Assert.Null(cards.FindByVendorCode("a"));

        Assert.Equal(["1", "3"], after.Sizes[0].Skus);
        Assert.Equal((7, 500, 0), (after.Sizes[0].ChrtId, after.Sizes[0].Price, after.Sizes[0].OtherMembers.Count));
        Assert.Equal((8, "L"), (after.Sizes[1].ChrtId, after.Sizes[1].TechSize));
        Assert.Equal(("M", 100, 3), (after.Sizes[2].TechSize, after.Sizes[2].Price, after.Sizes.Count));
        Assert.Equal((before.ImtId, 1190, before.CreatedAt), (after.ImtId, after.SubjectId, after.CreatedAt));
        Assert.Equal((before.Photos, before.Video, true), (after.Photos, after.Video, after.IsWholesale));
        Assert.Equal([tag.Id], after.TagIds);
        Assert.True(after.UpdatedAt > before.UpdatedAt);
    }

    [Fact]
    public async Task A_card_that_is_read_and_written_back_stays_as_it_is()
    {
        await using Harness harness = await Harness.StartAsync(options => (options.Seed, options.RateLimits) = (true, false));
        JsonElement[] before = await harness.CardsAsync("""{"sort":{"ascending":true}}""");
        await harness.AskAsync(Shelf.Update, "[" + string.Join(',', before.Select(card => card.GetRawText())) + "]");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        JsonElement[] after = await harness.CardsAsync("""{"sort":{"ascending":true}}""");
        Assert.Equal(before.Select(WithoutTime), after.Select(WithoutTime));
        Assert.All(before.Zip(after), pair => Assert.NotEqual(pair.First.GetProperty("updatedAt").GetString(), pair.Second.GetProperty("updatedAt").GetString()));
    }

    [Fact]
    public async Task A_card_that_is_written_back_in_another_language_has_other_values()
    {
        await using Harness harness = await Harness.StartAsync(options => (options.Seed, options.RateLimits) = (true, false));
        JsonElement card = (await harness.CardsAsync("""{"filter":{"textSearch":"mug"}}""", "?locale=en"))[0];
        await harness.AskAsync(Shelf.Update, $"[{card.GetRawText()}]");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["white"], harness.Emulator.Cards.FindByVendorCode("mug")!.Characteristics[0].Texts);
    }

    [Fact]
    public async Task Somebody_else_changes_a_card_and_the_update_overwrites_it()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        long nmId = cards.Add(new EmulatedCard { VendorCode = "a", Title = "Кружка" }).NmId;
        await harness.AskAsync(Shelf.Update, $$"""[{"nmID":{{nmId}},"vendorCode":"a","title":"Чашка","sizes":[{}]}]""");
        EmulatedCard changed = cards.Change(nmId, card => card with { Description = "Белая" });
        Assert.Equal(("Кружка", "Белая"), (changed.Title, changed.Description));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("Чашка", ""), (cards.Find(nmId)!.Title, cards.Find(nmId)!.Description));
    }

    [Theory]
    [InlineData("""{"vendorCode":"a","sizes":[{}]}""", "Invalid request format")]
    [InlineData("""{"nmID":1,"vendorCode":"a"}""", "Invalid request format")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[]}""", "Invalid request format")]
    [InlineData("""{"nmID":1,"sizes":[{}]}""", "A card cannot be created without a vendorCode")]
    [InlineData("""{"nmID":1,"vendorCode":"b","sizes":[{}]}""", "bad request; Unexpected the specified card's vendor code is used in other cards")]
    [InlineData("""{"nmID":2,"vendorCode":"b","sizes":[{}]}""", "some items lacks required characteristics. please fill them and try again.")]
    [InlineData("""{"nmID":3,"vendorCode":"c","sizes":[{}],"characteristics":[{"id":90702,"value":4}]}""", "non unique characteristics in one group")]
    public async Task What_WB_sees_at_once_refuses_all(string update, string text)
    {
        await using Harness harness = await OpenAsync();
        JsonElement answer = await harness.JsonAsync(Shelf.Update, $$"""[{"nmID":5,"vendorCode":"e","sizes":[{}]},{{update}}]""", 400);
        Assert.Equal(text, answer.GetProperty("errorText").GetString());
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Чашка", harness.Emulator.Cards.Find(5)!.Title);
    }

    [Theory]
    [InlineData("""{"nmID":9,"vendorCode":"z","sizes":[{}]}""", "z", "Карточка с таким nmID не найдена")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":6}]}""", "a", "Размера с chrtID 6 нет в карточке")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"skus":["777"]}]}""", "a", "Баркод 777 уже используется в другой карточке")]
    public async Task What_WB_sees_later_stands_in_the_list_of_errors(string update, string article, string text)
    {
        await using Harness harness = await OpenAsync();
        await harness.AskAsync(Shelf.Update, $$"""[{"nmID":5,"vendorCode":"e","sizes":[{}]},{{update}}]""");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([text], harness.Emulator.Cards.ErrorsOf(article));
        Assert.Equal("", harness.Emulator.Cards.Find(5)!.Title);
    }

    [Fact]
    public async Task Documents_are_checked_after_a_while()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.RefuseDocument("2");
        const string Documents = """{"items":[{"type":1,"number":"1","startDate":"2026-01-15T00:00:00Z","isEndless":true,"page":7},{"type":2,"number":"2"}],"excludeDocuments":false}""";
        await harness.AskAsync(Shelf.Create, $$"""[{"subjectID":1190,"variants":[{"vendorCode":"a","documents":{{Documents}}}]}]""");
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        JsonElement documents = (await harness.CardsAsync())[0].GetProperty("documents");
        string id = documents.GetProperty("items")[0].GetProperty("id").GetString()!;
        Assert.Equal(
            $$"""{"id":"{{id}}","type":1,"number":"1","startDate":"2026-01-15T00:00:00Z","isEndless":true,"createdAt":"2026-09-01T09:00:01Z","page":7}""",
            documents.GetProperty("items")[0].GetRawText());
        Assert.False(documents.TryGetProperty("overallVerdict", out _));

        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        documents = (await harness.CardsAsync())[0].GetProperty("documents");
        Assert.Equal("""{"verified":true,"status":1,"createdAt":"2026-09-01T09:01:01Z"}""", documents.GetProperty("items")[0].GetProperty("verdict").GetRawText());
        Assert.Equal(
            """{"verified":false,"status":2,"reason":"document_not_found","createdAt":"2026-09-01T09:01:01Z"}""", documents.GetProperty("items")[1].GetProperty("verdict").GetRawText());
        Assert.Equal("""{"isFullyChecked":true,"status":2,"createdAt":"2026-09-01T09:01:01Z"}""", documents.GetProperty("overallVerdict").GetRawText());

        // The first is the same as it was, and needs no check.
        cards.RefuseDocument("1");
        cards.RefuseDocumentsOf("a");
        await harness.AskAsync(Shelf.Update, $$$"""
            [{"nmID":{{{cards.All[0].NmId}}},"vendorCode":"a","sizes":[{}],"documents":{"items":[{"type":1,"number":"1","startDate":"2026-01-15T00:00:00Z","isEndless":true},{"number":"3"}]}}]
            """);
        harness.Clock.Advance(TimeSpan.FromMinutes(2));
        EmulatedCard card = cards.All[0];
        Assert.Equal((id, true, "1"), (card.Documents[0].Id, card.Documents[0].IsVerified, card.Documents[0].Number));
        Assert.Equal(("3", true, "tnved_missing"), (card.Documents[1].Number, card.Documents[1].IsVerified, card.CheckReason));
        Assert.Null(card.ExcludesDocuments);
    }

    [Fact]
    public async Task A_marking_code_that_is_required_and_not_confirmed_fails_the_check()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        EmulatedCard confirmed = cards.Add(new EmulatedCard { SubjectId = 217, IsMarkingConfirmed = true, Documents = [new EmulatedCardDocument { Number = "1" }] });
        EmulatedCard other = cards.Add(new EmulatedCard { SubjectId = 217, Documents = [new EmulatedCardDocument { Number = "1" }] });
        cards.Add(new EmulatedCard { SubjectId = 217, VendorCode = "bare" });
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            """{"items":[],"overallVerdict":{"isFullyChecked":true,"status":2,"reason":"kiz_required","createdAt":"2026-09-01T09:01:00Z"}}""",
            (await harness.CardsAsync("""{"filter":{"textSearch":"bare"}}"""))[0].GetProperty("documents").GetRawText());
        Assert.Equal((null, "kiz_required"), (cards.Find(confirmed.NmId)!.CheckReason, cards.Find(other.NmId)!.CheckReason));
        Assert.NotNull(cards.Find(confirmed.NmId)!.CheckedAt);
    }

    private static string WithoutTime(JsonElement card)
    {
        JsonObject members = JsonNode.Parse(card.GetRawText())!.AsObject();
        members.Remove("updatedAt");
        return members.ToJsonString();
    }

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.Add(new EmulatedCard { NmId = 1, VendorCode = "a" });
        cards.Add(new EmulatedCard { NmId = 2, VendorCode = "b", SubjectId = 217, Sizes = [new EmulatedCardSize { Skus = ["777"] }] });
        cards.Add(new EmulatedCard { NmId = 3, ImtId = 3, VendorCode = "c" });
        cards.Add(new EmulatedCard { NmId = 4, ImtId = 3, VendorCode = "d", Characteristics = [new EmulatedCardCharacteristic { Id = 90702, Number = 4 }] });
        cards.Add(new EmulatedCard { NmId = 5, VendorCode = "e", Title = "Чашка" });
        return harness;
    }
}
