using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Worker;

/// <summary>
/// Handles chat events from where the last run stopped: writes their ids to a file. Says where it is, a line each: "receiving", "handling", "handled", "saving",
/// "saved". Settings: emulator, token, state (a folder) and handled (a file).
/// </summary>
internal static class ChatHandler
{
    public static async Task<int> RunAsync(Dictionary<string, string> settings)
    {
        ServiceCollection services = ChatClient.AddTo([], settings);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var wb = provider.GetRequiredService<IWildberriesClient>();
        using var stop = new CancellationTokenSource();
        _ = Input.EndAsync().ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);

        var store = new TellingStateStore(settings["state"]);
        var stream = new ChatEventStream(wb.BuyerChat, store, "seller", new ChatEventStreamOptions { IdleDelay = TimeSpan.FromMilliseconds(5) });
        try
        {
            Say("receiving");
            await foreach (ChatEvent chatEvent in stream.ReadAllAsync(stop.Token))
            {
                Say("handling");
                await File.AppendAllTextAsync(settings["handled"], $"\n{chatEvent.EventId}\n", CancellationToken.None);
                Say("handled");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The tests are done.
        }

        return 0;
    }

    private static void Say(string line) => Console.WriteLine(line);
}
