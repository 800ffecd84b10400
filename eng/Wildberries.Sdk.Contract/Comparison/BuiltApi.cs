using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>The SDK as the comparison sees it.</summary>
internal static class BuiltApi
{
    private const string WholesaleStatuses = "200 and 208 have bodies of different kinds; one type reads both";

    private const string OldReports = "WB's list of values lacks it, the text beside the list and old reports have it";
    private const string GroupsOrGroup = "an object in this document, a list of such objects in an older one: reads both";

    /// <summary>
    /// What a body is read into where the method gives the answer unread, or where another status has another body; by
    /// operation and status.
    /// </summary>
    public static IReadOnlyDictionary<string, Type> AnswerModels { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["BuyerChat.Download 202"] = typeof(DownloadPending),
    };

    /// <summary>
    /// Differences that are meant, each with its reason. An entry that no longer stands for a difference is itself a difference.
    /// </summary>
    public static IReadOnlyDictionary<string, string> KnownDifferences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Advert.CreateCampaign: body: placement_types[]: the value \"combined\" is in Placement, not in WB's document"] =
            "one type names the placements of campaigns and of bids; a campaign is not made with a combined placement",
        ["AdvertMedia.GetCampaignCounts: answer: adverts: object in WB's document, IReadOnlyList<MediaCampaignGroup> in C#"] = GroupsOrGroup,
        ["Finance.GetSalesReports: answer: [].reportType: the value \"3\" is in SalesReportType, not in WB's document"] = OldReports,
        ["Finance.GetSalesReportRows: answer: [].reportType: the value \"3\" is in SalesReportType, not in WB's document"] = OldReports,
        ["Finance.GetSalesReportRowsByPeriod: answer: [].reportType: the value \"3\" is in SalesReportType, not in WB's document"] = OldReports,
        ["Common.GetTariffConstructorOptions: parameter locale (query): the value \"zh\" is in Locale, not in WB's document"] =
            "one type names the languages of all methods; the commissions know Chinese, the tariff constructor does not",
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: status: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: title: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: detail: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: requestId: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: origin: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 208: id: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 208: alreadyExists: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 208: results: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
    };

    public static OperationComparer Comparer(WbDocuments documents) => new(documents, WildberriesOperations.All, AnswerModels);
}
