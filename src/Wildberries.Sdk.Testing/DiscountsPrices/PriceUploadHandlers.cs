using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.EmulatedPrices;
using static Wildberries.Sdk.Testing.PriceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of discounts-prices-api that upload prices and follow uploads.</summary>
internal sealed class PriceUploadHandlers(EmulatedPrices prices)
{
    private const int MaxLevels = 3;
    private const string InvalidFormat = "Invalid data format";
    private const string InvalidItem = "Invalid item No.";
    private const string TooMany = "Upload limit exceeded: You can upload a maximum of 1 000 items";
    private const string AlreadyThere = "This task already exists";

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST discounts-prices-api/api/v2/upload/task", request => Upload(UploadKind.Prices, request, ReadPrice)),
        Handler.For("POST discounts-prices-api/api/v2/upload/task/size", request => Upload(UploadKind.Sizes, request, ReadSize)),
        Handler.For("POST discounts-prices-api/api/v2/upload/task/club-discount", request => Upload(UploadKind.Club, request, ReadClub)),
        Handler.For("POST discounts-prices-api/api/discounts-prices/v1/upload/task/b2b/wholesale", UploadWholesale),
        Handler.For("GET discounts-prices-api/api/v2/history/tasks", request => GetState(request, isProcessed: true)),
        Handler.For("GET discounts-prices-api/api/v2/history/goods/task", request => GetDetails(request, isProcessed: true)),
        Handler.For("GET discounts-prices-api/api/v2/buffer/tasks", request => GetState(request, isProcessed: false)),
        Handler.For("GET discounts-prices-api/api/v2/buffer/goods/task", request => GetDetails(request, isProcessed: false)),
    ];

    private Answer Upload(UploadKind kind, HandlerRequest request, Func<JsonObject, (object? Row, object? Key, string? Problem)> read)
    {
        if (request.ReadJsonObject()?["data"] is not JsonArray data)
            return BadRequest(InvalidFormat);
        if (data.Count == 0)
            return BadRequest("Empty data");
        if (data.Count > MaxRows)
            return BadRequest(TooMany);

        var rows = new List<UploadRow>();
        var seen = new HashSet<object>();
        foreach (JsonNode? node in data)
        {
            if (node is not JsonObject item)
                return BadRequest(InvalidFormat);
            if (Whole(item["nmID"]) is not (> 0 and var nmId))
                return BadRequest(InvalidItem);
            (object? row, object? key, string? problem) = read(item);
            if (row is null)
                return BadRequest(problem!);
            if (!seen.Add(key!))
                return BadRequest(kind == UploadKind.Sizes ? "Duplicate size IDs" : "Duplicate item Nos.");
            rows.Add(new UploadRow(nmId, row));
        }

        (Upload? upload, bool alreadyExists) = prices.Take(kind, rows);
        if (upload is null)
        {
            return BadRequest(kind == UploadKind.Club
                ? "All item Nos. are specified incorrectly, or the specified discounts are already set"
                : "All item Nos. are specified incorrectly, or the specified prices and discounts are already set");
        }

        return Answer.Json(alreadyExists ? 208 : 200, new JsonObject
        {
            ["data"] = new JsonObject { ["id"] = upload.Id, ["alreadyExists"] = alreadyExists },
            ["error"] = false,
            ["errorText"] = alreadyExists ? AlreadyThere : "",
        });
    }

    private static (object? Row, object? Key, string? Problem) ReadPrice(JsonObject item)
    {
        long nmId = Whole(item["nmID"])!.Value;
        if (item["price"] is null && item["discount"] is null)
            return (null, null, "Price and discount not specified");
        if (item["price"] is { } price && PriceProblem(price) is { } problem)
            return (null, null, problem);
        if (item["discount"] is { } discount && Whole(discount) is not (>= 0 and <= 99))
            return (null, null, "Invalid discount value");
        return (new PriceRow(nmId, (int?)Whole(item["price"]), (int?)Whole(item["discount"])), nmId, null);
    }

    private static (object? Row, object? Key, string? Problem) ReadSize(JsonObject item)
    {
        long nmId = Whole(item["nmID"])!.Value;
        if (Whole(item["sizeID"]) is not (> 0 and var sizeId))
            return (null, null, "Invalid size");
        if (item["price"] is not { } price)
            return (null, null, "Price and discount not specified");
        if (PriceProblem(price) is { } problem)
            return (null, null, problem);
        return (new SizeRow(nmId, sizeId, (int)Whole(price)!.Value), (nmId, sizeId), null);
    }

    private static (object? Row, object? Key, string? Problem) ReadClub(JsonObject item)
    {
        long nmId = Whole(item["nmID"])!.Value;
        return Whole(item["clubDiscount"]) is >= 0 and <= 99 and var discount
            ? (new ClubRow(nmId, (int)discount), nmId, null)
            : (null, null, "Invalid discount value");
    }

    private static string? PriceProblem(JsonNode price) => Whole(price) switch
    {
        null => "Price should be a whole number",
        <= 0 or > int.MaxValue => "Invalid price value",
        _ => null,
    };

    private Answer UploadWholesale(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["data"] is not JsonArray { Count: > 0 } data)
            return Service(400, "Bad Request", InvalidFormat);
        if (data.Count > MaxRows)
            return Service(400, "Bad Request", TooMany);

        var rows = new List<UploadRow>();
        foreach (JsonNode? node in data)
        {
            if (node is not JsonObject item || Whole(item["nmId"]) is not { } nmId || item["wholesaleDiscountThreshold"] is not JsonArray thresholds)
                return Service(400, "Bad Request", InvalidFormat);
            var levels = new List<WholesaleLevel>();
            foreach (JsonNode? threshold in thresholds)
            {
                if (Whole(threshold?["minQuantity"]) is not { } quantity
                    || Whole(threshold?["wholesaleDiscount"]) is not { } discount
                    || Whole(threshold?["level"]) is not { } level)
                {
                    return Service(400, "Bad Request", InvalidFormat);
                }

                levels.Add(new WholesaleLevel((int)quantity, (int)discount, (int)level));
            }

            rows.Add(new UploadRow(nmId, new WholesaleRow(nmId, levels)) { Error = prices.Find(nmId) is null ? InvalidItem : LevelProblem(levels) });
        }

        (Upload? upload, bool alreadyExists) = prices.Take(UploadKind.Wholesale, rows);
        if (alreadyExists)
            return Service(208, "Already Reported", AlreadyThere);

        var results = new JsonArray();
        foreach (UploadRow row in rows)
        {
            var result = new JsonObject { ["nmId"] = row.NmId, ["success"] = row.Error is null };
            if (row.Error is not null)
                result["error"] = new JsonObject { ["status"] = 400, ["title"] = "Bad Request", ["detail"] = row.Error };
            results.Add((JsonNode)result);
        }

        return Answer.Json(200, new JsonObject { ["id"] = upload!.Id, ["alreadyExists"] = false, ["results"] = results });
    }

    private static string? LevelProblem(List<WholesaleLevel> levels)
    {
        if (levels.Count > MaxLevels || levels.Exists(l => l.Level is < 1 or > MaxLevels))
            return "Maximum number of levels: 3";
        if (levels.Exists(l => l.Discount is < 0 or > 99))
            return "New discount is outside the allowed range";
        if (levels.Exists(l => l.MinQuantity < 1))
            return "New number of items is outside the allowed range";
        WholesaleLevel[] set = [.. levels.Where(l => l.Discount > 0).OrderBy(l => l.Level)];
        foreach ((WholesaleLevel lower, WholesaleLevel higher) in set.Zip(set.Skip(1)))
        {
            if (higher.MinQuantity <= lower.MinQuantity)
                return "Number of items must increase with each level";
            if (higher.Discount <= lower.Discount)
                return "Discount must increase with each level";
        }

        return null;
    }

    private Answer GetState(HandlerRequest request, bool isProcessed)
    {
        if (Number(request, "uploadID") is not { } id)
            return BadRequest(InvalidParameters);
        if (prices.FindUpload(id, isProcessed) is not { } upload)
            return Ok(null);
        int failed = upload.IsCancelled ? upload.Rows.Count : upload.Rows.Count(r => r.Error is not null);
        int status = !isProcessed ? 1 : upload.IsCancelled ? 4 : failed == 0 ? 3 : failed < upload.Rows.Count ? 5 : 6;
        return Ok(new JsonObject
        {
            ["uploadID"] = upload.Id,
            ["status"] = status,
            ["uploadDate"] = WireTime.Moscow(upload.CreatedAt),
            ["activationDate"] = WireTime.Moscow(upload.ProcessedAt),
            ["overAllGoodsNumber"] = upload.Rows.Count,
            ["successGoodsNumber"] = isProcessed ? upload.Rows.Count - failed : 0,
        });
    }

    private Answer GetDetails(HandlerRequest request, bool isProcessed)
    {
        if (Page(request) is not { } page || Number(request, "uploadID") is not { } id)
            return BadRequest(InvalidParameters);
        Upload? upload = prices.FindUpload(id, isProcessed);
        JsonArray? goods = null;
        if (upload is not null)
        {
            goods = [];
            foreach (UploadRow row in prices.DetailsOf(upload).Skip(page.Offset).Take(page.Limit))
                goods.Add((JsonNode)Write(upload, row, prices.Find(row.NmId)));
        }

        var data = new JsonObject { ["uploadID"] = upload?.Id, [isProcessed ? "historyGoods" : "bufferGoods"] = goods };

        // WB documents the flags for one of the two only.
        return isProcessed ? Answer.Json(200, new JsonObject { ["data"] = data }) : Ok(data);
    }

    private static JsonObject Write(Upload upload, UploadRow row, EmulatedProduct? goods)
    {
        var size = row.Change as SizeRow;
        var price = row.Change as PriceRow;
        return new JsonObject
        {
            ["nmID"] = row.NmId,
            ["vendorCode"] = goods?.VendorCode ?? "",
            ["sizeID"] = size?.SizeId,
            ["techSizeName"] = goods?.Sizes.FirstOrDefault(s => s.SizeId == size?.SizeId)?.Name ?? "",
            ["price"] = size?.Price ?? price?.Price,
            ["currencyIsoCode4217"] = Currency,
            ["discount"] = price?.Discount ?? (row.Change as PromotionRow)?.Discount ?? goods?.Discount ?? 0,
            ["clubDiscount"] = (row.Change as ClubRow)?.ClubDiscount,
            ["status"] = !upload.IsProcessed ? 1 : row.Error is null && !upload.IsCancelled ? 2 : 3,
            ["errorText"] = upload.IsProcessed ? row.Error : null,
        };
    }

    private static Answer Service(int status, string title, string detail) => Answer.Json(status, new JsonObject
    {
        ["status"] = status,
        ["title"] = title,
        ["detail"] = detail,
        ["requestId"] = Problem.NewRequestId(),
        ["origin"] = "discounts-prices",
    });
}
