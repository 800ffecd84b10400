using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.ContentAnswers;
using static Wildberries.Sdk.Testing.EmulatedCards;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of content-api about what is recommended beside products.</summary>
internal sealed class RecommendationHandlers(EmulatedCards cards, EmulatedDirectories directories)
{
    private const int DefaultPage = 20;
    private const int MaxPage = 5000;
    private const int MaxFilter = 30;
    private const int MaxSearch = 72;
    private const string Origin = "recoms";
    private const string WrongFormat = "incorrect request body format";

    public IEnumerable<Handler> All =>
    [
        Handler.For("POST content-api/api/content/v1/recommendations/list", GetList),
        Handler.For("POST content-api/api/content/v1/recommendations/set", SetList),
    ];

    private Answer GetList(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body
            || Number(body["limit"], DefaultPage) is not (>= 0 and <= MaxPage and var limit)
            || Number(body["next"], 0) is not { } next
            || (body["subjectIds"] is { } subjects ? Ids(subjects) : []) is not { Count: <= MaxFilter } subjectIds
            || (body["brandNames"] ?? new JsonArray()) is not JsonArray { Count: <= MaxFilter } names)
        {
            return Problem.Service(Origin, WrongFormat);
        }

        string search = ContentAnswers.Text(body["search"]) ?? "";
        if (search.EnumerateRunes().Count() > MaxSearch)
            return Problem.Service(Origin, "Search string length limit exceeded, maximum 72 required");
        string[] brands = [.. names.Select(brand => ContentAnswers.Text(brand) ?? "")];
        IReadOnlyList<EmulatedCard> all = cards.All;
        EmulatedCard[] page =
        [
            .. all
                .Where(card => card.NmId > next)
                .Where(card => brands.Length == 0 || brands.Contains(card.Brand))
                .Where(card => subjectIds.Count == 0 || subjectIds.Contains(card.SubjectId))
                .Where(card => search.Length == 0 || card.NmId.ToString(CultureInfo.InvariantCulture) == search
                    || card.VendorCode!.Contains(search, StringComparison.OrdinalIgnoreCase))
                .Take((int)limit),
        ];
        string address = CardMediaHandlers.AddressOf(request);
        return Answer.Json(200, new JsonObject
        {
            ["data"] = new JsonArray([.. page.Select(card => Write(card, address))]),
            ["next"] = page.Length > 0 ? page[^1].NmId : next,
        });
    }

    private JsonObject Write(EmulatedCard card, string address)
    {
        (IReadOnlyList<long> recommended, DateTimeOffset? updatedAt) = cards.Recommended(card.NmId);
        EmulatedSubject? subject = directories.Find(card.SubjectId);
        return new JsonObject
        {
            ["nmId"] = card.NmId,
            ["imtId"] = card.ImtId,
            ["vendorCode"] = card.VendorCode,
            ["brandName"] = card.Brand,
            ["updatedAt"] = updatedAt is { } time ? ContentAnswers.Time(time) : null,
            ["picsCount"] = card.Photos.Count,
            ["title"] = card.Title,
            ["subjectName"] = subject?.Name ?? "",
            ["pic"] = card.Photos.Count > 0 ? CardWriter.PhotoLink(address, card.NmId, 1, "c516x688") : "",
            ["recomCount"] = recommended.Count,
            ["recomPics"] = new JsonArray([.. recommended.Select(nmId => (JsonNode)CardWriter.PhotoLink(address, nmId, 1, "tm"))]),
            ["recomNms"] = new JsonArray([.. recommended.Select(nmId => (JsonNode)nmId)]),
        };
    }

    private Answer SetList(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body || body["recList"] is not JsonArray { Count: >= 1 and <= MaxPage } items)
            return Problem.Service(Origin, WrongFormat);
        var products = new List<(long NmId, IReadOnlyList<(long NmId, int Position)> Recommended)>();
        foreach (JsonNode? item in items)
        {
            if (item is not JsonObject product || Whole(product["nmId"]) is not { } nmId || product["recommendations"] is not JsonArray { Count: <= MaxRecommended } wanted)
                return Problem.Service(Origin, WrongFormat);
            var recommended = new List<(long NmId, int Position)>();
            foreach (JsonNode? one in wanted)
            {
                if (one is not JsonObject || Whole(one["recomNm"]) is not { } recommendedId || Number(one["sort"], MaxRecommended) is not (>= 0 and <= MaxRecommended and var position))
                    return Problem.Service(Origin, WrongFormat);
                recommended.Add((recommendedId, (int)position));
            }

            products.Add((nmId, recommended));
        }

        (IReadOnlyList<RecommendationProblem> problems, bool isChanged) = cards.SetRecommendations(products, Flag(body["replace"]) ?? false);
        if (problems.Count == 0 && !isChanged)
        {
            return Answer.Json(208, new JsonObject
            {
                ["requestId"] = Problem.NewRequestId(),
                ["origin"] = Origin,
                ["title"] = "Already Reported",
                ["detail"] = "Recommendations already set",
            });
        }

        var answer = new JsonObject { ["isError"] = problems.Count > 0 };
        if (problems.Count > 0)
        {
            answer["errors"] = new JsonArray(
            [
                .. problems.Select(problem => new JsonObject
                {
                    ["mainNm"] = problem.NmId,
                    ["recomNm"] = problem.RecommendedNmId,
                    ["message"] = problem.Message,
                }),
            ]);
        }

        return Answer.Json(200, answer);
    }

    private static long? Number(JsonNode? node, long whenMissing) => node is null ? whenMissing : Whole(node);
}
