using Wildberries.Sdk;
using Wildberries.Sdk.Users;

namespace Snippets;

public static class Users
{
    public static async Task InviteAsync(IWildberriesClient wb)
    {
        // <invite>
        InvitationResponse invitation = await wb.Users.InviteAsync(
            "79999999999",
            "Ответы покупателям",
            [AccessRight.Allow(AccessSection.Showcase), AccessRight.Deny(AccessSection.Finance), AccessRight.Deny(AccessSection.Balance)]);
        if (invitation.IsSuccess)
            Console.WriteLine($"{invitation.InviteUrl} until {invitation.ExpiresAt:d}");
        // </invite>
    }

    public static async Task ListAsync(IWildberriesClient wb)
    {
        // <list>
        await foreach (SellerUser user in wb.Users.StreamUsersAsync())
            Console.WriteLine($"{user.Id} {user.FirstName} {user.SecondName}, {user.Position}");
        await foreach (SellerUser person in wb.Users.StreamUsersAsync(isInviteOnly: true))
            Console.WriteLine($"{person.Phone} has not come yet");
        // </list>
    }

    public static async Task CloseAsync(IWildberriesClient wb, long userId)
    {
        // <access>
        await wb.Users.UpdateAccessAsync(userId, [AccessRight.Deny(AccessSection.Finance), AccessRight.Allow(AccessSection.Supply)]);
        await wb.Users.DeleteUserAsync(userId);
        // </access>
    }

    public static async Task CloseForAllAsync(IWildberriesClient wb, IReadOnlyList<long> userIds)
    {
        // <several>
        await wb.Users.UpdateAccessAsync(new UpdateAccessRequest
        {
            Users = [.. userIds.Select(id => new UserAccess { UserId = id, Access = [AccessRight.Deny(AccessSection.Finance)] })],
        });
        // </several>
    }
}
