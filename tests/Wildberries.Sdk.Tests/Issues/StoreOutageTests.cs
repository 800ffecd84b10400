using System.Data.Common;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A store that was down for a moment, a Redis that was restarted for example, ended the stream whose cursor it keeps.</summary>
public sealed class StoreOutageTests
{
    private readonly OutageStream _stream = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_is_down_when_the_stream_begins_is_waited_for()
    {
        _stream.Store.FailingReads = 3;
        FakeBuyerChatApi api = _stream.Api();

        Assert.Equal(["a"], await _stream.TakeAsync(api, TimeSpan.FromMinutes(1), 1));

        Assert.Equal([1, 2, 4], _stream.Pauses);
        Assert.All(_stream.Failures, e => Assert.IsType<FailingStore.RedisConnectionException>(e));
    }

    [Fact]
    public async Task A_store_that_is_down_when_a_page_is_saved_is_waited_for_and_WB_is_not_asked_meanwhile()
    {
        _stream.Store.FailingWrites = 3;
        FakeBuyerChatApi api = _stream.Api();

        Assert.Equal(["a", "b"], await _stream.TakeAsync(api, TimeSpan.FromMinutes(1), 2));

        Assert.Equal([1, 2, 4], _stream.Pauses);
        Assert.Equal([null, 10], api.EventsCalls);
        Assert.Equal(10, await _stream.Store.CursorAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_write_that_was_done_although_it_failed_is_no_conflict(int failingReads)
    {
        _stream.Store.FailingWrites = 1;
        _stream.Store.FailsAfterWriting = true;
        FakeBuyerChatApi api = _stream.Api();

        var stream = _stream.Create(api, TimeSpan.FromMinutes(1));
        List<string> ids = [];
        await foreach (ChatEvent chatEvent in stream.ReadAvailableAsync(Cancel))
        {
            ids.Add(chatEvent.EventId);
            if (ids.Count == 1)
                _stream.Store.FailingReads = failingReads;
        }

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(20, await _stream.Store.CursorAsync());
    }

    [Fact]
    public async Task Another_reader_who_saved_meanwhile_is_a_conflict_all_the_same()
    {
        _stream.Store.FailingWrites = 1;
        _stream.Time.OnWait = _ => _stream.Store.WriteAsAnother();

        await Assert.ThrowsAsync<WildberriesStateConflictException>(() => _stream.TakeAsync(_stream.Api(), Timeout.InfiniteTimeSpan, 2));

        Assert.Equal([1], _stream.Pauses);
        Assert.Equal(77, await _stream.Store.CursorAsync());
    }

    public static TheoryData<Exception, bool> FailuresOfAStore => new()
    {
        { new FailingStore.RedisConnectionException(), true },
        { new TimeoutException(), true },
        { new IOException(), true },
        { new InvalidOperationException("likely due to a transient failure", new DatabaseException()), true },
        { new DatabaseException(), true },
        { new InvalidOperationException(), false },
        { new ObjectDisposedException("store"), false },
        { new WildberriesStateConflictException("another reader"), false },
        { new InvalidDataException(), false },
        { new UnauthorizedAccessException(), false },
        { new ArgumentOutOfRangeException(), false },
        { new NotSupportedException(), false },
        { new TaskCanceledException("the store's own time limit"), true },
    };

    [Theory]
    [MemberData(nameof(FailuresOfAStore))]
    public async Task A_store_that_fails_is_waited_for_unless_its_failure_is_a_fault_of_the_program(Exception failure, bool passes)
    {
        _stream.Store.Failure = failure;
        _stream.Store.FailingReads = 1;

        Exception? e = await Record.ExceptionAsync(() => _stream.TakeAsync(_stream.Api(), TimeSpan.FromMinutes(1), 1));

        Assert.Same(passes ? null : failure, e);
        Assert.Equal(passes ? 1 : 0, _stream.Time.Waits.Count);
    }

    private sealed class DatabaseException() : DbException("the database is away");
}
