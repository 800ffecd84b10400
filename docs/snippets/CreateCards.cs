using System.Text.Json;
using Wildberries.Sdk;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;

namespace Snippets;

public static class CreateCards
{
    public static CardGroup Describe()
    {
        // <describe>
        NewCard white = new()
        {
            VendorCode = "mug-white",
            Brand = "Тёплый дом",
            Title = "Кружка фарфоровая",
            Description = "Кружка на 350 мл.",
            Dimensions = new CardDimensionsInput { Length = 12, Width = 10, Height = 11, GrossWeight = 0.45m },
            Characteristics =
            [
                new CardCharacteristicInput { Id = 14177449, Value = CharacteristicValue.OfTexts("белый") },
                new CardCharacteristicInput { Id = 90702, Value = CharacteristicValue.OfNumber(350) },
            ],
            Sizes = [new NewCardSize { Price = 990m, Skus = ["2042688657617"] }],
        };
        NewCard blue = white with
        {
            VendorCode = "mug-blue",
            Characteristics = [new CardCharacteristicInput { Id = 14177449, Value = CharacteristicValue.OfTexts("синий") }],
            Sizes = [],
        };
        var group = new CardGroup { SubjectId = 1190, Cards = [white, blue] };
        // </describe>
        return group;
    }

    public static async Task CheckAsync(IWildberriesClient wb, IReadOnlyList<CardGroup> groups, CancellationToken stop)
    {
        // <check>
        using var directories = new DirectoryCache(wb.Directories);
        CardCheckResult check = await wb.Cards.CheckAsync(groups, directories, cancellationToken: stop);
        Console.WriteLine(check);
        foreach (CardCheckRow row in check.Rows)
        {
            foreach (CardProblem problem in row.Problems)
                Console.WriteLine($"{row.VendorCode}, {problem.Member}: {problem.Describe(Locale.Russian)}");
        }
        // </check>
    }

    public static async Task CreateAsync(IWildberriesClient wb, DirectoryCache directories, IReadOnlyList<CardGroup> groups, CancellationToken stop)
    {
        // <create>
        CardCreation creation = await wb.Cards.CreateAndWaitAsync(groups, directories, cancellationToken: stop);
        Console.WriteLine(creation);
        foreach (CardCreationRow row in creation.Rows)
            Console.WriteLine($"{row.VendorCode}: {row.Outcome} {row.NmId} {row.Reason}");
        // </create>
    }

    public static async Task ResumeAsync(
        IWildberriesClient wb, DirectoryCache directories, IReadOnlyList<CardGroup> groups, string path, CancellationToken stop)
    {
        // <resume>
        CardCreation? known = File.Exists(path)
            ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, stop), CardsJsonContext.Default.CardCreation)
            : null;
        var creator = new CardCreator(wb.Cards, directories);
        CardCreation creation = await creator.ContinueAsync(groups, known, new CreationFile(path), stop);
        // </resume>
        Console.WriteLine(creation);
    }

    public static async Task AttachAsync(IWildberriesClient wb, DirectoryCache directories, long imtId, NewCard green, CancellationToken stop)
    {
        // <attach>
        CardCreation attached = await wb.Cards.AttachAndWaitAsync(imtId, [green], directories, cancellationToken: stop);
        // </attach>
        Console.WriteLine(attached);
    }

    public static async Task MergeAsync(IWildberriesClient wb, long imtId, CancellationToken stop)
    {
        // <merge>
        CardMoveResult merged = await wb.Cards.MergeCardsAsync(imtId, [204518733, 204518734], cancellationToken: stop);
        CardMoveResult alone = await wb.Cards.SeparateCardsAsync([204518733], cancellationToken: stop);
        CardMoveResult together = await wb.Cards.SplitOffCardsAsync([204518734, 204518735], cancellationToken: stop);
        // </merge>
        Console.WriteLine($"{merged}; {alone}; {together}");
    }

    public static async Task DirectoriesAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <directories>
        using var directories = new DirectoryCache(wb.Directories);
        IReadOnlyList<SubjectCharacteristic> characteristics = await directories.GetCharacteristicsAsync(1190, Locale.Russian, stop);
        IReadOnlyList<ProductColor> colors = await directories.GetColorsAsync(Locale.Russian, stop);
        // </directories>
        Console.WriteLine($"{characteristics.Count} {colors.Count}");
    }
}

// <file>
internal sealed class CreationFile(string path) : IProgress<CardCreation>
{
    public void Report(CardCreation value)
    {
        string beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(value, CardsJsonContext.Default.CardCreation));
        File.Move(beside, path, overwrite: true);
    }
}
// </file>
