using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>One message in an emulated chat.</summary>
public sealed record EmulatedMessage
{
    /// <summary>The chat.</summary>
    public required string ChatId { get; init; }

    /// <summary>The id of the event that tells of the message.</summary>
    public required string EventId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required EmulatedSender Sender { get; init; }

    /// <summary>Where it was written, in WB's values: <c>rusite</c>, <c>seller-public-api</c> and others; none for WB's own messages and greetings.</summary>
    public string? Source { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written. No two messages of an emulator have the same millisecond.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The files with it.</summary>
    public IReadOnlyList<EmulatedFile> Files { get; init; } = [];

    /// <summary>The order that the buyer sent with it.</summary>
    public EmulatedGoodCard? GoodCard { get; init; }

    /// <summary>Whether the chat began with it.</summary>
    public bool IsNewChat { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sender} in {ChatId} at {Time:O}");
}
