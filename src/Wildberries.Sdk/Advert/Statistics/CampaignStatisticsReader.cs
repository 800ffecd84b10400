using System.Globalization;
using System.Text.RegularExpressions;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert;

/// <summary>Reads the statistics of campaigns for a period of any length, and tells WB's refusals that mean "there is nothing" from others.</summary>
internal sealed partial class CampaignStatisticsReader(IAdvertApi api, DateOnly from, DateOnly to, IProgress<long>? leftOut)
{
    // What WB says where it has no statistics: it is a refusal by its status only.
    private static readonly string[] Nothing = ["there are no companies with correct intervals", "there are no statistics for this advertising period"];

    /// <summary>Reads what WB has of a batch of campaigns, all parts of the period put together.</summary>
    public async Task<IReadOnlyList<CampaignStatistics>?> ReadAsync(long[] advertIds, CancellationToken cancellationToken)
    {
        List<long> asked = [.. advertIds];
        var parts = new Dictionary<long, List<CampaignStatistics>>();
        foreach ((DateOnly first, DateOnly last) in Periods.Split(from, to, AdvertLimits.MaxDays))
        {
            foreach (CampaignStatistics part in await ReadPartAsync(asked, first, last, cancellationToken).ConfigureAwait(false))
            {
                if (part is null)
                    continue;
                if (!parts.TryGetValue(part.AdvertId, out List<CampaignStatistics>? campaign))
                    parts[part.AdvertId] = campaign = [];
                campaign.Add(part);
            }
        }

        return [.. parts.Values.Select(CampaignStatisticsMerger.Merge)];
    }

    private async Task<IReadOnlyList<CampaignStatistics>> ReadPartAsync(
        List<long> asked, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        // Each round but the last takes an id out, so it ends.
        while (asked.Count > 0)
        {
            try
            {
                return await api.GetStatisticsAsync(Argument.Join(asked), first, last, cancellationToken).ConfigureAwait(false) ?? [];
            }
            catch (WildberriesBadRequestException exception) when (Array.Exists(Nothing, text => Says(exception, text)))
            {
                return [];
            }
            catch (WildberriesBadRequestException exception) when (leftOut is not null && WrongId(exception) is { } id && asked.Remove(id))
            {
                leftOut.Report(id);
            }
        }

        return [];
    }

    private static bool Says(WildberriesApiException exception, string text) =>
        Texts(exception).Any(said => said.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static long? WrongId(WildberriesApiException exception)
    {
        foreach (string text in Texts(exception))
        {
            if (InvalidId().Match(text) is { Success: true } match
                && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            {
                return id;
            }
        }

        return null;
    }

    private static IEnumerable<string> Texts(WildberriesApiException exception) =>
        new[] { exception.Detail, exception.Title, exception.Message }.OfType<string>().Concat(exception.Errors);

    [GeneratedRegex(@"invalid advert id:\s*(\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InvalidId();
}
