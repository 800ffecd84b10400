using System.Text.Json.Nodes;
using static Wildberries.Sdk.Testing.ContentAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>Writes cards as content-api does.</summary>
/// <param name="directories">The names of subjects and characteristics.</param>
/// <param name="tags">The seller's tags.</param>
/// <param name="locale">The language.</param>
/// <param name="address">The address of the emulator.</param>
internal sealed class CardWriter(EmulatedDirectories directories, IReadOnlyDictionary<long, EmulatedTag> tags, string locale, string address)
{
    public JsonObject Write(EmulatedCard card)
    {
        EmulatedSubject? subject = directories.Find(card.SubjectId);
        var json = new JsonObject
        {
            ["nmID"] = card.NmId,
            ["imtID"] = card.ImtId,
            ["nmUUID"] = card.Uuid.ToString(),
            ["subjectID"] = card.SubjectId,
            ["subjectName"] = SubjectName(subject),
            ["vendorCode"] = card.VendorCode,
            ["brand"] = card.Brand,
            ["title"] = card.Title,
            ["description"] = card.Description,
            ["needKiz"] = subject?.IsMarkingRequired ?? false,
            ["kizMarked"] = card.IsMarkingConfirmed,
        };
        WriteMedia(json, card);
        json["dimensions"] = WriteDimensions(card.Dimensions);
        json["characteristics"] = WriteCharacteristics(card, subject);
        json["sizes"] = WriteSizes(card);
        json["tags"] = new JsonArray(
        [
            .. card.TagIds.Where(tags.ContainsKey).Select(id => new JsonObject { ["id"] = id, ["name"] = tags[id].Name, ["color"] = tags[id].Color }),
        ]);
        json["createdAt"] = Time(card.CreatedAt!.Value);
        json["updatedAt"] = Time(card.UpdatedAt!.Value);
        if (card.Documents.Count > 0 || card.CheckedAt is not null || card.ExcludesDocuments is not null || card.OtherDocumentsMembers.Count > 0)
            json["documents"] = WriteDocuments(card);
        return json.With(card.OtherMembers);
    }

    public JsonObject WriteTrashed(EmulatedCard card)
    {
        EmulatedSubject? subject = directories.Find(card.SubjectId);
        var json = new JsonObject
        {
            ["nmID"] = card.NmId,
            ["vendorCode"] = card.VendorCode,
            ["kizMarked"] = card.IsMarkingConfirmed,
            ["subjectID"] = card.SubjectId,
            ["subjectName"] = SubjectName(subject),
        };
        WriteMedia(json, card);
        json["sizes"] = WriteSizes(card);
        json["dimensions"] = WriteDimensions(card.Dimensions);
        json["characteristics"] = WriteCharacteristics(card, subject);
        json["createdAt"] = Time(card.CreatedAt!.Value);
        json["trashedAt"] = Time(card.TrashedAt!.Value);
        return json;
    }

    /// <summary>The link to a picture of a card in one of WB's sizes.</summary>
    public static string PhotoLink(string address, long nmId, int number, string size) => address + CardMedia.PhotoPath(nmId, number, size);

    private string SubjectName(EmulatedSubject? subject) => subject is null ? "" : directories.In(locale, subject.Name);

    private void WriteMedia(JsonObject json, EmulatedCard card)
    {
        if (card.Photos.Count > 0)
        {
            json["photos"] = new JsonArray(
            [
                .. Enumerable.Range(1, card.Photos.Count).Select(number => new JsonObject(
                    CardMedia.PhotoSizes.Select(size => KeyValuePair.Create(size, (JsonNode?)PhotoLink(address, card.NmId, number, size))))),
            ]);
        }

        if (card.Video is not null)
            json["video"] = address + CardMedia.VideoPath(card.NmId);
        if (card.IsWholesale is null && card.WholesaleQuantum is null)
            return;
        var wholesale = new JsonObject();
        if (card.IsWholesale is { } enabled)
            wholesale["enabled"] = enabled;
        if (card.WholesaleQuantum is { } quantum)
            wholesale["quantum"] = quantum;
        json["wholesale"] = wholesale;
    }

    private static JsonObject WriteDimensions(EmulatedCardDimensions dimensions) => new JsonObject
    {
        ["length"] = dimensions.Length,
        ["width"] = dimensions.Width,
        ["height"] = dimensions.Height,
        ["weightBrutto"] = dimensions.GrossWeight,
        ["isValid"] = dimensions is { Length: > 0 and < 500, Width: > 0 and < 500, Height: > 0 and < 500 },
    }.With(dimensions.OtherMembers);

    private JsonArray WriteCharacteristics(EmulatedCard card, EmulatedSubject? subject) => new(
    [
        .. card.Characteristics.Select(one => new JsonObject
        {
            ["id"] = one.Id,
            ["name"] = directories.In(locale, subject?.Characteristics.FirstOrDefault(known => known.Id == one.Id)?.Name ?? ""),
            ["value"] = one.Json is not null ? JsonNode.Parse(one.Json)
                : one.Number is { } number ? JsonValue.Create(number)
                : new JsonArray([.. one.Texts.Select(text => (JsonNode)directories.In(locale, text))]),
        }.With(one.OtherMembers)),
    ]);

    private static JsonArray WriteSizes(EmulatedCard card) => new(
    [
        .. card.Sizes.Select(size =>
        {
            var json = new JsonObject { ["chrtID"] = size.ChrtId, ["techSize"] = size.TechSize };
            if (size.WbSize is not null)
                json["wbSize"] = size.WbSize;
            json["skus"] = new JsonArray([.. size.Skus.Select(sku => (JsonNode)sku)]);
            return json.With(size.OtherMembers);
        }),
    ]);

    private static JsonObject WriteDocuments(EmulatedCard card)
    {
        var json = new JsonObject { ["items"] = new JsonArray([.. card.Documents.Select(WriteDocument)]) };
        if (card.CheckedAt is { } checkedAt)
        {
            var verdict = new JsonObject { ["isFullyChecked"] = true, ["status"] = card.CheckReason is null && card.Documents.All(one => one.IsVerified == true) ? 1 : 2 };
            if (card.CheckReason is not null)
                verdict["reason"] = card.CheckReason;
            verdict["createdAt"] = Time(checkedAt);
            json["overallVerdict"] = verdict;
        }

        if (card.ExcludesDocuments is { } excludes)
            json["excludeDocuments"] = excludes;
        return json.With(card.OtherDocumentsMembers);
    }

    private static JsonObject WriteDocument(EmulatedCardDocument document)
    {
        var json = new JsonObject { ["id"] = document.Id };
        Add(json, "type", document.Type is { } type ? JsonValue.Create(type) : null);
        Add(json, "number", document.Number);
        Add(json, "productNumber", document.ProductNumber);
        Add(json, "tradeName", document.TradeName);
        Add(json, "applicant", document.Applicant);
        Add(json, "startDate", document.StartDate is { } start ? Time(start) : null);
        Add(json, "endDate", document.EndDate is { } end ? Time(end) : null);
        Add(json, "isEndless", document.IsEndless is { } endless ? JsonValue.Create(endless) : null);
        if (document.IsVerified is { } verified)
        {
            var verdict = new JsonObject { ["verified"] = verified, ["status"] = verified ? 1 : 2 };
            Add(verdict, "reason", document.Reason);
            Add(verdict, "createdAt", document.CheckedAt is { } checkedAt ? Time(checkedAt) : null);
            json["verdict"] = verdict;
        }

        Add(json, "createdAt", document.CreatedAt is { } createdAt ? Time(createdAt) : null);
        return json.With(document.OtherMembers);
    }

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
