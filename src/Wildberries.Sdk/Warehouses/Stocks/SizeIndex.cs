using System.Runtime.InteropServices;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Warehouses;

/// <summary>
/// Tells which size a barcode, an article or a number means. Stocks are set by <c>chrtId</c> only, and your books may know other keys. What is ambiguous is told and
/// never guessed. It does not change, and can be used by many threads.
/// </summary>
public sealed class SizeIndex
{
    private readonly Dictionary<long, SizeKeys> _sizes = [];
    private readonly Dictionary<StockKey, List<long>> _byKey = [];

    private SizeIndex()
    {
    }

    /// <summary>How many sizes there are.</summary>
    public int Count => _sizes.Count;

    /// <summary>The numbers of all sizes, for example for <see cref="StockSyncOptions.AllSizes"/>, if these are all that you sell from the warehouse.</summary>
    public IReadOnlyCollection<long> ChrtIds => _sizes.Keys;

    /// <summary>Makes an index of sizes.</summary>
    /// <param name="sizes">The sizes. One may come several times, for example once a barcode: its barcodes are put together.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">A number is not positive, a barcode is blank, or one size has two products or two articles.</exception>
    public static SizeIndex Create(IEnumerable<SizeKeys> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var index = new SizeIndex();
        int row = 0;
        foreach (SizeKeys size in sizes)
        {
            if (index.Add(size, row++) is { } fault)
                throw new ArgumentException(fault, nameof(sizes));
        }

        return index;
    }

    /// <summary>Makes an index of sizes that come as a stream.</summary>
    /// <param name="sizes">The sizes. One may come several times, for example once a barcode: its barcodes are put together.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">A number is not positive, a barcode is blank, or one size has two products or two articles.</exception>
    public static async Task<SizeIndex> CreateAsync(IAsyncEnumerable<SizeKeys> sizes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var index = new SizeIndex();
        int row = 0;
        await foreach (SizeKeys size in sizes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (index.Add(size, row++) is { } fault)
                throw new ArgumentException(fault, nameof(sizes));
        }

        return index;
    }

    /// <summary>Finds the sizes that a key may mean.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Their numbers: none if no size has the key, several if it is ambiguous.</returns>
    public IReadOnlyList<long> Find(StockKey key) => key.Kind == StockKeyKind.ChrtId
        ? _sizes.ContainsKey(key.Number) ? [key.Number] : []
        : _byKey.TryGetValue(key, out List<long>? found) ? found.AsReadOnly() : [];

    /// <summary>Tells which sizes rows mean.</summary>
    /// <param name="targets">The rows.</param>
    /// <returns>The stocks by size, and the rows that cannot be told: give it to <see cref="StockSynchronizer"/>.</returns>
    /// <exception cref="ArgumentException">A row is null, or its pieces are not from 0 to 100,000; the message names it.</exception>
    public StockResolution Resolve(IEnumerable<StockTarget> targets)
    {
        List<StockTarget> rows = Argument.Rows(
            targets,
            target => target.Key.ToString(),
            target => target.Quantity is < 0 or > StockRows.MaxQuantity
                ? FormattableString.Invariant($"the stock is {target.Quantity}; WB takes 0 to {StockRows.MaxQuantity:N0}")
                : null,
            nameof(targets));

        // Rows about the same size contradict each other: neither counts.
        var meant = new Dictionary<long, int>();
        foreach (StockTarget row in rows)
        {
            if (Find(row.Key) is [long only])
                CollectionsMarshal.GetValueRefOrAddDefault(meant, only, out _)++;
        }

        var stocks = new List<Stock>(rows.Count);
        var unresolved = new List<UnresolvedStock>();
        for (int i = 0; i < rows.Count; i++)
        {
            IReadOnlyList<long> found = Find(rows[i].Key);
            StockKeyFault? fault = found.Count switch
            {
                0 => StockKeyFault.Unknown,
                1 => meant[found[0]] == 1 ? null : StockKeyFault.Repeated,
                _ => StockKeyFault.Ambiguous,
            };
            if (fault is null)
                stocks.Add(new Stock { ChrtId = found[0], Quantity = rows[i].Quantity });
            else
                unresolved.Add(new UnresolvedStock { Index = i, Target = rows[i], Fault = fault.Value, ChrtIds = found });
        }

        return new StockResolution { Stocks = stocks, Unresolved = unresolved, Sizes = this };
    }

    // What is wrong with the row, if anything.
    private string? Add(SizeKeys size, int row)
    {
        if (FaultOf(size) is { } fault)
            return FormattableString.Invariant($"Row {row}{(size is null ? "" : $" (chrtId {size.ChrtId})")}: {fault}.");
        if (_sizes.TryGetValue(size.ChrtId, out SizeKeys? known))
            _sizes[size.ChrtId] = known with { NmId = known.NmId ?? size.NmId, Article = known.Article ?? size.Article };
        else
            _sizes.Add(size.ChrtId, size with { Barcodes = [] });
        if (size.NmId is { } nmId)
            Add(StockKey.OfNmId(nmId), size.ChrtId);
        if (!string.IsNullOrWhiteSpace(size.Article))
            Add(StockKey.OfArticle(size.Article), size.ChrtId);
        foreach (string barcode in size.Barcodes)
            Add(StockKey.OfBarcode(barcode), size.ChrtId);
        return null;
    }

    private void Add(StockKey key, long chrtId)
    {
        ref List<long>? sizes = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _);
        sizes ??= new List<long>(1);
        if (!sizes.Contains(chrtId))
            sizes.Add(chrtId);
    }

    private string? FaultOf(SizeKeys? size)
    {
        if (size is null)
            return "it is null";
        if (size.ChrtId <= 0 || size.NmId <= 0)
            return "a number is not positive";
        if (size.Barcodes.Any(string.IsNullOrWhiteSpace))
            return "a barcode is blank";
        if (!_sizes.TryGetValue(size.ChrtId, out SizeKeys? known))
            return null;
        if (known.NmId is { } nmId && size.NmId is { } other && nmId != other)
            return FormattableString.Invariant($"the same size is of the product {nmId} in another row, and of {other} here");
        return known.Article is { } article && size.Article is { } otherArticle && !article.Equals(otherArticle, StringComparison.Ordinal)
            ? "the same size has another article in another row"
            : null;
    }
}
