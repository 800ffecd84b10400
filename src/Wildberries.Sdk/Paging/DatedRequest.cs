namespace Wildberries.Sdk.Paging;

/// <summary>What is asked of a list that WB sorts by time and pages by position.</summary>
/// <param name="Take">How many rows.</param>
/// <param name="Skip">How many rows to skip.</param>
/// <param name="From">Rows of that second and later, in Unix seconds; <see langword="null"/>: no bound.</param>
/// <param name="To">Rows of that second and earlier; <see langword="null"/>: no bound.</param>
internal readonly record struct DatedRequest(int Take, int Skip, long? From, long? To);
