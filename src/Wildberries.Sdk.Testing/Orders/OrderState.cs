using System.Globalization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>An order as it changes. Belongs to the lock of <see cref="EmulatedOrders"/>.</summary>
internal sealed class OrderState(long id, EmulatedPurchase purchase, DateTimeOffset createdAt)
{
    private const string StickerLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public long Id { get; } = id;

    public EmulatedPurchase Purchase { get; } = purchase;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Rid { get; } = $"f884001e44e511edb87{id.ToString("x13", CultureInfo.InvariantCulture)}";

    public string CartId { get; } = purchase.CartId ?? $"165918930_{id.ToString("x32", CultureInfo.InvariantCulture)}";

    public long StickerId { get; } = 2_316_480_000 + id;

    public string ReceiptCode { get; } = (100_000 + (id * 7919 % 900_000)).ToString(CultureInfo.InvariantCulture);

    public SupplierStatus SupplierStatus { get; set; } = SupplierStatus.New;

    public WbStatus WbStatus { get; set; } = WbStatus.Waiting;

    public string? SupplyId { get; set; }

    public bool NeedsReshipment { get; set; }

    /// <summary>When the seller began to assemble it.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When it was handed over, delivered or made ready; <see langword="null"/>: it is with the seller.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public Dictionary<MarkingCodeKind, MarkingState> Marking { get; } = [];

    public bool IsNew => SupplierStatus == SupplierStatus.New && WbStatus == WbStatus.Waiting;

    public bool IsFinished => WbStatus != WbStatus.Waiting && WbStatus != WbStatus.Sorted && WbStatus != WbStatus.ReadyForPickup && WbStatus != WbStatus.PostponedDelivery
        && WbStatus != WbStatus.AcceptedByCarrier && WbStatus != WbStatus.SentToCarrier;

    public (string PartA, string PartB) StickerParts => (
        (StickerId / 10_000).ToString(CultureInfo.InvariantCulture), (StickerId % 10_000).ToString("0000", CultureInfo.InvariantCulture));

    public string StickerBarcode
    {
        get
        {
            var letters = new Stack<char>();
            for (long rest = StickerId; rest > 0; rest /= StickerLetters.Length)
                letters.Push(StickerLetters[(int)(rest % StickerLetters.Length)]);
            return $"!{string.Concat(letters)}";
        }
    }

    public EmulatedOrder ToOrder() => new()
    {
        Id = Id,
        Purchase = Purchase,
        CreatedAt = CreatedAt,
        Rid = Rid,
        SupplierStatus = SupplierStatus,
        WbStatus = WbStatus,
        SupplyId = SupplyId,
        ReceiptCode = ReceiptCode,
        NeedsReshipment = NeedsReshipment,
        MarkingCodes = Marking.ToDictionary(marking => marking.Key, marking => marking.Value.Values),
    };

    internal sealed record MarkingState(IReadOnlyList<string> Values, DateTimeOffset SetAt);
}
