using System.Text.Json;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.FbsOrders;

public sealed class AutoReturnTests
{
    private string _mode = "manual";
    private int _changes;
    private int _failAt = int.MaxValue;
    private Func<Exception> _failure = () => new WildberriesConnectionException("down");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_differs_and_can_be_changed_is_sent_and_every_size_is_accounted_for()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Answer);
        AutoReturnResult result = await host.Api.SetAutoReturnsAsync([1, 2, 3, 4, 5, 6, 7, 8, 9, 1], AutoReturnDestination.PickupPoint, Cancel);
        Assert.Equal(
            [
                (1, AutoReturnOutcome.Changed),
                (2, AutoReturnOutcome.Unchanged),
                (3, AutoReturnOutcome.Refused),
                (4, AutoReturnOutcome.Refused),
                (5, AutoReturnOutcome.Refused),
                (6, AutoReturnOutcome.Unknown),
                (7, AutoReturnOutcome.Changed),
                (8, AutoReturnOutcome.Unknown),
                (9, AutoReturnOutcome.Unknown),
            ],
            result.Rows.Select(row => (row.ChrtId, row.Outcome)));
        Assert.Equal("Not Found", Assert.Single(result.Rows[4].Errors).Detail);
        Assert.Equal("""PATCH /api/marketplace/v3/fbs/settings/autoreturns/items {"chrtIds":[1,5,6,7,8,9],"type":"byPickupPoint"}""", host.Requests[^1]);
        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task A_size_that_comes_twice_or_was_not_asked_for_is_left_out()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, _ => """{"results":[{"chrtId":1,"type":"byWarehouse"},{"chrtId":1},{"chrtId":3},{}]}""");
        AutoReturnItem item = Assert.Single(await host.Api.GetAutoReturnsAsync([1, 2], Cancel));
        Assert.Equal((1, AutoReturnDestination.Warehouse), (item.ChrtId, item.Destination));
    }

    [Fact]
    public async Task Sizes_that_need_no_change_send_none()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Answer);
        AutoReturnResult result = await host.Api.SetAutoReturnsAsync([2], AutoReturnDestination.PickupPoint, Cancel);
        Assert.Equal(AutoReturnOutcome.Unchanged, Assert.Single(result.Rows).Outcome);
        Assert.DoesNotContain(host.Requests, request => request.StartsWith("PATCH", StringComparison.Ordinal));
        Assert.Empty((await host.Api.SetAutoReturnsAsync([], AutoReturnDestination.PickupPoint, Cancel)).Rows);
    }

    [Fact]
    public async Task Without_the_manual_setting_nothing_is_sent()
    {
        _mode = "allToWarehouse";
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Answer);
        var error = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => host.Api.SetAutoReturnsAsync([1], AutoReturnDestination.PickupPoint, Cancel));
        Assert.Contains("allToWarehouse", error.Message, StringComparison.Ordinal);
        Assert.Equal(("SupplierSettingMustBeManual", Delivery.NotSent), (error.Code, error.Delivery));
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task A_place_that_WB_does_not_take_is_refused_before_anything_is_asked()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Answer);
        foreach (AutoReturnDestination destination in new[] { AutoReturnDestination.Auto, AutoReturnDestination.Courier, default })
            await Assert.ThrowsAsync<ArgumentException>("destination", () => host.Api.SetAutoReturnsAsync([1], destination, Cancel));
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task A_failure_on_the_way_leaves_nothing_unsaid()
    {
        _failAt = 2;
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Answer);
        var exception = await Assert.ThrowsAsync<WildberriesConnectionException>(
            () => host.Api.SetAutoReturnsAsync(Enumerable.Range(10_000, 2_500).Select(id => (long)id), AutoReturnDestination.PickupPoint, Cancel));
        AutoReturnResult result = exception.GetAutoReturnResult()!;
        Assert.Equal(2_500, result.Rows.Count);
        Assert.Equal(
            [(AutoReturnOutcome.Changed, 1_000), (AutoReturnOutcome.Unknown, 1_000), (AutoReturnOutcome.NotSent, 500)],
            result.Rows.GroupBy(row => row.Outcome).Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public async Task A_refusal_before_anything_was_changed_is_thrown()
    {
        _failAt = 1;
        _failure = () => new WildberriesBadRequestException("no") { Delivery = Delivery.Refused };
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, Answer);
        var refusal = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => host.Api.SetAutoReturnsAsync([1], AutoReturnDestination.PickupPoint, Cancel));
        Assert.Equal(AutoReturnOutcome.Refused, Assert.Single(refusal.GetAutoReturnResult()!.Rows).Outcome);
    }

    [Fact]
    public async Task Subjects_are_read_to_the_end()
    {
        using var host = new FakeHost<IFbsOrdersApi>(FbsOrdersJsonContext.Default, request => request.RequestUri!.Query.Contains("next=0", StringComparison.Ordinal)
            ? """{"next":300,"data":[{"subjectId":406},{"subjectId":3109}]}"""
            : """{"next":null,"data":[{"subjectId":3109},{"subjectId":4556}]}""");
        List<long> ids = [];
        await foreach (RestrictedSubject subject in host.Api.StreamRestrictedSubjectsAsync(Cancel))
            ids.Add(subject.SubjectId);
        Assert.Equal([406, 3109, 4556], ids);
        Assert.Equal(2, host.Requests.Count);
    }

    // 2 goes there already, 3 cannot be changed, 4 is unknown, 5 turns out to be large, 6 is not answered, of 7 nobody can read whether it can be changed, 8 and 9 are changed or not.
    private string Answer(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get)
            return $$"""{"type":"{{_mode}}"}""";
        using var body = JsonDocument.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
        IEnumerable<long> ids = [.. body.RootElement.GetProperty("chrtIds").EnumerateArray().Select(id => id.GetInt64())];
        if (request.Method == HttpMethod.Patch && ++_changes == _failAt)
            throw _failure();
        IEnumerable<string> rows = ids.Where(id => id != 6).Select(id => (id, request.Method == HttpMethod.Post) switch
        {
            (2, true) => """{"success":true,"chrtId":2,"type":"byPickupPoint","changeable":true}""",
            (3, true) => """{"success":true,"chrtId":3,"type":"byCourier"}""",
            (4, _) => """{"error":[{"code":404,"detail":"NotFound"}],"chrtId":4}""",
            (5, false) => """{"error":[{"code":404,"detail":"Not Found"}],"chrtId":5}""",
            (7, true) => """{"success":true,"chrtId":7,"type":"byWarehouse","changeable":"yes"}""",
            (8, false) => """{"success":true,"chrtId":8,"error":[{"code":409,"detail":"later"}]}""",
            (9, false) => """{"success":true,"chrtId":9,"message":"not today"}""",
            (_, true) => $$"""{"success":true,"chrtId":{{id}},"type":"byWarehouse","changeable":true}""",
            _ => $$"""{"success":true,"chrtId":{{id}}}""",
        });
        return $$"""{"results":[{{string.Join(',', rows)}}]}""";
    }
}
