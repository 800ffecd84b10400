using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.Advert;

/// <summary>How much WB takes in one request, checked before it is sent.</summary>
internal static class AdvertLimits
{
    public const int MaxCampaigns = 50;
    public const int MaxProducts = 50;
    public const int MaxProductChanges = 20;
    public const int MaxMinimumBidProducts = 100;
    public const int MaxSearchClusterItems = 100;
    public const int MaxMinusPhrases = 1_000;
    public const int MaxName = 100;
    public const int MaxDays = 31;

    public static IReadOnlyList<T> Check<T>(IReadOnlyList<T>? list, int min, int max, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(list, name);
        if (list.Count < min || list.Count > max)
            throw new ArgumentException(FormattableString.Invariant($"There are {list.Count}; WB takes {(min > 0 ? $"{min} to" : "at most")} {max} at once."), name);
        return list;
    }

    public static IReadOnlyList<T>? CheckOptional<T>(IReadOnlyList<T>? list, int max, [CallerMemberName] string name = "") =>
        list is null ? null : Check(list, 0, max, name);

    public static string CheckText(string? text, int max = int.MaxValue, [CallerMemberName] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);

        // Characters, not UTF-16 units.
        if (text.Length > max && text.EnumerateRunes().Count() is var length && length > max)
            throw new ArgumentException(FormattableString.Invariant($"It has {length} characters; WB takes at most {max}."), name);
        return text;
    }

    // WB wants a whole number: 999.00 is none to a strict reader.
    public static decimal? CheckWhole(decimal? value, [CallerMemberName] string name = "")
    {
        if (value is not { } sum)
            return null;
        decimal whole = decimal.Truncate(sum);
        if (whole != sum || whole < 0)
            throw new ArgumentOutOfRangeException(name, sum, "WB takes whole units of the currency, not negative.");
        return whole;
    }
}
