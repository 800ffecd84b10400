using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace Snippets;

// <tokens>
public sealed class SellerToken
{
    public required string SellerId { get; init; }

    public required string ProtectedToken { get; set; }

    public DateTime? ExpiresAt { get; set; }
}

public sealed class SellersDb(DbContextOptions<SellersDb> options) : DbContext(options)
{
    public DbSet<SellerToken> Tokens => Set<SellerToken>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<SellerToken>().HasKey(token => token.SellerId);
}
// </tokens>

// <clients>
public sealed class SellerClients(IDbContextFactory<SellersDb> databases, IDataProtectionProvider protection, IWildberriesClientFactory factory)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Wildberries tokens");

    public async Task<IWildberriesClient?> FindAsync(string sellerId, CancellationToken stop)
    {
        await using SellersDb db = await databases.CreateDbContextAsync(stop);
        SellerToken? stored = await db.Tokens.AsNoTracking().SingleOrDefaultAsync(token => token.SellerId == sellerId, stop);
        return stored is null ? null : factory.Create(_protector.Unprotect(stored.ProtectedToken));
    }

    public async Task<string> SaveAsync(string text, CancellationToken stop)
    {
        WildberriesToken token = WildberriesToken.Parse(text);

        // Anybody can write a seller's id into a token. WB's answer is the proof.
        SellerInfo seller = await factory.Create(text).Common.GetSellerInfoAsync(stop);
        if (seller.Sid is not { Length: > 0 } sellerId)
            throw new InvalidOperationException("WB names no seller for this token.");

        await using SellersDb db = await databases.CreateDbContextAsync(stop);
        SellerToken? stored = await db.Tokens.SingleOrDefaultAsync(known => known.SellerId == sellerId, stop);
        if (stored is null)
            db.Tokens.Add(stored = new SellerToken { SellerId = sellerId, ProtectedToken = "" });
        stored.ProtectedToken = _protector.Protect(text);
        stored.ExpiresAt = token.ExpiresAt?.UtcDateTime;
        await db.SaveChangesAsync(stop);
        return sellerId;
    }
}
// </clients>

// <problems>
public sealed class WildberriesProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not WildberriesApiException failure)
            return new(false);

        (int status, string title) = failure switch
        {
            WildberriesRateLimitException => (StatusCodes.Status429TooManyRequests, "Wildberries takes no more requests for this shop now."),
            WildberriesUnauthorizedException => (StatusCodes.Status409Conflict, "The shop's Wildberries token no longer works. Enter a new one."),
            WildberriesAccessException access => (StatusCodes.Status409Conflict, $"The shop's Wildberries token lacks {access.RequiredCategory}."),
            WildberriesTimeoutException => (StatusCodes.Status504GatewayTimeout, "Wildberries does not answer."),
            _ => (StatusCodes.Status502BadGateway, "Wildberries refused the request, or failed."),
        };
        if (failure is WildberriesRateLimitException limited)
        {
            double seconds = Math.Ceiling((limited.RetryAfter ?? TimeSpan.FromMinutes(1)).TotalSeconds);
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        httpContext.Response.StatusCode = status;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = { Status = status, Title = title, Extensions = { ["wbRequestId"] = failure.RequestId } },
        });
    }
}
// </problems>

// <health>
public sealed class TokenHealth(IDbContextFactory<SellersDb> databases, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using SellersDb db = await databases.CreateDbContextAsync(cancellationToken);
        DateTime soon = clock.GetUtcNow().UtcDateTime.AddDays(14);
        int count = await db.Tokens.CountAsync(token => token.ExpiresAt < soon, cancellationToken);
        return count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{count} tokens end within 14 days.");
    }
}
// </health>

// <answers>
public sealed class AnswerHealth : IHealthCheck
{
    private int _failures;

    public void Record(WildberriesResponseInfo answer)
    {
        if ((int)answer.StatusCode < 500)
            Volatile.Write(ref _failures, 0);
        else
            Interlocked.Increment(ref _failures);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int failures = Volatile.Read(ref _failures);
        return Task.FromResult(failures < 5
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"The last {failures} answers of Wildberries were failures of its servers."));
    }
}
// </answers>

// <new-shop>
public sealed record NewShop(string Token);
// </new-shop>

public static class WebApps
{
    public static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder, string connection)
    {
        // <register>
        builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"));
        builder.Services.AddDbContextFactory<SellersDb>(options => options.UseSqlite(connection));
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<SellerClients>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<WildberriesProblems>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AnswerHealth>();
        builder.Services.AddHealthChecks().AddCheck<TokenHealth>("tokens").AddCheck<AnswerHealth>("wildberries");

        WebApplication app = builder.Build();
        await using (SellersDb db = await app.Services.GetRequiredService<IDbContextFactory<SellersDb>>().CreateDbContextAsync())
            await db.Database.EnsureCreatedAsync();
        app.UseExceptionHandler();
        app.MapHealthChecks("/health");
        // </register>

        // <save>
        app.MapPost("/shops", async (NewShop shop, SellerClients clients, CancellationToken stop) =>
            WildberriesToken.TryParse(shop.Token, out _)
                ? Results.Ok(await clients.SaveAsync(shop.Token, stop))
                : Results.BadRequest("This is not a Wildberries token."));
        // </save>

        // <endpoint>
        var quick = new WildberriesCallOptions
        {
            MaxRateLimitWait = TimeSpan.FromSeconds(2),
            TotalTimeout = TimeSpan.FromSeconds(10),
            OnResponse = app.Services.GetRequiredService<AnswerHealth>().Record,
        };
        app.MapGet("/shops/{sellerId}/chats", async (string sellerId, SellerClients clients, CancellationToken stop) =>
            await clients.FindAsync(sellerId, stop) is { } wb
                ? Results.Ok((await wb.With(quick).BuyerChat.GetChatsAsync(stop)).Result.Select(chat => chat.ChatId))
                : Results.NotFound());
        // </endpoint>
        return app;
    }
}
