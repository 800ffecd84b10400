using System.Text;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class StickerResultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zpl_is_one_program_in_the_order_of_the_stickers()
    {
        var result = new StickerResult<long> { Format = StickerFormat.ZplHorizontal, Stickers = [Of(2L, "^XA2^XZ"), Of(1L, "^XA1^XZ\n")] };
        using var printer = new MemoryStream();
        await result.WriteZplAsync(printer, Cancel);
        Assert.Equal("^XA2^XZ\n^XA1^XZ\n", Encoding.UTF8.GetString(printer.ToArray()));
    }

    [Fact]
    public async Task Pictures_are_no_program()
    {
        using var printer = new MemoryStream();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new StickerResult<long> { Format = StickerFormat.Png }.WriteZplAsync(printer, Cancel));
    }

    [Fact]
    public async Task Each_sticker_gets_a_file_of_its_own_in_the_folder_and_nowhere_else()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "stickers");
        try
        {
            var result = new StickerResult<string> { Format = StickerFormat.ZplVertical, Stickers = [Of("WB-TRBX-7", "a", StickerFormat.ZplVertical), Of("../x", "b", StickerFormat.Svg)] };
            IReadOnlyList<string> paths = await result.SaveAsync(folder, Cancel);
            await result.SaveAsync(folder, Cancel);
            Assert.Equal(["WB-TRBX-7.zpl", "___x.svg"], paths.Select(Path.GetFileName));
            Assert.Equal(["a", "b"], paths.Select(File.ReadAllText));
            Assert.Equal(2, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    private static Sticker<TId> Of<TId>(TId id, string content, StickerFormat? format = null)
        where TId : notnull =>
        new() { Id = id, Format = format ?? StickerFormat.ZplVertical, Content = Encoding.UTF8.GetBytes(content) };
}
