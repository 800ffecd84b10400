using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>Claims of buyers who want to give products back, and the seller's decisions about them.</summary>
/// <remarks>
/// The seller has 14 days to decide about a claim. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.
/// </remarks>
[WildberriesApi(typeof(ReturnsHost))]
[Area<Areas.BuyerReturns>]
public interface IBuyerReturnsApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the claims of the last 14 days: those under review, or those in the archive.</summary>
    /// <remarks>
    /// WB pages by position: a claim that is decided leaves the ones under review, and the rest moves up. What buyers wrote and showed is personal data.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns/operation/getV1Claims"/>.
    /// </remarks>
    /// <param name="isArchive"><see langword="true"/>: those in the archive; <see langword="false"/>: those under review.</param>
    /// <param name="claimId">The one claim to get: <see cref="Claim.Id"/>; <see langword="null"/>: all.</param>
    /// <param name="nmId">The product whose claims to get; <see langword="null"/>: all.</param>
    /// <param name="limit">How many claims at most: 1 to 200; <see langword="null"/>: 50.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The claims, and how many there are in all.</returns>
    [Get("/api/v1/claims")]
    [Operation(TokenCategory.BuyersReturns, OperationAccess.Read)]
    [RateLimit(20, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<ClaimsResponse> GetClaimsAsync(
        [AliasAs("is_archive")] bool isArchive,
        [AliasAs("id")] string? claimId = null,
        [AliasAs("nm_id")] long? nmId = null,
        [Range(1, 200)] int? limit = null,
        [Range(0, int.MaxValue)] int? offset = null,
        CancellationToken cancellationToken = default);

    /// <summary>Decides about a claim: approves or rejects it, in one of the ways that it allows at the moment.</summary>
    /// <remarks>
    /// Money may go back to the buyer at once. A claim that was rejected may be decided again, as long as <see cref="Claim.Actions"/> has something.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns/operation/patchV1Claim"/>.
    /// </remarks>
    /// <param name="request">The claim, and what is decided.</param>
    /// <param name="cancellationToken">Cancels the call; the decision may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    [Patch("/api/v1/claim")]
    [Operation(TokenCategory.BuyersReturns, OperationAccess.Write)]
    [RateLimit(20, 60, 10, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task UpdateClaimAsync([Body] UpdateClaimRequest request, CancellationToken cancellationToken = default);
}
