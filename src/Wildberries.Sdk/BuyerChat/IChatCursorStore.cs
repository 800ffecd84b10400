namespace Wildberries.Sdk.BuyerChat;

/// <summary>Keeps the cursor of one chat event stream between runs: one store for each seller and each purpose.</summary>
public interface IChatCursorStore
{
    /// <summary>Loads the cursor that was saved last.</summary>
    /// <param name="cancellationToken">Cancels the loading.</param>
    /// <returns>The cursor, or <see langword="null"/> if none was saved yet.</returns>
    ValueTask<ChatCursor?> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Saves the cursor, wholly or not at all.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <returns>A task that ends when the cursor is safe.</returns>
    ValueTask SaveAsync(ChatCursor cursor, CancellationToken cancellationToken = default);
}
