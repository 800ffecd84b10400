using System.Globalization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>
/// The names of supplies: what the seller calls the hand-over, and a mark that no other supply has. By the mark a supply is found again whose creation nobody answered.
/// </summary>
internal static class HandOverNames
{
    public const int MaxPrefix = 80;

    public static string Of(string prefix, string runId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Cut(prefix)} {Mark(runId, number)}");

    /// <summary>Whether a supply of WB's list is the one with this name. WB may trim or cut what stands before the mark.</summary>
    public static bool IsOf(FbsSupply supply, string name) =>
        supply is { Name: { } found, Id.Length: > 0 } && found.TrimEnd().EndsWith(name[name.LastIndexOf('[')..], StringComparison.Ordinal);

    /// <summary>How many of something.</summary>
    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Mark(string runId, int number) => string.Create(CultureInfo.InvariantCulture, $"[{runId}-{number}]");

    private static string Cut(string prefix)
    {
        if (prefix.Length <= MaxPrefix)
            return prefix;
        return char.IsHighSurrogate(prefix[MaxPrefix - 1]) ? prefix[..(MaxPrefix - 1)] : prefix[..MaxPrefix];
    }
}
