using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

public static partial class AdvertApiExtensions
{
    /// <summary>Gets the lowest bids that WB takes for products of a campaign.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/creatingCampaigns"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertId">The campaign.</param>
    /// <param name="nmIds">The products' numbers at WB: 1 to 100.</param>
    /// <param name="paymentType">What the campaign pays for.</param>
    /// <param name="placements">The placements, at least one; they are sent as this method of WB spells them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bids, in hundredths of the currency.</returns>
    /// <exception cref="ArgumentException">There is no product, there are too many, or there is no placement.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<MinimumBidsResponse> GetMinimumBidsAsync(
        this IAdvertApi api,
        long advertId,
        IEnumerable<long> nmIds,
        PaymentType paymentType,
        IEnumerable<Placement> placements,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(placements);
        Argument.Id(advertId);
        long[] products = Argument.Ids(nmIds);
        Argument.Count(products.Length, 1, AdvertLimits.MaxMinimumBidProducts, "products", nameof(nmIds));
        MinimumBidPlacement[] spelled = [.. placements.Distinct().Select(MinimumBidPlacement.FromPlacement)];
        Argument.Count(spelled.Length, 1, int.MaxValue, "placements", nameof(placements));
        var request = new MinimumBidsRequest { AdvertId = advertId, NmIds = products, PaymentType = paymentType, Placements = spelled };
        return api.GetMinimumBidsAsync(request, cancellationToken);
    }
}
