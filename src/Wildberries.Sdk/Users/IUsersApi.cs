using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Users;

/// <summary>
/// The people who work in the seller's portal: who they are, what they may open, whom to invite and whom to shut out. For personal
/// tokens only. <see cref="UsersApiExtensions"/> checks arguments first and reads the lists to their end.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
[WildberriesApi("https://user-management-api.wildberries.ru")]
public interface IUsersApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Invites a person to the seller's portal, exactly as given.</summary>
    /// <remarks>
    /// <see cref="InvitationRequest.Access"/> tells what becomes of sections that it does not name.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.
    /// </remarks>
    /// <param name="request">Whom to invite, and what the person may open.</param>
    /// <param name="cancellationToken">Cancels the call; the person may have been invited nevertheless.</param>
    /// <returns>The invitation, if <see cref="InvitationResponse.IsSuccess"/>; if not, WB asks to call again.</returns>
    [Post("/api/v1/invite")]
    [Operation(TokenCategory.Users, OperationAccess.Write, TokenKinds = TokenKinds.Personal)]
    [RateLimit(1, 1, 5)]
    Task<InvitationResponse> InviteAsync([Body] InvitationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the users who have access, or of those who are invited and have not come yet.</summary>
    /// <remarks>
    /// <see cref="UsersApiExtensions.StreamUsersAsync"/> reads all pages.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.
    /// </remarks>
    /// <param name="limit">How many at most; at most 100, which is WB's default.</param>
    /// <param name="offset">How many to skip; WB's default is 0.</param>
    /// <param name="isInviteOnly">
    /// <see langword="true"/>: the invited, those invited last first; <see langword="false"/> or <see langword="null"/>: those who have access.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page, and how many there are in all.</returns>
    [Get("/api/v1/users")]
    [Operation(TokenCategory.Users, OperationAccess.Read, TokenKinds = TokenKinds.Personal)]
    [RateLimit(1, 1, 5)]
    Task<UsersResponse> GetUsersAsync(
        int? limit = null,
        int? offset = null,
        bool? isInviteOnly = null,
        CancellationToken cancellationToken = default);

    /// <summary>Changes what users may open, exactly as given. Sections that are not named stay as they are.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
    /// <param name="request">The users and their sections.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Put("/api/v1/users/access")]
    [Operation(TokenCategory.Users, OperationAccess.Write, TokenKinds = TokenKinds.Personal)]
    [RateLimit(1, 1, 5)]
    Task UpdateAccessAsync([Body] UpdateAccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes a user off the seller's list: the person cannot open the seller's portal any more.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
    /// <param name="userId">The user: <see cref="SellerUser.Id"/>.</param>
    /// <param name="cancellationToken">Cancels the call; the user may have been deleted nevertheless.</param>
    /// <returns>The task. WB answers without a body.</returns>
    [Delete("/api/v1/user")]
    [Operation(TokenCategory.Users, OperationAccess.Write, TokenKinds = TokenKinds.Personal)]
    [RateLimit(1, 1, 10)]
    Task DeleteUserAsync([AliasAs("deletedUserID")] long userId, CancellationToken cancellationToken = default);
}
