namespace Wildberries.Sdk.State;

/// <summary>A state as an <see cref="IStateStore"/> has it.</summary>
public sealed class StoredState
{
    /// <summary>The bytes that were written last.</summary>
    public required ReadOnlyMemory<byte> Value { get; init; }

    /// <summary>The version of this value, above zero: what a write or a deletion that knows this value must name.</summary>
    public required long Version { get; init; }
}
