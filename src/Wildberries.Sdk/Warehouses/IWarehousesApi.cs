using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Warehouses;

/// <summary>The seller's own warehouses, the offices of WB that they are bound to, and the stocks in them.</summary>
/// <remarks>
/// Except for <see cref="DeleteStocksAsync"/>, an answer of 4XX counts as ten requests. Source:
/// <see href="https://dev.wildberries.ru/openapi/item-management"/>.
/// </remarks>
[WildberriesApi(typeof(MarketplaceHost))]
[Area<Areas.Warehouses>]
public interface IWarehousesApi
{
    /// <summary>Gets the offices of WB to which a warehouse of the seller can be bound.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The offices; those with <see cref="Office.IsSelected"/> are bound to one already.</returns>
    [Get("/api/v3/offices")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.SellerWarehouses, Sandbox = true)]
    Task<IReadOnlyList<Office>> GetOfficesAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets all warehouses of the seller.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warehouses; one that is being deleted vanishes from the list.</returns>
    [Get("/api/v3/warehouses")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.SellerWarehouses, Sandbox = true)]
    Task<IReadOnlyList<Warehouse>> GetWarehousesAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a warehouse for FBS, for all products but oversized ones (<see cref="Orders.CargoType.Oversized"/>).</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.
    /// </remarks>
    /// <param name="request">Its name and its office, which no other warehouse may have.</param>
    /// <param name="cancellationToken">Cancels the call; the warehouse may have been created nevertheless.</param>
    /// <returns>The id of the warehouse.</returns>
    [Post("/api/v3/warehouses")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.SellerWarehouses, Sandbox = true)]
    Task<CreatedWarehouse> CreateWarehouseAsync([Body] WarehouseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes the name and the office of a warehouse; not of one for oversized products.</summary>
    /// <remarks>
    /// The office can change once a day. WB takes some minutes for it, and takes no stocks meanwhile (<see cref="Warehouse.IsProcessing"/>).
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.
    /// </remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="request">Its name and its office: both are set.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/warehouses/{warehouseId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.SellerWarehouses, Sandbox = true)]
    Task UpdateWarehouseAsync(long warehouseId, [Body] WarehouseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a warehouse.</summary>
    /// <remarks>It is in the list with <see cref="Warehouse.IsDeleting"/> until WB is done. Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="cancellationToken">Cancels the call; the warehouse may be deleted nevertheless.</param>
    /// <returns>The task.</returns>
    [Delete("/api/v3/warehouses/{warehouseId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.SellerWarehouses, Sandbox = true)]
    Task DeleteWarehouseAsync(long warehouseId, CancellationToken cancellationToken = default);

    /// <summary>Gets the contacts of a warehouse from which WB's couriers fetch orders (<see cref="WarehouseDeliveryType.WbCourier"/>).</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The contacts.</returns>
    [Get("/api/v3/dbw/warehouses/{warehouseId}/contacts")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Dbw)]
    Task<WarehouseContacts> GetContactsAsync(long warehouseId, CancellationToken cancellationToken = default);

    /// <summary>Replaces all contacts of a warehouse from which WB's couriers fetch orders (<see cref="WarehouseDeliveryType.WbCourier"/>).</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="request">All contacts that it is to have, at most 5; an empty list deletes them.</param>
    /// <param name="cancellationToken">Cancels the call; the contacts may have been replaced nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/dbw/warehouses/{warehouseId}/contacts")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Dbw)]
    Task SetContactsAsync(long warehouseId, [Body] WarehouseContactsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the stocks of given sizes in a warehouse. No operation lists the sizes that a warehouse has.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="request">The sizes, at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stocks; a size that was never set, or whose stock was deleted, is left out.</returns>
    [Post("/api/v3/stocks/{warehouseId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Inventory, Sandbox = true)]
    Task<StocksResponse> GetStocksAsync(long warehouseId, [Body] SizesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the stocks of given sizes in a warehouse.</summary>
    /// <remarks>
    /// An answer without an error does not mean that the stocks are as they were sent: <see cref="StockSynchronizer"/> reads them back. A 409 names the rows
    /// that WB does not take (<see cref="StockExceptionExtensions.GetRefusedStocks"/>). A 406 means that the warehouse takes none at present.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.
    /// </remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="request">The stocks, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; the stocks may have been set nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/stocks/{warehouseId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Inventory, Sandbox = true)]
    Task UpdateStocksAsync(long warehouseId, [Body] StocksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes what WB knows of the stocks of given sizes in a warehouse. It cannot be undone; to stop selling a size, set its stock to 0.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="request">The sizes, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; the stocks may have been deleted nevertheless.</param>
    /// <returns>The task.</returns>
    [Delete("/api/v3/stocks/{warehouseId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, ClientErrorCost = 1, Sandbox = true)]
    [RateLimit(10, 60, 2)]
    Task DeleteStocksAsync(long warehouseId, [Body] SizesRequest request, CancellationToken cancellationToken = default);
}
