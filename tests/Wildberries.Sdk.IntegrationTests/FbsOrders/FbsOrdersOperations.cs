using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.FbsOrders;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class FbsOrdersOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IFbsOrdersApi api, EmulatedOrders orders)
    {
        orders.MarkingCheckTime = TimeSpan.Zero;
        orders.TrackNumberTime = TimeSpan.Zero;
        EmulatedOrder order = orders.BuyerOrders(new EmulatedPurchase
        {
            NmId = 168902447,
            OptionalMarking =
            [
                MarkingCodeKind.Sgtin, MarkingCodeKind.Uin, MarkingCodeKind.Imei, MarkingCodeKind.Gtin, MarkingCodeKind.CustomsDeclaration, MarkingCodeKind.Expiration,
            ],
        });
        EmulatedOrder abroad = orders.BuyerOrders(new EmulatedPurchase { NmId = 1, IsCrossBorder = true });
        EmulatedOrder unwanted = orders.BuyerOrders(new EmulatedPurchase { NmId = 1 });
        FbsOrderIdsRequest one = new() { OrderIds = [order.Id] }, other = new() { OrderIds = [abroad.Id] };

        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        Assert.Equal(6, (await api.GetNewOrdersAsync(Cancel)).Orders.Single(found => found.Id == order.Id).OptionalMarkings.Count);
        Assert.Contains((await api.GetOrdersAsync(1_000, 0, cancellationToken: Cancel)).Orders, found => found.Rid == order.Rid);
        Assert.Empty((await api.GetArchivedOrdersAsync(2025, 1, 0, 100, Cancel)).Orders);
        await api.CancelOrderAsync(unwanted.Id, Cancel);
        Assert.Equal(SupplierStatus.Cancel, (await api.GetOrderStatusesAsync(new FbsOrderIdsRequest { OrderIds = [unwanted.Id] }, Cancel)).Orders.Single().SupplierStatus);
        Assert.NotEmpty((await api.GetTrackingsAsync(other, Cancel)).Orders.Single().Steps);
        Assert.Equal("Андреев", (await api.GetBuyersAsync(other, Cancel)).Orders.Single().LastName);

        Move(orders, order.Id, SupplierStatus.Confirm);
        await api.SetSgtinsAsync(order.Id, new SetSgtinsRequest { Sgtins = ["0104600266011725215Qbag!\u001d93Zjqw1"] }, Cancel);
        await api.SetUinAsync(order.Id, new SetUinRequest { Uin = "1234567890123456" }, Cancel);
        await api.SetImeiAsync(order.Id, new SetImeiRequest { Imei = "490154203237518" }, Cancel);
        await api.SetGtinAsync(order.Id, new SetGtinRequest { Gtin = "4600266011725" }, Cancel);
        await api.SetExpirationAsync(order.Id, new SetExpirationRequest { Expiration = DateOnly.FromDateTime(orders.Now.UtcDateTime).AddDays(90) }, Cancel);
        await api.SetCustomsDeclarationAsync(order.Id, new SetCustomsDeclarationRequest { CustomsDeclaration = "10704010/010624/0000302" }, Cancel);
        await api.DeleteMarkingAsync(order.Id, MarkingCodeKind.Gtin, Cancel);
        Assert.Equal(
            [
                MarkingDecision.SgtinIntroduced, MarkingDecision.UinMaySell, MarkingDecision.ImeiMaySell, MarkingDecision.Optional, MarkingDecision.Filled, MarkingDecision.Filled,
            ],
            (await api.GetMarkingsAsync(one, Cancel)).Orders.Single().Details.Select(detail => detail.Decision));
        Assert.NotEmpty((await api.GetStickersAsync(StickerFormat.Svg, 58, 40, one, Cancel)).Stickers.Single().File!);
        Move(orders, abroad.Id, SupplierStatus.Confirm);
        Assert.Equal(CrossBorderStickerStatus.Ready, (await api.GetCrossBorderStickersAsync(other, Cancel)).Stickers.Single().Status);
        Move(orders, order.Id, SupplierStatus.Complete);
        orders.RequireReshipment(order.Id);
        Assert.Equal(order.Id, (await api.GetReshipmentOrdersAsync(Cancel)).Orders.Single().OrderId);
    }

    /// <summary>Those that only personal tokens may call.</summary>
    public static async Task CallAutoReturnsAsync(IFbsOrdersApi api)
    {
        Assert.Equal(AutoReturnMode.AllToWarehouse, (await api.GetAutoReturnSettingsAsync(Cancel)).Mode);
        await api.SetAutoReturnSettingsAsync(new AutoReturnSettings { Mode = AutoReturnMode.Manual }, Cancel);
        AutoReturnChangesResponse changes =
            await api.ChangeAutoReturnItemsAsync(new ChangeAutoReturnsRequest { ChrtIds = [15], Destination = AutoReturnDestination.PickupPoint }, Cancel);
        Assert.True(changes.Items.Single().Success);
        Assert.Equal(AutoReturnDestination.PickupPoint, (await api.GetAutoReturnItemsAsync(new AutoReturnItemsRequest { ChrtIds = [15] }, Cancel)).Items.Single().Destination);
        Assert.NotEmpty((await api.GetRestrictedSubjectsAsync(0, 100, Cancel)).Subjects);
    }

    private static void Move(EmulatedOrders orders, long id, SupplierStatus to) =>
        Assert.True(orders.Locked(() => orders.TryMove(orders.Get(id, EmulatedOrderKind.Fbs)!, to)));
}
