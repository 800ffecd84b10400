namespace Samples.Tests;

public sealed class WorkerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_a_token_it_says_that_it_serves_the_emulator(string token)
    {
        await using SampleProgram program = Start(token);

        string output = await program.WrittenAsync("Answered chat 1:worker");

        Assert.Contains("WB_TOKEN is not set: this is the emulator", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_none_ends_it_with_one_line_and_a_code()
    {
        await using SampleProgram program = Start("secret-token");

        Assert.Equal(2, await program.EndAsync());

        string line = Assert.Single(program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Wildberries:Token", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", line, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private SampleProgram Start(string token) =>
        SampleProgram.Start("Worker", _folder.Path, new Dictionary<string, string> { ["WB_TOKEN"] = token });
}
