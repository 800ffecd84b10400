using System.Data;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Serialization;

namespace Snippets;

// <sale>
public sealed class StoredSale
{
    public required string SellerId { get; init; }

    public required long RrdId { get; init; }

    public long ReportId { get; set; }

    public SalesReportType ReportType { get; set; }

    public DateOnly? OperationDate { get; set; }

    public DateTimeOffset? SoldAt { get; set; }

    public string? DocumentType { get; set; }

    public long? NmId { get; set; }

    public decimal? ForPay { get; set; }

    public string? AdditionalProperties { get; set; }

    public static StoredSale From(string sellerId, SalesReportRow row) => new()
    {
        SellerId = sellerId,
        RrdId = row.RrdId,
        ReportId = row.ReportId,
        ReportType = row.ReportType,
        OperationDate = row.OperationDate,
        SoldAt = row.SoldAt,
        DocumentType = row.DocumentType,
        NmId = row.NmId,
        ForPay = row.ForPay,
        AdditionalProperties = row.AdditionalProperties is { } added
            ? JsonSerializer.Serialize(added, StoringJsonContext.Default.DictionaryStringJsonElement)
            : null,
    };
}

[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
public sealed partial class StoringJsonContext : JsonSerializerContext;
// </sale>

// <converters>
public sealed class TextEnumConverter<T>() : ValueConverter<T, string>(value => value.Value, text => From(text))
    where T : struct, IExtensibleEnum<T, string>
{
    // An expression cannot call T.From itself.
    private static T From(string text) => T.From(text);
}

public sealed class NumberEnumConverter<T>() : ValueConverter<T, int>(value => value.Value, number => From(number))
    where T : struct, IExtensibleEnum<T, int>
{
    private static T From(int number) => T.From(number);
}

public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
// </converters>

// <context>
public sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<StoredSale> Sales => Set<StoredSale>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<SalesReportType>().HaveConversion<NumberEnumConverter<SalesReportType>>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(19, 6);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<StoredSale>().HasKey(sale => new { sale.SellerId, sale.RrdId });
}
// </context>

public static class StoringRows
{
    // <save>
    public static async Task SaveAsync(ShopDb db, string sellerId, IReadOnlyCollection<SalesReportRow> rows, CancellationToken stop)
    {
        long[] ids = [.. rows.Select(row => row.RrdId)];
        Dictionary<long, StoredSale> known = await db.Sales
            .Where(sale => sale.SellerId == sellerId && ids.Contains(sale.RrdId))
            .ToDictionaryAsync(sale => sale.RrdId, stop);
        foreach (SalesReportRow row in rows)
        {
            var sale = StoredSale.From(sellerId, row);
            if (known.TryGetValue(row.RrdId, out StoredSale? stored))
                db.Entry(stored).CurrentValues.SetValues(sale);
            else
                db.Add(sale);
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
    // </save>

    public static async Task Month(IFinanceApi finance, ShopDb db, string sellerId, SalesReportRowsRequest request, CancellationToken stop)
    {
        // <month>
        await foreach (SalesReportRow[] rows in finance.StreamSalesReportAsync(request, stop).Chunk(1_000).WithCancellation(stop))
            await SaveAsync(db, sellerId, rows, stop);
        // </month>
    }

    // <dapper>
    public static Task<int> SaveEventAsync(DbConnection database, string sellerId, ChatEvent chatEvent) => database.ExecuteAsync(
        """
        insert into ChatEvents (SellerId, EventId, ChatId, Sender, AddedAt, Text)
        values (@sellerId, @EventId, @ChatId, @sender, @addedAt, @text)
        on conflict (SellerId, EventId) do nothing
        """,
        new
        {
            sellerId,
            chatEvent.EventId,
            chatEvent.ChatId,
            sender = chatEvent.Sender.Value,
            addedAt = chatEvent.AddedAt?.UtcDateTime,
            text = chatEvent.Message?.Text,
        });
    // </dapper>

    public static async Task<IEnumerable<StoredEvent>> Events(DbConnection database, string chatId)
    {
        // <dapper-read>
        SqlMapper.AddTypeHandler(new TextEnumHandler<ChatSender>());
        IEnumerable<StoredEvent> events = await database.QueryAsync<StoredEvent>(
            "select EventId, Sender, Text from ChatEvents where ChatId = @chatId order by AddedAt", new { chatId });
        // </dapper-read>
        return events;
    }

    // <equality>
    public static bool SamePrices(ProductPrices one, ProductPrices other) =>
        one with { Sizes = [], WholesaleDiscounts = [] } == other with { Sizes = [], WholesaleDiscounts = [] }
        && one.Sizes.SequenceEqual(other.Sizes)
        && one.WholesaleDiscounts.SequenceEqual(other.WholesaleDiscounts);
    // </equality>
}

// <handler>
public sealed record StoredEvent
{
    public string EventId { get; init; } = "";

    public ChatSender Sender { get; init; }

    public string? Text { get; init; }
}

public sealed class TextEnumHandler<T> : SqlMapper.TypeHandler<T>
    where T : struct, IExtensibleEnum<T, string>
{
    public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value.Value;

    public override T Parse(object value) => T.From((string)value);
}
// </handler>
