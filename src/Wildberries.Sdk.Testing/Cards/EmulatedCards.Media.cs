using System.Text;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

public sealed partial class EmulatedCards
{
    private readonly Dictionary<string, EmulatedMedia?> _links = new(StringComparer.Ordinal);
    private readonly List<TakenMedia> _takenMedia = [];

    /// <summary>
    /// Says what WB finds behind a link of somebody else. A link that nothing is said about leads to a picture that WB takes, or to a video if it ends with
    /// <c>.mp4</c> or <c>.mov</c>; one to a file of the emulator's own leads to it.
    /// </summary>
    /// <param name="link">The link.</param>
    /// <param name="media">The file; <see langword="null"/>: the link leads nowhere.</param>
    public void SetLink(string link, EmulatedMedia? media)
    {
        ArgumentNullException.ThrowIfNull(link);
        lock (_lock)
            _links[link] = media;
    }

    /// <summary>The files of a card, with those that it does not show yet; <see langword="null"/>: there is no such card.</summary>
    internal (IReadOnlyList<EmulatedMedia> Photos, EmulatedMedia? Video)? MediaOf(long nmId)
    {
        lock (_lock)
        {
            if (Find(nmId) is not { } card)
                return null;
            return _takenMedia.FindLast(taken => taken.NmId == nmId) is { } last ? (last.Photos, last.Video) : (card.Photos, card.Video);
        }
    }

    internal void SetMedia(long nmId, IReadOnlyList<EmulatedMedia> photos, EmulatedMedia? video)
    {
        lock (_lock)
        {
            _takenMedia.Add(new TakenMedia(nmId, photos, video, _time.GetUtcNow() + _mediaProcessingTime));
            Process();
        }
    }

    private void ShowMedia(DateTimeOffset now)
    {
        foreach (TakenMedia taken in _takenMedia.Where(taken => taken.DueAt <= now).ToArray())
        {
            _takenMedia.Remove(taken);
            if (_cards.TryGetValue(taken.NmId, out EmulatedCard? card))
                Keep(Touch(card with { Photos = taken.Photos, Video = taken.Video }));
        }
    }

    /// <summary>What is behind a link; <see langword="null"/>: nothing.</summary>
    internal EmulatedMedia? Fetch(string link, string address)
    {
        lock (_lock)
        {
            if (_links.TryGetValue(link, out EmulatedMedia? media))
                return media;
            if (link.StartsWith(address, StringComparison.Ordinal))
                return FindMedia(link[address.Length..]);
            if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
                return null;
            return Path.GetExtension(uri.AbsolutePath).ToUpperInvariant() is ".MP4" or ".MOV"
                ? new EmulatedMedia { ContentType = "video/mp4", Content = "\0\0\0\u0014ftypisom\0\0\0\0isom"u8.ToArray() }
                : EmulatedMedia.Picture();
        }
    }

    /// <summary>The file of a card at an address of WB's storage hosts.</summary>
    internal Answer? FindFile(string address)
    {
        if (FindMedia(address) is not { Content.Length: > 0 } media)
            return null;
        return address.EndsWith(".m3u8", StringComparison.Ordinal)
            ? new Answer { Status = 200, ContentType = "application/vnd.apple.mpegurl", Body = Encoding.ASCII.GetBytes(CardMedia.Playlist) }
            : new Answer { Status = 200, ContentType = media.ContentType, Body = media.Content.ToArray() };
    }

    private EmulatedMedia? FindMedia(string address)
    {
        if (CardMedia.Parse(address) is not (var nmId, var number) || MediaOf(nmId) is not (var photos, var video))
            return null;
        return number == 0 ? video : photos.ElementAtOrDefault(number - 1);
    }

    private sealed record TakenMedia(long NmId, IReadOnlyList<EmulatedMedia> Photos, EmulatedMedia? Video, DateTimeOffset DueAt);
}
