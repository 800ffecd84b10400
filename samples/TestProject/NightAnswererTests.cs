using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace TestProject;

public sealed class NightAnswererTests
{
    private const string Send = "POST /api/v1/seller/message";

    // Eleven in the evening in Moscow.
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_buyer_who_writes_at_night_gets_one_answer()
    {
        var clock = new FakeTimeProvider(Night);
        await using Shop shop = await Shop.OpenAsync(clock);
        var answerer = new NightAnswerer(shop.Client, new InMemoryStateStore(), clock);
        shop.Wb.Chats.BuyerWrites("1:abc", "Здравствуйте! Вы здесь?");
        shop.Wb.Chats.BuyerWrites("1:abc", "Ау!");

        await answerer.RunAsync(Cancellation);

        EmulatedMessage answer = Assert.Single(shop.Wb.Chats.Sent);
        Assert.Equal("1:abc", answer.ChatId);
        Assert.Equal(NightAnswerer.Text, answer.Text);
    }

    [Fact]
    public async Task By_day_nobody_is_answered()
    {
        var clock = new FakeTimeProvider(Night.AddHours(13));
        await using Shop shop = await Shop.OpenAsync(clock);
        shop.Wb.Chats.BuyerWrites("1:abc", "Здравствуйте! Вы здесь?");

        await new NightAnswerer(shop.Client, new InMemoryStateStore(), clock).RunAsync(Cancellation);

        Assert.Equal(0, shop.Wb.Requests.Count(Send));
    }

    [Fact]
    public async Task After_a_restart_nobody_is_answered_twice()
    {
        var clock = new FastClock();
        await using Shop shop = await Shop.OpenAsync(clock);
        var store = new InMemoryStateStore();
        shop.Wb.Chats.BuyerWrites("1:abc", "Здравствуйте!", at: Night);

        await new NightAnswerer(shop.Client, store, clock).RunAsync(Cancellation);
        await new NightAnswerer(shop.Client, store, clock).RunAsync(Cancellation);

        Assert.Single(shop.Wb.Chats.Sent);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_not_sent_again()
    {
        var clock = new FastClock();
        await using Shop shop = await Shop.OpenAsync(clock);
        var answerer = new NightAnswerer(shop.Client, new InMemoryStateStore(), clock);
        shop.Wb.Chats.BuyerWrites("1:abc", "Здравствуйте!", at: Night);
        shop.Wb.Chats.BuyerWrites("1:xyz", "Добрый вечер!", at: Night);
        shop.Wb.Faults.Next(Send, Fault.Reset.AfterOperation());

        await answerer.RunAsync(Cancellation);
        await answerer.RunAsync(Cancellation);

        // One for each chat: the first arrived though nobody knows, and the second buyer did not have to suffer for it.
        Assert.Equal(2, shop.Wb.Requests.Count(Send));
        Assert.Equal(["1:abc", "1:xyz"], shop.Wb.Chats.Sent.Select(message => message.ChatId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_a_429_the_message_goes_out_when_WB_allows_it()
    {
        var clock = new FastClock();
        await using Shop shop = await Shop.OpenAsync(clock);
        shop.Wb.Chats.BuyerWrites("1:abc", "Здравствуйте!", at: Night);
        shop.Wb.Faults.Next(Send, Fault.TooManyRequests(retryAfter: TimeSpan.FromSeconds(10)));

        await new NightAnswerer(shop.Client, new InMemoryStateStore(), clock).RunAsync(Cancellation);

        IReadOnlyList<LoggedRequest> requests = shop.Wb.Requests.Of(Send);
        Assert.Equal([429, 200], requests.Select(request => request.Status));
        Assert.True(requests[1].Time - requests[0].Time >= TimeSpan.FromSeconds(10));
    }
}
