using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing.Contracts;

namespace Wildberries.Sdk.Tests.State;

/// <summary>The contract is worth something only if a wrong store does not pass.</summary>
public sealed class StateStoreContractTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreFault.None)]
    [InlineData(StoreFault.LastWriteWins, "A write that knows another version is refused and told the version", "Of writers who know the same version one wins")]
    [InlineData(StoreFault.LooksThenWrites, "Of writers who know the same version one wins", "No change of many writers is lost")]
    [InlineData(StoreFault.IgnoresCase, "Names are apart", "Sellers are apart")]
    [InlineData(StoreFault.IgnoresForm, "Names are apart", "Sellers are apart")]
    [InlineData(StoreFault.CutsNames, "Names are apart")]
    [InlineData(StoreFault.CutsValues, "A value comes back byte for byte")]
    [InlineData(StoreFault.KeepsText, "A value comes back byte for byte")]
    [InlineData(StoreFault.TakesEmptyForNothing, "A value comes back byte for byte")]
    [InlineData(StoreFault.ForgetsVersions, "A version never comes back after a deletion")]
    [InlineData(StoreFault.MixesSellers, "Sellers are apart")]
    [InlineData(StoreFault.RunsKeysTogether, "Seller and name are not run together")]
    [InlineData(StoreFault.KeepsTheCallersBuffer, "A value is a copy")]
    [InlineData(StoreFault.IgnoresCancellation, "What is cancelled before it begins does nothing")]
    [InlineData(StoreFault.TellsNoVersion, "A write that knows another version is refused and told the version")]
    [InlineData(StoreFault.DeletesAnyVersion, "A deletion takes the state away, and one that knows another version is refused")]
    [InlineData(StoreFault.DeletesNothing, "A deletion takes the state away, and one that knows another version is refused")]
    [InlineData(StoreFault.VersionStandsStill, "Versions rise with each write")]
    [InlineData(StoreFault.TakesAnything, "Arguments out of the limits are refused and nothing is written")]
    [InlineData(StoreFault.ForgetsWhenOpenedAgain, "A store that is opened again has all that was written")]
    [InlineData(StoreFault.BeginsWithSomething, "Nothing is there at first")]
    public async Task A_wrong_store_fails_where_it_is_wrong_and_a_right_one_nowhere(StoreFault fault, params string[] cases)
    {
        var failed = new List<string>();
        foreach (string name in StateStoreContract.Cases)
        {
            var store = new FaultyStateStore(fault) { FirstWriterWaitsForARival = fault == StoreFault.LooksThenWrites && cases.Contains(name) };
            try
            {
                await StateStoreContract.RunAsync(name, () => new(fault == StoreFault.ForgetsWhenOpenedAgain ? new FaultyStateStore(fault) : store), Cancel);
            }
            catch (StoreContractException)
            {
                failed.Add(name);
            }
        }

        Assert.Equal(fault == StoreFault.None, failed.Count == 0);
        Assert.Subset(new HashSet<string>(failed, StringComparer.Ordinal), new HashSet<string>(cases, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_an_argument_exception() =>
        await Assert.ThrowsAsync<ArgumentException>("caseName", () => StateStoreContract.RunAsync("no such case", () => new(new InMemoryStateStore()), Cancel));

    [Fact]
    public async Task What_a_store_throws_is_the_cause()
    {
        var store = new FaultyStateStore(StoreFault.Throws);
        StoreContractException e = await Assert.ThrowsAsync<StoreContractException>(() => StateStoreContract.RunAsync(StateStoreContract.Cases[0], () => new(store), Cancel));
        Assert.IsType<InvalidOperationException>(e.InnerException);
    }

    [Fact]
    public async Task A_case_that_is_cancelled_says_so() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => StateStoreContract.RunAsync(StateStoreContract.Cases[0], () => new(new InMemoryStateStore()), new CancellationToken(canceled: true)));
}
