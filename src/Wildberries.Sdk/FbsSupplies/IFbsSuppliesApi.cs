using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>
/// Supplies of FBS orders with their boxes, shipping parameters and SPOT data, and passes to WB's warehouses: one method per WB operation.
/// All methods share one limit with those of FBS orders, but creating passes.
/// </summary>
/// <remarks>
/// An answer of 4XX costs ten requests. Supplies that a transport company brings need a waybill, and WB has taken away the operation that gives one: it is not here.
/// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
/// </remarks>
[WildberriesApi(typeof(MarketplaceHost))]
[Area<Areas.FbsSupplies>]
public interface IFbsSuppliesApi
{
    /// <summary>Gets a page of the supplies, open and closed.</summary>
    /// <remarks>
    /// <see cref="FbsSuppliesApiExtensions.StreamSuppliesAsync"/> follows the pages. Source: <see
    /// href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
    /// </remarks>
    /// <param name="limit">How many supplies at most: 1 to 1,000.</param>
    /// <param name="next">0 for the first page; after that the <see cref="SuppliesResponse.Next"/> of the page before.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; without supplies it is the end.</returns>
    [Get("/api/v3/supplies")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<SuppliesResponse> GetSuppliesAsync(
        [Range(1, 1000)] int limit, long next, CancellationToken cancellationToken = default);

    /// <summary>Creates a supply without orders.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="request">Its name.</param>
    /// <param name="cancellationToken">
    /// Cancels the call; a supply may have been created nevertheless. Nothing but its name tells: WB takes the same name again.
    /// </param>
    /// <returns>The id of the new supply.</returns>
    [Post("/api/v3/supplies")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<CreatedSupply> CreateSupplyAsync([Body] CreateSupplyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a supply.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The supply.</returns>
    [Get("/api/v3/supplies/{supplyId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<FbsSupply> GetSupplyAsync(string supplyId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an open supply that has no orders.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>The task. WB answers 409 (<c>SupplyHasOrders</c>) if there are orders in it.</returns>
    [Delete("/api/v3/supplies/{supplyId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task DeleteSupplyAsync(string supplyId, CancellationToken cancellationToken = default);

    /// <summary>Tells which orders are in a supply.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ids of the orders, all in one answer.</returns>
    [Get("/api/marketplace/v3/supplies/{supplyId}/order-ids")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<SupplyOrderIds> GetOrderIdsAsync(string supplyId, CancellationToken cancellationToken = default);

    /// <summary>Puts orders into a supply. New orders become <c>confirm</c> by it: being assembled.</summary>
    /// <remarks>
    /// WB also moves orders here out of other open supplies, without a word, and out of a closed one where they have to be shipped again. Source:
    /// <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
    /// </remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="request">
    /// The orders, at most 100, of one seller warehouse, one cargo type and one cross-border type: those of the supply, if it has orders.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>The task. WB answers 409 (<c>FailedToAddSupplyOrder</c>) for an order that does not fit, and does not say which.</returns>
    [Patch("/api/marketplace/v3/supplies/{supplyId}/orders")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task AddOrdersAsync(string supplyId, [Body] AddOrdersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Closes a supply and hands it over: all its orders become <c>complete</c>, and no order can be added any more.</summary>
    /// <remarks>
    /// Since 1 October 2026 a supply from Russia to Russia needs shipping parameters first: <see cref="SetShippingMethodsAsync"/>. Source: <see
    /// href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
    /// </remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>
    /// The task. WB answers 409 if there is no order in it (<c>SupplyHasZeroOrders</c>), if label identifiers are missing or refused
    /// (<c>MetaValidationFail</c>), or if the shipping parameters are missing.
    /// </returns>
    [Patch("/api/v3/supplies/{supplyId}/deliver")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task DeliverSupplyAsync(string supplyId, CancellationToken cancellationToken = default);

    /// <summary>Gets the QR code of a supply that is handed over, 58 x 40 mm.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="format">SVG, PNG, or ZPL of one kind.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The QR code. WB answers 409 (<c>SupplyNotClosed</c>) for a supply that is open.</returns>
    [Get("/api/v3/supplies/{supplyId}/barcode")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<SupplySticker> GetSupplyQrCodeAsync(
        string supplyId,
        [AliasAs("type"), AllowedValues("svg", "zplv", "zplh", "png")] StickerFormat format,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the boxes of a supply.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The boxes.</returns>
    [Get("/api/v3/supplies/{supplyId}/trbx")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<BoxesResponse> GetBoxesAsync(string supplyId, CancellationToken cancellationToken = default);

    /// <summary>Adds boxes to an open supply. Only those that go to a pickup point have boxes.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="request">How many boxes. WB takes at most half as many as there are orders in the supply.</param>
    /// <param name="cancellationToken">Cancels the call; the boxes may have been added nevertheless: look at <see cref="GetBoxesAsync"/>.</param>
    /// <returns>The ids of the new boxes.</returns>
    [Post("/api/v3/supplies/{supplyId}/trbx")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<AddedBoxes> AddBoxesAsync(string supplyId, [Body] AddBoxesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes boxes of an open supply.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="request">The boxes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>The task.</returns>
    [Delete("/api/v3/supplies/{supplyId}/trbx")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task DeleteBoxesAsync(string supplyId, [Body] BoxesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the stickers of boxes, 58 x 40 mm.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="format">SVG, PNG, or ZPL of one kind.</param>
    /// <param name="request">The boxes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stickers.</returns>
    [Post("/api/v3/supplies/{supplyId}/trbx/stickers")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<BoxStickersResponse> GetBoxStickersAsync(
        string supplyId,
        [AliasAs("type"), AllowedValues("svg", "zplv", "zplh", "png")] StickerFormat format,
        [Body] BoxesRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Finds the places in a city where WB takes supplies in.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies/operation/getV3FbsShippingPoints"/>.
    /// </remarks>
    /// <param name="city">The city, in Russian.</param>
    /// <param name="cargoType">What is brought: not <see cref="CargoType.None"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The places.</returns>
    [Get("/api/marketplace/v3/fbs/shipping-points")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs)]
    Task<ShippingPointsResponse> GetShippingPointsAsync(
        [Required] string city, [AllowedValues("1", "2", "3")] CargoType cargoType, CancellationToken cancellationToken = default);

    /// <summary>Sets the shipping parameters of supplies. They can be changed until the supply is scanned.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies/operation/patchV3FbsSuppliesShippingMethod"/>.
    /// </remarks>
    /// <param name="request">The parameters, of at most 100 supplies.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>
    /// A result for each supply: one without <see cref="ShippingMethodResult.IsSuccess"/> is a failure, though the call succeeded.
    /// </returns>
    [Patch("/api/marketplace/v3/fbs/supplies/shipping-method")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs)]
    Task<ShippingMethodsResponse> SetShippingMethodsAsync([Body] ShippingMethodsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the countries that SPOT data name.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies/operation/getV3FbsDictionariesCountriesOksm"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The countries.</returns>
    [Get("/api/marketplace/v3/fbs/dictionaries/countries/oksm")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs)]
    Task<CountriesResponse> GetCountriesAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets the SPOT data of a supply that crosses the border to Russia. At first WB wants them of sellers of Kyrgyzstan.</summary>
    /// <remarks>
    /// Only where <see cref="FbsSupply.IsSpotAvailable"/>. Source: <see
    /// href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies/operation/putV3FbsSuppliesSupplyIdSpot"/>.
    /// </remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="spot">The carrier and its vehicle.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>The task. WB checks them afterwards: <see cref="GetSpotAsync"/>.</returns>
    [Put("/api/marketplace/v3/fbs/supplies/{supplyId}/spot")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs)]
    Task SetSpotAsync(string supplyId, [Body] SpotData spot, CancellationToken cancellationToken = default);

    /// <summary>Gets the SPOT data of supplies, and how far WB is with them.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies/operation/postV3FbsSuppliesSpotList"/>.
    /// </remarks>
    /// <param name="request">The supplies, at most 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The supplies, each with its data or an error.</returns>
    [Post("/api/marketplace/v3/fbs/supplies/spot/list")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs)]
    Task<SpotResponse> GetSpotAsync([Body] SpotRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the QR code of SPOT data that WB has checked.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies/operation/getV3FbsSuppliesSupplyIdStickersSpot"/>.
    /// </remarks>
    /// <param name="supplyId">The supply's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The QR code.</returns>
    [Get("/api/marketplace/v3/fbs/supplies/{supplyId}/stickers/spot")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs)]
    Task<SpotQrCode> GetSpotQrCodeAsync(string supplyId, CancellationToken cancellationToken = default);

    /// <summary>Gets the WB warehouses that let in nobody without a pass.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warehouses. They change now and then.</returns>
    [Get("/api/v3/passes/offices")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<IReadOnlyList<PassOffice>> GetPassOfficesAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets all passes of the seller.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The passes.</returns>
    [Get("/api/v3/passes")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task<IReadOnlyList<Pass>> GetPassesAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a pass, which holds for 48 hours. WB takes one call in ten minutes.</summary>
    /// <remarks>
    /// <see cref="FbsSuppliesApiExtensions.CreatePassAsync"/> looks first whether there is the warehouse. Source: <see
    /// href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.
    /// </remarks>
    /// <param name="request">The driver, the car and the warehouse.</param>
    /// <param name="cancellationToken">Cancels the call; the pass may have been created nevertheless.</param>
    /// <returns>The id of the new pass.</returns>
    [Post("/api/v3/passes")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, Sandbox = true)]
    [RateLimit(1, 600, 1)]
    Task<CreatedPass> CreatePassAsync([Body] PassRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a pass. How long it holds stays as it was.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
    /// <param name="passId">The pass's id.</param>
    /// <param name="request">The driver, the car and the warehouse, all of them.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>The task.</returns>
    [Put("/api/v3/passes/{passId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task UpdatePassAsync(long passId, [Body] PassRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a pass.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
    /// <param name="passId">The pass's id.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>The task.</returns>
    [Delete("/api/v3/passes/{passId}")]
    [Operation(TokenCategory.Marketplace, OperationAccess.Write, LimitGroup = MarketplaceHost.Fbs, Sandbox = true)]
    Task DeletePassAsync(long passId, CancellationToken cancellationToken = default);
}
