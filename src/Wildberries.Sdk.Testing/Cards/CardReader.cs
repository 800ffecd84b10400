using System.Text.Json;
using System.Text.Json.Nodes;
using static Wildberries.Sdk.Testing.ContentAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>Reads cards that are to be created, or to be written over those that are there.</summary>
internal static class CardReader
{
    // What WB alone decides, or what cannot be changed by an update, is not kept.
    private static readonly HashSet<string> CardMembers = new(StringComparer.Ordinal)
    {
        "nmID", "imtID", "nmUUID", "subjectID", "subjectName", "vendorCode", "brand", "title", "description", "needKiz", "kizMarked", "photos", "video", "wholesale", "dimensions",
        "characteristics", "sizes", "tags", "createdAt", "updatedAt", "documents",
    };

    private static readonly HashSet<string> DimensionMembers = new(StringComparer.Ordinal) { "length", "width", "height", "weightBrutto", "isValid" };
    private static readonly HashSet<string> CharacteristicMembers = new(StringComparer.Ordinal) { "id", "name", "value" };
    private static readonly HashSet<string> SizeMembers = new(StringComparer.Ordinal) { "chrtID", "techSize", "wbSize", "price", "skus" };
    private static readonly HashSet<string> DocumentsMembers = new(StringComparer.Ordinal) { "items", "overallVerdict", "excludeDocuments" };

    private static readonly HashSet<string> DocumentMembers = new(StringComparer.Ordinal)
    {
        "id", "type", "number", "productNumber", "tradeName", "applicant", "startDate", "endDate", "isEndless", "verdict", "createdAt",
    };

    /// <summary>The card; <see langword="null"/> if a member of it is not what it should be. Its article may be missing.</summary>
    public static EmulatedCard? Read(JsonNode? node)
    {
        if (node is not JsonObject json)
            return null;
        try
        {
            return new EmulatedCard
            {
                NmId = Optional(json, "nmID", Whole) ?? 0,
                VendorCode = Optional(json, "vendorCode", Reference) ?? "",
                Brand = Optional(json, "brand", Reference) ?? "",
                Title = Optional(json, "title", Reference) ?? "",
                Description = Optional(json, "description", Reference) ?? "",
                IsMarkingConfirmed = Optional(json, "kizMarked", Flag) ?? false,
                IsWholesale = Object(json, "wholesale") is { } wholesale ? Optional(wholesale, "enabled", Flag) : null,
                WholesaleQuantum = Object(json, "wholesale") is { } sold ? Optional(sold, "quantum", Whole) : null,
                Dimensions = Object(json, "dimensions") is { } dimensions ? ReadDimensions(dimensions) : new EmulatedCardDimensions(),
                Characteristics = [.. Objects(json, "characteristics").Select(ReadCharacteristic)],
                Sizes = [.. Objects(json, "sizes").Select(ReadSize)],
                Documents = Object(json, "documents") is { } documents ? [.. Objects(documents, "items").Select(ReadDocument)] : [],
                ExcludesDocuments = Object(json, "documents") is { } flags ? Optional(flags, "excludeDocuments", Flag) : null,
                OtherMembers = EmulatedJson.Except(json, CardMembers),
                OtherDocumentsMembers = Object(json, "documents") is { } others ? EmulatedJson.Except(others, DocumentsMembers) : EmulatedJson.None,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static EmulatedCardDimensions ReadDimensions(JsonObject json) => new()
    {
        Length = (int)(Optional(json, "length", Whole) ?? 0),
        Width = (int)(Optional(json, "width", Whole) ?? 0),
        Height = (int)(Optional(json, "height", Whole) ?? 0),
        GrossWeight = Optional(json, "weightBrutto", Decimal) ?? 0,
        OtherMembers = EmulatedJson.Except(json, DimensionMembers),
    };

    private static EmulatedCardCharacteristic ReadCharacteristic(JsonObject json)
    {
        long id = Optional(json, "id", Whole) ?? throw new FormatException("A characteristic has no id.");
        JsonNode value = json["value"] ?? throw new FormatException("A characteristic has no value.");
        var read = new EmulatedCardCharacteristic { Id = id, OtherMembers = EmulatedJson.Except(json, CharacteristicMembers) };
        if (value is JsonArray items && items.All(item => Text(item) is not null))
            return read with { Texts = [.. items.Select(item => Text(item)!)] };
        return value.GetValueKind() == JsonValueKind.Number && Decimal(value) is { } number
            ? read with { Number = number }
            : read with { Json = value.ToJsonString() };
    }

    private static EmulatedCardSize ReadSize(JsonObject json) => new()
    {
        ChrtId = Optional(json, "chrtID", Whole) ?? 0,
        TechSize = Optional(json, "techSize", Reference) ?? "",
        WbSize = Optional(json, "wbSize", Reference),
        Price = Optional(json, "price", Decimal) ?? 0,
        Skus = [.. Array(json, "skus").Select(sku => Text(sku) ?? throw new FormatException("A barcode is a text."))],
        OtherMembers = EmulatedJson.Except(json, SizeMembers),
    };

    private static EmulatedCardDocument ReadDocument(JsonObject json) => new()
    {
        Type = (int?)Optional(json, "type", Whole),
        Number = Optional(json, "number", Reference),
        ProductNumber = Optional(json, "productNumber", Reference),
        TradeName = Optional(json, "tradeName", Reference),
        Applicant = Optional(json, "applicant", Reference),
        StartDate = Optional(json, "startDate", Time),
        EndDate = Optional(json, "endDate", Time),
        IsEndless = Optional(json, "isEndless", Flag),
        OtherMembers = EmulatedJson.Except(json, DocumentMembers),
    };

    private static decimal? Decimal(JsonNode? node) =>
        node is JsonValue value && node.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out decimal number) ? number : null;

    private static string? Reference(JsonNode node) => Text(node);

    private static T? Optional<T>(JsonObject json, string name, Func<JsonNode, T?> read)
        where T : struct =>
        json[name] is not { } node ? null : read(node) ?? throw new FormatException($"{name} is not what it should be.");

    private static string? Optional(JsonObject json, string name, Func<JsonNode, string?> read) =>
        json[name] is not { } node ? null : read(node) ?? throw new FormatException($"{name} is no text.");

    private static JsonObject? Object(JsonObject json, string name) =>
        json[name] is not { } node ? null : node as JsonObject ?? throw new FormatException($"{name} is no object.");

    private static JsonArray Array(JsonObject json, string name) =>
        json[name] is not { } node ? [] : node as JsonArray ?? throw new FormatException($"{name} is no list.");

    private static IEnumerable<JsonObject> Objects(JsonObject json, string name) =>
        Array(json, name).Select(item => item as JsonObject ?? throw new FormatException($"{name} has something that is no object."));
}
