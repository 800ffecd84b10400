using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Worker;

/// <summary>Keeps the cursor in a file, and says "saving" and "saved".</summary>
internal sealed class TellingCursorStore(string path) : IChatCursorStore
{
    private readonly FileChatCursorStore _store = new(path);

    public ValueTask<ChatCursor?> LoadAsync(CancellationToken cancellationToken = default) => _store.LoadAsync(cancellationToken);

    public async ValueTask SaveAsync(ChatCursor cursor, CancellationToken cancellationToken = default)
    {
        Console.WriteLine("saving");
        await _store.SaveAsync(cursor, cancellationToken);
        Console.WriteLine("saved");
    }
}
