using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>The two lists of claims: those under review, and those in the archive.</summary>
internal static class ClaimPages
{
    /// <summary>How many claims WB gives at once.</summary>
    public const int MaxPage = 200;

    /// <summary>Reads one list to its end.</summary>
    /// <param name="get">Gets the page of a list that begins at a position.</param>
    /// <param name="isArchive">Which list.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The claims, each once.</returns>
    public static IAsyncEnumerable<Claim> ReadAsync(
        Func<bool, int, CancellationToken, Task<ClaimsResponse>> get, bool isArchive, CancellationToken cancellationToken) =>
        ShiftingList.ReadAsync(
            "BuyerReturns.GetClaims",
            MaxPage,
            async (offset, token) =>
            {
                ClaimsResponse answer = await get(isArchive, offset, token).ConfigureAwait(false);
                return new Page<Claim>(answer.Claims, answer.Total ?? 0);
            },
            claim => claim.Id,
            cancellationToken);
}
