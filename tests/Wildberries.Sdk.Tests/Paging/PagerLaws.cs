using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

/// <summary>What holds for every server, honest or not.</summary>
public sealed class PagerLaws
{
    private static readonly Gen<long[][]> Scripts = Gen.Long[-1, 30].Array[0, 6].Array[1, 12];

    // A row without a key is an error: a test of its own.
    private static readonly Gen<long[][]> WithKeys = Gen.Long[-1, 30].Where(key => key != 0).Array[0, 6].Array[1, 12];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_offset_each_row_comes_once_in_the_order_of_its_first_appearance_and_it_ends() =>
        await Gen.Select(Scripts, Gen.Int[1, 6], Gen.Enum<ListEnd>(), Gen.Int[0, 40]).SampleAsync(async (pages, limit, end, total) =>
        {
            var server = new ScriptedServer(pages) { Total = total };
            await EndAsync(server.ByOffsetAsync(limit, end, Cancel));
            AssertFirstAppearances(pages, server);
        });

    [Fact]
    public async Task By_key_each_row_comes_once_in_the_order_of_its_first_appearance_and_it_ends() =>
        await Gen.Select(WithKeys, Gen.Bool).SampleAsync(async (pages, again) =>
        {
            var server = new ScriptedServer(pages);
            await EndAsync(server.ByKeyAsync(null, again ? ListEnd.NothingNew : ListEnd.EmptyPage, Cancel));
            AssertFirstAppearances(pages, server);
            Assert.All(server.Keys.Skip(1).Zip(server.Keys.Skip(2)), pair => Assert.True(pair.First <= pair.Second));
        });

    [Fact]
    public async Task A_list_by_offset_that_stays_as_it_is_is_read_whole() =>
        await Gen.Select(Gen.Int[0, 60], Gen.Int[1, 12], Gen.Enum<ListEnd>(), Gen.Bool).SampleAsync(async (count, limit, end, total) =>
        {
            string[] all = [.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
            int requests = 0;
            List<string> read = await Pager.ByOffset(
                "Test.GetRows",
                limit,
                end,
                (offset, _) =>
                {
                    requests++;
                    return Task.FromResult(new Page<string>([.. all.Skip(offset).Take(limit)], total ? count : 0));
                },
                row => row,
                Cancel).ToListAsync(Cancel);
            Assert.Equal(all, read);
            Assert.InRange(requests, 1, (count / limit) + 2);
        });

    [Fact]
    public async Task A_list_by_offset_that_grows_at_its_head_loses_nothing_that_was_there() =>
        await Gen.Select(Gen.Int[0, 60], Gen.Int[2, 12], Gen.Enum<ListEnd>(), Gen.Bool.Array[20]).SampleAsync(async (count, limit, end, grows) =>
        {
            List<string> all = [.. Enumerable.Range(1, count).Select(i => $"old {i}")];
            string[] old = [.. all];
            int requests = 0;
            List<string> read = await Pager.ByOffset(
                "Test.GetRows",
                limit,
                end,
                (offset, _) =>
                {
                    if (grows[requests++ % grows.Length])
                        all.Insert(0, $"new {requests}");
                    return Task.FromResult(new Page<string>([.. all.Skip(offset).Take(limit)]));
                },
                row => row,
                Cancel).ToListAsync(Cancel);
            Assert.Equal(read.Distinct(), read);
            Assert.Equal(old, read.Where(row => row.StartsWith("old", StringComparison.Ordinal)));
        });

    [Fact]
    public async Task A_report_by_key_is_read_whole_however_its_pages_repeat_overlap_and_are_shuffled() =>
        await Gen.Select(Gen.Long[1, 500].HashSet[0, 60], Gen.Int[1, 12], Gen.Int[0, 5], Gen.Int[0, int.MaxValue]).SampleAsync(async (ids, limit, overlap, seed) =>
        {
            long[] all = [.. ids.Order()];
            var random = new Random(seed);
            int requests = 0;
            List<Row> read = await Pager.ByKey("Test.GetRows", 0, ListEnd.EmptyPage, (after, _) => PageAsync(after), row => row.Id, Cancel).ToListAsync(Cancel);
            Assert.Equal(all, read.Select(row => row.Id).Order());
            Assert.Equal(((all.Length + limit - 1) / limit) + 1, requests);

            async IAsyncEnumerable<Row> PageAsync(long? after)
            {
                await Task.Yield();
                requests++;
                Row[] page = [.. all.Where(id => id > after).Take(limit).Select(id => new Row(id))];
                if (page.Length == 0)
                    yield break;
                Row[] repeated = [.. all.Where(id => id <= after).TakeLast(overlap).Select(id => new Row(id)), .. page, page[0]];
                random.Shuffle(repeated);
                foreach (Row row in repeated)
                    yield return row;
            }
        });

    private static async Task EndAsync(Task reading)
    {
        try
        {
            await reading;
        }
        catch (WildberriesResponseException exception)
        {
            Assert.Contains("does not go on", exception.Message, StringComparison.Ordinal);
        }
    }

    private static void AssertFirstAppearances(long[][] pages, ScriptedServer server)
    {
        string[] sent = [.. Enumerable.Range(0, server.Requests)
            .SelectMany(i => pages[i % pages.Length])
            .Where(key => key >= 0)
            .Select(key => key.ToString(CultureInfo.InvariantCulture))];
        Assert.Equal(sent.Distinct(), server.Given);

        // Each page but the last few brings something new.
        Assert.InRange(server.Requests, 1, (2 * 31) + 2);
    }

    private sealed record Row(long Id);
}
