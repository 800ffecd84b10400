using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Testing.Tests.Orders;

/// <summary>Stickers as files that a program can open.</summary>
public sealed partial class StickerTests
{
    private const string Fbs = "marketplace-api/api/v3/orders/stickers";
    private const string Dbw = "marketplace-api/api/v3/dbw/orders/stickers";
    private const string Dbs = "marketplace-api/api/marketplace/v3/dbs/orders/stickers";
    private const string CrossBorder = Fbs + "/cross-border";

    [Theory]
    [InlineData(EmulatedOrderKind.Fbs, 58, 40)]
    [InlineData(EmulatedOrderKind.Fbs, 40, 30)]
    [InlineData(EmulatedOrderKind.Dbw, 58, 40)]
    [InlineData(EmulatedOrderKind.Dbw, 40, 30)]
    public async Task A_picture_is_a_whole_PNG_of_ten_dots_a_millimetre(EmulatedOrderKind kind, int width, int height)
    {
        await using Harness harness = await StartAsync();
        long[] ids = [.. harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, Kind = kind }, 2).Select(order => order.Id)];
        foreach (long id in ids)
            await ConfirmAsync(harness, kind, id);
        byte[][] files = await FilesAsync(harness, $"{(kind == EmulatedOrderKind.Fbs ? Fbs : Dbw)}?type=png&width={width}&height={height}", ids);
        Assert.NotEqual(files[0], files[1]);
        foreach (byte[] file in files)
        {
            Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], file[..8]);
            Dictionary<string, byte[]> chunks = Chunks(file);
            Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Keys);
            Assert.Equal((width * 10, height * 10), (BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]), BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4))));
            using var pixels = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
            using var rows = new MemoryStream();
            await pixels.CopyToAsync(rows, Harness.Cancellation);
            Assert.Equal((1 + (((width * 10) + 7) / 8)) * height * 10, rows.Length);
        }
    }

    [Theory]
    [InlineData(EmulatedOrderKind.Fbs, CrossBorder, 100, 150)]
    [InlineData(EmulatedOrderKind.DbsPickupPoint, Dbs + "?type=pdf&width=58&height=40", 58, 40)]
    public async Task A_PDF_has_one_page_of_its_size_and_a_table_that_is_right(EmulatedOrderKind kind, string path, int width, int height)
    {
        await using Harness harness = await StartAsync();
        long[] ids = [.. harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, Kind = kind, IsCrossBorder = kind == EmulatedOrderKind.Fbs }, 2).Select(order => order.Id)];
        foreach (long id in ids)
            await ConfirmAsync(harness, kind, id);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        byte[][] files = await FilesAsync(harness, path, ids);
        Assert.NotEqual(files[0], files[1]);
        foreach (byte[] file in files)
        {
            string pdf = Encoding.Latin1.GetString(file);
            Assert.StartsWith("%PDF-1.", pdf, StringComparison.Ordinal);
            Assert.EndsWith("%%EOF\n", pdf, StringComparison.Ordinal);
            Assert.Single(Page().Matches(pdf));
            Assert.Contains("/Count 1", pdf, StringComparison.Ordinal);
            double[] box = [.. Box().Match(pdf).Groups[1].Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            Assert.Equal([0, 0, width / 25.4 * 72, height / 25.4 * 72], box, (one, other) => Math.Abs(one - other) < 0.01);

            int table = int.Parse(Start().Match(pdf).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.StartsWith("xref\n", pdf[table..], StringComparison.Ordinal);
            int[] offsets = [.. Entry().Matches(pdf[table..]).Select(entry => int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture))];
            Assert.Equal(5, offsets.Length);
            for (int i = 0; i < offsets.Length; i++)
                Assert.StartsWith(FormattableString.Invariant($"{i + 1} 0 obj\n"), pdf[offsets[i]..], StringComparison.Ordinal);
            Match stream = Stream().Match(pdf);
            Assert.Equal(int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture), stream.Groups[2].Length);
        }
    }

    [Fact]
    public async Task A_sticker_across_the_border_waits_for_its_track_number_and_comes_from_its_own_operation_only()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Orders.TrackNumberTime = TimeSpan.FromMinutes(2);
        long abroad = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1, IsCrossBorder = true }).Id;
        long local = harness.Emulator.Orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }).Id;
        string body = $$"""{"orders":[{{abroad}},{{local}}]}""";
        Assert.Equal("""{"stickers":[]}""", await harness.AskAsync($"POST {CrossBorder}", body));
        await ConfirmAsync(harness, EmulatedOrderKind.Fbs, abroad);
        await ConfirmAsync(harness, EmulatedOrderKind.Fbs, local);
        string waiting = $$"""{"stickers":[{"orderId":{{abroad}},"partA":"","partB":"","barcode":"","file":"","status":"awaitingTrackNumber","parcelId":""}]}""";
        Assert.Equal(waiting, await harness.AskAsync($"POST {CrossBorder}", body));
        harness.Clock.Advance(TimeSpan.FromSeconds(119));

        // Another supply makes it wait no longer.
        await ConfirmAsync(harness, EmulatedOrderKind.Fbs, abroad);
        Assert.Equal(waiting, await harness.AskAsync($"POST {CrossBorder}", body));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("\"status\":\"ready\",\"parcelId\":\"WB", await harness.AskAsync($"POST {CrossBorder}", body), StringComparison.Ordinal);
        foreach (string format in (string[])["png", "svg", "zplv", "zplh"])
        {
            using var answer = JsonDocument.Parse(await harness.AskAsync($"POST {Fbs}?type={format}&width=58&height=40", body));
            Assert.Equal([local], answer.RootElement.GetProperty("stickers").EnumerateArray().Select(sticker => sticker.GetProperty("orderId").GetInt64()));
        }
    }

    private static Task<Harness> StartAsync() => Harness.StartAsync(options => options.RateLimits = false);

    private static async Task ConfirmAsync(Harness harness, EmulatedOrderKind kind, long id)
    {
        if (kind == EmulatedOrderKind.Dbw)
        {
            await harness.AskAsync($"PATCH marketplace-api/api/v3/dbw/orders/{id}/confirm", status: 204);
        }
        else if (kind == EmulatedOrderKind.DbsPickupPoint)
        {
            await harness.AskAsync("POST marketplace-api/api/marketplace/v3/dbs/orders/status/confirm", $$"""{"ordersIds":[{{id}}]}""");
        }
        else
        {
            using var supply = JsonDocument.Parse(await harness.AskAsync("POST marketplace-api/api/v3/supplies", """{"name":"a"}""", 201));
            await harness.AskAsync(
                $"PATCH marketplace-api/api/marketplace/v3/supplies/{supply.RootElement.GetProperty("id").GetString()}/orders", $$"""{"orders":[{{id}}]}""", 204);
        }
    }

    private static async Task<byte[][]> FilesAsync(Harness harness, string path, long[] ids)
    {
        using var answer = JsonDocument.Parse(await harness.AskAsync($"POST {path}", $$"""{"orders":[{{string.Join(',', ids)}}]}"""));
        JsonElement[] stickers = [.. answer.RootElement.GetProperty("stickers").EnumerateArray()];
        Assert.Equal(ids, stickers.Select(sticker => sticker.GetProperty("orderId").GetInt64()));
        return [.. stickers.Select(sticker => sticker.GetProperty("file").GetBytesFromBase64())];
    }

    private static Dictionary<string, byte[]> Chunks(byte[] png)
    {
        var chunks = new Dictionary<string, byte[]>();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            Assert.Equal(CheckSum(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add(Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }

        return chunks;
    }

    // GZIP ends with the same check sum of what it holds, and with its length.
    private static uint CheckSum(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(data);
        return BinaryPrimitives.ReadUInt32LittleEndian(packed.ToArray().AsSpan()[^8..]);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();

    [GeneratedRegex(@"/MediaBox \[([^\]]+)\]")]
    private static partial Regex Box();

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"/Length (\d+) >>\nstream\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex Stream();
}
