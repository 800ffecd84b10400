using System.Globalization;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Directories;

namespace Catalog;

/// <summary>Makes of a line what WB takes, and looks at its pictures.</summary>
internal sealed class CardMaker(SubjectBook subjects)
{
    private const int MaxPictures = 30;

    public async Task<CatalogCard> MakeAsync(CatalogRow row, CancellationToken cancellationToken)
    {
        var card = new CatalogCard(row);
        if (await subjects.FindAsync(row.Subject, cancellationToken) is { } subject)
        {
            card.SubjectId = subject.Id;
            card.Card = Make(card, subject);
        }
        else
        {
            card.Faults.Add($"WB has no subject \"{row.Subject}\"");
        }

        if (row.Pictures.Count > MaxPictures)
            card.Faults.Add($"pictures: {row.Pictures.Count}, WB takes {MaxPictures} at most");
        foreach (string picture in row.Pictures)
        {
            CardMediaInfo info = await CardMediaFile.FromFile(picture).CheckAsync(cancellationToken);
            if (info.Problem is { } problem)
                card.Faults.Add($"{Path.GetFileName(picture)}: {problem}");
            else if (info.IsVideo)
                card.Faults.Add($"{Path.GetFileName(picture)}: a video; this import takes pictures only");
        }

        return card;
    }

    private static NewCard? Make(CatalogCard card, SubjectInfo subject)
    {
        CatalogRow row = card.Row;
        IReadOnlyList<CardCharacteristicInput> characteristics = [.. Characteristics(card, subject)];
        try
        {
            return new NewCard
            {
                VendorCode = row.Article,
                Title = Optional(row.Title),
                Description = Optional(row.Description),
                Brand = Optional(row.Brand),
                IsMarkingConfirmed = row.IsMarked ? true : null,
                Dimensions = new CardDimensionsInput { Length = row.Length, Width = row.Width, Height = row.Height, GrossWeight = row.Weight },
                Sizes =
                [
                    .. row.Sizes.Select(size => new NewCardSize { TechSize = size.Name, WbSize = size.RussianName, Price = size.Price, Skus = size.Barcodes }),
                ],
                Characteristics = characteristics,
            };
        }
        catch (ArgumentException exception)
        {
            card.Faults.Add(exception.Message);
            return null;
        }
    }

    private static IEnumerable<CardCharacteristicInput> Characteristics(CatalogCard card, SubjectInfo subject)
    {
        foreach ((string name, IReadOnlyList<string> values) in card.Row.Characteristics)
        {
            if (!subject.Characteristics.TryGetValue(name, out SubjectCharacteristic? characteristic))
                card.Faults.Add($"the subject {card.Row.Subject} has no characteristic \"{name}\"");
            else if (characteristic.Type != CharacteristicType.Number)
                yield return new CardCharacteristicInput { Id = characteristic.Id, Value = CharacteristicValue.OfTexts(values) };
            else if (values.Count == 1 && NumberOf(values[0], characteristic.UnitName) is { } number)
                yield return new CardCharacteristicInput { Id = characteristic.Id, Value = CharacteristicValue.OfNumber(number) };
            else
                card.Faults.Add($"{name}: \"{string.Join("; ", values)}\" is not a number");
        }
    }

    // "350", "350 мл", "12,5".
    private static decimal? NumberOf(string text, string? unit)
    {
        if (!string.IsNullOrEmpty(unit) && text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            text = text[..^unit.Length];
        return decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static string? Optional(string text) => text.Length > 0 ? text : null;
}
