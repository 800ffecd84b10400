using System.Globalization;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

/// <summary>Lists of which each page says with what to ask for the next.</summary>
public sealed class CursorPagerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_page_is_asked_for_with_zero_and_each_other_with_what_the_one_before_says()
    {
        (List<string> rows, List<long> cursors, _) = await ReadAsync(2, ([1, 2], 7), ([3, 4], 9), ([], null));
        Assert.Equal(["1", "2", "3", "4"], rows);
        Assert.Equal([0, 7, 9], cursors);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(null)]
    public async Task A_page_without_a_next_is_the_last(long? end)
    {
        (List<string> rows, List<long> cursors, _) = await ReadAsync(2, ([1, 2], 7), ([3, 4], end), ([5], null));
        Assert.Equal(["1", "2", "3", "4"], rows);
        Assert.Equal([0, 7], cursors);
    }

    [Fact]
    public async Task An_empty_page_that_leads_on_is_not_the_end_but_several_are()
    {
        Assert.Equal(["1", "2", "3"], (await ReadAsync(2, ([1, 2], 7), ([], 9), ([3], 0))).Rows);
        (List<string> rows, List<long> cursors, Exception? error) = await ReadAsync(2, ([1, 2], 7), ([], 8), ([], 9), ([], 10), ([], 11), ([5], 0));
        Assert.Equal(["1", "2"], rows);
        Assert.Equal([0, 7, 8, 9, 10], cursors);
        Assert.Null(error);
        Assert.Equal(2, (await ReadAsync(2, ([1, 2], 7), ([], 7), ([5], 0))).Rows.Count);
        Assert.Equal(2, (await ReadAsync(2, ([1, 2], 7), ([], 0), ([5], 0))).Rows.Count);
    }

    [Fact]
    public async Task The_last_rows_that_come_again_under_their_own_cursor_are_the_end()
    {
        (List<string> rows, List<long> cursors, Exception? error) = await ReadAsync(3, ([1, 2, 3], 7), ([3], 7), ([4], 9));
        Assert.Equal(["1", "2", "3"], rows);
        Assert.Equal(2, cursors.Count);
        Assert.Null(error);
    }

    [Fact]
    public async Task A_full_page_that_comes_again_is_an_error_and_so_is_a_second_page_of_old_rows()
    {
        Assert.IsType<WildberriesResponseException>((await ReadAsync(2, ([1, 2], 7), ([2, 1], 7))).Error);
        Assert.IsType<WildberriesResponseException>((await ReadAsync(3, ([1, 2], 7), ([2], 8), ([1], 9), ([5], 0))).Error);
        Assert.Equal(["1", "2", "5"], (await ReadAsync(3, ([1, 2], 7), ([2], 8), ([5], 0))).Rows);
    }

    [Fact]
    public async Task The_message_says_what_comes_again_the_rows_or_the_cursor()
    {
        Assert.Equal(
            "The list of Test.GetRows does not go on: with the cursor 7 WB sent only rows that have come already, or that cannot be told apart.",
            (await ReadAsync(2, ([1, 2], 7), ([2, 1], 7))).Error!.Message);
        Assert.Equal(
            "The list of Test.GetRows does not go on: after the page of the cursor 9 WB names the cursor 7, which was asked for already.",
            (await ReadAsync(2, ([1, 2], 7), ([3, 4], 9), ([5, 6], 7))).Error!.Message);
    }

    [Fact]
    public async Task A_ring_of_more_rows_than_are_remembered_is_an_error()
    {
        const int Pages = 5, Limit = 50_000;
        int asked = 0;
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (string row in Pager.ByCursor("Test.GetRows", Limit, GetPage, row => row, Cancel))
                Assert.NotNull(row);
        });
        Assert.Contains("Test.GetRows does not go on", error.Message, StringComparison.Ordinal);
        Assert.Equal(Pages + 1, asked);

        Task<(IReadOnlyList<string>? Rows, long? Next)> GetPage(long cursor, CancellationToken cancellationToken)
        {
            int page = asked++ % Pages;
            Assert.InRange(asked, 1, 3 * Pages);
            return Task.FromResult<(IReadOnlyList<string>?, long?)>(([.. Enumerable.Range(page * Limit, Limit).Select(key => Text(key))], page + 1));
        }
    }

    [Fact]
    public async Task Rows_that_are_null_or_without_a_key_are_passed_over_and_given()
    {
        (List<string> rows, _, _) = await ReadAsync(9, ([-1, 1, 99], 7), ([99], 0));
        Assert.Equal(["1", "99", "99"], rows);
    }

    [Fact]
    public async Task Whatever_the_server_does_the_reading_ends_and_gives_no_row_twice() =>
        await Gen.Select(Gen.Long[1, 20].Array[0, 5], Gen.Long[0, 4]).Array[1, 8].SampleAsync(async script =>
        {
            (List<string> rows, List<long> cursors, _) = await ReadAsync(4, [.. script.Select(page => (page.Item1, (long?)page.Item2))]);
            Assert.Equal(rows.Distinct(), rows);
            Assert.InRange(cursors.Count, 1, 50);
            Assert.Equal(script.Take(cursors.Count).SelectMany(page => page.Item1).Select(Text).Distinct().Take(rows.Count), rows);
        });

    [Fact]
    public async Task A_list_that_stays_as_it_is_is_read_whole() =>
        await Gen.Select(Gen.Int[0, 40], Gen.Int[1, 7], Gen.Bool).SampleAsync(async (count, limit, namesEnd) =>
        {
            string[] all = [.. Enumerable.Range(1, count).Select(i => Text(i))];
            List<string> read = await Pager.ByCursor(
                "Test.GetRows",
                limit,
                (cursor, _) =>
                {
                    string[] page = [.. all.Skip((int)cursor).Take(limit)];
                    long next = cursor + page.Length;
                    return Task.FromResult<(IReadOnlyList<string>?, long?)>((page, namesEnd && next == count ? 0 : next));
                },
                row => row,
                Cancel).ToListAsync(Cancel);
            Assert.Equal(all, read);
        });

    // A script that is over begins anew: a reader that does not end goes round until the test stops it.
    private static async Task<(List<string> Rows, List<long> Cursors, Exception? Error)> ReadAsync(int limit, params (long[] Rows, long? Next)[] script)
    {
        List<string> rows = [];
        List<long> cursors = [];
        try
        {
            await foreach (string row in Pager.ByCursor("Test.GetRows", limit, GetPage, row => row == "99" ? null : row, Cancel))
                rows.Add(row);
        }
        catch (WildberriesResponseException error)
        {
            return (rows, cursors, error);
        }

        return (rows, cursors, null);

        async Task<(IReadOnlyList<string>? Rows, long? Next)> GetPage(long cursor, CancellationToken cancellationToken)
        {
            await Task.Yield();
            (long[] page, long? next) = script[cursors.Count % script.Length];
            cursors.Add(cursor);
            Assert.InRange(cursors.Count, 1, 1000);
            return ([.. page.Select(key => key < 0 ? null! : Text(key))], next);
        }
    }

    private static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);
}
