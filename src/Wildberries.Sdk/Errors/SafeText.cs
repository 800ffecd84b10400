using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Errors;

/// <summary>Makes a text that came from outside fit for a log: one line, bounded, without tokens.</summary>
internal static partial class SafeText
{
    public const int MaxErrors = 100;
    public const int MaxErrorText = 500;

    // How much of what a caller gave stands in a message.
    private const int MaxGiven = 100;

    // Twice what the longest token has. What is beyond it could not be shown; what a cut leaves of a secret is found as any other part of it.
    private const int MaxRead = 16 * 1024;

    /// <summary>Takes out control and formatting characters, secrets and whatever looks like a JWT, and cuts the text to a length.</summary>
    /// <returns>The text, or <see langword="null"/> if nothing is left of it.</returns>
    public static string? Clean(string? text, int maxLength, Redaction secrets)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        text = secrets.Apply(text.Length > MaxRead ? text[..MaxRead] : text);
        var line = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                // Invisible characters could reverse a log line, or hide a token from the redaction.
                line.Append(character);
            }
        }

        // Redaction comes before the cut, which could otherwise leave the first half of a token.
        string clean = Jwt().Replace(line.ToString().TrimEnd(), Redaction.Redacted);
        if (clean.Length <= maxLength)
            return clean.Length == 0 ? null : clean;

        int end = maxLength - 1;
        if (char.IsHighSurrogate(clean[end - 1]))
            end--;
        return string.Concat(clean.AsSpan(0, end), "…");
    }

    /// <summary>An id, a name or another short text that a caller gave, fit for a message: whatever it is, the message stays one short line.</summary>
    public static string Given(string? text) => Clean(text, MaxGiven, Redaction.None) ?? "";

    /// <summary>The errors that stand in an answer, fit for an exception.</summary>
    public static IReadOnlyList<string> Clean(IReadOnlyList<string> errors) =>
        [.. errors.Take(MaxErrors).Select(error => Clean(error, MaxErrorText, Redaction.None)).OfType<string>()];

    /// <summary>
    /// Where JSON breaks, without what stands there: of the names on the way only those that look like a model's, for others stand in the answer and may be anything.
    /// </summary>
    public static string? CleanPath(string? path, Redaction secrets) => Clean(OddName().Replace(path ?? "", "…"), MaxErrorText, secrets);

    // Every JWT starts with {" in base64url. Two parts, or one that was cut off, are a token too.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_\-+/=]{8,}(?:\.[A-Za-z0-9_\-+/=]*){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();

    [GeneratedRegex(@"\['.*'\]|(?<=\.)(?![A-Za-z_][A-Za-z0-9_]{0,63}(?:[.\[]|\z))[^.\[]+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OddName();
}
