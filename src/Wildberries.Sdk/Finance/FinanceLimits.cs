using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.Finance;

/// <summary>How much WB gives in one answer.</summary>
internal static class FinanceLimits
{
    public const int MaxReports = 1_000;
    public const int MaxRows = 100_000;

    public static int? Check(int? limit, int max, [CallerMemberName] string? name = null)
    {
        if (limit < 1 || limit > max)
            throw new ArgumentOutOfRangeException(name, limit, FormattableString.Invariant($"WB gives 1 to {max} at once."));
        return limit;
    }
}
