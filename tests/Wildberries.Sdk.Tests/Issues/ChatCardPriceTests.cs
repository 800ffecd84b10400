using System.Text.Json;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>The price of a chat's card was said to be in roubles; a card of nothing was a product with the number 0 that costs 0.</summary>
public sealed class ChatCardPriceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("219000")]
    [InlineData("\"219000\"")]
    [InlineData("219000.0")]
    public async Task A_price_is_given_in_hundredths_as_it_came(string price) =>
        Assert.Equal(219_000, (await ReadAsync($$"""{"nmID":5,"price":{{price}},"priceCurrency":"RUB","size":"0"}""")).PriceHundredths);

    [Theory]
    [InlineData("""{"nmID":0,"price":0,"priceCurrency":"","rid":"","size":""}""")]
    [InlineData("""{"nmID":"0","price":"0","priceCurrency":"","rid":"","size":""}""")]
    [InlineData("""{"nmID":null,"price":null}""")]
    [InlineData("{}")]
    public async Task A_card_of_nothing_knows_nothing(string json) => Assert.Equal(new GoodCard(), await ReadAsync(json));

    [Fact]
    public async Task So_do_the_times_of_nothing()
    {
        using var host = new FakeHost<IBuyerChatApi>(
            BuyerChatJsonContext.Default,
            """
            {"result":{"newestEventTime":"0001-01-01T00:00:00Z","oldestEventTime":"0001-01-01","events":[
              {"eventID":"e","addTimestamp":0,"addTime":"0001-01-01T00:00:00+03:00","message":{"attachments":{"goodCard":{"date":"0001-01-01T00:00:00Z","nmID":0},
               "files":[{"date":"0001-01-01T00:00:00"}]}}}]}}
            """);
        ChatEventsResult page = (await host.Api.GetEventsAsync(cancellationToken: Cancel)).Result!;
        Assert.Null(page.NewestEventTime);
        Assert.Null(page.OldestEventTime);
        ChatEvent one = Assert.Single(page.Events);
        Assert.Null(one.AddedAt);
        Assert.Null(one.Message!.Attachments!.Files[0].Date);
        Assert.Equal(new GoodCard(), one.Message.Attachments.GoodCard);
    }

    [Fact]
    public void A_card_that_was_kept_comes_back_as_it_was()
    {
        var chat = new Chat { GoodCard = new GoodCard { NmId = 5, PriceHundredths = 219_000, Rid = "r", Size = "0" } };
        string kept = JsonSerializer.Serialize(new ChatsResponse { Result = [chat] }, BuyerChatJsonContext.Default.ChatsResponse);
        Assert.Contains("\"price\":219000", kept, StringComparison.Ordinal);
        Assert.Equal(chat, JsonSerializer.Deserialize(kept, BuyerChatJsonContext.Default.ChatsResponse)!.Result[0]);
    }

    private static async Task<GoodCard> ReadAsync(string card)
    {
        using var host = new FakeHost<IBuyerChatApi>(BuyerChatJsonContext.Default, $$"""{"result":[{"chatID":"1:a","goodCard":{{card}}}]}""");
        return (await host.Api.GetChatsAsync(Cancel)).Result[0].GoodCard!;
    }
}
