using Wildberries.Sdk.Testing;

namespace Samples.Tests;

public sealed class CatalogTests : IDisposable
{
    private const string Create = "POST /content/v2/cards/upload";
    private const string Attach = "POST /content/v2/cards/upload/add";
    private const string Upload = "POST /content/v3/media/file";
    private const string Header = "article,subject,title,barcodes,weight,pictures,Цвет,Объем";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_it_imports_200_cards_that_it_makes_itself_and_accounts_for_each()
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("Catalog", _folder.Path, new Dictionary<string, string>());

        Assert.True(exitCode == 1, output);
        Assert.Contains("WB_TOKEN is not set", output, StringComparison.Ordinal);
        Assert.Contains("200 cards, 220 pictures.", output, StringComparison.Ordinal);
        foreach (string fault in new[]
                 {
                     "mug-007", "\"большая\" is not a number", "mug-051", "blanket-011", "blanket-023-small.png", "blanket-035-lost.png", "sneakers-005", "WB has no subject \"Кросовки\"",
                 })
        {
            Assert.Contains(fault, Between(output, "WOULD BE REFUSED", "To create:"), StringComparison.Ordinal);
        }

        string result = output[output.LastIndexOf("outcome", StringComparison.Ordinal)..];
        Assert.Matches("mug-077 +refused .*Запрещено использовать E-Mail", result);
        Assert.Matches("blanket-050 +unknown ", result);
        Assert.Matches(@"mug-004 +created +\d+ +2 of 2", result);
        string[] lines = await File.ReadAllLinesAsync(_folder["catalog/catalog.result.csv"], Cancellation);
        Assert.Equal(201, lines.Length);
        Assert.Equal(188, lines.Count(line => line.Contains(";created;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Against_WB_it_only_reads_unless_it_is_told_to_write()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        await WriteAsync(Header, "cup,Кружки,Кружка,,,cup-1.png,белый,350", "jug,Кружки,Кувшин,,,,\"белый;серый;синий;бежевый;красный;чёрный\",большой");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv");

        Assert.True(exitCode == 1, output);
        Assert.Contains("Объем: \"большой\" is not a number", output, StringComparison.Ordinal);
        Assert.Contains("To create: 1. Would be refused: 1. Sent before: 0.", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent. --write does it.", output, StringComparison.Ordinal);
        Assert.NotEmpty(emulator.Requests.All);
        Assert.All(emulator.Requests.All, request => Assert.True(request.Verb == "GET" || request.Path.Contains("/get/cards/", StringComparison.Ordinal), request.ToString()));
    }

    [Fact]
    public async Task Told_to_write_it_creates_cards_with_their_pictures_and_the_second_time_sends_nothing()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        await WriteAsync(Header, "cup,Mugs,Кружка,4607000000017,\"0,45\",\"cup-1.png;cup-2.png\",белый,350 мл", "jug,1190,Кувшин,,,jug-1.png,белый; серый,");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        EmulatedCard cup = emulator.Cards.FindByVendorCode("cup")!;
        Assert.Matches($"cup +created +{cup.NmId} +2 of 2", output);
        Assert.Equal(("Кружка", 0.45m, 350m), (cup.Title, cup.Dimensions.GrossWeight, cup.Characteristics.Single(one => one.Number is not null).Number));
        Assert.Equal(["4607000000017"], cup.Sizes.Single().Skus);
        Assert.Equal(["cup-1.png", "cup-2.png"], PicturesOf(cup));
        Assert.Equal(["белый", "серый"], emulator.Cards.FindByVendorCode("jug")!.Characteristics.Single().Texts);

        emulator.Requests.Clear();
        (exitCode, output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        Assert.Matches($"cup +created +{cup.NmId} +2 of 2", output);
        Assert.Equal((0, 0), (emulator.Requests.Count(Create), emulator.Requests.Count(Upload)));
        Assert.Equal(2, emulator.Cards.All.Count);
    }

    [Fact]
    public async Task Killed_before_WB_has_answered_it_goes_on_and_creates_none_twice()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        emulator.Faults.Next(Create, Fault.StallInBody);
        await WriteAsync(Header, "cup,Кружки,Кружка,,,cup-1.png,белый,350", "jug,Кружки,Кувшин,,,jug-1.png,белый,900");
        await using (SampleProgram program = SampleProgram.Start("Catalog", _folder.Path, EnvironmentOf(emulator), "mine.csv", "--write"))
            await UntilAsync(program, () => emulator.Cards.All.Count == 2);

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Asking WB about the cards that were sent before.", output, StringComparison.Ordinal);
        Assert.Equal((1, 2), (emulator.Requests.Count(Create), emulator.Requests.Count(Upload)));
        Assert.All(emulator.Cards.All, card => Assert.Single(card.Photos));
    }

    [Fact]
    public async Task Killed_among_the_pictures_it_uploads_those_that_are_missing()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        emulator.Faults.Always(Upload, Fault.StallInBody);
        await WriteAsync(Header, "cup,Кружки,Кружка,,,cup-1.png;cup-2.png,белый,350", "jug,Кружки,Кувшин,,,jug-1.png;jug-2.png,белый,900");
        await using (SampleProgram program = SampleProgram.Start("Catalog", _folder.Path, EnvironmentOf(emulator), "mine.csv", "--write"))
            await UntilAsync(program, () => emulator.Cards.All.Count(card => card.Photos.Count == 1) == 2);

        emulator.Faults.Clear();
        emulator.Requests.Clear();
        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        Assert.Equal((0, 2), (emulator.Requests.Count(Create), emulator.Requests.Count(Upload)));
        Assert.Equal(["cup-1.png", "cup-2.png"], PicturesOf(emulator.Cards.FindByVendorCode("cup")!));
        Assert.Equal(["jug-1.png", "jug-2.png"], PicturesOf(emulator.Cards.FindByVendorCode("jug")!));
    }

    [Fact]
    public async Task What_WB_refuses_is_told_in_its_words_and_comes_into_its_group_when_the_file_is_corrected()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        emulator.Cards.Refuse("grey", "=Запрещённое слово");
        await WriteAsync("Артикул продавца;Предмет;Группа;Наименование;Цвет", "white;Пледы;1;Плед;белый", "grey;Пледы;1;Плед;серый");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 1, output);
        Assert.Matches("grey +refused +=Запрещённое слово", output);
        Assert.Contains("grey;refused;;;'=Запрещённое слово", (await File.ReadAllTextAsync(_folder["catalog/mine.result.csv"], Cancellation)).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        emulator.Cards.Refuse("grey", null);
        (exitCode, output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        Assert.Equal((1, 1), (emulator.Requests.Count(Create), emulator.Requests.Count(Attach)));
        Assert.Single(emulator.Cards.All.Select(card => card.ImtId).Distinct());
        Assert.Equal(2, emulator.Cards.All.Count);
    }

    [Fact]
    public async Task A_card_that_was_there_before_keeps_its_pictures_and_gets_some_only_if_it_has_none()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        emulator.Cards.Add(new EmulatedCard { VendorCode = "cup", Photos = [EmulatedMedia.Picture()] });
        emulator.Cards.Add(new EmulatedCard { VendorCode = "jug" });
        await WriteAsync(Header, "cup,Кружки,Кружка,,,cup-1.png;cup-2.png,белый,350", "jug,Кружки,Кувшин,,,jug-1.png,белый,900");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        Assert.Matches(@"cup +was there +\d+ +1 of 2", output);
        Assert.Equal(["jug-1.png"], PicturesOf(emulator.Cards.FindByVendorCode("jug")!));
        Assert.Equal((0, 1), (emulator.Requests.Count(Create), emulator.Requests.Count(Upload)));
    }

    [Fact]
    public async Task A_call_that_failed_is_said_and_the_same_command_goes_on()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        emulator.Faults.Next(Create, Fault.Status(403));
        await WriteAsync(Header, "cup,Кружки,Кружка,,,cup-1.png,белый,350");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 1, output);
        Assert.Matches("cup +not sent", output);
        Assert.Contains("403", output, StringComparison.Ordinal);

        (exitCode, output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.True(exitCode == 0, output);
        Assert.Single(emulator.Cards.All);
    }

    [Fact]
    public async Task The_log_has_no_token()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        await WriteAsync(Header, "cup,Кружки,Кружка,,,,белый,350");
        Dictionary<string, string> environment = EnvironmentOf(emulator);
        emulator.RevokeToken(environment["WB_TOKEN"]);

        (int exitCode, string output) = await SampleProgram.RunAsync("Catalog", _folder.Path, environment, "mine.csv", "--write");

        Assert.True(exitCode == 1, output);
        string said = output + await File.ReadAllTextAsync(_folder["catalog/catalog.log"], Cancellation);
        Assert.All(environment["WB_TOKEN"].Split('.'), part => Assert.DoesNotContain(part, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mine.csv has no column article (or Артикул)", "Код;Предмет", "1;Кружки")]
    [InlineData("mine.csv has no column subject (or Предмет)", "article", "1")]
    [InlineData("mine.csv has more than one column for the same thing: \"Артикул\", \"article\".", "Артикул;article;subject", "1;2;Кружки")]
    [InlineData("mine.csv has no cards.", "article;subject", ";")]
    [InlineData("mine.csv cannot be read", "article;subject", "1;\"Кружки")]
    public async Task A_file_that_is_no_catalogue_is_no_success(string message, params string[] lines)
    {
        await using WildberriesEmulator emulator = await StartAsync();
        await WriteAsync(lines);

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv", "--write");

        Assert.Equal(2, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.Empty(emulator.Requests.All);
    }

    [Fact]
    public async Task Each_fault_of_a_line_is_named_and_the_other_lines_go_on()
    {
        await using WildberriesEmulator emulator = await StartAsync();
        await WriteAsync(
            "article;subject;sizes;barcodes;price;length;weight;marked;pictures;Цвет;Запах;group",
            "a;Кружки;;;1,000;;;;;;;",
            "b;Кружки;\"40;41\";\"1\";\"10;20;30\";;;;;;;",
            "c;Кружки;;;;долгая;1.2.3;может;;;;",
            "d;Кружки;;;;;;;none.png;;мята;",
            "e;Кружки;;;;;;;;;;1",
            "f;Пледы;;;;;;;;;;1",
            "g;Кружки;;;3 490,00;;;да;;;;");

        (int exitCode, string output) = await RunAsync(emulator, "mine.csv");

        Assert.True(exitCode == 1, output);
        foreach (string fault in new[]
                 {
                     "2     a        price: \"1,000\" is not a whole number",
                     "3     b        barcodes: 1, but the sizes are 2",
                     "3     b        prices: 3, but the sizes are 2",
                     "4     c        length: \"долгая\" is not a whole number",
                     "4     c        weight: \"1.2.3\" is not a number",
                     "4     c        marked: \"может\" is neither yes (да) nor no (нет)",
                     "5     d        the subject Кружки has no characteristic \"Запах\"",
                     "5     d        none.png: ",
                     "6     e        the group 1 has more than one subject",
                     "7     f        the group 1 has more than one subject",
                 })
        {
            Assert.Contains(fault, output, StringComparison.Ordinal);
        }

        Assert.Contains("To create: 1. Would be refused: 6.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_that_is_made_up_is_always_the_same()
    {
        foreach (string folder in new[] { "one", "two" })
        {
            (int exitCode, string output) = await SampleProgram.RunAsync("Catalog", _folder.Path, new Dictionary<string, string>(), "demo", folder);
            Assert.True(exitCode == 0, output);
        }

        string[] files = [.. Directory.GetFiles(_folder["one"], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder["one"], file))];
        Assert.Equal(220, files.Length);
        foreach (string file in files)
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_folder["one"], file), Cancellation), await File.ReadAllBytesAsync(Path.Combine(_folder["two"], file), Cancellation));
    }

    [Theory]
    [InlineData(0, "--write", "--help")]
    [InlineData(2, "There is no option --force. See --help.", "--force")]
    [InlineData(2, "There is no option --write of demo. See --help.", "demo", "--write")]
    [InlineData(2, "--out needs a value. See --help.", "--out")]
    [InlineData(2, "--wait needs a whole number of minutes from 1 to 1440. See --help.", "--wait", "0")]
    [InlineData(2, "two.csv is one name too many. See --help.", "one.csv", "two.csv")]
    [InlineData(2, "none.csv cannot be read", "none.csv")]
    public async Task Help_is_no_mistake_and_a_mistake_is_named(int code, string message, params string[] args)
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("Catalog", _folder.Path, new Dictionary<string, string>(), args);

        Assert.Equal(code, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<WildberriesEmulator> StartAsync()
    {
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(
            new WildberriesEmulatorOptions { RateLimits = false }, Cancellation);

        // The sample waits by the clock on the wall.
        emulator.Cards.ProcessingTime = TimeSpan.Zero;
        return emulator;
    }

    private static Dictionary<string, string> EnvironmentOf(WildberriesEmulator emulator) =>
        new() { ["WB_TOKEN"] = emulator.CreateToken(), ["WB_EMULATOR"] = emulator.Address.ToString() };

    private static async Task UntilAsync(SampleProgram program, Func<bool> condition)
    {
        Task<int> end = program.EndAsync();
        while (!condition())
        {
            Assert.False(end.IsCompleted, $"It ended before:\n{program.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    private static string Between(string text, string from, string to)
    {
        int start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private Task<(int ExitCode, string Output)> RunAsync(WildberriesEmulator emulator, params string[] args) =>
        SampleProgram.RunAsync("Catalog", _folder.Path, EnvironmentOf(emulator), args);

    // With a picture for each name of one in it, each of another width.
    private async Task WriteAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(_folder["mine.csv"], lines, Cancellation);
        foreach (string name in Names)
            await File.WriteAllBytesAsync(_folder[name], PictureOf(name), Cancellation);
    }

    private static readonly string[] Names = ["cup-1.png", "cup-2.png", "jug-1.png", "jug-2.png"];

    private static byte[] PictureOf(string name) => EmulatedMedia.Picture(700 + Array.IndexOf(Names, name), 900).Content.ToArray();

    private static string[] PicturesOf(EmulatedCard card) =>
        [.. card.Photos.Select(photo => Names.Single(name => photo.Content.Span.SequenceEqual(PictureOf(name))))];
}
