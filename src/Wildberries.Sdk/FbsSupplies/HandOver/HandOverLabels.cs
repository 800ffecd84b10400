using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What is printed for a hand-over. Each list says also what WB gave no sticker for.</summary>
public sealed record HandOverLabels
{
    /// <summary>The stickers of the orders within the country, in the order in which the orders were given.</summary>
    public required StickerResult<long> Orders { get; init; }

    /// <summary>The stickers of the orders that leave the country: PDF.</summary>
    public required StickerResult<long> CrossBorderOrders { get; init; }

    /// <summary>The stickers of the boxes, supply after supply.</summary>
    public required StickerResult<string> Boxes { get; init; }

    /// <summary>The QR codes of the supplies that are handed over.</summary>
    public required StickerResult<string> Supplies { get; init; }
}
