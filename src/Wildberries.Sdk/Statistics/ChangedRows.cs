using System.Text.Json.Serialization.Metadata;

namespace Wildberries.Sdk.Statistics;

/// <summary>What a <see cref="ChangedRowStream{T}"/> knows of its rows.</summary>
/// <typeparam name="T">The row.</typeparam>
internal sealed record ChangedRows<T>
{
    public required string Operation { get; init; }

    /// <summary>The name of the state, unless the caller has another.</summary>
    public required string Name { get; init; }

    /// <summary>By this its state is known.</summary>
    public required string Format { get; init; }

    public required JsonTypeInfo<T> TypeInfo { get; init; }

    /// <summary>Asks WB for what has changed since a moment.</summary>
    public required Func<DateTimeOffset, CancellationToken, IAsyncEnumerable<T>> Read { get; init; }

    public required Func<T, string?> Key { get; init; }

    public required Func<T, DateTimeOffset?> ChangedAt { get; init; }

    /// <summary>What the caller gets of a row at a moment.</summary>
    public required Func<T, DateTimeOffset, T> Adapt { get; init; }
}
