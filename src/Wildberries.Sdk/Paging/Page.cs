namespace Wildberries.Sdk.Paging;

/// <summary>A page of a list that WB pages by position.</summary>
/// <param name="Rows">The rows; <see langword="null"/> is none.</param>
/// <param name="Total">How many rows the whole list has; 0 if WB does not say.</param>
internal readonly record struct Page<TRow>(IReadOnlyList<TRow>? Rows, int Total = 0);
