namespace Wildberries.Sdk.Cards;

/// <summary>The files of one card: whether they fit, in which order they go, and under which numbers.</summary>
internal sealed class CardMediaPlan
{
    private const string AnotherIsUnfit = "Another file of the card does not fit; the card gets none of them.";

    private int _settled;
    private int _taken;

    public CardMediaPlan(CardMediaUpload upload)
    {
        NmId = upload.NmId;
        Items = [.. upload.Files.Select(file => new CardMediaItem(upload.NmId, file))];
    }

    public long NmId { get; }

    /// <summary>The files in the order in which they were given.</summary>
    public CardMediaItem[] Items { get; }

    /// <summary>The files in the order in which they go to WB.</summary>
    public IReadOnlyList<CardMediaItem> Queue { get; private set; } = [];

    /// <summary>How many pictures the card has, with those that WB took.</summary>
    public int PhotoCount { get; set; }

    /// <summary>How many pictures it has shown.</summary>
    public int ShownCount { get; set; }

    public bool HasVideo { get; set; }

    public bool IsFit => !Items.Any(item => item.IsUnfit);

    /// <summary>Looks at the files themselves.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (CardMediaItem item in Items)
            await item.CheckAsync(cancellationToken).ConfigureAwait(false);

        CardMediaItem[] pictures = [.. Items.Where(item => !item.IsVideo)], videos = [.. Items.Where(item => item.IsVideo)];
        var numbers = new HashSet<int>();
        foreach (CardMediaItem picture in pictures)
        {
            if (picture.File.Number is { } number && !numbers.Add(number))
                picture.Unfit(FormattableString.Invariant($"Another picture of the card has the number {number}, too."));
        }

        foreach (CardMediaItem picture in pictures.Skip(CardRules.MaxPhotos))
            picture.Unfit(FormattableString.Invariant($"A card has at most {CardRules.MaxPhotos} pictures."));
        foreach (CardMediaItem video in videos.Where(video => video.File.Number is > 1))
            video.Unfit("The number of a video is 1.");
        foreach (CardMediaItem video in videos.Skip(1))
            video.Unfit("A card has one video.");
        Queue = [.. pictures.Where(item => item.File.Number is not null).OrderBy(item => item.File.Number), .. pictures.Where(item => item.File.Number is null), .. videos];
        SkipIfUnfit();
    }

    /// <summary>Gives the files their places on the card.</summary>
    /// <param name="card">The card as it is; <see langword="null"/>: there is none.</param>
    public void Place(Card? card)
    {
        if (card is null)
        {
            foreach (CardMediaItem item in Items)
                item.Unfit("There is no such card in the list; it may be in the trash.");
            return;
        }

        (PhotoCount, ShownCount, HasVideo) = (card.Photos.Count, card.Photos.Count, card.Video is not null);
        int count = PhotoCount;
        foreach (CardMediaItem item in Queue)
        {
            if (item.IsVideo)
            {
                item.Place = 1;
                continue;
            }

            item.Place = item.File.Number ?? count + 1;
            item.IsAdded = item.Place > count;
            if (item.Place > CardRules.MaxPhotos)
                item.Unfit(FormattableString.Invariant($"The card has {PhotoCount} pictures, and at most {CardRules.MaxPhotos} fit."));
            else if (item.Place > count + 1)
                item.Unfit(FormattableString.Invariant($"The number {item.Place} leaves a gap: the next picture of the card would be number {count + 1}."));
            if (item.IsAdded)
                count++;
        }

        SkipIfUnfit();
    }

    /// <summary>
    /// The number under which a file goes to WB. One that is added has to be above how many files there are, and WB does not say whether a video counts.
    /// </summary>
    public int NumberOf(CardMediaItem item) => item is { IsAdded: true } && HasVideo ? item.Place + 1 : item.Place;

    /// <summary>What has changed since the last call in how many files are settled and taken.</summary>
    public (int Settled, int Taken) Count()
    {
        (int settled, int taken) = (Items.Count(item => item.IsSettled), Items.Count(item => item.IsTaken));
        (int, int) change = (settled - _settled, taken - _taken);
        (_settled, _taken) = (settled, taken);
        return change;
    }

    private void SkipIfUnfit()
    {
        if (IsFit)
            return;
        foreach (CardMediaItem item in Items.Where(item => !item.IsUnfit))
            item.Skip(AnotherIsUnfit);
    }
}
