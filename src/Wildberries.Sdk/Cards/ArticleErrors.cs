namespace Wildberries.Sdk.Cards;

/// <summary>Which card an error of a refusal is about: WB puts the article before it.</summary>
internal static class ArticleErrors
{
    /// <summary>Finds the card.</summary>
    /// <param name="error">The error.</param>
    /// <param name="articles">The cards of the request, by article.</param>
    /// <returns>The card and WB's words about it; <see langword="null"/>: the error names none of them.</returns>
    public static (T? Card, string Words) Find<T>(string error, IReadOnlyDictionary<string, T> articles)
        where T : class
    {
        // An article may have a colon of its own.
        (T? Card, string Words) named = (null, "");
        for (int end = error.IndexOf(": ", StringComparison.Ordinal); end >= 0; end = error.IndexOf(": ", end + 1, StringComparison.Ordinal))
        {
            if (articles.TryGetValue(error[..end], out T? card))
                named = (card, error[(end + 2)..]);
        }

        return named;
    }
}
