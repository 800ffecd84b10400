using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Tests.BuyerChat;

public sealed class ReplyWindowTests
{
    private static readonly DateTimeOffset Written = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_window_closes_ten_days_after_the_buyers_message()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 11, 12, 0, 0, TimeSpan.Zero), ReplyWindow.ClosesAt(Written));
        Assert.True(ReplyWindow.IsOpen(Written, At(Written + ReplyWindow.Length - TimeSpan.FromTicks(1))));
        Assert.False(ReplyWindow.IsOpen(Written, At(Written + ReplyWindow.Length)));
        Assert.Equal(DateTimeOffset.MaxValue, ReplyWindow.ClosesAt(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Only_an_event_of_the_buyer_opens_a_window()
    {
        var byBuyer = new ChatEvent { Sender = ChatSender.Client, AddTimestamp = Written.ToUnixTimeMilliseconds() };
        Assert.Equal(Written.AddDays(10), ReplyWindow.ClosesAt(byBuyer));
        Assert.True(ReplyWindow.IsOpen(byBuyer, At(Written.AddDays(9))));
        Assert.False(ReplyWindow.IsOpen(byBuyer, At(Written.AddDays(10))));

        Assert.Null(ReplyWindow.ClosesAt(byBuyer with { Sender = ChatSender.Seller }));
        Assert.Null(ReplyWindow.ClosesAt(byBuyer with { Sender = ChatSender.Wildberries }));
        Assert.Null(ReplyWindow.ClosesAt(byBuyer with { AddTimestamp = null }));
        Assert.False(ReplyWindow.IsOpen(byBuyer with { Sender = ChatSender.Seller }, At(Written)));
    }

    [Fact]
    public void A_chat_tells_the_latest_closing_only()
    {
        var chat = new Chat { LastMessage = new LastMessage { AddTimestamp = Written.ToUnixTimeMilliseconds() } };
        Assert.Equal(Written.AddDays(10), ReplyWindow.ClosesAtLatest(chat));
        Assert.True(ReplyWindow.MayBeOpen(chat, At(Written.AddDays(9))));
        Assert.False(ReplyWindow.MayBeOpen(chat, At(Written.AddDays(10))));

        Assert.Null(ReplyWindow.ClosesAtLatest(new Chat()));
        Assert.True(ReplyWindow.MayBeOpen(new Chat(), At(Written)));
    }

    private static FakeTimeProvider At(DateTimeOffset now) => new(now);
}
