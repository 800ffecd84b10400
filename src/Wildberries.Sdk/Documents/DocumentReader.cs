using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Documents;

/// <summary>
/// Reads the answer that carries a file in base64 within JSON, and writes the file as it arrives: the text of the file is taken out of the JSON before it is parsed, for a
/// text is one piece to a parser. Nothing but the end of the JSON tells that the file is whole, so that is read, too.
/// </summary>
/// <param name="body">The answer's body; stays the caller's to dispose.</param>
internal sealed class DocumentReader(Stream body) : IDisposable
{
    private const int FirstSize = 64 * 1024;

    // What a name or another member may have; the file is not among them.
    private const int MaxMember = 1024 * 1024;
    private const int Quotes = 2;
    private const int Block = 48 * 1024;

    // The last characters wait until more come or the end: only there may a file be padded.
    private const int Kept = 4;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private byte[] _file = ArrayPool<byte>.Shared.Rent(Block);
    private JsonReaderState _state = new(JsonLimits.Reader);
    private int _start = Quotes;
    private int _end = Quotes;
    private int _count;
    private bool _isFirst = true;
    private bool _isLast;
    private string? _member;
    private bool _isInData;

    private enum Step
    {
        More,
        File,
        End,
    }

    /// <summary>The file's name as WB writes it.</summary>
    public string? FileName { get; private set; }

    /// <summary>The file's format as WB writes it.</summary>
    public string? Extension { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>Whether there was a file.</summary>
    public bool HasFile { get; private set; }

    /// <summary>Reads the answer to its end.</summary>
    /// <param name="destination">Where the file is written to.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="JsonException">The answer is no JSON, or is cut off.</exception>
    /// <exception cref="FormatException">The file is no base64, or is cut off.</exception>
    public async Task ReadAsync(Stream destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            Step step = Scan();
            if (step == Step.End)
                return;
            if (step == Step.File)
                await CopyAsync(destination, cancellationToken).ConfigureAwait(false);
            else if (_isLast)
                throw new JsonException("The answer is cut off.");
            else
                await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        byte[] buffer = _buffer, file = _file;
        _buffer = _file = [];
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        if (file.Length > 0)
            ArrayPool<byte>.Shared.Return(file);
    }

    private Step Scan()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        Step step = Step.More;
        while (step == Step.More && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                _member = reader.GetString();
                if (reader.CurrentDepth == 1)
                    _isInData = _member == "data";
                if (reader.CurrentDepth == 2 && _isInData && _member == "document")
                    step = Step.File;
            }
            else if (reader.CurrentDepth == 2 && _isInData && reader.TokenType == JsonTokenType.String)
            {
                if (_member == "fileName")
                    FileName = reader.GetString();
                else if (_member == "extension")
                    Extension = reader.GetString();
            }
        }

        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return step == Step.More && _isLast ? Step.End : step;
    }

    private async Task CopyAsync(Stream destination, CancellationToken cancellationToken)
    {
        byte first;
        while ((first = await PeekAsync(cancellationToken).ConfigureAwait(false)) is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            _start++;

        // Null, or something else that is no file.
        if (first != (byte)'"')
            return;
        if (HasFile)
            throw new JsonException("There are two files.");
        HasFile = true;
        _start++;
        while (true)
        {
            await PeekAsync(cancellationToken).ConfigureAwait(false);
            if (TakePlain())
            {
                if (_count == _file.Length)
                    await WriteAsync(destination, isEnd: false, cancellationToken).ConfigureAwait(false);
                continue;
            }

            byte special = _buffer[_start++];
            if (special == (byte)'"')
                break;
            if (special != (byte)'\\')
                throw new JsonException("A control character stands in the file.");
            byte character = await UnescapeAsync(cancellationToken).ConfigureAwait(false);
            if (character is (byte)'\r' or (byte)'\n')
                continue;
            if (_count == _file.Length)
                await WriteAsync(destination, isEnd: false, cancellationToken).ConfigureAwait(false);
            _file[_count++] = character;
        }

        await WriteAsync(destination, isEnd: true, cancellationToken).ConfigureAwait(false);

        // An empty text stands for the file to the parser.
        _start -= Quotes;
        _buffer[_start] = _buffer[_start + 1] = (byte)'"';
    }

    // Takes what needs no second look; false: the next byte does.
    private bool TakePlain()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        int length = 0;
        while (length < rest.Length && rest[length] is >= 0x20 and not ((byte)'"' or (byte)'\\'))
            length++;
        int taken = Math.Min(length, _file.Length - _count);
        rest[..taken].CopyTo(_file.AsSpan(_count));
        _count += taken;
        _start += taken;
        return length > 0;
    }

    private async ValueTask<byte> UnescapeAsync(CancellationToken cancellationToken)
    {
        byte kind = await NextAsync(cancellationToken).ConfigureAwait(false);
        switch (kind)
        {
            case (byte)'/':
                return kind;
            case (byte)'n':
                return (byte)'\n';
            case (byte)'r':
                return (byte)'\r';
            case (byte)'u':
                int code = 0;
                for (int i = 0; i < 4; i++)
                {
                    byte digit = await NextAsync(cancellationToken).ConfigureAwait(false);
                    if (!char.IsAsciiHexDigit((char)digit))
                        throw new JsonException("An escape in the file is none.");
                    code = (code << 4) | (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
                }

                return code < 0x80 ? (byte)code : throw new FormatException("The file is no base64.");
            default:
                throw new FormatException("The file is no base64.");
        }
    }

    private async Task WriteAsync(Stream destination, bool isEnd, CancellationToken cancellationToken)
    {
        int ready = isEnd ? _count : (_count - Kept) / 4 * 4;
        int kept = _count - ready;
        byte[] rest = _file.AsSpan(ready, kept).ToArray();
        if (Base64.DecodeFromUtf8InPlace(_file.AsSpan(0, ready), out int written) != OperationStatus.Done)
            throw new FormatException("The file is no base64, or is cut off.");
        await destination.WriteAsync(_file.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
        Length += written;
        rest.CopyTo(_file, 0);
        _count = kept;
    }

    private async ValueTask<byte> PeekAsync(CancellationToken cancellationToken)
    {
        while (_start == _end)
        {
            if (_isLast)
                throw new JsonException("The answer is cut off within the file.");
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return _buffer[_start];
    }

    private async ValueTask<byte> NextAsync(CancellationToken cancellationToken)
    {
        byte next = await PeekAsync(cancellationToken).ConfigureAwait(false);
        _start++;
        return next;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > Quotes)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer.AsSpan(Quotes));
            _end -= _start - Quotes;
            _start = Quotes;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MaxMember)
                throw new JsonException("A member beside the file is too long.");
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        do
        {
            int count = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            _isLast = count == 0;
        }
        while (_isFirst && !_isLast && _end - _start < 3);

        // Some write a mark of UTF-8 before it.
        if (_isFirst && _buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8))
            _start += 3;
        _isFirst = false;
    }
}
