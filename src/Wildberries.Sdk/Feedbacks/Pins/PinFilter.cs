using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Which pins are read.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
public sealed record PinFilter
{
    /// <summary>Only pinned ones, or only those that WB has unpinned.</summary>
    /// <value>The default is <see langword="null"/>: both.</value>
    public PinState? State { get; init; }

    /// <summary>Only those in a card, or only those in a group of merged cards.</summary>
    /// <value>The default is <see langword="null"/>: both.</value>
    public PinPlace? Place { get; init; }

    /// <summary>The group of merged cards; a card that is not merged has one, too.</summary>
    /// <value>The default is <see langword="null"/>: all.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public long? ImtId { get; init => field = value is { } id ? Argument.Id(id, nameof(ImtId)) : null; }

    /// <summary>The product's number at WB.</summary>
    /// <value>The default is <see langword="null"/>: all products.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public long? NmId { get; init => field = value is { } id ? Argument.Id(id, nameof(NmId)) : null; }

    /// <summary>The review.</summary>
    /// <value>The default is <see langword="null"/>: all.</value>
    public string? FeedbackId { get; init; }

    /// <summary>Only those pinned then or later.</summary>
    /// <value>The default is <see langword="null"/>: from the first one on.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those pinned then or before.</summary>
    /// <value>The default is <see langword="null"/>: to the last one.</value>
    public DateTimeOffset? To { get; init; }
}
