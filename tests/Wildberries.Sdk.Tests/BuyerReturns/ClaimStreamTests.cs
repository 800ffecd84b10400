using Wildberries.Sdk.BuyerReturns;

namespace Wildberries.Sdk.Tests.BuyerReturns;

public sealed class ClaimStreamTests
{
    private readonly FakeClaimsApi _api = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_lists_are_read_or_one()
    {
        _api.Make("a");
        _api.Make("b");
        _api.Decide("a", ClaimStatus.Approved);
        Assert.Equal(["b", "a"], await ReadAsync());
        Assert.Equal(["b"], await ReadAsync(isArchive: false));
        Assert.Equal(["a"], await ReadAsync(isArchive: true));
        Assert.Empty(await ReadAsync(nmId: 2));
    }

    [Fact]
    public async Task None_is_lost_or_comes_twice_while_they_are_decided()
    {
        for (int i = 1; i <= 700; i++)
            _api.Make($"c{i}");

        // Before each page a hundred of those that were read already, and some that were not.
        int call = 0;
        _api.BeforeRead = _ =>
        {
            if (call++ is > 0 and < 4)
            {
                foreach (string id in _api.Open.Take(100).Concat(_api.Open.TakeLast(20)).Select(claim => claim.Id).ToArray())
                    _api.Decide(id, ClaimStatus.Approved);
            }
        };
        List<string> read = await ReadAsync();
        Assert.Equal(700, read.Count);
        Assert.Equal(700, read.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Arguments_are_checked_before_anything_is_asked() =>
        Assert.Throws<ArgumentOutOfRangeException>("nmId", () => _api.StreamClaimsAsync(nmId: 0, cancellationToken: Cancel));

    private async Task<List<string>> ReadAsync(bool? isArchive = null, long? nmId = null) =>
        await _api.StreamClaimsAsync(isArchive, nmId, Cancel).Select(claim => claim.Id).ToListAsync(Cancel);
}
