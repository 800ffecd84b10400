using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Snippets;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.IntegrationTests.Docs;

/// <summary>The code of the page about storing rows, against a real database.</summary>
public sealed class StoringRowsTests : IAsyncLifetime
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _connection.OpenAsync(Cancel);
        await using ShopDb db = Open();
        await db.Database.EnsureCreatedAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public async Task A_row_counts_once_per_seller_and_the_last_reading_holds()
    {
        await using ShopDb db = Open();
        await StoringRows.SaveAsync(db, "toys", [Row(1, 100), Row(2, 200)], Cancel);
        await StoringRows.SaveAsync(db, "toys", [Row(2, 250), Row(3, 300)], Cancel);
        await StoringRows.SaveAsync(db, "books", [Row(2, 7)], Cancel);

        Assert.Equal(
            [("books", 2L, 7m), ("toys", 1, 100), ("toys", 2, 250), ("toys", 3, 300)],
            (await Open().Sales.OrderBy(sale => sale.SellerId).ThenBy(sale => sale.RrdId).ToListAsync(Cancel)).Select(sale => (sale.SellerId, sale.RrdId, sale.ForPay!.Value)));
    }

    [Fact]
    public async Task Values_come_back_as_WB_sent_them()
    {
        var soldAt = new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(3));
        SalesReportRow row = Row(1, 1.349m) with
        {
            ReportType = SalesReportType.From(7),
            OperationDate = new DateOnly(2026, 3, 1),
            SoldAt = soldAt,
            AdditionalProperties = new() { ["newSum"] = JsonElement.Parse("12.5") },
        };
        await using ShopDb db = Open();
        await StoringRows.SaveAsync(db, "toys", [row], Cancel);

        StoredSale stored = await Open().Sales.SingleAsync(Cancel);
        Assert.Equal((7, 1.349m, new DateOnly(2026, 3, 1), soldAt), (stored.ReportType.Value, stored.ForPay, stored.OperationDate, stored.SoldAt));
        Assert.Equal("""{"newSum":12.5}""", stored.AdditionalProperties);
    }

    [Fact]
    public async Task The_database_compares_kinds_days_and_times()
    {
        var moscow = TimeSpan.FromHours(3);
        await using ShopDb db = Open();
        await StoringRows.SaveAsync(
            db,
            "toys",
            [
                Row(1, 1) with { ReportType = SalesReportType.Main, SoldAt = new DateTimeOffset(2026, 3, 1, 1, 0, 0, moscow) },
                Row(2, 2) with { ReportType = SalesReportType.Buyouts, SoldAt = new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero) },
            ],
            Cancel);

        Assert.Equal(1, (await db.Sales.SingleAsync(sale => sale.ReportType == SalesReportType.Main, Cancel)).RrdId);
        Assert.Equal([1, 2], await db.Sales.OrderBy(sale => sale.SoldAt).Select(sale => sale.RrdId).ToListAsync(Cancel));
        var march = new DateTimeOffset(2026, 3, 1, 1, 30, 0, moscow);
        Assert.Equal(2, (await db.Sales.SingleAsync(sale => sale.SoldAt > march, Cancel)).RrdId);
    }

    [Fact]
    public async Task With_Dapper_an_event_counts_once_and_an_unknown_sender_passes_through()
    {
        await using (SqliteCommand create = _connection.CreateCommand())
        {
            create.CommandText = "create table ChatEvents (SellerId text, EventId text, ChatId text, Sender text, AddedAt text, Text text, primary key (SellerId, EventId))";
            await create.ExecuteNonQueryAsync(Cancel);
        }

        var chatEvent = new ChatEvent { EventId = "e", ChatId = "1:abc", Sender = ChatSender.From("robot"), AddTimestamp = 1_770_000_000_000, Message = new() { Text = "Привет" } };
        Assert.Equal(1, await StoringRows.SaveEventAsync(_connection, "toys", chatEvent));
        Assert.Equal(0, await StoringRows.SaveEventAsync(_connection, "toys", chatEvent));
        StoredEvent stored = Assert.Single(await StoringRows.Events(_connection, "1:abc"));
        Assert.Equal(new StoredEvent { EventId = "e", Sender = ChatSender.From("robot"), Text = "Привет" }, stored);
    }

    [Fact]
    public void Products_read_twice_are_the_same_by_their_values_only()
    {
        ProductPrices one = Product(999), same = Product(999);
        Assert.NotEqual(one, same);
        Assert.True(StoringRows.SamePrices(one, same));
        Assert.False(StoringRows.SamePrices(one, Product(998)));
        Assert.False(StoringRows.SamePrices(one, one with { Discount = 5 }));
        Assert.True(StoringRows.SamePrices(one, same with { AdditionalProperties = new() { ["new"] = JsonElement.Parse("1") } }));

        static ProductPrices Product(decimal price) => new() { NmId = 1, Sizes = [new ProductSize { SizeId = 2, Price = price }] };
    }

    private static SalesReportRow Row(long rrdId, decimal forPay) => new() { RrdId = rrdId, ForPay = forPay };

    private ShopDb Open() => new(new DbContextOptionsBuilder<ShopDb>().UseSqlite(_connection).Options);
}
