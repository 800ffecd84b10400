using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing.Contracts;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.State;

public sealed class FileStateStoreTests : IDisposable
{
    private const string Seller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";

    private readonly string _root = Directory.CreateTempSubdirectory("wildberries-state-").FullName;

    public static TheoryData<string> Cases => [.. StateStoreContract.Cases];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_root, "new", "state");

    private FileStateStore Store => new(Folder);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_keeps_the_contract(string name) => await StateStoreContract.RunAsync(name, () => new(Store), Cancel);

    [Fact]
    public async Task A_state_is_one_file_that_people_can_read_and_nothing_is_left_beside_it()
    {
        Assert.Null(await Store.ReadAsync(Seller, "Chat/события", Cancel));
        Assert.False(Directory.Exists(Folder));
        await WriteAsync("Chat/события", "{\"next\":1}", 0);
        await WriteAsync("Chat/события", "{\"next\":2}", 1);

        string[] files = [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(2, files.Length);
        Assert.Matches("^chat--------+-[0-9a-f]{32}\\.state$", files[0]);
        Assert.Equal("lock", files[1]);
        string text = await File.ReadAllTextAsync(StateFilePath(), Cancel);
        Assert.StartsWith($"{{\"format\":\"wildberries-sdk-state-1\",\"sellerId\":\"{Seller}\",\"name\":\"Chat/", text, StringComparison.Ordinal);
        Assert.EndsWith("\n{\"next\":2}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("nothing", "null")]
    [InlineData("nothing", "{\"next\":")]
    [InlineData("nothing", "[]\n")]
    [InlineData("nothing", "{\"format\":\"wildberries-sdk-state-2\"}\n")]
    [InlineData("version", "0")]
    [InlineData("version", "-1")]
    [InlineData("version", "1.5")]
    [InlineData("version", "null")]
    [InlineData("version", "9223372036854775807")]
    [InlineData("version", "9223372036854775808")]
    [InlineData("name", "b")]
    public async Task A_foreign_file_is_named_and_neither_read_nor_overwritten(string part, string content)
    {
        await WriteAsync("a", "value", 0);
        string path = StateFilePath(), text = await File.ReadAllTextAsync(path, Cancel);
        text = part switch
        {
            "version" => text.Replace("\"version\":1", $"\"version\":{content}", StringComparison.Ordinal),
            "name" => text.Replace("\"name\":\"a\"", $"\"name\":\"{content}\"", StringComparison.Ordinal),
            _ => content,
        };
        await File.WriteAllTextAsync(path, text, Cancel);

        await AssertRefusedAsync(path);

        Assert.Equal(text, await File.ReadAllTextAsync(path, Cancel));
    }

    [Fact]
    public async Task The_last_of_all_versions_is_not_written_and_the_state_stays()
    {
        await WriteAsync("a", "value", 0);
        string path = StateFilePath(), text = await File.ReadAllTextAsync(path, Cancel);
        await File.WriteAllTextAsync(path, text.Replace("\"version\":1", "\"version\":9223372036854775806", StringComparison.Ordinal), Cancel);

        InvalidDataException e = await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.TryWriteAsync(Seller, "a", default, long.MaxValue - 1, Cancel));

        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        Assert.Equal("value", await ReadAsync("a"));
    }

    [Theory]
    [InlineData("a pipe")]
    [InlineData("a link to a pipe")]
    [InlineData("a link to a device")]
    [InlineData("a folder")]
    public async Task What_is_no_file_is_named_and_not_waited_for(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes and devices among its files.");
        await WriteAsync("a", "value", 0);
        string path = StateFilePath(), pipe = Path.Combine(_root, "pipe");
        File.Delete(path);
        if (kind == "a folder")
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            if (kind.EndsWith("pipe", StringComparison.Ordinal))
                await MakePipeAsync(kind == "a pipe" ? path : pipe);
            if (kind.StartsWith("a link", StringComparison.Ordinal))
                File.CreateSymbolicLink(path, kind == "a link to a device" ? "/dev/zero" : pipe);
        }

        // A reader of a pipe waits for somebody who writes, whatever is cancelled.
        await Task.Run(() => AssertRefusedAsync(path), Cancel).WaitAsync(TimeSpan.FromMinutes(5), Cancel);
    }

    [Fact]
    public async Task A_pipe_beside_the_file_holds_no_writer_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        await WriteAsync("a", "old", 0);
        await MakePipeAsync(StateFilePath() + ".tmp");

        await Task.Run(() => WriteAsync("a", "new", 1), Cancel).WaitAsync(TimeSpan.FromMinutes(5), Cancel);

        Assert.Equal("new", await ReadAsync("a"));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind()
    {
        string folder = Directory.CreateDirectory(Folder).FullName, taken = Directory.CreateDirectory(Path.Combine(folder, "taken")).FullName;

        await Assert.ThrowsAnyAsync<Exception>(async () => await StateFile.ReplaceAsync(taken, Seller, "a", default, 1, Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await StateFile.ReplaceAsync(Path.Combine(folder, "cancelled"), Seller, "a", default, 1, new CancellationToken(canceled: true)));

        Assert.Equal([taken], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_or_has_one_wrong_byte_is_never_read_as_a_state()
    {
        await WriteAsync("a", "value", 0);
        string path = StateFilePath();
        byte[] whole = await File.ReadAllBytesAsync(path, Cancel);
        for (int length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length], Cancel);
            await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.ReadAsync(Seller, "a", Cancel));
        }

        for (int at = whole.Length - "value".Length; at < whole.Length; at++)
        {
            byte[] wrong = [.. whole];
            wrong[at] ^= 1;
            await File.WriteAllBytesAsync(path, wrong, Cancel);
            await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.ReadAsync(Seller, "a", Cancel));
        }

        await File.WriteAllBytesAsync(path, new byte[1024 * 1024], Cancel);
        await AssertRefusedAsync(path);
    }

    [Fact]
    public async Task What_a_killed_writer_left_beside_the_file_is_overwritten()
    {
        await WriteAsync("a", "old", 0);
        await File.WriteAllTextAsync(StateFilePath() + ".tmp", "{\"format\":\"wildber", Cancel);

        Assert.Equal("old", await ReadAsync("a"));
        await WriteAsync("a", "new", 1);

        Assert.Equal("new", await ReadAsync("a"));
        Assert.False(File.Exists(StateFilePath() + ".tmp"));
    }

    [Fact]
    public async Task A_writer_killed_between_the_two_steps_of_a_deletion_has_deleted_nothing_and_no_version_comes_back()
    {
        await WriteAsync("a", "value", 0);
        string state = StateFilePath();
        byte[] before = await File.ReadAllBytesAsync(state, Cancel);
        Assert.True((await Store.TryDeleteAsync(Seller, "a", 1, Cancel)).Succeeded);
        await File.WriteAllBytesAsync(state, before, Cancel);

        Assert.Equal("value", await ReadAsync("a"));
        Assert.True((await Store.TryDeleteAsync(Seller, "a", 1, Cancel)).Succeeded);
        Assert.Equal(2, (await Store.TryWriteAsync(Seller, "a", default, 0, Cancel)).Version);
    }

    [Fact]
    public async Task Nothing_new_is_written_while_the_memory_of_deletions_is_broken()
    {
        await WriteAsync("a", "value", 0);
        string deleted = Path.Combine(Path.GetDirectoryName(StateFilePath())!, "deleted");
        await File.WriteAllTextAsync(deleted, "{", Cancel);

        InvalidDataException e = await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.TryWriteAsync(Seller, "b", default, 0, Cancel));

        Assert.Contains(deleted, e.Message, StringComparison.Ordinal);
        await WriteAsync("a", "newer", 1);
    }

    [Fact]
    public async Task A_call_waits_for_the_lock_of_another_process_and_goes_on_when_it_is_free()
    {
        await WriteAsync("a", "value", 0);
        FileStream held = Hold();
        var time = new JumpingTimeProvider();
        time.OnWait = number =>
        {
            if (number == 5)
                held.Dispose();
        };

        StoredState? state = await new FileStateStore(Folder, time).ReadAsync(Seller, "a", Cancel);

        Assert.Equal(1, state?.Version);
        Assert.InRange(time.Waits.Count, 5, 6);
    }

    [Fact]
    public async Task A_lock_that_is_held_for_too_long_is_an_error_that_names_it_and_nothing_is_written()
    {
        await WriteAsync("a", "value", 0);
        var time = new JumpingTimeProvider();
        using (FileStream held = Hold())
        {
            IOException e = await Assert.ThrowsAsync<IOException>(async () => await new FileStateStore(Folder, time).TryWriteAsync(Seller, "a", default, 1, Cancel));
            Assert.Contains(held.Name, e.Message, StringComparison.Ordinal);
            Assert.InRange(time.Waits.Count, 1000, 4000);
        }

        Assert.Equal("value", await ReadAsync("a"));
    }

    [Fact]
    public async Task Those_who_wait_for_the_lock_behind_others_wait_no_longer_than_one_does()
    {
        await WriteAsync("a", "value", 0);
        var time = new JumpingTimeProvider { LongestJump = TimeSpan.FromSeconds(1) };
        DateTimeOffset start = time.GetUtcNow();
        var store = new FileStateStore(Folder, time);
        using FileStream held = Hold();

        Task[] calls = [.. Enumerable.Range(0, 20).Select(_ => store.ReadAsync(Seller, "a", Cancel).AsTask())];
        foreach (Task call in calls)
            Assert.Contains(held.Name, (await Assert.ThrowsAsync<IOException>(() => call)).Message, StringComparison.Ordinal);

        // One after the other they would have waited for twenty times as long. Each may make the clock jump once more before it sees that its time is over.
        Assert.InRange(time.GetUtcNow() - start, FileStateStore.LockTimeout, FileStateStore.LockTimeout * 2);
    }

    [Fact]
    public async Task A_wait_behind_others_can_be_cancelled_and_the_others_wait_on()
    {
        await WriteAsync("a", "value", 0);
        var store = new FileStateStore(Folder, new FakeTimeProvider());
        using var stop = new CancellationTokenSource();
        using var first = new CancellationTokenSource();
        using FileStream held = Hold();
        Task before = store.ReadAsync(Seller, "a", first.Token).AsTask(), cancelled = store.ReadAsync(Seller, "a", stop.Token).AsTask();
        Task<StoredState?> after = store.ReadAsync(Seller, "a", Cancel).AsTask();

        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(before.IsCompleted || after.IsCompleted);
        held.Dispose();
        first.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => before);
        Assert.Equal(1, (await after)?.Version);
    }

    [Fact]
    public async Task A_wait_for_the_lock_can_be_cancelled()
    {
        await WriteAsync("a", "value", 0);
        using FileStream held = Hold();
        using var stop = new CancellationTokenSource();
        var time = new JumpingTimeProvider { OnWait = _ => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new FileStateStore(Folder, time).ReadAsync(Seller, "a", stop.Token));
    }

    [Fact]
    public async Task Another_sellers_lock_holds_nobody_up()
    {
        await WriteAsync("a", "value", 0);
        using FileStream held = Hold();

        Assert.True((await Store.TryWriteAsync("another", "a", default, 0, Cancel)).Succeeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_folder_without_a_name_is_refused(string folder) => Assert.Throws<ArgumentException>(nameof(folder), () => new FileStateStore(folder));

    private string StateFilePath() => Assert.Single(Directory.GetFiles(Folder, "*.state", SearchOption.AllDirectories));

    private static async Task MakePipeAsync(string path)
    {
        using Process process = Process.Start("mkfifo", [path]);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }

    private FileStream Hold() => new(
        Path.Combine(Path.GetDirectoryName(StateFilePath())!, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private async Task<string?> ReadAsync(string name) =>
        await Store.ReadAsync(Seller, name, Cancel) is { } state ? Encoding.UTF8.GetString(state.Value.Span) : null;

    private async Task WriteAsync(string name, string value, long expectedVersion) =>
        Assert.Equal(
            new StateWriteResult { Succeeded = true, Version = expectedVersion + 1 },
            await Store.TryWriteAsync(Seller, name, Encoding.UTF8.GetBytes(value), expectedVersion, Cancel));

    private async Task AssertRefusedAsync(string path)
    {
        foreach (Func<Task> call in new Func<Task>[]
        {
            async () => await Store.ReadAsync(Seller, "a", Cancel),
            async () => await Store.TryWriteAsync(Seller, "a", default, 1, Cancel),
            async () => await Store.TryWriteAsync(Seller, "a", default, 0, Cancel),
            async () => await Store.TryDeleteAsync(Seller, "a", 1, Cancel),
        })
        {
            Assert.Contains(path, (await Assert.ThrowsAsync<InvalidDataException>(call)).Message, StringComparison.Ordinal);
        }
    }
}
