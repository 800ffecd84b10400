using System.Globalization;
using System.Text;
using MiniExcelLibs;
using Wildberries.Sdk.Testing;

namespace Samples.Tests;

public sealed class SalesReportTests : IDisposable
{
    private const string Rows = "POST /api/finance/v1/sales-reports/detailed";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_it_saves_the_last_full_week_of_the_played_shop()
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("SalesReport", _folder.Path, new Dictionary<string, string>());

        Assert.True(exitCode == 0, output);
        Assert.Contains("WB_TOKEN is not set", output, StringComparison.Ordinal);
        Assert.Contains("120 rows", output, StringComparison.Ordinal);
        Assert.Equal(121, (await LinesAsync("sales.csv")).Length);
    }

    [Fact]
    public async Task A_file_for_Excel_in_Russia_has_semicolons_decimal_commas_and_Russian_headings()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 500);

        (int exitCode, string output) = await RunAsync(emulator, "--russian");

        Assert.True(exitCode == 0, output);
        Assert.Equal(Encoding.UTF8.GetPreamble(), (await File.ReadAllBytesAsync(_folder["sales.csv"], Cancellation))[..3]);
        string[] lines = await LinesAsync("sales.csv");
        string[] headings = lines[0].Split(';');
        int due = Array.IndexOf(headings, "К перечислению за товар"), document = Array.IndexOf(headings, "Тип документа");
        decimal total = lines[1..].Select(line => line.Split(';')).Sum(fields =>
            decimal.Parse(fields[due], CultureInfo.GetCultureInfo("ru-RU")) * fields[document] switch { "Продажа" => 1, "Возврат" => -1, _ => 0 });
        Assert.Equal(500, lines.Length - 1);
        Assert.Contains(total.ToString("N2", CultureInfo.GetCultureInfo("en-US")), output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_has_the_same_rows_and_long_numbers_keep_all_their_digits()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 0);
        emulator.Faults.Next(
            Rows,
            Fault.Status(200, """[{"rrdId":5,"reportId":7307401554123456789,"title":"=1+1","forPay":"1.5","saleDt":"2026-11-16T12:00:00Z"}]""", "application/json"));

        (int exitCode, string output) = await RunAsync(emulator, "--out", "sales.xlsx");

        Assert.True(exitCode == 0, output);
        await using FileStream file = File.OpenRead(_folder["sales.xlsx"]);
        var row = (IDictionary<string, object>)Assert.Single(file.Query(useHeaderRow: true));
        Assert.Equal("7307401554123456789", row["reportId"]);
        Assert.Equal("=1+1", row["title"]);
        Assert.Equal(1.5, row["forPay"]);
        Assert.Equal(new DateTime(2026, 11, 16, 15, 0, 0), row["saleDt"]);
    }

    [Fact]
    public async Task A_text_that_begins_like_a_formula_is_text_in_the_file()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 0);
        emulator.Faults.Next(
            Rows, Fault.Status(200, """[{"rrdId":5,"title":"=1+1","vendorCode":"@x","forPay":"-1.5"}]""", "application/json"));

        (int exitCode, string output) = await RunAsync(emulator);

        Assert.True(exitCode == 0, output);
        string line = (await LinesAsync("sales.csv"))[1];
        Assert.Contains(",\"'@x\",\"'=1+1\",", line, StringComparison.Ordinal);
        Assert.Contains(",-1.5,", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_connection_breaks_in_the_middle_each_row_is_there_once()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 2000);
        emulator.Faults.Next(Rows, Fault.ResetInBody);

        (int exitCode, string output) = await RunAsync(emulator);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Reading on after row", output, StringComparison.Ordinal);
        string[] ids = [.. (await LinesAsync("sales.csv")).Skip(1).Select(line => line.Split(',')[1])];
        Assert.Equal(2000, ids.Length);
        Assert.Equal(2000, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task When_WB_refuses_the_file_of_the_last_time_stays()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 10);
        emulator.Faults.Always(Rows, Fault.Status(403));
        await File.WriteAllTextAsync(_folder["sales.csv"], "of last week", Cancellation);

        (int exitCode, string output) = await RunAsync(emulator);

        Assert.True(exitCode == 1, output);
        Assert.Equal("of last week", await File.ReadAllTextAsync(_folder["sales.csv"], Cancellation));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Without_rows_it_warns_and_the_file_of_the_last_time_stays()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 0);
        await File.WriteAllTextAsync(_folder["sales.csv"], "of last week", Cancellation);

        (int exitCode, string output) = await RunAsync(emulator);

        Assert.True(exitCode == 1, output);
        Assert.Contains("a page a minute", output, StringComparison.Ordinal);
        Assert.Contains("WB has no rows from 2026-11-16 to 2026-11-22; sales.csv is not written.", output, StringComparison.Ordinal);
        Assert.Equal("of last week", await File.ReadAllTextAsync(_folder["sales.csv"], Cancellation));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task What_is_neither_a_sale_nor_a_return_is_due_as_well_and_what_cannot_be_read_is_named()
    {
        await using WildberriesEmulator emulator = await ShopAsync(rows: 0);
        emulator.Faults.Next(Rows, Fault.Status(200, """
            [{"rrdId":5,"docTypeName":"Продажа","quantity":1,"forPay":"100","currency":"RUB"},{"rrdId":6,"docTypeName":"Возврат","quantity":1,"forPay":"30","currency":"RUB"},
            {"rrdId":7,"forPay":"5.5","penalty":"much","currency":"RUB"}]
            """, "application/json"));

        (int exitCode, string output) = await RunAsync(emulator);

        Assert.True(exitCode == 0, output);
        Assert.Contains("sold 1, returned 1", output, StringComparison.Ordinal);
        Assert.Contains(" 75.50 RUB", output, StringComparison.Ordinal);
        Assert.Contains("could not be read, and that the sums lack, in 1 of them", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from 16.11.2026 is not a day as in 2026-11-16.", "--from", "16.11.2026")]
    [InlineData("The last day, 2026-11-16, is before the first, 2026-11-22.", "--from", "2026-11-22", "--to", "2026-11-16")]
    [InlineData("--out sales.xls must end in .csv or .xlsx.", "--out", "sales.xls")]
    [InlineData("There is no folder nowhere for nowhere/sales.csv.", "--out", "nowhere/sales.csv")]
    [InlineData("--out needs a value. See --help.", "--out")]
    [InlineData("There is no option --weekly. See --help.", "--weekly")]
    public async Task A_command_line_that_is_none_is_answered_with_one_line_that_says_what_is_wrong(string message, params string[] args)
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("SalesReport", _folder.Path, new Dictionary<string, string>(), args);

        Assert.Equal(2, exitCode);
        Assert.Equal(message, output.Trim());
    }

    [Fact]
    public async Task Help_is_no_mistake()
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("SalesReport", _folder.Path, new Dictionary<string, string>(), "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("--russian", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<WildberriesEmulator> ShopAsync(int rows)
    {
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { RateLimits = false }, Cancellation);
        emulator.Finance.AddSalesReport(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22), rows);
        return emulator;
    }

    private Task<(int ExitCode, string Output)> RunAsync(WildberriesEmulator emulator, params string[] args) => SampleProgram.RunAsync(
        "SalesReport",
        _folder.Path,
        new Dictionary<string, string> { ["WB_TOKEN"] = emulator.CreateToken(), ["WB_EMULATOR"] = emulator.Address.ToString() },
        ["--from", "2026-11-16", "--to", "2026-11-22", .. args]);

    private Task<string[]> LinesAsync(string name) => File.ReadAllLinesAsync(_folder[name], Cancellation);
}
