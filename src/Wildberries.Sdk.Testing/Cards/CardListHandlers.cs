using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.ContentAnswers;
using static Wildberries.Sdk.Testing.EmulatedCards;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of content-api that read cards, the trash, errors and limits.</summary>
internal sealed class CardListHandlers(EmulatedCards cards, EmulatedDirectories directories)
{
    private const int MaxPage = 100;
    private const int DefaultPage = 10;

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST content-api/content/v2/get/cards/list", GetCards),
        Handler.For("POST content-api/content/v2/get/cards/trash", GetTrash),
        Handler.For("POST content-api/content/v2/cards/error/list", GetErrors),
        Handler.For("GET content-api/content/v2/cards/limits", _ => Envelope(
            200, new JsonObject { ["freeLimits"] = cards.FreeLimits, ["paidLimits"] = cards.PaidLimits }, null, null)),
    ];

    private Answer GetCards(HandlerRequest request)
    {
        if (LocaleOf(request) is not { } locale || request.ReadJsonObject() is not { } body || Condition(body["settings"]?["filter"], IsSandbox(request)) is not { } condition)
            return BadRequest(WrongRequest);
        return Page(request, body, cards.InOrder(isTrashed: false).Where(condition), "updatedAt", card => card.UpdatedAt!.Value, Writer(request, locale).Write);
    }

    private Answer GetTrash(HandlerRequest request)
    {
        if (LocaleOf(request) is not { } locale || request.ReadJsonObject() is not { } body)
            return BadRequest(WrongRequest);
        string search = ContentAnswers.Text(body["settings"]?["filter"]?["textSearch"]) ?? "";
        return Page(
            request, body, cards.InOrder(isTrashed: true).Where(card => Contains(card, search)), "trashedAt", card => card.TrashedAt!.Value, Writer(request, locale).WriteTrashed);
    }

    private CardWriter Writer(HandlerRequest request, string locale) =>
        new(directories, cards.Tags.ToDictionary(tag => tag.Id), locale, CardMediaHandlers.AddressOf(request));

    private static Answer Page(
        HandlerRequest request, JsonObject body, IEnumerable<EmulatedCard> found, string timeName, Func<EmulatedCard, DateTimeOffset> timeOf, Func<EmulatedCard, JsonObject> write)
    {
        JsonNode? settings = body["settings"];
        long limit = DefaultPage;
        if (settings?["cursor"]?["limit"] is { } wanted)
        {
            if (Whole(wanted) is not (>= 1 and <= MaxPage and var number))
                return BadRequest(WrongRequest);
            limit = number;
        }

        bool isAscending = Flag(settings?["sort"]?["ascending"]) ?? false;
        if (!isAscending)
            found = found.Reverse();
        if (Time(settings?["cursor"]?[timeName]) is { } time)
        {
            long nmId = Whole(settings?["cursor"]?["nmID"]) ?? 0;
            found = found.Where(card =>
            {
                int order = timeOf(card).CompareTo(time) is var byTime and not 0 ? byTime : card.NmId.CompareTo(nmId);
                return isAscending ? order > 0 : order < 0;
            });
        }

        EmulatedCard[] page = [.. found.Take((int)limit)];
        var cursor = new JsonObject();
        if (page.Length > 0)
        {
            cursor[timeName] = ContentAnswers.Time(timeOf(page[^1]));
            cursor["nmID"] = page[^1].NmId;
        }

        cursor["total"] = page.Length;
        return Answer.Json(200, new JsonObject { ["cards"] = new JsonArray([.. page.Select(write)]), ["cursor"] = cursor });
    }

    private Func<EmulatedCard, bool>? Condition(JsonNode? filter, bool isSandbox)
    {
        if (filter is null)
            return _ => true;
        long photos = filter["withPhoto"] is { } withPhoto ? Whole(withPhoto) ?? long.MaxValue : 0;
        IReadOnlyList<long>? tagIds = filter["tagIDs"] is { } tags ? Ids(tags) : [], subjectIds = filter["objectIDs"] is { } objects ? Ids(objects) : [];
        if (photos is < -1 or > 2 || tagIds is null || subjectIds is null || filter["brands"] is not (null or JsonArray))
            return null;
        string search = ContentAnswers.Text(filter["textSearch"]) ?? "";
        string[] brands = [.. (filter["brands"] as JsonArray ?? []).Select(brand => ContentAnswers.Text(brand) ?? "")];
        bool allowedOnly = !isSandbox && Flag(filter["allowedCategoriesOnly"]) == true;
        long? imtId = Whole(filter["imtID"]);
        return card =>
            (photos is -1 or 0 || (photos == 1) == (card.Photos.Count > 0))
            && Contains(card, search)
            && (tagIds.Count == 0 || card.TagIds.Any(tagIds.Contains))
            && (subjectIds.Count == 0 || subjectIds.Contains(card.SubjectId))
            && (brands.Length == 0 || brands.Contains(card.Brand))
            && (imtId is null or 0 || card.ImtId == imtId)
            && (!allowedOnly || directories.Find(card.SubjectId)?.IsAllowed == true);
    }

    private static bool Contains(EmulatedCard card, string search) => search.Length == 0
        || card.VendorCode!.Contains(search, StringComparison.OrdinalIgnoreCase)
        || card.NmId.ToString(CultureInfo.InvariantCulture).Contains(search, StringComparison.Ordinal)
        || card.Sizes.Any(size => size.Skus.Any(sku => sku.Contains(search, StringComparison.Ordinal)));

    private Answer GetErrors(HandlerRequest request)
    {
        if (LocaleOf(request) is not { } locale || request.ReadJsonObject() is not { } body)
            return BadRequest(WrongRequest);
        long limit = MaxPage;
        if (body["cursor"]?["limit"] is { } wanted)
        {
            if (Whole(wanted) is not (>= 1 and <= MaxPage and var number))
                return BadRequest(WrongRequest);
            limit = number;
        }

        bool isAscending = Flag(body["order"]?["ascending"]) ?? true;
        IEnumerable<ErrorBatch> found = isAscending ? cards.Errors() : cards.Errors().Reverse();
        if (Time(body["cursor"]?["updatedAt"]) is { } time)
        {
            string id = ContentAnswers.Text(body["cursor"]?["batchUUID"]) ?? "";
            found = found.Where(batch =>
            {
                int order = batch.UpdatedAt.CompareTo(time) is var byTime and not 0 ? byTime : string.CompareOrdinal(batch.Id, id);
                return isAscending ? order > 0 : order < 0;
            });
        }

        ErrorBatch[] rest = [.. found];
        ErrorBatch[] page = [.. rest.Take((int)limit)];
        var cursor = new JsonObject { ["next"] = rest.Length > page.Length };
        if (page.Length > 0)
        {
            cursor["updatedAt"] = ContentAnswers.Time(page[^1].UpdatedAt);
            cursor["batchUUID"] = page[^1].Id;
        }

        return Envelope(200, new JsonObject { ["items"] = new JsonArray([.. page.Select(batch => Write(batch, locale))]), ["cursor"] = cursor }, null, null);
    }

    private JsonObject Write(ErrorBatch batch, string locale)
    {
        JsonObject subjects = [], brands = [], errors = [];
        foreach (ErrorRow row in batch.Rows)
        {
            EmulatedSubject? subject = directories.Find(row.SubjectId);
            subjects[row.VendorCode] = new JsonObject { ["id"] = row.SubjectId, ["name"] = subject is null ? "" : directories.In(locale, subject.Name) };
            if (subject?.Brands.FirstOrDefault(brand => brand.Name == row.Brand) is { } brand)
                brands[row.VendorCode] = new JsonObject { ["id"] = brand.Id, ["name"] = brand.Name };
            errors[row.VendorCode] = new JsonArray([.. row.Texts.Select(text => (JsonNode)text)]);
        }

        return new JsonObject
        {
            ["batchUUID"] = batch.Id,
            ["subjects"] = subjects,
            ["brands"] = brands,
            ["vendorCodes"] = new JsonArray([.. batch.Rows.Select(row => (JsonNode)row.VendorCode)]),
            ["errors"] = errors,
            ["updatedAt"] = ContentAnswers.Time(batch.UpdatedAt),
        };
    }
}
