using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The campaigns of advert-api; the operations stand by what they are about in the classes named here.</summary>
internal sealed class AdvertArea(EmulatedAdverts adverts) : EmulatedArea(typeof(IAdvertApi), AdvertJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers =>
    [
        .. new AdvertCampaignHandlers(adverts).All,
        .. new AdvertManagementHandlers(adverts).All,
        .. new AdvertClusterHandlers(adverts).All,
        .. new AdvertFinanceHandlers(adverts).All,
        .. new AdvertStatisticsHandlers(adverts).All,
    ];

    public override void Seed(DateTimeOffset now) => AdvertSeed.Fill(adverts, now);
}
