namespace Wildberries.Sdk.Cards;

/// <summary>What an exception has to say about cards that were being created.</summary>
public static class CardCreationExceptionExtensions
{
    private const string Key = "Wildberries.Sdk.CardCreation";

    /// <summary>
    /// What is known of each card, if the exception ended a <see cref="CardCreator"/>; a cancellation, too. Give it to <see cref="CardCreator.WaitForCardsAsync"/> to go on.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static CardCreation? GetCardCreation(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as CardCreation;
    }

    internal static void SetCardCreation(this Exception exception, CardCreation creation) => exception.Data[Key] = creation;
}
