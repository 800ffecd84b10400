using Wildberries.Sdk;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.State;

namespace Snippets;

public static class Returns
{
    public static async Task FollowAsync(IWildberriesClient wb, IStateStore store, string sellerId, CancellationToken stop)
    {
        // <follow>
        var options = new ClaimChangeStreamOptions { MaxOutage = TimeSpan.FromHours(1) };
        await foreach (Claim claim in wb.BuyerReturns.StreamClaimChangesAsync(store, sellerId, options, stop))
        {
            // Decided claims come, too: also those that you have decided yourself.
            if (claim.Status == ClaimStatus.UnderReview)
                Console.WriteLine($"{claim.ProductName}: {claim.BuyerComment} ({string.Join(", ", claim.Actions)})");
        }
        // </follow>
    }

    public static async Task ReadAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <read>
        await foreach (Claim claim in wb.BuyerReturns.StreamClaimsAsync(isArchive: false, cancellationToken: stop))
            Console.WriteLine($"{claim.Id}: until {claim.CreatedAt?.AddDays(14):d}");
        // </read>
    }

    public static async Task DecideAsync(IWildberriesClient wb, Claim claim, CancellationToken stop)
    {
        // <decide>
        ClaimDecision decision = await wb.BuyerReturns.DecideAsync(
            claim, ClaimAction.RejectWithComment, "На фото другой товар: у нашей кружки белое дно.", cancellationToken: stop);
        Console.WriteLine(decision.Outcome switch
        {
            ClaimDecisionOutcome.Decided => "decided",
            ClaimDecisionOutcome.AlreadyDecided => $"somebody was faster: {decision.Claim.Answer}",
            ClaimDecisionOutcome.Unknown => "nobody knows yet: read the claim later",
            _ => $"not decided: {decision.Reason}",
        });
        // </decide>
    }

    public static async Task DecideManyAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <decide-many>
        List<Claim> cheap = [];
        await foreach (Claim claim in wb.BuyerReturns.StreamClaimsAsync(isArchive: false, cancellationToken: stop))
        {
            if (claim is { CurrencyCode: "643", Price: < 300 } && claim.Actions.Contains(ClaimAction.RefundWithoutReturn))
                cheap.Add(claim);
        }

        foreach (Claim claim in cheap)
        {
            ClaimDecision decision = await wb.BuyerReturns.DecideAsync(claim, ClaimAction.RefundWithoutReturn, cancellationToken: stop);
            Console.WriteLine($"{claim.Id}: {decision.Outcome} {decision.Reason}");
        }
        // </decide-many>
    }

    public static async Task DownloadAsync(IWildberriesClient wb, Claim claim, string folder, CancellationToken stop)
    {
        // <download>
        var options = new MediaDownloadOptions { MaxBytes = 20 * 1024 * 1024 };
        for (int i = 0; i < claim.Photos.Count; i++)
        {
            await using FileStream file = File.Create(Path.Combine(folder, $"{i + 1}.webp"));
            await wb.BuyerReturns.DownloadMediaAsync(claim.Photos[i], file, options, stop);
        }
        // </download>
    }

    public static async Task ReviewAsync(IWildberriesClient wb, Feedback feedback, Stream destination, CancellationToken stop)
    {
        // <review>
        DownloadedMedia photo = await wb.Feedbacks.DownloadMediaAsync(feedback.Photos[0].FullSizeUrl!, destination, cancellationToken: stop);
        Console.WriteLine($"{photo.ContentType}, {photo.Length} bytes");
        // </review>
    }
}
