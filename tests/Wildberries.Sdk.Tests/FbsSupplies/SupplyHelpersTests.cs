using Wildberries.Sdk.Errors;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>Stickers of boxes, SPOT data, and cancelling what cannot be delivered.</summary>
public sealed class SupplyHelpersTests
{
    private static readonly SpotData Spot = new() { CarrierName = "Ала-Тоо", CarrierTaxNumber = "1", CarrierCountryCode = "417", VehicleRegistrationNumber = "01KG123ABC" };

    private readonly JumpingTimeProvider _clock = new();
    private readonly FakeMarketplace _market;

    public SupplyHelpersTests()
    {
        _market = new FakeMarketplace(_clock);
        ClientClock.Note(_market, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_gets_the_sticker_with_its_number_whatever_their_order()
    {
        using var host = new FakeSuppliesHost(
            """{"stickers":[{"barcode":"$WBMP:1:123:22","file":"QjI="},{"barcode":"$WBMP:1:123:11","file":"QjE="},{"barcode":"$WBMP:1:123:44","file":"QjQ="}]}""");
        StickerResult<string> read = await host.Api.GetBoxStickersAsync("WB-GI-1", ["WB-TRBX-11", "WB-TRBX-22", "WB-TRBX-33"], StickerFormat.Svg, Cancel);
        Assert.Equal([("WB-TRBX-11", "B1"), ("WB-TRBX-22", "B2")], read.Stickers.Select(sticker => (sticker.Id, System.Text.Encoding.ASCII.GetString(sticker.Content.Span))));
        Assert.Equal(["WB-TRBX-33"], read.Missing);
    }

    [Fact]
    public async Task Stickers_without_numbers_are_told_apart_by_their_order_unless_one_is_missing()
    {
        using var host = new FakeSuppliesHost("""{"stickers":[{"barcode":"a","file":"QjE="},{"barcode":"b","file":"QjI="}]}""");
        Assert.Equal(["WB-TRBX-1", "WB-TRBX-2"], (await host.Api.GetBoxStickersAsync("WB-GI-1", ["WB-TRBX-1", "WB-TRBX-2"], StickerFormat.Svg, Cancel)).Stickers.Select(sticker => sticker.Id));
        Assert.Equal(3, (await host.Api.GetBoxStickersAsync("WB-GI-1", ["WB-TRBX-1", "WB-TRBX-2", "WB-TRBX-3"], StickerFormat.Svg, Cancel)).Missing.Count);
    }

    [Theory]
    [InlineData("$WBMP:1:1:1", "$WBMP:1:1:1", "")]
    [InlineData("$WBMP:1:1:1", "$WBMP:1:1:8888", "WB-TRBX-1")]
    [InlineData("$WBMP:1:1:7777", "$WBMP:1:1:8888", "")]
    [InlineData("$WBMP:1:1:7777", "b", "")]
    public async Task A_sticker_with_another_boxs_number_is_never_given_to_a_box(string first, string second, string boxes)
    {
        using var host = new FakeSuppliesHost($$"""{"stickers":[{"barcode":"{{first}}","file":"QjE="},{"barcode":"{{second}}","file":"QjI="}]}""");
        StickerResult<string> read = await host.Api.GetBoxStickersAsync("WB-GI-1", ["WB-TRBX-1", "WB-TRBX-2"], StickerFormat.Svg, Cancel);
        Assert.Equal(boxes, string.Join(' ', read.Stickers.Select(sticker => sticker.Id)));
        Assert.Equal(2 - read.Stickers.Count, read.Missing.Count);
    }

    [Fact]
    public async Task All_boxes_of_a_supply_are_asked_for_where_none_is_named()
    {
        using var host = new FakeSuppliesHost(request => request.RequestUri!.AbsolutePath.EndsWith("/trbx", StringComparison.Ordinal)
            ? """{"trbxes":[{"id":"WB-TRBX-1"},null,{"id":"WB-TRBX-2"}]}"""
            : """{"stickers":[{"barcode":"$WBMP:1:1:1","file":"QjE="},{"barcode":"$WBMP:1:1:2","file":"QjI="}]}""");
        Assert.Equal(2, (await host.Api.GetBoxStickersAsync("WB-GI-1", null, StickerFormat.Png, Cancel)).Stickers.Count);
        Assert.Equal(["GET /api/v3/supplies/WB-GI-1/trbx", """POST /api/v3/supplies/WB-GI-1/trbx/stickers?type=png {"trbxIds":["WB-TRBX-1","WB-TRBX-2"]}"""], host.Requests);
    }

    [Fact]
    public async Task A_QR_code_comes_as_what_is_printed()
    {
        using var host = new FakeSuppliesHost("""{"barcode":"WB-GI-1","file":"UVI="}""");
        Sticker<string> code = (await host.Api.GetQrCodeAsync("WB-GI-1", StickerFormat.Png, Cancel))!;
        Assert.Equal(("WB-GI-1", "WB-GI-1", StickerFormat.Png), (code.Id, code.Barcode, code.Format));
        Assert.Equal("QR"u8.ToArray(), code.Content.ToArray());
        await Assert.ThrowsAsync<ArgumentException>(() => host.Api.GetBoxStickersAsync("WB-GI-1", ["WB-TRBX-1"], StickerFormat.Pdf, Cancel));
    }

    [Fact]
    public async Task SPOT_data_are_set_and_waited_for()
    {
        FakeSupply supply = _market.AddSupply("a");
        supply.IsSpotAvailable = true;
        Assert.Equal(SpotStatus.Completed, (await _market.SetSpotAndWaitAsync(supply.Id, Spot, cancellationToken: Cancel)).Status);
        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)], _clock.Waits);
        _market.SpotEnd = SpotStatus.Failed;
        Assert.Equal(SpotStatus.Failed, (await _market.SetSpotAndWaitAsync(supply.Id, Spot, cancellationToken: Cancel)).Status);
        _market.SpotCheckTime = TimeSpan.FromHours(1);
        Assert.Equal(SpotStatus.Pending, (await _market.SetSpotAndWaitAsync(supply.Id, Spot, TimeSpan.FromMinutes(1), Cancel)).Status);
    }

    [Theory]
    [InlineData(nameof(FakeFault.Throttled))]
    [InlineData(nameof(FakeFault.NotSent))]
    public async Task A_limit_and_an_outage_are_waited_for_before_SPOT_data_are_set(string fault)
    {
        FakeSupply supply = _market.AddSupply("a");
        supply.IsSpotAvailable = true;
        bool isFirst = true;
        _market.Fault = (call, _) =>
        {
            bool fails = isFirst && call.StartsWith("spot ", StringComparison.Ordinal);
            isFirst &= !fails;
            return fails ? Enum.Parse<FakeFault>(fault) : FakeFault.None;
        };
        Assert.Equal(SpotStatus.Completed, (await _market.SetSpotAndWaitAsync(supply.Id, Spot, cancellationToken: Cancel)).Status);
        Assert.False(isFirst);
    }

    [Fact]
    public async Task An_id_that_is_a_whole_file_does_not_stand_raw_in_a_message()
    {
        string id = "WB\n" + new string('x', 100_000);
        _market.Supplies[id] = new FakeSupply { Id = "WB-GI-9", Name = "a" };
        var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => FbsSuppliesApiExtensions.ReadSupplyAsync(_market, id, Cancel));
        Assert.InRange(error.Message.Length, 50, 300);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_verdict_on_other_SPOT_data_is_none()
    {
        FakeSupply supply = _market.AddSupply("a");
        supply.IsSpotAvailable = true;
        int asked = 0;
        _market.Answer = (_, answer) => answer is SpotResponse
            ? new SpotResponse { Supplies = [new SupplySpot { SupplyId = supply.Id, Spot = new SpotInfo { Status = ++asked < 4 ? SpotStatus.Failed : SpotStatus.Completed, VehicleRegistrationNumber = asked < 4 ? "02KG456DEF" : "01kg123abc" } }] }
            : answer;
        Assert.Equal(SpotStatus.Completed, (await _market.SetSpotAndWaitAsync(supply.Id, Spot, cancellationToken: Cancel)).Status);
        Assert.Equal(4, asked);
        asked = -100;
        Assert.Equal((SpotStatus.Pending, null), (await _market.SetSpotAndWaitAsync(supply.Id, Spot, TimeSpan.FromMinutes(1), Cancel)) is var last ? (last.Status, last.VehicleRegistrationNumber) : default);
    }

    [Theory]
    [InlineData(nameof(FakeFault.Throttled))]
    [InlineData(nameof(FakeFault.ServerError))]
    public async Task SPOT_data_are_waited_for_no_longer_than_was_said(string fault)
    {
        FakeSupply supply = _market.AddSupply("a");
        supply.IsSpotAvailable = true;
        _market.Fault = (call, _) => call == "spots" ? Enum.Parse<FakeFault>(fault) : FakeFault.None;
        DateTimeOffset start = _clock.GetUtcNow();
        await Assert.ThrowsAnyAsync<WildberriesApiException>(() => _market.SetSpotAndWaitAsync(supply.Id, Spot, TimeSpan.FromMinutes(3), Cancel));
        Assert.InRange(_clock.GetUtcNow() - start, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task SPOT_data_of_a_supply_that_was_not_asked_for_are_not_set()
    {
        FakeSupply supply = _market.AddSupply("a");
        int asked = 0;
        _market.Answer = (_, answer) => answer is FbsSupply one && ++asked == 1 ? one with { Id = "WB-GI-9", IsSpotAvailable = true } : answer;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _market.SetSpotAndWaitAsync(supply.Id, Spot, cancellationToken: Cancel));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task SPOT_data_that_WB_would_refuse_are_not_sent()
    {
        FakeSupply supply = _market.AddSupply("a");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _market.SetSpotAndWaitAsync(supply.Id, Spot, cancellationToken: Cancel));
        supply.IsSpotAvailable = true;
        await Assert.ThrowsAsync<ArgumentException>("spot", () => _market.SetSpotAndWaitAsync(supply.Id, Spot with { CarrierCountryCode = "KG" }, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("maxWait", () => { _ = _market.SetSpotAndWaitAsync(supply.Id, Spot, TimeSpan.FromDays(2), Cancel); });
        Assert.DoesNotContain(_market.Calls, call => call[0] == '!');
    }

    [Fact]
    public async Task Only_what_can_be_cancelled_is_and_each_order_has_its_word()
    {
        _market.Add(5);
        _market.Orders[2].SupplierStatus = SupplierStatus.Complete;
        _market.Orders[3].WbStatus = WbStatus.DeclinedByClient;
        _market.AfterCall = call =>
        {
            // WB hands it over between the look and the call.
            if (call == "cancel 1")
                _market.Orders[4].SupplierStatus = SupplierStatus.Complete;
        };
        OrderChangeResult result = await _market.CancelOrdersAsync([1, 2, 3, 1, 4, 9], cancellationToken: Cancel);
        Assert.Equal(
            [
                (0, 1, OrderChangeOutcome.Done, default), (1, 2, OrderChangeOutcome.Refused, OrderErrorReason.StatusMismatch), (2, 3, OrderChangeOutcome.Unchanged, default),
                (4, 4, OrderChangeOutcome.Refused, OrderErrorReason.StatusMismatch), (5, 9, OrderChangeOutcome.Refused, OrderErrorReason.NotFound),
            ],
            result.Orders.Select(order => (order.Index, order.OrderId, order.Outcome, order.Reason)));
        Assert.Equal([null, 409, 404], result.Refused.Select(order => order.ErrorCode));
        Assert.All(result.Orders.Where(order => order.Index is 1 or 4 or 5), order => Assert.NotNull(order.ErrorText));
        Assert.Equal(["statuses 5", "!cancel 1", "!cancel 4", "!cancel 9"], _market.Calls);
    }

    [Fact]
    public async Task What_WB_does_not_say_of_a_cancellation_WB_judges()
    {
        _market.Add(2);
        _market.Orders[2].SupplierStatus = SupplierStatus.Complete;
        _market.Answer = (call, answer) => answer is FbsOrderStatusesResponse statuses ? statuses with { Orders = [.. statuses.Orders.Select(status => status with { IsCancellable = null })] } : answer;
        OrderChangeResult result = await _market.CancelOrdersAsync([1, 2], cancellationToken: Cancel);
        Assert.Equal([OrderChangeOutcome.Done, OrderChangeOutcome.Refused], result.Orders.Select(order => order.Outcome));
        Assert.Equal(["statuses 2", "!cancel 1", "!cancel 2"], _market.Calls);
    }

    [Theory]
    [InlineData(nameof(FakeFault.Lost), OrderChangeOutcome.Unchanged)]
    [InlineData(nameof(FakeFault.LostAndNotDone), OrderChangeOutcome.Done)]
    public async Task A_cancellation_that_nobody_answered_ends_it_and_the_same_call_goes_on(string fault, OrderChangeOutcome outcome)
    {
        _market.Add(2);
        bool isFirst = true;
        _market.Fault = (call, _) =>
        {
            bool fails = call == "cancel 1" && isFirst;
            isFirst &= !fails;
            return fails ? Enum.Parse<FakeFault>(fault) : FakeFault.None;
        };
        var lost = await Assert.ThrowsAnyAsync<WildberriesApiException>(() => _market.CancelOrdersAsync([1, 2], cancellationToken: Cancel));
        OrderChangeResult known = lost.GetOrderChangeResult()!;
        Assert.Equal([OrderChangeOutcome.Unknown, OrderChangeOutcome.NotSent], known.Orders.Select(order => order.Outcome));
        OrderChangeResult rest = await _market.CancelOrdersAsync([1, 2], cancellationToken: Cancel);
        Assert.Equal([outcome, OrderChangeOutcome.Done], rest.Orders.Select(order => order.Outcome));
    }
}
