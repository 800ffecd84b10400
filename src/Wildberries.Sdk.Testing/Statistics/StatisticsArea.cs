using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Statistics;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of statistics-api.</summary>
internal sealed class StatisticsArea(EmulatedStatistics statistics) : EmulatedArea(typeof(IStatisticsApi), StatisticsJsonContext.Default)
{
    private const string NotSet = "0001-01-01T00:00:00";

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET statistics-api/api/v1/supplier/orders", request => Get(
            request, statistics.Orders, row => row.OrderedAt, row => row.LastChangedAt, StatisticsJsonContext.Default.SupplierOrder, "cancelDate")),
        Handler.For("GET statistics-api/api/v1/supplier/sales", request => Get(
            request, statistics.Sales, row => row.SoldAt, row => row.LastChangedAt, StatisticsJsonContext.Default.SupplierSale, null)),
    ];

    public override void Seed(DateTimeOffset now)
    {
        DateTimeOffset day = new(now.UtcDateTime.Date.AddDays(-3), TimeSpan.Zero);
        statistics.Set(Order("seed-1", day.AddHours(9)));
        statistics.Set(Order("seed-2", day.AddHours(10)) with { IsCancelled = true, CancelledAt = day.AddHours(12), LastChangedAt = day.AddHours(12) });
        statistics.Set(new SupplierSale
        {
            SaleId = "S1000001",
            Srid = "seed-1",
            NmId = 168902447,
            VendorCode = "mug-white",
            WarehouseName = "Склад WB РФ",
            WarehouseType = SupplierWarehouseType.Wildberries,
            TotalPrice = 990m,
            DiscountPercent = 10,
            Spp = 20,
            PriceWithDiscount = 891m,
            FinishedPrice = 712m,
            ForPay = 668.25m,
            SoldAt = day.AddDays(1),
            LastChangedAt = day.AddDays(1),
        });
    }

    private static SupplierOrder Order(string srid, DateTimeOffset at) => new()
    {
        Srid = srid,
        NmId = 168902447,
        VendorCode = "mug-white",
        WarehouseName = "Склад WB РФ",
        WarehouseType = SupplierWarehouseType.Wildberries,
        TotalPrice = 990m,
        DiscountPercent = 10,
        Spp = 20,
        PriceWithDiscount = 891m,
        FinishedPrice = 712m,
        IsCancelled = false,
        OrderedAt = at,
        LastChangedAt = at,
    };

    private Answer Get<T>(
        HandlerRequest request, IReadOnlyList<T> rows, Func<T, DateTimeOffset?> made, Func<T, DateTimeOffset?> changed, JsonTypeInfo<T> model, string? unset)
    {
        if (!DateTime.TryParse(request.Query("dateFrom"), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
            return Problem("dateFrom: Value is not a valid date");
        DateTimeOffset from = new(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), WireTime.MoscowOffset);
        IEnumerable<T> found = request.Query("flag") == "1"
            ? rows.Where(row => made(row)?.ToOffset(WireTime.MoscowOffset).Date == from.Date)
            : rows.Where(row => changed(row) >= from).Take(statistics.MaxRows);
        return Answer.Json(200, new JsonArray([.. found.Select(row => (JsonNode)Write(row, model, unset))]));
    }

    private static JsonObject Write<T>(T row, JsonTypeInfo<T> model, string? unset)
    {
        JsonObject json = JsonSerializer.SerializeToNode(row, model)!.AsObject();
        foreach ((string name, JsonNode? value) in json.ToArray())
        {
            // Moscow time that does not say so.
            if (name is "date" or "lastChangeDate" or "cancelDate" && value is not null)
                json[name] = value.GetValue<DateTimeOffset>().ToOffset(WireTime.MoscowOffset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        }

        if (unset is not null)
            json[unset] ??= NotSet;
        return json;
    }

    private static Answer Problem(string text) => Answer.Json(400, new JsonObject { ["errors"] = new JsonArray((JsonNode)text) });
}
