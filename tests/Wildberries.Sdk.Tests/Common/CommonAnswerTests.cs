using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Common;

public sealed class CommonAnswerTests
{
    private static readonly Type[] Roots =
    [
        typeof(PingResponse), typeof(NewsResponse), typeof(SellerInfo), typeof(JamSubscription), typeof(TariffConstructorOptions),
        typeof(CommissionsResponse), typeof(AcceptanceCoefficient), typeof(TariffsResponse<BoxTariffs>),
        typeof(TariffsResponse<PalletTariffs>), typeof(TariffsResponse<ReturnTariffs>), typeof(NewsItem), typeof(NewsTag),
        typeof(TariffPackage), typeof(TariffPackageOption), typeof(TariffOption), typeof(TariffPromotion), typeof(Commission),
        typeof(BoxTariffs), typeof(PalletTariffs), typeof(ReturnTariffs), typeof(WarehouseBoxTariff), typeof(WarehousePalletTariff),
        typeof(WarehouseReturnTariff),
    ];

    public static TheoryData<Type> Types => [.. Roots];

    [Theory]
    [MemberData(nameof(Types))]
    public void Missing_null_and_unknown_members_fail_no_answer(Type type)
    {
        JsonTypeInfo info = CommonJsonContext.Default.GetTypeInfo(type)!;
        var nulls = new JsonObject { ["wbAddedThis"] = new JsonObject { ["deep"] = new JsonArray(1, "2") } };
        JsonPropertyInfo[] properties = [.. info.Properties.Where(p => p is { Get: not null, IsExtensionData: false })];
        foreach (JsonPropertyInfo property in properties)
            nulls[property.Name] = null;

        foreach (string json in new[] { "{}", nulls.ToJsonString() })
        {
            object answer = JsonSerializer.Deserialize(json, info)!;
            foreach (JsonPropertyInfo property in properties)
            {
                object? value = property.Get!(answer);
                if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
                    Assert.Empty(Assert.IsAssignableFrom<System.Collections.IEnumerable>(value));
            }
        }
    }

    [Fact]
    public void The_shortcuts_are_no_part_of_the_wire_form()
    {
        Assert.DoesNotContain("isAcceptanceOpen", Names<AcceptanceCoefficient>(), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(["response"], Names<TariffsResponse<BoxTariffs>>());
    }

    [Fact]
    public async Task Ping_answers_with_the_time()
    {
        using var host = new FakeCommonHost("""{"TS":"2024-08-16T11:19:05+03:00","Status":"OK"}""");
        PingResponse ping = await host.Api.PingAsync(TestContext.Current.CancellationToken);
        Assert.Equal("OK", ping.Status);
        Assert.Equal(new DateTimeOffset(2024, 8, 16, 11, 19, 5, TimeSpan.FromHours(3)), ping.Timestamp);
    }

    [Fact]
    public async Task News_have_text_time_and_tags()
    {
        using var host = new FakeCommonHost("""
            {"data":[{"content":"Склад закрыт","date":"2025-02-05T14:10:35","header":"Склады","id":"7369",
              "types":[{"id":4,"name":"Поставки"}]},
                     {"id":7370,"types":null}]}
            """);
        NewsResponse news = await host.Api.GetNewsAsync(fromId: 1, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, news.Data.Count);
        NewsItem first = news.Data[0];
        Assert.Equal((7369, "Склады", "Склад закрыт"), (first.Id, first.Header, first.Content));
        Assert.Equal(new DateTimeOffset(2025, 2, 5, 14, 10, 35, TimeSpan.FromHours(3)), first.Date);
        Assert.Equal((4, "Поставки"), (Assert.Single(first.Types).Id, first.Types[0].Name));
        Assert.Empty(news.Data[1].Types);
    }

    [Fact]
    public async Task The_seller_is_named()
    {
        using var host = new FakeCommonHost("""
            {"name":"ИП Иванов","sid":"e8923014-e233-47q8-898e-3cc86d67ea61","tin":"1234567890","tradeMark":"Лён"}
            """);
        SellerInfo seller = await host.Api.GetSellerInfoAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ("ИП Иванов", "e8923014-e233-47q8-898e-3cc86d67ea61", "1234567890", "Лён"),
            (seller.Name, seller.Sid, seller.Tin, seller.TradeMark));
    }

    [Fact]
    public async Task A_jam_subscription_keeps_values_that_are_not_known()
    {
        using var host = new FakeCommonHost("""
            {"state":"active","activationSource":"jam","level":"ultra","since":"2026-03-16T08:38:08.056406Z","till":"0001-01-01T00:00:00"}
            """);
        JamSubscription? jam = await host.Api.GetJamSubscriptionAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(jam);
        Assert.Equal(JamSubscriptionState.Active, jam.State);
        Assert.Equal(JamActivationSource.Jam, jam.ActivationSource);
        Assert.Equal("ultra", jam.Level.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 16, 8, 38, 8, 56, 406, TimeSpan.Zero), jam.Since);
        Assert.Null(jam.Till);
    }

    [Fact]
    public async Task A_seller_who_never_had_jam_gets_null()
    {
        // With a length of zero, without a length, as a blank line, and as null.
        Func<HttpContent>[] bodies =
        [
            () => new ByteArrayContent([]), () => new ChunkedContent(""), () => new ChunkedContent("\n"), () => FakeCommonHost.Json("null"),
        ];
        foreach (Func<HttpContent> body in bodies)
        {
            using var host = new FakeCommonHost(_ => body());
            Assert.Null(await host.Api.GetJamSubscriptionAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("<html>")]
    public async Task A_body_that_is_no_json_is_not_taken_for_an_empty_one(string body)
    {
        using var host = new FakeCommonHost(_ => new ChunkedContent(body));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetJamSubscriptionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Options_of_the_tariff_constructor_stand_in_packages_and_outside()
    {
        using var host = new FakeCommonHost("""
            {"activeOptionCount":2.0,"activePackageCount":"1","totalCommissionRate":2.3,
             "packages":[{"id":"79861ed4","slug":"super","name":"Супер","status":"active","periodDuration":90,"commissionRate":0.8,
               "activatedAt":"2026-03-15T00:00:00+03:00","expiresAt":"","options":[{"id":"a1","slug":"pin","name":"Закреп"}]}],
             "options":[{"id":"d4","slug":"support","name":"Поддержка","status":"pendingDeactivation","periodDuration":30,
               "promotion":{"commissionRate":"0.3","expiresAt":"2026-04-30T00:00:00+03:00"}}]}
            """);
        TariffConstructorOptions options =
            await host.Api.GetTariffConstructorOptionsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((2, 1, 2.3m), (options.ActiveOptionCount, options.ActivePackageCount, options.TotalCommissionRate));
        TariffPackage package = Assert.Single(options.Packages);
        Assert.Equal(
            ("79861ed4", "super", "Супер", 0.8m, 90),
            (package.Id, package.Slug, package.Name, package.CommissionRate, package.PeriodDuration));
        Assert.Equal(TariffOptionStatus.Active, package.Status);
        Assert.Equal(new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.FromHours(3)), package.ActivatedAt);
        Assert.Null(package.ExpiresAt);
        Assert.Equal(("a1", "pin", "Закреп"), (Assert.Single(package.Options).Id, package.Options[0].Slug, package.Options[0].Name));
        TariffOption option = Assert.Single(options.Options);
        Assert.Equal(TariffOptionStatus.PendingDeactivation, option.Status);
        Assert.Null(option.CommissionRate);
        Assert.Equal(0.3m, option.Promotion?.CommissionRate);
        Assert.Equal(new DateTimeOffset(2026, 4, 30, 0, 0, 0, TimeSpan.FromHours(3)), option.Promotion?.ExpiresAt);
    }

    [Fact]
    public async Task A_commission_has_the_rates_of_its_country()
    {
        using var host = new FakeCommonHost("""
            {"report":[
              {"kgvpBooking":14.5,"kgvpMarketplace":15.5,"kgvpPickup":14,"kgvpSupplier":12.5,"kgvpSupplierExpress":3,"paidStorageKgvp":16,
               "parentID":657,"parentName":"Техника","subjectID":6461,"subjectName":"Насосы"},
              {"kgvpMarketplaceUz":1.5,"kgvpPaidStorageUz":2.5,"kgvpSupplierUz":3.5},
              {"kgvpChina":4.5},{"kgvpTurkey":5.5},{"kgvpUAE":6.5}]}
            """);
        CommissionsResponse answer = await host.Api.GetCommissionsAsync(cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<Commission> rows = answer.Report;
        Assert.Equal(
            new Commission
            {
                ParentId = 657,
                ParentName = "Техника",
                SubjectId = 6461,
                SubjectName = "Насосы",
                WarehousePercent = 16,
                MarketplacePercent = 15.5m,
                SupplierPercent = 12.5m,
                SupplierExpressPercent = 3,
                PickupPercent = 14,
                BookingPercent = 14.5m,
            },
            rows[0]);
        Assert.Equal(
            new Commission { UzbekistanMarketplacePercent = 1.5m, UzbekistanWarehousePercent = 2.5m, UzbekistanSupplierPercent = 3.5m },
            rows[1]);
        Assert.Equal(new Commission { ChinaPercent = 4.5m }, rows[2]);
        Assert.Equal(new Commission { TurkeyPercent = 5.5m }, rows[3]);
        Assert.Equal(new Commission { UnitedArabEmiratesPercent = 6.5m }, rows[4]);
    }

    [Fact]
    public async Task Acceptance_may_lack_its_prices_and_its_kind()
    {
        using var host = new FakeCommonHost("""
            [{"date":"2024-04-11T00:00:00Z","coefficient":-1,"warehouseID":217081,"warehouseName":"СЦ","allowUnload":false,"boxTypeID":6,
              "storageCoef":null,"deliveryCoef":null,"isSortingCenter":true},
             {"coefficient":1,"allowUnload":true,"storageCoef":"115","deliveryCoef":"160","deliveryBaseLiter":"48",
              "deliveryAdditionalLiter":"11,2",
              "storageBaseLiter":"35.65","storageAdditionalLiter":"0,07"}]
            """);
        IReadOnlyList<AcceptanceCoefficient> rows =
            await host.Api.GetAcceptanceCoefficientsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            new AcceptanceCoefficient
            {
                Date = new DateTimeOffset(2024, 4, 11, 0, 0, 0, TimeSpan.Zero),
                Coefficient = -1,
                WarehouseId = 217081,
                WarehouseName = "СЦ",
                BoxTypeId = BoxType.Supersafe,
                IsSortingCenter = true,
            },
            rows[0]);
        Assert.Equal(
            new AcceptanceCoefficient
            {
                Coefficient = 1,
                AllowUnload = true,
                StorageCoefficient = 115,
                DeliveryCoefficient = 160,
                DeliveryBaseLiter = 48,
                DeliveryAdditionalLiter = 11.2m,
                StorageBaseLiter = 35.65m,
                StorageAdditionalLiter = 0.07m,
            },
            rows[1]);
    }

    [Theory]
    [InlineData(0.0, true, true)]
    [InlineData(1.0, true, true)]
    [InlineData(-1.0, true, false)]
    [InlineData(2.0, true, false)]
    [InlineData(0.5, true, false)]
    [InlineData(0.0, false, false)]
    [InlineData(null, true, false)]
    public void Acceptance_is_open_at_zero_or_one_when_unloading_is_allowed(double? coefficient, bool allowUnload, bool open) =>
        Assert.Equal(open, new AcceptanceCoefficient { Coefficient = (decimal?)coefficient, AllowUnload = allowUnload }.IsAcceptanceOpen);

    [Fact]
    public async Task Box_tariffs_are_numbers_and_days()
    {
        using var host = new FakeCommonHost("""
            {"response":{"data":{"currency":"RUB","dtNextBox":"","dtTillMax":"2024-03-31","warehouseList":[
              {"boxDeliveryBase":"48","boxDeliveryCoefExpr":"160","boxDeliveryLiter":"11,2","boxDeliveryMarketplaceBase":"40",
               "boxDeliveryMarketplaceCoefExpr":"125","boxDeliveryMarketplaceLiter":"-","boxStorageBase":"0,14","boxStorageCoefExpr":"115",
               "boxStorageLiter":"0,07","geoName":"Центр","warehouseName":"Коледино"}]}}}
            """);
        BoxTariffs tariffs = (await host.Api.GetBoxTariffsAsync(default, TestContext.Current.CancellationToken)).Data!;
        Assert.Equal("RUB", tariffs.Currency);
        Assert.Null(tariffs.NextTariffDate);
        Assert.Equal(new DateOnly(2024, 3, 31), tariffs.LastTariffDate);
        Assert.Equal(
            new WarehouseBoxTariff
            {
                WarehouseName = "Коледино",
                GeoName = "Центр",
                DeliveryBase = 48,
                DeliveryLiter = 11.2m,
                DeliveryCoefficient = 160,
                MarketplaceDeliveryBase = 40,
                MarketplaceDeliveryLiter = null,
                MarketplaceDeliveryCoefficient = 125,
                StorageBase = 0.14m,
                StorageLiter = 0.07m,
                StorageCoefficient = 115,
            },
            Assert.Single(tariffs.Warehouses));
    }

    [Fact]
    public async Task Pallet_tariffs_are_numbers_and_days()
    {
        using var host = new FakeCommonHost("""
            {"response":{"data":{"currency":"RUB","dtNextPallet":"2024-02-01","dtTillMax":null,"warehouseList":[
              {"palletDeliveryExpr":"170","palletDeliveryValueBase":"51","palletDeliveryValueLiter":"11,9","palletStorageExpr":"155",
               "palletStorageValueExpr":"35.65","warehouseName":"Коледино"}]}}}
            """);
        PalletTariffs tariffs = (await host.Api.GetPalletTariffsAsync(default, TestContext.Current.CancellationToken)).Data!;
        Assert.Equal("RUB", tariffs.Currency);
        Assert.Equal(new DateOnly(2024, 2, 1), tariffs.NextTariffDate);
        Assert.Null(tariffs.LastTariffDate);
        Assert.Equal(
            new WarehousePalletTariff
            {
                WarehouseName = "Коледино",
                DeliveryBase = 51,
                DeliveryLiter = 11.9m,
                DeliveryCoefficient = 170,
                Storage = 35.65m,
                StorageCoefficient = 155,
            },
            Assert.Single(tariffs.Warehouses));
    }

    [Fact]
    public async Task Return_tariffs_are_numbers_and_days()
    {
        using var host = new FakeCommonHost("""
            {"response":{"data":{"currency":"RUB","dtNextDeliveryDumpKgt":"2024-02-01","dtNextDeliveryDumpSrg":"2024-02-02",
              "dtNextDeliveryDumpSup":"2024-02-03","warehouseList":[
              {"deliveryDumpKgtOfficeBase":"1 039","deliveryDumpKgtOfficeLiter":"9,1","deliveryDumpKgtReturnExpr":"1 050",
               "deliveryDumpSrgOfficeExpr":"170","deliveryDumpSrgReturnExpr":"171","deliveryDumpSupCourierBase":"229",
               "deliveryDumpSupCourierLiter":"9,2","deliveryDumpSupOfficeBase":"129","deliveryDumpSupOfficeLiter":"9,3",
               "deliveryDumpSupReturnExpr":"250","warehouseName":"Электросталь"}]}}}
            """);
        ReturnTariffs tariffs = (await host.Api.GetReturnTariffsAsync(default, TestContext.Current.CancellationToken)).Data!;
        Assert.Equal("RUB", tariffs.Currency);
        Assert.Equal(new DateOnly(2024, 2, 1), tariffs.NextOversizedTariffDate);
        Assert.Equal(new DateOnly(2024, 2, 2), tariffs.NextUnidentifiedTariffDate);
        Assert.Equal(new DateOnly(2024, 2, 3), tariffs.NextTariffDate);
        Assert.Equal(
            new WarehouseReturnTariff
            {
                WarehouseName = "Электросталь",
                OfficeBase = 129,
                OfficeLiter = 9.3m,
                CourierBase = 229,
                CourierLiter = 9.2m,
                Unclaimed = 250,
                OversizedOfficeBase = 1039,
                OversizedOfficeLiter = 9.1m,
                OversizedUnclaimed = 1050,
                UnidentifiedOffice = 170,
                UnidentifiedUnclaimed = 171,
            },
            Assert.Single(tariffs.Warehouses));
    }

    private static string[] Names<T>() =>
        [.. CommonJsonContext.Default.GetTypeInfo(typeof(T))!.Properties.Where(p => p is { Get: not null, IsExtensionData: false }).Select(p => p.Name)];

    /// <summary>A body that does not say its length, not even when it is in memory: as one that was sent compressed.</summary>
    private sealed class ChunkedContent : HttpContent
    {
        private readonly string _text;

        public ChunkedContent(string text)
        {
            _text = text;
            Headers.ContentLength = null;
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(_text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
