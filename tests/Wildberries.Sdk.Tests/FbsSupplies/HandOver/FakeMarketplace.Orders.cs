using Wildberries.Sdk.Common;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.FbsSupplies;

internal sealed partial class FakeMarketplace : IFbsOrdersApi
{
    public Task<FbsOrderStatusesResponse> GetOrderStatusesAsync(FbsOrderIdsRequest request, CancellationToken cancellationToken = default) => ReadAsync(
        $"statuses {request.OrderIds.Count}",
        () => new FbsOrderStatusesResponse
        {
            Orders =
            [
                .. request.OrderIds.Where(Orders.ContainsKey).Select(id => new FbsOrderStatus
                {
                    Id = id,
                    SupplierStatus = Orders[id].SupplierStatus,
                    WbStatus = Orders[id].WbStatus,
                    IsCancellable = SaysCancellable && Orders[id].SupplierStatus != SupplierStatus.Complete && !Orders[id].IsCancelled,
                }),
            ],
        },
        cancellationToken);

    public Task<FbsOrderMarkingsResponse> GetMarkingsAsync(FbsOrderIdsRequest request, CancellationToken cancellationToken = default) => ReadAsync(
        $"meta {request.OrderIds.Count}",
        () => new FbsOrderMarkingsResponse
        {
            Orders = [.. request.OrderIds.Where(Orders.ContainsKey).Select(id => new FbsOrderMarking { OrderId = id, Details = [.. DetailsOf(Orders[id])] })],
        },
        cancellationToken);

    public Task SetSgtinsAsync(long orderId, SetSgtinsRequest request, CancellationToken cancellationToken = default) => SetAsync(orderId, MarkingCodeKind.Sgtin, request.Sgtins, cancellationToken);

    public Task SetUinAsync(long orderId, SetUinRequest request, CancellationToken cancellationToken = default) => SetAsync(orderId, MarkingCodeKind.Uin, [request.Uin], cancellationToken);

    public Task SetImeiAsync(long orderId, SetImeiRequest request, CancellationToken cancellationToken = default) => SetAsync(orderId, MarkingCodeKind.Imei, [request.Imei], cancellationToken);

    public Task SetGtinAsync(long orderId, SetGtinRequest request, CancellationToken cancellationToken = default) => SetAsync(orderId, MarkingCodeKind.Gtin, [request.Gtin], cancellationToken);

    public Task SetExpirationAsync(long orderId, SetExpirationRequest request, CancellationToken cancellationToken = default) =>
        SetAsync(orderId, MarkingCodeKind.Expiration, [request.Expiration.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)], cancellationToken);

    public Task SetCustomsDeclarationAsync(long orderId, SetCustomsDeclarationRequest request, CancellationToken cancellationToken = default) =>
        SetAsync(orderId, MarkingCodeKind.CustomsDeclaration, [request.CustomsDeclaration], cancellationToken);

    public Task CancelOrderAsync(long orderId, CancellationToken cancellationToken = default) => WriteAsync(
        $"cancel {orderId}",
        () =>
        {
            FakeOrder order = Order(orderId);
            if (order.SupplierStatus == SupplierStatus.Complete || order.IsCancelled)
                throw Conflict("StatusMismatch");
            (order.SupplierStatus, order.WbStatus, order.SupplyId) = (SupplierStatus.Cancel, WbStatus.Canceled, null);
            return true;
        },
        cancellationToken);

    public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<NewFbsOrdersResponse> GetNewOrdersAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<FbsOrdersResponse> GetOrdersAsync(int limit, long next, long? dateFrom = null, long? dateTo = null, CancellationToken cancellationToken = default) => ReadAsync(
        "orders",
        () => new FbsOrdersResponse
        {
            Orders =
            [
                .. Orders.Values.Where(order => order.CreatedAt.ToUnixTimeSeconds() >= dateFrom && order.CreatedAt.ToUnixTimeSeconds() <= dateTo && order.Id > next).Select(order => new FbsOrder
                {
                    Id = order.Id,
                    WarehouseId = order.WarehouseId,
                    CargoType = order.CargoType,
                    CrossBorderType = order.CrossBorderType,
                    SupplyId = order.SupplyId,
                    CreatedAt = order.CreatedAt,
                }),
            ],
            Next = Orders.Keys.DefaultIfEmpty().Max(),
        },
        cancellationToken);

    public Task<ArchivedFbsOrdersResponse> GetArchivedOrdersAsync(int year, int month, long next, int limit, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<FbsOrderTrackingsResponse> GetTrackingsAsync(FbsOrderIdsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<FbsBuyersResponse> GetBuyersAsync(FbsOrderIdsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<FbsStickersResponse> GetStickersAsync(StickerFormat type, int width, int height, FbsOrderIdsRequest request, CancellationToken cancellationToken = default) => ReadAsync(
        $"stickers {Join(request.OrderIds)} {type} {width}x{height}",
        () => new FbsStickersResponse
        {
            Stickers =
            [
                .. request.OrderIds.Where(id => Orders[id].SupplierStatus == SupplierStatus.Confirm || Orders[id].SupplierStatus == SupplierStatus.Complete)
                    .Select(id => new OrderSticker { OrderId = id, PartB = "77", File = "U1RJQ0tFUg==" }),
            ],
        },
        cancellationToken);

    public Task<CrossBorderStickersResponse> GetCrossBorderStickersAsync(FbsOrderIdsRequest request, CancellationToken cancellationToken = default) => ReadAsync(
        $"cross-border stickers {Join(request.OrderIds)}", () => new CrossBorderStickersResponse(), cancellationToken);

    public Task<ReshipmentOrdersResponse> GetReshipmentOrdersAsync(CancellationToken cancellationToken = default) => ReadAsync(
        "reshipments",
        () => new ReshipmentOrdersResponse
        {
            Orders = [.. Orders.Values.Where(order => order.NeedsReshipment).Select(order => new ReshipmentOrder { OrderId = order.Id, SupplyId = order.SupplyId })],
        },
        cancellationToken);

    public Task DeleteMarkingAsync(long orderId, MarkingCodeKind key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AutoReturnSettings> GetAutoReturnSettingsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SetAutoReturnSettingsAsync(AutoReturnSettings request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AutoReturnItemsResponse> GetAutoReturnItemsAsync(AutoReturnItemsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AutoReturnChangesResponse> ChangeAutoReturnItemsAsync(ChangeAutoReturnsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<RestrictedSubjectsResponse> GetRestrictedSubjectsAsync(long next, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public bool SaysCancellable { get; set; } = true;

    private Task<bool> SetAsync(long orderId, MarkingCodeKind kind, IReadOnlyList<string> codes, CancellationToken cancellationToken) => WriteAsync(
        $"set {kind} of {orderId}",
        () =>
        {
            FakeOrder order = Order(orderId);
            if (order.SupplierStatus != SupplierStatus.Confirm || order.IsCancelled)
                throw Conflict("FailedToUpdateMeta");
            if (!order.Required.Concat(order.Optional).Contains(kind))
                throw Conflict("MetaKeyNotRequired");
            if (RefusesMarkings is not null)
                throw Conflict("FailedToUpdateMeta", RefusesMarkings);
            order.Codes[kind] = (codes, clock.GetUtcNow());
            return true;
        },
        cancellationToken);
}
