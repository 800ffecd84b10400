using System.Net;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What can go wrong at WB: the exception that the caller sees, how often the request arrived, and that nothing is left of the call.</summary>
public sealed class FaultTests
{
    private const string Write = FaultStage.WriteOperation;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, bool> Calls { get; } = new(FaultTable.Rows.Keys, [false, true]);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_fault_ends_as_the_table_says_and_leaves_nothing_behind(string fault, bool write)
    {
        FaultRow row = FaultTable.Rows[fault];
        FaultRow.Ending expected = write ? row.Write : row.Read;
        await using FaultStage stage = await FaultStage.OpenAsync(row);
        await row.Before(stage);

        Task call = stage.CallAsync(write);
        await row.Meanwhile(stage);
        Exception? exception = await Record.ExceptionAsync(() => call);

        if (expected.Exception == typeof(OperationCanceledException))
        {
            Assert.IsType<OperationCanceledException>(exception, exactMatch: false);
        }
        else if (expected.Exception is null)
        {
            Assert.Null(exception);
            Assert.Equal(expected.Attempts, stage.Attempts);
        }
        else
        {
            Assert.IsType(expected.Exception, exception);
            var error = (WildberriesApiException)exception!;
            Assert.Equal(expected.Attempts, stage.Attempts);
            Assert.Equal(write ? "BuyerChat.SendMessage" : "BuyerChat.GetChats", error.Operation);
            Assert.All(row.Facts, fact => Assert.True(fact.Holds(error), $"{fact.Text}: {error}"));
        }

        Assert.Equal(expected.Arrivals, stage.Arrivals(write));
        Assert.Equal(0, stage.Arrivals(!write));
        bool answeredByEmulator = expected.Exception is null && write && row.AtEmulator is not null;
        Assert.Equal(expected.Taken || answeredByEmulator ? 1 : 0, stage.Messages);
        if (row.Apart is { } apart)
            Assert.All(stage.Apart, distance => Assert.InRange(distance, apart, TimeSpan.MaxValue));
        await stage.AssertNothingIsLeftAsync();

        await stage.AssertWorksAgainAsync(write);
        await stage.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_long_429_fails_at_once_and_says_when_to_come_back()
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Next(Write, Fault.TooManyRequests(TimeSpan.FromHours(2)));
        var first = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => SendAsync(shop));
        Assert.Equal(TimeSpan.FromHours(2), first.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);

        // The next one is not even sent.
        var second = await Assert.ThrowsAsync<WildberriesRateLimitException>(() => SendAsync(shop));
        Assert.InRange(second.RetryAfter!.Value, TimeSpan.FromHours(1.5), TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        Assert.Null(second.StatusCode);
        Assert.Equal(1, shop.Emulator.Requests.Count(Write));
    }

    [Fact]
    public async Task An_answer_that_is_late_but_in_time_is_taken()
    {
        await using Shop shop = await OpenAsync();
        shop.Emulator.Faults.Next(Write, Fault.Delay(TimeSpan.FromSeconds(2)));
        await SendAsync(shop);
        Assert.Single(shop.Emulator.Chats.Sent);
    }

    private static async Task<Shop> OpenAsync()
    {
        Shop shop = await Shop.OpenAsync(clock: new FastClock());
        shop.Emulator.Chats.BuyerWrites("1:a", "Пришёл не тот цвет");
        return shop;
    }

    private static Task<SendMessageResponse> SendAsync(Shop shop) =>
        shop.Client.BuyerChat.SendMessageAsync(shop.Emulator.Chats.Find("1:a")!.ReplySign, "Здравствуйте!", cancellationToken: Cancel);
}
