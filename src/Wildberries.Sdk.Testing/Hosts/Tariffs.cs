using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing.Hosts;

/// <summary>The five tables of tariffs. The figures are made up; their shapes, with decimal commas and thousands apart, are WB's.</summary>
internal static class Tariffs
{
    private const int Days = 14;

    private static readonly Warehouse[] Warehouses =
    [
        new(507, "Коледино", "Центральный федеральный округ", 160, 38, IsSortingCenter: false),
        new(120762, "Электросталь", "Центральный федеральный округ", 175, 40, IsSortingCenter: false),
        new(117986, "Казань", "Приволжский федеральный округ", 130, 36, IsSortingCenter: false),
        new(130744, "Краснодар", "Южный федеральный округ", 145, 37, IsSortingCenter: false),
        new(218210, "СЦ Новосибирск", "Сибирский федеральный округ", 215, 45, IsSortingCenter: true),
    ];

    private static readonly Subject[] Subjects =
    [
        new(479, "Дом", "Home", "家居", 812, "Пледы", "Throws", "毯子", 17.5m),
        new(479, "Дом", "Home", "家居", 1160, "Подушки", "Pillows", "枕头", 18m),
        new(306, "Одежда", "Clothes", "服装", 192, "Джемперы", "Jumpers", "针织衫", 22.5m),
        new(306, "Одежда", "Clothes", "服装", 219, "Варежки", "Mittens", "连指手套", 21m),
        new(520, "Посуда", "Tableware", "餐具", 930, "Кружки", "Mugs", "杯子", 16.5m),
    ];

    public static Answer GetCommission(HandlerRequest request)
    {
        string locale = request.Query("locale") is { Length: > 0 } given ? given : "ru";
        if (locale is not ("ru" or "en" or "zh"))
        {
            return Problem.Service(
                "api-statistics", "parameter \"locale\" in query has an error: value is not one of the allowed values [\"ru\",\"en\",\"zh\"]");
        }

        string Name(string russian, string english, string chinese) => locale switch { "en" => english, "zh" => chinese, _ => russian };
        var report = new JsonArray();
        foreach (Subject subject in Subjects)
        {
            report.Add((JsonNode)new JsonObject
            {
                ["kgvpBooking"] = subject.Commission - 1,
                ["kgvpMarketplace"] = subject.Commission + 3.5m,
                ["kgvpPickup"] = subject.Commission - 1,
                ["kgvpSupplier"] = subject.Commission - 3,
                ["kgvpSupplierExpress"] = 3,
                ["paidStorageKgvp"] = subject.Commission,
                ["parentID"] = subject.ParentId,
                ["parentName"] = Name(subject.Parent, subject.ParentEnglish, subject.ParentChinese),
                ["subjectID"] = subject.Id,
                ["subjectName"] = Name(subject.Name, subject.English, subject.Chinese),
            });
        }

        return Answer.Json(200, new JsonObject { ["report"] = report });
    }

    public static Answer GetAcceptanceCoefficients(HandlerRequest request, DateTimeOffset now)
    {
        HashSet<int>? wanted = null;
        if (request.Query("warehouseIDs") is { } ids)
        {
            wanted = [];
            foreach (string part in ids.Split(','))
            {
                if (!int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int id))
                {
                    return Answer.Json(400, new JsonObject
                    {
                        ["status"] = 400,
                        ["title"] = "bad request",
                        ["detail"] = "Неверный формат warehouseIDs",
                        ["requestId"] = Problem.NewRequestId(),
                        ["origin"] = "supply-api",
                    });
                }

                wanted.Add(id);
            }
        }

        var rows = new JsonArray();
        foreach (Warehouse warehouse in Warehouses)
        {
            if (wanted is not null && !wanted.Contains(warehouse.Id))
                continue;
            for (int day = 0; day < Days; day++)
            {
                // Boxes, pallets, super safe; supplies with a QR code come without a type.
                foreach (int? boxType in (int?[])[2, 5, 6, null])
                    rows.Add((JsonNode)Coefficient(warehouse, now.UtcDateTime.Date.AddDays(day), day, boxType));
            }
        }

        return Answer.Json(200, rows);
    }

    public static Answer GetBox(HandlerRequest request) => ForDay(request, day =>
    {
        var list = new JsonArray();
        foreach (Warehouse warehouse in Warehouses)
        {
            decimal factor = warehouse.Percent / 100m;
            list.Add((JsonNode)new JsonObject
            {
                ["boxDeliveryBase"] = Comma(46 * factor),
                ["boxDeliveryCoefExpr"] = Comma(warehouse.Percent),
                ["boxDeliveryLiter"] = Comma(14 * factor),
                ["boxDeliveryMarketplaceBase"] = Comma(warehouse.Base),
                ["boxDeliveryMarketplaceCoefExpr"] = "125",
                ["boxDeliveryMarketplaceLiter"] = "11",
                ["boxStorageBase"] = Comma(0.08m * factor),
                ["boxStorageCoefExpr"] = Comma(warehouse.Percent - 15),
                ["boxStorageLiter"] = Comma(0.04m * factor),
                ["geoName"] = warehouse.Region,
                ["warehouseName"] = warehouse.Name,
            });
        }

        return new JsonObject
        {
            ["currency"] = "RUB",
            ["dtNextBox"] = Iso(day.AddDays(7)),
            ["dtTillMax"] = Iso(day.AddDays(30)),
            ["warehouseList"] = list,
        };
    });

    public static Answer GetPallet(HandlerRequest request) => ForDay(request, day =>
    {
        var list = new JsonArray();
        foreach (Warehouse warehouse in Warehouses)
        {
            decimal factor = warehouse.Percent / 100m;
            list.Add((JsonNode)new JsonObject
            {
                ["palletDeliveryExpr"] = Comma(warehouse.Percent + 10),
                ["palletDeliveryValueBase"] = Comma(49 * factor),
                ["palletDeliveryValueLiter"] = Comma(15 * factor),
                ["palletStorageExpr"] = Comma(warehouse.Percent - 5),
                // WB writes this one with a point.
                ["palletStorageValueExpr"] = (25.55m * factor).ToString("0.##", CultureInfo.InvariantCulture),
                ["warehouseName"] = warehouse.Name,
            });
        }

        return new JsonObject
        {
            ["currency"] = "RUB",
            ["dtNextPallet"] = Iso(day.AddDays(7)),
            ["dtTillMax"] = Iso(day.AddDays(30)),
            ["warehouseList"] = list,
        };
    });

    public static Answer GetReturn(HandlerRequest request) => ForDay(request, day =>
    {
        var list = new JsonArray();
        foreach (Warehouse warehouse in Warehouses)
        {
            list.Add((JsonNode)new JsonObject
            {
                ["deliveryDumpKgtOfficeBase"] = Comma(1000 + warehouse.Base),
                ["deliveryDumpKgtOfficeLiter"] = "9,1",
                ["deliveryDumpKgtReturnExpr"] = Comma(1012 + warehouse.Base),
                ["deliveryDumpSrgOfficeExpr"] = "170",
                ["deliveryDumpSrgReturnExpr"] = "170",
                ["deliveryDumpSupCourierBase"] = Comma(190 + warehouse.Base),
                ["deliveryDumpSupCourierLiter"] = "9,1",
                ["deliveryDumpSupOfficeBase"] = Comma(90 + warehouse.Base),
                ["deliveryDumpSupOfficeLiter"] = "9,1",
                ["deliveryDumpSupReturnExpr"] = Comma(210 + warehouse.Base),
                ["warehouseName"] = warehouse.Name,
            });
        }

        string next = Iso(day.AddDays(7));
        return new JsonObject
        {
            ["currency"] = "RUB",
            ["dtNextDeliveryDumpKgt"] = next,
            ["dtNextDeliveryDumpSrg"] = next,
            ["dtNextDeliveryDumpSup"] = next,
            ["warehouseList"] = list,
        };
    });

    private static JsonObject Coefficient(Warehouse warehouse, DateTime date, int day, int? boxType)
    {
        // Closed on some days, free on others, dear else.
        int coefficient = ((day + warehouse.Id + (boxType ?? 0)) % 4) switch { 0 => -1, 1 => 0, 2 => 1, _ => 5 };
        bool isOpen = coefficient >= 0;
        bool isPallet = boxType == 5;
        decimal factor = warehouse.Percent / 100m;
        var row = new JsonObject
        {
            ["date"] = date.ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture),
            ["coefficient"] = coefficient,
            ["warehouseID"] = warehouse.Id,
            ["warehouseName"] = warehouse.Name,
            ["allowUnload"] = isOpen && day % 5 != 4,
        };
        if (boxType is not null)
            row["boxTypeID"] = boxType;
        row["storageCoef"] = isOpen ? Comma(warehouse.Percent - 15) : null;
        row["deliveryCoef"] = isOpen ? Comma(warehouse.Percent) : null;
        row["deliveryBaseLiter"] = isOpen ? Comma(46 * factor) : null;
        row["deliveryAdditionalLiter"] = isOpen ? Comma(14 * factor) : null;
        row["storageBaseLiter"] = isOpen ? Comma((isPallet ? 25.55m : 0.08m) * factor) : null;
        row["storageAdditionalLiter"] = isOpen && !isPallet ? Comma(0.04m * factor) : null;
        row["isSortingCenter"] = warehouse.IsSortingCenter;
        return row;
    }

    private static Answer ForDay(HandlerRequest request, Func<DateOnly, JsonObject> write)
    {
        string? text = request.Query("date");
        if (text is null)
            return Problem.Service("tariffs", "parameter \"date\" in query has an error: value is required but missing");
        if (text.Length == 0)
            return Problem.Service("tariffs", "parameter \"date\" in query has an error: empty value is not allowed");
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return Problem.Service("tariffs", "Invalid date param");
        return Answer.Json(200, new JsonObject { ["response"] = new JsonObject { ["data"] = write(day) } });
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Comma(decimal value)
    {
        string text = value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return text.Replace(',', ' ').Replace('.', ',');
    }

    private sealed record Warehouse(int Id, string Name, string Region, int Percent, int Base, bool IsSortingCenter);

    private sealed record Subject(
        int ParentId,
        string Parent,
        string ParentEnglish,
        string ParentChinese,
        int Id,
        string Name,
        string English,
        string Chinese,
        decimal Commission);
}
