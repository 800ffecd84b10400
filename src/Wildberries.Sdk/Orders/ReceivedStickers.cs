namespace Wildberries.Sdk.Orders;

/// <summary>Stickers as WB sends them for most kinds of orders.</summary>
internal static class ReceivedStickers
{
    public static ReceivedSticker<long> Of(OrderSticker sticker) => new()
    {
        Id = sticker.OrderId,
        File = sticker.File,
        PartA = sticker.PartA,
        PartB = sticker.PartB,
        Barcode = sticker.Barcode,
    };
}
