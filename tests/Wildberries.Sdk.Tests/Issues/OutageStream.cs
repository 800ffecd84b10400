using System.Net;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A stream of chat events over a store that can fail, with a clock that jumps over pauses, and what it told.</summary>
internal sealed class OutageStream : IProgress<StreamOutage>
{
    public FailingStore Store { get; } = new();

    public JumpingTimeProvider Time { get; } = new();

    public List<StreamOutage> Told { get; } = [];

    public IEnumerable<Exception> Failures => Told.Where(outage => outage.EndedAt is null).Select(outage => outage.Exception);

    /// <summary>How long the stream waited each time, in seconds.</summary>
    public IEnumerable<double> Pauses => Time.Waits.Select(wait => wait.TotalSeconds);

    public static ChatEventsResponse Page(long? next, params string[] ids) => new()
    {
        Result = new ChatEventsResult { Next = next, TotalEvents = ids.Length, Events = [.. ids.Select(id => new ChatEvent { EventId = id })] },
    };

    /// <summary>Two pages of an event each; after the first WB is away for so long.</summary>
    public FakeBuyerChatApi Api(TimeSpan outage = default)
    {
        DateTimeOffset end = Time.GetUtcNow() + outage;
        return new FakeBuyerChatApi
        {
            Events = next => next switch
            {
                null => Page(10, "a"),
                _ when Time.GetUtcNow() < end => throw new WildberriesServerException("502") { StatusCode = HttpStatusCode.BadGateway },
                10 => Page(20, "b"),
                _ => Page(next),
            },
        };
    }

    public ChatEventStream Create(IBuyerChatApi api, TimeSpan maxOutage) =>
        new(api, Store, "shop", new ChatEventStreamOptions { MaxOutage = maxOutage, Outages = this }, Time);

    /// <summary>Reads without end until so many events have come.</summary>
    public async Task<List<string>> TakeAsync(IBuyerChatApi api, TimeSpan maxOutage, int count)
    {
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in Create(api, maxOutage).ReadAllAsync(TestContext.Current.CancellationToken))
        {
            ids.Add(chatEvent.EventId);
            if (ids.Count == count)
                break;
        }

        return ids;
    }

    void IProgress<StreamOutage>.Report(StreamOutage value) => Told.Add(value);
}
