using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <content>Stickers of boxes and QR codes of supplies. Those of orders: <see cref="FbsOrders.FbsOrdersApiExtensions"/>.</content>
public static partial class FbsSuppliesApiExtensions
{
    /// <summary>Gets the stickers of boxes of a supply, 100 at a call, 58 x 40 mm.</summary>
    /// <remarks>
    /// WB does not say which box a sticker is of: it is told by the number in the sticker's code, and by the order where that has none.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
    /// </remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="boxIds">The boxes, each once; <see langword="null"/>: all of the supply, which costs a call more.</param>
    /// <param name="format">SVG, PNG, or ZPL of one kind.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The stickers in the order of the boxes, and the boxes that WB gave none for.</returns>
    /// <exception cref="ArgumentException">An id is blank, or WB has no such format.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<StickerResult<string>> GetBoxStickersAsync(
        this IFbsSuppliesApi api, string supplyId, IEnumerable<string>? boxIds, StickerFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.PathSegment(supplyId);
        new StickerOptions { Format = format }.Check(nameof(format));
        string[] ids = boxIds is null
            ? [.. ((await api.GetBoxesAsync(supplyId, cancellationToken).ConfigureAwait(false))?.Boxes ?? []).Where(box => box is { Id.Length: > 0 }).Select(box => box.Id)]
            : [.. boxIds.Select(id => Argument.Text(id, name: nameof(boxIds))).Distinct(StringComparer.Ordinal)];
        var reader = new StickerReader<string>(
            async (part, token) =>
            {
                BoxStickersResponse? answer = await api.GetBoxStickersAsync(supplyId, format, new BoxesRequest { BoxIds = part }, token).ConfigureAwait(false);
                return Match(part, [.. (answer?.Stickers ?? []).Where(sticker => sticker is not null)]);
            },
            static _ => false);
        return await reader.ReadAsync(ids, format, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the QR code of a supply that is handed over, ready to be printed, 58 x 40 mm.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="api">The supplies.</param>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="format">SVG, PNG, or ZPL of one kind.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The QR code; <see langword="null"/>: WB sent none that can be read.</returns>
    /// <exception cref="ArgumentException">WB has no such format.</exception>
    /// <exception cref="WildberriesConflictException">The supply is not handed over.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static async Task<Sticker<string>?> GetQrCodeAsync(
        this IFbsSuppliesApi api, string supplyId, StickerFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return await api.GetSupplyQrCodeAsync(supplyId, format, cancellationToken).ConfigureAwait(false) is { } sticker
            ? Received(supplyId, sticker).Decode(format)
            : null;
    }

    private static List<ReceivedSticker<string>> Match(string[] ids, IReadOnlyList<SupplySticker> stickers)
    {
        ILookup<string, SupplySticker> byNumber = stickers.ToLookup(sticker => sticker.Barcode?.Contains(':') == true ? NumberOf(sticker.Barcode) : "", StringComparer.Ordinal);

        // A number that fits no box, or comes twice, shows that their order cannot be trusted either.
        bool areNumbered = byNumber.Any(group => group.Key.Length > 0);
        var found = new List<ReceivedSticker<string>>();
        for (int i = 0; i < ids.Length; i++)
        {
            SupplySticker? sticker = areNumbered ? Only(byNumber[NumberOf(ids[i])]) : stickers.Count == ids.Length ? stickers[i] : null;
            if (sticker is not null)
                found.Add(Received(ids[i], sticker));
        }

        return found;

        static SupplySticker? Only(IEnumerable<SupplySticker> some) => some.Take(2).ToArray() is [var one] ? one : null;

        static string NumberOf(string text) => text[text.AsSpan().TrimEnd("0123456789").Length..];
    }

    private static ReceivedSticker<string> Received(string id, SupplySticker sticker) => new() { Id = id, File = sticker.File, Barcode = sticker.Barcode };
}
