using Wildberries.Sdk;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.State;

namespace Snippets;

public static class Cards
{
    public static async Task ReadAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <read>
        var socks = new CardsFilter { SubjectIds = [157] };
        await foreach (Card card in wb.Cards.StreamCardsAsync(socks, Locale.Russian, stop))
            Console.WriteLine($"{card.NmId} {card.VendorCode}: {card.Title}");
        // </read>
    }

    public static async Task FollowAsync(IWildberriesClient wb, IStateStore store, string sellerId, CancellationToken stop)
    {
        // <follow>
        var options = new ChangedCardStreamOptions { MaxOutage = TimeSpan.FromHours(1) };
        await foreach (Card card in wb.Cards.StreamChangedCardsAsync(store, sellerId, options, stop))
            Console.WriteLine($"{card.NmId} changed at {card.UpdatedAt}");
        // </follow>
    }

    public static async Task EditAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <edit>
        CardEditResult result = await wb.Cards.EditAsync(
            [204518733, 204518734], card => card with { Title = $"{card.Title}, шерсть" }, cancellationToken: stop);
        Console.WriteLine(result);
        foreach (CardEditRow row in result.Refused.Concat(result.Unknown))
            Console.WriteLine($"{row.VendorCode}: {row.Reason}");
        // </edit>
    }

    public static async Task CharacteristicAsync(IWildberriesClient wb, IReadOnlyList<long> nmIds, CancellationToken stop)
    {
        // <characteristic>
        CardEditResult result = await wb.Cards.EditAsync(
            nmIds,
            card => card with
            {
                Characteristics =
                [
                    .. card.Characteristics.Where(one => one.Id != 14177449),
                    new CardCharacteristic { Id = 14177449, Value = CharacteristicValue.OfTexts("красный", "белый") },
                ],
                Dimensions = card.Dimensions is { } sides ? sides with { Height = 15 } : new CardDimensions { Height = 15 },
            },
            cancellationToken: stop);
        // </characteristic>
        Console.WriteLine(result);
    }

    public static async Task DryRunAsync(IWildberriesClient wb, IReadOnlyList<long> nmIds, Func<Card, Card> edit, CancellationToken stop)
    {
        // <dry-run>
        var look = new CardEditOptions { DryRun = true };
        CardEditResult result = await wb.Cards.EditAsync(nmIds, edit, look, cancellationToken: stop);
        foreach (CardEditRow row in result.NotSent)
            Console.WriteLine($"{row.VendorCode}: {string.Join(", ", row.Changes)}");
        // </dry-run>
    }

    public static async Task ProgressAsync(IWildberriesClient wb, IReadOnlyList<long> nmIds, Func<Card, Card> edit, CancellationToken stop)
    {
        // <progress>
        var progress = new Progress<CardEditProgress>(known => Console.WriteLine(known));
        var options = new CardEditOptions { MaxWait = TimeSpan.FromHours(2) };
        try
        {
            CardEditResult result = await wb.Cards.EditAsync(nmIds, edit, options, progress, stop);
            Console.WriteLine(result);
        }
        catch (Exception exception) when (exception.GetCardEditResult() is { } known)
        {
            Console.WriteLine($"{exception.Message} {known}");
        }
        // </progress>
    }

    public static async Task RawAsync(IWildberriesClient wb, Card card, CancellationToken stop)
    {
        // <raw>
        CardUpdate update = card.ToUpdate();
        await wb.Cards.UpdateCardsAsync(
            [update with { Sizes = [.. update.Sizes, new CardSizeUpdate { TechSize = "XL", Price = 990m, Skus = ["2042688657624"] }] }], stop);
        // </raw>
    }
}
