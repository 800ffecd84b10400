using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(AdvertJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(AdvertJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(CampaignLists))]
[JsonSerializable(typeof(CampaignsResponse))]
[JsonSerializable(typeof(MinimumBidsRequest))]
[JsonSerializable(typeof(MinimumBidsResponse))]
[JsonSerializable(typeof(CreateCampaignRequest))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(IReadOnlyList<AdvertSubject>))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(IReadOnlyList<AvailableProduct>))]
[JsonSerializable(typeof(RenameCampaignRequest))]
[JsonSerializable(typeof(PlacementsRequest))]
[JsonSerializable(typeof(BidsRequest))]
[JsonSerializable(typeof(BidsResponse))]
[JsonSerializable(typeof(ProductsRequest))]
[JsonSerializable(typeof(ProductsResponse))]
[JsonSerializable(typeof(BidRecommendations))]
[JsonSerializable(typeof(AdvertConfig))]
[JsonSerializable(typeof(DailyLimitsResponse))]
[JsonSerializable(typeof(SetDailyLimitsRequest))]
[JsonSerializable(typeof(SetDailyLimitsResponse))]
[JsonSerializable(typeof(AdvertBalance))]
[JsonSerializable(typeof(BudgetsRequest))]
[JsonSerializable(typeof(BudgetsResponse))]
[JsonSerializable(typeof(DepositRequest))]
[JsonSerializable(typeof(DepositResponse))]
[JsonSerializable(typeof(IReadOnlyList<CampaignExpense>))]
[JsonSerializable(typeof(IReadOnlyList<AccountPayment>))]
[JsonSerializable(typeof(CampaignProductsRequest))]
[JsonSerializable(typeof(SearchClustersRequest))]
[JsonSerializable(typeof(SearchClustersResponse))]
[JsonSerializable(typeof(SearchClusterBidsResponse))]
[JsonSerializable(typeof(SetSearchClusterBidsRequest))]
[JsonSerializable(typeof(SetSearchClusterBidsResponse))]
[JsonSerializable(typeof(SetSearchClusterBidsInBaseUnitsRequest))]
[JsonSerializable(typeof(DeleteSearchClusterBidsRequest))]
[JsonSerializable(typeof(MinusPhrasesResponse))]
[JsonSerializable(typeof(SetMinusPhrasesRequest))]
[JsonSerializable(typeof(SearchClusterStatisticsRequest))]
[JsonSerializable(typeof(SearchClusterStatisticsResponse))]
[JsonSerializable(typeof(SearchClusterDailyStatisticsRequest))]
[JsonSerializable(typeof(SearchClusterDailyStatisticsResponse))]
[JsonSerializable(typeof(IReadOnlyList<CampaignStatistics>))]
public sealed partial class AdvertJsonContext : JsonSerializerContext;
