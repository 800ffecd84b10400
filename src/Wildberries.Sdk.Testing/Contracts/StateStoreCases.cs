using System.Text;
using Wildberries.Sdk.State;
using static Wildberries.Sdk.Testing.Contracts.StateStoreProbe;

namespace Wildberries.Sdk.Testing.Contracts;

/// <summary>The cases of <see cref="StateStoreContract"/>.</summary>
internal static class StateStoreCases
{
    private const int Writers = 8;

    public static IReadOnlyDictionary<string, Func<StateStoreProbe, Task>> All { get; } =
        new Dictionary<string, Func<StateStoreProbe, Task>>(StringComparer.Ordinal)
        {
            ["Nothing is there at first"] = NothingAtFirst,
            ["A value comes back byte for byte"] = ByteForByte,
            ["A value is a copy"] = Copy,
            ["Versions rise with each write"] = VersionsRise,
            ["A write that knows another version is refused and told the version"] = StaleWrite,
            ["A deletion takes the state away, and one that knows another version is refused"] = Deletion,
            ["A version never comes back after a deletion"] = NoVersionComesBack,
            ["Of writers who know the same version one wins"] = OneWins,
            ["No change of many writers is lost"] = NothingIsLost,
            ["Names are apart"] = probe => Apart(probe, ofSellers: false),
            ["Sellers are apart"] = probe => Apart(probe, ofSellers: true),
            ["Seller and name are not run together"] = NotRunTogether,
            ["What is cancelled before it begins does nothing"] = Cancelled,
            ["A store that is opened again has all that was written"] = OpenedAgain,
            ["Arguments out of the limits are refused and nothing is written"] = Limits,
        };

    /// <summary>What a file system, a database or a key of many parts may take for the same, or not take at all.</summary>
    private static IReadOnlyList<string> Keys { get; } =
    [
        "chat-events", "Chat-Events", "CHAT-EVENTS", "chat_events", "chat%events", "chat*events", "chat?events", "chat events", "chat:events", "chat/events",
        "chat\\events", "chat.events", "chat-events.", ".chat-events", "chat-events.tmp", "chat-events.state", "..", ".", "/", "CON", "con", "lock", "deleted",
        "'; --", "\"", "{a}", "a|b", "<a>", "0", "00", "null", "события", "События", "ё", "е\u0308", "é", "e\u0301", "🙂", "ı", "I", "i", "ß", "ss", "я",
        new string('n', StateStoreLimits.MaxKeyLength), new string('n', StateStoreLimits.MaxKeyLength - 1) + "m", new string('я', StateStoreLimits.MaxKeyLength),
    ];

    private static async Task NothingAtFirst(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        await probe.DemandNothingAsync(store, probe.Seller, "a").ConfigureAwait(false);
        DemandRefusal(await store.TryWriteAsync(probe.Seller, "a", Bytes(1), 1, probe.Cancel).ConfigureAwait(false), 0, $"A write that expects version 1");
        DemandRefusal(await store.TryDeleteAsync(probe.Seller, "a", 1, probe.Cancel).ConfigureAwait(false), 0, $"A deletion of version 1");
        await probe.DemandNothingAsync(store, probe.Seller, "a").ConfigureAwait(false);
    }

    private static async Task ByteForByte(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        byte[] most = new byte[StateStoreLimits.MaxValueLength];
        new Random(1).NextBytes(most);
        byte[][] values =
        [
            [], [0], [.. Enumerable.Range(0, 256).Select(i => (byte)i)], [0xEF, 0xBB, 0xBF, 0xFF, 0xFE], "{\"текст\":\"Ёж 🙂\\n\"}\r\n "u8.ToArray(), most, [],
        ];
        long version = 0;
        foreach (byte[] value in values)
        {
            version = await probe.WriteAsync(store, probe.Seller, "a", value, version).ConfigureAwait(false);
            await probe.DemandStateAsync(store, probe.Seller, "a", value, version).ConfigureAwait(false);
        }
    }

    private static async Task Copy(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        byte[] buffer = Bytes(1);
        long version = await probe.WriteAsync(store, probe.Seller, "a", buffer, 0).ConfigureAwait(false);
        StoredState? before = await store.ReadAsync(probe.Seller, "a", probe.Cancel).ConfigureAwait(false);
        buffer.AsSpan().Fill(9);
        await probe.DemandStateAsync(store, probe.Seller, "a", Bytes(1), version).ConfigureAwait(false);
        await probe.WriteAsync(store, probe.Seller, "a", buffer, version).ConfigureAwait(false);
        Demand(before!.Value.Span.SequenceEqual(Bytes(1)), $"A value that was read before has changed with a later write.");
    }

    private static async Task VersionsRise(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        long version = 0;
        for (int i = 0; i < 20; i++)
            version = await probe.WriteAsync(store, probe.Seller, "a", Bytes(i), version).ConfigureAwait(false);
        await probe.DemandStateAsync(store, probe.Seller, "a", Bytes(19), version).ConfigureAwait(false);
    }

    private static async Task StaleWrite(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        long first = await probe.WriteAsync(store, probe.Seller, "a", Bytes(1), 0).ConfigureAwait(false);
        long second = await probe.WriteAsync(store, probe.Seller, "a", Bytes(2), first).ConfigureAwait(false);
        foreach (long stale in new[] { 0, first, second + 1, long.MaxValue })
        {
            StateWriteResult result = await store.TryWriteAsync(probe.Seller, "a", Bytes(3), stale, probe.Cancel).ConfigureAwait(false);
            DemandRefusal(result, second, $"A write that expects version {stale}");
        }

        await probe.DemandStateAsync(store, probe.Seller, "a", Bytes(2), second).ConfigureAwait(false);
    }

    private static async Task Deletion(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        long first = await probe.WriteAsync(store, probe.Seller, "a", Bytes(1), 0).ConfigureAwait(false);
        long second = await probe.WriteAsync(store, probe.Seller, "a", Bytes(2), first).ConfigureAwait(false);
        long other = await probe.WriteAsync(store, probe.Seller, "b", Bytes(3), 0).ConfigureAwait(false);
        foreach (long stale in new[] { first, second + 1 })
        {
            StateWriteResult refused = await store.TryDeleteAsync(probe.Seller, "a", stale, probe.Cancel).ConfigureAwait(false);
            DemandRefusal(refused, second, $"A deletion of version {stale}");
        }

        await probe.DemandStateAsync(store, probe.Seller, "a", Bytes(2), second).ConfigureAwait(false);

        StateWriteResult result = await store.TryDeleteAsync(probe.Seller, "a", second, probe.Cancel).ConfigureAwait(false);
        Demand(result.Succeeded, $"A deletion of version {second}, which is there, was refused.");
        Demand(result.Version == 0, $"After a deletion the version is 0; the store told of {result.Version}.");
        await probe.DemandNothingAsync(store, probe.Seller, "a").ConfigureAwait(false);
        await probe.DemandStateAsync(store, probe.Seller, "b", Bytes(3), other).ConfigureAwait(false);
        DemandRefusal(await store.TryDeleteAsync(probe.Seller, "a", second, probe.Cancel).ConfigureAwait(false), 0, $"A second deletion of version {second}");
    }

    private static async Task NoVersionComesBack(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        long highest = 0;
        for (int round = 0; round < 5; round++)
        {
            // Another store each time: what the last one knew, this one must find in the place.
            IStateStore again = await probe.OpenAsync().ConfigureAwait(false);
            long version = 0;
            for (int write = 0; write <= round % 3; write++)
                version = await probe.WriteAsync(again, probe.Seller, "a", Bytes(round), version).ConfigureAwait(false);
            Demand(version > highest, $"After the deletion of version {highest} the state got version {version} again.");
            if (highest > 0)
            {
                StateWriteResult stale = await store.TryWriteAsync(probe.Seller, "a", Bytes(99), highest, probe.Cancel).ConfigureAwait(false);
                DemandRefusal(stale, version, $"A write that knows version {highest}, which was deleted,");
            }

            highest = version;
            StateWriteResult deleted = await again.TryDeleteAsync(probe.Seller, "a", version, probe.Cancel).ConfigureAwait(false);
            Demand(deleted.Succeeded, $"A deletion of version {version}, which is there, was refused.");
        }
    }

    private static async Task OneWins(StateStoreProbe probe)
    {
        IStateStore one = await probe.OpenAsync().ConfigureAwait(false), other = await probe.OpenAsync().ConfigureAwait(false);
        long version = 0;
        for (int round = 0; round < 20; round++)
        {
            long expected = version;
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<StateWriteResult>[] writes =
            [
                .. Enumerable.Range(0, Writers).Select(writer => Task.Run(
                    async () =>
                    {
                        await start.Task.ConfigureAwait(false);
                        return await (writer % 2 == 0 ? one : other).TryWriteAsync(probe.Seller, "a", Bytes(writer), expected, probe.Cancel).ConfigureAwait(false);
                    },
                    probe.Cancel)),
            ];
            start.SetResult();
            StateWriteResult[] results = await Task.WhenAll(writes).ConfigureAwait(false);
            int winners = results.Count(result => result.Succeeded);
            Demand(winners == 1, $"Of {Writers} writers who all expected version {expected}, {winners} succeeded.");
            int winner = Array.FindIndex(results, result => result.Succeeded);
            version = results[winner].Version;
            Demand(version > expected, $"A write over version {expected} gave version {version}, which is not higher.");
            foreach (StateWriteResult result in results)
                Demand(result.Version == version, $"A writer was told of version {result.Version}, while version {version} is there.");
            await probe.DemandStateAsync(one, probe.Seller, "a", Bytes(winner), version).ConfigureAwait(false);
        }
    }

    private static async Task NothingIsLost(StateStoreProbe probe)
    {
        const int changes = 8;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync, probe.Cancel))).ConfigureAwait(false);
        StoredState? state = await (await probe.OpenAsync().ConfigureAwait(false)).ReadAsync(probe.Seller, "a", probe.Cancel).ConfigureAwait(false);
        int counted = state is null ? 0 : BitConverter.ToInt32(state.Value.Span);
        Demand(counted == Writers * changes, $"{Writers} writers have counted {Writers * changes} times, one after the other, and the store has {counted}.");

        async Task WriteAsync()
        {
            IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
            for (int done = 0; done < changes;)
            {
                StoredState? before = await store.ReadAsync(probe.Seller, "a", probe.Cancel).ConfigureAwait(false);
                int count = before is null ? 0 : BitConverter.ToInt32(before.Value.Span);
                byte[] next = BitConverter.GetBytes(count + 1);
                if ((await store.TryWriteAsync(probe.Seller, "a", next, before?.Version ?? 0, probe.Cancel).ConfigureAwait(false)).Succeeded)
                    done++;
            }
        }
    }

    private static async Task Apart(StateStoreProbe probe, bool ofSellers)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);

        // Sellers are one for each run, up to where that leaves a key too long.
        (string Seller, string Name)[] places =
        [
            .. Keys.Select(key => !ofSellers ? (probe.Seller, key)
                : key.Length + probe.Seller.Length > StateStoreLimits.MaxKeyLength ? (probe.Seller + key[probe.Seller.Length..], "a")
                : (probe.Seller + key, "a")),
        ];
        long[] versions = new long[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            await DemandNothingOfAsync(places[i]).ConfigureAwait(false);
            versions[i] = await probe.WriteAsync(store, places[i].Seller, places[i].Name, Value(i), 0).ConfigureAwait(false);
        }

        for (int i = 0; i < places.Length; i += 2)
        {
            StateWriteResult deleted = await store.TryDeleteAsync(places[i].Seller, places[i].Name, versions[i], probe.Cancel).ConfigureAwait(false);
            Demand(deleted.Succeeded, $"The state \"{places[i]}\" has another version than was written: {deleted.Version}.");
        }

        for (int i = 0; i < places.Length; i++)
        {
            if (i % 2 == 0)
                await DemandNothingOfAsync(places[i]).ConfigureAwait(false);
            else
                await probe.DemandStateAsync(store, places[i].Seller, places[i].Name, Value(i), versions[i]).ConfigureAwait(false);
        }

        static byte[] Value(int i) => Encoding.UTF8.GetBytes($"value {i}");

        async Task DemandNothingOfAsync((string Seller, string Name) place)
        {
            StoredState? state = await store.ReadAsync(place.Seller, place.Name, probe.Cancel).ConfigureAwait(false);
            Demand(state is null, $"Nothing should be there for {place}, and there is \"{Encoding.UTF8.GetString((state?.Value ?? default).Span)}\".");
        }
    }

    private static async Task NotRunTogether(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        foreach (string separator in new[] { "", "/", ":", "-", ".", "|", "_", " ", "\\", ",", ";", "#", "@", "~" })
        {
            // The same characters in the same order, cut at another place.
            (string Seller, string Name) one = ($"{probe.Seller}a", $"b{separator}c"), other = ($"{probe.Seller}a{separator}b", "c");
            await probe.WriteAsync(store, one.Seller, one.Name, Bytes(1), 0).ConfigureAwait(false);
            await probe.DemandNothingAsync(store, other.Seller, other.Name).ConfigureAwait(false);
        }
    }

    private static async Task Cancelled(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        long version = await probe.WriteAsync(store, probe.Seller, "a", Bytes(1), 0).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        await DemandCancellationAsync(() => store.TryWriteAsync(probe.Seller, "a", Bytes(2), version, cancelled).AsTask(), "write").ConfigureAwait(false);
        await DemandCancellationAsync(() => store.TryWriteAsync(probe.Seller, "b", Bytes(2), 0, cancelled).AsTask(), "first write").ConfigureAwait(false);
        await DemandCancellationAsync(() => store.TryDeleteAsync(probe.Seller, "a", version, cancelled).AsTask(), "deletion").ConfigureAwait(false);
        await DemandCancellationAsync(() => store.ReadAsync(probe.Seller, "a", cancelled).AsTask(), "read").ConfigureAwait(false);
        await probe.DemandStateAsync(store, probe.Seller, "a", Bytes(1), version).ConfigureAwait(false);
        await probe.DemandNothingAsync(store, probe.Seller, "b").ConfigureAwait(false);

        static async Task DemandCancellationAsync(Func<Task> call, string what)
        {
            try
            {
                await call().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            throw new StoreContractException($"A {what} that was cancelled before it began did not throw an OperationCanceledException.");
        }
    }

    private static async Task OpenedAgain(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        long version = await probe.WriteAsync(store, probe.Seller, "a", Bytes(1), 0).ConfigureAwait(false);
        IStateStore again = await probe.OpenAsync().ConfigureAwait(false);
        await probe.DemandStateAsync(again, probe.Seller, "a", Bytes(1), version).ConfigureAwait(false);
        long next = await probe.WriteAsync(again, probe.Seller, "a", Bytes(2), version).ConfigureAwait(false);

        // The one that was opened first sees it, too: nothing is kept back.
        await probe.DemandStateAsync(store, probe.Seller, "a", Bytes(2), next).ConfigureAwait(false);
        DemandRefusal(
            await store.TryWriteAsync(probe.Seller, "a", Bytes(3), version, probe.Cancel).ConfigureAwait(false), next, $"A write that expects version {version}");
    }

    private static async Task Limits(StateStoreProbe probe)
    {
        IStateStore store = await probe.OpenAsync().ConfigureAwait(false);
        string tooLong = new('n', StateStoreLimits.MaxKeyLength + 1);
        foreach (string? bad in new[] { null, "", " ", " a", "a ", "a\n", "a\0b", "a\tb", "a\u0085b", "\ud83d", "a\ude42b", tooLong })
        {
            await DemandArgumentExceptionAsync(() => store.ReadAsync(probe.Seller, bad!, probe.Cancel).AsTask(), $"name {Shown(bad)}").ConfigureAwait(false);
            await DemandArgumentExceptionAsync(() => store.ReadAsync(bad!, "a", probe.Cancel).AsTask(), $"seller {Shown(bad)}").ConfigureAwait(false);
            await DemandArgumentExceptionAsync(() => store.TryWriteAsync(probe.Seller, bad!, Bytes(1), 0, probe.Cancel).AsTask(), $"name {Shown(bad)}").ConfigureAwait(false);
            await DemandArgumentExceptionAsync(() => store.TryWriteAsync(bad!, "a", Bytes(1), 0, probe.Cancel).AsTask(), $"seller {Shown(bad)}").ConfigureAwait(false);
            await DemandArgumentExceptionAsync(() => store.TryDeleteAsync(probe.Seller, bad!, 1, probe.Cancel).AsTask(), $"name {Shown(bad)}").ConfigureAwait(false);
            await DemandArgumentExceptionAsync(() => store.TryDeleteAsync(bad!, "a", 1, probe.Cancel).AsTask(), $"seller {Shown(bad)}").ConfigureAwait(false);
        }

        byte[] tooLarge = new byte[StateStoreLimits.MaxValueLength + 1];
        await DemandArgumentExceptionAsync(() => store.TryWriteAsync(probe.Seller, "a", tooLarge, 0, probe.Cancel).AsTask(), "value of one byte too many").ConfigureAwait(false);
        await DemandArgumentExceptionAsync(() => store.TryWriteAsync(probe.Seller, "a", Bytes(1), -1, probe.Cancel).AsTask(), "version -1").ConfigureAwait(false);
        foreach (long version in new[] { 0L, -1L })
            await DemandArgumentExceptionAsync(() => store.TryDeleteAsync(probe.Seller, "a", version, probe.Cancel).AsTask(), $"version {version} to delete").ConfigureAwait(false);
        await probe.DemandNothingAsync(store, probe.Seller, "a").ConfigureAwait(false);

        static string Shown(string? key) => key is null ? "null" : $"\"{Uri.EscapeDataString(key.Length > 20 ? key[..20] : key)}\" of {key.Length} characters";

        static async Task DemandArgumentExceptionAsync(Func<Task> call, string what)
        {
            try
            {
                await call().ConfigureAwait(false);
            }
            catch (ArgumentException)
            {
                return;
            }

            throw new StoreContractException($"The store took a {what}; it should have thrown an ArgumentException.");
        }
    }

    // Nine bytes, so that a value is no number by accident and larger than one.
    private static byte[] Bytes(int value) => [.. BitConverter.GetBytes((long)value), (byte)'!'];
}
