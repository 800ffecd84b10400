using System.Text.Json;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Orders;

/// <summary>Which of the orders that WB still lists as new have been handed out. An order that has left the list is forgotten, so this stays as small as the list.</summary>
internal sealed class GivenOrders
{
    /// <summary>
    /// In how many lists in a row an order must be missing before it is forgotten: WB's answers come from several servers, and one that lags behind must not make
    /// orders new again.
    /// </summary>
    public const int ListsUntilForgotten = 3;

    // By id: in how many lists in a row it was missing.
    private readonly Dictionary<long, int> _missing = [];

    /// <summary>How many are remembered.</summary>
    public int Count => _missing.Count;

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The orders, or <see langword="null"/> if these are other bytes.</returns>
    public static GivenOrders? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            GivenOrdersState? state = JsonSerializer.Deserialize(bytes, GivenOrdersJsonContext.Default.GivenOrdersState);
            if (state?.Format != GivenOrdersState.CurrentFormat)
                return null;
            var given = new GivenOrders();
            long id = 0;
            foreach (long gap in state.Gaps)
            {
                id = checked(id + gap);
                given.Add(id);
            }

            return given;
        }
        catch (Exception e) when (e is JsonException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether an order was handed out.</summary>
    public bool Contains(long id) => _missing.ContainsKey(id);

    /// <summary>An order was handed out.</summary>
    public void Add(long id) => _missing[id] = 0;

    /// <summary>Takes in a list of WB.</summary>
    /// <param name="listed">The orders that are new now.</param>
    /// <returns>Whether an order was forgotten.</returns>
    public bool Meet(IReadOnlySet<long> listed)
    {
        List<long> left = [];
        foreach (long id in _missing.Keys.ToArray())
        {
            int lists = listed.Contains(id) ? 0 : _missing[id] + 1;
            _missing[id] = lists;
            if (lists >= ListsUntilForgotten)
                left.Add(id);
        }

        foreach (long id in left)
            _missing.Remove(id);
        return left.Count > 0;
    }

    /// <summary>The orders as a store keeps them: some five bytes each.</summary>
    /// <returns>The bytes, no more than a store takes: of too many orders the latest ones, for better a repeat than a stream that cannot go on.</returns>
    public byte[] ToBytes()
    {
        long[] ids = [.. _missing.Keys.Order()];
        while (true)
        {
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(
                new GivenOrdersState { Format = GivenOrdersState.CurrentFormat, Gaps = Gaps(ids) }, GivenOrdersJsonContext.Default.GivenOrdersState);
            if (bytes.Length <= StateStoreLimits.MaxValueLength)
                return bytes;
            ids = ids[(ids.Length / 4)..];
        }
    }

    private static long[] Gaps(long[] ids)
    {
        long[] gaps = new long[ids.Length];
        for (int i = 0; i < ids.Length; i++)
            gaps[i] = i == 0 ? ids[i] : ids[i] - ids[i - 1];
        return gaps;
    }
}
