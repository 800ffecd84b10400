using System.Buffers;
using System.Text.Json;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Cuts an answer that is an array into its rows, as it arrives, and keeps one row at a time. A row's JSON is whole, so that it can be read
/// again where it does not fit its model.
/// </summary>
/// <param name="body">The answer's body; stays the caller's to dispose.</param>
internal sealed class JsonRows(Stream body) : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private JsonReaderState _state = new(JsonLimits.Reader);
    private int _scanned;
    private int _end;
    private int _rowStart = -1;
    private bool _isLast;
    private Place _place = Place.Start;

    private enum Place
    {
        Start,
        Rows,
        End,
    }

    /// <summary>The JSON of the row that was found last; valid until the next is looked for.</summary>
    public ReadOnlyMemory<byte> Row { get; private set; }

    /// <summary>Whether the body has nothing at all in it.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Finds the next row.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns><see langword="false"/> if there is none.</returns>
    /// <exception cref="JsonException">The body is no array, or broken.</exception>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Scan())
                return true;
            if (_isLast)
                return false;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        Row = default;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private bool Scan()
    {
        // Some write a mark of UTF-8 before it.
        if (_place == Place.Start && _scanned == 0 && _end > 0 && _buffer[0] == 0xEF)
        {
            if (_end < 3 && !_isLast)
                return false;
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
                _scanned = 3;
        }

        ReadOnlySpan<byte> unread = _buffer.AsSpan(_scanned, _end - _scanned);
        if (_isLast && _place == Place.Start && unread.Trim(" \t\r\n"u8).IsEmpty)
        {
            IsEmpty = true;
            return false;
        }

        var reader = new Utf8JsonReader(unread, _isLast, _state);
        bool found = false;
        while (!found && reader.Read())
        {
            if (_place == Place.Start)
            {
                // A null is no row.
                _place = reader.TokenType switch
                {
                    JsonTokenType.StartArray => Place.Rows,
                    JsonTokenType.Null => Place.End,
                    _ => throw new JsonException("An array was expected."),
                };
                continue;
            }

            if (reader.CurrentDepth == 0)
            {
                _place = Place.End;
                continue;
            }

            if (_rowStart < 0)
                _rowStart = _scanned + (int)reader.TokenStartIndex;
            found = reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        }

        _scanned += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        if (found)
        {
            Row = _buffer.AsMemory(_rowStart, _scanned - _rowStart);
            _rowStart = -1;
        }

        return found;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        int keep = _rowStart < 0 ? _scanned : _rowStart;
        if (keep > 0)
        {
            _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
            _scanned -= keep;
            _end -= keep;
            if (_rowStart > 0)
                _rowStart = 0;
        }

        if (_end == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        int count = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _isLast = count == 0;
    }
}
