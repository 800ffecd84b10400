using System.Globalization;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

/// <summary>
/// Answers with the pages of a script, one after the other, and begins anew after the last. A key below 0 is a null row, a null page an envelope
/// with an error. Rows are texts of their keys.
/// </summary>
internal sealed class ScriptedServer(params long[]?[] pages)
{
    private int _next;

    public int Total { get; init; }

    public List<int> Offsets { get; } = [];

    public List<long?> Keys { get; } = [];

    public List<string> Given { get; } = [];

    public int Requests => _next;

    public async Task<List<string>> ByOffsetAsync(int limit, ListEnd end, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<string> rows = Pager.ByOffset(
            "Test.GetRows",
            limit,
            end,
            async (offset, _) =>
            {
                await Task.Yield();
                Offsets.Add(offset);
                return new Page<string>(Next(), Total);
            },
            row => row,
            cancellationToken);
        await foreach (string row in rows)
            Given.Add(row);
        return Given;
    }

    public async Task<List<string>> ByKeyAsync(long? start, ListEnd end, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<string> rows = Pager.ByKey("Test.GetRows", start, end, (after, _) => ReadAsync(after), row => long.Parse(row, CultureInfo.InvariantCulture), cancellationToken);
        await foreach (string row in rows)
            Given.Add(row);
        return Given;

        async IAsyncEnumerable<string> ReadAsync(long? after)
        {
            await Task.Yield();
            Keys.Add(after);
            foreach (string row in Next() ?? [])
                yield return row;
        }
    }

    private string[]? Next()
    {
        long[]? page = pages[_next++ % pages.Length];
        return Envelope.Open(
            "Test.GetRows", page is null, "no", page?.Select(key => key < 0 ? null! : key.ToString(CultureInfo.InvariantCulture)).ToArray());
    }
}
