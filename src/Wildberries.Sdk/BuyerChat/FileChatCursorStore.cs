using System.Text.Json;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>
/// Keeps the cursor in a small JSON file. A new state replaces the old file in one step, so that a crash leaves one or the other.
/// One process at a time may use a file.
/// </summary>
public sealed class FileChatCursorStore : IChatCursorStore
{
    private readonly string _path;

    /// <summary>Creates a store over a file, which need not exist yet; its folder is created when needed.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public FileChatCursorStore(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file does not hold a cursor. Delete it to begin with the first event again.</exception>
    public async ValueTask<ChatCursor?> LoadAsync(CancellationToken cancellationToken = default)
    {
        byte[] json;
        try
        {
            json = await File.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, BuyerChatJsonContext.Default.ChatCursor) ?? throw Corrupt(null);
        }
        catch (JsonException e)
        {
            throw Corrupt(e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(ChatCursor cursor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        string temporary = _path + ".tmp";
        var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(file, cursor, BuyerChatJsonContext.Default.ChatCursor, cancellationToken).ConfigureAwait(false);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
            // The rename must not reach the disk before the content does.
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
    }

    private InvalidDataException Corrupt(Exception? cause) => new(
        $"The chat cursor file \"{_path}\" does not hold a cursor. Restore it, or delete it to begin with the first event again.", cause);
}
