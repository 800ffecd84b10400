using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Answers;

/// <summary>
/// Which of the reviews or questions that WB still lists as unanswered have been handed out: by eight bytes of a hash of their ids, so that a store holds many. One that has left
/// the list is forgotten, so this stays as small as the list.
/// </summary>
internal sealed class GivenRows
{
    /// <summary>
    /// In how many whole lists in a row one must be missing before it is forgotten: WB's answers come from several servers, and one that lags behind must not make rows
    /// new again.
    /// </summary>
    public const int ListsUntilForgotten = 3;

    private const int KeyLength = 8;

    private readonly Dictionary<ulong, Given> _given = [];
    private long _last;

    /// <summary>How many are remembered.</summary>
    public int Count => _given.Count;

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The rows, or <see langword="null"/> if these are other bytes.</returns>
    public static GivenRows? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            GivenRowsState? state = JsonSerializer.Deserialize(bytes, GivenRowsJsonContext.Default.GivenRowsState);
            if (state?.Format != GivenRowsState.CurrentFormat || state.Keys.Length % KeyLength != 0)
                return null;
            var given = new GivenRows();
            for (int i = 0; i < state.Keys.Length; i += KeyLength)
            {
                int missing = i / KeyLength < state.Missing.Length ? state.Missing[i / KeyLength] : 0;
                given._given[BinaryPrimitives.ReadUInt64BigEndian(state.Keys.AsSpan(i))] = new Given(++given._last, missing);
            }

            return given;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is kept of an id.</summary>
    public static ulong KeyOf(string id) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>Whether a row was handed out.</summary>
    public bool Contains(ulong key) => _given.ContainsKey(key);

    /// <summary>A row was handed out.</summary>
    public void Add(ulong key) => _given[key] = new Given(++_last, 0);

    /// <summary>Takes in a whole list of WB.</summary>
    /// <param name="listed">The rows that are unanswered now.</param>
    /// <returns>Whether there is something new to keep: a row was forgotten, or is missing in more lists than before.</returns>
    public bool Meet(IReadOnlySet<ulong> listed)
    {
        bool isChanged = false;
        foreach ((ulong key, Given given) in _given.ToArray())
        {
            int missing = listed.Contains(key) ? 0 : given.Missing + 1;
            if (missing >= ListsUntilForgotten)
                _given.Remove(key);
            else if (missing != given.Missing)
                _given[key] = given with { Missing = missing };
            isChanged |= missing != given.Missing;
        }

        return isChanged;
    }

    /// <summary>The rows as a store keeps them: eleven or twelve bytes each.</summary>
    /// <returns>The bytes, no more than a store takes: of too many rows the last ones, for better a repeat than a stream that cannot go on.</returns>
    public byte[] ToBytes()
    {
        KeyValuePair<ulong, Given>[] rows = [.. _given.OrderBy(row => row.Value.Number)];
        while (true)
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(
                new GivenRowsState
                {
                    Format = GivenRowsState.CurrentFormat,
                    Keys = Pack([.. rows.Select(row => row.Key)]),
                    Missing = Array.Exists(rows, row => row.Value.Missing > 0) ? [.. rows.Select(row => (byte)row.Value.Missing)] : [],
                },
                GivenRowsJsonContext.Default.GivenRowsState);
            if (bytes.Length <= StateStoreLimits.MaxValueLength)
                return bytes;
            rows = rows[(rows.Length / 16)..];
        }
    }

    private static byte[] Pack(ulong[] keys)
    {
        byte[] bytes = new byte[keys.Length * KeyLength];
        for (int i = 0; i < keys.Length; i++)
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * KeyLength), keys[i]);
        return bytes;
    }

    private readonly record struct Given(long Number, int Missing);
}
