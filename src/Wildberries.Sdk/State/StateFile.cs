using System.Security.Cryptography;
using System.Text.Json;

namespace Wildberries.Sdk.State;

/// <summary>One file of <see cref="FileStateStore"/>: read whole or refused, replaced whole or left. The caller holds the seller's lock.</summary>
internal static class StateFile
{
    // The longest header: two keys of the most characters, each of them escaped.
    private const int MaxHeaderLength = 8 * 1024;

    public static async ValueTask<StoredState?> ReadAsync(string path, string sellerId, string name, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            // A pipe or a device would be waited for, or read without end. None has a length, and each state has.
            var info = new FileInfo(path);
            info = info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info;
            if (info.Length == 0)
                throw Broken(path, "it is empty, or no file", null);
            if (info.Length > MaxHeaderLength + StateStoreLimits.MaxValueLength)
                throw Broken(path, "it is too large", null);
            bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Directory.Exists(path) ? throw Broken(path, "it is a folder", null) : null;
        }

        int end = bytes.AsSpan().IndexOf((byte)'\n');
        StateFileHeader header = ReadHeader(path, bytes.AsSpan(0, Math.Max(end, 0)));
        ReadOnlyMemory<byte> value = bytes.AsMemory(end + 1);
        if (!string.Equals(header.SellerId, sellerId, StringComparison.Ordinal) || !string.Equals(header.Name, name, StringComparison.Ordinal))
            throw Broken(path, "it holds another state", null);
        if (header.Version == long.MaxValue)
            throw Broken(path, "no version can follow its own", null);
        if (header.Version is not > 0 || value.Length != header.Length || !string.Equals(Digest(value), header.Sha256, StringComparison.Ordinal))
            throw Broken(path, "it is not whole", null);
        return new StoredState { Value = value, Version = header.Version.Value };
    }

    public static async ValueTask ReplaceAsync(
        string path, string sellerId, string name, ReadOnlyMemory<byte> value, long version, CancellationToken cancellationToken)
    {
        if (version == long.MaxValue)
            throw Broken(path, "no version can follow its own", null);
        var header = new StateFileHeader
        {
            Format = StateFileHeader.CurrentFormat,
            SellerId = sellerId,
            Name = name,
            Version = version,
            Length = value.Length,
            Sha256 = Digest(value),
        };

        // One name for all tries: what a process left behind that was killed is replaced by the next.
        string temporary = path + ".tmp";
        try
        {
            File.Delete(temporary);
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                await JsonSerializer.SerializeAsync(file, header, StateJsonContext.Default.StateFileHeader, cancellationToken).ConfigureAwait(false);
                file.WriteByte((byte)'\n');
                await file.WriteAsync(value, cancellationToken).ConfigureAwait(false);
                await file.FlushAsync(cancellationToken).ConfigureAwait(false);

                // The rename must not reach the disk before the content does.
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    // What failed is to be told, not this.
    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static StateFileHeader ReadHeader(string path, ReadOnlySpan<byte> line)
    {
        StateFileHeader? header;
        try
        {
            header = JsonSerializer.Deserialize(line, StateJsonContext.Default.StateFileHeader);
        }
        catch (JsonException e)
        {
            throw Broken(path, "it was not written by this store", e);
        }

        return string.Equals(header?.Format, StateFileHeader.CurrentFormat, StringComparison.Ordinal)
            ? header!
            : throw Broken(path, "it was not written by this store", null);
    }

    private static string Digest(ReadOnlyMemory<byte> value) => Convert.ToHexString(SHA256.HashData(value.Span));

    private static InvalidDataException Broken(string path, string reason, Exception? cause) =>
        new($"The state file \"{path}\" cannot be used: {reason}. Restore it, or delete it to begin without this state; its versions then begin anew.", cause);
}
