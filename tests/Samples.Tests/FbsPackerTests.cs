using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wildberries.Sdk;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing;

namespace Samples.Tests;

public sealed partial class FbsPackerTests : IDisposable
{
    private const string Deliver = "PATCH /api/v3/supplies/{supplyId}/deliver";
    private const string Code = "0104600266011725215Qbag!\u001d93Zjqw";

    private static readonly EmulatedPurchase Plaid = new() { NmId = 182340115, Article = "pled-beige" };
    private static readonly EmulatedPurchase Mug = new() { NmId = 168902447, Article = "mug" };
    private static readonly EmulatedPurchase Boots = new() { NmId = 219006534, Article = "boots-38", RequiredMarking = [MarkingCodeKind.Sgtin] };

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_it_hands_the_played_morning_over_and_says_what_it_refused()
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("FbsPacker", _folder.Path, new Dictionary<string, string>());

        Assert.True(exitCode == 1, output);
        Assert.Contains("WB_TOKEN is not set", output, StringComparison.Ordinal);
        Assert.Contains("SetAside: sgtin: WB requires one, and there is none", output, StringComparison.Ordinal);
        Assert.Contains("11 orders in 5 supplies: 10 handed over, 0 in supply, 0 refused, 1 set aside", output, StringComparison.Ordinal);
        Assert.Contains("3 sizes in warehouse 658434: 2 changed, 1 unchanged", output, StringComparison.Ordinal);
        Assert.Equal(9, await PagesAsync());
        Assert.Equal(4, Directory.GetFiles(_folder["morning"], "WB-GI-*.png").Length);
        Assert.Single(Directory.GetFiles(_folder["morning"], "13*.pdf"));
    }

    [Fact]
    public async Task Against_WB_it_only_reads_unless_it_is_told_to_write()
    {
        await using WildberriesEmulator emulator = await MorningAsync();
        await WriteAsync("stocks.csv", "warehouseId,chrtId,amount", "658434,1823401150,40");

        (int exitCode, string output) = await RunAsync(emulator);

        Assert.True(exitCode == 0, output);
        Assert.Contains("one supply: warehouse 658434, cargo type 1, orders: 3", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent. --write does it.", output, StringComparison.Ordinal);
        Assert.Contains("1 sizes in warehouse 658434", output, StringComparison.Ordinal);
        Assert.NotEmpty(emulator.Requests.All);
        AssertOnlyRead(emulator);
    }

    [Fact]
    public async Task Told_to_write_it_hands_over_and_the_same_morning_once_more_sends_nothing()
    {
        await using WildberriesEmulator emulator = await MorningAsync(Boots);
        await WriteAsync("codes.csv", "Артикул,Код", $"boots-38,{Code}");

        (int exitCode, string output) = await RunAsync(emulator, "--write", "--name", "monday", "--marking", "codes.csv");

        Assert.True(exitCode == 0, output);
        Assert.Contains("4 orders in 1 supply: 4 handed over", output, StringComparison.Ordinal);
        Assert.Equal(4, await PagesAsync());
        string set = Assert.Single(emulator.Requests.Of("PUT /api/v3/orders/{orderId}/meta/sgtin")).Body!;
        Assert.Contains(Code, System.Text.Json.Nodes.JsonNode.Parse(set)!["sgtins"]!.AsArray().Select(code => code!.GetValue<string>()));

        emulator.Requests.Clear();
        (exitCode, output) = await RunAsync(emulator, "--write", "--name", "monday");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Going on with monday.", output, StringComparison.Ordinal);
        AssertOnlyRead(emulator);
    }

    [Fact]
    public async Task The_pages_of_the_stickers_are_in_the_order_of_the_pick_list()
    {
        var clock = new PastClock(TimeSpan.FromDays(-60));
        await using WildberriesEmulator emulator = await StartAsync(clock);
        long[] old = Buy(Mug with { WarehouseId = 701020 }, Plaid);
        clock.Past = TimeSpan.Zero;
        long[] ids = [.. old, .. Buy(Mug, Plaid, Mug, Plaid with { WarehouseId = 701020 })];

        (int exitCode, string output) = await RunAsync(emulator, "--write");

        // By warehouse, article and number; those of two months ago are among them.
        Assert.True(exitCode == 0, output);
        long[] list = [ids[2], ids[4], ids[1], ids[3], ids[0], ids[5]];
        Assert.Equal(list, ListedOrders(output));
        Assert.Equal([.. list.Select(id => $"{id}")], Numbers().Matches(emulator.Requests.Of("POST /api/v3/orders/stickers").Single().Body!).Select(number => number.Value));
        using var client = WildberriesClient.Create(emulator.CreateToken(), options => options.UseEmulator(emulator));
        StickerResult<long> stickers = await client.FbsOrders.GetStickersAsync(list, new StickerOptions { Format = StickerFormat.Png }, Cancellation);
        string[] expected = [.. stickers.Stickers.Select(sticker => StickerPictures.BarsOfPng(sticker.Content.ToArray()))];
        Assert.Equal(6, expected.Distinct().Count());
        Assert.Equal(expected, StickerPictures.BarsOfPages(await File.ReadAllBytesAsync(Path.Combine(_folder["morning"], "stickers.pdf"), Cancellation)));

        long[] Buy(params EmulatedPurchase[] purchases) => [.. purchases.Select(purchase => emulator.Orders.BuyerOrders(purchase).Id)];
    }

    [Fact]
    public async Task What_is_set_aside_is_not_on_the_pick_list_and_has_no_page()
    {
        await using WildberriesEmulator emulator = await MorningAsync();
        long aside = emulator.Orders.BuyerOrders(Boots).Id;
        emulator.Orders.RefuseMarking(Code, MarkingDecision.SgtinWrittenOff);
        await WriteAsync("codes.csv", "article,code", $"boots-38,{Code}");

        (int exitCode, string output) = await RunAsync(emulator, "--write", "--marking", "codes.csv");

        Assert.True(exitCode == 1, output);
        Assert.Equal(emulator.Orders.All.Select(order => order.Id).Except([aside]), ListedOrders(output));
        Assert.Equal(3, await PagesAsync());
        Assert.Contains($"{aside}  SetAside: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_aside_goes_with_a_code_that_was_scanned_since()
    {
        const string other = "0104600266011725215Qbah!\u001d93Zjqw", last = "0104600266011725215Qbai!\u001d93Zjqw";
        await using WildberriesEmulator emulator = await MorningAsync(Boots, Boots);
        long[] boots = [.. emulator.Orders.All.Select(order => order.Id).Skip(3)];
        emulator.Orders.RefuseMarking(Code, MarkingDecision.SgtinWrittenOff);
        await WriteAsync("codes.csv", "article,code", $"boots-38,{Code}", $"boots-38,{other}");
        (int exitCode, string output) = await RunAsync(emulator, "--write", "--name", "monday", "--marking", "codes.csv");
        Assert.True(exitCode == 1, output);
        Assert.Contains($"{boots[0]}  SetAside: ", output, StringComparison.Ordinal);

        // The file has grown.
        await WriteAsync("codes.csv", "article,code", $"boots-38,{Code}", $"boots-38,{other}", $"boots-38,{last}");
        (exitCode, output) = await RunAsync(emulator, "--write", "--name", "monday", "--marking", "codes.csv");
        Assert.True(exitCode == 0, output);
        Assert.Contains("5 handed over", output, StringComparison.Ordinal);
        Assert.Equal(3, emulator.Requests.Count("PUT /api/v3/orders/{orderId}/meta/sgtin"));
    }

    [Fact]
    public async Task What_leaves_the_country_has_a_sticker_in_a_file_of_its_own()
    {
        await using WildberriesEmulator emulator = await MorningAsync(Plaid with { IsCrossBorder = true });
        long abroad = emulator.Orders.All[^1].Id;

        (int exitCode, string output) = await RunAsync(emulator, "--write");

        Assert.True(exitCode == 0, output);
        Assert.Contains(abroad, ListedOrders(output));
        Assert.Equal(3, await PagesAsync());
        Assert.Equal(1, await PagesAsync($"{abroad}.pdf"));
        Assert.All(emulator.FbsSupplies.All, supply => Assert.Equal(!supply.OrderIds.Contains(abroad), supply.ShippingPointId is not null));
    }

    [Fact]
    public async Task A_code_is_sent_as_the_scanner_meant_it()
    {
        await using WildberriesEmulator emulator = await MorningAsync(Boots);
        await WriteAsync("codes.csv", "article,code", "boots-38, ]d20104600266011725215Qbag!<GS>93Zjqw ");

        (int exitCode, string output) = await RunAsync(emulator, "--write", "--marking", "codes.csv");

        Assert.True(exitCode == 0, output);
        Assert.Equal(["0104600266011725215Qbag!\u001d93Zjqw"], emulator.Orders.All[^1].MarkingCodes[MarkingCodeKind.Sgtin]);
    }

    [Fact]
    public async Task A_pickup_point_takes_supplies_in_boxes()
    {
        await using WildberriesEmulator emulator = await MorningAsync();
        emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = 507, City = "Подольск", Kind = ShippingPointKind.PickupPoint });

        (int exitCode, string output) = await RunAsync(emulator, "--write");
        Assert.Equal((2, "WB_SHIPPING_POINT is a pickup point, which takes supplies in boxes: --per-box says how many orders go into one."), (exitCode, output.Trim()));
        AssertOnlyRead(emulator);

        (exitCode, output) = await RunAsync(emulator, "--write", "--per-box", "3");
        Assert.True(exitCode == 0, output);
        EmulatedSupply supply = Assert.Single(emulator.FbsSupplies.All);
        Assert.Single(supply.BoxIds);
        Assert.Equal(1, await PagesAsync(supply.Id + "-boxes.pdf"));
    }

    [Fact]
    public async Task A_morning_that_broke_off_is_only_shown_until_it_is_told_to_write_and_then_goes_on()
    {
        await using WildberriesEmulator emulator = await MorningAsync();
        emulator.Faults.Next(Deliver, Fault.Status(403));

        (int exitCode, string output) = await RunAsync(emulator, "--write", "--name", "monday");
        Assert.True(exitCode == 1, output);
        Assert.DoesNotContain("Handed over:", output, StringComparison.Ordinal);

        emulator.Requests.Clear();
        (exitCode, output) = await RunAsync(emulator, "--name", "monday");
        Assert.True(exitCode == 1, output);
        Assert.Contains("monday has begun: 3 orders in 1 supply", output, StringComparison.Ordinal);
        AssertOnlyRead(emulator);

        (exitCode, output) = await RunAsync(emulator, "--write", "--name", "monday");
        Assert.True(exitCode == 0, output);
        Assert.Contains("3 handed over", output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (emulator.Requests.Count("POST /api/v3/supplies"), emulator.Requests.Count(Deliver)));
    }

    [Theory]
    [InlineData("stocks.csv, line 2: a warehouse, a size and an amount from 0 to 100,000 are whole numbers.", "warehouseId,chrtId,amount", "658434,1,-1")]
    [InlineData("stocks.csv, line 2: a warehouse, a size and an amount from 0 to 100,000 are whole numbers.", "warehouseId,chrtId,amount", "658434,1,100001")]
    [InlineData("stocks.csv, line 3: size 1 of warehouse 658434 stands there twice.", "warehouseId,chrtId,amount", "658434,1,1", "658434,1,2")]
    public async Task Stocks_that_are_none_are_told_before_anything_is_sent(string message, params string[] lines)
    {
        await using WildberriesEmulator emulator = await MorningAsync();
        await WriteAsync("stocks.csv", lines);

        (int exitCode, string output) = await RunAsync(emulator, "--write");

        Assert.Equal((2, message), (exitCode, output.Trim()));
        Assert.Empty(emulator.Requests.All);
    }

    [Theory]
    [InlineData("There is no option --deliver. See --help.", "--deliver")]
    [InlineData("--name needs a value. See --help.", "--name")]
    [InlineData("--per-box needs a whole number from 1 on. See --help.", "--per-box", "0")]
    [InlineData("--per-box needs a whole number from 1 on. See --help.", "--per-box", "ten")]
    public async Task A_command_line_that_is_none_is_answered_with_one_line_that_says_what_is_wrong(string message, params string[] args)
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("FbsPacker", _folder.Path, new Dictionary<string, string>(), args);

        Assert.Equal((2, message), (exitCode, output.Trim()));
    }

    [Theory]
    [InlineData("Подольск", "")]
    [InlineData("", "507")]
    [InlineData("Подольск", "Подольск")]
    public async Task Half_a_shipping_point_is_a_mistake(string city, string point)
    {
        (int exitCode, string output) = await SampleProgram.RunAsync("FbsPacker", _folder.Path, new Dictionary<string, string>
        {
            ["WB_TOKEN"] = (await TokenAsync())!,
            ["WB_SHIPPING_CITY"] = city,
            ["WB_SHIPPING_POINT"] = point,
        });

        Assert.Equal((2, "WB_SHIPPING_CITY and WB_SHIPPING_POINT, its number, are needed together."), (exitCode, output.Trim()));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string?> TokenAsync()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancellation);
        return emulator.CreateToken();
    }

    private static async Task<WildberriesEmulator> StartAsync(TimeProvider? clock = null)
    {
        var options = new WildberriesEmulatorOptions { RateLimits = false, KeepRequestBodies = true, TimeProvider = clock ?? TimeProvider.System };
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(options, Cancellation);
        emulator.FbsSupplies.Add(new EmulatedShippingPoint { Id = 507, City = "Подольск" });

        // The sample waits by the clock on the wall.
        emulator.Orders.MarkingCheckTime = emulator.Orders.TrackNumberTime = TimeSpan.Zero;
        return emulator;
    }

    private static async Task<WildberriesEmulator> MorningAsync(params EmulatedPurchase[] more)
    {
        WildberriesEmulator emulator = await StartAsync();
        emulator.Warehouses.AddOffice(new EmulatedOffice { Id = 15 });
        emulator.Warehouses.Add(new EmulatedWarehouse { Id = 658434, Name = "Основной", OfficeId = 15 });
        emulator.Orders.BuyerOrders(Plaid, 3);
        foreach (EmulatedPurchase purchase in more)
            emulator.Orders.BuyerOrders(purchase);
        return emulator;
    }

    // Reads are GET, and three POSTs that only ask.
    private static void AssertOnlyRead(WildberriesEmulator emulator)
    {
        Assert.All(emulator.Requests.All, request => Assert.True(
            request.Verb == "GET" || request.Path is "/api/v3/orders/status" or "/api/marketplace/v3/orders/meta" or "/api/v3/orders/stickers"
            || request.Path.StartsWith("/api/v3/stocks/", StringComparison.Ordinal) && request.Verb == "POST",
            request.ToString()));
    }

    private Task WriteAsync(string name, params string[] lines) => File.WriteAllLinesAsync(_folder[name], lines, Cancellation);

    private Task<(int ExitCode, string Output)> RunAsync(WildberriesEmulator emulator, params string[] args) => SampleProgram.RunAsync(
        "FbsPacker",
        _folder.Path,
        new Dictionary<string, string>
        {
            ["WB_TOKEN"] = emulator.CreateToken(),
            ["WB_EMULATOR"] = emulator.Address.ToString(),
            ["WB_SHIPPING_CITY"] = "Подольск",
            ["WB_SHIPPING_POINT"] = "507",
        },
        args);

    // What stands behind "orders" in the lines of the list.
    private static long[] ListedOrders(string output) =>
        [.. Listed().Matches(output).SelectMany(line => line.Groups[1].Value.Split(", ")).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    private async Task<int> PagesAsync(string file = "stickers.pdf")
    {
        string pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder["morning"], file), Cancellation));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        return Page().Count(pdf);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();

    [GeneratedRegex(@" pcs  orders ([\d, ]+\d)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    private sealed class PastClock(TimeSpan past) : TimeProvider
    {
        public TimeSpan Past { get; set; } = past;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Past;
    }
}
