using CsCheck;
using Wildberries.Sdk.Cards;
using static Wildberries.Sdk.Tests.Cards.Media.MediaFiles;

namespace Wildberries.Sdk.Tests.Cards.Media;

public sealed class MediaHeaderTests
{
    private const string Broken = "The file is broken";
    private const string EndsEarly = "ends too early";
    private const string NoFormat = "WB takes no others";
    private const string TooSmall = "at least 700 x 900";

    private static readonly Dictionary<string, (byte[] File, CardMediaFormat Format)> Fit = new()
    {
        ["jpeg"] = (Jpeg(), CardMediaFormat.Jpeg),
        ["jpeg: progressive"] = (Jpeg(start: 0xC2), CardMediaFormat.Jpeg),
        ["jpeg: upright by Exif"] = (Jpeg(orientation: 1), CardMediaFormat.Jpeg),
        ["jpeg: upside down"] = (Jpeg(orientation: 3, isLittle: true), CardMediaFormat.Jpeg),
        ["jpeg: lies on its side"] = (Jpeg(1200, 900, orientation: 6), CardMediaFormat.Jpeg),
        ["jpeg: lies on its side, low bytes first"] = (Jpeg(1200, 900, orientation: 8, isLittle: true), CardMediaFormat.Jpeg),
        ["png"] = (Png(), CardMediaFormat.Png),
        ["bmp"] = (Bmp(), CardMediaFormat.Bmp),
        ["bmp: from top to bottom"] = (Bmp(900, -1200), CardMediaFormat.Bmp),
        ["bmp: old"] = (OldBmp(), CardMediaFormat.Bmp),
        ["gif"] = (Gif(), CardMediaFormat.Gif),
        ["gif: without its end"] = (Gif()[..^1], CardMediaFormat.Gif),
        ["webp: lossy"] = (LossyWebP(), CardMediaFormat.WebP),
        ["webp: lossless"] = (LosslessWebP(), CardMediaFormat.WebP),
        ["webp: extended"] = (ExtendedWebP(), CardMediaFormat.WebP),
        ["mp4"] = (Mp4, CardMediaFormat.Mp4),
        ["mov"] = (Mov, CardMediaFormat.Mov),
        ["mov: old"] = (OldMov, CardMediaFormat.Mov),
        ["mov: film to the end"] = ([.. Box("moov", "frames"), 0, 0, 0, 0, .. "mdatfilm"u8], CardMediaFormat.Mov),
    };

    private static readonly Dictionary<string, (byte[] File, CardMediaFormat Format, string Problem)> Unfit = new()
    {
        ["nothing"] = ([], CardMediaFormat.Unknown, "empty"),
        ["one byte"] = ([0xFF], CardMediaFormat.Unknown, NoFormat),
        ["a text"] = ([.. "Это не картинка, а текст"u8], CardMediaFormat.Unknown, NoFormat),
        ["a page"] = ([.. "<!doctype html><html></html>"u8], CardMediaFormat.Unknown, NoFormat),
        ["a picture of a telephone"] = (Heic, CardMediaFormat.Unknown, "HEIC"),
        ["a sound"] = ([.. Box("ftyp", "M4A \0\0\0\0"), .. Box("moov", "")], CardMediaFormat.Unknown, NoFormat),
        ["narrow"] = (Png(699, 900), CardMediaFormat.Png, TooSmall),
        ["low"] = (Jpeg(700, 899), CardMediaFormat.Jpeg, TooSmall),
        ["low and turned over"] = (Jpeg(899, 700, orientation: 3), CardMediaFormat.Jpeg, TooSmall),
        ["a wide one that is not turned"] = (Jpeg(1200, 700), CardMediaFormat.Jpeg, TooSmall),
        ["a GIF that moves"] = (Gif(images: 2), CardMediaFormat.Gif, "moves"),
        ["a WebP that moves"] = (ExtendedWebP(moves: true), CardMediaFormat.WebP, "moves"),
        ["png: cut"] = (Png()[..32], CardMediaFormat.Png, EndsEarly),
        ["png: no width"] = (Png(0), CardMediaFormat.Png, Broken),
        ["png: width below zero"] = (Png(-1), CardMediaFormat.Png, Broken),
        ["png: another chunk first"] = ([.. Png()[..12], .. "IDAT"u8, .. new byte[30]], CardMediaFormat.Png, Broken),
        ["jpeg: cut"] = (Jpeg()[..30], CardMediaFormat.Jpeg, EndsEarly),
        ["jpeg: a length of nothing"] = ([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0], CardMediaFormat.Jpeg, Broken),
        ["jpeg: a length beyond the end"] = ([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0], CardMediaFormat.Jpeg, EndsEarly),
        ["jpeg: no height"] = (Jpeg(900, 0), CardMediaFormat.Jpeg, Broken),
        ["jpeg: ends without a picture"] = ([0xFF, 0xD8, 0xFF, 0xD9], CardMediaFormat.Jpeg, Broken),
        ["jpeg: no marker"] = ([0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 1, 2, 3, 4], CardMediaFormat.Jpeg, Broken),
        ["jpeg: fills without end"] = ([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 1_000_000)], CardMediaFormat.Jpeg, Broken),
        ["jpeg: segments without end"] = ([0xFF, 0xD8, .. Enumerable.Repeat(Segment(0xE2, []), 250_000).SelectMany(one => one)], CardMediaFormat.Jpeg, Broken),
        ["bmp: cut"] = (Bmp()[..29], CardMediaFormat.Bmp, EndsEarly),
        ["bmp: no pixels"] = (Bmp()[..54], CardMediaFormat.Bmp, EndsEarly),
        ["bmp: width below zero"] = (Bmp(-900), CardMediaFormat.Bmp, Broken),
        ["bmp: the lowest height"] = (Bmp(900, int.MinValue), CardMediaFormat.Bmp, Broken),
        ["bmp: a text"] = ([.. "BMW is a maker of cars, and no picture of one"u8], CardMediaFormat.Bmp, "broken"),
        ["gif: cut"] = (Gif()[..60], CardMediaFormat.Gif, EndsEarly),
        ["gif: no picture"] = (Gif(images: 0), CardMediaFormat.Gif, Broken),
        ["gif: blocks without end"] = ([.. Gif(images: 0)[..^1], 0x21, 0xFE, .. Enumerable.Repeat((byte)1, 1_000_000)], CardMediaFormat.Gif, EndsEarly),
        ["webp: cut"] = (LossyWebP()[..35], CardMediaFormat.WebP, EndsEarly),
        ["webp: no width"] = (LossyWebP(0), CardMediaFormat.WebP, Broken),
        ["webp: another chunk"] = ([.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPABCD"u8, .. new byte[30]], CardMediaFormat.WebP, Broken),
        ["mp4: cut"] = (Mp4[..^1], CardMediaFormat.Mp4, EndsEarly),
        ["mp4: no film"] = (Box("ftyp", "isom\0\0\0\0"), CardMediaFormat.Mp4, Broken),
        ["mp4: a box of nothing"] = ([.. Box("ftyp", "isom\0\0\0\0"), 0, 0, 0, 7, .. "free"u8], CardMediaFormat.Mp4, Broken),
        ["mp4: a giant box"] = ([.. Box("ftyp", "isom\0\0\0\0"), 0, 0, 0, 1, .. "mdat"u8, .. Enumerable.Repeat((byte)0xFF, 8)], CardMediaFormat.Mp4, EndsEarly),
        ["mp4: boxes without end"] =
            ([.. Box("ftyp", "isom\0\0\0\0"), .. Enumerable.Repeat(Box("free", ""), 100_000).SelectMany(one => one)], CardMediaFormat.Mp4, Broken),
    };

    public static TheoryData<string> FitNames { get; } = new(Fit.Keys);

    public static TheoryData<string> UnfitNames { get; } = new(Unfit.Keys);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FitNames))]
    public async Task A_file_is_known_by_its_header(string name)
    {
        (byte[] file, CardMediaFormat format) = Fit[name];
        var stream = new MemoryStream(file) { Position = 3 };
        CardMediaInfo info = await MediaHeader.ReadAsync(stream, Cancel);
        Assert.Null(info.Problem);
        Assert.Equal((format, file.Length), (info.Format, (int)info.Length));
        Assert.Equal(info.IsVideo ? (null, null) : (900, 1200), (info.Width, info.Height));
        Assert.Equal(0, stream.Position);
    }

    [Theory]
    [MemberData(nameof(UnfitNames))]
    public async Task What_WB_would_not_take_is_told_with_the_reason(string name)
    {
        (byte[] file, CardMediaFormat format, string problem) = Unfit[name];
        var stream = new CountingStream(file);
        CardMediaInfo info = await MediaHeader.ReadAsync(stream, Cancel);
        Assert.Contains(problem, info.Problem, StringComparison.Ordinal);
        Assert.Equal(format, info.Format);
        Assert.InRange(stream.BytesRead, 0, file.Length + 8192);
    }

    [Fact]
    public async Task A_picture_that_is_turned_may_be_large_enough_in_either_way()
    {
        // Which of the two WB measures it does not say.
        CardMediaInfo shown = await MediaHeader.ReadAsync(new MemoryStream(Jpeg(900, 700, orientation: 6)), Cancel);
        CardMediaInfo stored = await MediaHeader.ReadAsync(new MemoryStream(Jpeg(700, 900, orientation: 6)), Cancel);
        Assert.Equal((700, 900, null), (shown.Width, shown.Height, shown.Problem));
        Assert.Equal((900, 700, null), (stored.Width, stored.Height, stored.Problem));
        Assert.Contains("700 x 899", (await MediaHeader.ReadAsync(new MemoryStream(Jpeg(899, 700, orientation: 6)), Cancel)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jpeg", 32)]
    [InlineData("gif", 32)]
    [InlineData("mp4", 50)]
    public async Task A_file_is_refused_from_its_size_on_and_not_read_for_it(string name, int megabytes)
    {
        const long Megabyte = 1024 * 1024;
        var fits = new CountingStream(Fit[name].File) { GivenLength = megabytes * Megabyte };
        Assert.Null((await MediaHeader.ReadAsync(fits, Cancel)).Problem);
        var large = new CountingStream(Fit[name].File) { GivenLength = (megabytes * Megabyte) + 1 };
        CardMediaInfo info = await MediaHeader.ReadAsync(large, Cancel);
        Assert.Contains($"({megabytes} MB)", info.Problem, StringComparison.Ordinal);
        Assert.InRange(large.BytesRead, 0, 4096);
    }

    [Fact]
    public async Task A_stream_that_ends_before_its_length_is_no_reason_to_fail() => Assert.Contains(
        EndsEarly, (await MediaHeader.ReadAsync(new CountingStream(Jpeg()[..30]) { GivenLength = 5000 }, Cancel)).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task Whatever_a_file_has_its_header_ends_in_a_format_or_a_problem()
    {
        byte[][] files = [.. Fit.Values.Select(one => one.File), Heic, Gif(images: 3)];
        Gen<byte[]> whole = Gen.Int[0, files.Length - 1].Select(i => files[i]);
        Gen<byte> odd = Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)1), Gen.Const((byte)0x7F), Gen.Const((byte)0x80), Gen.Const((byte)0xFF));
        Gen<byte[]> garbage = Gen.Byte.Array[0, 200];
        Gen<byte[]> begun = Gen.Select(whole, Gen.Int[0, 40], garbage).Select((file, kept, rest) => (byte[])[.. file.Take(kept), .. rest]);
        Gen<byte[]> hurt = Gen.Select(whole, Gen.Select(Gen.Int[0, 400], odd).Array[1, 8], Gen.Int[0, 400]).Select(Hurt);
        await Gen.OneOf(garbage, begun, hurt).SampleAsync(
            async file =>
            {
                var stream = new CountingStream(file);
                CardMediaInfo info = await MediaHeader.ReadAsync(stream, CancellationToken.None);
                Assert.True(info.Problem is not null || info.IsVideo || (info.Width >= 700 && info.Height >= 700), info.ToString());
                Assert.True(info.Format != CardMediaFormat.Unknown || info.Problem is not null);
                Assert.Equal(file.Length, info.Length);
                Assert.InRange(stream.Reads, 0, file.Length + 8);
            },
            iter: 20_000);
    }

    private static byte[] Hurt(byte[] file, (int At, byte Value)[] bytes, int length)
    {
        byte[] copy = [.. file];
        foreach ((int at, byte value) in bytes)
            copy[at % copy.Length] = value;
        return length < copy.Length ? copy[..length] : copy;
    }
}
