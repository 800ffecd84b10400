using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of user-management-api.</summary>
internal sealed class UsersArea(EmulatedUsers users) : EmulatedArea(typeof(IUsersApi), UsersJsonContext.Default)
{
    private const int MaxPage = 100;
    private const int MaxPosition = 150;
    private const string NotInList = "user is not in current supplier";

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("POST user-management-api/api/v1/invite", Invite),
        Handler.For("GET user-management-api/api/v1/users", GetUsers),
        Handler.For("PUT user-management-api/api/v1/users/access", UpdateAccess),
        Handler.For("DELETE user-management-api/api/v1/user", Delete),
    ];

    public override void Seed(DateTimeOffset now) => UsersSeed.Fill(users);

    private Answer Invite(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body || body["invite"] is not JsonObject invite)
            return BadRequest("invalid body");
        if (Text(invite["phoneNumber"]) is not { Length: > 0 } phone || !phone.All(char.IsAsciiDigit))
            return BadRequest("invalid phone number");
        if (Text(invite["position"] ?? "") is not { } position || position.EnumerateRunes().Count() > MaxPosition)
            return BadRequest("invalid position");
        if (ReadAccess(body["access"]) is not { } access)
            return BadRequest("invalid access");

        EmulatedUser invited = users.Invite(phone, position, access);
        return Answer.Json(200, new JsonObject
        {
            ["inviteID"] = invited.InviteId,
            ["expiredAt"] = Rfc3339(invited.InviteExpiresAt!.Value),
            ["isSuccess"] = true,
            ["inviteUrl"] = $"https://seller.wildberries.ru/supplier-settings/supplier-card?inviteId={invited.InviteId}",
        });
    }

    private Answer GetUsers(HandlerRequest request)
    {
        if (Number(request.Query("limit"), MaxPage) is not (>= 1 and <= MaxPage and var limit))
            return BadRequest("invalid limit");
        if (Number(request.Query("offset"), 0) is not { } offset)
            return BadRequest("invalid offset");
        string invitedOnly = request.Query("isInviteOnly") ?? "false";
        if (invitedOnly is not ("true" or "false"))
            return BadRequest("invalid isInviteOnly");

        IReadOnlyList<EmulatedUser> all = invitedOnly == "true" ? users.Invited : users.Active;
        EmulatedUser[] page = [.. all.Skip(offset).Take(limit)];
        return Answer.Json(200, new JsonObject
        {
            ["total"] = all.Count,
            ["countInResponse"] = page.Length,
            ["users"] = new JsonArray([.. page.Select(Write)]),
        });
    }

    private Answer UpdateAccess(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["usersAccesses"] is not JsonArray rows)
            return BadRequest("invalid body");
        var changes = new List<(long, IReadOnlyList<(string, bool)>)>();
        foreach (JsonNode? row in rows)
        {
            if (row is not JsonObject change || change["userId"] is not JsonValue value || !value.TryGetValue(out long id))
                return BadRequest("invalid userId");
            if (ReadAccess(change["access"]) is not { } access)
                return BadRequest("invalid access");
            changes.Add((id, access));
        }

        return users.Update(changes) ? Answer.Empty(200) : BadRequest(NotInList);
    }

    private Answer Delete(HandlerRequest request)
    {
        if (!long.TryParse(request.Query("deletedUserID"), NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            return BadRequest("invalid deletedUserID");
        return users.Delete(id) ? Answer.Empty(200) : BadRequest(NotInList);
    }

    private JsonObject Write(EmulatedUser user) => new()
    {
        ["id"] = user.Id,
        ["role"] = user.Id == 0 ? "" : "user",
        ["position"] = user.Position,
        ["phone"] = user.Phone,
        ["email"] = user.Email,
        ["isOwner"] = user.IsOwner,
        ["firstName"] = user.FirstName,
        ["secondName"] = user.SecondName,
        ["patronymic"] = user.Patronymic,
        ["goodsReturn"] = user.GoodsReturn,
        ["isInvitee"] = user.InviteId is not null,
        ["inviteeInfo"] = user.InviteId is null ? null : new JsonObject
        {
            ["phoneNumber"] = user.Phone,
            ["position"] = user.Position,
            ["inviteUuid"] = user.InviteId,
            ["expiredAt"] = user.InviteExpiresAt is { } time ? Rfc3339(time) : null,
            ["isActive"] = users.IsActive(user),
        },
        ["access"] = new JsonArray(
            [.. EmulatedUsers.Sections.Select(s => new JsonObject { ["code"] = s, ["disabled"] = !user.Access.Contains(s) })]),
    };

    private static List<(string Section, bool Disabled)>? ReadAccess(JsonNode? node)
    {
        if (node is not (null or JsonArray))
            return null;
        var access = new List<(string, bool)>();
        foreach (JsonNode? row in node as JsonArray ?? [])
        {
            if (row is not JsonObject right
                || Text(right["code"]) is not { } section
                || !EmulatedUsers.Sections.Contains(section, StringComparer.Ordinal)
                || right["disabled"] is not JsonValue flag
                || !flag.TryGetValue(out bool disabled))
            {
                return null;
            }

            access.Add((section, disabled));
        }

        return access;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static int? Number(string? text, int missing)
    {
        if (text is null)
            return missing;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    private static Answer BadRequest(string cause) => Answer.Json(400, new JsonObject
    {
        ["title"] = "Bad Request",
        ["status"] = 400,
        ["detail"] = $"bad request cause: {cause}",
        ["requestId"] = Problem.NewRequestId(),
        ["origin"] = "public-acl",
    });

    private static string Rfc3339(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
