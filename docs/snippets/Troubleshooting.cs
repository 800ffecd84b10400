using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Operations;

namespace Snippets;

public static class Troubleshooting
{
    public static void Token(string text)
    {
        // <token>
        var token = WildberriesToken.Parse(text);
        Console.WriteLine($"{token}, expired: {token.IsExpired(TimeProvider.System)}, clock: {TimeProvider.System.GetUtcNow():u}");
        // </token>
    }

    public static void Limits()
    {
        // <limits>
        foreach (WildberriesOperation operation in WildberriesOperations.All)
            Console.WriteLine($"{operation.Name}: {operation.FindRateLimit(TokenKinds.Base)?.ToString() ?? "not for base tokens"}, shared by: {operation.LimitGroup ?? "no other method"}");
        // </limits>
    }

    public static async Task Headers(IWildberriesClient wb, Func<IWildberriesClient, Task> call)
    {
        // <headers>
        IWildberriesClient watched = wb.With(new WildberriesCallOptions
        {
            OnResponse = info => Console.WriteLine($"{info.Operation.Name}: {(int)info.StatusCode}, {info.RateLimit}, {info.RequestId ?? "no request id"}"),
        });
        // </headers>
        await call(watched);
    }

    public static async Task Report(Func<Task> call)
    {
        // <report>
        try
        {
            await call();
        }
        catch (WildberriesApiException e)
        {
            Console.WriteLine($"{e.GetType().Name}, {e.Operation}, status: {e.StatusCode}, title: {e.Title}, code: {e.Code}, {e.Delivery}, request: {e.RequestId}, {e.Timestamp:u}, limit: {e.RateLimit}");
            throw;
        }
        // </report>
    }
}
