using Refit;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class ChatMessengerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sign_is_looked_up_once_for_all_chats()
    {
        List<string> signs = [];
        FakeBuyerChatApi api = Api(sign => signs.Add(sign));
        var messenger = new ChatMessenger(api);

        await messenger.SendAsync("1:a", "one", cancellationToken: Token);
        await messenger.SendAsync("1:b", "two", cancellationToken: Token);
        await messenger.SendAsync("1:a", "three", cancellationToken: Token);

        Assert.Equal(["sign-a", "sign-b", "sign-a"], signs);
        Assert.Equal(1, api.ChatsCalls);
    }

    [Fact]
    public async Task Many_senders_at_once_share_one_lookup()
    {
        FakeBuyerChatApi api = Api(_ => { });
        var messenger = new ChatMessenger(api);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => messenger.SendAsync(i % 2 == 0 ? "1:a" : "1:b", "hi", cancellationToken: Token)));

        Assert.Equal(1, api.ChatsCalls);
    }

    [Fact]
    public async Task The_sign_of_an_event_spares_the_lookup_and_an_event_without_sign_changes_nothing()
    {
        List<string> signs = [];
        FakeBuyerChatApi api = Api(sign => signs.Add(sign));
        var messenger = new ChatMessenger(api);
        messenger.Remember(new ChatEvent { ChatId = "1:new", ReplySign = "sign-new", IsNewChat = true });
        messenger.Remember(new ChatEvent { ChatId = "1:new" });

        await messenger.SendAsync("1:new", "hi", cancellationToken: Token);

        Assert.Equal(["sign-new"], signs);
        Assert.Equal(0, api.ChatsCalls);
    }

    [Fact]
    public async Task A_sign_in_the_answer_is_used_for_the_next_message()
    {
        List<string> signs = [];
        FakeBuyerChatApi api = Api(sign => signs.Add(sign), new SendMessageResponse { Result = new() { ChatId = "1:a", Sign = "newer" } });
        var messenger = new ChatMessenger(api);

        await messenger.SendBySignAsync("from-event", "one", cancellationToken: Token);
        await messenger.SendAsync("1:a", "two", cancellationToken: Token);

        Assert.Equal(["from-event", "newer"], signs);
        Assert.Equal(0, api.ChatsCalls);
    }

    [Theory]
    [InlineData("1:none")]
    [InlineData("1:unsigned")]
    public async Task A_chat_that_has_no_sign_is_named_and_nothing_is_sent(string chatId)
    {
        FakeBuyerChatApi api = Api(_ => { });

        WildberriesNotFoundException e = await Assert.ThrowsAsync<WildberriesNotFoundException>(
            () => new ChatMessenger(api).SendAsync(chatId, "hi", cancellationToken: Token));

        Assert.Contains(chatId, e.Message, StringComparison.Ordinal);
        Assert.Equal(0, api.SendCalls);
    }

    [Fact]
    public async Task A_sign_that_WB_refuses_is_forgotten_but_the_message_is_not_sent_again()
    {
        List<string> signs = [];
        FakeBuyerChatApi api = Api(sign => signs.Add(sign));
        Func<string, string?, IReadOnlyList<ByteArrayPart>?, SendMessageResponse> good = api.Send!;
        api.Send = (sign, text, files) => sign == "stale"
            ? throw new WildberriesBadRequestException("WB refused BuyerChat.SendMessage: Bad Request") { Detail = "Invalid signature" }
            : good(sign, text, files);
        var messenger = new ChatMessenger(api);
        messenger.Remember(new ChatEvent { ChatId = "1:a", ReplySign = "stale" });

        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => messenger.SendAsync("1:a", "hi", cancellationToken: Token));
        Assert.Equal(1, api.SendCalls);
        Assert.Equal(0, api.ChatsCalls);

        await messenger.SendAsync("1:a", "hi", cancellationToken: Token);
        Assert.Equal(["sign-a"], signs);
        Assert.Equal(1, api.ChatsCalls);
    }

    [Fact]
    public async Task Another_refusal_keeps_the_sign()
    {
        FakeBuyerChatApi api = Api(_ => { });
        api.Send = (_, _, _) => throw new WildberriesBadRequestException("no") { Detail = "Invalid value for \"message\"" };
        var messenger = new ChatMessenger(api);
        messenger.Remember(new ChatEvent { ChatId = "1:a", ReplySign = "sign" });

        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => messenger.SendAsync("1:a", "hi", cancellationToken: Token));
        await Assert.ThrowsAsync<WildberriesBadRequestException>(() => messenger.SendAsync("1:a", "hi", cancellationToken: Token));

        Assert.Equal(0, api.ChatsCalls);
    }

    [Fact]
    public async Task Errors_of_files_reach_the_caller()
    {
        FakeBuyerChatApi api = Api(_ => { }, new SendMessageResponse { Errors = ["a.pdf: not stored"] });

        SendMessageResponse sent = await new ChatMessenger(api).SendAsync(
            "1:a", null, [new ChatAttachment("a.pdf", ChatAttachmentTests.Pdf(10))], Token);

        Assert.Equal(["a.pdf: not stored"], sent.Errors);
    }

    [Fact]
    public async Task Text_and_files_go_as_given_and_an_empty_text_goes_as_none()
    {
        List<(string? Text, List<string?>? Files)> sent = [];
        FakeBuyerChatApi api = Api(_ => { });
        api.Send = (_, text, files) =>
        {
            sent.Add((text, files?.Select(f => $"{f.Name} {f.FileName} {f.ContentType}" as string).ToList<string?>()));
            return new SendMessageResponse();
        };
        var messenger = new ChatMessenger(api);
        var file = new ChatAttachment("Чек.pdf", ChatAttachmentTests.Pdf(10));

        await messenger.SendAsync("1:a", "text", [], Token);
        await messenger.SendAsync("1:a", "", [file], Token);

        Assert.Equal("text", sent[0].Text);
        Assert.Null(sent[0].Files);
        Assert.Null(sent[1].Text);
        Assert.Equal(["file Чек.pdf application/pdf"], sent[1].Files);
    }

    [Fact]
    public async Task A_thousand_characters_pass_and_one_more_does_not()
    {
        FakeBuyerChatApi api = Api(_ => { });
        var messenger = new ChatMessenger(api);
        await messenger.SendAsync("1:a", new string('я', 1000), cancellationToken: Token);

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(
            "text", () => messenger.SendAsync("1:a", new string('я', 1001), cancellationToken: Token));

        Assert.Contains("1,001", e.Message, StringComparison.Ordinal);
        Assert.Contains("1,000", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("яя", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, api.SendCalls);

        // An emoji is one character, of two UTF-16 units.
        await messenger.SendAsync("1:a", string.Concat(Enumerable.Repeat("🎁", 1000)), cancellationToken: Token);
        await Assert.ThrowsAsync<ArgumentException>(
            "text", () => messenger.SendAsync("1:a", string.Concat(Enumerable.Repeat("🎁", 1001)), cancellationToken: Token));
        Assert.Equal(2, api.SendCalls);
    }

    [Fact]
    public async Task Thirty_mebibytes_of_files_pass_and_one_byte_more_does_not()
    {
        FakeBuyerChatApi api = Api(_ => { });
        var messenger = new ChatMessenger(api);
        var file = new ChatAttachment("a.pdf", ChatAttachmentTests.Pdf(ChatAttachment.MaxLength));
        ChatAttachment[] six = [file, file, file, file, file, file];
        await messenger.SendAsync("1:a", null, six, Token);

        // Six of 5 MiB are exactly 30 MiB; a file of one byte does not exist, so take it from the sixth.
        ChatAttachment[] more =
        [
            .. six[..5], new ChatAttachment("b.pdf", ChatAttachmentTests.Pdf(ChatAttachment.MaxLength - 5)), new ChatAttachment("c.pdf", ChatAttachmentTests.Pdf(6)),
        ];
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>("files", () => messenger.SendAsync("1:a", null, more, Token));

        Assert.Contains("31,457,281", e.Message, StringComparison.Ordinal);
        Assert.Contains("31,457,280", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, api.SendCalls);
    }

    [Fact]
    public async Task What_WB_would_refuse_never_reaches_the_network()
    {
        FakeBuyerChatApi api = Api(_ => { });
        var messenger = new ChatMessenger(api);

        await Assert.ThrowsAsync<ArgumentException>("text", () => messenger.SendAsync("1:a", "", [], Token));
        await Assert.ThrowsAsync<ArgumentException>("text", () => messenger.SendBySignAsync("sign", null, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>("files", () => messenger.SendAsync("1:a", "hi", [null!], Token));
        await Assert.ThrowsAsync<ArgumentException>("chatId", () => messenger.SendAsync(" ", "hi", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>("replySign", () => messenger.SendBySignAsync("", "hi", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>("text", () => messenger.SendAsync("1:a", "half \uD83C", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>("text", () => messenger.SendBySignAsync("sign", "a\0b", cancellationToken: Token));

        // At once, before anybody awaits.
        Assert.Throws<ArgumentException>("text", () => { _ = messenger.SendAsync("1:a", "", cancellationToken: Token); });
        Assert.Throws<ArgumentException>("text", () => { _ = messenger.SendBySignAsync("sign", "", cancellationToken: Token); });
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(
            "replySign", () => messenger.SendBySignAsync(new string('s', 256), "hi", cancellationToken: Token));
        Assert.DoesNotContain("sss", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, api.SendCalls + api.ChatsCalls);

        await messenger.SendBySignAsync(new string('s', 255), "hi", cancellationToken: Token);
        Assert.Equal(1, api.SendCalls);
    }

    [Fact]
    public async Task The_one_liners_do_the_same()
    {
        List<string> signs = [];
        FakeBuyerChatApi api = Api(sign => signs.Add(sign));

        await api.SendAsync("1:a", "hi", Token);
        await api.SendAsync("1:b", null, [new ChatAttachment("a.pdf", ChatAttachmentTests.Pdf(10))], Token);

        Assert.Equal(["sign-a", "sign-b"], signs);
        Assert.Equal(2, api.ChatsCalls);
    }

    [Fact]
    public async Task A_cancelled_call_neither_looks_up_nor_sends_and_the_messenger_goes_on()
    {
        FakeBuyerChatApi api = Api(_ => { });
        var messenger = new ChatMessenger(api);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => messenger.SendAsync("1:a", "hi", cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(0, api.SendCalls + api.ChatsCalls);

        await messenger.SendAsync("1:a", "hi", cancellationToken: Token);
        Assert.Equal(1, api.SendCalls);
    }

    private static FakeBuyerChatApi Api(Action<string> onSend, SendMessageResponse? answer = null) => new()
    {
        Chats = () => new ChatsResponse
        {
            Result =
            [
                new Chat { ChatId = "1:a", ReplySign = "sign-a" },
                new Chat { ChatId = "1:b", ReplySign = "sign-b" },
                new Chat { ChatId = "1:unsigned" },
            ],
        },
        Send = (sign, _, _) =>
        {
            onSend(sign);
            return answer ?? new SendMessageResponse();
        },
    };
}
