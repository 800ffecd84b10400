using System.Buffers;
using System.Globalization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>
/// A Chestny ZNAK code as it is read from a Data Matrix: <c>01</c> and the GTIN of 14 digits, <c>21</c> and the serial number, and, after group separators
/// (U+001D), the verification part. Nothing is changed: <see cref="Code"/> is what was read.
/// </summary>
/// <remarks>
/// WB takes a code with its verification part or without it, but wants the separators. It takes malformed codes, too, and refuses the order later, when it is to be
/// handed over. Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.
/// </remarks>
public sealed record Sgtin
{
    /// <summary>What stands between the parts of a code: U+001D.</summary>
    public const char GroupSeparator = '\u001d';

    internal const int MinLength = 16;
    internal const int MaxLength = 135;

    private const int GtinLength = 14;
    private const int SerialStart = 2 + GtinLength + 2;

    // GS1 gives a serial number no more.
    private const int MaxSerialLength = 20;

    // The characters that GS1 allows in the parts of a code.
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz" + "\u001d");

    private Sgtin(string code) => Code = code;

    /// <summary>The code as it was read, separators included.</summary>
    public string Code { get; }

    /// <summary>The GTIN, 14 digits; <see langword="null"/> if the code is not built as a code is.</summary>
    public string? Gtin { get; private init; }

    /// <summary>
    /// The serial number; <see langword="null"/> if the code is not built as a code is, or lacks separators, so that nobody can say where it ends.
    /// </summary>
    public string? Serial { get; private init; }

    /// <summary>The number of the verification key (after <c>91</c>); <see langword="null"/>: there is none.</summary>
    public string? VerificationKey { get; private init; }

    /// <summary>The verification code (after <c>92</c> or <c>93</c>); <see langword="null"/>: there is none.</summary>
    public string? VerificationCode { get; private init; }

    /// <summary>Whether it has group separators.</summary>
    public bool HasGroupSeparators => Code.Contains(GroupSeparator, StringComparison.Ordinal);

    /// <summary>What is wrong with it; empty: nothing that can be seen without WB.</summary>
    public IReadOnlyList<MarkingProblem> Problems { get; private init; } = [];

    /// <summary>Reads a code. It never fails: what is wrong is in <see cref="Problems"/>.</summary>
    /// <param name="code">The code as a scanner gave it; <see cref="Repair"/> undoes what scanners and spreadsheets do to it.</param>
    /// <returns>The code with its parts.</returns>
    public static Sgtin Read(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var problems = new List<MarkingProblem>();
        AddLength(code, problems);
        AddSymbols(code, problems);
        bool isBuilt = code.Length > SerialStart && code.StartsWith("01", StringComparison.Ordinal)
            && CheckDigits.IsDigits(code.AsSpan(2, GtinLength)) && code.AsSpan(2 + GtinLength, 2) is "21";
        if (!isBuilt)
        {
            problems.Add(MarkingProblem.Doubtful(
                MarkingFault.InvalidPattern, "It does not begin with 01 and a GTIN of 14 digits, and go on with 21 and a serial number."));
            return new Sgtin(code) { Problems = problems };
        }

        string[] parts = code[SerialStart..].Split(GroupSeparator);
        string gtin = code.Substring(2, GtinLength), serial = parts[0];
        if (!CheckDigits.IsGs1(gtin))
            problems.Add(MarkingProblem.Doubtful(MarkingFault.CheckDigit, "The last digit of its GTIN does not follow from the others."));
        bool isEndKnown = true;
        if (serial.Length == 0)
        {
            problems.Add(MarkingProblem.Doubtful(MarkingFault.InvalidPattern, "It has no serial number after 21."));
        }
        else if (serial.Length > MaxSerialLength)
        {
            isEndKnown = false;
            problems.Add(MarkingProblem.Certain(
                MarkingFault.NoGroupSeparator, "It has no group separator (U+001D) after the serial number, which has at most 20 characters."));
        }
        else if (parts.Length == 1)
        {
            problems.Add(MarkingProblem.Doubtful(MarkingFault.NoGroupSeparator, "It has no group separator (U+001D): WB wants them even without the verification part."));
        }

        return new Sgtin(code)
        {
            Gtin = gtin,
            Serial = isEndKnown && serial.Length > 0 ? serial : null,
            VerificationKey = Part(parts, "91"),
            VerificationCode = Part(parts, "92") ?? Part(parts, "93"),
            Problems = problems,
        };
    }

    /// <summary>
    /// Undoes what scanners, keyboards and spreadsheets do to a code: takes away white space around it, a scanner's prefix (<c>]d2</c>) and a separator at its
    /// beginning, puts separators in the place of their spellings (<c>\u001d</c>, <c>&lt;GS&gt;</c>, <c>_x001D_</c>, U+241D), and Latin letters in the place of
    /// Cyrillic ones where all was typed with a Russian layout. Separators that are gone cannot be brought back.
    /// </summary>
    /// <param name="scanned">What the scanner gave.</param>
    /// <returns>The code; the same text if there was nothing to repair.</returns>
    public static string Repair(string scanned)
    {
        ArgumentNullException.ThrowIfNull(scanned);
        return SgtinRepair.Run(scanned);
    }

    /// <summary>The GTIN and how many problems there are, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Sgtin {{ Gtin = {Gtin}, Problems = {Problems.Count} }}");

    private static string? Part(string[] parts, string key) =>
        parts.Skip(1).FirstOrDefault(part => part.Length > key.Length && part.StartsWith(key, StringComparison.Ordinal))?[key.Length..];

    private static void AddLength(string code, List<MarkingProblem> problems)
    {
        int length = Argument.Characters(code);
        if (length is < MinLength or > MaxLength)
            problems.Add(MarkingProblem.Certain(MarkingFault.Length, Say($"It has {length} characters; WB takes {MinLength} to {MaxLength}.")));
    }

    private static void AddSymbols(string code, List<MarkingProblem> problems)
    {
        if (Argument.TextFault(code) is { } fault)
        {
            problems.Add(MarkingProblem.Certain(MarkingFault.InvalidSymbols, $"It has {fault}."));
            return;
        }

        int letter = IndexOf(code, character => char.IsLetter(character) && !char.IsAsciiLetter(character));
        if (letter >= 0)
        {
            problems.Add(MarkingProblem.Certain(
                MarkingFault.NonLatinSymbols,
                Say($"Character {letter + 1} is a letter that is not Latin: it looks as if it was scanned with a Russian keyboard layout.")));
        }

        int space = IndexOf(code, character => char.IsWhiteSpace(character) && character != GroupSeparator);
        int control = IndexOf(code, character => char.IsControl(character) && character != GroupSeparator && !char.IsWhiteSpace(character));
        if (space >= 0)
            problems.Add(MarkingProblem.Certain(MarkingFault.InvalidSymbols, Say($"Character {space + 1} is white space.")));
        else if (control >= 0)
            problems.Add(MarkingProblem.Certain(MarkingFault.InvalidSymbols, Say($"Character {control + 1} is a control character other than the group separator.")));
        else if (letter < 0 && code.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var odd)
            problems.Add(MarkingProblem.Doubtful(MarkingFault.InvalidSymbols, Say($"Character {odd + 1} is a sign that no such code has.")));
    }

    private static int IndexOf(string text, Func<char, bool> condition)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (condition(text[i]))
                return i;
        }

        return -1;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
