using System.Text.Json;
using CsCheck;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Tests.BuyerChat;

/// <summary>
/// What holds for every server that keeps its events in order, whatever its pages: random events (several at one time), random page
/// sizes, pages that begin with the last event of the page before or after it, answers without a cursor, and a consumer that fails at random.
/// </summary>
public sealed class ChatEventStreamLaws
{
    private static readonly Gen<Case> Cases = Gen.Select(
        Gen.Int[0, 2].List[0, 40],
        Gen.Int[1, 7],
        Gen.Bool,
        Gen.Int[0, 3].List[0, 30],
        Gen.Int[1, 12].List[0, 6],
        (steps, pageSize, inclusive, cursors, crashes) => new Case(steps, pageSize, inclusive, cursors, crashes));

    [Fact]
    public async Task Every_event_is_handled_at_least_once_in_order_and_twice_only_after_a_crash() =>
        await Cases.SampleAsync(async c =>
        {
            var server = new Server(c);
            var store = new InMemoryStateStore();
            List<string> handled = [];
            foreach (int failAt in c.Crashes)
            {
                int before = handled.Count;
                HashSet<string> saved = [.. await SavedAsync(store)];
                bool crashed = await RunAsync(server, store, handled, failAt);
                string[] run = [.. handled.Skip(before)];
                Assert.Equal(run.Distinct(), run);
                Assert.Equal(crashed, run.Length == failAt);
                Assert.DoesNotContain(run, saved.Contains);
                // After a crash, what is not saved is at most one page.
                saved = [.. await SavedAsync(store)];
                Assert.InRange(run.Count(id => !saved.Contains(id)), crashed ? 1 : 0, crashed ? server.LargestPage : 0);
            }

            server.GivesCursors = true;
            await RunAsync(server, store, handled, null);

            Assert.Equal(server.Ids, handled.Distinct());
            if (c.Crashes.Count == 0)
                Assert.Equal(server.Ids, handled);
            Assert.False(await RunAsync(server, store, handled, 1), "A drained stream has nothing more.");
        }, iter: 2_000);

    [Fact]
    public async Task The_endless_stream_hands_out_what_comes_later_exactly_once() =>
        await Gen.Select(Cases, Gen.Int[1, 10]).SampleAsync(async (c, perWait) =>
        {
            var server = new Server(c) { Visible = 0, GivesCursors = true };
            var time = new JumpingTimeProvider();
            time.OnWait = _ => server.Visible = Math.Min(server.Ids.Count, server.Visible + perWait);
            List<string> handled = [];
            using var stop = new CancellationTokenSource();
            if (server.Ids.Count == 0)
                return;

            await foreach (ChatEvent e in new ChatEventStream(server.Api, new InMemoryStateStore(), "seller", null, time).ReadAllAsync(stop.Token))
            {
                handled.Add(e.EventId);
                if (handled.Count == server.Ids.Count)
                    break;
            }

            Assert.Equal(server.Ids, handled);
        }, iter: 1_000);

    private static async Task<IReadOnlyList<string>> SavedAsync(InMemoryStateStore store) =>
        await store.ReadAsync("seller", "chat-events") is { } state
            ? JsonSerializer.Deserialize(state.Value.Span, ChatCursorJsonContext.Default.ChatCursor)!.RecentEventIds
            : [];

    private static async Task<bool> RunAsync(Server server, IStateStore store, List<string> handled, int? failAt)
    {
        int count = 0;
        try
        {
            await foreach (ChatEvent e in new ChatEventStream(server.Api, store, "seller").ReadAvailableAsync())
            {
                handled.Add(e.EventId);
                if (++count == failAt)
                    throw new InvalidOperationException("crash");
            }
        }
        catch (InvalidOperationException)
        {
            return true;
        }

        return false;
    }

    private sealed record Case(List<int> Steps, int PageSize, bool Inclusive, List<int> Cursors, List<int> Crashes)
    {
        public override string ToString() =>
            $"steps {string.Join(',', Steps)}; page {PageSize}; inclusive {Inclusive}; cursors {string.Join(',', Cursors)}; crashes {string.Join(',', Crashes)}";
    }

    private sealed class Server
    {
        private readonly Case _case;
        private readonly List<ChatEvent> _events = [];
        private int _calls;

        public Server(Case c)
        {
            _case = c;
            long time = 1000;
            foreach (int step in c.Steps)
            {
                time += step;
                _events.Add(new ChatEvent { EventId = $"e{_events.Count}", AddTimestamp = time });
            }

            Visible = _events.Count;
            Ids = [.. _events.Select(e => e.EventId)];
            Api = new FakeBuyerChatApi { Events = Answer };
        }

        public FakeBuyerChatApi Api { get; }

        public List<string> Ids { get; }

        public int Visible { get; set; }

        public bool GivesCursors { get; set; }

        public int LargestPage { get; private set; }

        private ChatEventsResponse Answer(long? next)
        {
            Assert.NotEqual(0, next);
            // A server whose pages split one moment could lose events or never get past them: none of ours does.
            while (!_case.Inclusive && Visible > 0 && Visible < _events.Count && _events[Visible].AddTimestamp == _events[Visible - 1].AddTimestamp)
                Visible++;
            List<ChatEvent> rest = [.. _events.Take(Visible).Where(e => next is null || (_case.Inclusive ? e.AddTimestamp >= next : e.AddTimestamp > next))];
            int repeats = next is null ? 0 : rest.TakeWhile(e => e.AddTimestamp == next).Count();
            List<ChatEvent> page = [.. rest.Take(repeats + _case.PageSize)];
            while (page.Count < rest.Count && rest[page.Count].AddTimestamp == page[^1].AddTimestamp)
                page.Add(rest[page.Count]);
            LargestPage = Math.Max(LargestPage, page.Count);
            long? cursor = page.Count == 0 ? next : page[^1].AddTimestamp;
            if (!GivesCursors && _case.Cursors.Count > 0)
            {
                cursor = _case.Cursors[_calls++ % _case.Cursors.Count] switch
                {
                    0 => null,
                    1 => 0,
                    _ => cursor,
                };
            }

            return new ChatEventsResponse { Result = new ChatEventsResult { Next = cursor, TotalEvents = page.Count, Events = page } };
        }
    }
}
