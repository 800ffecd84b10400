using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ManySellers;

/// <summary>
/// Says which tokens need to be renewed. It reads what is stored and never calls WB: a probe that calls /ping every few seconds for every seller uses up the limits.
/// </summary>
internal sealed class TokenHealthCheck(SellerTokens tokens, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<SellerRow> sellers = await tokens.ListAsync(cancellationToken);
        var toRenew = sellers.Where(seller => seller.ExpiresAt - now <= Notice).ToDictionary(
            seller => seller.Name, object (seller) => seller.ExpiresAt <= now ? "expired" : "expires soon", StringComparer.Ordinal);

        // Degraded, not unhealthy: one seller's old token is no reason to restart the program for all others.
        return toRenew.Count == 0
            ? HealthCheckResult.Healthy($"{sellers.Count} tokens")
            : HealthCheckResult.Degraded($"{toRenew.Count} of {sellers.Count} tokens need to be renewed", data: toRenew);
    }
}
