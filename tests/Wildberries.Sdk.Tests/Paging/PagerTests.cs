using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

/// <summary>Servers that behave as WB does now and then; the laws for all of them are in <see cref="PagerLaws"/>.</summary>
public sealed class PagerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_added_meanwhile_makes_none_come_twice()
    {
        var server = new ScriptedServer([1, 2], [2, 3], [3]);
        Assert.Equal(["1", "2", "3"], await server.ByOffsetAsync(limit: 2, ListEnd.NothingNew, Cancel));
        Assert.Equal([0, 2, 4], server.Offsets);
    }

    [Fact]
    public async Task Rows_that_are_removed_meanwhile_shorten_the_list_and_it_ends()
    {
        var server = new ScriptedServer([1, 2, 3], [5], []);
        Assert.Equal(["1", "2", "3", "5"], await server.ByOffsetAsync(limit: 3, ListEnd.EmptyPage, Cancel));
        Assert.Equal([0, 3, 6], server.Offsets);
    }

    [Theory]
    [InlineData(nameof(ListEnd.EmptyPage), 3)]
    [InlineData(nameof(ListEnd.ShortPage), 2)]
    [InlineData(nameof(ListEnd.NothingNew), 3)]
    public async Task A_page_that_is_not_full_is_the_last_one_only_where_WB_says_so(string end, int requests)
    {
        var server = new ScriptedServer([1, 2], [3], []);
        Assert.Equal(["1", "2", "3"], await server.ByOffsetAsync(limit: 2, Enum.Parse<ListEnd>(end), Cancel));
        Assert.Equal(requests, server.Offsets.Count);
    }

    [Theory]
    [InlineData(nameof(ListEnd.EmptyPage))]
    [InlineData(nameof(ListEnd.ShortPage))]
    [InlineData(nameof(ListEnd.NothingNew))]
    public async Task A_full_page_that_comes_again_is_an_error(string end)
    {
        var server = new ScriptedServer([1, 2], [2, 1]);
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ByOffsetAsync(limit: 2, Enum.Parse<ListEnd>(end), Cancel));
        Assert.Equal(["1", "2"], server.Given);
        Assert.Contains("from position 2 on", error.Message, StringComparison.Ordinal);
        Assert.Equal("Test.GetRows", error.Operation);
    }

    [Fact]
    public async Task Where_only_an_empty_page_is_the_end_one_page_of_old_rows_is_passed_over_and_two_are_an_error()
    {
        Assert.Equal(["1", "2", "3"], await new ScriptedServer([1, 2], [2], [3], []).ByOffsetAsync(limit: 2, ListEnd.EmptyPage, Cancel));
        await Assert.ThrowsAsync<WildberriesResponseException>(
            () => new ScriptedServer([1, 2], [2], [1], [3], []).ByOffsetAsync(limit: 2, ListEnd.EmptyPage, Cancel));
    }

    [Fact]
    public async Task A_total_ends_the_list_and_repeats_before_it_are_an_error()
    {
        var server = new ScriptedServer([1, 2], [3, 4], [5, 6]) { Total = 4 };
        Assert.Equal(["1", "2", "3", "4"], await server.ByOffsetAsync(limit: 2, ListEnd.NothingNew, Cancel));
        Assert.Equal(2, server.Offsets.Count);
        await Assert.ThrowsAsync<WildberriesResponseException>(
            () => new ScriptedServer([1], [1], [2]) { Total = 4 }.ByOffsetAsync(limit: 2, ListEnd.NothingNew, Cancel));
    }

    [Fact]
    public async Task Pages_by_key_that_overlap_give_each_row_once()
    {
        var server = new ScriptedServer([5, 7], [7, 8], []);
        Assert.Equal(["5", "7", "8"], await server.ByKeyAsync(0, ListEnd.EmptyPage, Cancel));
        Assert.Equal([0, 7, 8], server.Keys);
    }

    [Fact]
    public async Task A_page_out_of_order_is_followed_after_its_largest_key_and_that_does_not_come_again()
    {
        var server = new ScriptedServer([9, 5, 7], [9, 8, 12], []);
        Assert.Equal(["9", "5", "7", "8", "12"], await server.ByKeyAsync(0, ListEnd.EmptyPage, Cancel));
        Assert.Equal([0, 9, 12], server.Keys);
    }

    [Fact]
    public async Task What_came_before_the_start_does_not_come_again()
    {
        var server = new ScriptedServer([4, 5, 6], []);
        Assert.Equal(["6"], await server.ByKeyAsync(5, ListEnd.EmptyPage, Cancel));
    }

    [Fact]
    public async Task A_page_by_key_with_nothing_new_is_the_end_where_the_last_row_comes_again_and_an_error_elsewhere()
    {
        Assert.Equal(["5", "7"], await new ScriptedServer([5, 7], [7]).ByKeyAsync(null, ListEnd.NothingNew, Cancel));
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => new ScriptedServer([5, 7], [7]).ByKeyAsync(0, ListEnd.EmptyPage, Cancel));
        Assert.Contains("after row 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_by_key_that_circles_ends_with_an_error()
    {
        var server = new ScriptedServer([1, 2], [3, 4], [1, 2]);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ByKeyAsync(0, ListEnd.EmptyPage, Cancel));
        Assert.Equal(["1", "2", "3", "4"], server.Given);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_reaches_the_reader_after_the_rows_of_the_first()
    {
        var server = new ScriptedServer([1, 2], null);
        Assert.Equal("no", (await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ByOffsetAsync(limit: 2, ListEnd.ShortPage, Cancel))).Detail);
        Assert.Equal(["1", "2"], server.Given);
        server = new ScriptedServer([1, 2], null);
        Assert.Equal("no", (await Assert.ThrowsAsync<WildberriesResponseException>(() => server.ByKeyAsync(0, ListEnd.EmptyPage, Cancel))).Detail);
        Assert.Equal(["1", "2"], server.Given);
    }

    [Fact]
    public async Task Parts_are_read_one_after_the_other_and_only_when_they_are_wanted()
    {
        var asked = new List<int>();
        IAsyncEnumerable<string> rows = Pager.ByPart<int[], string>(
            Enumerable.Range(1, 5).Chunk(2),
            (part, _) =>
            {
                asked.Add(part[0]);
                return Task.FromResult<IReadOnlyList<string>?>(part[0] == 3 ? null : [.. part.Select(id => $"{id}"), null!]);
            },
            Cancel);
        Assert.Empty(asked);
        Assert.Equal(["1", "2", "5"], await rows.ToListAsync(Cancel));
        Assert.Equal([1, 3, 5], asked);
        asked.Clear();
        Assert.Equal("1", await rows.FirstAsync(Cancel));
        Assert.Equal([1], asked);
    }
}
