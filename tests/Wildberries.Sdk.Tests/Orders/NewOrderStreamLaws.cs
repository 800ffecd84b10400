using CsCheck;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Orders;

/// <summary>
/// What holds however orders come and go: orders that appear and leave at random, answers that lack some of them now and then, and a consumer that is stopped
/// at random points, with an order in hand or between two.
/// </summary>
public sealed class NewOrderStreamLaws
{
    private static readonly Gen<(int Comes, int Leaves, bool Lacks)> Steps = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 4].Select(n => n == 0));

    private static readonly Gen<(List<(int Comes, int Leaves, bool Lacks)> Steps, List<int> Stops, int SaveEvery)> Cases =
        Gen.Select(Steps.List[1, 25], Gen.Int[1, 6].List[0, 8], Gen.Int[1, 4]);

    [Fact]
    public async Task Each_order_is_handled_once_but_for_the_one_in_hand_at_a_stop() => await Cases.SampleAsync(async c =>
    {
        var server = new Server(c.Steps);
        var store = new InMemoryStateStore();
        HashSet<long> done = [];
        var options = new NewOrderStreamOptions { SaveEvery = c.SaveEvery };
        foreach (int stopAt in c.Stops.Append(int.MaxValue))
        {
            (List<long> run, bool isInHand) = await RunAsync(server, store, options, stopAt);
            Assert.Equal(run.Distinct(), run);
            Assert.DoesNotContain(run, done.Contains);

            // Stopped with an order in hand: nobody has asked past it, so it comes again.
            done.UnionWith(isInHand ? run.SkipLast(1) : run);
        }

        Assert.Superset(server.New, done);
        Assert.Subset(server.Shown, done);
    }, iter: 1_000);

    private static async Task<(List<long> Ids, bool IsInHand)> RunAsync(Server server, IStateStore store, NewOrderStreamOptions options, int stopAt)
    {
        List<long> ids = [];
        server.BeginRun();
        var stream = new NewOrderStream<TestOrder>(
            _ => Task.FromResult<IReadOnlyList<TestOrder>>([.. server.Ask().Select(id => new TestOrder { Id = id })]),
            order => order.Id,
            store,
            "seller",
            "orders",
            options,
            new JumpingTimeProvider());
        try
        {
            await foreach (TestOrder order in stream.ReadAsync())
            {
                ids.Add(order.Id);
                if (ids.Count == stopAt)
                    return (ids, true);
            }
        }
        catch (Server.OverException)
        {
        }

        return (ids, false);
    }

    private sealed class Server(List<(int Comes, int Leaves, bool Lacks)> steps)
    {
        private readonly List<long> _new = [];
        private int _step;
        private long _lastId = 1_000;

        private bool _isOver;

        /// <summary>Orders that an answer had.</summary>
        public HashSet<long> Shown { get; } = [];

        /// <summary>Orders that are new now.</summary>
        public HashSet<long> New => [.. _new];

        public void BeginRun() => _isOver = false;

        public IEnumerable<long> Ask()
        {
            bool lacks = false;
            if (_step < steps.Count)
            {
                (int comes, int leaves, lacks) = steps[_step++];
                _new.RemoveRange(0, Math.Min(leaves, _new.Count));
                for (int i = 0; i < comes; i++)
                    _new.Add(_lastId += 1 + (_lastId % 3));
            }
            else if (_isOver)
            {
                throw new OverException();
            }
            else
            {
                _isOver = true;
            }

            // One that lags behind: half of the orders are not there, but never twice in a row.
            long[] answer = lacks && _step % 2 == 0 ? [.. _new.Where(id => id % 2 == 0)] : [.. _new];
            Shown.UnionWith(answer);
            return answer.Reverse();
        }

        internal sealed class OverException : Exception;
    }
}
