using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.EmulatedPrices;
using static Wildberries.Sdk.Testing.PriceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of discounts-prices-api that list products with their prices.</summary>
internal sealed class PriceListHandlers(EmulatedPrices prices)
{
    public IEnumerable<Handler> All =>
    [
        Handler.For("GET discounts-prices-api/api/v2/list/goods/filter", GetGoods),
        Handler.For("POST discounts-prices-api/api/v2/list/goods/filter", FindGoods),
        Handler.For("GET discounts-prices-api/api/v2/list/goods/size/nm", GetSizes),
        Handler.For("GET discounts-prices-api/api/v2/quarantine/goods", GetQuarantine),
    ];

    private Answer GetGoods(HandlerRequest request)
    {
        if (Page(request) is not { } page)
            return BadRequest(InvalidParameters);
        IEnumerable<EmulatedProduct> goods = prices.All;
        if (!string.IsNullOrEmpty(request.Query("filterNmID")))
        {
            if (Number(request, "filterNmID") is not { } nmId)
                return BadRequest(InvalidParameters);
            goods = goods.Where(g => g.NmId == nmId);
        }

        return List(goods.Skip(page.Offset).Take(page.Limit));
    }

    private Answer FindGoods(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["nmList"] is not JsonArray { Count: > 0 and <= MaxRows } list)
            return BadRequest(InvalidParameters);
        long?[] ids = [.. list.Select(Whole)];
        return ids.Contains(null) ? BadRequest(InvalidParameters) : List(prices.All.Where(g => ids.Contains(g.NmId)));
    }

    private Answer List(IEnumerable<EmulatedProduct> goods)
    {
        var list = new JsonArray();
        foreach (EmulatedProduct item in goods)
        {
            JsonArray sizes = [], levels = [];
            foreach (EmulatedProductSize size in item.Sizes)
            {
                JsonObject row = Prices(item, size);
                row["sizeID"] = size.SizeId;
                row["techSizeName"] = size.Name;
                sizes.Add((JsonNode)row);
            }

            foreach (WholesaleLevel level in prices.WholesaleOf(item.NmId))
            {
                levels.Add((JsonNode)new JsonObject
                {
                    ["minQuantity"] = level.MinQuantity,
                    ["wholesaleDiscount"] = level.Discount,
                    ["level"] = level.Level,
                });
            }

            list.Add((JsonNode)new JsonObject
            {
                ["nmID"] = item.NmId,
                ["vendorCode"] = item.VendorCode,
                ["sizes"] = sizes,
                ["currencyIsoCode4217"] = Currency,
                ["discount"] = item.Discount,
                ["clubDiscount"] = item.ClubDiscount,
                ["editableSizePrice"] = item.EditableSizePrice,
                ["wholesaleDiscountThreshold"] = levels,
            });
        }

        return Ok(new JsonObject { ["listGoods"] = list });
    }

    private Answer GetSizes(HandlerRequest request)
    {
        if (Page(request) is not { } page || Number(request, "nmID") is not { } nmId)
            return BadRequest(InvalidParameters);
        if (prices.Find(nmId) is not { EditableSizePrice: true } item)
            return Ok(new JsonObject { ["listGoods"] = null });

        var list = new JsonArray();
        foreach (EmulatedProductSize size in item.Sizes.Skip(page.Offset).Take(page.Limit))
        {
            JsonObject row = Prices(item, size);
            row["nmID"] = item.NmId;
            row["sizeID"] = size.SizeId;
            row["vendorCode"] = item.VendorCode;
            row["currencyIsoCode4217"] = Currency;
            row["discount"] = item.Discount;
            row["clubDiscount"] = item.ClubDiscount;
            row["techSizeName"] = size.Name;
            row["editableSizePrice"] = true;
            list.Add((JsonNode)row);
        }

        return Ok(new JsonObject { ["listGoods"] = list });
    }

    private static JsonObject Prices(EmulatedProduct item, EmulatedProductSize size)
    {
        int price = size.Price ?? item.Price;
        decimal discounted = Discounted(price, item.Discount);
        return new JsonObject
        {
            ["price"] = price,
            ["discountedPrice"] = discounted,
            ["clubDiscountedPrice"] = Discounted(discounted, item.ClubDiscount),
        };
    }

    private Answer GetQuarantine(HandlerRequest request)
    {
        if (Page(request) is not { } page)
            return BadRequest(InvalidParameters);
        var list = new JsonArray();
        foreach (Held held in prices.Quarantine().Skip(page.Offset).Take(page.Limit))
        {
            list.Add((JsonNode)new JsonObject
            {
                ["nmID"] = held.NmId,
                ["sizeID"] = null,
                ["techSizeName"] = "",
                ["currencyIsoCode4217"] = Currency,
                ["newPrice"] = held.NewPrice,
                ["oldPrice"] = held.OldPrice,
                ["newDiscount"] = held.NewDiscount,
                ["oldDiscount"] = held.OldDiscount,
                ["priceDiff"] = held.Difference,
            });
        }

        return Ok(new JsonObject { ["quarantineGoods"] = list });
    }
}
