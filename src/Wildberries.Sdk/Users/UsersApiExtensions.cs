using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Users;

/// <summary>What is done with the seller's users, with the arguments checked before anything is sent.</summary>
public static class UsersApiExtensions
{
    /// <summary>The most characters that WB takes for a position.</summary>
    private const int MaxPosition = 150;

    /// <summary>The most users that WB gives at once.</summary>
    private const int PageSize = 100;

    /// <summary>Invites a person to the seller's portal.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="phoneNumber">The phone number with the country's code, digits only: <c>79999999999</c>.</param>
    /// <param name="position">The person's position, at most 150 characters; <see langword="null"/>: none.</param>
    /// <param name="access">
    /// What the person may open. A section that is not named is open, except <see cref="AccessSection.Showcase"/> and
    /// <see cref="AccessSection.ChangeJam"/>. <see langword="null"/>: none is named.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the person may have been invited nevertheless.</param>
    /// <returns>The invitation, if <see cref="InvitationResponse.IsSuccess"/>; if not, WB asks to call again.</returns>
    /// <exception cref="ArgumentException">
    /// The phone number is not made of digits, the position is too long or no valid text, or a section is empty or named twice.
    /// </exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<InvitationResponse> InviteAsync(
        this IUsersApi api,
        string phoneNumber,
        string? position = null,
        IEnumerable<AccessRight>? access = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(phoneNumber);

        // The number itself stays out of the message.
        if (phoneNumber.Length == 0 || !phoneNumber.All(char.IsAsciiDigit))
            throw new ArgumentException("A phone number has digits only, the country's code first: 79999999999.", nameof(phoneNumber));

        Argument.OptionalText(position, MaxPosition);

        var request = new InvitationRequest
        {
            Access = access is null ? [] : CheckAccess(access, nameof(access)),
            Invite = new Invitee { PhoneNumber = phoneNumber, Position = position },
        };
        return api.InviteAsync(request, cancellationToken);
    }

    /// <summary>Changes what one user may open. Sections that are not named stay as they are.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
    /// <param name="api">The host.</param>
    /// <param name="userId">The user: <see cref="SellerUser.Id"/>. People who are invited and have not come yet have none.</param>
    /// <param name="access">The sections to open or close; at least one, each once.</param>
    /// <param name="cancellationToken">Cancels the call; the change may have been made nevertheless.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">There is no section, or one is empty or named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="userId"/> is not positive.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task UpdateAccessAsync(
        this IUsersApi api, long userId, IEnumerable<AccessRight> access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(userId);
        List<AccessRight> rights = CheckAccess(access, nameof(access));
        Argument.Count(rights.Count, 1, int.MaxValue, "sections to change", nameof(access));
        return api.UpdateAccessAsync(new UpdateAccessRequest { Users = [new UserAccess { UserId = userId, Access = rights }] }, cancellationToken);
    }

    /// <summary>Reads all users who have access, or all who are invited and have not come yet, page by page.</summary>
    /// <remarks>
    /// Each one comes once: the ids of all are remembered while the list is read. Somebody who is deleted, or who takes an invitation, while the pages are read can make the next one be skipped.
    /// Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="isInviteOnly"><see langword="true"/>: the invited; <see langword="false"/>: those who have access.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The users in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">WB sends the same users again where there should be others.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<SellerUser> StreamUsersAsync(
        this IUsersApi api, bool isInviteOnly = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Pager.ByOffset(
            "Users.GetUsers",
            PageSize,
            ListEnd.NothingNew,
            async (offset, token) => await api.GetUsersAsync(PageSize, offset, isInviteOnly, token).ConfigureAwait(false) is { } page
                ? new Page<SellerUser>(page.Users, page.Total)
                : default,
            user => (user.Id, user.Id != 0 ? null : user.Invitation?.InviteId ?? user.Phone),
            cancellationToken);
    }

    // WB closes a section that is both opened and closed.
    private static List<AccessRight> CheckAccess(IEnumerable<AccessRight> access, string name) => Argument.Rows(
        access,
        right => $"section \"{right.Section}\"",
        right => string.IsNullOrWhiteSpace(right.Section.Value) ? "it names no section" : null,
        right => right.Section,
        "section",
        name);
}
