using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.BuyerReturns;

public sealed class GivenClaimsTests
{
    [Fact]
    public void What_is_written_is_read_again_and_holds_nothing_of_a_buyers()
    {
        var given = new GivenClaims();
        Claim claim = new() { Id = "fe3e9337-e9f9-423c-8930-946a8ebef80", Answer = "Отказ" };
        given.Add(claim);
        byte[] bytes = given.ToBytes();
        GivenClaims read = GivenClaims.Parse(bytes)!;
        Assert.True(read.Contains(claim));
        Assert.False(read.Contains(claim with { Answer = "Согласие" }));
        Assert.False(read.Contains(claim with { Id = "other" }));
        Assert.DoesNotContain("fe3e9337", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_claims_for_a_store_leave_the_latest()
    {
        var given = new GivenClaims();
        for (int i = 1; i <= 13_000; i++)
            given.Add(new Claim { Id = $"c{i}" });
        byte[] bytes = given.ToBytes();
        Assert.InRange(bytes.Length, StateStoreLimits.MaxValueLength - 1024, StateStoreLimits.MaxValueLength);
        GivenClaims read = GivenClaims.Parse(bytes)!;
        Assert.InRange(read.Count, 12_000, 12_999);
        Assert.True(read.Contains(new Claim { Id = "c13000" }));
        Assert.False(read.Contains(new Claim { Id = "c1" }));
    }

    [Fact]
    public void A_claim_is_forgotten_when_it_was_missing_three_times_in_a_row()
    {
        var given = new GivenClaims();
        given.Add(new Claim { Id = "a" });
        Assert.False(given.Meet([]));
        Assert.False(given.Meet([]));
        Assert.False(given.Meet(["a"]));
        Assert.False(given.Meet([]));
        Assert.False(given.Meet([]));
        Assert.True(given.Meet([]));
        Assert.Equal(0, given.Count);
    }
}
