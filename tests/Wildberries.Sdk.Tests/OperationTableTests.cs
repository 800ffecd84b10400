using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Tests;

public sealed class OperationTableTests
{
    [Fact]
    public void Ping_stands_on_every_host_interface()
    {
        WildberriesOperation ping = Assert.Single(WildberriesOperations.Of<IBuyerChatApi>(), o => o.Path == "/ping");
        Assert.Equal("BuyerChat.Ping", ping.Name);
        Assert.Equal(OperationAccess.Read, ping.Access);
    }
}
