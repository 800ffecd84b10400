using System.Globalization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What the sale of one unit costs the seller. Sums are in roubles a unit sold, shares in percent of the seller's price.</summary>
/// <remarks>
/// The seller's price is <see cref="PriceQuote.SellerPrice"/>. What WB has can be taken from WB: <see cref="WithCommission"/> and
/// <see cref="WithSalesReport"/>; the rest only the seller knows.
/// </remarks>
public sealed record UnitCosts
{
    /// <summary>What buying or making one unit costs, packing included, in roubles; zero or more.</summary>
    public decimal UnitCost { get; init; }

    /// <summary>WB's commission, in percent, -100 to 100; below zero where WB pays on top.</summary>
    public decimal CommissionPercent { get; init; }

    /// <summary>Delivery, that of returns and refusals included, in roubles a unit sold; zero or more.</summary>
    public decimal Logistics { get; init; }

    /// <summary>What taking the payment costs, in percent, 0 to 100.</summary>
    public decimal AcquiringPercent { get; init; }

    /// <summary>Storage, in roubles a unit sold; zero or more.</summary>
    public decimal Storage { get; init; }

    /// <summary>The seller's tax, in percent of <see cref="TaxBase"/>, 0 to 100.</summary>
    public decimal TaxPercent { get; init; }

    /// <summary>Of what the tax is taken.</summary>
    /// <value><see cref="TaxBase.Revenue"/> by default.</value>
    public TaxBase TaxBase { get; init; }

    /// <summary>What advertising takes, in percent, 0 to 100.</summary>
    public decimal AdvertisingPercent { get; init; }

    /// <summary>The same costs with the commission of WB's tariff.</summary>
    /// <param name="commission">The tariff of the product's subject.</param>
    /// <param name="model">How the product is sold.</param>
    /// <returns>
    /// A copy with <see cref="CommissionPercent"/>. Where the tariff has rates for a seller's country, that is one for Uzbekistan, or the one
    /// for China, Turkey or the United Arab Emirates, it is taken.
    /// </returns>
    /// <exception cref="ArgumentException">The tariff has no rate for this way of selling.</exception>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/fees"/>.</remarks>
    public UnitCosts WithCommission(Commission commission, SalesModel model)
    {
        ArgumentNullException.ThrowIfNull(commission);
        decimal? ofModel = model switch
        {
            SalesModel.Warehouse => commission.WarehousePercent ?? commission.UzbekistanWarehousePercent,
            SalesModel.Marketplace => commission.MarketplacePercent ?? commission.UzbekistanMarketplacePercent,
            SalesModel.Supplier => commission.SupplierPercent ?? commission.UzbekistanSupplierPercent,
            SalesModel.SupplierExpress => commission.SupplierExpressPercent,
            SalesModel.Pickup => commission.PickupPercent,
            SalesModel.Booking => commission.BookingPercent,
            _ => throw new ArgumentOutOfRangeException(nameof(model), model, "There is no such way of selling."),
        };
        decimal? rate = ofModel ?? commission.ChinaPercent ?? commission.TurkeyPercent ?? commission.UnitedArabEmiratesPercent;
        return this with
        {
            CommissionPercent = rate ?? throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The tariff of subject {commission.SubjectId} has no rate for {model}."),
                nameof(commission)),
        };
    }

    /// <summary>The same costs with those that WB charged in a report on sales, as an average of the units sold.</summary>
    /// <param name="rows">
    /// The report's rows of one product: sales, returns and deliveries. WB reports storage for the seller, not for a product: it counts only
    /// if such rows are among these.
    /// </param>
    /// <returns>
    /// A copy with <see cref="CommissionPercent"/>, <see cref="AcquiringPercent"/> (percentages to four decimals), <see cref="Logistics"/> and
    /// <see cref="Storage"/> (to the kopeck). Commission is what lies between the seller's price and what is due to the seller, less
    /// what taking the payment cost.
    /// </returns>
    /// <exception cref="ArgumentException">No more units were sold than were returned, or they brought nothing.</exception>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
    public UnitCosts WithSalesReport(IEnumerable<SalesReportRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        decimal units = 0m, revenue = 0m, acquiring = 0m, due = 0m, logistics = 0m, storage = 0m;
        foreach (SalesReportRow row in rows)
        {
            // A return's sums are positive too.
            decimal sign = row.DocumentType switch { "Продажа" => 1m, "Возврат" => -1m, _ => 0m };
            decimal quantity = sign * (row.Quantity ?? 0);
            units += quantity;
            revenue += quantity * (row.RetailPriceWithDiscount ?? 0m);
            acquiring += sign * (row.AcquiringFee ?? 0m);
            due += sign * (row.ForPay ?? 0m);
            logistics += (row.DeliveryService ?? 0m) + (row.RebilledLogisticCost ?? 0m);
            storage += row.PaidStorage ?? 0m;
        }

        if (units <= 0m || revenue <= 0m)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The rows sell {units:0} units for {revenue:0.##}; an average takes more than none."),
                nameof(rows));
        }

        return this with
        {
            CommissionPercent = Round((revenue - due - acquiring) / revenue * 100m, 4),
            AcquiringPercent = Round(acquiring / revenue * 100m, 4),
            Logistics = Round(logistics / units, 2),
            Storage = Round(storage / units, 2),
        };

        static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
