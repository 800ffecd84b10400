namespace Wildberries.Sdk.Testing;

/// <summary>A chat as it is at the moment of asking.</summary>
public sealed record EmulatedChat
{
    /// <summary>The id of the chat.</summary>
    public required string ChatId { get; init; }

    /// <summary>The sign that a message to the chat has to carry.</summary>
    public required string ReplySign { get; init; }

    /// <summary>The buyer's name.</summary>
    public required string BuyerName { get; init; }

    /// <summary>The order that the chat is about.</summary>
    public EmulatedGoodCard? GoodCard { get; init; }

    /// <summary>Its messages, the oldest first.</summary>
    public IReadOnlyList<EmulatedMessage> Messages { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"chat {ChatId}";
}
