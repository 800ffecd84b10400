namespace Wildberries.Sdk.Paging;

/// <summary>A page of a list that WB sorts by the time of the last change.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/>: WB does not say.</param>
/// <param name="IsLast">Whether no page follows.</param>
internal sealed record MovingPage<TRow, TCursor>(IReadOnlyList<TRow> Rows, TCursor? Next, bool IsLast)
    where TCursor : class;
