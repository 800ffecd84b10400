using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Errors;

/// <summary>Makes a text that came from outside fit for a log: one line, bounded, without tokens.</summary>
internal static partial class SafeText
{
    /// <summary>
    /// Takes out control and formatting characters and whatever looks like a JWT, and cuts the text to a length.
    /// </summary>
    /// <returns>The text, or <see langword="null"/> if nothing is left of it.</returns>
    public static string? Clean(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text))
            return null;

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
        string clean = Redact(line.ToString().TrimEnd());
        if (clean.Length <= maxLength)
            return clean.Length == 0 ? null : clean;

        int end = maxLength - 1;
        if (char.IsHighSurrogate(clean[end - 1]))
            end--;
        return string.Concat(clean.AsSpan(0, end), "…");
    }

    public static string Redact(string text) => Jwt().Replace(text, "[redacted]");

    // Every JWT starts with {" in base64url. Two parts, or one that was cut off, are a token too.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_\-+/=]{8,}(?:\.[A-Za-z0-9_\-+/=]*){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();
}
