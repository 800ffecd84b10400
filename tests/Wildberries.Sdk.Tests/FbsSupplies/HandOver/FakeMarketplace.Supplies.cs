using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

internal sealed partial class FakeMarketplace : IFbsSuppliesApi
{
    public Task<SuppliesResponse> GetSuppliesAsync(int limit, long next, CancellationToken cancellationToken = default) => ReadAsync(
        $"supplies {next}",
        () =>
        {
            FbsSupply[] page = [.. Supplies.Values.Skip((int)next).Take(limit).Select(Describe)];
            return new SuppliesResponse { Supplies = page, Next = next + page.Length };
        },
        cancellationToken);

    public Task<CreatedSupply> CreateSupplyAsync(CreateSupplyRequest request, CancellationToken cancellationToken = default) => WriteAsync(
        "create", () => new CreatedSupply { Id = AddSupply(request.Name!).Id }, cancellationToken);

    public Task<FbsSupply> GetSupplyAsync(string supplyId, CancellationToken cancellationToken = default) =>
        ReadAsync($"supply {supplyId}", () => Describe(Supply(supplyId)), cancellationToken);

    public Task DeleteSupplyAsync(string supplyId, CancellationToken cancellationToken = default) => WriteAsync(
        $"delete {supplyId}",
        () => OrdersOf(Supply(supplyId).Id).Count == 0 && !Supply(supplyId).IsDone ? Supplies.Remove(supplyId) : throw Conflict("SupplyHasOrders"),
        cancellationToken);

    public Task<SupplyOrderIds> GetOrderIdsAsync(string supplyId, CancellationToken cancellationToken = default) =>
        ReadAsync($"order-ids {supplyId}", () => new SupplyOrderIds { OrderIds = OrdersOf(Supply(supplyId).Id) }, cancellationToken);

    public Task AddOrdersAsync(string supplyId, AddOrdersRequest request, CancellationToken cancellationToken = default) => WriteAsync(
        $"add {Join(request.OrderIds)} to {supplyId}",
        () =>
        {
            FakeSupply supply = Supply(supplyId);
            if (supply.IsDone)
                throw Conflict("FailedToAddSupplyOrder");
            List<FakeOrder> fitting = [];
            FakeOrder? first = Orders.Values.FirstOrDefault(order => order.SupplyId == supplyId);
            foreach (long id in request.OrderIds)
            {
                FakeOrder? order = Orders.GetValueOrDefault(id);
                first ??= order;
                bool fits = order is { IsCancelled: false, IsStubborn: false } && (order.SupplierStatus == SupplierStatus.New || order.SupplierStatus == SupplierStatus.Confirm || order.NeedsReshipment)
                    && (order.WarehouseId, order.CargoType, order.CrossBorderType) == (first!.WarehouseId, first.CargoType, first.CrossBorderType);
                if (!fits)
                {
                    if (KeepsHalfOfRefusedBatch)
                        fitting.ForEach(Put);
                    throw Conflict("FailedToAddSupplyOrder");
                }

                fitting.Add(order!);
            }

            fitting.ForEach(Put);
            return true;

            void Put(FakeOrder order)
            {
                order.SupplyId = supplyId;
                order.SupplierStatus = SupplierStatus.Confirm;
                order.NeedsReshipment = false;
            }
        },
        cancellationToken);

    public Task DeliverSupplyAsync(string supplyId, CancellationToken cancellationToken = default) => WriteAsync(
        $"deliver {supplyId}",
        () =>
        {
            FakeSupply supply = Supply(supplyId);
            FakeOrder[] orders = [.. OrdersOf(supplyId).Select(id => Orders[id]).Where(order => !order.IsCancelled)];
            if (supply.IsDone)
                throw Conflict("SupplyIsClosed");
            if (orders.Length == 0)
                throw Conflict("SupplyHasZeroOrders");
            if (orders.SelectMany(DetailsOf).Any(detail => detail.Decision == MarkingDecision.Pending || HandOverMarking.FaultOf(detail) is not null || NewRefusals.Contains(detail.Decision)))
                throw Conflict("MetaValidationFail");
            if (NeedsShipping && supply.Shipping is null)
                throw Conflict("ShippingParametersRequired");
            supply.IsDone = true;
            foreach (FakeOrder order in orders)
                order.SupplierStatus = SupplierStatus.Complete;
            return true;
        },
        cancellationToken);

    public Task<SupplySticker> GetSupplyQrCodeAsync(string supplyId, StickerFormat format, CancellationToken cancellationToken = default) => ReadAsync(
        $"qr {supplyId} {format}", () => Supply(supplyId).IsDone ? new SupplySticker { Barcode = supplyId, File = "UVI=" } : throw Conflict("SupplyNotClosed"), cancellationToken);

    public Task<BoxesResponse> GetBoxesAsync(string supplyId, CancellationToken cancellationToken = default) => ReadAsync(
        $"boxes {supplyId}", () => new BoxesResponse { Boxes = [.. Supply(supplyId).Boxes.Select(id => new SupplyBox { Id = id })] }, cancellationToken);

    public Task<AddedBoxes> AddBoxesAsync(string supplyId, AddBoxesRequest request, CancellationToken cancellationToken = default) => WriteAsync(
        $"add {request.Count} boxes to {supplyId}",
        () =>
        {
            FakeSupply supply = Supply(supplyId);
            if (supply.IsDone || !supply.IsPickupPointShipmentAllowed || supply.Boxes.Count + request.Count > OrdersOf(supplyId).Count / 2)
                throw Conflict("TooManyBoxes");
            string[] added = [.. Enumerable.Range(0, request.Count).Select(_ => FormattableString.Invariant($"WB-TRBX-{++_lastBox}"))];
            supply.Boxes.AddRange(added);
            return new AddedBoxes { BoxIds = added };
        },
        cancellationToken);

    public Task DeleteBoxesAsync(string supplyId, BoxesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<BoxStickersResponse> GetBoxStickersAsync(string supplyId, StickerFormat format, BoxesRequest request, CancellationToken cancellationToken = default) => ReadAsync(
        $"box stickers {supplyId} {format}",
        () => new BoxStickersResponse { Stickers = [.. request.BoxIds.Select(id => new SupplySticker { Barcode = $"$WBMP:{id}", File = "Qk9Y" })] },
        cancellationToken);

    public Task<ShippingPointsResponse> GetShippingPointsAsync(string city, CargoType cargoType, CancellationToken cancellationToken = default) => ReadAsync(
        $"points {city} {cargoType}", () => new ShippingPointsResponse { ShippingPoints = [.. Points.Where(point => point.City == city)] }, cancellationToken);

    public Task<ShippingMethodsResponse> SetShippingMethodsAsync(ShippingMethodsRequest request, CancellationToken cancellationToken = default) => WriteAsync(
        $"shipping {request.Supplies[0].SupplyId}",
        () =>
        {
            var results = new List<ShippingMethodResult>();
            foreach (ShippingMethod method in request.Supplies)
            {
                bool isGood = Points.Exists(point => point.Id == method.ShippingPointId) && RefusesShipping is null;
                if (isGood)
                    Supply(method.SupplyId).Shipping = method;
                results.Add(new ShippingMethodResult
                {
                    SupplyId = method.SupplyId,
                    IsSuccess = isGood,
                    Error = RefusesShipping is { Length: > 0 } words ? new ShippingMethodError { Code = 409, Detail = words } : null,
                });
            }

            return new ShippingMethodsResponse { Results = results };
        },
        cancellationToken);

    /// <summary>What WB says of shipping parameters that it does not set; empty: nothing.</summary>
    public string? RefusesShipping { get; set; }

    public Task<CountriesResponse> GetCountriesAsync(CancellationToken cancellationToken = default) =>
        ReadAsync("countries", () => new CountriesResponse { Countries = [new OksmCountry { Code = "417", Name = "Кыргызстан" }] }, cancellationToken);

    public Task SetSpotAsync(string supplyId, SpotData spot, CancellationToken cancellationToken = default) => WriteAsync(
        $"spot {supplyId}", () => Supply(supplyId).SpotSetAt = clock.GetUtcNow(), cancellationToken);

    public Task<SpotResponse> GetSpotAsync(SpotRequest request, CancellationToken cancellationToken = default) => ReadAsync(
        "spots",
        () => new SpotResponse
        {
            Supplies =
            [
                .. request.SupplyIds.Select(id => new SupplySpot
                {
                    SupplyId = id,
                    Spot = new SpotInfo { Status = clock.GetUtcNow() < Supply(id).SpotSetAt + SpotCheckTime ? SpotStatus.Pending : SpotEnd },
                }),
            ],
        },
        cancellationToken);

    public TimeSpan SpotCheckTime { get; set; } = TimeSpan.FromSeconds(30);

    public SpotStatus SpotEnd { get; set; } = SpotStatus.Completed;

    public Task<SpotQrCode> GetSpotQrCodeAsync(string supplyId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<PassOffice>> GetPassOfficesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<Pass>> GetPassesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CreatedPass> CreatePassAsync(PassRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task UpdatePassAsync(long passId, PassRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeletePassAsync(long passId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private FbsSupply Describe(FakeSupply supply) => new()
    {
        Id = supply.Id,
        Name = supply.Name,
        IsDone = supply.IsDone,
        IsPickupPointShipmentAllowed = supply.IsPickupPointShipmentAllowed,
        IsSpotAvailable = supply.IsSpotAvailable,
        ShippingPointId = supply.Shipping?.ShippingPointId,
        ShippingDate = supply.Shipping?.Date,
        ShippingType = supply.Shipping?.Type ?? default,
    };
}
