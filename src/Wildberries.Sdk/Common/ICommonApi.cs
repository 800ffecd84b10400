using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Common;

/// <summary>
/// WB's common host: connection check, news of the seller portal, facts about the seller, and WB's tariffs. A token of any category
/// will do.
/// </summary>
/// <remarks>
/// Source: <see href="https://dev.wildberries.ru/openapi/api-information"/> and
/// <see href="https://dev.wildberries.ru/openapi/rates"/>.
/// </remarks>
[WildberriesApi(typeof(CommonHost))]
[Area<Areas.Common>]
public interface ICommonApi
{
    /// <summary>Checks that a request with this token reaches the host.</summary>
    /// <remarks>
    /// Do not call it as a health check: WB blocks callers that automate it for a while.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the seller portal's news, at most 100: from a day on, or from a piece of news on.</summary>
    /// <remarks>
    /// WB answers 400 if neither parameter is given. To read more than a page, see
    /// <see cref="CommonApiExtensions.StreamNewsAsync"/> and <see cref="CommonApiExtensions.StreamNewsFromIdAsync"/>.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/newsApi"/>.
    /// </remarks>
    /// <param name="from">The first day.</param>
    /// <param name="fromId">The id of the first piece of news; it comes with the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The news.</returns>
    [Get("/api/communications/v2/news")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(1, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<NewsResponse> GetNewsAsync(
        DateOnly? from = null,
        [AliasAs("fromID")] long? fromId = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets who the seller is.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The seller's names and ids.</returns>
    [Get("/api/v1/seller-info")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(1, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 86400, 1, Tokens = TokenKinds.Base)]
    Task<SellerInfo> GetSellerInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the seller's Jam subscription. For service tokens only.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The subscription, running or past, or <see langword="null"/> if the seller never had one.</returns>
    [Get("/api/common/v1/subscriptions")]
    [Operation(TokenCategory.None, OperationAccess.Read, TokenKinds = TokenKinds.Service, MayAnswerEmpty = true)]
    [RateLimit(1, 60, 10)]
    Task<JamSubscription?> GetJamSubscriptionAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the options and packages that the seller has switched on in the tariff constructor. For service tokens only.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
    /// <param name="locale">The language of the names: <see cref="Locale.Russian"/> (WB's default) or <see cref="Locale.English"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The packages with their options, and the options outside of packages.</returns>
    [Get("/api/common/v1/tariff-constructor/options")]
    [Operation(TokenCategory.None, OperationAccess.Read, TokenKinds = TokenKinds.Service)]
    [RateLimit(1, 60, 10)]
    Task<TariffConstructorOptions> GetTariffConstructorOptionsAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets WB's commission for every product subject, in percent.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/fees"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The commissions of the seller's country.</returns>
    [Get("/api/v1/tariffs/commission")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(1, 60, 2, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(5, 3600, 1, Tokens = TokenKinds.Base)]
    Task<CommissionsResponse> GetCommissionsAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets which warehouses take supplies in the next 14 days and what acceptance costs. WB has switched it off for the time being.</summary>
    /// <remarks>
    /// WB's documents call the operation temporarily switched off and do not say until when, nor what it answers: rely on it only after you have seen rows.
    /// Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/supplyRates"/>.
    /// </remarks>
    /// <param name="warehouseIds">
    /// The warehouses' ids with commas between them, for example <c>507,117501</c>; <see langword="null"/>: all warehouses.
    /// <see cref="CommonApiExtensions.GetAcceptanceCoefficientsAsync"/> takes numbers.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A row per warehouse, day and kind of supply.</returns>
    [Get("/api/tariffs/v1/acceptance/coefficients")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(6, 60, 6, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<IReadOnlyList<AcceptanceCoefficient>> GetAcceptanceCoefficientsAsync(
        [AliasAs("warehouseIDs")] string? warehouseIds = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets what delivery and storage of products in boxes cost, in roubles. Supersafe has the same tariffs.</summary>
    /// <remarks>
    /// Since 15 August 2026 the answer has few rows: a warehouse without a row has no tariff here, not a tariff of 0.
    /// Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.
    /// </remarks>
    /// <param name="date">The day on which the tariffs hold.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tariffs by warehouse.</returns>
    [Get("/api/v1/tariffs/box")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(60, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<TariffsResponse<BoxTariffs>> GetBoxTariffsAsync(DateOnly date, CancellationToken cancellationToken = default);

    /// <summary>Gets what delivery and storage of products on monopallets cost, in roubles. Single pallets cost the same.</summary>
    /// <remarks>
    /// Since 15 August 2026 the answer has few rows: a warehouse without a row has no tariff here, not a tariff of 0.
    /// Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/stockRates"/>.
    /// </remarks>
    /// <param name="date">The day on which the tariffs hold.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tariffs by warehouse.</returns>
    [Get("/api/v1/tariffs/pallet")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(60, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<TariffsResponse<PalletTariffs>> GetPalletTariffsAsync(DateOnly date, CancellationToken cancellationToken = default);

    /// <summary>Gets what it costs to bring products back to the seller, in roubles.</summary>
    /// <remarks>
    /// Since 15 August 2026 the answer has few rows: a warehouse without a row has no tariff here, not a tariff of 0.
    /// Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/returnCostToSeller"/>.
    /// </remarks>
    /// <param name="date">The day on which the tariffs hold.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tariffs by warehouse.</returns>
    [Get("/api/v1/tariffs/return")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(60, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<TariffsResponse<ReturnTariffs>> GetReturnTariffsAsync(DateOnly date, CancellationToken cancellationToken = default);
}
