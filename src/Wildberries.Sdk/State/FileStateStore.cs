using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wildberries.Sdk.State;

/// <summary>
/// Keeps states in a folder: a folder for each seller, a file for each state. A new state replaces the old file in one step, so that a process that is
/// killed leaves one or the other. Any number of processes on one machine may use the folder at the same time.
/// </summary>
/// <remarks>
/// The calls about one seller come one after the other: each holds the file <c>lock</c> in the seller's folder, which the system lets go when a process
/// ends, however it ends. A call that does not get the lock within <see cref="LockTimeout"/> throws an <see cref="IOException"/>. The folder must be on a
/// disk of the machine: over a network, locks may not hold. A state is on the disk before its file takes the old one's place; after a failure
/// of power, some file systems may give back the one before.
/// </remarks>
public sealed class FileStateStore : IStateStore
{
    // Under this name, which no state can have, a seller's folder remembers the highest version that was deleted.
    private const string DeletedName = "\n";
    private const string DeletedFileName = "deleted";

    private const int ReadablePartLength = 40;

    private static readonly TimeSpan LockRetryDelay = TimeSpan.FromMilliseconds(10);

    private readonly string _folder;
    private readonly TimeProvider _timeProvider;

    // Those of this process wait here, in order, and ask for the lock one at a time.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Creates a store over a folder, which need not exist yet.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public FileStateStore(string folder, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How long a call waits in all for others of this process and of other ones: 30 seconds. A call holds the lock for some milliseconds.</summary>
    public static TimeSpan LockTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The state's file is not whole, or not of this store; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read, or others hold the lock for too long.</exception>
    public async ValueTask<StoredState?> ReadAsync(string sellerId, string name, CancellationToken cancellationToken = default)
    {
        StateStoreLimits.CheckKey(sellerId, name);
        cancellationToken.ThrowIfCancellationRequested();
        string folder = FolderOf(sellerId);
        if (!Directory.Exists(folder))
            return null;
        return await LockedAsync(folder, () => StateFile.ReadAsync(FileOf(folder, name), sellerId, name, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The state's file is not whole, or not of this store; the message names it, and it is not overwritten.</exception>
    /// <exception cref="IOException">The file cannot be written, or others hold the lock for too long.</exception>
    public async ValueTask<StateWriteResult> TryWriteAsync(
        string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StateStoreLimits.CheckWrite(sellerId, name, value, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        string folder = FolderOf(sellerId);
        Directory.CreateDirectory(folder);
        return await LockedAsync(folder, WriteAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<StateWriteResult> WriteAsync()
        {
            string file = FileOf(folder, name);
            StoredState? state = await StateFile.ReadAsync(file, sellerId, name, cancellationToken).ConfigureAwait(false);
            long version = state?.Version ?? 0;
            if (version != expectedVersion)
                return new StateWriteResult { Version = version };
            if (state is null)
                version = await HighestDeletedAsync(folder, sellerId, cancellationToken).ConfigureAwait(false);
            await StateFile.ReplaceAsync(file, sellerId, name, value, ++version, cancellationToken).ConfigureAwait(false);
            return new StateWriteResult { Succeeded = true, Version = version };
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The state's file is not whole, or not of this store; the message names it, and it is not deleted.</exception>
    /// <exception cref="IOException">The file cannot be deleted, or others hold the lock for too long.</exception>
    public async ValueTask<StateWriteResult> TryDeleteAsync(
        string sellerId, string name, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StateStoreLimits.CheckDelete(sellerId, name, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        string folder = FolderOf(sellerId);
        if (!Directory.Exists(folder))
            return default;
        return await LockedAsync(folder, DeleteAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<StateWriteResult> DeleteAsync()
        {
            string file = FileOf(folder, name);
            StoredState? state = await StateFile.ReadAsync(file, sellerId, name, cancellationToken).ConfigureAwait(false);
            long version = state?.Version ?? 0;
            if (version != expectedVersion)
                return new StateWriteResult { Version = version };

            // First this: whoever is killed in between has deleted nothing, and no version can come back.
            if (version > await HighestDeletedAsync(folder, sellerId, cancellationToken).ConfigureAwait(false))
            {
                await StateFile.ReplaceAsync(Path.Combine(folder, DeletedFileName), sellerId, DeletedName, default, version, cancellationToken)
                    .ConfigureAwait(false);
            }

            File.Delete(file);
            return new StateWriteResult { Succeeded = true };
        }
    }

    private static async ValueTask<long> HighestDeletedAsync(string folder, string sellerId, CancellationToken cancellationToken) =>
        (await StateFile.ReadAsync(Path.Combine(folder, DeletedFileName), sellerId, DeletedName, cancellationToken).ConfigureAwait(false))?.Version ?? 0;

    private string FolderOf(string sellerId) => Path.Combine(_folder, FileNameOf(sellerId));

    private static string FileOf(string folder, string name) => Path.Combine(folder, FileNameOf(name) + ".state");

    // A name may hold what a file's name may not, and differ by case alone: the digest tells them apart, the part before it is for people.
    private static string FileNameOf(string key)
    {
        var readable = new StringBuilder(ReadablePartLength + 33);
        foreach (char c in key.AsSpan(0, Math.Min(key.Length, ReadablePartLength)))
            readable.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)).ToLowerInvariant();
        return readable.Append('-').Append(digest).ToString();
    }

    private async ValueTask<T> LockedAsync<T>(string folder, Func<ValueTask<T>> action, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, "lock");
        SemaphoreSlim gate = _gates.GetOrAdd(folder, static _ => new SemaphoreSlim(1, 1));
        long start = _timeProvider.GetTimestamp();
        if (!gate.Wait(0, CancellationToken.None))
            await EnterAsync(gate, path, cancellationToken).ConfigureAwait(false);
        try
        {
            FileStream held = await LockAsync(path, start, cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
                return await action().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task EnterAsync(SemaphoreSlim gate, string path, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LockTimeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await gate.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw HeldForTooLong(path, e);
        }
    }

    private async ValueTask<FileStream> LockAsync(string path, long start, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                if (_timeProvider.GetElapsedTime(start) >= LockTimeout)
                    throw HeldForTooLong(path, e);
            }

            await Task.Delay(LockRetryDelay, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IOException HeldForTooLong(string path, Exception cause) => new(
        string.Create(CultureInfo.InvariantCulture, $"The lock \"{path}\" was held by others for {LockTimeout.TotalSeconds} s. Nothing was read or written."),
        cause);

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; EWOULDBLOCK of Linux and of macOS. Anything else would not get better by waiting.
    private static bool IsHeldByAnother(IOException exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) is 32 or 33 : exception.HResult is 11 or 35;
}
