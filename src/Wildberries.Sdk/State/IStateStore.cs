namespace Wildberries.Sdk.State;

/// <summary>
/// Keeps what must outlive a process, such as the cursor of a stream: small values under seller and name. A write names the version that it
/// replaces, so that of two writers who know the same state one wins and the other is told. Safe for use by many threads.
/// </summary>
/// <remarks>
/// What every store holds:
/// <list type="bullet">
/// <item>A version is above zero, and each write of a name gives a higher one than the name has ever had, also after a deletion: a version
/// can serve as a fencing number. Zero stands for nothing there. Who deletes behind the store's back what it keeps, lets the versions begin anew.</item>
/// <item>A call that has ended well has ended for good: every store over the same place sees it, and one that was cancelled or failed left the old
/// state or the new one, never a part.</item>
/// <item>Sellers and names are told apart by <see cref="StringComparison.Ordinal"/>, and are as <see cref="StateStoreLimits"/> says.</item>
/// <item>The bytes are the caller's: a store does not read them, and keeps a copy.</item>
/// </list>
/// <para>
/// Check a store of your own with <c>StateStoreContract</c> of <c>Wildberries.Sdk.Testing</c>. This interface is made to be implemented: a later
/// version adds members only with an implementation of their own.
/// </para>
/// </remarks>
public interface IStateStore
{
    /// <summary>Reads a state.</summary>
    /// <param name="sellerId">Whose state: the seller's id, or another name that you give to the seller.</param>
    /// <param name="name">Which of the seller's states.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The state, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentException">The seller's id or the name is not as <see cref="StateStoreLimits"/> says.</exception>
    ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default);

    /// <summary>Writes a state if it still has the version that the caller knows.</summary>
    /// <param name="sellerId">Whose state.</param>
    /// <param name="name">Which of the seller's states.</param>
    /// <param name="value">The new value, at most <see cref="StateStoreLimits.MaxValueLength"/> bytes; may be empty.</param>
    /// <param name="expectedVersion">The version to be replaced; zero: there must be nothing.</param>
    /// <param name="cancellationToken">Cancels the writing; when it comes too late, the state may be written nevertheless.</param>
    /// <returns>Whether the state was written, and the version that is there now.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is not as <see cref="StateStoreLimits"/> says, or the version is below zero. Nothing is written.
    /// </exception>
    ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Deletes a state if it still has the version that the caller knows.</summary>
    /// <param name="sellerId">Whose state.</param>
    /// <param name="name">Which of the seller's states.</param>
    /// <param name="expectedVersion">The version to be deleted; above zero.</param>
    /// <param name="cancellationToken">Cancels the deletion; when it comes too late, the state may be gone nevertheless.</param>
    /// <returns>Whether the state was deleted, and the version that is there now: zero if nothing is.</returns>
    /// <exception cref="ArgumentException">
    /// The seller's id or the name is not as <see cref="StateStoreLimits"/> says, or the version is not above zero. Nothing is deleted.
    /// </exception>
    ValueTask<StateWriteResult> TryDeleteAsync(
        string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default);
}
