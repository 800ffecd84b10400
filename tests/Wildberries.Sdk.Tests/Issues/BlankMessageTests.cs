using System.Net;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>A message of white space alone was sent, and the buyer got an empty one.</summary>
public sealed class BlankMessageTests
{
    private static readonly ChatAttachment File = new("a.pdf", "%PDF-1.7"u8.ToArray());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> BlankTexts => [" ", "\t\r\n", "\u00A0", "\u2003 \u3000", "\u200B", "\uFEFF\u2060 ", "\u200D\u00AD"];

    [Theory]
    [MemberData(nameof(BlankTexts))]
    public async Task A_blank_message_is_refused_before_the_network_with_the_argument_named(string text)
    {
        using var wb = new FakeWildberries();
        IBuyerChatApi api = wb.Client.BuyerChat;
        var messenger = new ChatMessenger(api);

        await Refused("text", () => messenger.SendAsync("1:a", text, cancellationToken: Cancel));
        await Refused("text", () => messenger.SendBySignAsync("sign", text, cancellationToken: Cancel));
        await Refused("text", () => api.SendAsync("1:a", text, Cancel));

        // With a file as well: whoever wants no text leaves it out.
        await Refused("text", () => messenger.SendAsync("1:a", text, [File], Cancel));
        await Refused("text", () => api.SendAsync("1:a", text, [File], Cancel));
        await Refused("message", () => api.SendMessageAsync("sign", text, null, Cancel));
        Assert.Empty(wb.Arrivals);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(" \n👍")]
    [InlineData("\u200Bа")]
    [InlineData("👨‍👩‍👧")]
    public async Task A_message_with_one_visible_character_is_sent_as_it_is(string text)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"result":{"chatID":"1:a"}}""");

        await new ChatMessenger(wb.Client.BuyerChat).SendBySignAsync("sign", text, cancellationToken: Cancel);

        Assert.Contains(text, Assert.Single(wb.Arrivals).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_file_without_a_text_is_sent(string? text)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"result":{"chatID":"1:a"}}""");

        await new ChatMessenger(wb.Client.BuyerChat).SendBySignAsync("sign", text, [File], Cancel);

        Assert.Single(wb.Arrivals);
    }

    private static async Task Refused(string argument, Func<Task> send)
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(argument, send);
        Assert.Contains("blank", e.Message, StringComparison.Ordinal);
    }
}
