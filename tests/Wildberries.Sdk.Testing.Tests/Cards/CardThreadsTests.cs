using System.Globalization;
using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class CardThreadsTests
{
    [Fact]
    public async Task Cards_are_created_changed_and_read_from_many_threads()
    {
        await using Harness harness = await Shelf.OpenAsync();
        EmulatedCards cards = harness.Emulator.Cards;
        cards.ProcessingTime = TimeSpan.Zero;
        EmulatedTag tag = cards.AddTag(new EmulatedTag { Name = "Sale" });
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), Harness.Cancellation, async (i, _) =>
        {
            string article = string.Create(CultureInfo.InvariantCulture, $"mug-{i:00}");
            await harness.AskAsync(Shelf.Create, $$"""[{"subjectID":1190,"variants":[{"vendorCode":"{{article}}"}]}]""");
            long nmId = cards.FindByVendorCode(article)!.NmId;
            await harness.AskAsync("POST content-api/content/v2/tag/nomenclature/link", $$"""{"nmID":{{nmId}},"tagsIDs":[{{tag.Id}}]}""");
            await harness.AskAsync(Shelf.Update, $$"""[{"nmID":{{nmId}},"vendorCode":"{{article}}","title":"{{article}}","sizes":[{}]}]""");
            using HttpResponseMessage upload = await harness.UploadAsync(nmId, 1, EmulatedMedia.Picture().Content);
            Assert.Equal(200, (int)upload.StatusCode);
            await harness.CardsAsync();
            if (i % 2 == 0)
                await harness.AskAsync(Shelf.Throw, $$"""{"nmIDs":[{{nmId}}]}""");
        });
        Assert.Equal((20, 20), (cards.All.Count, cards.Trash.Count));
        EmulatedCard[] all = [.. cards.All, .. cards.Trash];
        Assert.All(all, card => Assert.Equal((card.VendorCode, 1, 1), (card.Title, card.TagIds.Count, card.Photos.Count)));
        Assert.Equal((40, 40, 40), (
            all.Select(card => card.ImtId).Distinct().Count(),
            all.Select(card => card.UpdatedAt).Distinct().Count(),
            all.SelectMany(card => card.Sizes).SelectMany(size => size.Skus).Distinct().Count()));
    }

    [Fact]
    public async Task Ten_thousand_cards_are_read_page_by_page()
    {
        await using Harness harness = await Shelf.OpenAsync();
        for (int i = 1; i <= 10_000; i++)
            harness.Emulator.Cards.Add(new EmulatedCard { NmId = i });
        HashSet<long> read = [];
        string cursor = "";
        for (int pages = 0; pages <= 100; pages++)
        {
            JsonElement page = await harness.JsonAsync(
                Shelf.List, "{\"settings\":{\"sort\":{\"ascending\":true},\"cursor\":{\"limit\":100" + cursor + "}}}");
            foreach (JsonElement card in page.GetProperty("cards").EnumerateArray())
                Assert.True(read.Add(card.GetProperty("nmID").GetInt64()));
            if (page.GetProperty("cursor").GetProperty("total").GetInt32() < 100)
                break;
            cursor = $",\"updatedAt\":\"{page.GetProperty("cursor").GetProperty("updatedAt")}\",\"nmID\":{page.GetProperty("cursor").GetProperty("nmID")}";
        }

        Assert.Equal(10_000, read.Count);
    }
}
