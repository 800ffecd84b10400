namespace Wildberries.Sdk.PromoCodes;

/// <summary>The language of a message to a buyer, or of what the seller reads; percentages and dates follow it, never the culture of the program.</summary>
public enum PromoLanguage
{
    /// <summary>Russian: <c>12,5 %</c>, <c>28 февраля 2026 г.</c></summary>
    Russian,

    /// <summary>English: <c>12.5%</c>, <c>28 February 2026</c>.</summary>
    English,
}
