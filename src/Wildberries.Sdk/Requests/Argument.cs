using System.Globalization;
using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Requests;

/// <summary>
/// Refuses arguments that WB would refuse, before anything is sent: names the argument, what is wrong with it, and the limit. Texts:
/// <c>Argument.Texts.cs</c>.
/// </summary>
internal static partial class Argument
{
    /// <summary>An id of WB: a positive number.</summary>
    public static long Id(long id, [CallerArgumentExpression(nameof(id))] string name = "") => id > 0
        ? id
        : throw new ArgumentOutOfRangeException(name, id, "An id is a positive number.");

    /// <summary>Ids, of which those that are named twice count once.</summary>
    public static long[] Ids(IEnumerable<long> ids, [CallerArgumentExpression(nameof(ids))] string name = "") => [.. AllIds(ids, name).Distinct()];

    /// <summary>Ids as they are given.</summary>
    public static long[] AllIds(IEnumerable<long> ids, [CallerArgumentExpression(nameof(ids))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(ids, name);
        long[] all = [.. ids];
        foreach (long id in all)
            Id(id, name);
        return all;
    }

    /// <summary>How many there are of something that a request takes a number of.</summary>
    public static void Count(int count, int min, int max, string what, string name)
    {
        if (count < min)
            throw new ArgumentException(count == 0 ? $"There are no {what}." : Say($"There are {count:N0} {what}; WB takes at least {min:N0}."), name);
        if (count > max)
            throw new ArgumentException(Say($"There are {count:N0} {what}; WB takes at most {max:N0} at once."), name);
    }

    /// <summary>A list that is a member of a request.</summary>
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list, int min, int max, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(list, name);
        Count(list.Count, min, max, "items", name);
        return list;
    }

    /// <summary>Values joined as WB takes them in a query; at least one. Those that are named twice count once.</summary>
    public static string Joined<T>(IEnumerable<T> values, string what, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values, name);
        string text = Join(values.Distinct());
        if (text.Length == 0)
            throw new ArgumentException($"There are no {what}; to ask for all, leave them out.", name);
        return text;
    }

    /// <summary>Rows of a request, checked one by one; the message names the row by its place.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="describe">What a row is about, for the message.</param>
    /// <param name="faultOf">What is wrong with a row; <see langword="null"/>: nothing.</param>
    /// <param name="name">The argument.</param>
    /// <returns>The rows.</returns>
    public static List<T> Rows<T>(IEnumerable<T> rows, Func<T, string> describe, Func<T, string?> faultOf, string name)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        var list = new List<T>();
        foreach (T row in rows)
        {
            if (row is null)
                throw new ArgumentException(Say($"Row {list.Count} is null."), name);
            if (faultOf(row) is { } fault)
                throw new ArgumentException(Say($"Row {list.Count} ({SafeText.Given(describe(row))}): {fault}."), name);
            list.Add(row);
        }

        return list;
    }

    /// <summary>Rows of a request of which no two may be about the same.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="describe">What a row is about, for the message.</param>
    /// <param name="faultOf">What is wrong with a row; <see langword="null"/>: nothing.</param>
    /// <param name="keyOf">What no two rows may have in common.</param>
    /// <param name="key">What that is called.</param>
    /// <param name="name">The argument.</param>
    /// <returns>The rows.</returns>
    public static List<T> Rows<T, TKey>(
        IEnumerable<T> rows, Func<T, string> describe, Func<T, string?> faultOf, Func<T, TKey> keyOf, string key, string name)
        where TKey : notnull
    {
        var seen = new Dictionary<TKey, int>();
        int index = 0;
        return Rows(
            rows,
            describe,
            row => faultOf(row) ?? (seen.TryAdd(keyOf(row), index++) ? null : Say($"row {seen[keyOf(row)]} has the same {key} already")),
            name);
    }

    /// <summary>A period of days.</summary>
    public static void Period(DateOnly from, DateOnly to, [CallerArgumentExpression(nameof(to))] string name = "")
    {
        if (to < from)
            throw new ArgumentException(Say($"The last day, {to:yyyy-MM-dd}, is before the first, {from:yyyy-MM-dd}."), name);
    }

    /// <summary>A period of time.</summary>
    public static void Period(DateTimeOffset from, DateTimeOffset to, [CallerArgumentExpression(nameof(to))] string name = "")
    {
        if (to < from)
            throw new ArgumentException(Say($"The end, {to:u}, is before the start, {from:u}."), name);
    }

    /// <summary>A sum of money that WB takes in whole units only; 999.00 becomes 999, for it is no whole number to a strict reader.</summary>
    public static decimal Whole(decimal sum, [CallerMemberName] string name = "")
    {
        decimal whole = decimal.Truncate(sum);
        return whole == sum && whole >= 0
            ? whole
            : throw new ArgumentOutOfRangeException(name, sum, "WB takes whole units of the currency, not negative.");
    }

    /// <summary>A sum of money that may be missing.</summary>
    public static decimal? Whole(decimal? sum, [CallerMemberName] string name = "") => sum is { } value ? Whole(value, name) : null;

    /// <summary>How many rows an answer may have at most.</summary>
    public static int? Limit(int? limit, int max, [CallerMemberName] string name = "") => limit is null or >= 1 && !(limit > max)
        ? limit
        : throw new ArgumentOutOfRangeException(name, limit, Say($"WB gives 1 to {max:N0} at once."));

    /// <summary>Puts values into one text as WB takes them in a query.</summary>
    public static string Join<T>(IEnumerable<T> values)
        where T : notnull => string.Join(',', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}
