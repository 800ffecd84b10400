using Wildberries.Sdk.Testing;

namespace Samples.Tests;

public sealed class PricesFromCsvTests : IDisposable
{
    private const string Upload = "POST /api/v2/upload/task";
    private const string State = "GET /api/v2/history/tasks";

    private readonly TempFolder _folder = new();

    private string RunFolder => Assert.Single(Directory.GetDirectories(_folder["runs"]), folder => !folder.EndsWith("-undo", StringComparison.Ordinal));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_it_shows_what_its_own_file_would_change()
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("PricesFromCsv", _folder.Path, new Dictionary<string, string>(), "--dry-run");

        Assert.Equal(0, exitCode);
        Assert.Contains("WB_TOKEN is not set", output, StringComparison.Ordinal);
        Assert.Contains("3650 -> 3490", output, StringComparison.Ordinal);
        Assert.Contains("the buyer pays 2190 -> 2007.5 RUB", output, StringComparison.Ordinal);
        Assert.Contains("quarantine", output, StringComparison.Ordinal);
        Assert.Contains("To change: 4. Left out: 2. Already set: 1.", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["runs"]));
    }

    [Fact]
    public async Task A_file_of_Excel_in_Russia_sets_the_prices_and_undo_brings_them_back()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        await WriteAsync("Артикул WB;Новая цена;Новая скидка", "1;1 100,00;15", "2;;20%");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--yes");

        Assert.True(exitCode == 0, output);
        Assert.Equal((1100, 15), PriceOf(emulator, 1));
        Assert.Equal((2000, 20), PriceOf(emulator, 2));
        Assert.Equal(["nmId,price,discount", "1,1000,10", "2,2000,10"], await LinesAsync("undo.csv"));
        Assert.Equal(["nmId,price,discount,outcome,reason", "1,1100,15,Updated,", "2,,20,Updated,"], await LinesAsync("result.csv"));

        // Twice is not the way back: the second time finds all of it set.
        for (int i = 0; i < 2; i++)
        {
            (exitCode, output) = await RunAsync(emulator, "undo", "--yes");

            Assert.True(exitCode == 0, output);
            Assert.Equal((1000, 10), PriceOf(emulator, 1));
            Assert.Equal((2000, 10), PriceOf(emulator, 2));
        }

        Assert.Contains("Already set: 2.", output, StringComparison.Ordinal);
        string undo = Assert.Single(Directory.GetDirectories(_folder["runs"], "*-undo"));
        (exitCode, output) = await RunAsync(emulator, "undo", undo, "--yes");

        Assert.True(exitCode == 0, output);
        Assert.Equal((1100, 15), PriceOf(emulator, 1));
    }

    [Fact]
    public async Task What_cannot_be_undone_says_why_and_stays_changed()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        emulator.Prices.Add(new EmulatedProduct
        {
            NmId = 4,
            Price = 3650,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 41, Price = 3000 }, new EmulatedProductSize { SizeId = 42, Price = 3650 }],
        });
        await WriteAsync("nmId,price", "1,1100", "4,3650");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--yes");

        Assert.True(exitCode == 0, output);
        Assert.Contains("CANNOT BE UNDONE: its sizes have different prices, 3650 at most; all get 3650", output, StringComparison.Ordinal);

        (exitCode, output) = await RunAsync(emulator, "undo", "--yes");

        Assert.Equal(1, exitCode);
        Assert.Contains("stay as the run has set them: 4", output, StringComparison.Ordinal);
        Assert.Equal((1000, 10), PriceOf(emulator, 1));
    }

    [Fact]
    public async Task For_Excel_in_Russia_it_writes_semicolons_and_Russian_headings_and_reads_them_again()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        await WriteAsync("nmId,price", "1,1100", "77,100");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--yes", "--russian");

        Assert.True(exitCode == 1, output);
        Assert.Equal(["Артикул WB;Новая цена;Новая скидка", "1;1000;10"], await LinesAsync("undo.csv"));
        Assert.Equal(["Артикул WB;Новая цена;Новая скидка;Итог;Причина", "1;1100;;Updated;"], await LinesAsync("result.csv"));
        Assert.Contains(Path.Combine("runs", Path.GetFileName(RunFolder), "left-out.csv"), output, StringComparison.Ordinal);

        (exitCode, output) = await RunAsync(emulator, Path.Combine(RunFolder, "left-out.csv"), "--dry-run");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Left out: 1.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_emulated_shop_nothing_is_resumed_or_undone()
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("PricesFromCsv", _folder.Path, new Dictionary<string, string>(), "resume");

        Assert.Equal(2, exitCode);
        Assert.Contains("is gone", output, StringComparison.Ordinal);

        await using WildberriesEmulator emulator = await ShopAsync();
        Directory.CreateDirectory(_folder["runs/20261116-120000-000-demo"]);
        (exitCode, output) = await RunAsync(emulator, "undo", "runs/20261116-120000-000-demo/");

        Assert.Equal(2, exitCode);
        Assert.Contains("which is gone", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WB_refuses_stands_in_the_result_in_its_words_and_never_as_a_formula()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        emulator.Prices.Fail(2, "=HYPERLINK(\"http://example.com\")");
        await WriteAsync("nmId,price", "1,1100", "2,2100", "3,10", "77,100");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--yes");

        Assert.True(exitCode == 1, output);
        Assert.Contains("2,2100,,Failed,\"'=HYPERLINK(\"\"http://example.com\"\")\"", await LinesAsync("result.csv"));
        Assert.Equal(["3,10,", "77,100,"], (await LinesAsync("left-out.csv")).Skip(1).Select(line => line[..(line.LastIndexOf(",,", StringComparison.Ordinal) + 1)]));
        Assert.Equal((3000, 10), PriceOf(emulator, 3));
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_sent()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        await WriteAsync("nmId,price", "1,1100");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv");

        Assert.Equal(1, exitCode);
        Assert.Contains("Nothing was sent.", output, StringComparison.Ordinal);
        Assert.Equal(0, emulator.Requests.Count(Upload));
    }

    [Fact]
    public async Task A_file_with_wrong_lines_is_named_line_by_line_and_nothing_is_asked()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        await WriteAsync("nmId;price;discount", "1;1,000;", "2;100;", "2;100;", "x;1;", "3;;100", "4;;", ";;", "2;3490 ₽;");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--yes");

        Assert.Equal(2, exitCode);
        Assert.Contains("line 2: the price \"1,000\" is not a whole number above zero, without thousands separators", output, StringComparison.Ordinal);
        Assert.Contains("line 4: product 2 is there twice", output, StringComparison.Ordinal);
        Assert.Contains("line 5: \"x\" is not the number of a product", output, StringComparison.Ordinal);
        Assert.Contains("line 6: the discount \"100\" is not a whole number from 0 to 99", output, StringComparison.Ordinal);
        Assert.Contains("line 7: there is neither a price nor a discount", output, StringComparison.Ordinal);
        Assert.DoesNotContain("line 8", output, StringComparison.Ordinal);
        Assert.Contains("line 9: product 2 is there twice", output, StringComparison.Ordinal);
        Assert.Empty(emulator.Requests.All);
    }

    [Theory]
    [InlineData("has no column nmId", "Артикул;Цена", "1;1100")]
    [InlineData("has no column nmId", "1;1100")]
    [InlineData("has no column nmId")]
    [InlineData("has no prices", "nmId;price", ";")]
    [InlineData("has unknown columns: \"Цена\". The columns are nmId (or Артикул WB), price", "Артикул WB;Цена;Новая скидка", "1;1100;15")]
    [InlineData("has unknown columns: \"discont\"", "nmId;price;discont", "1;1100;15")]
    [InlineData("has more than one column price", "nmId;Price;Новая цена", "1;1100;1200")]
    [InlineData("cannot be read", "nmId;price", "1;\"1100", "2;1200")]
    public async Task A_file_without_prices_is_no_success(string message, params string[] lines)
    {
        await WriteAsync(lines);

        (int exitCode, string output) = await SampleProgram.RunAsync("PricesFromCsv", _folder.Path, new Dictionary<string, string>(), "mine.csv");

        Assert.Equal(2, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_broke_off_is_resumed_and_sent_once()
    {
        await using WildberriesEmulator emulator = await ShopAsync();
        emulator.Faults.Always(State, Fault.Status(403));
        await WriteAsync("nmId,price", "1,1100");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--yes");

        Assert.True(exitCode == 1, output);
        Assert.Equal("1,1000,10", (await LinesAsync("undo.csv"))[1]);
        Assert.Equal("1,1100,,Processing,", (await LinesAsync("result.csv"))[1]);

        emulator.Faults.Clear();
        (exitCode, output) = await RunAsync(emulator, "resume");

        Assert.True(exitCode == 0, output);
        Assert.Equal("1,1100,,Updated,", (await LinesAsync("result.csv"))[1]);
        Assert.Equal(1, emulator.Requests.Count(Upload));

        int asked = emulator.Requests.All.Count;
        (exitCode, output) = await RunAsync(emulator, "resume");

        Assert.True(exitCode == 0, output);
        Assert.Contains("is finished", output, StringComparison.Ordinal);
        Assert.Contains("done 1, failed 0", output, StringComparison.Ordinal);
        Assert.Equal(asked, emulator.Requests.All.Count);
    }

    [Fact]
    public async Task After_Ctrl_C_the_way_back_and_what_is_known_are_on_the_disk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by kill.");
        await using WildberriesEmulator emulator = await ShopAsync();
        emulator.Prices.ProcessingTime = TimeSpan.FromDays(1);
        await WriteAsync("nmId,price", "1,1100");
        await using SampleProgram program = SampleProgram.Start("PricesFromCsv", _folder.Path, EnvironmentOf(emulator), "mine.csv");
        await program.Input.WriteLineAsync("yes".AsMemory(), Cancellation);
        await program.Input.FlushAsync(Cancellation);
        await program.WrittenAsync("pending 1");

        await program.InterruptAsync();

        Assert.Equal(130, await program.EndAsync());
        Assert.Equal("1,1000,10", (await LinesAsync("undo.csv"))[1]);
        Assert.Equal("1,1100,,Processing,", (await LinesAsync("result.csv"))[1]);
    }

    [Theory]
    [InlineData(0, "--dry-run", "--help")]
    [InlineData(2, "There is no option --force.", "--force")]
    [InlineData(2, "two.csv is one name too many.", "one.csv", "two.csv")]
    public async Task Help_is_no_mistake_and_a_mistake_is_named(int code, string message, params string[] args)
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("PricesFromCsv", _folder.Path, new Dictionary<string, string>(), args);

        Assert.Equal(code, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<WildberriesEmulator> ShopAsync()
    {
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancellation);
        emulator.Prices.ProcessingTime = TimeSpan.Zero;
        for (int nmId = 1; nmId <= 3; nmId++)
            emulator.Prices.Add(new EmulatedProduct { NmId = nmId, Price = nmId * 1000, Discount = 10 });
        return emulator;
    }

    private static (int Price, int Discount) PriceOf(WildberriesEmulator emulator, long nmId) =>
        emulator.Prices.Find(nmId) is { } product ? (product.Price, product.Discount) : default;

    private static Dictionary<string, string> EnvironmentOf(WildberriesEmulator emulator) =>
        new() { ["WB_TOKEN"] = emulator.CreateToken(), ["WB_EMULATOR"] = emulator.Address.ToString() };

    private Task<(int ExitCode, string Output)> RunAsync(WildberriesEmulator emulator, params string[] args) =>
        SampleProgram.RunAsync("PricesFromCsv", _folder.Path, EnvironmentOf(emulator), args);

    private Task WriteAsync(params string[] lines) => File.WriteAllLinesAsync(_folder["mine.csv"], lines, Cancellation);

    private Task<string[]> LinesAsync(string name) => File.ReadAllLinesAsync(Path.Combine(RunFolder, name), Cancellation);
}
