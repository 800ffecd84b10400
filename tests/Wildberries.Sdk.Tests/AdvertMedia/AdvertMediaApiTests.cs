using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Web;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.AdvertMedia;

public sealed class AdvertMediaApiTests
{
    private static readonly DateOnly Day = new(2023, 10, 21);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"all":2,"adverts":{"type":2,"status":7,"count":2}}""", 1)]
    [InlineData("""{"all":6,"adverts":[{"type":2,"status":7,"count":2},null,{"type":2,"status":8,"count":4}]}""", 2)]
    [InlineData("""{"all":0,"adverts":null}""", 0)]
    [InlineData("""{"all":0,"adverts":[]}""", 0)]
    [InlineData("{}", 0)]
    public async Task Counts_are_read_whether_WB_sends_one_group_or_a_list(string json, int groups)
    {
        using var host = Host(json);
        MediaCampaignCounts counts = await host.Api.GetCampaignCountsAsync(Cancel);
        Assert.Equal(["GET /adv/v1/count"], host.Requests);
        Assert.Equal(groups, counts.Groups.Count);
        Assert.Equal(counts.Total, counts.Groups.Sum(group => group.Count));
        if (groups > 0)
            Assert.Equal(new MediaCampaignGroup { Type = MediaCampaignType.ByViews, Status = MediaCampaignStatus.Completed, Count = 2 }, counts.Groups[0]);

        // The same comes out that went in.
        string written = JsonSerializer.Serialize(counts, AdvertMediaJsonContext.Default.MediaCampaignCounts);
        Assert.Equal(counts.Groups, JsonSerializer.Deserialize(written, AdvertMediaJsonContext.Default.MediaCampaignCounts)!.Groups);
        Assert.Equal(groups == 1, written.Contains("\"adverts\":{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_campaigns_is_asked_for_and_read()
    {
        using var host = Host("""[{"advertId":4294967297,"name":"тост","brand":"b","type":2,"status":8,"createTime":"2023-03-25T20:35:57.116943+03:00"},{}]""");
        IReadOnlyList<MediaCampaignListItem> page = (await host.Api.GetCampaignsAsync(
            "1,3,7", MediaCampaignType.ByDays, 10, 20, MediaCampaignOrder.Created, SortDirection.Descending, Cancel))!;
        await host.Api.GetCampaignsAsync(cancellationToken: Cancel);
        Assert.Equal(
            ["GET /adv/v1/adverts?status=1%2C3%2C7&type=1&limit=10&offset=20&order=create&direction=desc", "GET /adv/v1/adverts"], host.Requests);
        Assert.Equal((4294967297, "тост", MediaCampaignType.ByViews, MediaCampaignStatus.Cancelled), (page[0].AdvertId, page[0].Name, page[0].Type, page[0].Status));
        Assert.Null(page[0].EndedAt);
        Assert.Equal(new MediaCampaignListItem(), page[1]);
    }

    [Fact]
    public async Task A_campaign_has_its_banners()
    {
        using var host = Host("""
            {"advertId":23569,"type":2,"status":11,"createTime":"2023-07-19T11:13:41.195138+03:00",
             "extended":{"reason":null,"expenses":10000,"price":0,"budget":"0.5","operation":1,"contract_id":0},
             "items":[{"id":68080,"status":7,"daily_limit":500,"cpm":351,"advert_type":5,"nms":[123456],"additionalSettings":1,"receiversCount":3000000000,
               "show_hours":[{"From":7,"To":8}],"Erid":"x"},{"nms":null,"show_hours":null}]}
            """);
        MediaCampaign campaign = (await host.Api.GetCampaignAsync(23569, Cancel))!;
        Assert.Equal(["GET /adv/v1/advert?id=23569"], host.Requests);
        Assert.Equal((10000m, 0.5m, MediaFundsSource.Net), (campaign.Details!.Expenses, campaign.Details.Budget, campaign.Details.Source));
        MediaBanner banner = campaign.Banners[0];
        Assert.Equal((68080, MediaCampaignStatus.Completed, 351m, MediaFormat.Push, 3_000_000_000), (banner.Id, banner.Status, banner.Cpm, banner.Format, banner.ReceiversCount));
        Assert.Equal([123456], banner.NmIds);
        Assert.Equal([new MediaShowHours { From = 7, To = 8 }], banner.ShowHours);
        Assert.Empty(campaign.Banners[1].NmIds);
        Assert.Empty(campaign.Banners[1].ShowHours);
    }

    [Fact]
    public async Task What_is_not_there_is_null_or_an_empty_list()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.NoContent);
        Assert.Null(await wb.Client.AdvertMedia.GetCampaignAsync(1, Cancel));
        Assert.Empty(await wb.Client.AdvertMedia.GetCampaignsAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task Statistics_are_asked_for_by_days_by_interval_or_for_all_time()
    {
        using var host = Host("""
            [{"interval":{"begin":"2023-10-21","end":"2023-10-25"},"stats":[{"item_id":62237,"views":11849,"cr":0.48,"cr2":25,"status":6,"expenses":175000,
               "daily_stats":[{"date":"2023-10-21T00:00:00+03:00","app_type_stats":[{"app_type":1,"stats":[{"views":2017,"clicks":27,"atbs":1,"ctr":1.34}]}]}]}]},
             {"dates":["2023-10-26"],"stats":null},
             {"advert_id":111,"error":"кампания не найдена"}]
            """);
        List<MediaStatistics> found = [];
        await foreach (MediaStatistics one in host.Api.StreamStatisticsAsync(
            [
                new MediaStatisticsRequest { AdvertId = 1, Interval = new MediaInterval { Begin = Day, End = Day.AddDays(4) } },
                new MediaStatisticsRequest { AdvertId = 1, Dates = [Day.AddDays(5)] },
                new MediaStatisticsRequest { AdvertId = 111 },
            ],
            Cancel))
        {
            found.Add(one);
        }

        Assert.Equal(
            ["""POST /adv/v1/stats [{"id":1,"interval":{"begin":"2023-10-21","end":"2023-10-25"}},{"id":1,"dates":["2023-10-26"]},{"id":111}]"""], host.Requests);
        Assert.Equal(new MediaInterval { Begin = Day, End = Day.AddDays(4) }, found[0].Interval);
        MediaBannerStatistics banner = Assert.Single(found[0].Banners);
        Assert.Equal((62237, 11849, 0.48m, 25m, 175000m), (banner.Id, banner.Views, banner.Cr, banner.OrderRate, banner.Expenses));
        MediaDay day = Assert.Single(banner.Days);
        Assert.Equal((Day, AppType.Site), (day.Date, Assert.Single(day.Apps).AppType));
        Assert.Equal(new MediaFigures { Views = 2017, Clicks = 27, CartAdditions = 1, Ctr = 1.34m }, Assert.Single(day.Apps[0].Figures));
        Assert.Equal([Day.AddDays(5)], found[1].Dates);
        Assert.Empty(found[1].Banners);
        Assert.Equal((111, "кампания не найдена"), (found[2].AdvertId, found[2].Error));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 2)]
    [InlineData(100, 2)]
    [InlineData(250, 4)]
    public async Task Campaigns_are_read_to_the_end(int count, int requests)
    {
        using var host = new FakeHost<IAdvertMediaApi>(AdvertMediaJsonContext.Default, request =>
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            IEnumerable<int> rows = Enumerable.Range(1, count).Skip(int.Parse(query["offset"]!, CultureInfo.InvariantCulture)).Take(int.Parse(query["limit"]!, CultureInfo.InvariantCulture));
            return $"[{string.Join(',', rows.Select(id => $"{{\"advertId\":{id}}}"))}]";
        });
        List<long> found = [];
        await foreach (MediaCampaignListItem campaign in host.Api.StreamCampaignsAsync([MediaCampaignStatus.Active], cancellationToken: Cancel))
            found.Add(campaign.AdvertId);
        Assert.Equal(Enumerable.Range(1, count).Select(id => (long)id), found);
        Assert.Equal(requests, host.Requests.Count);
        Assert.Equal("GET /adv/v1/adverts?status=6&limit=100&offset=0&order=id&direction=asc", host.Requests[0]);
    }

    [Fact]
    public async Task A_host_that_gives_less_than_asked_for_or_repeats_itself_is_read_to_its_end()
    {
        string[] pages = ["""[{"advertId":1},{"advertId":2}]""", """[{"advertId":2},{"advertId":3}]""", """[{"advertId":3}]"""];
        int next = 0;
        using var host = new FakeHost<IAdvertMediaApi>(AdvertMediaJsonContext.Default, _ => pages[next++]);
        List<long> found = [];
        await foreach (MediaCampaignListItem campaign in host.Api.StreamCampaignsAsync(cancellationToken: Cancel))
            found.Add(campaign.AdvertId);
        Assert.Equal([1, 2, 3], found);
        Assert.Equal([0, 2, 4], host.Requests.Select(r => int.Parse(HttpUtility.ParseQueryString(r.Split('?')[1])["offset"]!, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(250, 3)]
    public async Task Statistics_are_asked_for_a_hundred_at_a_time(int count, int requests)
    {
        using var host = new FakeHost<IAdvertMediaApi>(AdvertMediaJsonContext.Default, request =>
        {
            int asked = JsonDocument.Parse(request.Content!.ReadAsStream()).RootElement.GetArrayLength();
            Assert.InRange(asked, 1, 100);
            return $"[{string.Join(',', Enumerable.Repeat("{}", asked))}]";
        });
        int found = 0;
        await foreach (MediaStatistics one in host.Api.StreamStatisticsAsync(Enumerable.Range(1, count).Select(id => new MediaStatisticsRequest { AdvertId = id }), Cancel))
            found++;
        Assert.Equal((count, requests), (found, host.Requests.Count));
    }

    [Fact]
    public void Input_that_WB_would_refuse_is_refused_before_the_network()
    {
        using var host = Host("[]");
        foreach (MediaStatisticsRequest bad in new MediaStatisticsRequest[]
        {
            null!,
            new() { AdvertId = 0 },
            new() { AdvertId = 1, Dates = [] },
            new() { AdvertId = 1, Dates = [Day], Interval = new MediaInterval { Begin = Day, End = Day } },
            new() { AdvertId = 1, Interval = new MediaInterval { Begin = Day } },
            new() { AdvertId = 1, Interval = new MediaInterval { End = Day } },
            new() { AdvertId = 1, Interval = new MediaInterval { Begin = Day, End = Day.AddDays(-1) } },
        })
        {
            Assert.Equal("requests", Assert.Throws<ArgumentException>(() => host.Api.StreamStatisticsAsync([bad], Cancel)).ParamName);
        }

        Assert.Equal("statuses", Assert.Throws<ArgumentException>(() => host.Api.StreamCampaignsAsync([], cancellationToken: Cancel)).ParamName);
        Assert.Empty(host.Requests);
    }

    private static FakeHost<IAdvertMediaApi> Host(string json) => new(AdvertMediaJsonContext.Default, json);
}
