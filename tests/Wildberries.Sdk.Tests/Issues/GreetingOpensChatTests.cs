using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Snippets;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>
/// A shop's automatic greeting opens the chat: <c>isNewChat</c> with the sender <c>seller</c>. What users copy answered it, and not the buyer.
/// </summary>
public sealed class GreetingOpensChatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int> Chats => new()
    {
        { "snippet", "greeting", 0 },
        { "snippet", "greeting buyer", 1 },
        { "snippet", "greeting buyer buyer", 1 },
        { "snippet", "new-buyer", 1 },
        { "snippet", "new-buyer answer buyer", 1 },
        { "snippet", "buyer", 1 },
        { "snippet", "answer buyer", 0 },
        { "snippet", "wb buyer", 1 },
        { "worker", "greeting", 0 },
        { "worker", "greeting buyer", 1 },
        { "worker", "greeting buyer buyer", 1 },
        { "worker", "new-buyer", 1 },
        { "worker", "new-buyer answer buyer", 1 },
        { "worker", "buyer", 1 },
        { "worker", "answer buyer", 0 },
        { "worker", "wb buyer", 1 },
        { "worker", "old-buyer buyer", 1 },
        { "worker", "old-buyer", 0 },
    };

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task The_first_message_of_the_buyer_that_nobody_has_answered_is_answered(string program, string events, int answers)
    {
        var store = new InMemoryStateStore();
        var claims = new Claims();
        Assert.Equal(answers, await RunAsync(program, events, store, claims));

        // The page comes again after a restart: its cursor was not saved.
        var again = new InMemoryStateStore();
        if (await store.ReadAsync("my-shop", "answered 1:a", Cancel) is { } state)
            await again.TryWriteAsync("my-shop", "answered 1:a", state.Value, 0, Cancel);

        Assert.Equal(0, await RunAsync(program, events, again, claims));
    }

    private static async Task<int> RunAsync(string program, string events, IStateStore store, Claims claims)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var wb = new FakeWildberries();
        int sent = 0, asked = 0;
        for (int i = 0; i < 9; i++)
        {
            wb.Answer((request, _) =>
            {
                string json = """{"result":{"events":[],"totalEvents":0}}""";
                if (request.Method == HttpMethod.Post)
                {
                    sent++;
                    json = """{"result":{"chatID":"1:a"},"errors":[]}""";
                }
                else if (request.RequestUri!.AbsolutePath.EndsWith("/chats", StringComparison.Ordinal))
                {
                    json = """{"result":[{"chatID":"1:a","replySign":"sign"}]}""";
                }
                else if (asked++ == 0)
                {
                    json = Page(events.Split(' '));
                }
                else
                {
                    stop.Cancel();
                }

                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
            });
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => program == "worker" ? WorkAsync(wb, store, stop.Token) : Snippets.Chats.Answer(wb.Client, store, claims, stop.Token));
        return sent;
    }

    private static async Task WorkAsync(FakeWildberries wb, IStateStore store, CancellationToken stop)
    {
        await using ServiceProvider services = new ServiceCollection().AddLogging().AddSingleton(wb.Client).AddSingleton(store).BuildServiceProvider();
        Type type = System.Reflection.Assembly.Load("Worker").GetType("Worker.ChatAnswerer", throwOnError: true)!;
        using var service = (BackgroundService)ActivatorUtilities.CreateInstance(services, type);
        await service.StartAsync(stop);
        await service.ExecuteTask!;
    }

    private static string Page(string[] events) => $$$"""{"result":{"next":5,"totalEvents":{{{events.Length}}},"events":[{{{string.Join(',', events.Select(Event))}}}]}}""";

    private static string Event(string kind, int position)
    {
        string sender = kind switch
        {
            "greeting" or "answer" => "seller",
            "wb" => "wb",
            _ => "client",
        };
        string isNew = kind is "greeting" or "new-buyer" ? "true" : "false";
        long time = TimeProvider.System.GetUtcNow().AddHours(kind == "old-buyer" ? -2 : 0).ToUnixTimeMilliseconds();
        return $$$"""{"chatID":"1:a","eventID":"e{{{position}}}","eventType":"message","isNewChat":{{{isNew}}},"sender":"{{{sender}}}","addTimestamp":{{{time}}},"message":{"text":"{{{kind}}}"}}""";
    }

    private sealed class Claims : IAnswers
    {
        private readonly HashSet<string> _claimed = [];

        public Task<bool> TryClaimAsync(string chatId, CancellationToken cancellationToken) => Task.FromResult(_claimed.Add(chatId));
    }
}
