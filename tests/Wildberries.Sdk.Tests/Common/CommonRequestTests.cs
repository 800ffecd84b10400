using System.Globalization;
using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Tests.Common;

public sealed class CommonRequestTests
{
    private static readonly DateOnly Day = new(2025, 2, 6);

    private static readonly Dictionary<string, Func<ICommonApi, Task>> Calls = new()
    {
        ["/ping"] = api => api.PingAsync(),
        ["/api/communications/v2/news?from=2025-02-06"] = api => api.GetNewsAsync(from: Day),
        ["/api/communications/v2/news?fromID=7369000000"] = api => api.GetNewsAsync(fromId: 7_369_000_000),
        ["/api/communications/v2/news"] = api => api.GetNewsAsync(),
        ["/api/v1/seller-info"] = api => api.GetSellerInfoAsync(),
        ["/api/common/v1/subscriptions"] = api => api.GetJamSubscriptionAsync(),
        ["/api/common/v1/tariff-constructor/options"] = api => api.GetTariffConstructorOptionsAsync(),
        ["/api/common/v1/tariff-constructor/options?locale=en"] = api => api.GetTariffConstructorOptionsAsync(Locale.English),
        ["/api/v1/tariffs/commission"] = api => api.GetCommissionsAsync(default(Locale)),
        ["/api/v1/tariffs/commission?locale=zh"] = api => api.GetCommissionsAsync(Locale.Chinese),
        ["/api/v1/tariffs/commission?locale=kk"] = api => api.GetCommissionsAsync(Locale.From("kk")),
        ["/api/v1/tariffs/box?date=2025-02-06"] = api => api.GetBoxTariffsAsync(Day),
        ["/api/v1/tariffs/pallet?date=2025-02-06"] = api => api.GetPalletTariffsAsync(Day),
        ["/api/v1/tariffs/return?date=2025-02-06"] = api => api.GetReturnTariffsAsync(Day),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeCommonHost("{}");
        await InRussian(() => Calls[expected](host.Api));
        Assert.Equal([expected], host.Requests);
    }

    [Fact]
    public async Task Warehouses_go_as_ids_with_commas()
    {
        using var host = new FakeCommonHost("[]");
        await InRussian(async () =>
        {
            await host.Api.GetAcceptanceCoefficientsAsync(cancellationToken: TestContext.Current.CancellationToken);
            await host.Api.GetAcceptanceCoefficientsAsync("507,117501", TestContext.Current.CancellationToken);
            await host.Api.GetAcceptanceCoefficientsAsync([507L, 117501L], TestContext.Current.CancellationToken);
        });
        Assert.Equal(
            [
                "/api/tariffs/v1/acceptance/coefficients",
                "/api/tariffs/v1/acceptance/coefficients?warehouseIDs=507%2C117501",
                "/api/tariffs/v1/acceptance/coefficients?warehouseIDs=507%2C117501",
            ],
            host.Requests);
    }

    [Fact]
    public void No_warehouse_at_all_is_refused_before_the_network()
    {
        using var host = new FakeCommonHost("[]");
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => { _ = host.Api.GetAcceptanceCoefficientsAsync([], TestContext.Current.CancellationToken); });
        Assert.Equal("warehouseIds", exception.ParamName);
        Assert.Empty(host.Requests);
    }

    private static async Task InRussian(Func<Task> call)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            await call();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
