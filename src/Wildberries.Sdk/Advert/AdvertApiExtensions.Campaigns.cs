using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

public static partial class AdvertApiExtensions
{
    /// <summary>Gets any number of campaigns with their settings, 50 with each call.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="advertIds">The campaigns; one that is named twice is asked for once. Without any, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The campaigns in WB's order; those that WB does not know are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<Campaign> StreamCampaignsAsync(
        this IAdvertApi api, IEnumerable<long> advertIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return ReadByIds(
            advertIds,
            async (ids, token) => (await api.GetCampaignsAsync(Argument.Join(ids), cancellationToken: token).ConfigureAwait(false))?.Campaigns,
            cancellationToken);
    }

    /// <summary>Gets the campaigns of given statuses with their settings.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/campaigns"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="statuses">The statuses; at least one.</param>
    /// <param name="paymentType">What the campaigns pay for; <see langword="null"/>: either.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The campaigns.</returns>
    /// <exception cref="ArgumentException">There is no status.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<CampaignsResponse> GetCampaignsByStatusAsync(
        this IAdvertApi api,
        IEnumerable<CampaignStatus> statuses,
        PaymentType? paymentType = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return api.GetCampaignsAsync(
            statuses: Argument.Joined(statuses, "statuses"), paymentType: paymentType, cancellationToken: cancellationToken);
    }
}
