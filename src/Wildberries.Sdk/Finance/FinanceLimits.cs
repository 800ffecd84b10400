namespace Wildberries.Sdk.Finance;

/// <summary>How much WB gives in one answer.</summary>
internal static class FinanceLimits
{
    public const int MaxReports = 1_000;
    public const int MaxRows = 100_000;
}
