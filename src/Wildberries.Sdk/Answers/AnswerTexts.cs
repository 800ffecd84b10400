using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Answers;

/// <summary>Texts of answers and what is written down with them.</summary>
internal static class AnswerTexts
{
    /// <summary>How long keys and the names of those who approve may be, in characters.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Line ends and spaces around it are what a server on the way may change.</summary>
    public static bool IsSame(string? one, string other) =>
        string.Equals(one?.ReplaceLineEndings("\n").Trim(), other.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);

    /// <summary>A text that is kept: there, not blank, and at most 200 characters.</summary>
    public static string Kept(string? text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (Argument.TextFault(text) is { } fault)
            throw new ArgumentException($"It has {fault}.", name);
        return Argument.Characters(text) is var length && length <= MaxKeyLength
            ? text
            : throw new ArgumentException(FormattableString.Invariant($"It has {length:N0} characters; it may have at most {MaxKeyLength:N0}."), name);
    }
}
