using System.Net;
using System.Text.RegularExpressions;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.BuyerReturns;

public sealed partial class BuyerReturnsApiTests
{
    private const string Id = "fe3e9337-e9f9-423c-8930-946a8ebef80";
    private const string Comment = "Фото не имеет отношения к товару";

    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    private static readonly Dictionary<string, Func<IBuyerReturnsApi, Task>> Calls = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["GET /api/v1/claims?is_archive=false"] = api => api.GetClaimsAsync(false),
        [$"GET /api/v1/claims?is_archive=true&id={Id}&nm_id=4294967297&limit=200&offset=31"] = api => api.GetClaimsAsync(true, Id, 4_294_967_297, 200, 31),
        [$$"""PATCH /api/v1/claim {"id":"{{Id}}","action":"autorefund1"}"""] = api => api.UpdateClaimAsync(Decide(ClaimAction.RefundWithoutReturn)),
        [$$"""PATCH /api/v1/claim {"id":"{{Id}}","action":"rejectcustom","comment":"{{Comment}}"}"""] = api =>
            api.UpdateClaimAsync(Decide(ClaimAction.RejectWithComment, Comment)),
        [$$"""PATCH /api/v1/claim {"id":"{{Id}}","action":"approvecc1"}"""] = api => api.UpdateClaimAsync(Decide(ClaimAction.ApproveShopReturn)),
        [$$"""PATCH /api/v1/claim {"id":"{{Id}}","action":"newaction","comment":"{{Comment}}"}"""] = api =>
            api.UpdateClaimAsync(Decide(ClaimAction.From("newaction"), Comment)),
    };

    private static readonly Dictionary<string, Func<IBuyerReturnsApi, Task>> Refused = new()
    {
        ["nmId: no product"] = api => api.GetClaimsAsync(false, nmId: 0),
        ["limit: no claims"] = api => api.GetClaimsAsync(false, limit: 0),
        ["limit: more than WB gives"] = api => api.GetClaimsAsync(false, limit: 201),
        ["offset: before the first"] = api => api.GetClaimsAsync(false, offset: -1),
        ["request: none"] = api => api.UpdateClaimAsync(null!),
        ["request: no comment where one must be"] = api => api.UpdateClaimAsync(Decide(ClaimAction.RejectWithComment)),
        ["request: a comment that nobody would see"] = api => api.UpdateClaimAsync(Decide(ClaimAction.ApproveAndTakeBack, Comment)),
        ["request: a comment beside a ready-made one"] = api => api.UpdateClaimAsync(Decide(ClaimAction.RejectAsNoDefect, Comment)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IBuyerReturnsApi>(BuyerReturnsJsonContext.Default, """{"claims":[]}""");
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests.Select(Unescaped));
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.BuyerReturns));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.DoesNotContain(Comment, error.Message, StringComparison.Ordinal);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public void What_WB_would_refuse_is_refused_when_it_is_set()
    {
        Throws("Id", () => new UpdateClaimRequest { Id = " ", Action = ClaimAction.RefundWithoutReturn });
        Throws("Action", () => new UpdateClaimRequest { Id = Id, Action = default });
        Throws("Comment", () => Decide(ClaimAction.RejectWithComment, ""));
        Throws("Comment", () => Decide(ClaimAction.RejectWithComment, new string(' ', 10)));
        Throws("Comment", () => Decide(ClaimAction.RejectWithComment, new string('я', 9)));
        Throws("Comment", () => Decide(ClaimAction.RejectWithComment, new string('я', 1001)));
        Throws("Comment", () => Decide(ClaimAction.RejectWithComment, "Десять знаков\0"));
        Assert.Equal(10, Decide(ClaimAction.RejectWithComment, new string('я', 10)).Comment!.Length);

        // An emoji is one character at WB and two in C#.
        string longest = string.Concat(Enumerable.Repeat("🎁", 1000));
        Assert.Same(longest, Decide(ClaimAction.ApproveShopReturn, longest).Comment);
    }

    [Fact]
    public async Task A_claim_is_read_with_its_times_in_Moscow()
    {
        using FakeHost<IBuyerReturnsApi> host = Host(
            """
            {"claims":[{"id":"fe3e9337-e9f9-423c-8930-946a8ebef80","claim_type":1,"status":2,"status_ex":8,"nm_id":196320101,
             "user_comment":"Длина провода","wb_comment":"Укажите дату","dt":"2025-03-26T17:06:12.245611","imt_name":"Кабель","order_dt":"2024-10-27T05:18:56",
             "dt_update":"2025-05-10T18:01:06.999613","photos":["//photos.wbstatic.net/claim/1.webp","//photos.wbstatic.net/claim/2.webp"],
             "video_paths":["//video.wbstatic.net/claim/1.mp4"],"actions":["autorefund1","approve1"],"price":157.5,"currency_code":"643",
             "srid":"v5o_7143225816503318733.0.0","origin_id_info":"IMEI 1","delivery_dt":"2025-04-09T14:36:07"}],"total":31}
            """);
        ClaimsResponse page = await host.Api.GetClaimsAsync(false, cancellationToken: Cancel);
        Assert.Equal(31, page.Total);
        Claim claim = Assert.Single(page.Claims);
        Assert.Equal((Id, ClaimSource.BuyerPortal, ClaimStatus.Approved, ClaimProductStatus.ReturnedToSale), (claim.Id, claim.Source, claim.Status!.Value, claim.ProductStatus!.Value));
        Assert.Equal([ClaimAction.RefundWithoutReturn, ClaimAction.ApproveAfterInspection], claim.Actions);
        Assert.Equal((196_320_101, "Кабель", "v5o_7143225816503318733.0.0", 157.5m, "643"), (claim.NmId, claim.ProductName, claim.Srid, claim.Price, claim.CurrencyCode));
        Assert.Equal(("Длина провода", "Укажите дату", "IMEI 1"), (claim.BuyerComment, claim.Answer, claim.ImeiCheck));
        Assert.Equal(["//photos.wbstatic.net/claim/1.webp", "//photos.wbstatic.net/claim/2.webp"], claim.Photos);
        Assert.Equal(["//video.wbstatic.net/claim/1.mp4"], claim.Videos);
        Assert.Equal(new DateTimeOffset(2025, 3, 26, 17, 6, 12, Moscow).AddTicks(2_456_110), claim.CreatedAt);
        Assert.Equal(new DateTimeOffset(2025, 5, 10, 18, 1, 6, Moscow).AddTicks(9_996_130), claim.UpdatedAt);
        Assert.Equal(new DateTimeOffset(2024, 10, 27, 5, 18, 56, Moscow), claim.OrderedAt);
        Assert.Equal(new DateTimeOffset(2025, 4, 9, 14, 36, 7, Moscow), claim.ReceivedAt);
    }

    [Fact]
    public async Task A_claim_of_which_WB_says_little_or_something_new_fails_nothing()
    {
        using FakeHost<IBuyerReturnsApi> host = Host(
            """
            {"claims":[
             {"id":"a","claim_type":9,"status":7,"status_ex":11,"actions":["approve9",null],"photos":null,"video_paths":null,"wb_comment":null,"imt_name":null,"origin_id_info":null},
             {"id":"b","status":0,"status_ex":0,"actions":[],"price":null,"dt":"","order_dt":null},
             {}
            ]}
            """);
        ClaimsResponse page = await host.Api.GetClaimsAsync(true, cancellationToken: Cancel);
        Assert.Null(page.Total);
        Claim first = page.Claims[0], second = page.Claims[1], third = page.Claims[2];
        Assert.Equal((ClaimSource.From(9), ClaimStatus.From(7), ClaimProductStatus.From(11)), (first.Source, first.Status!.Value, first.ProductStatus!.Value));
        Assert.Equal([ClaimAction.From("approve9"), default], first.Actions);
        Assert.Empty(first.Photos);
        Assert.Empty(first.Videos);
        Assert.Equal((ClaimStatus.UnderReview, ClaimProductStatus.UnderReview), (second.Status!.Value, second.ProductStatus!.Value));
        Assert.Equal((null, null, null), (second.Price, second.CreatedAt, second.OrderedAt));
        Assert.Empty(second.Actions);
        Assert.Equal(("", null, null), (third.Id, third.Status, third.ProductStatus));
    }

    [Fact]
    public async Task A_page_without_its_list_is_not_the_end()
    {
        using FakeHost<IBuyerReturnsApi> host = Host("""{"total":3}""");
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetClaimsAsync(false, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_refused_decision_says_what_WB_says()
    {
        using var wb = new FakeWildberries();
        wb.Answer(
            HttpStatusCode.BadRequest,
            """{"title":"Validation error","detail":"Input model is not valid; Details: The Action field is required.","requestId":"0HN3"}""");
        var refusal = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Elapse(RefundAsync()));
        Assert.Equal(("Validation error", "0HN3"), (refusal.Title, refusal.RequestId));
        Assert.Single(wb.Arrivals);

        async Task<bool> RefundAsync()
        {
            await wb.Client.BuyerReturns.UpdateClaimAsync(Decide(ClaimAction.RefundWithoutReturn), Cancel);
            return true;
        }
    }

    [Fact]
    public async Task A_read_only_token_reads_claims_and_decides_nothing()
    {
        using var wb = new FakeWildberries(token: TestTokens.Create(readOnly: true));
        await Assert.ThrowsAsync<WildberriesAccessException>(() => wb.Client.BuyerReturns.UpdateClaimAsync(Decide(ClaimAction.RefundWithoutReturn), Cancel));
        Assert.Empty(wb.Arrivals);
        wb.Answer(HttpStatusCode.OK, """{"claims":[],"total":0}""");
        Assert.Equal(0, (await wb.Elapse(wb.Client.BuyerReturns.GetClaimsAsync(false, cancellationToken: Cancel))).Total);
    }

    [Fact]
    public void Nothing_that_buyer_and_seller_write_gets_into_a_text_for_logs()
    {
        var claim = new Claim
        {
            Id = Id,
            Actions = [ClaimAction.RejectAsNoDefect, ClaimAction.RejectWithComment],
            BuyerComment = "порвано",
            Answer = "отказ",
            ImeiCheck = "359889346153011",
            Photos = ["//photos/1.webp"],
            Videos = ["//video/1.mp4"],
        };
        UpdateClaimRequest request = Decide(ClaimAction.RejectWithComment, Comment);
        string all = $"{claim} {new ClaimsResponse { Claims = [claim] }} {request}";
        foreach (string secret in (string[])["порвано", "отказ", "359889346153011", "photos/", "video/", Comment])
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.Contains("reject1|rejectcustom", claim.ToString(), StringComparison.Ordinal);
        Assert.Contains(Id, request.ToString(), StringComparison.Ordinal);
    }

    private static UpdateClaimRequest Decide(ClaimAction action, string? comment = null) => new() { Id = Id, Action = action, Comment = comment };

    private static FakeHost<IBuyerReturnsApi> Host(string json) => new(BuyerReturnsJsonContext.Default, json);

    private static string Unescaped(string request) =>
        Escape().Replace(request, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static void Throws(string member, Func<object> make) => Assert.Equal(member, Assert.ThrowsAny<ArgumentException>(make).ParamName);

    [GeneratedRegex("\\\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}
