using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class ChatAttachmentTests
{
    [Theory]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("255044462D312E37", "application/pdf")]
    public void The_type_comes_from_the_first_bytes(string hex, string type) =>
        Assert.Equal(type, new ChatAttachment("whatever.txt", Convert.FromHexString(hex)).ContentType);

    [Theory]
    [InlineData("")]
    [InlineData("FFD8")]
    [InlineData("89504E47")]
    [InlineData("2550444620")]
    [InlineData("474946383961")]
    public void Other_content_is_refused_whatever_its_name(string hex)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new ChatAttachment("a.png", Convert.FromHexString(hex)));
        Assert.Equal("content", e.ParamName);
    }

    [Fact]
    public void Five_mebibytes_pass_and_one_byte_more_does_not()
    {
        Assert.Equal(5 * 1024 * 1024, new ChatAttachment("a.pdf", Pdf(5 * 1024 * 1024)).Content.Length);

        ArgumentException e = Assert.Throws<ArgumentException>(() => new ChatAttachment("a.pdf", Pdf((5 * 1024 * 1024) + 1)));
        Assert.Equal("content", e.ParamName);
        Assert.Contains("5,242,881", e.Message, StringComparison.Ordinal);
        Assert.Contains("5,242,880", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\r\nb.pdf")]
    public void A_name_that_is_empty_or_breaks_the_line_is_refused(string name) =>
        Assert.Equal("fileName", Assert.Throws<ArgumentException>(() => new ChatAttachment(name, Pdf(10))).ParamName);

    [Fact]
    public void A_slice_is_sent_as_the_slice_and_a_whole_array_without_a_copy()
    {
        byte[] bytes = Pdf(20);
        Assert.Same(bytes, new ChatAttachment("a.pdf", bytes).ToPart().Value);
        Assert.Equal(bytes[..10], new ChatAttachment("a.pdf", bytes.AsMemory(0, 10)).ToPart().Value);
    }

    [Fact]
    public async Task A_file_from_disk_keeps_its_name_and_a_large_one_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory("chat-file").FullName;
        try
        {
            string path = Path.Combine(folder, "Чек.pdf");
            await File.WriteAllBytesAsync(path, Pdf(100), TestContext.Current.CancellationToken);
            ChatAttachment attachment = await ChatAttachment.FromFileAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal("Чек.pdf", attachment.FileName);
            Assert.Equal(100, attachment.Content.Length);

            await File.WriteAllBytesAsync(path, Pdf(ChatAttachment.MaxLength + 1), TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<ArgumentException>("path", () => ChatAttachment.FromFileAsync(path, TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<FileNotFoundException>(
                () => ChatAttachment.FromFileAsync(Path.Combine(folder, "none.pdf"), TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static byte[] Pdf(int length)
    {
        byte[] bytes = new byte[length];
        "%PDF-"u8.CopyTo(bytes);
        return bytes;
    }
}
