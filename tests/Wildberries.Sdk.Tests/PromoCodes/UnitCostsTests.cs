using Wildberries.Sdk.Common;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class UnitCostsTests
{
    private static readonly UnitCosts Own = new() { UnitCost = 200m, TaxPercent = 6m, AdvertisingPercent = 5m, Logistics = 50m };

    [Theory]
    [InlineData(SalesModel.Warehouse, 1)]
    [InlineData(SalesModel.Marketplace, 2)]
    [InlineData(SalesModel.Supplier, 3)]
    [InlineData(SalesModel.SupplierExpress, 4)]
    [InlineData(SalesModel.Pickup, 5)]
    [InlineData(SalesModel.Booking, 6)]
    public void A_tariff_gives_the_commission_of_the_way_of_selling(SalesModel model, int percent)
    {
        Commission russian = new()
        {
            WarehousePercent = 1m,
            MarketplacePercent = 2m,
            SupplierPercent = 3m,
            SupplierExpressPercent = 4m,
            PickupPercent = 5m,
            BookingPercent = 6m,
            UzbekistanWarehousePercent = 21m,
            UzbekistanMarketplacePercent = 22m,
            UzbekistanSupplierPercent = 23m,
            ChinaPercent = 31m,
        };

        Assert.Equal(Own with { CommissionPercent = percent }, Own.WithCommission(russian, model));
    }

    [Fact]
    public void A_tariff_for_another_country_gives_its_own_rates()
    {
        Commission uzbek = new() { UzbekistanWarehousePercent = 21m, UzbekistanMarketplacePercent = 22m, UzbekistanSupplierPercent = 23m };

        Assert.Equal(21m, Own.WithCommission(uzbek, SalesModel.Warehouse).CommissionPercent);
        Assert.Equal(22m, Own.WithCommission(uzbek, SalesModel.Marketplace).CommissionPercent);
        Assert.Equal(23m, Own.WithCommission(uzbek, SalesModel.Supplier).CommissionPercent);
        Assert.Equal(31m, Own.WithCommission(new Commission { ChinaPercent = 31m }, SalesModel.Warehouse).CommissionPercent);
        Assert.Equal(32m, Own.WithCommission(new Commission { TurkeyPercent = 32m }, SalesModel.Pickup).CommissionPercent);
        Assert.Equal(33m, Own.WithCommission(new Commission { UnitedArabEmiratesPercent = 33m }, SalesModel.Booking).CommissionPercent);
    }

    [Fact]
    public void A_tariff_without_the_rate_is_refused_with_its_subject()
    {
        Commission uzbek = new() { SubjectId = 6461, UzbekistanWarehousePercent = 21m };

        Assert.Contains(
            "6461 has no rate for Pickup",
            Assert.Throws<ArgumentException>("commission", () => Own.WithCommission(uzbek, SalesModel.Pickup)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no such way",
            Assert.Throws<ArgumentOutOfRangeException>("model", () => Own.WithCommission(uzbek, (SalesModel)6)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("commission", () => Own.WithCommission(null!, SalesModel.Pickup));
    }

    [Fact]
    public void A_report_gives_the_averages_of_the_units_sold()
    {
        SalesReportRow[] rows =
        [
            Sale(400m, 280m, 16m),
            Sale(500m, 350m, 20m),
            Sale(600m, 420m, 24m, quantity: 1),
            new() { DocumentType = "Возврат", Quantity = 1, RetailPriceWithDiscount = 500m, ForPay = 350m, AcquiringFee = 20m },
            new() { DocumentType = "", OperationName = "Логистика", DeliveryService = 70m },
            new() { DocumentType = "", OperationName = "Логистика", DeliveryService = 40m, RebilledLogisticCost = 10.01m },
            new() { DocumentType = "", OperationName = "Хранение", PaidStorage = 9.01m },
            new() { DocumentType = "", OperationName = "Штраф", Penalty = 1000m, Quantity = 5, RetailPriceWithDiscount = 5m, ForPay = 5m, AcquiringFee = 5m },
        ];

        UnitCosts costs = Own.WithSalesReport(rows);

        // 1,000 roubles for two units; 700 due, 40 for payments, so 260 of commission; 120.01 for deliveries.
        Assert.Equal(Own with { CommissionPercent = 26m, AcquiringPercent = 4m, Logistics = 60.01m, Storage = 4.51m }, costs);
    }

    [Fact]
    public void A_row_of_several_units_counts_as_such()
    {
        UnitCosts costs = Own.WithSalesReport([Sale(300m, 450m, 33m, quantity: 2), new() { DeliveryService = 100m }]);

        // 600 roubles: 450 due, 33 for payments, so 117 of commission.
        Assert.Equal((19.5m, 5.5m, 50m, 0m), (costs.CommissionPercent, costs.AcquiringPercent, costs.Logistics, costs.Storage));
    }

    [Fact]
    public void Percentages_are_rounded_to_four_decimals_and_sums_to_the_kopeck()
    {
        UnitCosts costs = Own.WithSalesReport(
        [
            Sale(100m, 66m, 1m),
            Sale(100m, 66m, 1m),
            Sale(100m, 66.9999m, 1m),
            new() { DeliveryService = 100m, PaidStorage = 0.05m },
        ]);

        Assert.Equal((32.6667m, 1m, 33.33m, 0.02m), (costs.CommissionPercent, costs.AcquiringPercent, costs.Logistics, costs.Storage));
        Assert.Equal(0.01m, Own.WithSalesReport([Sale(100m, 99m, 1m), Sale(100m, 99m, 1m), new() { PaidStorage = 0.01m }]).Storage);
        Assert.Equal(0.03m, Own.WithSalesReport([Sale(100m, 99m, 1m), Sale(100m, 99m, 1m), new() { DeliveryService = 0.05m }]).Logistics);
    }

    [Fact]
    public void A_report_that_sold_nothing_gives_no_average()
    {
        SalesReportRow returned = new() { DocumentType = "Возврат", Quantity = 1, RetailPriceWithDiscount = 400m };

        Refused([]);
        Refused([new() { DeliveryService = 70m }]);
        Refused([Sale(400m, 280m, 16m), returned]);
        Refused([returned]);
        Refused([Sale(500m, 280m, 16m), returned]);
        Refused([Sale(0m, 0m, 0m)]);
        Refused([Sale(300m, 280m, 16m), Sale(100m, 280m, 16m), returned]);
        Assert.Throws<ArgumentNullException>("rows", () => Own.WithSalesReport(null!));

        static void Refused(SalesReportRow[] rows) => Assert.Contains(
            "average", Assert.Throws<ArgumentException>(nameof(rows), () => Own.WithSalesReport(rows)).Message, StringComparison.Ordinal);
    }

    private static SalesReportRow Sale(decimal price, decimal due, decimal acquiring, int quantity = 1) => new()
    {
        DocumentType = "Продажа",
        OperationName = "Продажа",
        Quantity = quantity,
        RetailPriceWithDiscount = price,
        ForPay = due,
        AcquiringFee = acquiring,
    };
}
