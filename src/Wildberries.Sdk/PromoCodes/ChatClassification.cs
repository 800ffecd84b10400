namespace Wildberries.Sdk.PromoCodes;

/// <summary>What a buyer wants in a chat, and in what mood.</summary>
public sealed record ChatClassification
{
    /// <summary>What the buyer wants; a default value if that is not known.</summary>
    public ChatIntent Intent { get; init; }

    /// <summary>In what mood the buyer writes.</summary>
    public Sentiment Sentiment { get; init; }
}
