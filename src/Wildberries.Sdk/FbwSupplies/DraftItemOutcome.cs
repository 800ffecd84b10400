namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What became of a product that was to be added to a draft.</summary>
public enum DraftItemOutcome
{
    /// <summary>It was added.</summary>
    Added,

    /// <summary>WB refused it: <see cref="DraftItemResult.Error"/> says why.</summary>
    Refused,

    /// <summary>Nothing is wrong with it, but WB refused another one, and adds all or none.</summary>
    NotAdded,
}
