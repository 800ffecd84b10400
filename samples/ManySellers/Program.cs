using ManySellers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Testing;

// Without a token: two shops that emulators play. With tokens (Tokens:NAME in user secrets, Tokens__NAME in the environment, or WB_TOKEN for one): WB itself.
// There is no login: it listens on this machine only. Whoever reaches it reads the chats of every seller: put yours in front before you change that.
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
Dictionary<string, string?> known = builder.Configuration.GetSection("Tokens").GetChildren().ToDictionary(token => token.Key, token => token.Value);
if (Environment.GetEnvironmentVariable("WB_TOKEN") is { } own && !string.IsNullOrWhiteSpace(own))
    known["my-shop"] = own;

await using DemoShops? demo = known.Count == 0 ? await DemoShops.OpenAsync(known) : null;
IDataProtectionBuilder protection = builder.Services.AddDataProtection().SetApplicationName("ManySellers");
if (demo is null)
{
    // All your processes need the same keys. Where others can read the folder, encrypt the keys, too: ProtectKeysWithCertificate, or a vault.
    protection.PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["Keys"] ?? Path.Combine(AppContext.BaseDirectory, "keys")));
}
else
{
    protection.UseEphemeralDataProtectionProvider();
}

builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"));
if (demo is not null)
{
    // Other tokens do not get to WB then either.
    builder.Services.AddSingleton(demo);
    builder.Services.Configure<WildberriesOptions>(options => options.UseEmulator(demo.First));
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<SellerTokens>();
builder.Services.AddSingleton<SellerClients>();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<WildberriesExceptionHandler>();
builder.Services.AddHealthChecks().AddCheck<TokenHealthCheck>("tokens");

// Calls, waits, 429s: https://opentelemetry.io; sent to where OTEL_EXPORTER_OTLP_ENDPOINT says.
OpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry()
    .WithMetrics(metrics => metrics.AddMeter("Wildberries.Sdk"))
    .WithTracing(tracing => tracing.AddSource("Wildberries.Sdk"));
if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
    telemetry.UseOtlpExporter();

WebApplication app = builder.Build();
SellerTokens tokens = app.Services.GetRequiredService<SellerTokens>();
foreach ((string name, string? text) in known)
{
    if (WildberriesToken.TryParse(text, out WildberriesToken? token))
        await tokens.TrySetAsync(name, token.SellerId, text!, token);
    else
        Log.NoToken(app.Logger, name);
}

app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapSellers();
app.MapHealthChecks("/health", new HealthCheckOptions
{
    ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { entry.Value.Description, entry.Value.Data }),
    }),
});
app.Lifetime.ApplicationStarted.Register(() => Log.Open(app.Logger, demo is null ? "WB" : "the emulator (no token is set)", $"{app.Urls.First()}/"));
await app.RunAsync();

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Sellers of {Where}: {Address}")]
    public static partial void Open(ILogger logger, string where, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token of seller {Seller} is not a WB token")]
    public static partial void NoToken(ILogger logger, string seller);
}
