namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>What becomes of a call.</summary>
internal enum FakeFault
{
    None = 0,

    /// <summary>It never left.</summary>
    NotSent = 1,

    /// <summary>WB asks to come again later.</summary>
    Throttled = 2,

    /// <summary>WB did it, and the answer is lost.</summary>
    Lost = 3,

    /// <summary>WB did not do it, and no answer comes.</summary>
    LostAndNotDone = 4,

    /// <summary>WB does it much later, and no answer comes.</summary>
    LostAndLate = 5,

    /// <summary>The process dies before it is sent.</summary>
    KilledBefore = 6,

    /// <summary>WB did it, and the process dies.</summary>
    KilledAfter = 7,

    /// <summary>The token may not do it.</summary>
    Forbidden = 8,

    /// <summary>WB says that it did it, and did not; for calls whose answer is empty.</summary>
    SaidAndNotDone = 10,

    /// <summary>WB fails; for reads.</summary>
    ServerError = 9,

    /// <summary>The process dies, and WB does it much later.</summary>
    KilledAndLate = 11,

    /// <summary>WB refuses it, for a reason of its own.</summary>
    Refused = 12,
}
