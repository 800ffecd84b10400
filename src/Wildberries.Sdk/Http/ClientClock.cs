using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.Http;

/// <summary>The clock of the client that an interface was taken from: helpers on top of the interface wait by the same one.</summary>
internal static class ClientClock
{
    // By stub, for a stub is generated and keeps nothing. The system's clock is not noted.
    private static readonly ConditionalWeakTable<object, TimeProvider> Clocks = [];

    public static void Note(object api, TimeProvider clock)
    {
        if (clock != TimeProvider.System)
            Clocks.Add(api, clock);
    }

    /// <summary>The clock; the system's for an interface that comes from no client, as in a test.</summary>
    public static TimeProvider Of(object api) => Clocks.TryGetValue(api, out TimeProvider? clock) ? clock : TimeProvider.System;
}
