using System.Net;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.BuyerReturns;

/// <summary>A claim from the buyer's words to the seller's decision, and what the buyer has shown.</summary>
public sealed class ClaimFlowTests : IAsyncLifetime
{
    private static readonly ClaimChangeStreamOptions Once = new() { StopAtEnd = true };

    private readonly InMemoryStateStore _store = new();
    private WildberriesEmulator _emulator = null!;
    private WildberriesClient _wb = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { RateLimits = false }, Cancel);
        _wb = WildberriesClient.Create(_emulator.CreateToken(), options => options.UseEmulator(_emulator));
    }

    public async ValueTask DisposeAsync()
    {
        _wb.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task New_claims_come_and_come_again_when_they_are_decided_anywhere()
    {
        EmulatedClaims claims = _emulator.BuyerReturns;
        claims.BuyerClaims(new EmulatedClaim { Id = "a", NmId = 1, Text = "Скол" });
        claims.BuyerClaims(new EmulatedClaim { Id = "b", NmId = 1, Text = "Не тот цвет" });
        Assert.Equal(["a", "b"], (await NewAsync()).Select(claim => claim.Id));
        Assert.Empty(await NewAsync());

        claims.SellerDecides("a", "rejectcustom", "На фото другой товар");
        Claim rejected = Assert.Single(await NewAsync());
        Assert.Equal(("a", ClaimStatus.Rejected), (rejected.Id, rejected.Status));
        Assert.Equal(ClaimDecisionOutcome.AlreadyDecided, (await _wb.BuyerReturns.DecideAsync(rejected, ClaimAction.RefundWithoutReturn, cancellationToken: Cancel)).Outcome);
        ClaimDecision revised = await _wb.BuyerReturns.DecideAsync(rejected, ClaimAction.RefundWithoutReturn, revisesRejection: true, cancellationToken: Cancel);
        Assert.Equal(ClaimDecisionOutcome.Decided, revised.Outcome);
        Assert.Equal(ClaimStatus.Approved, Assert.Single(await NewAsync()).Status);
        claims.Allow("b", "reject1");
        Assert.Equal([ClaimAction.RejectAsNoDefect], Assert.Single(await NewAsync()).Actions);
        Assert.Single(claims.Decisions);
    }

    [Fact]
    public async Task A_product_that_is_brought_to_the_shop_is_decided_in_two_steps()
    {
        _emulator.BuyerReturns.BuyerClaims(new EmulatedClaim { Id = "a", NmId = 1, IsPickup = true });
        IBuyerReturnsApi api = _wb.BuyerReturns;
        Assert.Equal(ClaimDecisionOutcome.NotAllowed, (await api.DecideAsync(await ClaimAsync(), ClaimAction.ConfirmShopReturn, cancellationToken: Cancel)).Outcome);
        Assert.Equal(ClaimDecisionOutcome.Decided, (await api.DecideAsync(await ClaimAsync(), ClaimAction.ApproveShopReturn, "Ждём вас с 10 до 20", cancellationToken: Cancel)).Outcome);
        Assert.Equal(ClaimDecisionOutcome.Decided, (await api.DecideAsync(await ClaimAsync(), ClaimAction.ConfirmShopReturn, cancellationToken: Cancel)).Outcome);
        Assert.Equal(["approvecc1", "confirmreturngoodcc1"], _emulator.BuyerReturns.Decisions.Select(decision => decision.Action));

        async Task<Claim> ClaimAsync() => await api.StreamClaimsAsync(cancellationToken: Cancel).SingleAsync(Cancel);
    }

    [Fact]
    public async Task What_buyers_have_shown_comes_without_a_token_and_is_refused_with_one()
    {
        _emulator.BuyerReturns.BuyerClaims(new EmulatedClaim { NmId = 1, Photos = [new byte[] { 1 }, new byte[] { 2, 2 }], Video = new byte[] { 3, 3, 3 } });
        Claim claim = await _wb.BuyerReturns.StreamClaimsAsync(cancellationToken: Cancel).SingleAsync(Cancel);
        List<(string?, long)> got = [];
        foreach (string link in claim.Photos.Concat(claim.Videos))
        {
            DownloadedMedia media = await _wb.BuyerReturns.DownloadMediaAsync(link, Stream.Null, cancellationToken: Cancel);
            got.Add((media.ContentType, media.Length));
            Assert.Null(_emulator.Requests.All[^1].TokenId);
        }

        Assert.Equal([("image/webp", 1), ("image/webp", 2), ("video/mp4", 3)], got);

        _emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = "f", NmId = 1, Text = "Хорошо", Photos = [new byte[] { 4 }], Video = new byte[] { 5 } });
        Feedback feedback = (await _wb.Feedbacks.GetFeedbackAsync("f", Cancel)).Data!;
        using var photo = new MemoryStream();
        await _wb.Feedbacks.DownloadMediaAsync(feedback.Photos[0].FullSizeUrl!, photo, cancellationToken: Cancel);
        Assert.Equal([4], photo.ToArray());
        using var playlist = new MemoryStream();
        await _wb.Feedbacks.DownloadMediaAsync(feedback.Video!.PlaylistUrl!, playlist, cancellationToken: Cancel);
        Assert.StartsWith("#EXTM3U", System.Text.Encoding.UTF8.GetString(playlist.ToArray()), StringComparison.Ordinal);

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, feedback.Photos[0].FullSizeUrl);
        request.Headers.TryAddWithoutValidation("Authorization", _emulator.CreateToken());
        using HttpResponseMessage answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<List<Claim>> NewAsync() => await _wb.BuyerReturns.StreamClaimChangesAsync(_store, "seller", Once, Cancel).ToListAsync(Cancel);
}
