using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Telemetry;

// Listeners hear the whole process: nothing else may call meanwhile.
[Collection(nameof(TelemetryTests))]
public sealed class UnreadableMemberTests
{
    private const string Counter = "wildberries.client.unreadable_members";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_counted_and_logged_by_operation_and_name_and_never_by_value()
    {
        using var listener = new CollectingListener();
        using var logs = new CollectingLoggerProvider();
        using ILoggerFactory loggers = logs.CreateFactory();
        using var wb = new FakeWildberries(services: services => services.AddSingleton(loggers));
        wb.Answer(HttpStatusCode.OK, """{"result":{"events":[{"eventID":"e","addTimestamp":"secret one","message":{"text":{"secret":"two"},"mood":1}},"secret three"]}}""");
        await wb.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancel);

        CollectingListener.Measurement[] counted = listener.Of(Counter);
        Assert.Equal(["_other", "addTimestamp", "text"], counted.Select(one => (string)one.Tags["wildberries.member"]!).Order(StringComparer.Ordinal));
        Assert.All(counted, one => Assert.Equal("BuyerChat.GetEvents", one.Tags["wildberries.operation"]));
        Assert.Equal("mood", Assert.Single(listener.Of("wildberries.client.unknown_members")).Tags["wildberries.member"]);
        Assert.Single(logs.Entries, entry => entry.Text.Contains("addTimestamp", StringComparison.Ordinal) && entry.Text.Contains("BuyerChat.GetEvents", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Entries, entry => entry.ToString().Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(listener.Measurements.SelectMany(one => one.Tags.Values), value => value is string text && text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_are_counted_each_and_logged_once()
    {
        using var listener = new CollectingListener();
        using var logs = new CollectingLoggerProvider();
        using ILoggerFactory loggers = logs.CreateFactory();
        using var wb = new FakeWildberries(services: services => services.AddSingleton(loggers));
        wb.Answer(HttpStatusCode.OK, """[{"rrdId":1,"forPay":"a"},{"rrdId":2},{"rrdId":3,"forPay":"b"}]""");
        await foreach (SalesReportRow row in wb.Client.Finance.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
            Assert.Null(row.ForPay);
        Assert.Equal(["forPay", "forPay"], listener.Of(Counter).Select(one => one.Tags["wildberries.member"]));
        Assert.Single(logs.Entries, entry => entry.Text.Contains("forPay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_counted_where_all_can_be_read()
    {
        using var listener = new CollectingListener();
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, """{"result":{"events":[{"eventID":"e","addTimestamp":"5"}]}}""");
        await wb.Client.BuyerChat.GetEventsAsync(cancellationToken: Cancel);
        Assert.Empty(listener.Of(Counter));
    }
}
