using System.Globalization;
using System.Runtime.InteropServices;
using Refit;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>A file to send to a buyer: JPEG, PNG or PDF, told by its first bytes and not by its name, of at most 5 MiB.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
public sealed class ChatAttachment
{
    /// <summary>How large one file may be, in bytes: 5 MiB.</summary>
    public const int MaxLength = 5 * 1024 * 1024;

    /// <summary>How large all files of one message may be together, in bytes: 30 MiB.</summary>
    public const int MaxTotalLength = 30 * 1024 * 1024;

    /// <summary>Wraps a file's content.</summary>
    /// <param name="fileName">The name that the buyer sees; not empty, without control characters.</param>
    /// <param name="content">The file's bytes. They are not copied: do not change them before the message is sent.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty or has control characters, or the content is not a JPEG, PNG or PDF, or too large.
    /// </exception>
    public ChatAttachment(string fileName, ReadOnlyMemory<byte> content)
    {
        Argument.Text(fileName);
        if (fileName.Any(char.IsControl))
            throw new ArgumentException("The file's name has control characters.", nameof(fileName));
        CheckLength(content.Length, nameof(content));
        FileName = fileName;
        Content = content;
        ContentType = ContentTypeOf(content.Span)
            ?? throw new ArgumentException(
                content.IsEmpty ? "The file is empty." : "The file is not a JPEG, PNG or PDF by its first bytes; WB takes no others.", nameof(content));
    }

    /// <summary>The name that the buyer sees.</summary>
    public string FileName { get; }

    /// <summary>The file's bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary><c>image/jpeg</c>, <c>image/png</c> or <c>application/pdf</c>.</summary>
    public string ContentType { get; }

    /// <summary>Reads a file from disk.</summary>
    /// <param name="path">The file's path; its last part becomes the name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The attachment.</returns>
    /// <exception cref="ArgumentException">The file is not a JPEG, PNG or PDF, or larger than 5 MiB.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ChatAttachment> FromFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] content;
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            // Looked at first, so that no gigabytes are read only to be refused. A device has no length, and no end.
            long length = file.CanSeek ? file.Length : 0;
            CheckLength(length, nameof(path));
            content = await ReadAsync(file, (int)length, nameof(path), cancellationToken).ConfigureAwait(false);
        }

        return new ChatAttachment(Path.GetFileName(path), content);
    }

    /// <summary>Type and size, without the name.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"ChatAttachment {{ ContentType = {ContentType}, Length = {Content.Length} }}");

    internal ByteArrayPart ToPart()
    {
        bool isWholeArray = MemoryMarshal.TryGetArray(Content, out ArraySegment<byte> array) && array.Count == array.Array!.Length;

        // .NET takes no quotation mark in a file's name; browsers write it like this, too.
        string name = FileName.Replace("\"", "%22", StringComparison.Ordinal);
        return new ByteArrayPart(isWholeArray ? array.Array! : Content.ToArray(), name, ContentType, "file");
    }

    private static async Task<byte[]> ReadAsync(Stream file, int expected, string argument, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Max(expected + 1, 4096)];
        int count = 0;
        while (await file.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            count += read;
            if (count > MaxLength)
                throw new ArgumentException(FormattableString.Invariant($"The file has more than {MaxLength:N0} bytes (5 MiB); WB takes no more."), argument);
            if (count == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxLength + 1));
        }

        return buffer[..count];
    }

    private static void CheckLength(long length, string argument)
    {
        if (length > MaxLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The file has {length:N0} bytes; WB takes at most {MaxLength:N0} (5 MiB)."), argument);
        }
    }

    private static string? ContentTypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return "image/png";
        return content.StartsWith("%PDF-"u8) ? "application/pdf" : null;
    }
}
