using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The claims of buyers who want to give products back. May be used from any thread, also while requests are served.</summary>
/// <remarks>
/// WB shows a claim for 14 days, in which the seller can decide. What its documents leave open is so here: a rejected claim can be approved later, but not
/// rejected again; one whose product the buyer brings to the shop stays under review until the seller has it.
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.
/// </remarks>
public sealed class EmulatedClaims
{
    private const int MaxPhotos = 10;
    private static readonly TimeSpan TimeToDecide = TimeSpan.FromDays(14);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly PublicFiles _files;
    private readonly Dictionary<string, EmulatedClaim> _claims = new(StringComparer.Ordinal);
    private readonly List<EmulatedDecision> _decisions = [];
    private int _lastNumber;

    internal EmulatedClaims(TimeProvider time, PublicFiles files)
    {
        _time = time;
        _files = files;
    }

    /// <summary>The claims as they are now, the newest first, with those that WB does not show any more.</summary>
    public IReadOnlyList<EmulatedClaim> All
    {
        get
        {
            lock (_lock)
                return [.. _claims.Values.OrderByDescending(claim => claim.CreatedAt).ThenByDescending(claim => claim.Number)];
        }
    }

    /// <summary>The decisions that arrived through the API, in the order of their arrival, with those that were refused.</summary>
    public IReadOnlyList<EmulatedDecision> Decisions
    {
        get
        {
            lock (_lock)
                return [.. _decisions];
        }
    }

    /// <summary>A buyer makes a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="at">When, if not now.</param>
    /// <returns>The claim as it is kept: with its id and what can be decided.</returns>
    /// <exception cref="ArgumentException">The id is taken, or there are more than 10 photos.</exception>
    public EmulatedClaim BuyerClaims(EmulatedClaim claim, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Photos.Count > MaxPhotos)
            throw new ArgumentException($"A claim has at most {MaxPhotos} photos, not {claim.Photos.Count}.", nameof(claim));
        lock (_lock)
        {
            string id = claim.Id.Length > 0 ? claim.Id : Guid.NewGuid().ToString();
            if (_claims.ContainsKey(id))
                throw new ArgumentException($"There is a claim \"{id}\" already.", nameof(claim));
            IReadOnlyList<string> actions = claim.Actions ?? ClaimRules.ActionsOf(claim.IsPickup);
            EmulatedClaim kept = claim with
            {
                Id = id,
                Srid = claim.Srid.Length > 0 ? claim.Srid : $"{Guid.NewGuid():N}.0.0",
                Actions = [.. actions],
                CreatedAt = at ?? _time.GetUtcNow(),
                Number = ++_lastNumber,
                PhotoAddresses = [.. claim.Photos.Select((photo, i) => _files.Add($"photos/claim/{id}/{i + 1}.webp", "image/webp", photo))],
                VideoAddress = claim.Video is { } video ? _files.Add($"video/claim/{id}/1.mp4", "video/mp4", video) : null,
            };
            _claims.Add(id, kept);
            return kept;
        }
    }

    /// <summary>Finds a claim.</summary>
    /// <param name="claimId">The claim's id.</param>
    /// <returns>The claim as it is now, or <see langword="null"/>.</returns>
    public EmulatedClaim? Find(string claimId)
    {
        ArgumentNullException.ThrowIfNull(claimId);
        lock (_lock)
            return _claims.GetValueOrDefault(claimId);
    }

    /// <summary>The seller decides about a claim in the portal, past the API: <see cref="Decisions"/> does not have it.</summary>
    /// <param name="claimId">The claim's id.</param>
    /// <param name="action">What is decided, in WB's words.</param>
    /// <param name="comment">What the buyer is told; <see langword="null"/>: nothing.</param>
    /// <exception cref="ArgumentException">There is no such claim, or it cannot be decided so.</exception>
    public void SellerDecides(string claimId, string action, string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(claimId);
        ArgumentNullException.ThrowIfNull(action);
        lock (_lock)
        {
            if (TryDecide(claimId, action, comment, _time.GetUtcNow()) is { } problem)
                throw new ArgumentException(problem, nameof(action));
        }
    }

    /// <summary>Changes what the seller can decide about a claim, as WB does on its own.</summary>
    /// <param name="claimId">The claim's id.</param>
    /// <param name="actions">What can be decided, in WB's words; nothing: the claim is closed.</param>
    /// <exception cref="ArgumentException">There is no such claim.</exception>
    public void Allow(string claimId, params IReadOnlyList<string> actions)
    {
        ArgumentNullException.ThrowIfNull(claimId);
        ArgumentNullException.ThrowIfNull(actions);
        lock (_lock)
        {
            if (!_claims.TryGetValue(claimId, out EmulatedClaim? claim))
                throw new ArgumentException($"There is no claim \"{claimId}\".", nameof(claimId));
            _claims[claimId] = claim with { Actions = [.. actions] };
        }
    }

    /// <summary>The claims that WB shows, the newest first.</summary>
    internal IReadOnlyList<EmulatedClaim> Shown()
    {
        DateTimeOffset now = _time.GetUtcNow();
        return [.. All.Where(claim => IsShown(claim, now))];
    }

    /// <summary>Takes a decision; what is wrong with it, or <see langword="null"/>.</summary>
    internal string? Decide(string claimId, string action, string? comment)
    {
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            string? problem = TryDecide(claimId, action, comment, now);
            _decisions.Add(new EmulatedDecision { ClaimId = claimId, Action = action, Comment = comment, Time = now, IsTaken = problem is null });
            return problem;
        }
    }

    private string? TryDecide(string claimId, string action, string? comment, DateTimeOffset now)
    {
        if (!_claims.TryGetValue(claimId, out EmulatedClaim? claim) || !IsShown(claim, now))
            return "Claim not found";
        if (!claim.Actions!.Contains(action))
            return $"The Action {action} is not available for the claim";
        if (!ClaimRules.IsComment(action, comment))
            return "Input model is not valid; Details: The Comment field is invalid.";
        if (ClaimRules.Decide(claim, action, comment) is not { } decided)
            return "Input model is not valid; Details: The Action field is invalid.";
        _claims[claimId] = decided with { DecidedAt = now };
        return null;
    }

    private static bool IsShown(EmulatedClaim claim, DateTimeOffset now) => now - claim.CreatedAt <= TimeToDecide;
}
