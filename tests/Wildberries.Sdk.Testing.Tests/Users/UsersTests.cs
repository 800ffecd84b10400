using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing.Tests.Users;

public sealed class UsersTests
{
    private const string Invite = """{"invite":{"phoneNumber":"79999999999","position":"Менеджер"}}""";

    [Fact]
    public async Task An_invitation_makes_an_invited_person_who_can_come()
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await SendAsync(harness, HttpMethod.Post, Rows.Invite, Invite);
        Assert.Equal(200, (int)response.StatusCode);
        JsonElement answer = await Harness.ReadAsync(response);
        EmulatedUser invited = Assert.Single(harness.Emulator.Users.Invited);
        Assert.Equal(
            $$"""
            {"inviteID":"{{invited.InviteId}}","expiredAt":"2026-09-08T09:00:00Z","isSuccess":true,"inviteUrl":"https://seller.wildberries.ru/supplier-settings/supplier-card?inviteId={{invited.InviteId}}"}
            """,
            answer.GetRawText());
        Assert.Equal(("79999999999", "Менеджер", 0), (invited.Phone, invited.Position, invited.Id));

        JsonElement row = Assert.Single((await harness.GetJsonAsync(Rows.Users + "?isInviteOnly=true")).GetProperty("users").EnumerateArray());
        Assert.Equal(("", 0, true), (row.GetProperty("role").GetString(), row.GetProperty("id").GetInt64(), row.GetProperty("isInvitee").GetBoolean()));
        Assert.Equal(
            $$"""
            {"phoneNumber":"79999999999","position":"Менеджер","inviteUuid":"{{invited.InviteId}}","expiredAt":"2026-09-08T09:00:00Z","isActive":true}
            """,
            row.GetProperty("inviteeInfo").GetRawText());
        Assert.Equal(0, (await harness.GetJsonAsync(Rows.Users)).GetProperty("total").GetInt32());

        EmulatedUser user = harness.Emulator.Users.Accept(invited.InviteId!);
        JsonElement come = Assert.Single((await harness.GetJsonAsync(Rows.Users)).GetProperty("users").EnumerateArray());
        Assert.Equal(("user", user.Id, true), (come.GetProperty("role").GetString(), come.GetProperty("id").GetInt64(), come.GetProperty("isInvitee").GetBoolean()));
        Assert.Empty(harness.Emulator.Users.Invited);
        Assert.Throws<ArgumentException>(() => harness.Emulator.Users.Accept(invited.InviteId!));
    }

    [Fact]
    public async Task An_invitation_expires()
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await SendAsync(harness, HttpMethod.Post, Rows.Invite, Invite);
        harness.Clock.Advance(TimeSpan.FromDays(7));
        JsonElement row = (await harness.GetJsonAsync(Rows.Users + "?isInviteOnly=true")).GetProperty("users")[0];
        Assert.False(row.GetProperty("inviteeInfo").GetProperty("isActive").GetBoolean());
        string id = harness.Emulator.Users.Invited[0].InviteId!;
        Assert.Throws<ArgumentException>(() => harness.Emulator.Users.Accept(id));
    }

    [Theory]
    [InlineData("", "showcase changeJam")]
    [InlineData("\"access\":[],", "showcase changeJam")]
    [InlineData("\"access\":[{\"code\":\"supply\",\"disabled\":true},{\"code\":\"showcase\",\"disabled\":false}],", "changeJam supply")]
    [InlineData("\"access\":[{\"code\":\"changeJam\",\"disabled\":false},{\"code\":\"changeJam\",\"disabled\":true}],", "showcase changeJam")]
    [InlineData("\"access\":[{\"code\":\"changeJam\",\"disabled\":false},{\"code\":\"changeJam\",\"disabled\":false}],", "showcase")]
    public async Task What_an_invitation_does_not_name_is_open_but_for_two_sections(string access, string closed)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await SendAsync(harness, HttpMethod.Post, Rows.Invite, "{" + access + "\"invite\":{\"phoneNumber\":\"7\"}}");
        Assert.Equal(200, (int)response.StatusCode);
        JsonElement rights = (await harness.GetJsonAsync(Rows.Users + "?isInviteOnly=true")).GetProperty("users")[0].GetProperty("access");
        Assert.Equal(20, rights.GetArrayLength());
        Assert.Equal(
            closed.Split(' ').Order(),
            rights.EnumerateArray().Where(r => r.GetProperty("disabled").GetBoolean()).Select(r => r.GetProperty("code").GetString()!).Order());
    }

    [Fact]
    public async Task Lists_come_by_page_the_invited_with_the_last_first()
    {
        await using Harness harness = await Harness.StartAsync(o => o.RateLimits = false);
        for (int i = 0; i < 130; i++)
            harness.Emulator.Users.Add(new EmulatedUser { Phone = "7" });
        for (int i = 1; i <= 3; i++)
            using (await SendAsync(harness, HttpMethod.Post, Rows.Invite, $$$"""{"invite":{"phoneNumber":"{{{i}}}"}}"""))
                continue;

        JsonElement first = await harness.GetJsonAsync(Rows.Users);
        Assert.Equal((130, 100), (first.GetProperty("total").GetInt32(), first.GetProperty("countInResponse").GetInt32()));
        JsonElement rest = await harness.GetJsonAsync(Rows.Users + "?limit=40&offset=100");
        Assert.Equal((130, 30), (rest.GetProperty("total").GetInt32(), rest.GetProperty("users").GetArrayLength()));
        JsonElement invited = await harness.GetJsonAsync(Rows.Users + "?isInviteOnly=true&limit=2&offset=1");
        Assert.Equal(["2", "1"], invited.GetProperty("users").EnumerateArray().Select(u => u.GetProperty("phone").GetString()));
    }

    [Fact]
    public async Task Access_is_changed_for_all_or_for_nobody()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedUsers users = harness.Emulator.Users;
        EmulatedUser one = users.Add(new EmulatedUser { Phone = "1", Access = new HashSet<string> { "supply", "balance" } });
        string Body(long second) =>
            $$"""
            {"usersAccesses":[{"userId":{{one.Id}},"access":[{"code":"balance","disabled":true},{"code":"showcase","disabled":false}]},
            {"userId":{{second}},"access":[{"code":"supply","disabled":true}]}]}
            """;

        using HttpResponseMessage refused = await SendAsync(harness, HttpMethod.Put, Rows.Access, Body(1));
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal("bad request cause: user is not in current supplier", (await Harness.ReadAsync(refused)).GetProperty("detail").GetString());
        Assert.Equal(["balance", "supply"], users.Active[0].Access.Order());

        EmulatedUser two = users.Add(new EmulatedUser { Phone = "2" });
        using HttpResponseMessage done = await SendAsync(harness, HttpMethod.Put, Rows.Access, Body(two.Id));
        Assert.Equal((200, 0L), ((int)done.StatusCode, done.Content.Headers.ContentLength));
        Assert.Equal(["showcase", "supply"], users.Active[0].Access.Order());
        Assert.DoesNotContain("supply", users.Active[1].Access);
    }

    [Fact]
    public async Task A_user_is_deleted_once_and_the_owner_never()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedUser owner = harness.Emulator.Users.Add(new EmulatedUser { Phone = "1", IsOwner = true });
        EmulatedUser user = harness.Emulator.Users.Add(new EmulatedUser { Phone = "2" });
        foreach ((long id, int status) in new[] { (user.Id, 200), (user.Id, 400), (owner.Id, 400) })
        {
            using HttpResponseMessage response = await SendAsync(harness, HttpMethod.Delete, $"{Rows.User}?deletedUserID={id}");
            Assert.Equal(status, (int)response.StatusCode);
        }

        Assert.Equal(owner.Id, Assert.Single(harness.Emulator.Users.Active).Id);
    }

    [Theory]
    [InlineData("POST", Rows.Invite, "")]
    [InlineData("POST", Rows.Invite, "[]")]
    [InlineData("POST", Rows.Invite, """{"invite":{}}""")]
    [InlineData("POST", Rows.Invite, """{"invite":{"phoneNumber":"+7"}}""")]
    [InlineData("POST", Rows.Invite, """{"invite":{"phoneNumber":"7","position":5}}""")]
    [InlineData("POST", Rows.Invite, """{"invite":{"phoneNumber":"7"},"access":{}}""")]
    [InlineData("POST", Rows.Invite, """{"invite":{"phoneNumber":"7"},"access":[{"code":"kitchen","disabled":true}]}""")]
    [InlineData("POST", Rows.Invite, """{"invite":{"phoneNumber":"7"},"access":[{"code":"supply"}]}""")]
    [InlineData("GET", Rows.Users + "?limit=101", null)]
    [InlineData("GET", Rows.Users + "?limit=0", null)]
    [InlineData("GET", Rows.Users + "?offset=-1", null)]
    [InlineData("GET", Rows.Users + "?isInviteOnly=yes", null)]
    [InlineData("PUT", Rows.Access, "{}")]
    [InlineData("PUT", Rows.Access, """{"usersAccesses":[{"access":[]}]}""")]
    [InlineData("DELETE", Rows.User, null)]
    public async Task What_makes_no_sense_is_400(string verb, string path, string? body)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await SendAsync(harness, new HttpMethod(verb), path, body);
        Assert.Equal(400, (int)response.StatusCode);
        JsonElement problem = await Harness.ReadAsync(response);
        Assert.Equal(("Bad Request", "public-acl"), (problem.GetProperty("title").GetString(), problem.GetProperty("origin").GetString()));
        Assert.NotEmpty(problem.GetProperty("requestId").GetString()!);
    }

    [Theory]
    [InlineData(TokenType.Service)]
    [InlineData(TokenType.Base)]
    public async Task Only_a_personal_token_is_taken(TokenType type)
    {
        await using Harness harness = await Harness.StartAsync();
        using HttpResponseMessage response = await harness.GetAsync(Rows.Users, harness.Emulator.CreateToken(type));
        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_seeded_emulator_has_users_and_an_invitation()
    {
        await using Harness seeded = await Harness.StartAsync(o => o.Seed = true);
        Assert.Equal(3, seeded.Emulator.Users.Active.Count);
        Assert.Single(seeded.Emulator.Users.Active, u => u.IsOwner);
        Assert.Single(seeded.Emulator.Users.Invited);
        await using Harness empty = await Harness.StartAsync();
        Assert.Empty(empty.Emulator.Users.Active);
    }

    private static async Task<HttpResponseMessage> SendAsync(Harness harness, HttpMethod verb, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(verb, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await harness.SendAsync(request);
    }
}
