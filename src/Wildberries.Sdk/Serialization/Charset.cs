using System.Text;
using System.Text.Unicode;

namespace Wildberries.Sdk.Serialization;

/// <summary>In what bytes an answer's text is written. JSON is UTF-8, whatever is said of it; only what is no UTF-8 may be something else.</summary>
internal static class Charset
{
    /// <summary>Whether a charset is one in which ASCII is not written as ASCII.</summary>
    /// <param name="name">The charset's name.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsWide(string name) =>
        name.Trim('"', '\'', ' ') is var plain
        && (plain.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a text that is no UTF-8 in UTF-8.</summary>
    /// <param name="body">The text.</param>
    /// <param name="name">In which charset it is said to be.</param>
    /// <returns><see langword="null"/> if it is UTF-8 already, or nobody knows what it is.</returns>
    public static byte[]? ToUtf8(ReadOnlySpan<byte> body, string? name)
    {
        if (Utf8.IsValid(body) || Find(name) is not { } encoding)
            return null;
        return Encoding.UTF8.GetBytes(encoding.GetString(body));
    }

    private static Encoding? Find(string? charset)
    {
        try
        {
            string name = charset?.Trim('"', '\'', ' ') ?? "";
            Encoding? found = name.Length == 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return found is null or { CodePage: 65001 } ? null : found;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
