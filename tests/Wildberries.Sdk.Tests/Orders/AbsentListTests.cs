using System.Net;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Orders;

/// <summary>An answer of which the list is missing says nothing: it is not an answer with an empty list, by which orders would be gone and stocks be 0.</summary>
public sealed class AbsentListTests
{
    // More than a call is repeated.
    private const int Tries = 20;

    private static readonly DateTimeOffset From = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<IWildberriesClient, Task<int>>> Reads => new()
    {
        { "orders", async wb => (await wb.FbsOrders.GetNewOrdersAsync(Cancel)).Orders.Count },
        { "orders", async wb => (await wb.FbsOrders.GetStatusesAsync([1], Cancel)).Found.Count },
        { "orders", async wb => (await wb.FbsOrders.GetMarkingsAsync([1], Cancel)).Count },
        { "orderIds", async wb => (await wb.FbsSupplies.GetOrderIdsAsync("WB-GI-1", Cancel)).OrderIds.Count },
        { "trbxes", async wb => (await wb.FbsSupplies.GetBoxesAsync("WB-GI-1", Cancel)).Boxes.Count },
        { "supplies", async wb => await wb.FbsSupplies.StreamSuppliesAsync(Cancel).CountAsync(Cancel) },
        { "orders", async wb => (await wb.DbsOrders.GetNewOrdersAsync(Cancel)).Orders.Count },
        { "stocks", async wb => (await wb.Warehouses.GetStocksAsync(1, new SizesRequest { ChrtIds = [1] }, Cancel)).Stocks.Count },
        { "contacts", async wb => (await wb.Warehouses.GetContactsAsync(1, Cancel)).Contacts.Count },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task It_is_an_answer_that_was_not_understood(string list, Func<IWildberriesClient, Task<int>> read)
    {
        foreach (string body in new[] { "{}", """{"requestId":"1"}""", $$$"""{"data":{"{{{list}}}":[]}}""", $$"""{"{{list}}":5}""" })
        {
            var exception = await Assert.ThrowsAsync<WildberriesResponseException>(() => AskAsync(read, body));
            Assert.True(exception.IsTransient, body);
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task One_that_is_null_or_empty_is_empty(string list, Func<IWildberriesClient, Task<int>> read)
    {
        foreach (string value in new[] { "[]", "null" })
            Assert.Equal(0, await AskAsync(read, $$"""{"{{list}}":{{value}}}"""));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"next":2000}""")]
    [InlineData("""{"orders":[{"id":2}],"next":"abc"}""")]
    [InlineData("""{"orders":[{"id":2}],"next":1e19}""")]
    [InlineData("""{"orders":[{"id":2}],"next":{}}""")]
    public async Task A_stream_does_not_end_with_it(string second)
    {
        using var wb = new FakeWildberries();
        foreach (string body in (string[])["""{"orders":[{"id":1}],"next":1000}""", .. Enumerable.Repeat(second, Tries)])
            wb.Answer(HttpStatusCode.OK, body);
        var seen = new List<long>();

        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (FinishedDbsOrder order in wb.Client.DbsOrders.StreamOrdersAsync(From, From.AddDays(10), Cancel))
                seen.Add(order.Id);
        });

        Assert.Equal([1], seen);
    }

    private static async Task<int> AskAsync(Func<IWildberriesClient, Task<int>> read, string body)
    {
        using var wb = new FakeWildberries();
        foreach (string answer in Enumerable.Repeat(body, Tries))
            wb.Answer(HttpStatusCode.OK, answer);
        return await read(wb.Client);
    }
}
