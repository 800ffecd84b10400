using System.Diagnostics.CodeAnalysis;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.Operations;

public sealed class WildberriesOperationsTests
{
    [Fact]
    public void Ping_stands_on_every_host_interface()
    {
        WildberriesOperation ping = Assert.Single(WildberriesOperations.Of<IBuyerChatApi>(), o => o.Path == "/ping");
        Assert.Equal("BuyerChat.Ping", ping.Name);
        Assert.Equal(OperationAccess.Read, ping.Access);
    }

    [Fact]
    public void A_hosts_class_says_address_cost_and_groups_for_each_of_its_interfaces()
    {
        WildberriesOperation[] operations = [.. WildberriesOperations.Of<IOrders>(), .. WildberriesOperations.Of<ISupplies>()];
        Assert.All(operations, operation => Assert.Equal("https://things.wildberries.ru/", operation.Host.AbsoluteUri));
        Assert.Equal([10, 1, 10], operations.Select(operation => operation.ClientErrorCost));
        Assert.Equal([new RateLimit(300, TimeSpan.FromSeconds(60), 20)], operations[0].RateLimits);
        Assert.Equal(operations[0].RateLimits, operations[2].RateLimits);
        Assert.Equal(["things", null, "things"], operations.Select(operation => operation.LimitGroup));
        Assert.Equal("https://things-sandbox.wildberries.ru/", operations[2].SandboxHost?.AbsoluteUri);
    }

    [Fact]
    public void An_interface_may_declare_groups_itself_and_beside_its_host()
    {
        Assert.Equal([new RateLimit(1, TimeSpan.FromSeconds(2), 3, TokenKinds.Base)], Assert.Single(WildberriesOperations.Of<IAlone>()).RateLimits);
        Assert.Equal([new RateLimit(5, TimeSpan.FromSeconds(1), 5)], Assert.Single(WildberriesOperations.Of<IBeside>()).RateLimits);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused_with_its_name()
    {
        Refused<INoGroup>("INoGroup.GetAsync is of the group \"other\", which neither", "declares");
        Refused<ITwice>("ITwice.GetAsync has rows of its own and the group \"things\"");
        Refused<IDeclaredTwice>("IDeclaredTwice declares the group \"things\"", "declares already");
        Refused<INoAttribute>("String, which has no [WildberriesApi");
        Refused<IChain>("IChain leaves its host to", "names no address");
        Refused<ITwoSandboxes>("ITwoSandboxes leaves its host to", "sandbox");

        static void Refused<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(params string[] words)
            where TApi : class
        {
            var error = Assert.Throws<ArgumentException>(() => WildberriesOperations.Of<TApi>());
            Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        }
    }

    [WildberriesApi("https://things.wildberries.ru", SandboxHost = "https://things-sandbox.wildberries.ru", ClientErrorCost = 10)]
    [SharedRateLimit("things", 300, 60, 20)]
    internal static class ThingsHost;

    [WildberriesApi(typeof(ThingsHost))]
    internal interface IOrders
    {
        [Get("/orders")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "things")]
        Task GetAsync(CancellationToken cancellationToken = default);

        [Get("/ping")]
        [Operation(TokenCategory.None, OperationAccess.Read, ClientErrorCost = 1)]
        [RateLimit(3, 30, 99)]
        Task PingAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi(typeof(ThingsHost))]
    internal interface ISupplies
    {
        [Get("/supplies")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "things", Sandbox = true)]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi("https://things.wildberries.ru")]
    [SharedRateLimit("own", 1, 2, 3, Tokens = TokenKinds.Base)]
    internal interface IAlone
    {
        [Get("/a")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "own")]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi(typeof(ThingsHost))]
    [SharedRateLimit("own", 5, 1, 5)]
    internal interface IBeside
    {
        [Get("/a")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "own")]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi(typeof(ThingsHost))]
    internal interface INoGroup
    {
        [Get("/a")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "other")]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi(typeof(ThingsHost))]
    internal interface ITwice
    {
        [Get("/a")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "things")]
        [RateLimit(1, 1, 1)]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi(typeof(ThingsHost))]
    [SharedRateLimit("things", 1, 1, 1)]
    internal interface IDeclaredTwice
    {
        [Get("/a")]
        [Operation(TokenCategory.Marketplace, OperationAccess.Read, LimitGroup = "things")]
        Task GetAsync(CancellationToken cancellationToken = default);
    }

    [WildberriesApi(typeof(string))]
    internal interface INoAttribute;

    [WildberriesApi(typeof(IOrders))]
    internal interface IChain;

    [WildberriesApi(typeof(ThingsHost), SandboxHost = "https://other.wildberries.ru")]
    internal interface ITwoSandboxes;
}
