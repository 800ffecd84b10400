using Wildberries.Sdk.Cards;

namespace Wildberries.Sdk.Tests.Cards.Media;

public sealed class CardMediaFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_on_disk_is_looked_at_and_left_alone()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "кружка.jpg");
        await File.WriteAllBytesAsync(path, MediaFiles.Png(), Cancel);
        CardMediaFile file = CardMediaFile.FromFile(path, 2);
        Assert.Equal(("кружка.jpg", 2, "кружка.jpg as 2"), (file.Name, file.Number, file.ToString()));
        Assert.Equal("Png, 900 x 1200, 45 bytes", (await file.CheckAsync(Cancel)).ToString());
        File.Delete(path);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_a_problem_and_no_exception()
    {
        Assert.Contains("cannot be read", (await CardMediaFile.FromFile(Path.Combine(Path.GetTempPath(), "no such file.jpg")).CheckAsync(Cancel)).Problem, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await CardMediaFile.FromFile(Path.GetTempPath() + "no folder/1.jpg").CheckAsync(Cancel)).Problem, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await CardMediaFile.FromFile(Directory.CreateTempSubdirectory().FullName).CheckAsync(Cancel)).Problem, StringComparison.Ordinal);
        CardMediaFile stored = CardMediaFile.FromStream("1.jpg", _ => throw new HttpRequestException("the storage is away"));
        Assert.Contains("the storage is away", (await stored.CheckAsync(Cancel)).Problem, StringComparison.Ordinal);
        CardMediaFile piped = CardMediaFile.FromStream("1.jpg", _ => new(new PipedStream()));
        Assert.Contains("cannot be sought", (await piped.CheckAsync(Cancel)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_a_fault_of_the_program_is_thrown() => await Assert.ThrowsAsync<NotSupportedException>(
        () => CardMediaFile.FromStream("1.jpg", _ => throw new NotSupportedException()).CheckAsync(Cancel));

    [Fact]
    public void Numbers_and_names_are_checked()
    {
        Assert.Equal("number", Assert.Throws<ArgumentOutOfRangeException>(() => CardMediaFile.FromFile("1.jpg", 0)).ParamName);
        Assert.Equal("number", Assert.Throws<ArgumentOutOfRangeException>(() => CardMediaFile.FromStream("1.jpg", _ => default, 31)).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => CardMediaFile.FromFile(" ")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => CardMediaFile.FromStream("", _ => default)).ParamName);
    }

    private sealed class PipedStream : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
