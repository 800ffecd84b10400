using System.Collections.Concurrent;
using Wildberries.Sdk;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>What products cost now, each asked for once an hour.</summary>
internal sealed partial class ProductPrices(IWildberriesClient wb, TimeProvider time, ILogger<ProductPrices> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<long, (PriceInput? Price, DateTimeOffset At)> _known = new();

    /// <summary>A price, or <see langword="null"/>: then nobody can say whether a code would apply, or lose money.</summary>
    public async Task<PriceInput?> FindAsync(long? nmId, CancellationToken cancellationToken)
    {
        if (nmId is not { } id)
            return null;
        if (_known.TryGetValue(id, out (PriceInput? Price, DateTimeOffset At) known) && time.GetUtcNow() - known.At < Fresh)
            return known.Price;

        try
        {
            GoodsListResponse answer = await wb.DiscountsPrices.GetGoodsAsync(1, filterNmId: id, cancellationToken: cancellationToken);
            PriceInput? price = answer.Data?.Products is [{ Sizes: [{ SizeId: { } sizeId }, ..] } product, ..] ? PriceInput.FromProduct(product, sizeId) : null;
            _known[id] = (price, time.GetUtcNow());
            return price;
        }
        catch (Exception exception) when (exception is WildberriesApiException or ArgumentException)
        {
            // Not remembered: the next suggestion asks again.
            LogFailure(id, exception.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The price of article {NmId} is not known: {Reason}")]
    private partial void LogFailure(long nmId, string reason);
}
