using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Warehouses;

public sealed class SizeIndexTests
{
    // A plaid of one size with two barcodes, and a sweater of two sizes, of which one barcode stands at both.
    private readonly SizeIndex _index = SizeIndex.Create(
    [
        new SizeKeys { ChrtId = 1, NmId = 100, Article = "plaid", Barcodes = ["B1"] },
        new SizeKeys { ChrtId = 1, Barcodes = ["B1b"] },
        new SizeKeys { ChrtId = 2, NmId = 200, Article = "sweater", Barcodes = ["B2", "twice"] },
        new SizeKeys { ChrtId = 3, NmId = 200, Article = "sweater", Barcodes = ["B3", "twice"] },
    ]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_key_that_is_unique_finds_its_size()
    {
        Assert.Equal([1L], _index.Find(StockKey.OfBarcode("B1")));
        Assert.Equal([1L], _index.Find(StockKey.OfBarcode("B1b")));
        Assert.Equal([1L], _index.Find(StockKey.OfArticle("plaid")));
        Assert.Equal([1L], _index.Find(StockKey.OfNmId(100)));
        Assert.Equal([3L], _index.Find(StockKey.OfChrtId(3)));
        Assert.Equal([2L, 3L], _index.Find(StockKey.OfNmId(200)));
        Assert.Empty(_index.Find(StockKey.OfChrtId(4)));

        // A key is of its kind, and as it is written.
        Assert.Empty(_index.Find(StockKey.OfArticle("B1")));
        Assert.Empty(_index.Find(StockKey.OfArticle("Plaid")));
        Assert.Empty(_index.Find(default));
        Assert.Equal((3, 6), (_index.Count, (int)_index.ChrtIds.Sum()));
    }

    [Fact]
    public void What_is_unknown_ambiguous_or_named_twice_is_told_and_never_guessed()
    {
        StockResolution resolution = _index.Resolve(
        [
            Target(StockKey.OfBarcode("B1"), 5),
            Target(StockKey.OfArticle("sweater"), 6),
            Target(StockKey.OfBarcode("twice"), 7),
            Target(StockKey.OfBarcode("nobody's"), 8),
            Target(StockKey.OfNmId(100), 9),
            Target(StockKey.OfBarcode("B3"), 0),
        ]);
        Assert.Equal([new Stock { ChrtId = 3 }], resolution.Stocks);
        Assert.Equal(
            [(0, StockKeyFault.Repeated), (1, StockKeyFault.Ambiguous), (2, StockKeyFault.Ambiguous), (3, StockKeyFault.Unknown), (4, StockKeyFault.Repeated)],
            resolution.Unresolved.Select(row => (row.Index, row.Fault)));
        Assert.Equal(["1", "2,3", "2,3", "", "1"], resolution.Unresolved.Select(row => string.Join(',', row.ChrtIds)));
        Assert.Equal("1 stocks, 5 unresolved", resolution.ToString());
        Assert.Equal("Barcode twice", resolution.Unresolved[2].Target.Key.ToString());
        Assert.Equal("NmId 100", resolution.Unresolved[4].Target.Key.ToString());
    }

    [Fact]
    public void A_quantity_that_WB_would_refuse_is_named()
    {
        string message = Assert.Throws<ArgumentException>(() => _index.Resolve([Target(StockKey.OfBarcode("B1"), 100_001)])).Message;
        Assert.Contains("Row 0 (Barcode B1): the stock is 100001", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _index.Resolve([null!]));
    }

    [Fact]
    public async Task What_is_resolved_is_synchronized_and_what_is_not_stays_as_it_is()
    {
        var api = new FakeStocksApi();
        StockResolution resolution = _index.Resolve([Target(StockKey.OfBarcode("B1"), 5), Target(StockKey.OfNmId(200), 6)]);
        StockSyncResult result = await api.SyncStocksAsync(7, resolution, cancellationToken: Cancel);
        Assert.Equal(1, Assert.Single(result.Changed).ChrtId);
        Assert.Equal(StockKeyFault.Ambiguous, Assert.Single(result.Unresolved).Fault);
        Assert.False(result.IsInStep);
    }

    [Fact]
    public async Task A_row_that_cannot_be_told_does_not_let_its_size_be_set_to_0()
    {
        var api = new FakeStocksApi();
        StockResolution resolution = _index.Resolve([Target(StockKey.OfBarcode("B1"), 5), Target(StockKey.OfBarcode("B2 mistyped"), 6)]);
        var synchronizer = new StockSynchronizer(api, new StockSyncOptions { AllSizes = _index.ChrtIds }, new JumpingTimeProvider());
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => synchronizer.SyncAsync(7, resolution, cancellationToken: Cancel));
        Assert.Contains("1 keys could not be resolved", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Calls);
    }

    [Fact]
    public async Task An_index_is_made_of_a_stream_too()
    {
        Assert.Equal([1L], (await SizeIndex.CreateAsync(Sizes(), Cancel)).Find(StockKey.OfBarcode("B")));

        static async IAsyncEnumerable<SizeKeys> Sizes()
        {
            await Task.Yield();
            yield return new SizeKeys { ChrtId = 1, Barcodes = ["B"] };
        }
    }

    [Fact]
    public void Sizes_that_contradict_each_other_are_named()
    {
        Refused("Row 1 (chrtId 1): the same size is of the product 5 in another row, and of 6 here", new SizeKeys { ChrtId = 1, NmId = 5 }, new SizeKeys { ChrtId = 1, NmId = 6 });
        Refused("Row 1 (chrtId 1): the same size has another article", new SizeKeys { ChrtId = 1, Article = "a" }, new SizeKeys { ChrtId = 1, Article = "b" });
        Refused("Row 0 (chrtId 0): a number is not positive", new SizeKeys { ChrtId = 0 });
        Refused("Row 0 (chrtId 1): a barcode is blank", new SizeKeys { ChrtId = 1, Barcodes = [" "] });
        Refused("Row 0: it is null", (SizeKeys)null!);

        static void Refused(string words, params SizeKeys[] sizes) =>
            Assert.Contains(words, Assert.Throws<ArgumentException>(() => SizeIndex.Create(sizes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_tells_its_value()
    {
        Assert.Equal(["4600000000017", "a-1", "7", "8"], new[] { StockKey.OfBarcode("4600000000017"), StockKey.OfArticle("a-1"), StockKey.OfNmId(7), StockKey.OfChrtId(8) }.Select(key => key.Value));
        Assert.Equal(("0", "ChrtId 0"), (default(StockKey).Value, default(StockKey).ToString()));
    }

    [Fact]
    public void Keys_are_checked()
    {
        Assert.Throws<ArgumentException>(() => StockKey.OfBarcode(" "));
        Assert.Throws<ArgumentNullException>(() => StockKey.OfArticle(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => StockKey.OfNmId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StockKey.OfChrtId(-1));
    }

    private static StockTarget Target(StockKey key, int quantity) => new() { Key = key, Quantity = quantity };
}
