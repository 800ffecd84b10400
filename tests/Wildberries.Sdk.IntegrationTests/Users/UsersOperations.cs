using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.IntegrationTests.Users;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class UsersOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IUsersApi users, EmulatedUsers emulated)
    {
        Assert.Equal("OK", (await users.PingAsync(Cancel)).Status);

        InvitationResponse invitation = await users.InviteAsync("79990000005", "Кладовщик", [AccessRight.Deny(AccessSection.Finance)], Cancel);
        EmulatedUser invited = Assert.Single(emulated.Invited);
        Assert.Equal((true, invited.InviteId, invited.InviteExpiresAt), (invitation.IsSuccess, invitation.InviteId, invitation.ExpiresAt));
        SellerUser waiting = Assert.Single((await users.GetUsersAsync(isInviteOnly: true, cancellationToken: Cancel)).Users);
        Assert.Equal((UserRole.NotActivated, invited.InviteId, true), (waiting.Role, waiting.Invitation?.InviteId, waiting.Invitation?.IsActive));

        long id = emulated.Accept(invited.InviteId!).Id;
        await users.UpdateAccessAsync(id, [AccessRight.Allow(AccessSection.Showcase), AccessRight.Deny(AccessSection.Supply)], Cancel);
        UsersResponse page = await users.GetUsersAsync(10, 0, false, Cancel);
        SellerUser user = Assert.Single(page.Users);
        Assert.Equal((1, id, UserRole.User, "Кладовщик"), (page.Total, user.Id, user.Role, user.Position));
        Assert.Equal(
            [AccessSection.Supply, AccessSection.ChangeJam, AccessSection.Finance],
            user.Access.Where(right => right.Disabled).Select(right => right.Section));

        await users.DeleteUserAsync(id, Cancel);
        await foreach (SellerUser left in users.StreamUsersAsync(cancellationToken: Cancel))
            Assert.Fail(left.ToString());
    }
}
