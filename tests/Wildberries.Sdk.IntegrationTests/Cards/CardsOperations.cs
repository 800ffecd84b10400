using Refit;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Cards;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class CardsOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="api">The area, of a personal or a service token: only they may ask for recommendations.</param>
    /// <param name="cards">What the emulator keeps.</param>
    public static async Task CallAsync(ICardsApi api, EmulatedCards cards)
    {
        cards.ProcessingTime = TimeSpan.Zero;
        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        CardLimits limits = (await api.GetCardLimitsAsync(Cancel)).Data!;
        Assert.Equal((1500, 10), (limits.FreeLimits, limits.PaidLimits));
        string barcode = Assert.Single((await api.GenerateBarcodesAsync(new BarcodesRequest { Count = 1 }, Cancel)).Barcodes);

        NewCard white = Mug("кружка-1", "белый") with { Sizes = [new NewCardSize { Skus = [barcode], Price = 500 }] };
        await api.CreateCardsAsync([new CardGroup { SubjectId = 1190, Cards = [white, Mug("кружка-2", "синий")] }], Cancel);
        CardsResponse page = await ReadAsync(api);
        Assert.Equal(["кружка-1", "кружка-2"], page.Cards.Select(one => one.VendorCode));
        Card card = page.Cards[0];
        Assert.Equal((page.Cards[1].ImtId, "Кружки", "Цвет", 350), (card.ImtId, card.SubjectName, card.Characteristics[0].Name, card.Characteristics[1].Value.Number));
        Assert.Equal([barcode], Assert.Single(card.Sizes).Skus);
        Assert.Equal((10, 0.45m, true), (card.Dimensions!.Width, card.Dimensions.GrossWeight, card.Dimensions.IsValid));
        Assert.Equal("белый", cards.Find(card.NmId)!.Characteristics[0].Texts[0]);

        await api.AddCardsAsync(new AddCardsRequest { ImtId = card.ImtId, Cards = [Mug("кружка-3", "серый")] }, Cancel);
        long third = cards.FindByVendorCode("кружка-3")!.NmId;
        Assert.Equal(card.ImtId, cards.Find(third)!.ImtId);
        await api.MoveCardsAsync(new MoveCardsRequest { NmIds = [third] }, Cancel);
        Assert.NotEqual(card.ImtId, cards.Find(third)!.ImtId);
        await api.MoveCardsAsync(new MoveCardsRequest { NmIds = [third], TargetImtId = card.ImtId }, Cancel);
        Assert.Equal(card.ImtId, cards.Find(third)!.ImtId);

        Assert.False((await api.UpdateCardsAsync([(card with { Title = "Кружка" }).ToUpdate()], Cancel)).Error);
        Assert.Equal(("Кружка", 350), (cards.Find(card.NmId)!.Title, cards.Find(card.NmId)!.Characteristics[1].Number));
        Card changed = (await ReadAsync(api, page.Cursor)).Cards[^1];
        Assert.Equal((card.NmId, "Кружка"), (changed.NmId, changed.Title));
        Assert.Equal("Color", (await api.GetCardsAsync(new CardsRequest(), Locale.English, Cancel)).Cards[0].Characteristics[0].Name);

        cards.Refuse("кружка-4", "Запрещено");
        await api.CreateCardsAsync([new CardGroup { SubjectId = 1190, Cards = [Mug("кружка-4", "бежевый")] }], Cancel);
        CardErrorBatch errors = Assert.Single((await api.GetCardErrorsAsync(new CardErrorsRequest(), Locale.English, Cancel)).Data!.Batches);
        Assert.Equal(["кружка-4"], errors.VendorCodes);
        Assert.Equal(("Mugs", 30_217), (errors.Subjects["кружка-4"].Name, errors.Brands["кружка-4"].Id));
        Assert.Equal(["Запрещено"], errors.Errors["кружка-4"]);

        await CallMediaAsync(api, cards, card.NmId);
        await CallTagsAsync(api, cards, card.NmId);
        await CallRecommendationsAsync(api, card.NmId, third);

        await api.MoveToTrashAsync(new TrashRequest { NmIds = [third] }, Cancel);
        TrashedCard trashed = Assert.Single((await api.GetTrashedCardsAsync(new TrashedCardsRequest(), cancellationToken: Cancel)).Cards);
        Assert.Equal((third, "кружка-3", "Кружки", 45), (trashed.NmId, trashed.VendorCode, trashed.SubjectName, (int)(trashed.Dimensions!.GrossWeight! * 100)));
        await api.RecoverFromTrashAsync(new TrashRequest { NmIds = [third] }, Cancel);
        Assert.Empty(cards.Trash);
    }

    private static async Task CallMediaAsync(ICardsApi api, EmulatedCards cards, long nmId)
    {
        byte[] picture = EmulatedMedia.Picture().Content.ToArray(), other = EmulatedMedia.Picture(700, 900).Content.ToArray();
        await api.UploadMediaFileAsync(nmId, 1, new ByteArrayPart(picture, "Кружка.png", "image/png"), Cancel);
        await api.UploadMediaFileAsync(nmId, 2, new ByteArrayPart(other, "2.png", "image/png"), Cancel);
        Assert.Equal([picture, other], cards.Find(nmId)!.Photos.Select(photo => photo.Content.ToArray()));
        IReadOnlyList<CardPhoto> photos = (await ReadAsync(api)).Cards.Single(card => card.NmId == nmId).Photos;
        using var http = new HttpClient();
        Assert.Equal(other, await http.GetByteArrayAsync(photos[1].Big, Cancel));

        await api.ReplaceMediaAsync(new ReplaceMediaRequest { NmId = nmId, Links = [photos[1].Big!, "https://example.com/1.mp4"] }, Cancel);
        Assert.Equal(other, Assert.Single(cards.Find(nmId)!.Photos).Content.ToArray());
        Assert.EndsWith(".m3u8", (await ReadAsync(api)).Cards.Single(card => card.NmId == nmId).Video, StringComparison.Ordinal);
    }

    private static async Task CallTagsAsync(ICardsApi api, EmulatedCards cards, long nmId)
    {
        await api.CreateTagAsync(new TagRequest { Name = "Sale", Color = TagColor.Gray }, Cancel);
        long tagId = Assert.Single((await api.GetTagsAsync(Cancel)).Tags).Id;
        await api.UpdateTagAsync(tagId, new TagRequest { Name = "Скидки", Color = TagColor.Red }, Cancel);
        await api.SetTagsAsync(new SetTagsRequest { NmId = nmId, TagIds = [tagId] }, Cancel);
        Tag tag = Assert.Single((await ReadAsync(api)).Cards.Single(card => card.NmId == nmId).Tags);
        Assert.Equal((tagId, "Скидки", TagColor.Red), (tag.Id, tag.Name, tag.Color));
        await api.DeleteTagAsync(tagId, Cancel);
        Assert.Empty(cards.Tags);
    }

    private static async Task CallRecommendationsAsync(ICardsApi api, long recommended, long nmId)
    {
        var request = new SetRecommendationsRequest
        {
            Products = [new RecommendationList { NmId = nmId, Recommendations = [new Recommendation { NmId = recommended, Position = 1 }] }],
        };
        Assert.False((await api.SetRecommendationsAsync(request, Cancel)).IsError);
        ProductRecommendations product = Assert.Single((await api.GetRecommendationsAsync(new RecommendationsRequest { Search = "кружка-3" }, Cancel)).Products);
        Assert.Equal((nmId, "Кружки", 1), (product.NmId, product.SubjectName, product.RecommendedCount));
        Assert.Equal([recommended], product.RecommendedNmIds);
    }

    private static NewCard Mug(string vendorCode, string color) => new()
    {
        VendorCode = vendorCode,
        Brand = "Тёплый дом",
        Title = "Кружка фарфоровая",
        Dimensions = new CardDimensionsInput { Length = 12, Width = 10, Height = 11, GrossWeight = 0.45m },
        Characteristics =
        [
            new CardCharacteristicInput { Id = 14177449, Value = CharacteristicValue.OfTexts([color]) },
            new CardCharacteristicInput { Id = 90702, Value = CharacteristicValue.OfNumber(350) },
        ],
    };

    private static Task<CardsResponse> ReadAsync(ICardsApi api, CardsNextCursor? after = null) => api.GetCardsAsync(
        new CardsRequest
        {
            Settings = new CardsSettings
            {
                Sort = new CardsSort { IsAscending = true },
                Filter = new CardsFilter { Photos = CardPhotoFilter.Any },
                Cursor = new CardsCursor { Limit = 100, UpdatedAt = after?.UpdatedAt, NmId = after?.NmId },
            },
        },
        Locale.Russian,
        Cancel);
}
