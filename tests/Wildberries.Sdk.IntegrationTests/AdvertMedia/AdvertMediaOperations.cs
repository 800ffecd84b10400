using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.AdvertMedia;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class AdvertMediaOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IAdvertMediaApi media, EmulatedMediaCampaigns emulated)
    {
        DateTimeOffset start = new(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(3));
        EmulatedMediaCampaign campaign = emulated.Add(new EmulatedMediaCampaign
        {
            Name = "Баннер",
            Brand = "Тёплый дом",
            Status = 7,
            StartsAt = start.AddYears(-3),
            EndsAt = start.AddYears(-3).AddDays(2),
            Banners = [new EmulatedBanner { Id = 50, NmIds = [101] }],
        });
        MediaCampaignCounts counts = await media.GetCampaignCountsAsync(Cancel);
        Assert.Equal(
            new MediaCampaignGroup { Type = MediaCampaignType.ByViews, Status = MediaCampaignStatus.Completed, Count = 1 }, Assert.Single(counts.Groups));
        MediaCampaignListItem item = Assert.Single((await media.GetCampaignsAsync("6,7", MediaCampaignType.ByViews, cancellationToken: Cancel))!);
        Assert.Equal((campaign.Id, campaign.EndsAt), (item.AdvertId, item.EndedAt));
        MediaCampaign? found = await media.GetCampaignAsync(campaign.Id, Cancel);
        Assert.Equal(("Баннер", campaign.StartsAt, 50), (found!.Name, found.Details!.From, Assert.Single(found.Banners).Id));
        IReadOnlyList<MediaStatistics> statistics = await media.GetStatisticsAsync(
            [new MediaStatisticsRequest { AdvertId = campaign.Id }, new MediaStatisticsRequest { AdvertId = 77 }], Cancel);
        Assert.Equal((20_000, 2), (statistics[0].Banners[0].Views, statistics[0].Banners[0].Days.Count));
        Assert.Equal((77, "кампания не найдена"), (statistics[1].AdvertId, statistics[1].Error));
    }
}
