namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What became of an order that was to be handed over.</summary>
public enum HandOverOutcome
{
    /// <summary>It is in no supply yet.</summary>
    Pending = 0,

    /// <summary>It is in a supply that is not handed over: not yet, or because of what <see cref="HandOverSupply.Reason"/> says.</summary>
    InSupply = 1,

    /// <summary>It is in a supply that is handed over.</summary>
    HandedOver = 2,

    /// <summary>It was put into no supply: <see cref="HandOverRow.Reason"/> says which rule stands against it.</summary>
    Refused = 3,

    /// <summary>
    /// It cannot be handed over as it is (<see cref="HandOverRow.Reason"/>), and waits in a supply that stays open, so that the others could go.
    /// </summary>
    SetAside = 4,

    /// <summary>It was cancelled, by the buyer or the seller.</summary>
    Cancelled = 5,

    /// <summary>
    /// WB has it neither where it should be nor among what was cancelled, or does not tell of it: look at it in WB's portal.
    /// <see cref="FbsHandOver.HandOverAsync"/> looks at it again: one that WB has as new by then is tried once more.
    /// </summary>
    Unknown = 6,
}
