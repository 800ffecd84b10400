using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>
/// A small morning with everything in it: two warehouses, codes that are good, refused and missing, an order that a buyer has cancelled, shipping
/// parameters, a box. And what must hold at its end, whatever happened on the way.
/// </summary>
internal sealed class Morning
{
    public const string Name = "утро";

    public static readonly SupplyShipping Shipping = new() { City = "Подольск", ShippingPointId = 507, Date = new DateOnly(2026, 11, 29) };

    /// <summary>A pickup point, which takes supplies in boxes.</summary>
    public static readonly SupplyShipping PickupPoint = Shipping with { ShippingPointId = 508 };

    public static readonly HandOverOptions Options = new()
    {
        Shipping = supply => supply.WarehouseId == 1 ? PickupPoint : null,
        BoxCount = supply => supply.WarehouseId == 1 ? 1 : 0,
        MaxWait = null,
    };

    private static readonly string[] Good = ["0104600000000011215A", "0104600000000011215B"];

    private const string Refused = "0104600000000011215X";

    public Morning()
    {
        Clock = new JumpingTimeProvider();
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 6, 0, 0, TimeSpan.Zero));
        Market = new FakeMarketplace(Clock) { NeedsShipping = false };
        Store = new KillingStore(Inner);
        Market.Verdicts[Refused] = MarkingDecision.SgtinNotFound;
        Market.Add(new FakeOrder { Id = 1 });
        Market.Add(new FakeOrder { Id = 2, Required = [MarkingCodeKind.Sgtin] });
        Market.Add(new FakeOrder { Id = 3, Required = [MarkingCodeKind.Sgtin] });
        Market.Add(new FakeOrder { Id = 4, Required = [MarkingCodeKind.Sgtin] });
        Market.Add(new FakeOrder { Id = 5, WbStatus = WbStatus.DeclinedByClient });
        Market.Add(new FakeOrder { Id = 6, WarehouseId = 2, CargoType = CargoType.Large });
        Market.Add(new FakeOrder { Id = 7, WarehouseId = 2, CargoType = CargoType.Large });
        Market.AddSupply("a supply of another day");
        Orders =
        [
            Market.Orders[1].Described(),
            Market.Orders[6].Described(),
            Market.Orders[2].Described(OrderMarkingCodes.Sgtins(2, Good)),
            Market.Orders[3].Described(OrderMarkingCodes.Sgtins(3, Refused)),
            Market.Orders[4].Described(),
            Market.Orders[5].Described(),
            Market.Orders[7].Described(),
        ];
    }

    public JumpingTimeProvider Clock { get; }

    public FakeMarketplace Market { get; }

    public InMemoryStateStore Inner { get; } = new();

    public KillingStore Store { get; }

    public IReadOnlyList<HandOverOrder> Orders { get; }

    /// <summary>A helper of its own for each process; what one knew and did not store is gone.</summary>
    public FbsHandOver Process(HandOverOptions? options = null) => new(Market, Market, Store, "seller", options ?? Options, Clock);

    /// <summary>Works until it is done: after each death begins another process.</summary>
    public async Task<HandOverResult> WorkAsync(CancellationToken cancellationToken)
    {
        for (int deaths = 0; deaths < 50; deaths++)
        {
            try
            {
                return await Process().ResumeAsync(Name, cancellationToken: cancellationToken)
                    ?? await Process().HandOverAsync(Name, Orders, cancellationToken: cancellationToken);
            }
            catch (ProcessKilledException)
            {
                // The next one goes on.
            }
        }

        throw new InvalidOperationException("It does not get on.");
    }

    /// <summary>What must hold at the end: every order where it belongs, once, nothing made twice, every word true.</summary>
    public void AssertDone(HandOverResult result)
    {
        Assert.Equal(
            [
                (1, HandOverOutcome.HandedOver), (6, HandOverOutcome.HandedOver), (2, HandOverOutcome.HandedOver), (3, HandOverOutcome.SetAside), (4, HandOverOutcome.Refused),
                (5, HandOverOutcome.Cancelled), (7, HandOverOutcome.HandedOver),
            ],
            result.Rows.Select(row => (row.OrderId, row.Outcome)));
        Assert.True(result.IsComplete);
        Assert.Equal("sgtin: WB found sgtinNotFound", result.SetAside[0].Reason);
        Assert.Equal("sgtin: WB requires one, and none is given", result.Refused[0].Reason);

        // The supply of another day, one for each warehouse, and one for what was set aside.
        Assert.Equal(4, Market.Supplies.Count);
        foreach (HandOverRow row in result.Rows)
            Assert.Equal(Market.Orders[row.OrderId].SupplyId, row.SupplyId);
        Assert.Null(Market.Orders[4].SupplyId);
        Assert.Equal(Market.Orders[1].SupplyId, Market.Orders[2].SupplyId);
        Assert.Equal(Market.Orders[6].SupplyId, Market.Orders[7].SupplyId);
        FakeSupply first = Market.Supplies[Market.Orders[1].SupplyId!], second = Market.Supplies[Market.Orders[6].SupplyId!], aside = Market.Supplies[Market.Orders[3].SupplyId!];
        Assert.Equal((true, true, false), (first.IsDone, second.IsDone, aside.IsDone));
        Assert.Single(first.Boxes);
        Assert.Empty(second.Boxes);
        Assert.Equal((508, null), (first.Shipping?.ShippingPointId, second.Shipping?.ShippingPointId));
        Assert.Equal(Good, Market.Orders[2].Codes[MarkingCodeKind.Sgtin].Codes);
        Assert.All([1, 2, 6, 7], id => Assert.Equal(SupplierStatus.Complete, Market.Orders[id].SupplierStatus));
        Assert.Equal(
            [HandOverSupplyStatus.HandedOver, HandOverSupplyStatus.HandedOver, HandOverSupplyStatus.Open], result.Supplies.OrderBy(supply => supply.IsSetAside).Select(supply => supply.Status));
        Assert.Equal(first.Boxes, result.Supplies.Single(supply => supply.SupplyId == first.Id).BoxIds);
    }
}
