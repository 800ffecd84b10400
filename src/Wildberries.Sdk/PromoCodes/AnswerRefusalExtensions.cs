using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Says refusals in words.</summary>
public static class AnswerRefusalExtensions
{
    /// <summary>Why a buyer is not answered, for people: the same in every culture of the program.</summary>
    /// <param name="refusal">The refusal: its name is the code that stays the same.</param>
    /// <param name="language">The reader's language.</param>
    /// <returns>A sentence; for a refusal that does not exist, its number.</returns>
    public static string Describe(this AnswerRefusal refusal, PromoLanguage language) =>
        !PromoCodeTexts.Refusals.TryGetValue(refusal, out (string English, string Russian) text) ? refusal.ToString()
        : language == PromoLanguage.Russian ? text.Russian
        : text.English;
}
