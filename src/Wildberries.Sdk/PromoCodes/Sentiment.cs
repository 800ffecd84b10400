namespace Wildberries.Sdk.PromoCodes;

/// <summary>In what mood a buyer writes.</summary>
public enum Sentiment
{
    /// <summary>Neither pleased nor displeased.</summary>
    Neutral,

    /// <summary>Pleased.</summary>
    Positive,

    /// <summary>Displeased.</summary>
    Negative,
}
