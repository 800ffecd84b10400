namespace Wildberries.Sdk.Cards;

/// <summary>What an exception has to say about cards that were being changed.</summary>
public static class CardEditExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.CardEditResult";

    /// <summary>What is known of each card, if the exception ended a <see cref="CardEditor"/>; a cancellation, too.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static CardEditResult? GetCardEditResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as CardEditResult;
    }

    internal static void SetCardEditResult(this Exception exception, CardEditResult result) => exception.Data[Key] = result;
}
