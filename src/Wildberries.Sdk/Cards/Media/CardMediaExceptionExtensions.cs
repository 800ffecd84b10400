namespace Wildberries.Sdk.Cards;

/// <summary>What an exception has to say about media of cards that were being uploaded or replaced.</summary>
public static class CardMediaExceptionExtensions
{
    private const string FilesKey = "Wildberries.Sdk.CardMediaResult";
    private const string LinksKey = "Wildberries.Sdk.MediaReplacementResult";

    /// <summary>What is known of each file, if the exception ended <see cref="CardsApiExtensions.UploadMediaAsync"/>; a cancellation, too.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static CardMediaResult? GetCardMediaResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[FilesKey] as CardMediaResult;
    }

    /// <summary>What is known of each card, if the exception ended <see cref="CardsApiExtensions.ReplaceMediaAndWaitAsync"/>; a cancellation, too.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>What is known, or <see langword="null"/> if the exception ended another call.</returns>
    public static MediaReplacementResult? GetMediaReplacementResult(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[LinksKey] as MediaReplacementResult;
    }

    internal static void SetResult(this Exception exception, CardMediaResult result) => exception.Data[FilesKey] = result;

    internal static void SetResult(this Exception exception, MediaReplacementResult result) => exception.Data[LinksKey] = result;
}
