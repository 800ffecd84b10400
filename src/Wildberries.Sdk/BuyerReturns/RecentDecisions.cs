namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What this process has decided of late: WB's list may show a decision later than WB takes it.</summary>
internal static class RecentDecisions
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly Dictionary<(object Owner, string Id), (Claim Before, DateTimeOffset At)> Decisions = [];

    /// <summary>A claim was decided.</summary>
    /// <param name="owner">The seller, or what stands for the seller.</param>
    /// <param name="before">The claim as it was.</param>
    /// <param name="clock">The clock.</param>
    public static void Add(object owner, Claim before, TimeProvider clock)
    {
        DateTimeOffset now = clock.GetUtcNow();

        // Only what tells one version from another: nothing of a buyer's.
        var version = new Claim { Id = before.Id, Status = before.Status, ProductStatus = before.ProductStatus, UpdatedAt = before.UpdatedAt };
        lock (Decisions)
        {
            foreach ((object, string) old in Decisions.Where(one => now - one.Value.At > Lifetime).Select(one => one.Key).ToArray())
                Decisions.Remove(old);
            Decisions[(owner, before.Id.ToUpperInvariant())] = (version, now);
        }
    }

    /// <summary>The claim as it was before it was decided.</summary>
    /// <param name="owner">The seller, or what stands for the seller.</param>
    /// <param name="claimId">The claim.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The claim; <see langword="null"/>: it was not decided by this process of late.</returns>
    public static Claim? Find(object owner, string claimId, TimeProvider clock)
    {
        lock (Decisions)
            return Decisions.TryGetValue((owner, claimId.ToUpperInvariant()), out (Claim Before, DateTimeOffset At) decision) && clock.GetUtcNow() - decision.At <= Lifetime ? decision.Before : null;
    }
}
