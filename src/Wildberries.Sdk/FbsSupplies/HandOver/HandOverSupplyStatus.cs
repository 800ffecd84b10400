namespace Wildberries.Sdk.FbsSupplies;

/// <summary>How far a supply of a hand-over is.</summary>
public enum HandOverSupplyStatus
{
    /// <summary>It is not created, or perhaps: then it is looked for by its name before anything else.</summary>
    Planned = 0,

    /// <summary>It is open.</summary>
    Open = 1,

    /// <summary>It is handed over.</summary>
    HandedOver = 2,

    /// <summary>It could not be handed over: <see cref="HandOverSupply.Reason"/> says why. Going on tries again.</summary>
    Failed = 3,

    /// <summary>No order was left for it: it was not created, or deleted again.</summary>
    NotNeeded = 4,
}
