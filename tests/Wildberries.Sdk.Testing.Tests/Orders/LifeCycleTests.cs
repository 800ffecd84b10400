using System.Globalization;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing.Tests.Orders;

/// <summary>
/// Orders of all kinds from the buyer's click to their ends, over the wire and with WB's limits. A way is what is done and what comes of it: the statuses of the seller and of WB,
/// or a refusal, which leaves them as they are.
/// </summary>
public sealed class LifeCycleTests
{
    private const string Api = "marketplace-api/api/v3";
    private const string Newer = "marketplace-api/api/marketplace/v3";
    private const string Confirmed = "confirm: confirm/waiting; ";
    private const string Given = Confirmed + "deliver: complete/waiting; ";
    private const string OnTheWay = Confirmed + "deliver: deliver/waiting; ";
    private const string Ready = Confirmed + "prepare: prepare/ready_for_pickup; ";

    [Theory]
    [InlineData(Given + "10h: complete/sorted; 10h: complete/ready_for_pickup; 10h: complete/sold")]
    [InlineData("deliver: 409 SupplyHasZeroOrders; " + Given + "cancel: 409 StatusChangeNotAllowed; buyer receives: complete/sold")]
    [InlineData(Given + "20h: complete/ready_for_pickup; buyer cancels: complete/canceled_by_client; 10h: complete/canceled_by_client")]
    [InlineData(Given + "not found: complete/waiting; 30h: complete/waiting; confirm: confirm/waiting; 30h: confirm/waiting; deliver: complete/waiting; 10h: complete/sorted; defect: complete/defect")]
    [InlineData(Confirmed + "buyer cancels: confirm/canceled_by_client; deliver: 409 SupplyHasZeroOrders; cancel: 409 StatusMismatch")]
    [InlineData(Confirmed + "cancel: cancel/canceled; deliver: 409 SupplyHasZeroOrders; cancel: 409 StatusMismatch")]
    [InlineData("buyer cancels: new/declined_by_client; confirm: 409 FailedToAddSupplyOrder; cancel: 409 StatusMismatch")]
    [InlineData("cancel: cancel/canceled; confirm: 409 FailedToAddSupplyOrder")]
    [InlineData("canceled: new/canceled; confirm: 409 FailedToAddSupplyOrder")]
    public Task An_FBS_order_goes_through_the_warehouse_to_its_end(string way) => GoAsync(EmulatedOrderKind.Fbs, way);

    [Theory]
    [InlineData(Given + "6h: complete/accepted_by_carrier; 6h: complete/sent_to_carrier; 6h: complete/sorted; 6h: complete/ready_for_pickup; 6h: complete/sold")]
    [InlineData(Given + "6h: complete/accepted_by_carrier; canceled_by_carrier: cancel_carrier/canceled_by_carrier; 30h: cancel_carrier/canceled_by_carrier")]
    public Task An_FBS_order_across_the_border_goes_with_a_carrier_first(string way) => GoAsync(EmulatedOrderKind.Fbs, way, isCrossBorder: true);

    [Theory]
    [InlineData("deliver: refused 409 StatusMismatch; " + Confirmed + "confirm: 409 StatusMismatch; deliver: complete/waiting; cancel: 409 StatusMismatch; 20h: complete/waiting; 10h: receive/sold")]
    [InlineData(Given + "postponed: complete/postponed_delivery; 20h: complete/postponed_delivery; 10h: receive/sold")]
    [InlineData(Given + "buyer receives: receive/sold; deliver: refused 409 StatusMismatch")]
    [InlineData(Given + "buyer cancels: reject/canceled_by_client; 30h: reject/canceled_by_client")]
    [InlineData(Given + "canceled_by_missed_call: cancel_missed_call/canceled_by_missed_call")]
    [InlineData(Confirmed + "buyer cancels: confirm/canceled_by_client; deliver: refused 409 StatusMismatch; cancel: 409 StatusMismatch")]
    [InlineData(Confirmed + "cancel: cancel/canceled; deliver: refused 409 StatusMismatch; cancel: 409 StatusMismatch")]
    [InlineData("buyer cancels: new/declined_by_client; confirm: 409 StatusMismatch")]
    [InlineData("cancel: cancel/canceled; confirm: 409 StatusMismatch")]
    public Task A_DBW_order_is_received_or_refused_as_the_courier_says(string way) => GoAsync(EmulatedOrderKind.Dbw, way);

    [Theory]
    [InlineData("deliver: refused 409 StatusMismatch; receive: refused 409 StatusMismatch; " + OnTheWay + "cancel: refused 409 StatusMismatch; 90h: deliver/waiting; receive by a wrong code: refused 409 InvalidPasscode; receive: receive/sold; reject: refused 409 StatusMismatch")]
    [InlineData(OnTheWay + "reject by a wrong code: refused 409 InvalidPasscode; reject: reject/canceled_by_client; receive: refused 409 StatusMismatch")]
    [InlineData(OnTheWay + "buyer cancels: deliver/canceled_by_client; receive: refused 409 StatusMismatch")]
    [InlineData(OnTheWay + "canceled_by_missed_call: cancel_missed_call/canceled_by_missed_call; receive: refused 409 StatusMismatch")]
    [InlineData(Confirmed + "confirm: refused 409 StatusMismatch; buyer cancels: confirm/canceled_by_client; deliver: refused 409 StatusMismatch; cancel: refused 409 StatusMismatch")]
    [InlineData(Confirmed + "cancel: cancel/canceled; deliver: refused 409 StatusMismatch")]
    [InlineData("buyer cancels: new/declined_by_client; confirm: refused 409 StatusMismatch")]
    [InlineData("cancel: cancel/canceled; confirm: refused 409 StatusMismatch")]
    public async Task A_DBS_or_express_order_ends_as_the_seller_says(string way)
    {
        await GoAsync(EmulatedOrderKind.Dbs, way);
        await GoAsync(EmulatedOrderKind.Express, way);
    }

    [Theory]
    [InlineData("deliver: refused 409 StatusMismatch; " + OnTheWay + "15h: deliver/ready_for_pickup; 15h: receive/sold; receive: refused 409 StatusMismatch")]
    [InlineData(OnTheWay + "15h: deliver/ready_for_pickup; buyer cancels: reject/canceled_by_client; 15h: reject/canceled_by_client")]
    [InlineData(OnTheWay + "buyer receives: receive/sold")]
    [InlineData(OnTheWay + "defect: deliver/defect")]
    [InlineData(Confirmed + "buyer cancels: confirm/canceled_by_client; deliver: refused 409 StatusMismatch")]
    [InlineData(Confirmed + "cancel: cancel/canceled; deliver: refused 409 StatusMismatch")]
    [InlineData("buyer cancels: new/declined_by_client; confirm: refused 409 StatusMismatch")]
    public Task A_DBS_order_to_a_pickup_point_ends_as_the_point_says(string way) => GoAsync(EmulatedOrderKind.DbsPickupPoint, way);

    [Theory]
    [InlineData("prepare: refused 409 StatusMismatch; " + Confirmed + "receive: refused 409 StatusMismatch; prepare: prepare/ready_for_pickup; 90h: prepare/ready_for_pickup; wrong code: 409 InvalidPasscode; code: prepare/ready_for_pickup; receive: receive/sold; reject: refused 409 StatusMismatch")]
    [InlineData(Ready + "reject: reject/canceled_by_client; receive: refused 409 StatusMismatch; code: 404 NotFound")]
    [InlineData(Ready + "cancel: cancel/canceled; receive: refused 409 StatusMismatch")]
    [InlineData(Ready + "100h: cancel_shelf_life/canceled; receive: refused 409 StatusMismatch")]
    [InlineData(Ready + "buyer cancels: prepare/canceled_by_client; receive: refused 409 StatusMismatch; 100h: prepare/canceled_by_client")]
    [InlineData(Confirmed + "buyer cancels: confirm/canceled_by_client; prepare: refused 409 StatusMismatch; cancel: refused 409 StatusMismatch")]
    [InlineData("buyer cancels: new/declined_by_client; confirm: refused 409 StatusMismatch")]
    [InlineData("cancel: cancel/canceled; confirm: refused 409 StatusMismatch")]
    public Task A_pickup_order_ends_as_the_seller_says_or_when_nobody_comes(string way) => GoAsync(EmulatedOrderKind.Pickup, way);

    [Fact]
    public async Task What_cannot_be_is_told()
    {
        await using Harness harness = await Harness.StartAsync();
        EmulatedOrders orders = harness.Emulator.Orders;
        long fbs = orders.BuyerOrders(new EmulatedPurchase { NmId = 1 }).Id, pickup = orders.BuyerOrders(new EmulatedPurchase { NmId = 1, Kind = EmulatedOrderKind.Pickup }).Id;
        Assert.Throws<ArgumentException>(() => orders.BuyerReceives(fbs));
        Assert.Throws<ArgumentException>(() => orders.PostponeDelivery(fbs));
        Assert.Throws<ArgumentException>(() => orders.WbCancels(fbs, WbStatus.Sold));
        Assert.Throws<ArgumentException>(() => orders.WbCancels(fbs, WbStatus.From("canceled_by_carrier")));
        Assert.Throws<ArgumentException>(() => orders.WbCancels(pickup, WbStatus.CanceledByMissedCall));
        orders.WbCancels(fbs, WbStatus.Canceled);
        Assert.Throws<ArgumentException>(() => orders.WbCancels(fbs, WbStatus.Canceled));
        Assert.Throws<ArgumentOutOfRangeException>(() => orders.DeliveryTime = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => orders.ShelfLife = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => orders.TrackNumberTime = TimeSpan.FromTicks(-1));
    }

    private static async Task GoAsync(EmulatedOrderKind kind, string way, bool isCrossBorder = false)
    {
        await using Harness harness = await Harness.StartAsync();
        var walk = new Walk(harness, kind, isCrossBorder);
        var seen = new StringBuilder();
        foreach (string step in way.Split("; "))
        {
            string move = step.Split(": ")[0];
            seen.Append(seen.Length > 0 ? "; " : "").Append(CultureInfo.InvariantCulture, $"{move}: {await walk.StepAsync(move)}");
        }

        Assert.Equal(way, seen.ToString());
        await walk.EndAsync();
    }

    private sealed class Walk
    {
        private readonly Harness _harness;
        private readonly EmulatedOrders _orders;
        private readonly EmulatedOrder _order;
        private readonly EmulatedOrderKind _kind;
        private string? _supply;
        private string? _purchase;

        public Walk(Harness harness, EmulatedOrderKind kind, bool isCrossBorder)
        {
            _harness = harness;
            _orders = harness.Emulator.Orders;
            _orders.DeliveryTime = TimeSpan.FromHours(30);
            _orders.ShelfLife = TimeSpan.FromHours(100);
            harness.Emulator.FbsSupplies.RequireShippingMethod = false;
            _kind = kind;
            _order = _orders.BuyerOrders(new EmulatedPurchase { NmId = 1, Kind = kind, IsCrossBorder = isCrossBorder });
        }

        private bool IsDbs => _kind is EmulatedOrderKind.Dbs or EmulatedOrderKind.Express or EmulatedOrderKind.DbsPickupPoint;

        private string Root => IsDbs ? $"{Newer}/dbs/orders" : $"{Newer}/click-collect/orders";

        private string Old => _kind switch
        {
            EmulatedOrderKind.Fbs => $"{Api}/orders",
            EmulatedOrderKind.Dbw => $"{Api}/dbw/orders",
            EmulatedOrderKind.Pickup => $"{Api}/click-collect/orders",
            _ => $"{Api}/dbs/orders",
        };

        public async Task<string> StepAsync(string move)
        {
            Assert.Equal(_orders.Find(_order.Id)!.WbStatus == WbStatus.Waiting && _orders.Find(_order.Id)!.SupplierStatus == SupplierStatus.New, await IsListedAsync($"{Old}/new"));
            string before = await StatusAsync();
            string? refusal = null;
            if (move.EndsWith('h'))
                _harness.Clock.Advance(TimeSpan.FromHours(int.Parse(move[..^1], CultureInfo.InvariantCulture)));
            else if (move == "buyer cancels")
                _orders.BuyerCancels(_order.Id);
            else if (move == "buyer receives")
                _orders.BuyerReceives(_order.Id);
            else if (move == "not found")
                _orders.RequireReshipment(_order.Id);
            else if (move == "postponed")
                _orders.PostponeDelivery(_order.Id);
            else if (move == "defect" || move.StartsWith("canceled", StringComparison.Ordinal))
                _orders.WbCancels(_order.Id, WbStatus.From(move));
            else
                refusal = await MoveAsync(move);
            string after = await StatusAsync();
            if (refusal is not null)
                Assert.Equal(before, after);
            return refusal ?? after;
        }

        /// <summary>What has ended is in the list of finished orders, where there is one, and nothing moves it.</summary>
        public async Task EndAsync()
        {
            string end = await StatusAsync();
            _harness.Clock.Advance(TimeSpan.FromDays(10));
            Assert.Equal(end, await StatusAsync());
            if (_kind != EmulatedOrderKind.Fbs)
                Assert.True(await IsListedAsync(Finished));
            Assert.Throws<ArgumentException>(() => _orders.BuyerCancels(_order.Id));
            Assert.Throws<ArgumentException>(() => _orders.BuyerReceives(_order.Id));
        }

        private string Finished => string.Create(
            CultureInfo.InvariantCulture, $"{Old}?limit=10&next=0&dateFrom={_order.CreatedAt.ToUnixTimeSeconds() - 1}&dateTo={_order.CreatedAt.ToUnixTimeSeconds() + 1}");

        private Task<string?> MoveAsync(string move)
        {
            string id = _order.Id.ToString(CultureInfo.InvariantCulture), ids = $$"""{"ordersIds":[{{id}}]}""";
            string code = move.Contains("wrong", StringComparison.Ordinal) ? "0" : _order.ReceiptCode;
            return (_kind, move.Split(' ')[0]) switch
            {
                (EmulatedOrderKind.Fbs, "confirm") => IntoSupplyAsync(id),
                (EmulatedOrderKind.Fbs, "deliver") => DeliverSupplyAsync(),
                (EmulatedOrderKind.Fbs, _) => SendAsync($"PATCH {Old}/{id}/{move}"),
                (EmulatedOrderKind.Dbw, "deliver") => SendAsync($"POST {Newer}/dbw/orders/status/deliver", ids),
                (EmulatedOrderKind.Dbw, _) => SendAsync($"PATCH {Old}/{id}/{move}"),
                (EmulatedOrderKind.Pickup, "code" or "wrong") => SendAsync($"POST {Old}/client/identity", $$"""{"orderCode":"{{_purchase}}","passcode":"{{code}}"}"""),
                (_, "receive" or "reject") when IsDbs => SendAsync($"POST {Root}/status/{move.Split(' ')[0]}", $$"""{"orders":[{"orderId":{{id}},"code":"{{code}}"}]}""", 10),
                _ => SendAsync($"POST {Root}/status/{move}", ids, 10),
            };
        }

        private async Task<string?> IntoSupplyAsync(string id)
        {
            await CreateSupplyAsync();
            return await SendAsync($"PATCH {Newer}/supplies/{_supply}/orders", $$"""{"orders":[{{id}}]}""");
        }

        private async Task<string?> DeliverSupplyAsync()
        {
            if (_supply is null)
                await CreateSupplyAsync();
            return await SendAsync($"PATCH {Api}/supplies/{_supply}/deliver");
        }

        private async Task CreateSupplyAsync()
        {
            _harness.Clock.Advance(TimeSpan.FromMinutes(1));
            using var created = JsonDocument.Parse(await _harness.AskAsync($"POST {Api}/supplies", """{"name":"a"}""", 201));
            _supply = created.RootElement.GetProperty("id").GetString();
        }

        /// <summary>Sends with a full bucket, so that the answer tells what it cost: a 4XX ten requests, a refusal of one row only one.</summary>
        private async Task<string?> SendAsync(string operation, string? json = null, int burst = 20)
        {
            _harness.Clock.Advance(TimeSpan.FromMinutes(1));
            string[] parts = operation.Split(' ', 2);
            using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
            if (json is not null)
                request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await _harness.SendAsync(request);
            int status = (int)response.StatusCode;
            Assert.Equal(burst - (status >= 400 ? 10 : 1), Harness.Remaining(response));
            string text = await response.Content.ReadAsStringAsync(Harness.Cancellation);
            if (text.Length == 0)
                return null;
            using var answer = JsonDocument.Parse(text);
            if (status >= 400)
                return string.Create(CultureInfo.InvariantCulture, $"{status} {answer.RootElement.GetProperty("code").GetString()}");
            if (!answer.RootElement.TryGetProperty("results", out JsonElement results) || !results[0].GetProperty("isError").GetBoolean())
                return null;
            JsonElement error = results[0].GetProperty("errors")[0];
            return $"refused {error.GetProperty("code")} {error.GetProperty("detail")}";
        }

        private async Task<string> StatusAsync()
        {
            bool isOld = _kind is EmulatedOrderKind.Fbs or EmulatedOrderKind.Dbw;
            using JsonDocument answer = await AskAsync(
                isOld ? $"POST {Old}/status" : $"POST {Root}/status/info", $$"""{"{{(isOld ? "orders" : "ordersIds")}}":[{{_order.Id}}]}""");
            JsonElement status = answer.RootElement.GetProperty("orders")[0];
            return $"{status.GetProperty("supplierStatus")}/{status.GetProperty("wbStatus")}";
        }

        private async Task<bool> IsListedAsync(string path)
        {
            using JsonDocument list = await AskAsync($"GET {path}");
            JsonElement[] found = [.. list.RootElement.GetProperty("orders").EnumerateArray().Where(order => order.GetProperty("id").GetInt64() == _order.Id)];
            if (_kind == EmulatedOrderKind.Pickup && found.Length > 0)
                _purchase = found[0].GetProperty("orderCode").GetString();
            return found.Length == 1;
        }

        private async Task<JsonDocument> AskAsync(string operation, string? json = null)
        {
            _harness.Clock.Advance(TimeSpan.FromMinutes(1));
            return JsonDocument.Parse(await _harness.AskAsync(operation, json));
        }
    }
}
