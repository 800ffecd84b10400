using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>
/// Guesses what a buyer wants from the stems of Russian words. It is a toy: it knows no irony, no negation beyond the phrases below and no other
/// language. Put your own model behind <see cref="IChatClassifier"/>.
/// </summary>
internal sealed class KeywordClassifier : IChatClassifier
{
    // The first that is found wins: who writes of money back writes of the defect, too.
    private static readonly (ChatIntent Intent, Sentiment Sentiment, string[] Stems)[] Table =
    [
        (ChatIntent.ReturnRefund, Sentiment.Negative, ["верните деньг", "вернуть деньг", "возврат", "вернуть товар", "хочу вернуть"]),
        (ChatIntent.WrongItem, Sentiment.Negative, ["не тот", "не та ", "не те ", "не то ", "перепутали", "другой цвет", "другой размер пришел"]),
        (ChatIntent.Defect, Sentiment.Negative, ["брак", "скол", "слома", "разби", "порва", "треснул", "не работает", "не включается", "дыра", "дырк", "затяжк"]),
        (ChatIntent.QualityComplaint, Sentiment.Negative, ["качество ужас", "плохое качество", "ужасн", "разочаров", "линя", "колет", "воня", "пахнет", "обман", "расстроен"]),
        (ChatIntent.Sizing, Sentiment.Neutral, ["размер", "маломер", "большемер", "на рост", "сколько см", "длина", "плечи", "лучше взять", "велик", "мала ", "мал "]),
        (ChatIntent.Availability, Sentiment.Neutral, ["в наличии", "когда появится", "когда поступ", "будет ли", "остался", "остались"]),
        (ChatIntent.PositiveFeedback, Sentiment.Positive, ["спасибо", "благодар", "понравил", "отличн", "супер", "прекрасн", "очень мягк"]),
        (ChatIntent.PrePurchase, Sentiment.Neutral, ["подскажите", "хочу заказать", "хочу подарить", "хочу купить", "скидка", "скидку", "подойдет", "подойдёт", "из чего"]),
    ];

    public Task<ChatClassification> ClassifyAsync(string text, CancellationToken cancellationToken = default)
    {
        string words = text.ToLowerInvariant().Replace('ё', 'е') + " ";
        foreach ((ChatIntent intent, Sentiment sentiment, string[] stems) in Table)
        {
            if (stems.Any(stem => words.Contains(stem.Replace('ё', 'е'), StringComparison.Ordinal)))
                return Task.FromResult(new ChatClassification { Intent = intent, Sentiment = sentiment });
        }

        return Task.FromResult(new ChatClassification { Intent = ChatIntent.From("other"), Sentiment = Sentiment.Neutral });
    }
}
