using System.Text.Json;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>How changed cards are followed.</summary>
public sealed record ChangedCardStreamOptions
{
    /// <summary>Whether the stream ends when WB shows no more changes; otherwise it waits and asks again.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool StopAtEnd { get; init; }

    /// <summary>How long to wait before WB is asked again when there were no more changes; longer than zero, at most a day.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The language of names and of the values of characteristics. What is to be written back is read in Russian.</summary>
    /// <value>The default is <see langword="null"/>: WB's default.</value>
    public Locale? Locale { get; init; }

    /// <summary>
    /// After how many cards the stream saves how far it is, 1 to 1,000; it saves at the end of each page of 100, too, and when reading ends. Only a process that is
    /// killed loses what is not saved: it gets at most so many cards again, the one in its hands included.
    /// </summary>
    /// <value>The default is 1. A greater number spares writes where all cards are read for the first time.</value>
    public int SaveEvery { get; init; } = 1;

    /// <summary>
    /// Told of each card that cannot be read or has no number, with what WB sent in the place of what is missing (<see cref="JsonValueKind.Undefined"/>: nothing): the
    /// stream passes it. A card of which only a part cannot be read comes as any other (<see cref="WildberriesModel.UnreadableProperties"/>).
    /// </summary>
    /// <value>The default is <see langword="null"/>: only the log and the counter <c>wildberries.client.unreadable_members</c> tell.</value>
    public IProgress<JsonElement>? LeftOut { get; init; }

    /// <summary>
    /// The longest time without a good answer that the stream survives, at most 30 days; <see cref="Timeout.InfiniteTimeSpan"/>: it survives any. While WB
    /// (<see cref="WildberriesApiException.IsTransient"/>) or the store of the cursor fails, the stream asks again, after a second, then after twice as long each time, up to
    /// a minute; when the time is over, the last failure ends it. What does not pass by itself (a token that WB refuses, a cursor that another reader has moved) ends it
    /// at once. The rate limit is no failure, but waiting for it takes from this time.
    /// </summary>
    /// <value>The default is zero: the first failure ends the stream.</value>
    public TimeSpan MaxOutage { get; init; }

    /// <summary>
    /// Told of each failure that the stream survives, and of the end of the outage. <see cref="Progress{T}"/> passes on in another thread, and may change the order;
    /// implement <see cref="IProgress{T}"/> where that matters.
    /// </summary>
    /// <value>The default is <see langword="null"/>: nobody is told.</value>
    public IProgress<StreamOutage>? Outages { get; init; }

    /// <summary>The name under which the store keeps the cursor. Two streams of one seller that are read for different purposes need two names.</summary>
    /// <value>The default is <c>changed-cards</c>.</value>
    public string CursorName { get; init; } = "changed-cards";
}
