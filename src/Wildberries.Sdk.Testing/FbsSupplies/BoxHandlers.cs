using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on the boxes of supplies. WB documents no 409 for them: what does not fit is a wrong parameter.</summary>
internal sealed class BoxHandlers(EmulatedSupplies supplies)
{
    private const int MaxBoxes = 1000;
    private const string Prefix = "WB-TRBX-";

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/v3/supplies/{supplyId}/trbx", request => With(request, 1, Get)),
        Handler.For("POST marketplace-api/api/v3/supplies/{supplyId}/trbx", Add),
        Handler.For("DELETE marketplace-api/api/v3/supplies/{supplyId}/trbx", Delete),
        Handler.For("POST marketplace-api/api/v3/supplies/{supplyId}/trbx/stickers", GetStickers),
    ];

    private static Answer Get(SupplyState supply) => Answer.Json(200, new JsonObject
    {
        ["trbxes"] = new JsonArray([.. supply.Boxes.Select(box => (JsonNode)new JsonObject { ["id"] = SupplyState.BoxId(box) })]),
    });

    private Answer Add(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["amount"] is not JsonValue value || !value.TryGetValue(out int count) || count is < 1 or > MaxBoxes)
            return IncorrectParameter();
        return With(request, 1, supply =>
        {
            IReadOnlyList<OrderState> orders = supplies.OrdersOf(supply);
            if (supply.ClosedAt is not null || supply.Boxes.Count + count > orders.Count / 2 || orders.Any(order => !order.Purchase.IsPickupPointShipmentAllowed))
                return IncorrectParameter();
            return Answer.Json(201, new JsonObject { ["trbxIds"] = Strings(supplies.AddBoxes(supply, count).Select(SupplyState.BoxId)) });
        });
    }

    private Answer Delete(HandlerRequest request) => Boxes(request) is not { } boxes
        ? IncorrectParameter()
        : With(request, 1, supply =>
        {
            if (supply.ClosedAt is not null || !boxes.All(supply.Boxes.Contains))
                return IncorrectParameter();
            supply.Boxes.RemoveAll(boxes.Contains);
            return NoContent;
        });

    private Answer GetStickers(HandlerRequest request) =>
        request.Query("type") is not ("svg" or "zplv" or "zplh" or "png") || request.Query("type") is not { } format || Boxes(request) is not { } boxes
            ? IncorrectParameter()
            : With(request, 2, supply => Answer.Json(200, new JsonObject
            {
                ["stickers"] = new JsonArray([.. boxes.Where(supply.Boxes.Contains).Select(box => (JsonNode)WriteSticker(supply, box, format))]),
            }));

    private static JsonObject WriteSticker(SupplyState supply, long box, string format)
    {
        string digits = box.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["barcode"] = $"$WBMP:1:{supply.Number.ToString(CultureInfo.InvariantCulture)}:{digits}",
            ["file"] = Convert.ToBase64String(new StickerImage(digits, SupplyState.BoxId(box), 58, 40).Write(format)),
        };
    }

    private static long[]? Boxes(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["trbxIds"] is not JsonArray { Count: > 0 } list)
            return null;
        long?[] boxes =
        [
            .. list.Select(node => node is JsonValue value && value.TryGetValue(out string? id) && id.StartsWith(Prefix, StringComparison.Ordinal) ? Number(id[Prefix.Length..]) : null),
        ];
        return boxes.Contains(null) ? null : [.. boxes.Select(box => box!.Value)];
    }

    private Answer With(HandlerRequest request, int fromEnd, Func<SupplyState, Answer> run) =>
        supplies.Orders.Locked(() => supplies.Get(request.Path.Split('/')[^(fromEnd + 1)]) is { } supply ? run(supply) : NotFound());
}
