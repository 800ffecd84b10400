using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Cards;

/// <summary>New cards over the wire: checked, created, followed, attached, merged and separated.</summary>
public sealed class CardCreationFlowTests
{
    private const long Mugs = 1190;
    private const long Sweaters = 217;
    private const long Color = 14177449;
    private const string Upload = "/content/v2/cards/upload";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_each_card_it_is_known_what_became_of_it()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        EmulatedCards cards = shop.Emulator.Cards;
        cards.Add(new EmulatedCard { VendorCode = "there" });
        cards.Refuse("refused", "Запрещено");
        cards.Lose("lost");
        using var directories = new DirectoryCache(shop.Client.Directories);
        CardGroup[] groups =
        [
            Group(Mug("single", "белый")), Group(Mug("white", "белый"), Mug("blue", "синий")), Group(Mug("there", "белый")), Group(Mug("refused", "белый")),
            Group(Mug("lost", "белый")), Group(Mug("wrong", "белый") with { Title = new string('я', 61) }), Group(Mug("alike", "белый"), Mug("alike too", "белый")),
        ];
        CardCreation creation = await shop.Client.Cards.CreateAndWaitAsync(
            groups, directories, new CardCreationOptions { MaxWait = TimeSpan.FromMinutes(10), ChecksLimits = true }, cancellationToken: Cancel);
        Assert.Equal(
            [
                ("single", CardCreationOutcome.Created), ("white", CardCreationOutcome.Created), ("blue", CardCreationOutcome.Created), ("there", CardCreationOutcome.Exists),
                ("refused", CardCreationOutcome.Refused), ("lost", CardCreationOutcome.Unknown), ("wrong", CardCreationOutcome.Refused), ("alike", CardCreationOutcome.NotSent),
                ("alike too", CardCreationOutcome.Refused),
            ],
            creation.Rows.Select(row => (row.VendorCode, row.Outcome)));
        Assert.Equal("Запрещено", creation.Rows[4].Reason);
        Assert.All(creation.Created, row => Assert.Equal((row.VendorCode, row.ImtId), (cards.Find(row.NmId!.Value)!.VendorCode, cards.Find(row.NmId!.Value)!.ImtId)));
        Assert.Equal(creation.Rows[1].ImtId, creation.Rows[2].ImtId);
        Assert.Equal(1, shop.Emulator.Requests.All.Count(request => request.Path == Upload));
    }

    [Fact]
    public async Task Three_hundred_cards_are_created_though_WB_refuses_some_of_them_at_once()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(400));

        // Without the directory the check does not know what is required: WB says it, and names the articles.
        CardGroup[] groups = [.. Enumerable.Range(0, 300).Select(i => i % 100 == 50 ? new CardGroup { SubjectId = Sweaters, Cards = [Mug($"s{i}", "белый")] } : Group(Mug($"m{i}", "белый")))];
        CardCreation creation = await shop.Client.Cards.CreateAndWaitAsync(groups, null, cancellationToken: Cancel);
        Assert.Equal((297, 3), (creation.Created.Count, creation.Refused.Count));
        Assert.All(creation.Refused, row => Assert.Contains("missing required characteristics", row.Reason, StringComparison.Ordinal));
        Assert.Equal(297, shop.Emulator.Cards.All.Count);
        Assert.Equal(6, shop.Emulator.Requests.All.Count(request => request.Path == Upload));
    }

    [Fact]
    public async Task A_request_whose_answer_is_lost_is_settled_by_looking_and_sent_once()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        shop.Emulator.Faults.Next($"POST {Upload}", Fault.Reset.AfterOperation());
        CardCreation creation = await shop.Client.Cards.CreateAndWaitAsync([Group(Mug("a", "белый"))], null, cancellationToken: Cancel);
        Assert.Single(creation.Created);
        Assert.Equal(1, shop.Emulator.Requests.All.Count(request => request.Path == Upload));
    }

    [Fact]
    public async Task Cards_are_attached_separated_split_off_and_merged()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        ICardsApi api = shop.Client.Cards;
        using var directories = new DirectoryCache(shop.Client.Directories);
        CardCreation first = await api.CreateAndWaitAsync([Group(Mug("white", "белый"))], directories, cancellationToken: Cancel);
        long imtId = first.Rows[0].ImtId!.Value;
        CardCreation added = await api.AttachAndWaitAsync(imtId, [Mug("blue", "синий"), Mug("gray", "серый")], directories, cancellationToken: Cancel);
        Assert.All(added.Created, row => Assert.Equal(imtId, row.ImtId));
        Assert.Equal(2, added.Created.Count);
        long[] nmIds = [.. added.Created.Select(row => row.NmId!.Value)];

        CardMoveResult alone = await api.SeparateCardsAsync(nmIds, cancellationToken: Cancel);
        Assert.True(alone.IsDone);
        Assert.Equal(3, shop.Emulator.Cards.All.Select(card => card.ImtId).Distinct().Count());
        CardMoveResult merged = await api.MergeCardsAsync(imtId, nmIds, cancellationToken: Cancel);
        Assert.True(merged.IsDone);
        Assert.All(shop.Emulator.Cards.All, card => Assert.Equal(imtId, card.ImtId));
        CardMoveResult split = await api.SplitOffCardsAsync(nmIds, cancellationToken: Cancel);
        Assert.True(split.IsDone);
        Assert.Single(split.Rows.Select(row => row.ImtId).Distinct());
        Assert.Equal([imtId], shop.Emulator.Cards.All.Where(card => card.VendorCode == "white").Select(card => card.ImtId));
    }

    [Fact]
    public async Task A_check_of_ten_thousand_cards_of_one_subject_costs_one_call()
    {
        await using Shop shop = await Shop.OpenAsync(clock: new FastClock(200));
        using var directories = new DirectoryCache(shop.Client.Directories);
        CardGroup[] groups = [.. Enumerable.Range(0, 10_000).Select(i => Group(Mug($"m{i}", "белый")))];
        CardCheckResult result = await shop.Client.Cards.CheckAsync(groups, directories, cancellationToken: Cancel);
        Assert.Equal((10_000, true), (result.Rows.Count, result.IsFine));
        Assert.Single(shop.Emulator.Requests.All);
    }

    private static CardGroup Group(params NewCard[] cards) => new() { SubjectId = Mugs, Cards = cards };

    private static NewCard Mug(string article, string color) => new()
    {
        VendorCode = article,
        Brand = "Тёплый дом",
        Title = "Кружка фарфоровая",
        Dimensions = new CardDimensionsInput { Length = 12, Width = 10, Height = 11, GrossWeight = 0.45m },
        Characteristics = [new CardCharacteristicInput { Id = Color, Value = CharacteristicValue.OfTexts(color) }],
    };
}
