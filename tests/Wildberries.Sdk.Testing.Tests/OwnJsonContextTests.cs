using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.AdvertMedia;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.Testing.Tests;

/// <summary>
/// What a user does who keeps WB's answers: this project sees only what is public, and a warning of the source generator fails its build.
/// </summary>
public sealed class OwnJsonContextTests
{
    private const string Row = """
        {"reportId":5,"dateFrom":"2026-03-16","createDate":"2026-03-23T00:00:00","rrdId":"7","forPay":"376.99","retailAmount":"1 039,5","quantity":2,
         "currency":"RUB","reportType":1,"orderDt":"2026-03-17T10:20:30+03:00","documentType":"Продажа","newAtWb":{"a":1}}
        """;

    private static readonly JsonSerializerOptions Options = new(FinanceJsonContext.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(FinanceJsonContext.Default, StoredJsonContext.Default),
    };

    [Fact]
    public void A_context_that_goes_on_from_the_SDKs_reads_what_the_SDK_reads()
    {
        SalesReportRow expected = JsonSerializer.Deserialize(Row, FinanceJsonContext.Default.SalesReportRow)!;
        var stored = (Stored<SalesReportRow>)JsonSerializer.Deserialize($$"""{"at":"2026-03-24T00:00:00Z","what":{{Row}}}""", Options.GetTypeInfo(typeof(Stored<SalesReportRow>)))!;
        Assert.Equal(expected, stored.What);
        Assert.Equal((7, 376.99m, 1039.5m, "Продажа"), (stored.What!.RrdId, stored.What.ForPay, stored.What.RetailAmount, stored.What.DocumentType));
        Assert.Equal(new DateOnly(2026, 3, 23), stored.What.CreatedOn);
        Assert.Equal(1, stored.What.AdditionalProperties!["newAtWb"].GetProperty("a").GetInt32());
    }

    [Fact]
    public void What_is_written_is_read_again_with_all_that_WB_added()
    {
        JsonTypeInfo type = Options.GetTypeInfo(typeof(Stored<SalesReportRow>));
        var row = (SalesReportRow)JsonSerializer.Deserialize(Row, Options.GetTypeInfo(typeof(SalesReportRow)))!;
        string written = JsonSerializer.Serialize(new Stored<SalesReportRow> { What = row }, type);
        var again = (Stored<SalesReportRow>)JsonSerializer.Deserialize(written, type)!;
        Assert.Equal(row, again.What);
        Assert.Equal(["newAtWb"], again.What!.AdditionalProperties!.Keys);
    }

    [Fact]
    public void A_context_of_ones_own_alone_reads_money_days_and_values_that_WB_may_add_to()
    {
        var row = JsonSerializer.Deserialize("""{"dateFrom":"2026-03-16","rrdId":7,"forPay":"376.99","reportType":9}""", StoredJsonContext.Default.SalesReportRow)!;
        Assert.Equal((7, 376.99m, new DateOnly(2026, 3, 16), SalesReportType.From(9)), (row.RrdId, row.ForPay, row.DateFrom, row.ReportType));
        Chat chat = JsonSerializer.Deserialize("""{"chatID":"1:a","mood":"good"}""", StoredJsonContext.Default.Chat)!;
        Assert.Equal("good", chat.AdditionalProperties!["mood"].GetString());
    }
}

/// <summary>What a user might wrap a row in.</summary>
public sealed record Stored<T>
{
    [JsonPropertyName("at")]
    public DateTimeOffset At { get; init; }

    [JsonPropertyName("what")]
    public T? What { get; init; }
}

[JsonSerializable(typeof(Stored<SalesReportRow>))]
[JsonSerializable(typeof(SalesReport))]
[JsonSerializable(typeof(AcquiringReportRow))]
[JsonSerializable(typeof(SellerBalance))]
[JsonSerializable(typeof(CampaignsResponse))]
[JsonSerializable(typeof(CampaignStatistics))]
[JsonSerializable(typeof(AccountPayment))]
[JsonSerializable(typeof(CampaignExpense))]
[JsonSerializable(typeof(MediaCampaign))]
[JsonSerializable(typeof(MediaCampaignCounts))]
[JsonSerializable(typeof(MediaStatistics))]
[JsonSerializable(typeof(Chat))]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(NewsItem))]
[JsonSerializable(typeof(CommissionsResponse))]
[JsonSerializable(typeof(AcceptanceCoefficient))]
[JsonSerializable(typeof(TariffsResponse<BoxTariffs>))]
[JsonSerializable(typeof(TariffsResponse<ReturnTariffs>))]
[JsonSerializable(typeof(ProductPrices))]
[JsonSerializable(typeof(GoodsSizesResponse))]
[JsonSerializable(typeof(UploadStateResponse))]
[JsonSerializable(typeof(PromotionDetails))]
[JsonSerializable(typeof(PromoCalendarResponse<PromotionProductList>))]
[JsonSerializable(typeof(SellerUser))]
[JsonSerializable(typeof(InvitationResponse))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
