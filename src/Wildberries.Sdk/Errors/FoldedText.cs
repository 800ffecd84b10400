using System.Globalization;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// A text without what may stand between the characters of a secret or in their place: escapes are decoded, white space and invisible characters are gone, letters
/// are small, and both alphabets of base64 are one. It knows where each of its characters stood.
/// </summary>
internal sealed class FoldedText
{
    // Escapes within escapes are seen; deeper nesting than this is not looked for.
    private const int MaxNesting = 4;

    private static readonly Dictionary<string, char> Entities = new(StringComparer.Ordinal)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["period"] = '.',
        ["lowbar"] = '_',
        ["hyphen"] = '-',
        ["dash"] = '-',
        ["sol"] = '/',
        ["plus"] = '+',
        ["equals"] = '=',
        ["colon"] = ':',
        ["nbsp"] = ' ',
        ["Tab"] = ' ',
        ["NewLine"] = ' ',
        ["shy"] = ' ',
    };

    private readonly List<(char Character, int Start, int End)> _characters;

    private FoldedText(List<(char Character, int Start, int End)> characters)
    {
        _characters = characters;
        Text = string.Create(characters.Count, characters, static (text, all) =>
        {
            for (int i = 0; i < text.Length; i++)
                text[i] = all[i].Character;
        });
    }

    public string Text { get; }

    public static FoldedText Of(string text, bool decode)
    {
        var characters = new List<(char Character, int Start, int End)>(text.Length);
        for (int i = 0; i < text.Length; i++)
            characters.Add((text[i], i, i + 1));
        for (int pass = 0; decode && pass < MaxNesting && Decode(characters) is { } decoded; pass++)
            characters = decoded;

        var folded = new List<(char Character, int Start, int End)>(characters.Count);
        foreach ((char character, int start, int end) in characters)
        {
            if (IsSeen(character))
                folded.Add((Fold(character), start, end));
        }

        return new FoldedText(folded);
    }

    public int Start(int index) => _characters[index].Start;

    public int End(int index) => _characters[index].End;

    private static bool IsSeen(char character) =>
        !char.IsWhiteSpace(character) && !char.IsControl(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format;

    private static char Fold(char character) => character switch
    {
        '-' => '+',
        '_' => '/',
        _ => char.ToLowerInvariant(character),
    };

    /// <summary>Decodes each escape once.</summary>
    /// <returns>The text, or <see langword="null"/> if there was none.</returns>
    private static List<(char Character, int Start, int End)>? Decode(List<(char Character, int Start, int End)> source)
    {
        List<(char Character, int Start, int End)>? decoded = null;
        for (int i = 0; i < source.Count;)
        {
            if (TryDecode(source, i, out char character, out int length))
            {
                decoded ??= [.. source[..i]];
                decoded.Add((character, source[i].Start, source[i + length - 1].End));
                i += length;
            }
            else
            {
                decoded?.Add(source[i]);
                i++;
            }
        }

        return decoded;
    }

    private static bool TryDecode(List<(char Character, int Start, int End)> source, int at, out char character, out int length)
    {
        (character, length) = ('\0', 0);
        char next = At(source, at + 1);
        return source[at].Character switch
        {
            '%' => TryHex(source, at + 1, 2, 1, out character, out length),
            '\\' when next is 'u' or 'U' => TryHex(source, at + 2, 4, 2, out character, out length),
            '\\' when next is 'x' or 'X' => TryHex(source, at + 2, 2, 2, out character, out length),
            '\\' when next is '\\' or '/' or '"' or '\'' => Found(next, 2, out character, out length),
            '\\' when next is 'n' or 'r' or 't' => Found(' ', 2, out character, out length),
            '&' => TryEntity(source, at, out character, out length),
            _ => false,
        };
    }

    private static bool TryEntity(List<(char Character, int Start, int End)> source, int at, out char character, out int length)
    {
        (character, length) = ('\0', 0);
        const int MaxName = 10;
        Span<char> name = stackalloc char[MaxName];
        int count = 0;
        while (count < MaxName && At(source, at + 1 + count) is var next && (char.IsAsciiLetterOrDigit(next) || next == '#'))
            name[count++] = next;
        if (count == 0)
            return false;

        // The semicolon may be missing, as browsers take it.
        int whole = 1 + count + (At(source, at + 1 + count) == ';' ? 1 : 0);
        ReadOnlySpan<char> text = name[..count];
        if (text[0] != '#')
            return Entities.TryGetValue(text.ToString(), out char named) && Found(named, whole, out character, out length);
        bool isHex = count > 1 && text[1] is 'x' or 'X';
        return int.TryParse(
                isHex ? text[2..] : text[1..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            && code is > 0 and < 128
            && Found((char)code, whole, out character, out length);
    }

    // Secrets are ASCII, and so is everything that their escapes stand for.
    private static bool TryHex(List<(char Character, int Start, int End)> source, int at, int digits, int before, out char character, out int length)
    {
        (character, length) = ('\0', 0);
        int code = 0;
        for (int i = 0; i < digits; i++)
        {
            char digit = At(source, at + i);
            if (!char.IsAsciiHexDigit(digit))
                return false;
            code = (code * 16) + Convert.ToInt32(digit.ToString(), 16);
        }

        return code < 128 && Found((char)code, before + digits, out character, out length);
    }

    private static bool Found(char decoded, int consumed, out char character, out int length)
    {
        (character, length) = (decoded, consumed);
        return true;
    }

    private static char At(List<(char Character, int Start, int End)> source, int at) => at < source.Count ? source[at].Character : '\0';
}
