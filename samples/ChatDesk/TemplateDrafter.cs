namespace ChatDesk;

/// <summary>Drafts by the stars of a review, in the buyer's language. It names no buyer and promises nothing.</summary>
internal sealed class TemplateDrafter : IAnswerDrafter
{
    public Task<AnswerDraft> DraftAsync(BuyerPost post, CancellationToken cancellationToken)
    {
        bool isEnglish = IsEnglish(post.Words);
        string text = post.Feedback?.Rating switch
        {
            _ when post.Question is not null => isEnglish ? "Hello! Thank you for your question. " : "Здравствуйте! Спасибо за вопрос. ",
            >= 5 => isEnglish
                ? "Hello! Thank you for your review and the high rating. We are glad that you like it!"
                : "Здравствуйте! Спасибо за отзыв и высокую оценку. Рады, что вам понравилось!",
            4 => isEnglish
                ? "Hello! Thank you for your review. We are glad that you like it, and we will think about how to make it better."
                : "Здравствуйте! Спасибо за отзыв. Рады, что покупка понравилась, и подумаем, что можно улучшить.",
            3 => isEnglish
                ? "Hello! Thank you for writing to us. We are sorry that not everything was right, and we will look into what you wrote."
                : "Здравствуйте! Спасибо, что написали. Жаль, что понравилось не всё: разберёмся с вашим замечанием.",
            null => isEnglish ? "Hello! Thank you for your review!" : "Здравствуйте! Спасибо за отзыв!",
            _ => isEnglish
                ? "Hello! We are very sorry that it turned out like this. Please write to us in the chat with the seller: we will look into it."
                : "Здравствуйте! Нам очень жаль, что так вышло. Напишите нам, пожалуйста, в чат с продавцом: мы разберёмся.",
        };
        return Task.FromResult(new AnswerDraft(text));
    }

    // Who writes nothing reads Russian at WB.
    private static bool IsEnglish(string words) =>
        words.Any(letter => char.IsAsciiLetter(letter)) && !words.Any(letter => letter is (>= 'А' and <= 'я') or 'ё' or 'Ё');
}
