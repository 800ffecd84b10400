using System.Buffers;
using System.Globalization;
using System.Text;

namespace Wildberries.Sdk.State;

/// <summary>What every <see cref="IStateStore"/> takes, so that a program can change its store; a store checks its arguments with this.</summary>
public static class StateStoreLimits
{
    /// <summary>The most characters of a seller's id, and of a name.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>The most bytes of a value: 256 KiB.</summary>
    public const int MaxValueLength = 256 * 1024;

    /// <summary>
    /// Checks a seller's id and a name: 1 to <see cref="MaxKeyLength"/> characters each, no control characters, no white space at the start or the end,
    /// no half of a surrogate pair.
    /// </summary>
    /// <param name="sellerId">The seller's id.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">One of them is not so.</exception>
    public static void CheckKey(string sellerId, string name)
    {
        CheckKeyPart(sellerId, nameof(sellerId));
        CheckKeyPart(name, nameof(name));
    }

    /// <summary>Checks the arguments of <see cref="IStateStore.TryWriteAsync"/>.</summary>
    /// <param name="sellerId">The seller's id.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="expectedVersion">The version to be replaced.</param>
    /// <exception cref="ArgumentException">One of them is not as it must be.</exception>
    public static void CheckWrite(string sellerId, string name, ReadOnlyMemory<byte> value, long expectedVersion)
    {
        CheckKey(sellerId, name);
        if (value.Length > MaxValueLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A state has at most {MaxValueLength} bytes; this one has {value.Length}."), nameof(value));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
    }

    /// <summary>Checks the arguments of <see cref="IStateStore.TryDeleteAsync"/>.</summary>
    /// <param name="sellerId">The seller's id.</param>
    /// <param name="name">The name.</param>
    /// <param name="expectedVersion">The version to be deleted.</param>
    /// <exception cref="ArgumentException">One of them is not as it must be.</exception>
    public static void CheckDelete(string sellerId, string name, long expectedVersion)
    {
        CheckKey(sellerId, name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(expectedVersion);
    }

    private static void CheckKeyPart(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        if (text.Length > MaxKeyLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"It may have at most {MaxKeyLength} characters; it has {text.Length}."), parameter);
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            throw new ArgumentException("It must not begin or end with white space: some databases do not keep that.", parameter);

        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out Rune rune, out int length) != OperationStatus.Done)
                throw new ArgumentException("It holds half of a surrogate pair.", parameter);
            if (Rune.IsControl(rune))
                throw new ArgumentException("It must not hold control characters.", parameter);
            rest = rest[length..];
        }
    }
}
