using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.PromoCalendar;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of dp-calendar-api.</summary>
internal sealed class PromoCalendarArea(EmulatedPromotions promotions, TimeProvider time) : EmulatedArea(typeof(IPromoCalendarApi), PromoCalendarJsonContext.Default)
{
    private const int MaxPage = 1000;
    private const int MaxDetails = 100;
    private const int MaxUpload = 1000;

    // WB does not say how many come without a limit.
    private const int DefaultPage = 1000;

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET dp-calendar-api/api/v1/calendar/promotions", request => GetPromotions(request, time.GetUtcNow())),
        Handler.For("GET dp-calendar-api/api/v1/calendar/promotions/details", GetDetails),
        Handler.For("GET dp-calendar-api/api/v1/calendar/promotions/nomenclatures", GetProducts),
        Handler.For("POST dp-calendar-api/api/v1/calendar/promotions/upload", Upload),
    ];

    public override void Seed(DateTimeOffset now) => PromoCalendarSeed.Fill(promotions, now);

    private Answer GetPromotions(HandlerRequest request, DateTimeOffset now)
    {
        if (Time(request.Query("startDateTime")) is not { } start
            || Time(request.Query("endDateTime")) is not { } end
            || end < start
            || Flag(request.Query("allPromo")) is not { } all
            || Page(request) is not { } page)
        {
            return Failed(400, "Failed to parse data");
        }

        IEnumerable<EmulatedPromotion> found = promotions.All
            .Where(p => p.StartsAt <= end && p.EndsAt >= start && (all || (p.IsAvailable && p.EndsAt >= now)));
        return Data("promotions", found.Skip(page.Offset).Take(page.Limit).Select(Write));
    }

    private Answer GetDetails(HandlerRequest request)
    {
        long?[] ids = [.. request.Http.Query["promotionIDs"].Select(Id)];
        if (ids.Length is 0 or > MaxDetails || ids.Contains(null) || ids.Distinct().Count() != ids.Length)
            return Failed(400, "Failed to parse data");
        return Data("promotions", promotions.All.Where(p => ids.Contains(p.Id)).Select(WriteDetails));
    }

    private Answer GetProducts(HandlerRequest request)
    {
        if (Id(request.Query("promotionID")) is not { } id || Flag(request.Query("inAction")) is not { } inAction || Page(request) is not { } page)
            return Failed(400, "Invalid query params");
        if (promotions.FindOpen(id) is null)
            return Failed(422, "Unprocessable entity");
        return Data(
            "nomenclatures",
            promotions.ProductsOf(id).Where(p => p.InAction == inAction).Skip(page.Offset).Take(page.Limit).Select(Write));
    }

    private Answer Upload(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["data"] is not JsonObject data
            || Number(data["promotionID"]) is not { } id
            || data["uploadNow"] is not JsonValue flag
            || !flag.TryGetValue(out bool uploadNow)
            || data["nomenclatures"] is not JsonArray { Count: >= 1 and <= MaxUpload } rows)
        {
            return Failed(400, "Invalid query params");
        }

        long?[] nmIds = [.. rows.Select(Number)];
        if (nmIds.Contains(null) || nmIds.Distinct().Count() != nmIds.Length)
            return Failed(400, "Invalid query params");
        if (promotions.Receive(id, uploadNow, [.. nmIds.Select(n => n!.Value)]) is not { } received)
            return Failed(422, "Unprocessable entity");
        return Answer.Json(200, new JsonObject
        {
            ["data"] = new JsonObject { ["alreadyExists"] = received.AlreadyExists, ["uploadID"] = received.Upload.Id },
        });
    }

    private static JsonObject Write(EmulatedPromotion promotion) => new()
    {
        ["id"] = promotion.Id,
        ["name"] = promotion.Name,
        ["startDateTime"] = WireTime.Utc(promotion.StartsAt),
        ["endDateTime"] = WireTime.Utc(promotion.EndsAt),
        ["type"] = promotion.IsAutomatic ? "auto" : "regular",
    };

    private JsonObject WriteDetails(EmulatedPromotion promotion)
    {
        IReadOnlyList<EmulatedPromotionProduct> products = promotions.ProductsOf(promotion.Id);
        int InAction(bool inAction, bool withStock) => products.Count(p => p.InAction == inAction && (p.HasStock || !withStock));
        int stocked = products.Count(p => p.HasStock);

        JsonObject row = Write(promotion);
        row["description"] = promotion.Description;
        row["advantages"] = new JsonArray([.. promotion.Advantages.Select(a => JsonValue.Create(a))]);
        row["inPromoActionLeftovers"] = InAction(true, withStock: true);
        row["inPromoActionTotal"] = InAction(true, withStock: false);
        row["notInPromoActionLeftovers"] = InAction(false, withStock: true);
        row["notInPromoActionTotal"] = InAction(false, withStock: false);
        row["participationPercentage"] = stocked == 0 ? 0 : 100 * InAction(true, withStock: true) / stocked;
        if (promotion.IsAutomatic)
            row["exceptionProductsCount"] = 0;
        row["ranging"] = new JsonArray();
        return row;
    }

    private static JsonObject Write(EmulatedPromotionProduct product) => new()
    {
        ["id"] = product.NmId,
        ["inAction"] = product.InAction,
        ["price"] = product.Price,
        ["currencyCode"] = product.CurrencyCode,
        ["planPrice"] = product.PlanPrice,
        ["discount"] = product.Discount,
        ["planDiscount"] = product.PlanDiscount,
    };

    private static (int Limit, int Offset)? Page(HandlerRequest request)
    {
        string? limit = request.Query("limit"), offset = request.Query("offset");
        int size = DefaultPage, skip = 0;
        bool good = (limit is null || int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size))
            && (offset is null || int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out skip));
        return good && size is >= 1 and <= MaxPage ? (size, skip) : null;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static bool? Flag(string? text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static long? Id(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0 ? id : null;

    private static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) && number > 0 ? number : null;

    private static Answer Data(string name, IEnumerable<JsonObject> rows) =>
        Answer.Json(200, new JsonObject { ["data"] = new JsonObject { [name] = new JsonArray([.. rows]) } });

    private static Answer Failed(int status, string text) => Answer.Json(status, new JsonObject { ["errorText"] = text });
}
