namespace Wildberries.Sdk.State;

/// <summary>
/// A state in an <see cref="IStateStore"/> was changed by somebody else: two programs, or two parts of one, use the same state at the same time, for
/// example read the same stream. Nothing of the other's was overwritten. See to it that only one of them runs; the other begins anew from what is stored.
/// </summary>
/// <remarks>
/// It is no <see cref="Errors.WildberriesApiException"/>: WB knows nothing of it, and a program that begins again after failures of WB must not begin again
/// after this one, or two readers disturb each other without end.
/// </remarks>
public sealed class WildberriesStateConflictException : InvalidOperationException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesStateConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesStateConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
