using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Users;

namespace Wildberries.Sdk.Tests.Users;

public sealed class UsersApiTests
{
    private const string Invited =
        """{"inviteID":"741b8aa6","expiredAt":"2025-10-06T10:56:04.335060746Z","isSuccess":true,"inviteUrl":"https://seller.wildberries.ru/x?inviteId=e5a8"}""";

    private static readonly Dictionary<string, Func<IUsersApi, Task>> Everything = new()
    {
        ["invite"] = api => api.InviteAsync("79999999999", cancellationToken: Cancel),
        ["list"] = api => api.GetUsersAsync(cancellationToken: Cancel),
        ["stream"] = async api => await api.StreamUsersAsync(cancellationToken: Cancel).CountAsync(Cancel),
        ["change access"] = api => api.UpdateAccessAsync(7, [AccessRight.Deny(AccessSection.Finance)], Cancel),
        ["delete"] = api => api.DeleteUserAsync(7, Cancel),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_goes_out_as_WB_writes_it_and_its_answer_is_read()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, Invited);
        InvitationResponse answer = await host.Api.InviteAsync(
            "79999999999", "Manager", [AccessRight.Allow(AccessSection.Balance), AccessRight.Deny(AccessSection.Finance)], Cancel);
        Assert.Equal(
            [
                """
                POST /api/v1/invite {"access":[{"code":"balance","disabled":false},{"code":"finance","disabled":true}],"invite":{"phoneNumber":"79999999999","position":"Manager"}}
                """,
            ],
            host.Requests);
        Assert.Equal(("741b8aa6", true, "https://seller.wildberries.ru/x?inviteId=e5a8"), (answer.InviteId, answer.IsSuccess, answer.InviteUrl));
        Assert.Equal(new DateTimeOffset(2025, 10, 6, 10, 56, 4, TimeSpan.Zero).AddTicks(3_350_607), answer.ExpiresAt);
    }

    [Fact]
    public async Task A_position_that_is_not_given_is_not_sent()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, Invited);
        await host.Api.InviteAsync("79999999999", cancellationToken: Cancel);
        Assert.Equal(["""POST /api/v1/invite {"access":[],"invite":{"phoneNumber":"79999999999"}}"""], host.Requests);
    }

    [Fact]
    public async Task An_invitation_that_was_not_made_says_so()
    {
        foreach (string json in new[] { """{"isSuccess":false}""", """{"isSuccess":null}""", "{}" })
        {
            using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, json);
            Assert.False((await host.Api.InviteAsync("79999999999", cancellationToken: Cancel)).IsSuccess);
        }
    }

    [Fact]
    public async Task The_list_is_asked_for_with_what_is_given_only()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, "{}");
        await host.Api.GetUsersAsync(cancellationToken: Cancel);
        await host.Api.GetUsersAsync(10, 20, true, Cancel);
        Assert.Equal(["GET /api/v1/users", "GET /api/v1/users?limit=10&offset=20&isInviteOnly=true"], host.Requests);
    }

    [Fact]
    public async Task A_user_is_read_with_role_invitation_and_access()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, """
            {"total":"2","countInResponse":2,"added":1,"users":[
              {"id":"4294967297","role":"user","position":"Аналитик","phone":"79999999999","email":"user1@example.com","isOwner":"true",
               "firstName":"Иван","secondName":"Иванов","patronymic":"","goodsReturn":true,"isInvitee":false,"inviteeInfo":null,
               "access":[{"code":"supply","disabled":true},{"code":"newSection","disabled":false}]},
              {"id":0,"role":"","isInvitee":true,"access":null,
               "inviteeInfo":{"phoneNumber":"79996666666","position":"Аналитик","inviteUuid":"00000000-0002","expiredAt":"2025-12-10T00:00:00Z","isActive":true}}]}
            """);
        UsersResponse page = await host.Api.GetUsersAsync(cancellationToken: Cancel);
        Assert.Equal((2, 2), (page.Total, page.CountInResponse));

        SellerUser first = page.Users[0];
        Assert.Equal((4294967297, UserRole.User, true, true, false), (first.Id, first.Role, first.IsOwner, first.GoodsReturn, first.IsInvitee));
        Assert.Equal(
            ("Аналитик", "79999999999", "user1@example.com", "Иван", "Иванов", ""),
            (first.Position, first.Phone, first.Email, first.FirstName, first.SecondName, first.Patronymic));
        Assert.Null(first.Invitation);
        Assert.Equal([AccessRight.Deny(AccessSection.Supply), AccessRight.Allow(AccessSection.From("newSection"))], first.Access);

        SellerUser second = page.Users[1];
        Assert.Equal((0, UserRole.NotActivated, true), (second.Id, second.Role, second.IsInvitee));
        Assert.Empty(second.Access);
        Assert.Equal(
            new InvitationInfo
            {
                PhoneNumber = "79996666666",
                Position = "Аналитик",
                InviteId = "00000000-0002",
                ExpiresAt = new DateTimeOffset(2025, 12, 10, 0, 0, 0, TimeSpan.Zero),
                IsActive = true,
            },
            second.Invitation);
    }

    [Fact]
    public async Task Access_is_changed_for_one_user_or_for_several()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, "");
        await host.Api.UpdateAccessAsync(42334965, [AccessRight.Deny(AccessSection.Balance)], Cancel);
        await host.Api.UpdateAccessAsync(
            new UpdateAccessRequest
            {
                Users =
                [
                    new UserAccess { UserId = 1, Access = [AccessRight.Allow(AccessSection.ChangeJam)] },
                    new UserAccess { UserId = 2 },
                ],
            },
            Cancel);
        Assert.Equal(
            [
                """PUT /api/v1/users/access {"usersAccesses":[{"userId":42334965,"access":[{"code":"balance","disabled":true}]}]}""",
                """PUT /api/v1/users/access {"usersAccesses":[{"userId":1,"access":[{"code":"changeJam","disabled":false}]},{"userId":2,"access":[]}]}""",
            ],
            host.Requests);
    }

    [Fact]
    public async Task A_user_is_deleted_by_id()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, "");
        await host.Api.DeleteUserAsync(4294967297, Cancel);
        Assert.Equal(["DELETE /api/v1/user?deletedUserID=4294967297"], host.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+79999999999")]
    [InlineData("7 999 999 99 99")]
    [InlineData("٧٩٩٩٩٩٩٩٩٩٩")]
    public void A_phone_number_of_other_than_digits_is_refused_before_the_network(string phone)
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, Invited);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => { _ = host.Api.InviteAsync(phone, cancellationToken: Cancel); });
        Assert.Equal("phoneNumber", exception.ParamName);
        if (phone.Length > 1)
            Assert.DoesNotContain(phone, exception.Message, StringComparison.Ordinal);
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task A_position_may_have_150_characters_and_no_more()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, Invited);
        string longest = string.Concat(Enumerable.Repeat("🎁", 150));
        ArgumentException exception = Assert.Throws<ArgumentException>(() => { _ = host.Api.InviteAsync("7", longest + "я", cancellationToken: Cancel); });
        Assert.Equal("position", exception.ParamName);
        Assert.Contains("151", exception.Message, StringComparison.Ordinal);
        Assert.Empty(host.Requests);
        await host.Api.InviteAsync("7", longest, cancellationToken: Cancel);
        Assert.Single(host.Requests);
    }

    [Fact]
    public void Rights_that_make_no_sense_are_refused_before_the_network()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, Invited);
        AccessRight[] twice = [AccessRight.Allow(AccessSection.Supply), AccessRight.Deny(AccessSection.Supply)];
        AccessRight[] unnamed = [new AccessRight()];
        foreach (AccessRight[] access in new[] { twice, unnamed, [null!] })
        {
            Assert.Equal("access", Assert.Throws<ArgumentException>(() => { _ = host.Api.InviteAsync("7", null, access, Cancel); }).ParamName);
            Assert.Equal("access", Assert.Throws<ArgumentException>(() => { _ = host.Api.UpdateAccessAsync(1, access, Cancel); }).ParamName);
        }

        Assert.Equal("access", Assert.Throws<ArgumentException>(() => { _ = host.Api.UpdateAccessAsync(1, [], Cancel); }).ParamName);
        Assert.Equal(
            "userId",
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = host.Api.UpdateAccessAsync(0, [AccessRight.Allow(AccessSection.Supply)], Cancel); }).ParamName);
        Assert.Empty(host.Requests);
    }

    [Theory]
    [InlineData(0, true, 1)]
    [InlineData(100, true, 1)]
    [InlineData(101, true, 2)]
    [InlineData(250, true, 3)]
    [InlineData(250, false, 4)]
    public async Task The_stream_reads_to_the_end_with_no_request_too_many(int count, bool total, int requests)
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, request => Page(request, count, total));
        List<long> ids = [];
        await foreach (SellerUser user in host.Api.StreamUsersAsync(cancellationToken: Cancel))
            ids.Add(user.Id);
        Assert.Equal(Enumerable.Range(1, count).Select(i => (long)i), ids);
        Assert.Equal(requests, host.Requests.Count);
        Assert.Equal("GET /api/v1/users?limit=100&offset=0&isInviteOnly=false", host.Requests[0]);
    }

    [Fact]
    public async Task Somebody_invited_meanwhile_makes_nobody_come_twice()
    {
        int calls = 0;
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, _ => calls++ == 0
            ? """{"total":3,"users":[{"id":0,"inviteeInfo":{"inviteUuid":"b"}},{"id":0,"inviteeInfo":{"inviteUuid":"a"}}]}"""
            : """{"total":4,"users":[{"id":0,"inviteeInfo":{"inviteUuid":"a"}},{"id":0,"inviteeInfo":{"inviteUuid":"c"}}]}""");
        List<string?> ids = [];
        await foreach (SellerUser user in host.Api.StreamUsersAsync(isInviteOnly: true, Cancel))
            ids.Add(user.Invitation?.InviteId);
        Assert.Equal(["b", "a", "c"], ids);
        Assert.Equal("GET /api/v1/users?limit=100&offset=2&isInviteOnly=true", host.Requests[1]);
    }

    [Fact]
    public async Task A_list_that_repeats_itself_and_tells_no_total_ends()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, """{"users":[{"id":1},null]}""");
        int count = 0;
        await foreach (SellerUser user in host.Api.StreamUsersAsync(cancellationToken: Cancel))
            count++;
        Assert.Equal((1, 2), (count, host.Requests.Count));
    }

    [Fact]
    public async Task A_list_that_repeats_itself_before_its_total_is_an_error()
    {
        using var host = new FakeHost<IUsersApi>(UsersJsonContext.Default, """{"total":5,"users":[{"id":1},{"id":2}]}""");
        int count = 0;
        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (SellerUser user in host.Api.StreamUsersAsync(cancellationToken: Cancel))
                count++;
        });
        Assert.Equal((2, 2), (count, host.Requests.Count));
    }

    public static TheoryData<string> Calls { get; } = [.. Everything.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Only_a_personal_token_gets_out_of_the_door(string name)
    {
        // The constructor's token is the personal one; the others are clients of the same container.
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, Invited);
        IWildberriesClientFactory factory = wb.Services.GetRequiredService<IWildberriesClientFactory>();
        (TokenType Type, string? Secret)[] others =
            [(TokenType.Base, null), (TokenType.Base, "secret"), (TokenType.Service, null), (TokenType.Service, "secret"), (TokenType.Test, null)];
        foreach ((TokenType type, string? secret) in others)
        {
            IUsersApi users = factory.Create(new FixedCredentialsProvider(new WildberriesCredentials(TestTokens.Create(type), secret))).Users;
            var refusal = await Assert.ThrowsAsync<WildberriesAccessException>(() => Everything[name](users));
            Assert.Equal((TokenKinds.Personal, type, null), (refusal.AllowedTokenKinds, refusal.TokenType, refusal.StatusCode));
        }

        await Assert.ThrowsAsync<WildberriesAccessException>(
            () => Everything[name](factory.Create(TestTokens.Create(categories: TestTokens.AllCategories & ~TokenCategory.Users)).Users));
        Assert.Empty(wb.Arrivals);

        await Everything[name](wb.Client.Users);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public async Task A_read_only_token_lists_users_and_changes_nothing()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(readOnly: true));
        wb.Answer(HttpStatusCode.OK, "{}");
        foreach (string name in Everything.Keys)
        {
            if (name is "list" or "stream")
                continue;
            await Assert.ThrowsAsync<WildberriesAccessException>(() => Everything[name](wb.Client.Users));
        }

        Assert.Empty(wb.Arrivals);
        await Everything["list"](wb.Client.Users);
        Assert.Single(wb.Arrivals);
    }

    [Fact]
    public void All_operations_but_the_ping_are_for_personal_tokens() => Assert.All(
        WildberriesOperations.Of<IUsersApi>(),
        operation => Assert.Equal(
            operation.MethodName == nameof(IUsersApi.PingAsync) ? (TokenCategory.None, TokenKinds.Any) : (TokenCategory.Users, TokenKinds.Personal),
            (operation.Category, operation.TokenKinds)));

    [Fact]
    public void Nothing_that_tells_who_a_person_is_gets_into_a_text_for_logs()
    {
        var info = new InvitationInfo { InviteId = "inv", PhoneNumber = "79991112233" };
        var user = new SellerUser
        {
            Id = 7,
            Phone = "79991112233",
            Email = "a@example.com",
            FirstName = "Имя",
            SecondName = "Фамилия",
            Patronymic = "Отчество",
            Invitation = info,
        };
        foreach (string text in new[]
        {
            user.ToString(),
            new UsersResponse { Users = [user] }.ToString(),
            new Invitee { PhoneNumber = "79991112233" }.ToString(),
            new InvitationRequest { Invite = new Invitee { PhoneNumber = "79991112233" } }.ToString(),
            new InvitationResponse { InviteUrl = "https://x/79991112233" }.ToString(),
        })
        {
            foreach (string secret in new[] { "79991112233", "a@example.com", "Имя", "Фамилия", "Отчество" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains("7", user.ToString(), StringComparison.Ordinal);
    }

    private static string Page(HttpRequestMessage request, int count, bool total)
    {
        Dictionary<string, int> query = request.RequestUri!.Query.TrimStart('?').Split('&').Select(p => p.Split('='))
            .Where(p => p[0] is "limit" or "offset")
            .ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture));
        IEnumerable<string> users = Enumerable.Range(1, count).Skip(query["offset"]).Take(query["limit"]).Select(i => $"{{\"id\":{i}}}");
        return $"{{{(total ? $"\"total\":{count}," : "")}\"users\":[{string.Join(',', users)}]}}";
    }
}
