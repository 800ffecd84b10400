namespace Wildberries.Sdk.BuyerChat;

/// <summary>Keeps the cursor in memory: after a restart of the process the stream begins with the first event again.</summary>
public sealed class InMemoryChatCursorStore : IChatCursorStore
{
    private volatile ChatCursor? _cursor;

    /// <inheritdoc/>
    public ValueTask<ChatCursor?> LoadAsync(CancellationToken cancellationToken = default) => new(_cursor);

    /// <inheritdoc/>
    public ValueTask SaveAsync(ChatCursor cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        _cursor = cursor;
        return ValueTask.CompletedTask;
    }
}
