using Wildberries.Sdk.Common;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Common;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class CommonOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(ICommonApi common, WildberriesEmulator emulator, EmulatedNewsItem news)
    {
        PingResponse ping = await common.PingAsync(Cancel);
        Assert.Equal("OK", ping.Status);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Assert.InRange(ping.Timestamp!.Value, now.AddMinutes(-5), now.AddMinutes(5));

        NewsItem item = Assert.Single((await common.GetNewsAsync(fromId: news.Id, cancellationToken: Cancel)).Data);
        Assert.Equal((news.Id, news.Header, news.Content), (item.Id, item.Header, item.Content));
        Assert.Equal(new NewsTag { Id = 12, Name = "Логистика" }, Assert.Single(item.Types));

        SellerInfo seller = await common.GetSellerInfoAsync(Cancel);
        Assert.Equal(
            (emulator.Seller.Name, emulator.Seller.Id, emulator.Seller.Tin, emulator.Seller.TradeMark),
            (seller.Name, seller.Sid, seller.Tin, seller.TradeMark));

        JamSubscription jam = (await common.GetJamSubscriptionAsync(Cancel))!;
        Assert.Equal(
            (JamSubscriptionState.Active, JamActivationSource.Jam, JamLevel.Premium),
            (jam.State, jam.ActivationSource, jam.Level));
        Assert.Equal((emulator.Seller.Jam!.Since, emulator.Seller.Jam.Till), (jam.Since!.Value, jam.Till!.Value));
    }

    /// <summary>The emulator keeps no tariffs: each member has a value of its kind.</summary>
    public static async Task CallTariffsAsync(ICommonApi common)
    {
        TariffConstructorOptions options = await common.GetTariffConstructorOptionsAsync(cancellationToken: Cancel);
        Assert.Equal((1, 1.5m), (options.ActiveOptionCount, options.TotalCommissionRate));
        Assert.Equal("text", Assert.Single(Assert.Single(options.Packages).Options).Slug);
        Assert.Equal(TariffOptionStatus.Active, Assert.Single(options.Options).Status);
        Commission commission = Assert.Single((await common.GetCommissionsAsync(Locale.Chinese, Cancel)).Report);
        Assert.Equal((1, "text", 1.5m), (commission.SubjectId, commission.SubjectName, commission.MarketplacePercent));
        Assert.Equal(BoxType.Boxes, Assert.Single(await common.GetAcceptanceCoefficientsAsync([507], Cancel)).BoxTypeId);

        var day = new DateOnly(2026, 11, 24);
        Assert.Equal(1.5m, Assert.Single((await common.GetBoxTariffsAsync(day, Cancel)).Data!.Warehouses).DeliveryBase);
        Assert.Equal(1.5m, Assert.Single((await common.GetPalletTariffsAsync(day, Cancel)).Data!.Warehouses).Storage);
        Assert.Equal(1.5m, Assert.Single((await common.GetReturnTariffsAsync(day, Cancel)).Data!.Warehouses).OversizedOfficeBase);
    }
}
