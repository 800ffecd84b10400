namespace Wildberries.Sdk.Cards;

/// <summary>The links of a card on their way.</summary>
/// <param name="request">What is to be sent.</param>
internal sealed class MediaReplacementItem(ReplaceMediaRequest request)
{
    private const string Lost = "The answer was lost: WB may have taken the links or not.";

    private Card? _before;

    public ReplaceMediaRequest Request => request;

    /// <summary>What is known of the card.</summary>
    public MediaReplacement Row { get; private set; } = new() { NmId = request.NmId, Outcome = MediaReplacementOutcome.NotSent, Reason = "The call ended before." };

    public bool IsSettled { get; private set; }

    public bool IsTaken => Row.Outcome == MediaReplacementOutcome.Replaced;

    /// <summary>Looks at the links themselves.</summary>
    public void Check()
    {
        int videos = 0;
        for (int i = 0; i < request.Links.Count; i++)
        {
            if (!Uri.TryCreate(request.Links[i], UriKind.Absolute, out Uri? link) || (link.Scheme != Uri.UriSchemeHttp && link.Scheme != Uri.UriSchemeHttps))
                Settle(MediaReplacementOutcome.Unfit, FormattableString.Invariant($"Link {i + 1} is no absolute address with http or https."));
            else if (link.UserInfo.Length > 0)
                Settle(MediaReplacementOutcome.Unfit, FormattableString.Invariant($"Link {i + 1} has a login in it; WB fetches only what needs none."));
            else
                videos += IsVideo(link) ? 1 : 0;
            if (IsSettled)
                return;
        }

        if (videos > 1)
            Settle(MediaReplacementOutcome.Unfit, FormattableString.Invariant($"There are {videos} videos; a card has one."));
        else if (request.Links.Count - videos > CardRules.MaxPhotos)
            Settle(MediaReplacementOutcome.Unfit, FormattableString.Invariant($"There are {request.Links.Count - videos} pictures; a card has at most {CardRules.MaxPhotos}."));
    }

    /// <summary>Notes how the card was before.</summary>
    public void Before(Card? card)
    {
        _before = card;
        if (card is null)
            Settle(MediaReplacementOutcome.Unfit, "There is no such card in the list; it may be in the trash.");
        else
            Seen(card);
    }

    /// <summary>They go to WB now: whatever happens to the call, nobody knows until there is an answer.</summary>
    public void Sending() => Row = Row with { Outcome = MediaReplacementOutcome.Unknown, Reason = Lost };

    /// <summary>WB certainly did not take them, and they may go again.</summary>
    public void NotSent() => Row = Row with { Outcome = MediaReplacementOutcome.NotSent, Reason = "The call ended before." };

    public void Refuse(string reason) => Settle(MediaReplacementOutcome.Refused, reason);

    /// <summary>WB has answered: whether it took them is to be seen on the card.</summary>
    public void Answered() => Row = Row with { Reason = "WB took the links, and the card was not read afterwards." };

    /// <summary>Whether a card shows the files of the links, and something of it has changed.</summary>
    public bool IsReplaced(Card card)
    {
        Seen(card);
        return IsAsWanted(card) && (HasOtherFiles(card) || card.UpdatedAt != _before!.UpdatedAt);
    }

    /// <summary>Notes what became of them when there is no more to wait for.</summary>
    /// <param name="card">The card as it was last; <see langword="null"/>: it is not there.</param>
    /// <param name="words">What WB said to the links; <see langword="null"/>: that it took them.</param>
    /// <param name="isLost">Whether its answer was lost.</param>
    public void Conclude(Card? card, string? words, bool isLost)
    {
        string counts = FormattableString.Invariant($"the card shows {Row.PhotoCount} pictures and {(Row.HasVideo == true ? "a" : "no")} video for {request.Links.Count} links");
        if (card is null)
            Settle(MediaReplacementOutcome.Unknown, "The card is no longer in the list.");
        else if (IsReplaced(card))
            Settle(MediaReplacementOutcome.Replaced, null);
        else if (HasOtherFiles(card))
            Settle(MediaReplacementOutcome.Incomplete, words is null ? $"WB took the links, but {counts}." : $"{words}; {counts}.");
        else if (words is not null)
            Settle(MediaReplacementOutcome.Refused, words);
        else if (isLost)
            Settle(MediaReplacementOutcome.Unknown, $"{Lost} The card does not show a change.");
        else if (IsAsWanted(card))
            Settle(MediaReplacementOutcome.Unknown, "WB took the links. The card had as many files before, and does not show a change.");
        else
            Settle(MediaReplacementOutcome.NotTaken, $"WB took the links, but {counts}, as before: a file may not be as WB wants it, or a link may not lead to it.");
    }

    // Where an ending does not tell, a link may lead to either.
    private bool IsAsWanted(Card card) => card.Photos.Count + (card.Video is null ? 0 : 1) == request.Links.Count
        && (card.Video is not null || !request.Links.Any(link => Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && IsVideo(address)));

    private bool HasOtherFiles(Card card) => card.Video != _before!.Video || !card.Photos.Select(photo => photo?.Big).SequenceEqual(_before.Photos.Select(photo => photo?.Big));

    private static bool IsVideo(Uri link) => Path.GetExtension(link.AbsolutePath).ToUpperInvariant() is ".MP4" or ".MOV";

    private void Seen(Card card) => Row = Row with { PhotoCount = card.Photos.Count, HasVideo = card.Video is not null };

    private void Settle(MediaReplacementOutcome outcome, string? reason)
    {
        Row = Row with { Outcome = outcome, Reason = reason };
        IsSettled = true;
    }
}
