namespace Wildberries.Sdk.State;

/// <summary>What became of a write to an <see cref="IStateStore"/>, or of a deletion.</summary>
public readonly record struct StateWriteResult
{
    /// <summary>Whether it was done. If not, the state has another version than the caller knew, and nothing has changed.</summary>
    public bool Succeeded { get; init; }

    /// <summary>The version that is there now: the new one after a write, the one in the way after a refusal; zero: nothing is there.</summary>
    public long Version { get; init; }
}
