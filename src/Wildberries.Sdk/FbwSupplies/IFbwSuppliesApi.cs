using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>Supplies to WB's warehouses (FBW): what is on its way, what was accepted, what was found to differ, and drafts of new ones.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
[WildberriesApi(typeof(SuppliesHost))]
[Area<Areas.FbwSupplies>]
public interface IFbwSuppliesApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds where products can be supplied to, and how they may be packed.</summary>
    /// <remarks>
    /// WB has switched this method off for the time being (<see href="https://dev.wildberries.ru/release-notes?id=570"/>): what it answers may be nothing.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies/operation/postV1AcceptanceOptions"/>.
    /// </remarks>
    /// <param name="products">The products, 1 to 5,000.</param>
    /// <param name="warehouseId">The one warehouse to ask about; <see langword="null"/>: all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A row for each product.</returns>
    [Post("/api/v1/acceptance/options")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read, Sandbox = true)]
    [RateLimit(6, 60, 6, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<AcceptanceOptionsResponse> GetAcceptanceOptionsAsync(
        [Body, Items(1, 5_000)] AcceptanceProduct[] products,
        [AliasAs("warehouseID")] long? warehouseId = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the WB warehouses that supplies can go to or through.</summary>
    /// <remarks>
    /// WB has switched this method off for the time being (<see href="https://dev.wildberries.ru/release-notes?id=570"/>): what it answers may be nothing.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies/operation/getV1Warehouses"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warehouses.</returns>
    [Get("/api/v1/warehouses")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read, Sandbox = true)]
    [RateLimit(6, 60, 6, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 43200, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<FbwWarehouse>> GetWarehousesAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets what it costs to have supplies brought from one WB warehouse to another.</summary>
    /// <remarks>
    /// WB has switched this method off for the time being (<see href="https://dev.wildberries.ru/release-notes?id=570"/>): what it answers may be nothing.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies/operation/getV1TransitTariffs"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tariffs.</returns>
    [Get("/api/v1/transit-tariffs")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read)]
    [RateLimit(6, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 43200, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<TransitTariff>> GetTransitTariffsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the supplies to WB's warehouses, and of orders that are no supplies yet.</summary>
    /// <remarks>
    /// <see cref="FbwSuppliesApiExtensions.StreamSuppliesAsync"/> reads all pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/postV1Supplies"/>.
    /// </remarks>
    /// <param name="filter">Which supplies; one without members: all.</param>
    /// <param name="limit">How many at most: 1 to 1,000; <see langword="null"/>: 1,000.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The supplies.</returns>
    [Post("/api/v1/supplies")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read)]
    [RateLimit(30, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<FbwSupply>> GetSuppliesAsync(
        [Body] FbwSupplyFilter filter,
        [Range(1, 1_000)] int? limit = null,
        [Range(0, int.MaxValue)] int? offset = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a supply, or the order of one.</summary>
    /// <remarks>
    /// An order that has become a supply is refused with 400: ask for the supply then.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/getV1SuppliesId"/>.
    /// </remarks>
    /// <param name="id">The number of the supply or of its order: <see cref="FbwSupply.Id"/>.</param>
    /// <param name="isPreorder">Whether <paramref name="id"/> is the number of an order: <see cref="FbwSupply.IsPreorder"/>; <see langword="null"/>: of a supply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The supply.</returns>
    [Get("/api/v1/supplies/{ID}")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read)]
    [RateLimit(30, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<FbwSupplyDetails> GetSupplyAsync(
        [AliasAs("ID")] long id,
        [AliasAs("isPreorderID")] bool? isPreorder = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the products of a supply.</summary>
    /// <remarks>
    /// <see cref="FbwSuppliesApiExtensions.StreamProductsAsync"/> reads all pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/getV1SuppliesIdGoods"/>.
    /// </remarks>
    /// <param name="id">The number of the supply or of its order: <see cref="FbwSupply.Id"/>.</param>
    /// <param name="limit">How many at most: 1 to 1,000; <see langword="null"/>: 100.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="isPreorder">Whether <paramref name="id"/> is the number of an order: <see cref="FbwSupply.IsPreorder"/>; <see langword="null"/>: of a supply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products.</returns>
    [Get("/api/v1/supplies/{ID}/goods")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read)]
    [RateLimit(30, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<FbwSupplyProduct>> GetProductsAsync(
        [AliasAs("ID")] long id,
        [Range(1, 1_000)] int? limit = null,
        [Range(0, int.MaxValue)] int? offset = null,
        [AliasAs("isPreorderID")] bool? isPreorder = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the packages of a supply, and what is in them.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/getV1SuppliesIdPackage"/>.
    /// </remarks>
    /// <param name="id">The number of the supply; an order has no packages.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The packages.</returns>
    [Get("/api/v1/supplies/{ID}/package")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read)]
    [RateLimit(30, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<FbwPackage>> GetPackagesAsync([AliasAs("ID")] long id, CancellationToken cancellationToken = default);

    /// <summary>Gets what the warehouse found in a supply that was declared otherwise.</summary>
    /// <remarks>
    /// Once a minute. Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation/operation/getV1SuppliesSupplyIdDiscrepanciesQuantity"/>.
    /// </remarks>
    /// <param name="supplyId">The number of the supply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The discrepancies.</returns>
    [Get("/api/supplies/v1/discrepancies/{supplyId}")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(1, 60, 1)]
    Task<SupplyDiscrepancies> GetDiscrepanciesAsync(long supplyId, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the drafts of supplies.</summary>
    /// <remarks>
    /// <see cref="FbwSuppliesApiExtensions.StreamDraftsAsync"/> reads all pages. Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/getV1Drafts"/>.
    /// </remarks>
    /// <param name="limit">How many at most; <see langword="null"/>: as many as WB gives.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="sort">By what to sort; <see langword="null"/>: as WB does.</param>
    /// <param name="order">In which direction; <see langword="null"/>: as WB does.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The drafts, and how many there are in all.</returns>
    [Get("/api/supplies/v1/drafts")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(30, 60, 10)]
    Task<SupplyDraftsResponse> GetDraftsAsync(
        [Range(1, int.MaxValue)] int? limit = null,
        [Range(0, int.MaxValue)] int? offset = null,
        SupplyDraftSort? sort = null,
        SupplyDraftOrder? order = null,
        CancellationToken cancellationToken = default);

    /// <summary>Creates an empty draft of a supply.</summary>
    /// <remarks>
    /// Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/postV1Drafts"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call; it may have been done nevertheless.</param>
    /// <returns>The id of the draft.</returns>
    [Post("/api/supplies/v1/drafts")]
    [Operation(TokenCategory.Supplies, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(30, 60, 10)]
    Task<CreateSupplyDraftResponse> CreateEmptyDraftAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes a draft.</summary>
    /// <remarks>
    /// Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/deleteV1DraftsDraftId"/>.
    /// </remarks>
    /// <param name="draftId">The draft: <see cref="SupplyDraft.DraftId"/>.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been done nevertheless.</param>
    /// <returns>The task.</returns>
    [Delete("/api/supplies/v1/drafts/{draftId}")]
    [Operation(TokenCategory.Supplies, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(30, 60, 10)]
    Task DeleteDraftAsync(string draftId, CancellationToken cancellationToken = default);

    /// <summary>Gets what is in a draft.</summary>
    /// <remarks>
    /// Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/getV1DraftsDraftIdItems"/>.
    /// </remarks>
    /// <param name="draftId">The draft: <see cref="SupplyDraft.DraftId"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products.</returns>
    [Get("/api/supplies/v1/drafts/{draftId}/items")]
    [Operation(TokenCategory.Supplies, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(30, 60, 10)]
    Task<SupplyDraftItemsResponse> GetDraftItemsAsync(string draftId, CancellationToken cancellationToken = default);

    /// <summary>Adds products to a draft: all of them, or none.</summary>
    /// <remarks>
    /// A success can be a refusal: only where <see cref="AddDraftItemsResponse.Refusals"/> is empty were they added. <see cref="FbwSuppliesApiExtensions.AddItemsAsync"/> says so row by row. Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/postV1DraftsDraftIdItems"/>.
    /// </remarks>
    /// <param name="draftId">The draft: <see cref="SupplyDraft.DraftId"/>.</param>
    /// <param name="request">The products, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been done nevertheless.</param>
    /// <returns>What WB did not take.</returns>
    [Post("/api/supplies/v1/drafts/{draftId}/items")]
    [Operation(TokenCategory.Supplies, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(30, 60, 10)]
    Task<AddDraftItemsResponse> AddDraftItemsAsync(string draftId, [Body] AddDraftItemsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes products out of a draft.</summary>
    /// <remarks>
    /// WB checks nothing: barcodes that are not in the draft are no error. Personal and service tokens only.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/supplyDrafts/operation/deleteV1DraftsDraftIdItems"/>.
    /// </remarks>
    /// <param name="draftId">The draft: <see cref="SupplyDraft.DraftId"/>.</param>
    /// <param name="request">The barcodes.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been done nevertheless.</param>
    /// <returns>What WB answers; it says nothing about what that means.</returns>
    [Delete("/api/supplies/v1/drafts/{draftId}/items")]
    [Operation(TokenCategory.Supplies, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(30, 60, 10)]
    Task<DeleteDraftItemsResponse> DeleteDraftItemsAsync(string draftId, [Body] DeleteDraftItemsRequest request, CancellationToken cancellationToken = default);
}
