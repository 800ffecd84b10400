using System.Globalization;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Counts in a folder of states as fast as it can: reads a count, writes the next one over it, and deletes the state now and then. Says "writing N" before each
/// write and "written N VERSION" after it, "deleting VERSION" and "deleted VERSION" around a deletion. Setting: state (a folder).
/// </summary>
internal static class StateWriter
{
    public const string Seller = "seller";
    public const string Name = "count";

    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        Task end = Input.EndAsync();
        var store = new FileStateStore(settings["state"]);
        Console.WriteLine("counting");
        while (!end.IsCompleted)
        {
            StoredState? state = await store.ReadAsync(Seller, Name);
            int count = state is null ? 0 : BitConverter.ToInt32(state.Value.Span);
            if (state is not null && count % 10 == 9)
            {
                Say($"deleting {state.Version}");
                await store.TryDeleteAsync(Seller, Name, state.Version);
                Say($"deleted {state.Version}");
                continue;
            }

            Say($"writing {count + 1}");
            StateWriteResult result = await store.TryWriteAsync(Seller, Name, Value(count + 1), state?.Version ?? 0);
            Say($"written {count + 1} {result.Version}");
        }

        return 0;
    }

    /// <summary>A count that fills 40 to 240 KB with itself: a part of one, or a mixture of two, is no value of any count.</summary>
    public static byte[] Value(int count)
    {
        byte[] value = new byte[40_000 + (count % 6 * 40_000)];
        for (int at = 0; at < value.Length; at += sizeof(int))
            BitConverter.TryWriteBytes(value.AsSpan(at), count);
        return value;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
