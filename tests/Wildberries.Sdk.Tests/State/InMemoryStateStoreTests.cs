using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing.Contracts;

namespace Wildberries.Sdk.Tests.State;

public sealed class InMemoryStateStoreTests
{
    public static TheoryData<string> Cases => [.. StateStoreContract.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_keeps_the_contract(string name)
    {
        var store = new InMemoryStateStore();
        await StateStoreContract.RunAsync(name, () => new(store), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Another_one_has_nothing()
    {
        await new InMemoryStateStore().TryWriteAsync("seller", "a", default, 0, TestContext.Current.CancellationToken);

        Assert.Null(await new InMemoryStateStore().ReadAsync("seller", "a", TestContext.Current.CancellationToken));
    }
}
