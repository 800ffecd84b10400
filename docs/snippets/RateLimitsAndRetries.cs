using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;

namespace Snippets;

public static class RateLimitsAndRetries
{
    public static void Budgets(IServiceCollection services)
    {
        // <budgets>
        services.AddWildberries(options =>
        {
            options.MaxRateLimitWait = TimeSpan.FromMinutes(2);
            options.AttemptTimeout = TimeSpan.FromSeconds(30);
            options.TotalTimeout = TimeSpan.FromMinutes(5);
            options.Retry.MaxRetries = 6;
        });
        // </budgets>
    }

    public static async Task OneCall(IWildberriesClient wb, CancellationToken stop)
    {
        // <one-call>
        IWildberriesClient impatient = wb.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.Zero });
        ChatsResponse chats = await impatient.BuyerChat.GetChatsAsync(stop);
        // </one-call>
        Console.WriteLine(chats.Result.Count);
    }

    public static async Task Postpone(IWildberriesClient wb, Func<TimeSpan, Task> postpone, CancellationToken stop)
    {
        // <postpone>
        try
        {
            await wb.BuyerChat.GetChatsAsync(stop);
        }
        catch (WildberriesRateLimitException exception)
        {
            await postpone(exception.RetryAfter ?? TimeSpan.FromMinutes(1));
        }
        // </postpone>
    }

    public static async Task TryAgain(IWildberriesClient wb, CancellationToken stop)
    {
        // <try-again>
        IWildberriesClient trying = wb.With(new WildberriesCallOptions { ReopenRateLimit = true });
        await trying.BuyerChat.GetChatsAsync(stop);
        // </try-again>
    }

    public static async Task Watch(IWildberriesClient wb, CancellationToken stop)
    {
        // <watch>
        IWildberriesClient watched = wb.With(new WildberriesCallOptions
        {
            OnResponse = info => Console.WriteLine(
                $"{info.Operation.Name}: {(int)info.StatusCode}, {info.Attempts} attempts, "
                + $"waited {info.RateLimitWait}, WB has {info.RateLimit.Remaining} left"),
        });
        await watched.BuyerChat.GetChatsAsync(stop);
        // </watch>
    }

    public static void Override(IServiceCollection services)
    {
        // <override>
        services.AddWildberries(options => options.OverrideOperation<IBuyerChatApi>(
            nameof(IBuyerChatApi.GetChatsAsync),
            operation => operation with
            {
                RateLimits =
                [
                    new RateLimit(20, TimeSpan.FromSeconds(10), 20),
                    new RateLimit(2, TimeSpan.FromHours(1), 1, TokenKinds.Base),
                ],
            }));
        // </override>
    }
}
