using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Worker;

/// <summary>A client for the chats of an emulator whose limits make nobody wait.</summary>
internal static class ChatClient
{
    public static ServiceCollection AddTo(ServiceCollection services, Dictionary<string, string> settings)
    {
        services.AddWildberries(options =>
        {
            options.EmulatorAddress = new Uri(settings["emulator"]);
            options.Token = settings["token"];
            foreach (string name in (string[])[nameof(IBuyerChatApi.GetChatsAsync), nameof(IBuyerChatApi.GetEventsAsync), nameof(IBuyerChatApi.SendMessageAsync)])
            {
                options.OverrideOperation<IBuyerChatApi>(name, operation => operation with
                {
                    RateLimits = [new RateLimit(1000, TimeSpan.FromSeconds(1), 1000)],
                });
            }
        });
        return services;
    }
}
