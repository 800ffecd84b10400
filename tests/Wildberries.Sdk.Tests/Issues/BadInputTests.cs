using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Names, files and settings as people have them: what is right goes through, what is wrong is named before anything is sent.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Фото \"новое\".png", "filename=\"Фото %22новое%22.png\"")]
    [InlineData("\"all\"", "filename=\"%22all%22\"")]
    [InlineData("\"", "filename=\"%22\"")]
    [InlineData("a\\b;c=d.png", "filename=\"a\\b;c=d.png\"")]
    [InlineData("it's 100%.png", "filename=\"it's 100%.png\"")]
    public async Task A_file_is_sent_whatever_its_name(string name, string header)
    {
        using var wb = new FakeWildberries();
        await new ChatMessenger(wb.Client.BuyerChat).SendBySignAsync("sign", null, [new ChatAttachment(name, Png)], Cancel);
        Assert.Contains(header, Assert.Single(wb.Arrivals).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_without_an_end_is_no_file()
    {
        if (!File.Exists("/dev/zero"))
            Assert.Skip("This system has no devices that are files.");
        var error = await Assert.ThrowsAsync<ArgumentException>(() => ChatAttachment.FromFileAsync("/dev/zero", Cancel));
        Assert.Equal("path", error.ParamName);
        Assert.Contains("5,242,880", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_whole()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        byte[] content = [.. Png, .. new byte[ChatAttachment.MaxLength - Png.Length]];
        try
        {
            await File.WriteAllBytesAsync(path, content, Cancel);
            Assert.True((await ChatAttachment.FromFileAsync(path, Cancel)).Content.Span.SequenceEqual(content));
            await File.AppendAllTextAsync(path, "x", Cancel);
            Assert.Equal("path", (await Assert.ThrowsAsync<ArgumentException>(() => ChatAttachment.FromFileAsync(path, Cancel))).ParamName);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_chat_id_of_a_million_characters_and_lines_stands_cut_and_on_one_line_in_a_message()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"result":[]}""");
        string id = string.Concat(Enumerable.Repeat("1:a\r\n2026-11-23 INFO all is well ", 31_250));
        Assert.InRange(id.Length, 1_000_000, int.MaxValue);
        var error = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => new ChatMessenger(wb.Client.BuyerChat).SendAsync(id, "text", cancellationToken: Cancel));
        Assert.InRange(error.Message.Length, 1, 300);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain('\r', error.Message);
        Assert.Contains("\"1:a 2026-11-23 INFO", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_seller_that_is_not_there_stands_cut_and_on_one_line_in_a_message()
    {
        using var wb = new FakeWildberries();
        var error = Assert.Throws<InvalidOperationException>(
            () => wb.Services.GetRequiredService<IWildberriesClientFactory>().CreateForSeller(string.Concat(Enumerable.Repeat("toys\n", 100_000))));
        Assert.InRange(error.Message.Length, 1, 300);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Retry_that_is_null_is_named()
    {
        var created = Assert.Throws<OptionsValidationException>(() => WildberriesClient.Create(TestTokens.Create(), options => options.Retry = null!).Dispose());
        Assert.Contains("Wildberries:Retry must not be null", created.Message, StringComparison.Ordinal);
        using var wb = new FakeWildberries(options => options.Retry = null!);
        var injected = Assert.Throws<OptionsValidationException>(() => wb.Client);
        Assert.Contains("Wildberries:Retry must not be null", injected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seller_that_is_null_is_named()
    {
        using var wb = new FakeWildberries(options => options.Sellers["toys"] = null!);
        Assert.Contains("Wildberries:Sellers:toys must not be null", Assert.Throws<OptionsValidationException>(() => wb.Client).Message, StringComparison.Ordinal);
    }
}
