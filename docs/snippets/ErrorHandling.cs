using Microsoft.Extensions.Logging;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;

namespace Snippets;

public static partial class ErrorHandling
{
    public static async Task Send(ChatMessenger messenger, string chatId, string text, IJobs jobs, ILogger logger, CancellationToken stop)
    {
        // <catch>
        try
        {
            await messenger.SendAsync(chatId, text, cancellationToken: stop);
        }
        catch (WildberriesRateLimitException exception)
        {
            await jobs.PostponeAsync(exception.RetryAfter ?? TimeSpan.FromMinutes(1));
        }
        catch (WildberriesAccessException exception)
        {
            await jobs.TellTheSellerAsync($"A token with {exception.RequiredCategory} is needed.");
        }
        catch (WildberriesApiException exception)
        {
            LogNotSent(logger, exception.StatusCode, exception.Title, exception.RequestId);
            throw;
        }
        // </catch>
    }

    public static async Task Deposit(Func<Task> deposit, Func<Task<bool>> wasDeposited, Func<Task> again)
    {
        // <delivery>
        try
        {
            await deposit();
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
        {
            // Look before doing it again.
            if (!await wasDeposited())
                await again();
        }
        // </delivery>
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not sent: {Status} {Title}, request {RequestId}")]
    private static partial void LogNotSent(ILogger logger, System.Net.HttpStatusCode? status, string? title, string? requestId);
}

public interface IJobs
{
    Task PostponeAsync(TimeSpan delay);

    Task TellTheSellerAsync(string text);
}
