using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on where supplies are shipped to, and on SPOT data.</summary>
internal sealed class ShippingHandlers(EmulatedSupplies supplies)
{
    private const int MaxSupplies = 100;

    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    private static readonly (string Code, string Name)[] Countries =
        [("051", "Армения"), ("112", "Беларусь"), ("156", "Китай"), ("398", "Казахстан"), ("417", "Киргизия"), ("643", "Россия"), ("792", "Турция"), ("860", "Узбекистан")];

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/marketplace/v3/fbs/shipping-points", GetPoints),
        Handler.For("PATCH marketplace-api/api/marketplace/v3/fbs/supplies/shipping-method", SetMethods),
        Handler.For("GET marketplace-api/api/marketplace/v3/fbs/dictionaries/countries/oksm", _ => GetCountries()),
        Handler.For("PUT marketplace-api/api/marketplace/v3/fbs/supplies/{supplyId}/spot", SetSpot),
        Handler.For("POST marketplace-api/api/marketplace/v3/fbs/supplies/spot/list", GetSpots),
        Handler.For("GET marketplace-api/api/marketplace/v3/fbs/supplies/{supplyId}/stickers/spot", GetSpotSticker),
    ];

    private Answer GetPoints(HandlerRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Query("city")) || Number(request.Query("cargoType")) is not (>= 1 and <= 3 and var cargoType))
            return IncorrectParameter();
        return supplies.Orders.Locked(() => Answer.Json(200, new JsonObject
        {
            ["shippingPoints"] = new JsonArray(
            [
                .. supplies.Points.Values
                    .Where(point => point.City.Equals(request.Query("city"), StringComparison.OrdinalIgnoreCase) && point.CargoTypes.Contains(CargoType.From((int)cargoType)))
                    .Select(point => (JsonNode)new JsonObject
                    {
                        ["id"] = point.Id,
                        ["name"] = string.Create(CultureInfo.InvariantCulture, $"{point.City} {point.Id}"),
                        ["address"] = $"г. {point.City}, ул. Складская, 1",
                        ["city"] = point.City,
                        ["officeType"] = point.Kind.Value,
                        ["cargoTypes"] = new JsonArray([.. point.CargoTypes.Select(type => (JsonNode)type.Value)]),
                        ["latitude"] = 55.39,
                        ["longitude"] = 37.54,
                        ["fulfillment"] = false,
                    }),
            ]),
        }));
    }

    private Answer SetMethods(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["data"] is not JsonArray { Count: > 0 and <= MaxSupplies } rows || rows.Any(row => row is not JsonObject))
            return IncorrectRequestBody();
        return supplies.Orders.Locked(() => Answer.Json(200, new JsonObject { ["results"] = new JsonArray([.. rows.Select(row => (JsonNode)SetMethod(row!.AsObject()))]) }));
    }

    private JsonObject SetMethod(JsonObject row)
    {
        string id = Text(row["supplyId"]) ?? "";
        var result = new JsonObject { ["supplyId"] = id };
        (int Code, string Detail)? fault = null;
        if (supplies.Get(id) is not { } supply)
            fault = (404, "supply not found");
        else if (supply.ScannedAt is not null)
            fault = (409, "supply is scanned already");
        else if (row["shippingPointId"] is not JsonValue number || !number.TryGetValue(out long pointId) || !supplies.Points.TryGetValue(pointId, out EmulatedShippingPoint? point))
            fault = (404, "shipping point not found");
        else if (supplies.OrdersOf(supply) is [var first, ..] && !point.CargoTypes.Contains(first.Purchase.CargoType))
            fault = (409, "shipping point does not take this cargo type");
        else if (!DateOnly.TryParseExact(Text(row["shippingDt"]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            fault = (400, "shippingDt is not a date");
        else if (day < DateOnly.FromDateTime(supplies.Orders.Now.ToOffset(Moscow).DateTime))
            fault = (400, "shippingDt is in the past");
        else if (Text(row["shippingType"]) is not ("selfShipping" or "transportCompany"))
            fault = (400, "unknown shippingType");
        else
            (supply.ShippingPointId, supply.ShippingDate, supply.ShippingType) = (pointId, day, ShippingType.From(Text(row["shippingType"])!));

        if (fault is { } found)
            result["error"] = new JsonObject { ["code"] = found.Code, ["detail"] = found.Detail };
        else
            result["success"] = true;
        return result;
    }

    private static Answer GetCountries() => Answer.Json(200, new JsonObject
    {
        ["countries"] = new JsonArray([.. Countries.Select(country => (JsonNode)new JsonObject { ["code"] = country.Code, ["name"] = country.Name })]),
    });

    private Answer SetSpot(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body || Text(body["carrierName"]) is not { Length: > 0 } carrier || Text(body["carrierTaxNumber"]) is not { Length: > 0 } tax
            || Text(body["carrierCountryCode"]) is not { } country || !Array.Exists(Countries, one => one.Code == country)
            || Text(body["vehicleRegistrationNumber"]) is not { Length: > 0 } vehicle)
        {
            return Spot(400, "IncorrectRequestBody", "Incorrect request body");
        }

        return With(request, 1, supply =>
        {
            if (!supplies.MayHaveSpot)
                return Spot(409, "SpotNotAvailable", "SPOT data cannot be added to the supply");
            supply.Spot = new SpotData
            {
                CarrierName = carrier,
                CarrierTaxNumber = tax,
                CarrierCountryCode = country,
                VehicleRegistrationNumber = vehicle,
                TrailerRegistrationNumber = Text(body["trailerRegistrationNumber"]) is { Length: > 0 } trailer ? trailer : null,
            };
            supply.SpotSetAt = supplies.Orders.Now;
            return NoContent;
        });
    }

    private Answer GetSpots(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["supplyIds"] is not JsonArray { Count: > 0 and <= MaxSupplies } ids)
            return Spot(400, "IncorrectRequestBody", "Incorrect request body");
        return supplies.Orders.Locked(() => Answer.Json(200, new JsonObject { ["supplies"] = new JsonArray([.. ids.Select(id => (JsonNode)WriteSpot(Text(id) ?? ""))]) }));
    }

    private JsonObject WriteSpot(string id)
    {
        var json = new JsonObject { ["id"] = id };
        if (supplies.Get(id) is not { Spot: { } spot } supply)
        {
            json["error"] = new JsonObject { ["title"] = "NotFound", ["detail"] = "SPOT data not found" };
            return json;
        }

        SpotStatus status = supplies.SpotStatusOf(supply);
        var data = new JsonObject
        {
            ["status"] = status.Value,
            ["carrierName"] = spot.CarrierName,
            ["carrierTaxNumber"] = spot.CarrierTaxNumber,
            ["carrierCountryCode"] = spot.CarrierCountryCode,
            ["vehicleRegistrationNumber"] = spot.VehicleRegistrationNumber,
        };
        if (spot.TrailerRegistrationNumber is { } trailer)
            data["trailerRegistrationNumber"] = trailer;
        if (status == SpotStatus.Failed)
            data["errorCode"] = SpotErrorCode.DoppFailed.Value;
        json["spot"] = data;
        return json;
    }

    private Answer GetSpotSticker(HandlerRequest request) => With(request, 2, supply => supply.Spot is not null && supplies.SpotStatusOf(supply) == SpotStatus.Completed
        ? Answer.Json(200, new JsonObject
        {
            ["qrCode"] = Convert.ToBase64String(new StickerImage(supply.Number.ToString(CultureInfo.InvariantCulture), $"SPOT {supply.Id}", 58, 40).Write("png")),
        })
        : Spot(404, "NotFound", "SPOT data not found"));

    private Answer With(HandlerRequest request, int fromEnd, Func<SupplyState, Answer> run) =>
        supplies.Orders.Locked(() => supplies.Get(request.Path.Split('/')[^(fromEnd + 1)]) is { } supply ? run(supply) : Spot(404, "NotFound", "Supply not found"));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static Answer Spot(int status, string title, string detail) =>
        Answer.Json(status, new JsonObject { ["title"] = title, ["detail"] = detail }, Problem.ContentType);
}
