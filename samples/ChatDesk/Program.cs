using System.Text.Json.Serialization;
using ChatDesk;
using Microsoft.Extensions.AI;
using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Testing;

// Without a token: a shop simulated by the emulator, and SQLite. With WB_TOKEN (or Wildberries__Token): WB itself.
// The desk has no login: it listens on this machine only. Put your own in front before you change that.
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
string? token = Environment.GetEnvironmentVariable("WB_TOKEN");
if (string.IsNullOrWhiteSpace(token))
    token = builder.Configuration["Wildberries:Token"];
WildberriesEmulator? emulator = string.IsNullOrWhiteSpace(token)
    ? await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { Seed = true })
    : null;
if (emulator is not null)
    Console.WriteLine("WB_TOKEN is not set: this is the emulator, a simulated shop.");
token = emulator?.CreateToken() ?? token!;

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddWildberries(builder.Configuration.GetSection("Wildberries"));
builder.Services.Configure<WildberriesOptions>(options =>
{
    options.Token = token;
    if (emulator is not null)
        options.UseEmulator(emulator);
});

// One file beside the program; or a database for several: ConnectionStrings__PromoCodes="Host=...;Database=...".
string connection = builder.Configuration.GetConnectionString("PromoCodes")
    ?? $"Data Source={Path.Combine(AppContext.BaseDirectory, emulator is null ? "chat-desk.db" : "chat-desk-demo.db")}";
if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
    builder.Services.AddPostgreSqlPromoCodeStore(connection);
else
    builder.Services.AddSqlitePromoCodeStore(connection);

builder.Services.AddSingleton(new DeskSettings(
    WildberriesToken.Parse(token).SellerId ?? throw new InvalidOperationException("The token names no seller."),
    builder.Configuration["Desk:Operator"] ?? "operator",
    builder.Configuration.GetSection("Desk:Costs").Get<UnitCosts>() ?? (emulator is null ? null : DemoShop.Costs)));
builder.Services.AddSingleton<IChatClassifier, KeywordClassifier>();
builder.Services.AddSingleton<PromoMessageComposer>();
builder.Services.AddSingleton(services => new ChatMessenger(services.GetRequiredService<IWildberriesClient>().BuyerChat));
builder.Services.AddSingleton(services => new PromoCodeSender(
    services.GetRequiredService<DeskSettings>().SellerId,
    services.GetRequiredService<IWildberriesClient>().BuyerChat,
    services.GetRequiredService<IPromoCodeStore>(),
    services.GetRequiredService<ChatMessenger>()));
builder.Services.AddSingleton(services => new AnswerSender(
    services.GetRequiredService<DeskSettings>().SellerId,
    services.GetRequiredService<IWildberriesClient>(),
    services.GetRequiredService<IAnswerStore>(),
    services.GetRequiredService<ChatMessenger>()));
// Drafts by templates; by a model only if you register one: builder.Services.AddSingleton<IChatClient>(...). What buyers write goes nowhere else.
builder.Services.AddSingleton<TemplateDrafter>();
builder.Services.AddSingleton<IAnswerDrafter>(services => services.GetService<IChatClient>() is { } model
    ? ActivatorUtilities.CreateInstance<ModelDrafter>(services, model, services.GetRequiredService<TemplateDrafter>())
    : services.GetRequiredService<TemplateDrafter>());
// While WB looks at a photo, the page says so and asks again: no request waits for it.
builder.Services.AddSingleton(services => new ChatFileDownloader(services.GetRequiredService<IWildberriesClient>().BuyerChat, moderationWait: TimeSpan.Zero));
builder.Services.AddSingleton<Desk>();
builder.Services.AddSingleton<PostBoard>();
builder.Services.AddSingleton<PostAnswers>();
builder.Services.AddSingleton(new UnansweredStreamOptions
{
    Interval = builder.Configuration.GetValue("Desk:Interval", TimeSpan.FromSeconds(emulator is null ? 30 : 2)),
    MaxOutage = Timeout.InfiniteTimeSpan,
});
builder.Services.AddHttpClient<PostPhotos>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(30), PostPhotos.MaxBytes))
    .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
builder.Services.AddSingleton<ProductNames>();
builder.Services.AddSingleton<ProductPrices>();
builder.Services.AddSingleton<SalesFeed>();
builder.Services.AddHostedService(services => services.GetRequiredService<SalesFeed>());
builder.Services.AddHostedService<DeskFeed>();
builder.Services.AddHostedService<PostFeed>();
if (emulator is not null)
    builder.Services.AddSingleton(new DemoShop(emulator));
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddProblemDetails();
builder.Services.AddOpenApi();

WebApplication app = builder.Build();
await app.Services.MigratePromoCodeStoreAsync();
if (emulator is not null)
{
    DemoShop shop = app.Services.GetRequiredService<DemoShop>();
    await shop.FillAsync(app.Services.GetRequiredService<IPromoCodeStore>(), app.Services.GetRequiredService<DeskSettings>().SellerId, TimeProvider.System);
    shop.RejectLinks();
    app.MapPost("/api/demo/buyer-message", shop.BuyerWrites).WithTags("Demo").WithSummary("Lets a buyer write, in the simulated shop only");
    app.MapPost("/api/demo/review", shop.BuyerReviews).WithTags("Demo").WithSummary("Lets a buyer write a review, in the simulated shop only");
    app.MapPost("/api/demo/question", shop.BuyerAsks).WithTags("Demo").WithSummary("Lets a buyer ask a question, in the simulated shop only");
}

app.UseExceptionHandler();
app.UseStatusCodePages();
app.Use((context, next) =>
{
    context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob:; frame-ancestors 'none'";
    context.Response.Headers.XContentTypeOptions = "nosniff";
    return next(context);
});
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapOpenApi();
app.MapGet("/api/desk", async (IWildberriesClient wb, ILogger<Desk> logger, CancellationToken cancellationToken) =>
    new { Shop = await ShopNameAsync(wb, logger, cancellationToken), Demo = emulator is not null }).WithTags("Desk").WithSummary("Whose desk it is");
app.MapChats();
app.MapPosts();
app.MapPromoCodes();
app.Lifetime.ApplicationStarted.Register(() => Log.Open(app.Logger, app.Urls.First()));
await app.RunAsync();
if (emulator is not null)
    await emulator.DisposeAsync();

static async Task<string?> ShopNameAsync(IWildberriesClient wb, ILogger logger, CancellationToken cancellationToken)
{
    try
    {
        return (await wb.Common.GetSellerInfoAsync(cancellationToken)).TradeMark;
    }
    catch (Wildberries.Sdk.Errors.WildberriesApiException exception)
    {
        Log.NoShop(logger, exception.Message);
        return null;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The desk is open: {Address}")]
    public static partial void Open(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The name of the shop is not known: {Reason}")]
    public static partial void NoShop(ILogger logger, string reason);
}
