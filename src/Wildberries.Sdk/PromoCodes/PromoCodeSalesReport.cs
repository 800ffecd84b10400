using System.Globalization;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What promo codes brought, told from WB's reports on sales.</summary>
/// <remarks>
/// <para>
/// A row names a code by an id of WB's own (<see cref="SalesReportRow.PromoCodeId"/>), which cannot be derived from the code: the seller looks it
/// up and enters it once as <see cref="PromoCode.WildberriesId"/>. Until then its sales stand in <see cref="Unknown"/>.
/// </para>
/// <para>
/// The row's price with discount (<see cref="SalesReportRow.RetailPriceWithDiscount"/>) is taken for the seller's price with the code taken off, and
/// <see cref="SalesReportRow.PromoCodeDiscountPercent"/> for the code's share of the price before it: at 900 and 10 % the code took off 100. WB
/// does not say so in so many words; it is an assumption. Returns count on their own day, with the sums of their own row.
/// </para>
/// <para>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</para>
/// </remarks>
public sealed record PromoCodeSalesReport
{
    // What the sums are made of, by WB's names; the empty one: the row itself.
    private static readonly string[] Needed =
    [
        "", "rrdId", "docTypeName", "quantity", "retailPriceWithDisc", "salePricePromocodeDiscountPrc", "sellerPromo", "uuidPromocode", "nmId",
    ];

    /// <summary>By code and day, in the order of days; each has a <see cref="PromoCodeSales.Code"/>, and its first day is its last.</summary>
    public IReadOnlyList<PromoCodeSales> Days { get => field ?? []; init; } = [];

    /// <summary>By code, all days together, the one with the most revenue first.</summary>
    public IReadOnlyList<PromoCodeSales> Codes { get => field ?? []; init; } = [];

    /// <summary>
    /// By WB's id, all days together: sales with a promo code that none of the given codes is, the most revenue first. Perhaps an id is yet to be
    /// entered.
    /// </summary>
    public IReadOnlyList<PromoCodeSales> Unknown { get => field ?? []; init; } = [];

    /// <summary>
    /// Reads rows and adds up those with a promo code. A row counts once, however often it comes: reports of days and of weeks hold the same rows. For
    /// that it keeps the <see cref="SalesReportRow.RrdId"/> of each row with a promo code, and the orders of these rows; of all other rows nothing.
    /// </summary>
    /// <param name="rows">The rows, of one report or of several, for example of <see cref="FinanceApiExtensions.StreamSalesReportAsync(IFinanceApi, long, SalesReportByIdRequest?, CancellationToken)"/>.</param>
    /// <param name="codes">The seller's codes; those without an id of WB's are passed over.</param>
    /// <param name="costs">
    /// What a sale of a product costs, by product number; <see langword="null"/> where it is not known. Without it there is no profit.
    /// </param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="ArgumentException">Two of the codes have the same id of WB's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Costs are out of range. The exception names the property.</exception>
    /// <exception cref="InvalidDataException">
    /// A row has a promo code, but no <see cref="SalesReportRow.RrdId"/>, by which it would be known again, or a value could not be read without which the sums
    /// were wrong (<see cref="WildberriesModel.UnreadableProperties"/>).
    /// </exception>
    public static async Task<PromoCodeSalesReport> ReadAsync(
        IAsyncEnumerable<SalesReportRow> rows,
        IEnumerable<PromoCode> codes,
        Func<long, UnitCosts?>? costs = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(codes);
        Dictionary<string, PromoCode> byId = new(StringComparer.OrdinalIgnoreCase);
        foreach (PromoCode code in codes)
        {
            if (code.WildberriesId?.Trim() is { Length: > 0 } id && !byId.TryAdd(id, code))
                throw new ArgumentException($"Two codes have WB's id {id}; it belongs to one.", nameof(codes));
        }

        var calculators = new Dictionary<long, MarginCalculator?>();
        var days = new Dictionary<(string Id, DateOnly Day), PromoCodeSales>();
        var orders = new Dictionary<(string Id, string Order), DateOnly>();
        var counted = new HashSet<long>();
        long position = 0;
        await foreach (SalesReportRow row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            position++;
            CheckReadable(row, position);
            if (Read(row, byId, CalculatorOf) is not { } sales)
                continue;
            if (row.RrdId == 0)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Row {position} has no rrdId: nobody can tell whether it has been counted. Ask for it in Fields."));
            if (!counted.Add(row.RrdId))
                continue;
            (string Id, DateOnly Day) key = (sales.WildberriesId.ToUpperInvariant(), sales.FirstDay);
            days[key] = days.TryGetValue(key, out PromoCodeSales? before) ? PromoCodeSales.Add(before, sales) : sales;
            if (sales.UnitsSold == 0)
                continue;
            if (OrderOf(row) is not { } order)
                CountOrder(key);
            else if (!orders.TryGetValue((key.Id, order), out DateOnly first) || key.Day < first)
                orders[(key.Id, order)] = key.Day;
        }

        foreach (((string id, _), DateOnly day) in orders)
            CountOrder((id, day));

        ILookup<bool, PromoCodeSales> totals = days.GroupBy(day => day.Key.Id, day => day.Value, StringComparer.Ordinal)
            .Select(group => group.Aggregate(PromoCodeSales.Add))
            .OrderByDescending(sales => sales.Revenue)
            .ThenBy(sales => sales.WildberriesId, StringComparer.Ordinal)
            .ToLookup(sales => sales.Code is not null);
        return new PromoCodeSalesReport
        {
            Days = [.. days.Values.Where(day => day.Code is not null).OrderBy(day => day.FirstDay).ThenBy(day => day.WildberriesId, StringComparer.Ordinal)],
            Codes = [.. totals[true]],
            Unknown = [.. totals[false]],
        };

        void CountOrder((string Id, DateOnly Day) key) => days[key] = days[key] with { Orders = days[key].Orders + 1 };

        MarginCalculator? CalculatorOf(long nmId)
        {
            if (!calculators.TryGetValue(nmId, out MarginCalculator? calculator))
                calculators[nmId] = calculator = costs?.Invoke(nmId) is { } known ? new MarginCalculator(known) : null;
            return calculator;
        }
    }

    private static void CheckReadable(SalesReportRow row, long position)
    {
        if (row.UnreadableProperties.Count > 0 && Array.Find(Needed, row.UnreadableProperties.ContainsKey) is { } name)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"\"{name}\" of row {position} (rrdId {row.RrdId}) could not be read: the sums would be wrong."));
    }

    private static string? OrderOf(SalesReportRow row) =>
        row.OrderUid?.Trim() is { Length: > 0 } basket ? basket : row.Srid?.Trim() is { Length: > 0 } order ? order : null;

    private static PromoCodeSales? Read(SalesReportRow row, Dictionary<string, PromoCode> codes, Func<long, MarginCalculator?> calculatorOf)
    {
        string id = row.PromoCodeId?.Trim() ?? "";
        PromoCode? code = codes.GetValueOrDefault(id);
        decimal percent = Known(row.PromoCodeDiscountPercent) ?? Known(row.SellerPromoPercent) ?? code?.Percent ?? 0m;
        if (id.Length == 0 && percent == 0m)
            return null;

        // A return's sums are positive too. Deliveries and the like sell nothing.
        int sign = row.DocumentType switch { "Продажа" => 1, "Возврат" => -1, _ => 0 };
        int units = sign * (row.Quantity ?? 0);
        if (units == 0)
            return null;

        decimal price = row.RetailPriceWithDiscount ?? 0m;
        decimal before = percent is > 0m and < 100m ? decimal.Round(price * 100m / (100m - percent), 2, MidpointRounding.AwayFromZero) : price;
        DateOnly day = row.OperationDate ?? (row.SoldAt is { } time ? MoscowTime.DayOf(time) : row.DateTo ?? default);
        return new PromoCodeSales
        {
            WildberriesId = id,
            Code = code,
            FirstDay = day,
            LastDay = day,
            UnitsSold = sign > 0 ? units : 0,
            UnitsReturned = sign < 0 ? -units : 0,
            Revenue = units * price,
            Discount = units * (before - price),
            Profit = units * (row.NmId is { } nmId ? calculatorOf(nmId) : null)?.Calculate(Math.Max(price, 0m)).Profit,
        };

        // Where WB has no percentage, it writes 0.
        static decimal? Known(decimal? percent) => percent == 0m ? null : percent;
    }
}
