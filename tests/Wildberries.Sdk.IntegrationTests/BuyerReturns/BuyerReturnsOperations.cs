using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.BuyerReturns;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class BuyerReturnsOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IBuyerReturnsApi api, EmulatedClaims claims)
    {
        EmulatedClaim made = claims.BuyerClaims(new EmulatedClaim { NmId = 168902447, Text = "Скол на ручке", Price = 690.5m, Photos = [new byte[] { 1 }] });

        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        ClaimsResponse page = await api.GetClaimsAsync(false, nmId: 168902447, limit: 200, cancellationToken: Cancel);
        Assert.Equal(1, page.Total);
        Claim claim = Assert.Single(page.Claims);
        Assert.Equal((made.Id, ClaimSource.BuyerPortal, ClaimStatus.UnderReview), (claim.Id, claim.Source, claim.Status));
        Assert.Equal(("Скол на ручке", 690.5m, made.Srid), (claim.BuyerComment, claim.Price, claim.Srid));
        Assert.Equal(made.CreatedAt, claim.CreatedAt!.Value, TimeSpan.FromMicroseconds(1));
        using (var client = new HttpClient())
            Assert.Equal([1], await client.GetByteArrayAsync("http:" + Assert.Single(claim.Photos), Cancel));

        await api.UpdateClaimAsync(
            new UpdateClaimRequest { Id = claim.Id, Action = ClaimAction.RejectWithComment, Comment = "На фото другой товар" }, Cancel);
        claim = Assert.Single((await api.GetClaimsAsync(true, claim.Id, cancellationToken: Cancel)).Claims);
        Assert.Equal((ClaimStatus.Rejected, ClaimProductStatus.KeptAfterRejection, "На фото другой товар"), (claim.Status, claim.ProductStatus, claim.Answer));
        await api.UpdateClaimAsync(new UpdateClaimRequest { Id = claim.Id, Action = claim.Actions[0] }, Cancel);
        claim = Assert.Single((await api.GetClaimsAsync(true, cancellationToken: Cancel)).Claims);
        Assert.Equal((ClaimStatus.Approved, ClaimProductStatus.ReturnedToSale), (claim.Status, claim.ProductStatus));
        Assert.Empty(claim.Actions);
        Assert.All(claims.Decisions, decision => Assert.True(decision.IsTaken));
    }
}
