using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Tests.BuyerReturns;

/// <summary>The claims of one seller, the newest first in each list; what is decided goes into the archive.</summary>
internal sealed class FakeClaimsApi : IBuyerReturnsApi
{
    private readonly DateTimeOffset _start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private int _changes;

    public List<Claim> Open { get; } = [];

    public List<Claim> Archive { get; } = [];

    /// <summary>What was asked: each request in a word.</summary>
    public List<string> Calls { get; } = [];

    public List<UpdateClaimRequest> Sent { get; } = [];

    /// <summary>What the next reads throw; <see langword="null"/>: nothing.</summary>
    public Queue<Exception?> ReadFailures { get; } = [];

    /// <summary>Called before a list is read, with the number of the call.</summary>
    public Action<int>? BeforeRead { get; set; }

    /// <summary>Called before a decision is taken; what it throws, the decision throws, and is not taken.</summary>
    public Action? BeforeDecision { get; set; }

    /// <summary>Called after a decision was taken; what it throws, the decision throws.</summary>
    public Action? AfterDecision { get; set; }

    /// <summary>Whether a claim shows what was decided.</summary>
    public bool ShowsDecisions { get; set; } = true;

    public Claim Make(string id, params ClaimAction[] actions)
    {
        var claim = new Claim
        {
            Id = id,
            NmId = 1,
            Status = ClaimStatus.UnderReview,
            ProductStatus = ClaimProductStatus.UnderReview,
            Actions = actions.Length > 0 ? actions : [ClaimAction.ApproveAfterInspection, ClaimAction.RejectAsNoDefect, ClaimAction.RejectWithComment],
            CreatedAt = _start.AddMinutes(Open.Count + Archive.Count),
            UpdatedAt = _start.AddMinutes(Open.Count + Archive.Count),
        };
        Open.Insert(0, claim);
        return claim;
    }

    public Claim Find(string id) => Open.Concat(Archive).Single(claim => claim.Id == id);

    public void Change(string id, Func<Claim, Claim> change)
    {
        foreach (List<Claim> list in (List<Claim>[])[Open, Archive])
        {
            int index = list.FindIndex(claim => claim.Id == id);
            if (index >= 0)
                list[index] = change(list[index]);
        }
    }

    public void Decide(string id, ClaimStatus status, params ClaimAction[] actions)
    {
        Claim claim = Find(id);
        Open.Remove(claim);
        Archive.Remove(claim);
        Archive.Insert(0, claim with { Status = status, Actions = actions, UpdatedAt = _start.AddHours(++_changes) });
    }

    public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task<ClaimsResponse> GetClaimsAsync(
        bool isArchive, string? claimId = null, long? nmId = null, int? limit = null, int? offset = null, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add($"{(isArchive ? "archive" : "open")} {claimId ?? $"from {offset}"}");
        BeforeRead?.Invoke(Calls.Count);
        if (ReadFailures.TryDequeue(out Exception? failure) && failure is not null)
            throw failure;
        Claim[] found = [.. (isArchive ? Archive : Open).Where(claim => (claimId is null || claim.Id == claimId) && (nmId is null || claim.NmId == nmId))];
        return new ClaimsResponse { Claims = [.. found.Skip(offset ?? 0).Take(limit ?? 50)], Total = found.Length };
    }

    public async Task UpdateClaimAsync(UpdateClaimRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Calls.Add($"{request.Action} {request.Id}");
        Sent.Add(request);
        BeforeDecision?.Invoke();
        if (ShowsDecisions)
        {
            bool isRejected = request.Action.Value.StartsWith("reject", StringComparison.Ordinal);
            Decide(request.Id, isRejected ? ClaimStatus.Rejected : ClaimStatus.Approved, isRejected ? [ClaimAction.ApproveAfterInspection] : []);
            Change(request.Id, claim => claim with { Answer = request.Comment ?? "Ответ" });
        }

        AfterDecision?.Invoke();
    }
}
