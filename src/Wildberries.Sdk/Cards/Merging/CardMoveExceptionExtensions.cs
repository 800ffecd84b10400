namespace Wildberries.Sdk.Cards;

/// <summary>What an exception has to say about cards that were being merged or separated.</summary>
public static class CardMoveExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.CardMoveResult";

    /// <summary>What is known of each card, if the exception ended a call that merges or separates cards; a cancellation, too.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static CardMoveResult? GetCardMoveResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as CardMoveResult;
    }

    internal static void SetCardMoveResult(this Exception exception, CardMoveResult result) => exception.Data[Key] = result;
}
