using System.Text.Json;
using Refit;
using Wildberries.Sdk;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Testing;

/// <summary>Every operation on cards, and on the directories that they are made of.</summary>
internal static class CardChecks
{
    public static async Task CallAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        emulator.Cards.ProcessingTime = TimeSpan.Zero;
        await CardsAsync(wb.Cards, emulator.Cards, check);
        await CreationAsync(wb, emulator.Cards, check);
        await SubjectsAsync(wb.Directories, emulator.Directories, check);
        await DirectoriesAsync(wb.Directories, check);
    }

    private static async Task CardsAsync(ICardsApi api, EmulatedCards cards, Func<string, Func<Task<bool>>, Task> check)
    {
        string barcode = "";
        await check("cards: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("cards: limits", async () => (await api.GetCardLimitsAsync()).Data is { FreeLimits: 1500, PaidLimits: 10 });
        await check("cards: barcodes", async () => (barcode = (await api.GenerateBarcodesAsync(new BarcodesRequest { Count = 1 })).Barcodes[0]).Length > 0);
        await check("cards: create", async () =>
        {
            NewCard white = Mug("smoke-1", "белый") with { Sizes = [new NewCardSize { Skus = [barcode], Price = 500 }] };
            CardWriteResponse answer = await api.CreateCardsAsync([new CardGroup { SubjectId = 1190, Cards = [white, Mug("smoke-2", "синий")] }]);
            return !answer.Error && cards.FindByVendorCode("smoke-2") is not null;
        });
        Card card = await FindAsync(api, "smoke-1");
        await check("cards: list", async () => (await FindAsync(api, "smoke-1")).Sizes[0].Skus[0] == barcode && card.Characteristics[1].Value.Number == 350);
        await check("cards: add", async () =>
        {
            await api.AddCardsAsync(new AddCardsRequest { ImtId = card.ImtId, Cards = [Mug("smoke-3", "серый")] });
            return cards.FindByVendorCode("smoke-3")!.ImtId == card.ImtId;
        });
        long third = cards.FindByVendorCode("smoke-3")!.NmId;
        await check("cards: move", async () =>
        {
            await api.MoveCardsAsync(new MoveCardsRequest { NmIds = [third] });
            return cards.Find(third)!.ImtId != card.ImtId;
        });
        await check("cards: update", async () =>
            !(await api.UpdateCardsAsync([(card with { Title = "Кружка" }).ToUpdate()])).Error && cards.Find(card.NmId)!.Title == "Кружка");
        await check("cards: errors", async () =>
        {
            cards.Refuse("smoke-4", "Запрещено");
            await api.CreateCardsAsync([new CardGroup { SubjectId = 1190, Cards = [Mug("smoke-4", "бежевый")] }]);
            CardErrors errors = (await api.GetCardErrorsAsync(new CardErrorsRequest())).Data!;
            return errors.Batches.Any(batch => batch.VendorCodes.Contains("smoke-4") && batch.Errors["smoke-4"][0] == "Запрещено");
        });
        await MediaAsync(api, cards, card.NmId, check);
        await TagsAsync(api, cards, card.NmId, check);
        await RecommendationsAsync(api, card.NmId, third, check);
        await check("cards: to the trash", async () => !(await api.MoveToTrashAsync(new TrashRequest { NmIds = [third] })).Error && cards.Trash.Any(one => one.NmId == third));
        await check("cards: trash", async () => (await api.GetTrashedCardsAsync(new TrashedCardsRequest())).Cards.Any(one => one.NmId == third && one.VendorCode == "smoke-3"));
        await check("cards: recover", async () => !(await api.RecoverFromTrashAsync(new TrashRequest { NmIds = [third] })).Error && cards.Trash.All(one => one.NmId != third));
    }

    private static async Task CreationAsync(IWildberriesClient wb, EmulatedCards cards, Func<string, Func<Task<bool>>, Task> check)
    {
        using var directories = new DirectoryCache(wb.Directories);
        CardGroup[] groups = [new CardGroup { SubjectId = 1190, Cards = [Mug("smoke-5", "белый"), Mug("smoke-6", "синий")] }];
        long imtId = 0, nmId = 0;
        await check("cards: check", async () => (await wb.Cards.CheckAsync(groups, directories)).IsFine);
        await check("cards: create and wait", async () =>
        {
            CardCreation creation = await wb.Cards.CreateAndWaitAsync(groups, directories);
            string stored = JsonSerializer.Serialize(creation, CardsJsonContext.Default.CardCreation);
            creation = await wb.Cards.WaitForCardsAsync(JsonSerializer.Deserialize(stored, CardsJsonContext.Default.CardCreation)!);
            (imtId, nmId) = (creation.Rows[0].ImtId ?? 0, creation.Rows[1].NmId ?? 0);
            return creation.IsDone && cards.FindByVendorCode("smoke-6")!.NmId == nmId;
        });
        await check("cards: attach and wait", async () => (await wb.Cards.AttachAndWaitAsync(imtId, [Mug("smoke-7", "серый")], directories)).IsDone);
        await check("cards: separate", async () => (await wb.Cards.SeparateCardsAsync([nmId])).IsDone);
        await check("cards: merge", async () => (await wb.Cards.MergeCardsAsync(imtId, [nmId])).IsDone && cards.Find(nmId)!.ImtId == imtId);
    }

    private static async Task MediaAsync(ICardsApi api, EmulatedCards cards, long nmId, Func<string, Func<Task<bool>>, Task> check)
    {
        byte[] picture = EmulatedMedia.Picture().Content.ToArray(), other = EmulatedMedia.Picture(700, 900).Content.ToArray();
        await check("cards: media file", async () =>
        {
            await api.UploadMediaFileAsync(nmId, 1, new ByteArrayPart(picture, "1.png", "image/png"));
            await api.UploadMediaFileAsync(nmId, 2, new ByteArrayPart(other, "2.png", "image/png"));
            return cards.Find(nmId)!.Photos.Count == 2;
        });
        await check("cards: media links", async () =>
        {
            Card card = await FindAsync(api, "smoke-1");
            await api.ReplaceMediaAsync(new ReplaceMediaRequest { NmId = nmId, Links = [card.Photos[1].Big!] });
            return cards.Find(nmId)!.Photos.Count == 1 && cards.Find(nmId)!.Photos[0].Content.ToArray().SequenceEqual(other);
        });
        await check("cards: upload of files", async () =>
        {
            var file = CardMediaFile.FromStream("2.png", _ => new(new MemoryStream(picture)));
            CardMediaResult result = await api.UploadMediaAsync([new CardMediaUpload { NmId = nmId, Files = [file] }]);
            return result.IsDone && cards.Find(nmId)!.Photos.Count == 2;
        });
        await check("cards: links that are followed", async () => (await api.ReplaceMediaAndWaitAsync(
            [new ReplaceMediaRequest { NmId = nmId, Links = ["https://shop.example/1.jpg"] }])).IsDone && cards.Find(nmId)!.Photos.Count == 1);
    }

    private static async Task TagsAsync(ICardsApi api, EmulatedCards cards, long nmId, Func<string, Func<Task<bool>>, Task> check)
    {
        long id = 0;
        await check("tags: create", async () => !(await api.CreateTagAsync(new TagRequest { Name = "Smoke", Color = TagColor.Gray })).Error);
        await check("tags: list", async () => (id = (await api.GetTagsAsync()).Tags.Single(tag => tag.Name == "Smoke").Id) > 0);
        await check("tags: update", async () =>
        {
            await api.UpdateTagAsync(id, new TagRequest { Name = "Smoke 2", Color = TagColor.Red });
            return cards.Tags.Any(tag => tag.Id == id && tag.Name == "Smoke 2");
        });
        await check("tags: set", async () =>
        {
            await api.SetTagsAsync(new SetTagsRequest { NmId = nmId, TagIds = [id] });
            return (await FindAsync(api, "smoke-1")).Tags.Any(tag => tag.Id == id && tag.Color == TagColor.Red);
        });
        await check("tags: delete", async () =>
        {
            await api.DeleteTagAsync(id);
            return cards.Tags.All(tag => tag.Id != id);
        });
    }

    private static async Task RecommendationsAsync(ICardsApi api, long recommended, long nmId, Func<string, Func<Task<bool>>, Task> check)
    {
        var request = new SetRecommendationsRequest
        {
            Products = [new RecommendationList { NmId = nmId, Recommendations = [new Recommendation { NmId = recommended, Position = 1 }] }],
        };
        await check("recommendations: set", async () => !(await api.SetRecommendationsAsync(request)).IsError);
        await check("recommendations: list", async () => (await api.GetRecommendationsAsync(new RecommendationsRequest { Search = "smoke-3" })).Products
            .Any(product => product.NmId == nmId && product.RecommendedNmIds.Contains(recommended)));
    }

    private static async Task SubjectsAsync(IDirectoriesApi api, EmulatedDirectories directories, Func<string, Func<Task<bool>>, Task> check)
    {
        directories.Add(new EmulatedSubject
        {
            Id = 50,
            Name = "Носки",
            ParentId = 5,
            ParentName = "Бельё",
            IsMarkingRequired = true,
            Characteristics = [new EmulatedCharacteristic { Id = 25471, Name = "Длина", Type = 4, UnitName = "см" }],
            TnvedCodes = [new EmulatedProductCode { Code = "6115950000", Description = "Носки из хлопка" }],
            Okpd2Codes = [new EmulatedProductCode { Code = "14.31.10", Description = "Изделия чулочно-носочные" }],
            Brands = [new EmulatedBrand { Id = 2, Name = "Нитка" }, new EmulatedBrand { Id = 1, Name = "Петля" }],
        });
        directories.Translate("Носки", "Socks", "袜子");
        await check("directories: parents", async () => (await api.GetParentCategoriesAsync(Locale.Russian)).Categories.Any(one => one is { Id: 5, Name: "Бельё" }));
        await check("directories: subjects", async () => (await api.GetSubjectsAsync("ноС", 5, 1000, 0, Locale.Chinese)).Subjects is [{ Id: 50, Name: "袜子" }]);
        await check("directories: characteristics", async () => (await api.GetCharacteristicsAsync(50, Locale.English)).Characteristics is [{ Id: 25471, SubjectName: "Socks" } one]
            && one.Type == CharacteristicType.Number);
        await check("directories: TNVED of a subject", async () => (await api.GetSubjectTnvedCodesAsync(50, "6115")).Codes is [{ RequiresMarking: true }]);
        await check("directories: TNVED", async () => (await api.GetTnvedCodesAsync("6115", Locale.English)).Codes is [{ Description: "Носки из хлопка" }]);
        await check("directories: OKPD 2 of a subject", async () => (await api.GetSubjectOkpd2CodesAsync(50, "14.31", Locale.Russian)).Codes is [{ Code: "14.31.10" }]);
        await check("directories: OKPD 2", async () => (await api.GetOkpd2CodesAsync("14.3")).Codes.Any(one => one.Code == "14.31.10"));
        await check("directories: brands", async () => (await api.GetBrandsAsync(50)).Brands.Any(brand => brand is { Id: 1, Name: "Петля" }));
    }

    private static async Task DirectoriesAsync(IDirectoriesApi api, Func<string, Func<Task<bool>>, Task> check)
    {
        await check("directories: colors", async () => (await api.GetColorsAsync()).Colors.Any(color => color is { Name: "персиковый мелок", ParentName: "оранжевый" }));
        await check("directories: genders", async () => (await api.GetGendersAsync(Locale.English)).Values[0] == "Male");
        await check("directories: countries", async () => (await api.GetCountriesAsync()).Countries.Any(country => country is { Id: 15000170, Name: "Китай" }));
        await check("directories: seasons", async () => (await api.GetSeasonsAsync()).Values.Contains("демисезон"));
        await check("directories: VAT", async () => (await api.GetVatRatesAsync()).Values.Contains("Без НДС"));
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

    private static async Task<Card> FindAsync(ICardsApi api, string vendorCode)
    {
        var settings = new CardsSettings
        {
            Sort = new CardsSort { IsAscending = true },
            Filter = new CardsFilter { Photos = CardPhotoFilter.Any },
            Cursor = new CardsCursor { Limit = 100 },
        };
        return (await api.GetCardsAsync(new CardsRequest { Settings = settings }, Locale.Russian)).Cards.Single(card => card.VendorCode == vendorCode);
    }
}
