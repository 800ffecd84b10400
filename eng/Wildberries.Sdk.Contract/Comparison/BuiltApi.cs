using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>The SDK as the comparison sees it.</summary>
internal static class BuiltApi
{
    private const string WholesaleStatuses = "200 and 208 have bodies of different kinds; one type reads both";

    private const string DestinationsOfAnswers = "one type names where products go back to; the request takes two of them, and says so when it is made";

    private const string OldReports = "WB's list of values lacks it, the text beside the list and old reports have it";
    private const string StockNeedsBoth = "a row without it is answered with success and changes nothing";
    private const string GroupsOrGroup = "an object in this document, a list of such objects in an older one: reads both";

    private const string Extension = "an extension is dialled, not counted with: its zeros matter, and where there is none WB sends an empty text";
    private const string UnusedDay = "WB says that it does not use it";
    private const string RefusedWithout = "WB refuses the request without it";
    private const string EmptyDeletes = "an empty list deletes or takes off: the caller has to say so";
    private const string RecommendationStatuses = "200 and 208 have bodies of different kinds; one type reads both";
    private const string LeadingZeros = "a code is looked for by its first digits, and may begin with zeros";
    private const string FewerLanguages = "one type names the languages of all methods; this one knows fewer";
    private const string MergedSchemas = "WB merges an object with what the data is; its example has the latter";
    private const string Millimetres = "numbers of millimetres; the parameter itself says which WB takes, and refuses others";
    private const string Joined = "several values in one text, with commas between them";
    private const string NamelessNumbers = "WB does not say what the numbers mean";
    private const string NothingWithout = "WB's document requires no member of the request, which says nothing without it";

    /// <summary>
    /// What a body is read into where the method gives the answer unread, or where another status has another body; by
    /// operation and status.
    /// </summary>
    public static IReadOnlyDictionary<string, Type> AnswerModels { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["BuyerChat.Download 202"] = typeof(DownloadPending),
        ["Documents.GetFile 200"] = typeof(DocumentFileResponse),
        ["Documents.GetPackedFiles 200"] = typeof(DocumentFileResponse),
    };

    /// <summary>
    /// Differences that are meant, each with its reason. An entry that no longer stands for a difference is itself a difference.
    /// </summary>
    public static IReadOnlyDictionary<string, string> KnownDifferences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Advert.CreateCampaign: body: placement_types[]: the value \"combined\" is in Placement, not in WB's document"] =
            "one type names the placements of campaigns and of bids; a campaign is not made with a combined placement",
        ["AdvertMedia.GetCampaignCounts: answer: adverts: object in WB's document, IReadOnlyList<MediaCampaignGroup> in C#"] = GroupsOrGroup,
        ["FbsOrders.ChangeAutoReturnItems: body: type: the value \"auto\" is in AutoReturnDestination, not in WB's document"] = DestinationsOfAnswers,
        ["FbsOrders.ChangeAutoReturnItems: body: type: the value \"byCourier\" is in AutoReturnDestination, not in WB's document"] = DestinationsOfAnswers,
        ["Finance.GetSalesReports: answer: [].reportType: the value \"3\" is in SalesReportType, not in WB's document"] = OldReports,
        ["Finance.GetSalesReportRows: answer: [].reportType: the value \"3\" is in SalesReportType, not in WB's document"] = OldReports,
        ["Finance.GetSalesReportRowsByPeriod: answer: [].reportType: the value \"3\" is in SalesReportType, not in WB's document"] = OldReports,
        ["Common.GetTariffConstructorOptions: parameter locale (query): the value \"zh\" is in Locale, not in WB's document"] =
            "one type names the languages of all methods; the commissions know Chinese, the tariff constructor does not",
        ["DbsOrders.GetBuyers: answer: orders[].phoneCode: integer in WB's document, String in C#"] = Extension,
        ["DbsOrders.GetDeliveryDates: answer: orders[].dDateFrom: in WB's document, not in DeliveryDate"] = UnusedDay,
        ["DbsOrders.GetDeliveryDates: answer: orders[].dDateTo: in WB's document, not in DeliveryDate"] = UnusedDay,
        ["DbsOrders.ReceiveOrders: body: orders[].orderId: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["DbsOrders.ReceiveOrders: body: orders[].code: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["DbsOrders.RejectOrders: body: orders[].orderId: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["DbsOrders.RejectOrders: body: orders[].code: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["PickupOrders.GetBuyers: answer: orders[].phoneCode: integer in WB's document, String in C#"] = Extension,
        ["PickupOrders.CheckPickupCode: body: orderCode: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["PickupOrders.CheckPickupCode: body: passcode: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: status: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: title: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: detail: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: requestId: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 200: origin: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 208: id: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 208: alreadyExists: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["DiscountsPrices.UploadWholesaleDiscounts: answer 208: results: in WholesaleUploadResponse, not in WB's document"] = WholesaleStatuses,
        ["Cards.AddCards: body: cardsToAdd[].documents.items[].type: a list of values in WB's document (1, 2, 3, 4, 5, 7, 8, 9), Int32 in C#"] = NamelessNumbers,
        ["Cards.CreateCards: body: [].variants[].documents.items[].type: a list of values in WB's document (1, 2, 3, 4, 5, 7, 8, 9), Int32 in C#"] = NamelessNumbers,
        ["Cards.UpdateCards: body: [].documents.items[].type: a list of values in WB's document (1, 2, 3, 4, 5, 7, 8, 9), Int32 in C#"] = NamelessNumbers,
        ["Cards.GetCards: answer: cards[].documents.items[].type: a list of values in WB's document (1, 2, 3, 4, 5, 7, 8, 9), Int32 in C#"] = NamelessNumbers,
        ["Cards.GetCards: answer: cards[].documents.items[].verdict.status: a list of values in WB's document (1, 2), Int32 in C#"] = NamelessNumbers,
        ["Cards.GetCards: answer: cards[].documents.overallVerdict.status: a list of values in WB's document (1, 2), Int32 in C#"] = NamelessNumbers,
        ["Cards.AddCards: body: imtID: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.AddCards: body: cardsToAdd: optional in WB's document, required in C#"] = RefusedWithout,
        ["Cards.GenerateBarcodes: body: count: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.UploadMediaFile: parameter X-Nm-Id (header): string in WB's document, Int64 in C#"] = "a number, as everywhere else",
        ["Cards.UploadMediaFile: parameter uploadfile (form): optional in WB's document, required in C#"] = RefusedWithout,
        ["Cards.ReplaceMedia: body: nmId: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.ReplaceMedia: body: data: optional in WB's document, required in C#"] = EmptyDeletes,
        ["Cards.GetTags: answer: data: object in WB's document, IReadOnlyList<Tag> in C#"] = "an array in the example, and at WB",
        ["Cards.CreateTag: body: name: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.CreateTag: body: color: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.UpdateTag: body: name: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.UpdateTag: body: color: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.SetTags: body: nmID: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.SetTags: body: tagsIDs: optional in WB's document, required in C#"] = EmptyDeletes,
        ["Cards.SetRecommendations: body: recList[].nmId: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.SetRecommendations: body: recList[].recommendations: optional in WB's document, required in C#"] = EmptyDeletes,
        ["Cards.SetRecommendations: body: recList[].recommendations[].recomNm: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Cards.SetRecommendations: answer 200: title: in SetRecommendationsResponse, not in WB's document"] = RecommendationStatuses,
        ["Cards.SetRecommendations: answer 200: detail: in SetRecommendationsResponse, not in WB's document"] = RecommendationStatuses,
        ["Cards.SetRecommendations: answer 200: requestId: in SetRecommendationsResponse, not in WB's document"] = RecommendationStatuses,
        ["Cards.SetRecommendations: answer 200: origin: in SetRecommendationsResponse, not in WB's document"] = RecommendationStatuses,
        ["Cards.SetRecommendations: answer 208: isError: in SetRecommendationsResponse, not in WB's document"] = RecommendationStatuses,
        ["Cards.SetRecommendations: answer 208: errors: in SetRecommendationsResponse, not in WB's document"] = RecommendationStatuses,
        ["Directories.GetOkpd2Codes: parameter search (query): number in WB's document, String in C#"] = LeadingZeros,
        ["Directories.GetSubjectTnvedCodes: parameter search (query): integer in WB's document, String in C#"] = LeadingZeros,
        ["Directories.GetTnvedCodes: parameter search (query): integer in WB's document, String in C#"] = LeadingZeros,
        ["Directories.GetOkpd2Codes: parameter locale (query): the value \"en\" is in Locale, not in WB's document"] = FewerLanguages,
        ["Directories.GetOkpd2Codes: parameter locale (query): the value \"zh\" is in Locale, not in WB's document"] = FewerLanguages,
        ["Directories.GetSubjectOkpd2Codes: parameter locale (query): the value \"en\" is in Locale, not in WB's document"] = FewerLanguages,
        ["Directories.GetSubjectOkpd2Codes: parameter locale (query): the value \"zh\" is in Locale, not in WB's document"] = FewerLanguages,
        ["Directories.GetTnvedCodes: parameter locale (query): the value \"zh\" is in Locale, not in WB's document"] = FewerLanguages,
        ["Documents.GetPackedFiles: body: params: optional in WB's document, required in C#"] = RefusedWithout,
        ["Documents.GetPackedFiles: body: params[].serviceName: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Documents.GetPackedFiles: body: params[].extension: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["FbwSupplies.GetAcceptanceOptions: body: [].barcode: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["FbwSupplies.GetAcceptanceOptions: body: [].quantity: optional in WB's document, neither nullable nor a collection in C#"] = NothingWithout,
        ["FbwSupplies.GetDiscrepancies: parameter supplyId (path): string in WB's document, Int64 in C#"] = "a number, as everywhere else; the document says so beside the type",
        ["Feedbacks.CreatePins: answer: data: object in WB's document, IReadOnlyList<PinResult> in C#"] = MergedSchemas,
        ["Feedbacks.DeletePins: answer: data: object in WB's document, IReadOnlyList<Int64> in C#"] = MergedSchemas,
        ["Feedbacks.GetPinCount: answer: data: object in WB's document, Int32? in C#"] = MergedSchemas,
        ["Feedbacks.GetPins: answer: data: object in WB's document, IReadOnlyList<Pin> in C#"] = MergedSchemas,
        ["Feedbacks.GetPinCount: parameter feedbackId (query): integer in WB's document, String in C#"] = "the ids of reviews are texts everywhere else",
        ["Feedbacks.GetPins: parameter feedbackId (query): integer in WB's document, String in C#"] = "the ids of reviews are texts everywhere else",
        ["Feedbacks.RequestReturn: body: feedbackId: optional in WB's document, neither nullable nor a collection in C#"] = RefusedWithout,
        ["Feedbacks.GetArchivedFeedbacks: answer: data.feedbacks[].matchingSize: the value \"ок\" is named in WB's description, not in SizeFit"] = "written with Cyrillic letters there; both are read as the Latin one",
        ["Feedbacks.GetFeedback: answer: data.matchingSize: the value \"ок\" is named in WB's description, not in SizeFit"] = "written with Cyrillic letters there; both are read as the Latin one",
        ["Feedbacks.GetFeedbacks: answer: data.feedbacks[].matchingSize: the value \"ок\" is named in WB's description, not in SizeFit"] = "written with Cyrillic letters there; both are read as the Latin one",
        ["DbwOrders.GetStickers: body: orders: optional in WB's document, required in C#"] = "there are no stickers of no orders",
        ["Warehouses.SetContacts: body: contacts: optional in WB's document, required in C#"] = "contacts that are left out would be deleted: the caller has to say so",
        ["Warehouses.UpdateStocks: body: stocks[].chrtId: optional in WB's document, neither nullable nor a collection in C#"] = StockNeedsBoth,
        ["Warehouses.UpdateStocks: body: stocks[].amount: optional in WB's document, neither nullable nor a collection in C#"] = StockNeedsBoth,
        ["DbwOrders.GetStickers: parameter width (query): a list of values in WB's document (58, 40), Int32 in C#"] = Millimetres,
        ["DbwOrders.GetStickers: parameter height (query): a list of values in WB's document (40, 30), Int32 in C#"] = Millimetres,
        ["FbsOrders.GetStickers: parameter width (query): a list of values in WB's document (58, 40), Int32 in C#"] = Millimetres,
        ["FbsOrders.GetStickers: parameter height (query): a list of values in WB's document (40, 30), Int32 in C#"] = Millimetres,
        ["Advert.GetCampaigns: parameter statuses (query): a list of values in WB's description (-1, 4, 7, 8, 9, 11), String in C#"] = Joined,
        ["AdvertMedia.GetCampaigns: parameter status (query): a list of values in WB's description (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), String in C#"] = Joined,
        ["AdvertMedia.GetCampaign: answer: items[].additionalSettings: a list of values in WB's description (1, 2, 3), Int32 in C#"] =
            "two lists in one: what a number means depends on whether the banner is a letter or for a social network",
    };

    public static OperationComparer Comparer(WbDocuments documents) => new(documents, WildberriesOperations.All, AnswerModels);
}
