using System.Globalization;
using System.Text.RegularExpressions;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Orders;

/// <summary>What can be said of label identifiers before WB is asked.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public static partial class MarkingCodeRules
{
    /// <summary>How many days ahead a day of expiry must be at least: 30.</summary>
    public const int MinDaysToExpiration = 30;

    internal const string ExpirationFormat = "dd.MM.yyyy";

    private const int UinLength = 16;
    private const int ImeiLength = 15;
    private const int GtinLength = 13;
    private const int MinDeclarationLength = 17;
    private const int MaxDeclarationLength = 29;
    private const int MaxCountryLength = 3;

    /// <summary>Checks one code. The problems do not show it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="code">The code; a day of expiry as <c>dd.MM.yyyy</c>, a country as its number.</param>
    /// <param name="timeProvider">The clock that a day of expiry is measured by; <see langword="null"/>: the system's.</param>
    /// <returns>What is wrong with it; empty: nothing that can be seen without WB, or a kind that the SDK does not know.</returns>
    public static IReadOnlyList<MarkingProblem> Check(MarkingCodeKind kind, string code, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (kind == MarkingCodeKind.Sgtin)
            return Sgtin.Read(code).Problems;
        if (kind == MarkingCodeKind.Uin)
            return Digits(code, UinLength);
        if (kind == MarkingCodeKind.Imei)
            return Digits(code, ImeiLength, CheckDigits.IsLuhn);
        if (kind == MarkingCodeKind.Gtin)
            return Digits(code, GtinLength, CheckDigits.IsGs1);
        if (kind == MarkingCodeKind.CustomsDeclaration)
            return Declaration(code);
        if (kind == MarkingCodeKind.OriginCountryCode)
            return Country(code);
        return kind == MarkingCodeKind.Expiration ? Expiration(code, timeProvider ?? TimeProvider.System) : [];
    }

    private static List<MarkingProblem> Digits(string code, int length, CheckDigit? isRight = null)
    {
        var problems = new List<MarkingProblem>();
        if (Argument.Characters(code) is var characters && characters != length)
            problems.Add(MarkingProblem.Certain(MarkingFault.Length, Say($"It has {characters} characters; WB takes {length}.")));
        if (code.Length > 0 && !CheckDigits.IsDigits(code))
            problems.Add(MarkingProblem.Certain(MarkingFault.InvalidSymbols, "It has other characters than digits."));
        else if (problems.Count == 0 && isRight?.Invoke(code) == false)
            problems.Add(MarkingProblem.Doubtful(MarkingFault.CheckDigit, "Its last digit does not follow from the others."));
        return problems;
    }

    private static List<MarkingProblem> Declaration(string code)
    {
        var problems = new List<MarkingProblem>();
        if (Argument.TextFault(code) is { } fault)
            problems.Add(MarkingProblem.Certain(MarkingFault.InvalidSymbols, $"It has {fault}."));
        if (Argument.Characters(code) is var length and (< MinDeclarationLength or > MaxDeclarationLength))
            problems.Add(MarkingProblem.Certain(MarkingFault.Length, Say($"It has {length} characters; WB takes {MinDeclarationLength} to {MaxDeclarationLength}.")));
        else if (!Patterns.Declaration().IsMatch(code))
            problems.Add(MarkingProblem.Doubtful(MarkingFault.InvalidPattern, "It is not built as a declaration's number is: 10704010/010624/0000302."));
        return problems;
    }

    private static IReadOnlyList<MarkingProblem> Country(string code) => code.Length is 0 or > MaxCountryLength || !CheckDigits.IsDigits(code)
        ? [MarkingProblem.Certain(MarkingFault.InvalidPattern, "The country of origin is not a number of at most three digits: 643 is Russia.")]
        : [];

    /// <summary>Checks a day of expiry.</summary>
    internal static MarkingProblem? CheckExpiration(DateOnly day, TimeProvider clock)
    {
        DateOnly first = MoscowTime.Today(clock).AddDays(MinDaysToExpiration);
        return day >= first
            ? null
            : MarkingProblem.Certain(MarkingFault.TooEarly, Say($"The day of expiry is {day:yyyy-MM-dd}; WB takes {first:yyyy-MM-dd} and later, {MinDaysToExpiration} days ahead."));
    }

    private static IReadOnlyList<MarkingProblem> Expiration(string code, TimeProvider clock)
    {
        if (!DateOnly.TryParseExact(code, ExpirationFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return [MarkingProblem.Certain(MarkingFault.InvalidPattern, "The day of expiry is not written as dd.MM.yyyy.")];
        return CheckExpiration(day, clock) is { } problem ? [problem] : [];
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private delegate bool CheckDigit(ReadOnlySpan<char> digits);

    private static partial class Patterns
    {
        // The customs office, the day, the number in its register, and maybe the number of the product in the declaration.
        [GeneratedRegex(@"^[0-9]{8}/[0-9]{6}/[0-9A-ZА-Я][0-9]{6}(/[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
        public static partial Regex Declaration();
    }
}
