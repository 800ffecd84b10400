using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Orders;

/// <summary>What scanners, keyboards and spreadsheets do to a code, undone.</summary>
internal static partial class SgtinRepair
{
    // The keys of a Russian layout, and what they give in an English one.
    private const string Russian = "йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё\"№;:?/";
    private const string English = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?~@#$^&|";

    private static readonly Dictionary<char, char> Keys = Russian.Zip(English).ToDictionary(pair => pair.First, pair => pair.Second);

    public static string Run(string scanned)
    {
        // Trim() would take the separator, too.
        string code = Around().Replace(scanned, "");
        if (code.Any(IsCyrillic))
            code = string.Concat(code.Select(character => Keys.GetValueOrDefault(character, character)));
        return Beginning().Replace(Separators().Replace(code, "\u001d"), "");
    }

    private static bool IsCyrillic(char character) => character is >= '\u0400' and <= '\u04ff';

    [GeneratedRegex(@"^[\s\uFEFF-[\u001d]]+|[\s-[\u001d]]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"\\u001[dD]|\\x1[dD]|_x001[dD]_|<GS>|\{GS\}|\[GS\]|\u241D", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separators();

    // The symbol's identifier (Data Matrix, Code 128), the separator that stands for its first character, and its place in other alphabets.
    [GeneratedRegex(@"^(\]d2|\]C1|\]Q3)?[\u001d\u00E8]*(?=01)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
