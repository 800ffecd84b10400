using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class FileChatCursorStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chat-cursor").FullName;

    private string FilePath => Path.Combine(_folder, "new", "cursor.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_saved_is_loaded_by_another_store_and_nothing_else_is_left_in_the_folder()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await new FileChatCursorStore(FilePath).SaveAsync(new ChatCursor { Next = 1, RecentEventIds = ["x"] }, token);
        await new FileChatCursorStore(FilePath).SaveAsync(new ChatCursor { Next = 1698045576000, RecentEventIds = ["a", "б"] }, token);

        ChatCursor? cursor = await new FileChatCursorStore(FilePath).LoadAsync(token);

        Assert.Equal(1698045576000, cursor?.Next);
        Assert.Equal(["a", "б"], cursor?.RecentEventIds);
        Assert.Equal([FilePath], Directory.GetFiles(Path.GetDirectoryName(FilePath)!));
    }

    [Fact]
    public async Task Without_a_file_there_is_no_cursor() =>
        Assert.Null(await new FileChatCursorStore(FilePath).LoadAsync(TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"next\":")]
    [InlineData("[]")]
    public async Task A_broken_file_is_named_in_the_exception(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, content, TestContext.Current.CancellationToken);

        InvalidDataException e = await Assert.ThrowsAsync<InvalidDataException>(
            async () => await new FileChatCursorStore(FilePath).LoadAsync(TestContext.Current.CancellationToken));

        Assert.Contains(FilePath, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_old_cursor()
    {
        var store = new FileChatCursorStore(FilePath);
        await store.SaveAsync(new ChatCursor { Next = 1 }, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.SaveAsync(new ChatCursor { Next = 2 }, new CancellationToken(canceled: true)));

        Assert.Equal(1, (await store.LoadAsync(TestContext.Current.CancellationToken))?.Next);
    }

    [Fact]
    public async Task The_store_in_memory_gives_back_what_it_was_given()
    {
        var store = new InMemoryChatCursorStore();
        Assert.Null(await store.LoadAsync(TestContext.Current.CancellationToken));
        var cursor = new ChatCursor { Next = 5 };
        await store.SaveAsync(cursor, TestContext.Current.CancellationToken);
        Assert.Same(cursor, await store.LoadAsync(TestContext.Current.CancellationToken));
    }
}
