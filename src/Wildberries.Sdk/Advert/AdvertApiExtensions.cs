using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>
/// What is done with advertising campaigns, with long lists and periods split into what WB takes at once, and the arguments checked before
/// anything is sent.
/// </summary>
public static partial class AdvertApiExtensions
{
    private static IAsyncEnumerable<T> ReadByIds<T>(
        IEnumerable<long> advertIds, Func<long[], CancellationToken, Task<IReadOnlyList<T>?>> read, CancellationToken cancellationToken)
        where T : class => Pager.ByPart(Argument.Ids(advertIds).Chunk(AdvertLimits.MaxCampaigns), read, cancellationToken);

    private static IAsyncEnumerable<T> ReadByDays<T>(
        DateOnly from, DateOnly to, Func<DateOnly, DateOnly, CancellationToken, Task<IReadOnlyList<T>?>> read, CancellationToken cancellationToken)
        where T : class
    {
        Argument.Period(from, to);
        return Pager.ByPart(Periods.Split(from, to, AdvertLimits.MaxDays), (part, token) => read(part.From, part.To, token), cancellationToken);
    }

    private static IAsyncEnumerable<T> ReadByProducts<T>(
        IEnumerable<CampaignProduct> products,
        Func<CampaignProduct[], CancellationToken, Task<IReadOnlyList<T>?>> read,
        CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(products);
        List<CampaignProduct> all = Argument.Rows(
            products.Distinct(),
            product => FormattableString.Invariant($"campaign {product.AdvertId}, product {product.NmId}"),
            product => product is { AdvertId: > 0, NmId: > 0 } ? null : "an id is not positive",
            nameof(products));
        return Pager.ByPart(all.Chunk(AdvertLimits.MaxSearchClusterItems), read, cancellationToken);
    }

    private static CampaignProductKey[] Keys(CampaignProduct[] products) =>
        [.. products.Select(product => new CampaignProductKey { AdvertId = product.AdvertId, NmId = product.NmId })];
}
