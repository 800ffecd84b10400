using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

public sealed class SuppliesAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supply_without_orders_has_no_type_yet()
    {
        using var host = new FakeSuppliesHost(
            """{"id":"WB-GI-1","done":false,"createdAt":"2026-11-28T07:56:29Z","closedAt":null,"name":"Утро","cargoType":0,"crossBorderType":null,"isB2b":null,"shippingDt":null,"shippingType":null,"spotAvailable":false}""");
        FbsSupply supply = await host.Api.GetSupplyAsync("WB-GI-1", Cancel);
        Assert.Equal(("WB-GI-1", false, null, null), (supply.Id, supply.IsDone, supply.ClosedAt, supply.ScannedAt));
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 7, 56, 29, TimeSpan.Zero), supply.CreatedAt);
        Assert.Equal((CargoType.None, null, null), (supply.CargoType, supply.CrossBorderType, supply.IsB2B));
        Assert.Equal((null, null, default), (supply.ShippingDate, supply.ShippingPointId, supply.ShippingType));
    }

    [Fact]
    public async Task A_supply_with_everything_is_read()
    {
        using var host = new FakeSuppliesHost(
            """{"id":"WB-GI-1","done":true,"closedAt":"2026-11-28T09:00:00Z","scanDt":"2026-11-28T12:00:00Z","cargoType":3,"crossBorderType":1,"isB2b":true,"isPickupPointShipmentAllowed":true,"destinationOfficeId":123,"recommendedWhId":123569,"shippingDt":"2026-11-29","shippingPointId":507,"shippingType":"transportCompany","waybillUuid":"5d1f","spotAvailable":true}""");
        FbsSupply supply = await host.Api.GetSupplyAsync("WB-GI-1", Cancel);
        Assert.Equal((true, CargoType.Large, CrossBorderType.CrossBorder, true), (supply.IsDone, supply.CargoType, supply.CrossBorderType, supply.IsPickupPointShipmentAllowed));
        Assert.Equal((123, 123_569, 507), (supply.DestinationOfficeId, supply.RecommendedWarehouseId, supply.ShippingPointId));
        Assert.Equal((new DateOnly(2026, 11, 29), ShippingType.TransportCompany, "5d1f", true), (supply.ShippingDate, supply.ShippingType, supply.WaybillId, supply.IsSpotAvailable));
    }

    [Fact]
    public async Task Shipping_parameters_without_success_were_not_set()
    {
        using var host = new FakeSuppliesHost(
            """{"results":[{"supplyId":"WB-GI-1","success":true},{"supplyId":"WB-GI-2","error":{"code":409,"detail":"no such point"}},{"supplyId":"WB-GI-3"}]}""");
        ShippingMethod method = new() { SupplyId = "WB-GI-1", Date = new DateOnly(2026, 11, 29), ShippingPointId = 1, Type = ShippingType.SelfShipping };
        ShippingMethodsResponse answer = await host.Api.SetShippingMethodsAsync(new ShippingMethodsRequest { Supplies = [method] }, Cancel);
        Assert.Equal([true, false, false], answer.Results.Select(result => result.IsSuccess));
        Assert.Equal((409, "no such point"), (answer.Results[1].Error!.Code, answer.Results[1].Error!.Detail));
    }

    [Fact]
    public async Task SPOT_data_come_with_their_state_or_an_error()
    {
        using var host = new FakeSuppliesHost(
            """{"supplies":[{"id":"WB-GI-1","spot":{"status":"failed","carrierName":"Ала-Тоо","errorCode":"doppFailed"}},{"id":"WB-GI-2","error":{"title":"NotFound","detail":"none"}},{"id":"WB-GI-3","spot":{"status":"pending"}}]}""");
        SpotResponse answer = await host.Api.GetSpotAsync(new SpotRequest { SupplyIds = ["WB-GI-1"] }, Cancel);
        Assert.Equal((SpotStatus.Failed, SpotErrorCode.DoppFailed, "Ала-Тоо"), (answer.Supplies[0].Spot!.Status, answer.Supplies[0].Spot!.ErrorCode, answer.Supplies[0].Spot!.CarrierName));
        Assert.Equal((null, "NotFound"), (answer.Supplies[1].Spot, answer.Supplies[1].Error!.Title));
        Assert.Equal((SpotStatus.Pending, default), (answer.Supplies[2].Spot!.Status, answer.Supplies[2].Spot!.ErrorCode));
    }

    [Fact]
    public async Task A_pass_ends_at_the_time_that_WB_writes_with_a_space()
    {
        using var host = new FakeSuppliesHost("""[{"id":1,"dateEnd":"2022-07-31 17:53:13+00:00","officeId":15}]""");
        Pass pass = Assert.Single(await host.Api.GetPassesAsync(Cancel));
        Assert.Equal((1, 15, new DateTimeOffset(2022, 7, 31, 17, 53, 13, TimeSpan.Zero)), (pass.Id, pass.OfficeId, pass.EndsAt));
    }

    [Fact]
    public async Task A_shipping_point_of_a_kind_that_nobody_knows_yet_fails_nothing()
    {
        using var host = new FakeSuppliesHost(
            """{"shippingPoints":[{"id":507,"name":"Коледино","officeType":"sw","cargoTypes":[1,2,9],"latitude":55.39,"longitude":37.5,"fulfillment":false},{"id":"8","officeType":"drone"}]}""");
        IReadOnlyList<ShippingPoint> points = (await host.Api.GetShippingPointsAsync("Подольск", CargoType.Small, Cancel)).ShippingPoints;
        Assert.Equal((507, ShippingPointKind.Warehouse, 55.39m), (points[0].Id, points[0].Kind, points[0].Latitude));
        Assert.Equal([CargoType.Small, CargoType.Oversized, CargoType.From(9)], points[0].CargoTypes);
        Assert.Equal((8, ShippingPointKind.From("drone")), (points[1].Id, points[1].Kind));
        Assert.Empty(points[1].CargoTypes);
    }
}
