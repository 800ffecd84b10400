using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <content>Stickers.</content>
public static partial class FbsOrdersApiExtensions
{
    // A sticker of a parcel is made in seconds to minutes.
    private static readonly TimeSpan NotReadyPause = TimeSpan.FromSeconds(10);

    /// <summary>Gets the stickers of any number of orders, 100 at a call, in the order of the orders.</summary>
    /// <remarks>
    /// Stickers exist for orders in <c>confirm</c> and <c>complete</c>. An order that lacks a customs declaration which it needs fails its whole batch at WB: such orders are
    /// found by their label identifiers, or by halving the batch, and set apart (<see cref="StickerResult{TId}.Refused"/>); the others get their stickers. For cross-border
    /// orders see <see cref="GetCrossBorderStickersAsync"/>.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="orderIds">The numbers of the assembly orders; one that is named twice counts once.</param>
    /// <param name="options">Format and size; <see langword="null"/>: SVG, 58x40.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The stickers, and the orders that have none.</returns>
    /// <exception cref="ArgumentException">A number is not positive, or WB has no such format or size.</exception>
    /// <exception cref="WildberriesApiException">A call failed for another reason than such orders.</exception>
    public static Task<StickerResult<long>> GetStickersAsync(
        this IFbsOrdersApi api, IEnumerable<long> orderIds, StickerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        options ??= new StickerOptions();
        options.Check(nameof(options));
        var reader = new StickerReader<long>(
            async (ids, token) =>
            {
                var request = new FbsOrderIdsRequest { OrderIds = ids };
                FbsStickersResponse answer = await api.GetStickersAsync(options.Format, options.Width, options.Height, request, token).ConfigureAwait(false);
                return answer.Stickers.Where(sticker => sticker is not null).Select(ReceivedStickers.Of);
            },
            refusal => refusal is WildberriesConflictException,
            (ids, token) => FindUndeclaredAsync(api, ids, token));
        return reader.ReadAsync(Argument.Ids(orderIds), options.Format, cancellationToken);
    }

    /// <summary>Gets the stickers of any number of cross-border orders, 100 at a call, as PDF, in the order of the orders.</summary>
    /// <remarks>
    /// A sticker waits for the carrier's track number: those that are not ready are asked for again, every ten seconds, as long as <paramref name="maxWait"/>; so long
    /// limits and outages of WB are waited for, too.
    /// </remarks>
    /// <param name="api">The FBS orders.</param>
    /// <param name="orderIds">The numbers of the assembly orders; one that is named twice counts once.</param>
    /// <param name="maxWait">How long to wait for stickers that are not ready; zero: they are asked for once.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>The stickers, and the orders that have none (<see cref="StickerResult{TId}.NotReady"/>: yet).</returns>
    /// <exception cref="ArgumentException">A number is not positive, or the time is below zero or longer than a day.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static async Task<StickerResult<long>> GetCrossBorderStickersAsync(
        this IFbsOrdersApi api, IEnumerable<long> orderIds, TimeSpan maxWait, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        if (maxWait != TimeSpan.Zero)
            Argument.Pause(maxWait, nameof(maxWait), nameof(maxWait));
        var time = new WaitingTime(maxWait, ClientClock.Of(api));
        long[] ids = Argument.Ids(orderIds);
        var result = new StickerResult<long> { Format = StickerFormat.Pdf, NotReady = ids };
        await time.PollAsync(LookAsync, NotReadyPause, NotReadyPause, cancellationToken).ConfigureAwait(false);
        return result;

        async Task<bool> LookAsync()
        {
            StickerResult<long> later = await ReadCrossBorderAsync(api, [.. result.NotReady], time, cancellationToken).ConfigureAwait(false);
            Dictionary<long, Sticker<long>> stickers = result.Stickers.Concat(later.Stickers).ToDictionary(sticker => sticker.Id);
            Dictionary<long, StickerRefusal<long>> refused = result.Refused.Concat(later.Refused).ToDictionary(refusal => refusal.Id);
            HashSet<long> missing = [.. result.Missing, .. later.Missing];
            result = later with
            {
                Stickers = [.. ids.Where(stickers.ContainsKey).Select(id => stickers[id])],
                Missing = [.. ids.Where(missing.Contains)],
                Refused = [.. ids.Where(refused.ContainsKey).Select(id => refused[id])],
            };
            return result.NotReady.Count == 0;
        }
    }

    private static Task<StickerResult<long>> ReadCrossBorderAsync(IFbsOrdersApi api, long[] orderIds, WaitingTime time, CancellationToken cancellationToken)
    {
        var reader = new StickerReader<long>(
            async (ids, token) =>
            {
                CrossBorderStickersResponse answer = await time
                    .ReadAsync(() => api.GetCrossBorderStickersAsync(new FbsOrderIdsRequest { OrderIds = ids }, token), token)
                    .ConfigureAwait(false);
                return answer.Stickers.Where(sticker => sticker is not null).Select(sticker => new ReceivedSticker<long>
                {
                    Id = sticker.OrderId,
                    File = sticker.File,
                    PartA = sticker.PartA,
                    PartB = sticker.PartB,
                    Barcode = sticker.Barcode,
                    ParcelId = sticker.ParcelId,
                    IsReady = sticker.Status != CrossBorderStickerStatus.AwaitingTrackNumber,
                });
            },
            refusal => refusal is WildberriesConflictException);
        return reader.ReadAsync(orderIds, StickerFormat.Pdf, cancellationToken);
    }

    // One request in the place of some seven refusals of ten requests each.
    private static async Task<IReadOnlySet<long>> FindUndeclaredAsync(IFbsOrdersApi api, long[] orderIds, CancellationToken cancellationToken)
    {
        try
        {
            FbsOrderMarkingsResponse answer = await api.GetMarkingsAsync(new FbsOrderIdsRequest { OrderIds = orderIds }, cancellationToken).ConfigureAwait(false);
            return answer.Orders
                .Where(order => order is not null && order.Details.Any(IsMissingDeclaration))
                .Select(order => order.OrderId)
                .ToHashSet();
        }
        catch (WildberriesApiException e) when (e is WildberriesNotFoundException or WildberriesBadRequestException)
        {
            // WB does not tell: halving finds them.
            return new HashSet<long>();
        }
    }

    private static bool IsMissingDeclaration(MarkingDetail? detail) =>
        detail is not null && detail.Kind == MarkingCodeKind.CustomsDeclaration && detail.Decision == MarkingDecision.Required;
}
