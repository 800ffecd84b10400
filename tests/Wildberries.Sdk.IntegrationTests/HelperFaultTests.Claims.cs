using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <content>Claims of buyers.</content>
public sealed partial class HelperFaultTests
{
    // Asked for once, and ended when all is there.
    private static readonly ClaimChangeStreamOptions ClaimsOnce = new() { Interval = TimeSpan.FromDays(1), IncludesArchive = false };

    private static void AddClaims(WildberriesEmulator emulator, int count)
    {
        for (int i = 1; i <= count; i++)
            emulator.BuyerReturns.BuyerClaims(new EmulatedClaim { Id = $"c{i}", NmId = 1, Text = "Скол на ручке" });
    }

    // It throws only what has nothing to do with the claim; the result has the rest.
    private static async Task DecideAsync(IWildberriesClient wb, WildberriesEmulator emulator)
    {
        Claim claim = (await wb.BuyerReturns.GetClaimsAsync(false, cancellationToken: Cancel)).Claims[0];
        ClaimDecision decision = await wb.BuyerReturns.DecideAsync(claim, ClaimAction.RefundWithoutReturn, cancellationToken: Cancel);
        if (decision.Error is not { } error)
            return;
        Assert.Equal(
            emulator.BuyerReturns.Find(claim.Id)!.Status == 0 ? ClaimDecisionOutcome.Unknown : ClaimDecisionOutcome.Decided, decision.Outcome);
        throw error;
    }
}
