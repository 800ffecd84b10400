namespace Wildberries.Sdk.Cards;

/// <summary>A file on its way to a card.</summary>
/// <param name="nmId">The card's number.</param>
/// <param name="file">The file.</param>
internal sealed class CardMediaItem(long nmId, CardMediaFile file)
{
    private const string Lost = "The answer was lost: WB may have taken the file or not.";
    private const string NotRead = "WB took it, and the card was not read afterwards.";

    private CardMediaOutcome _outcome = CardMediaOutcome.NotSent;
    private string? _reason = "The call ended before.";
    private bool _wasSent;

    public CardMediaFile File => file;

    public CardMediaInfo Info { get; private set; } = new();

    /// <summary>Which picture it is to be; 1 for a video.</summary>
    public int Place { get; set; }

    /// <summary>Whether it comes after the pictures that are there.</summary>
    public bool IsAdded { get; set; }

    public bool IsVideo => Info.IsVideo;

    public bool IsUnfit => _outcome == CardMediaOutcome.Unfit;

    /// <summary>Whether WB has answered that it has taken the file, or shows it.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Whether nothing more will be found out about it.</summary>
    public bool IsSettled { get; private set; }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        Info = await file.CheckAsync(cancellationToken).ConfigureAwait(false);
        if (Info.Problem is { } problem)
            Unfit(problem);
    }

    public void Unfit(string reason) => Settle(CardMediaOutcome.Unfit, reason);

    public void Refuse(string reason) => Settle(CardMediaOutcome.Refused, reason);

    public void Unknown(string? reason = null) => Settle(CardMediaOutcome.Unknown, reason ?? Lost);

    public void Uploaded() => Settle(CardMediaOutcome.Uploaded, null);

    public void Skip(string reason) => Settle(CardMediaOutcome.NotSent, reason);

    /// <summary>It goes to WB now: whatever happens to the call, nobody knows until there is an answer.</summary>
    public void Sending()
    {
        _wasSent = true;
        (_outcome, _reason) = (CardMediaOutcome.Unknown, Lost);
    }

    /// <summary>WB certainly did not take it, and it may go again.</summary>
    public void NotSent(string reason)
    {
        _wasSent = false;
        (_outcome, _reason) = (CardMediaOutcome.NotSent, reason);
    }

    /// <summary>WB took it; one that was added is to be seen on the card first.</summary>
    public void Taken()
    {
        IsTaken = true;
        if (IsAdded)
            (_outcome, _reason) = (CardMediaOutcome.Unknown, NotRead);
        else
            Uploaded();
    }

    public CardMediaRow ToRow() => new()
    {
        NmId = nmId,
        File = file,
        Info = Info.Length > 0 || Info.Problem is not null ? Info : null,
        Number = _wasSent ? Place : null,
        Outcome = _outcome,
        Reason = _reason,
    };

    private void Settle(CardMediaOutcome outcome, string? reason) => (_outcome, _reason, IsSettled) = (outcome, reason, true);
}
