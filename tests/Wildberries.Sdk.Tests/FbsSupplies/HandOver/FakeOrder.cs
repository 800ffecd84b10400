using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>An order as <see cref="FakeMarketplace"/> has it.</summary>
internal sealed class FakeOrder
{
    public required long Id { get; init; }

    public long WarehouseId { get; init; } = 1;

    public CargoType CargoType { get; init; } = CargoType.Small;

    public CrossBorderType CrossBorderType { get; init; } = CrossBorderType.Local;

    public List<MarkingCodeKind> Required { get; init; } = [];

    public List<MarkingCodeKind> Optional { get; init; } = [];

    public SupplierStatus SupplierStatus { get; set; } = SupplierStatus.New;

    public WbStatus WbStatus { get; set; } = WbStatus.Waiting;

    public string? SupplyId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>WB has scanned its supply without it.</summary>
    public bool NeedsReshipment { get; set; }

    /// <summary>WB refuses to put it into any supply, and statuses do not say why.</summary>
    public bool IsStubborn { get; set; }

    public Dictionary<MarkingCodeKind, (IReadOnlyList<string> Codes, DateTimeOffset At)> Codes { get; } = [];

    public bool IsCancelled => WbStatus != WbStatus.Waiting && WbStatus != WbStatus.Sorted;

    /// <summary>What a seller knows of it.</summary>
    public HandOverOrder Described(params OrderMarkingCodes[] codes) => new()
    {
        OrderId = Id,
        WarehouseId = WarehouseId,
        CargoType = CargoType,
        CrossBorderType = CrossBorderType,
        RequiredMarkings = Required,
        OptionalMarkings = Optional,
        MarkingCodes = codes,
    };
}
