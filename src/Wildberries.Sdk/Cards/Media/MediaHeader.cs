using System.Buffers.Binary;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <summary>Tells from the header of a file what it is, and whether WB takes it. Whatever the file has, it ends soon, takes little memory, and says what is wrong.</summary>
internal static class MediaHeader
{
    // WB says "MB". Where it counts in thousands it refuses what is between, in its own words.
    public const long MaxPicture = 32 * 1024 * 1024;
    public const long MaxVideo = 50 * 1024 * 1024;
    public const int MinWidth = 700;
    public const int MinHeight = 900;

    private const string NoFormat =
        "It is neither a JPG, PNG, BMP, WebP or GIF picture nor a MOV or MP4 video by its first bytes; WB takes no others.";

    /// <summary>Opens a file and looks at its header.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What it is. Of what is not a fault of the file, an exception comes.</returns>
    public static async Task<CardMediaInfo> CheckAsync(Func<CancellationToken, ValueTask<Stream>> open, CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = await open(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                return await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return Unreadable(exception);
        }
    }

    /// <summary>Looks at the header of a file, and leaves the stream at its beginning.</summary>
    public static async Task<CardMediaInfo> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (!stream.CanSeek)
            return new CardMediaInfo { Problem = "Its stream cannot be sought, and could not be sent again after a 429." };
        CardMediaInfo info = await DescribeAsync(new MediaWindow(stream, stream.Length), cancellationToken).ConfigureAwait(false);
        stream.Position = 0;
        return info;
    }

    /// <summary>Whether an exception says that a file cannot be read. What opens a file may be the caller's own, with exceptions of its own; those of a fault in the program are thrown.</summary>
    public static bool IsUnreadable(Exception exception) => exception is not (OperationCanceledException or OutOfMemoryException)
        && exception is not (ArgumentException or InvalidOperationException or NotSupportedException or NotImplementedException or NullReferenceException or InvalidCastException);

    public static CardMediaInfo Unreadable(Exception exception) =>
        new() { Problem = $"The file cannot be read: {SafeText.Clean(exception.Message, SafeText.MaxErrorText, Redaction.None)}" };

    private static async Task<CardMediaInfo> DescribeAsync(MediaWindow file, CancellationToken cancellationToken)
    {
        var info = new CardMediaInfo { Length = file.Length };
        if (file.Length == 0)
            return info with { Problem = "The file is empty." };
        try
        {
            byte[] start = (await file.ReadAsync(0, (int)Math.Min(file.Length, 16), cancellationToken).ConfigureAwait(false)).ToArray();
            info = info with { Format = FormatOf(start) };
            long max = info.IsVideo ? MaxVideo : MaxPicture;
            if (info.Format == CardMediaFormat.Unknown)
                return info with { Problem = IsStillOfPhone(start) ? "It is a HEIC or AVIF picture; WB does not take these." : NoFormat };
            if (file.Length > max)
            {
                return info with
                {
                    Problem = FormattableString.Invariant($"It has {file.Length:N0} bytes; WB takes at most {max:N0} ({max >> 20} MB) of a {(info.IsVideo ? "video" : "picture")}."),
                };
            }

            if (info.IsVideo)
            {
                await VideoHeader.CheckAsync(file, cancellationToken).ConfigureAwait(false);
                return info;
            }

            MediaSize size = info.Format switch
            {
                CardMediaFormat.Jpeg => await JpegHeader.ReadAsync(file, cancellationToken).ConfigureAwait(false),
                CardMediaFormat.Gif => await GifHeader.ReadAsync(file, cancellationToken).ConfigureAwait(false),
                CardMediaFormat.WebP => await WebPHeader.ReadAsync(file, cancellationToken).ConfigureAwait(false),
                CardMediaFormat.Png => Png((await file.ReadAsync(0, 33, cancellationToken).ConfigureAwait(false)).Span),
                _ => Bmp((await file.ReadAsync(0, 30, cancellationToken).ConfigureAwait(false)).Span, file.Length),
            };
            return Measured(info, size);
        }
        catch (InvalidDataException exception)
        {
            return info with { Problem = exception.Message };
        }
    }

    private static CardMediaInfo Measured(CardMediaInfo info, MediaSize size)
    {
        if (size.Width is <= 0 or > int.MaxValue || size.Height is <= 0 or > int.MaxValue)
            return info with { Problem = "The file is broken: it says no size of the picture." };
        (int width, int height) = ((int)size.Width, (int)size.Height);
        info = size.IsTurned ? info with { Width = height, Height = width } : info with { Width = width, Height = height };

        // Nobody says whether WB measures a turned picture as it is stored or as it is shown.
        bool fits = IsLargeEnough(width, height) || (size.IsTurned && IsLargeEnough(height, width));
        return fits ? info : info with
        {
            Problem = FormattableString.Invariant($"It has {info.Width} x {info.Height} pixels; WB takes at least {MinWidth} x {MinHeight}."),
        };

        static bool IsLargeEnough(int width, int height) => width >= MinWidth && height >= MinHeight;
    }

    private static CardMediaFormat FormatOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return CardMediaFormat.Jpeg;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return CardMediaFormat.Png;
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
            return CardMediaFormat.Gif;
        if (start.StartsWith("BM"u8))
            return CardMediaFormat.Bmp;
        if (start.Length < 12)
            return CardMediaFormat.Unknown;
        return start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? CardMediaFormat.WebP : VideoHeader.FormatOf(start);
    }

    private static bool IsStillOfPhone(ReadOnlySpan<byte> start) => start.Length >= 12 && VideoHeader.IsStill(start);

    private static MediaSize Png(ReadOnlySpan<byte> header) => header[12..].StartsWith("IHDR"u8)
        ? new(BinaryPrimitives.ReadUInt32BigEndian(header[16..]), BinaryPrimitives.ReadUInt32BigEndian(header[20..]))
        : throw new InvalidDataException("The file is broken: it begins as a PNG and has no header.");

    private static MediaSize Bmp(ReadOnlySpan<byte> header, long length)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[10..]) >= length)
            throw new InvalidDataException(MediaWindow.EndsEarly);

        // The oldest headers have short sizes; a height below zero is that of a picture from top to bottom.
        return BinaryPrimitives.ReadUInt32LittleEndian(header[14..]) switch
        {
            12 => new(BinaryPrimitives.ReadUInt16LittleEndian(header[18..]), BinaryPrimitives.ReadUInt16LittleEndian(header[20..])),
            >= 16 and <= 1024 => new(BinaryPrimitives.ReadInt32LittleEndian(header[18..]), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(header[22..]))),
            _ => throw new InvalidDataException("The file is broken: it begins as a BMP and has no header."),
        };
    }
}
