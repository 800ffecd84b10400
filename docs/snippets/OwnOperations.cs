// <interface>
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
// </interface>

namespace Snippets;

#pragma warning disable IDE0065 // What is shown stands on top; what is not, here.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Testing;
#pragma warning restore IDE0065

// <interface>
[WildberriesApi("https://feedbacks-api.wildberries.ru", SandboxHost = "https://feedbacks-api-sandbox.wildberries.ru")]
[SharedRateLimit("category", 3, 1, 6, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit("category", 5, 3600, 1, Tokens = TokenKinds.Base)]
public interface IMyFeedbacksApi
{
    [Get("/api/v1/feedbacks/count-unanswered")]
    [Operation(TokenCategory.Feedbacks, OperationAccess.Read, LimitGroup = "category", Sandbox = true)]
    Task<UnansweredResponse> GetUnansweredCountAsync(CancellationToken cancellationToken = default);
}

public sealed record UnansweredResponse
{
    [JsonPropertyName("data")]
    public UnansweredCount? Data { get; init; }
}

public sealed record UnansweredCount
{
    [JsonPropertyName("countUnanswered")]
    public long Count { get; init; }

    [JsonPropertyName("countUnansweredToday")]
    public long Today { get; init; }
}

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(UnansweredResponse))]
public sealed partial class MyFeedbacksJsonContext : JsonSerializerContext;
// </interface>

public static class OwnOperations
{
    public static void Register(IServiceCollection services, string token)
    {
        // <register>
        services.AddWildberries(options => options.Token = token)
            .AddWildberriesApi<IMyFeedbacksApi>(MyFeedbacksJsonContext.Default);
        // </register>
    }

    public static async Task AsSeller(IWildberriesClientFactory factory)
    {
        // <as-seller>
        IMyFeedbacksApi feedbacks = factory.CreateForSeller("toys").Api<IMyFeedbacksApi>();
        UnansweredResponse unanswered = await feedbacks.GetUnansweredCountAsync();
        // </as-seller>
        Console.WriteLine(unanswered.Data?.Count);
    }

    public static void Script(string token)
    {
        // <script>
        using var wb = WildberriesClient.Create(token, options => options.AddApi<IMyFeedbacksApi>(MyFeedbacksJsonContext.Default));
        IMyFeedbacksApi feedbacks = wb.Api<IMyFeedbacksApi>();
        // </script>
        _ = feedbacks;
    }

    public static async Task Emulate()
    {
        // <emulate>
        var options = new WildberriesEmulatorOptions();
        foreach (WildberriesOperation operation in WildberriesOperations.Of<IMyFeedbacksApi>())
            options.Operations.Add(operation);
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(options);
        emulator.Answer("GET /api/v1/feedbacks/count-unanswered", """{"data":{"countUnanswered":2,"countUnansweredToday":1}}""");
        // </emulate>
    }
}

// <stored>
public sealed record StoredRow
{
    public DateTimeOffset ReadAt { get; init; }

    public SalesReportRow? Row { get; init; }
}

[JsonSerializable(typeof(StoredRow))]
public sealed partial class StoredJsonContext : JsonSerializerContext;
// </stored>

public static class OwnJson
{
    public static void Added(SalesReportRow row)
    {
        // <added>
        if (row.AdditionalProperties?.TryGetValue("newSum", out JsonElement sum) == true)
            Console.WriteLine(sum.GetDecimal());
        // </added>
    }

    public static string Store(StoredRow row)
    {
        // <store>
        var options = new JsonSerializerOptions(FinanceJsonContext.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(FinanceJsonContext.Default, StoredJsonContext.Default),
        };
        string json = JsonSerializer.Serialize(row, options.GetTypeInfo(typeof(StoredRow)));
        // </store>
        return json;
    }
}

// <inject>
public sealed class Dashboard(IMyFeedbacksApi feedbacks)
{
    public async Task<long> UnansweredAsync() => (await feedbacks.GetUnansweredCountAsync()).Data?.Count ?? 0;
}
// </inject>
