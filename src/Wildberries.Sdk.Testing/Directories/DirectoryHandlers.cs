using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.ContentAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of content-api that read directories.</summary>
internal sealed class DirectoryHandlers(EmulatedDirectories directories)
{
    private const int DefaultPage = 30;
    private const int MaxPage = 1000;

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET content-api/content/v2/object/parent/all", request => Translated(request, GetParentCategories)),
        Handler.For("GET content-api/content/v2/object/all", request => Translated(request, locale => GetSubjects(request, locale))),
        Handler.For("GET content-api/content/v2/object/charcs/{subjectId}", request => Translated(request, locale => GetCharacteristics(request, locale))),
        Handler.For("GET content-api/content/v2/directory/colors", request => Translated(request, GetColors)),
        Handler.For("GET content-api/content/v2/directory/kinds", request => Translated(request, locale => GetTexts(directories.Genders, locale))),
        Handler.For("GET content-api/content/v2/directory/countries", request => Translated(request, GetCountries)),
        Handler.For("GET content-api/content/v2/directory/seasons", request => Translated(request, locale => GetTexts(directories.Seasons, locale))),
        Handler.For("GET content-api/content/v2/directory/vat", request => Translated(request, locale => GetTexts(directories.VatRates, locale))),
        Handler.For("GET content-api/content/v2/directory/tnved", request => Translated(request, _ => GetSubjectTnvedCodes(request))),
        Handler.For("GET content-api/api/content/v2/directory/tnved/all", request => Translated(request, locale => GetTnvedCodes(request, locale))),
        Handler.For("GET content-api/api/content/v2/directory/okpd", GetSubjectOkpd2Codes),
        Handler.For("GET content-api/api/content/v2/directory/okpd/all", request => GetCodes(
            directories.Subjects.SelectMany(subject => subject.Okpd2Codes), request, "okpd2", Russian)),
        Handler.For("GET content-api/api/content/v1/brands", GetBrands),
    ];

    private static Answer Translated(HandlerRequest request, Func<string, Answer> answer) =>
        LocaleOf(request) is { } locale ? answer(locale) : BadRequest(WrongRequest);

    private Answer GetParentCategories(string locale) => Data(
    [
        .. directories.Subjects.GroupBy(subject => subject.ParentId).OrderBy(group => group.Key).Select(group => new JsonObject
        {
            ["name"] = directories.In(locale, group.First().ParentName),
            ["id"] = group.Key,
            ["isVisible"] = true,
        }),
    ]);

    private Answer GetSubjects(HandlerRequest request, string locale)
    {
        if (Number(request, "limit", DefaultPage) is not (>= 1 and <= MaxPage and var limit)
            || Number(request, "offset", 0) is not { } offset
            || Number(request, "parentID", 0) is not { } parentId)
        {
            return BadRequest(WrongRequest);
        }

        string name = request.Query("name") ?? "";
        return Data(
        [
            .. directories.Subjects
                .Where(subject => parentId == 0 || subject.ParentId == parentId)
                .Where(subject => name.Length == 0 || Languages.Any(one => directories.In(one, subject.Name).Contains(name, StringComparison.OrdinalIgnoreCase)))
                .Skip((int)Math.Min(offset, int.MaxValue))
                .Take((int)limit)
                .Select(subject => new JsonObject
                {
                    ["subjectID"] = subject.Id,
                    ["parentID"] = subject.ParentId,
                    ["subjectName"] = directories.In(locale, subject.Name),
                    ["parentName"] = directories.In(locale, subject.ParentName),
                }),
        ]);
    }

    private Answer GetCharacteristics(HandlerRequest request, string locale)
    {
        if (!long.TryParse(request.LastSegment, NumberStyles.None, CultureInfo.InvariantCulture, out long id) || directories.Find(id) is not { } subject)
            return BadRequest(WrongRequest);
        return Data(
        [
            .. subject.Characteristics.Select(one => new JsonObject
            {
                ["charcID"] = one.Id,
                ["subjectName"] = directories.In(locale, subject.Name),
                ["subjectID"] = subject.Id,
                ["name"] = directories.In(locale, one.Name),
                ["required"] = one.IsRequired,
                ["unitName"] = directories.In(locale, one.UnitName),
                ["maxCount"] = one.MaxCount,
                ["popular"] = one.IsPopular,
                ["charcType"] = one.Type,
                ["hasFilter"] = one.HasFilter,
                ["isVariable"] = one.IsVariable,
                ["existNamedField"] = one.HasNamedField,
            }),
        ]);
    }

    private Answer GetColors(string locale) => Data(
    [
        .. directories.Colors.Select(color => new JsonObject
        {
            ["name"] = directories.In(locale, color.Name),
            ["parentName"] = directories.In(locale, color.ParentName),
        }),
    ]);

    private Answer GetCountries(string locale) => Data(
    [
        .. directories.Countries.Select(country => new JsonObject
        {
            ["id"] = country.Id,
            ["name"] = directories.In(locale, country.Name),
            ["fullName"] = directories.In(locale, country.FullName),
        }),
    ]);

    private Answer GetTexts(IReadOnlyList<string> texts, string locale) => Data([.. texts.Select(text => (JsonNode)directories.In(locale, text))]);

    private Answer GetSubjectTnvedCodes(HandlerRequest request)
    {
        if (Number(request, "subjectID") is not { } id || directories.Find(id) is not { } subject)
            return BadRequest(WrongRequest);
        return Data(
        [
            .. Found(subject.TnvedCodes, request).Select(code => new JsonObject { ["tnved"] = code.Code, ["isKiz"] = subject.IsMarkingRequired }),
        ]);
    }

    private Answer GetTnvedCodes(HandlerRequest request, string locale)
    {
        string? search = request.Query("search");
        return !string.IsNullOrEmpty(search) && !search.All(char.IsAsciiDigit)
            ? BadRequest(WrongRequest, contentType: Problem.ContentType)
            : GetCodes(directories.Subjects.SelectMany(subject => subject.TnvedCodes), request, "tnved", locale);
    }

    private Answer GetSubjectOkpd2Codes(HandlerRequest request) => Number(request, "subjectId") is { } id && directories.Find(id) is { } subject
        ? GetCodes(subject.Okpd2Codes, request, "okpd2", Russian)
        : BadRequest(WrongRequest, contentType: Problem.ContentType);

    private Answer GetCodes(IEnumerable<EmulatedProductCode> codes, HandlerRequest request, string name, string locale) => Data(
    [
        .. Found(codes, request).DistinctBy(code => code.Code).OrderBy(code => code.Code, StringComparer.Ordinal).Select(code => new JsonObject
        {
            [name] = code.Code,
            ["description"] = directories.In(locale, code.Description),
        }),
    ]);

    private static IEnumerable<EmulatedProductCode> Found(IEnumerable<EmulatedProductCode> codes, HandlerRequest request) =>
        request.Query("search") is { Length: > 0 } search ? codes.Where(code => code.Code.Contains(search, StringComparison.Ordinal)) : codes;

    private Answer GetBrands(HandlerRequest request)
    {
        if (Number(request, "subjectId") is not { } id)
            return BrandsProblem("expected number >= 0", "query.subjectId", request.Query("subjectId"));
        if (Number(request, "next", 0) is not { } next)
            return BrandsProblem("invalid integer", "query.next", request.Query("next"));
        if (directories.Find(id) is not { Brands.Count: > 0 } subject)
            return Answer.Json(404, BrandsProblem("Not Found", "Brands not found"), Problem.ContentType);

        EmulatedBrand[] rest = [.. subject.Brands.OrderBy(brand => brand.Id).Where(brand => brand.Id > next)];
        EmulatedBrand[] page = [.. rest.Take(directories.BrandPageSize)];
        var body = new JsonObject
        {
            ["brands"] = new JsonArray([.. page.Select(brand => new JsonObject { ["id"] = brand.Id, ["logoUrl"] = brand.LogoUrl, ["name"] = brand.Name })]),
            ["total"] = subject.Brands.Count,
        };
        if (page.Length < rest.Length)
            body["next"] = page[^1].Id;
        return Answer.Json(200, body);
    }

    private static Answer BrandsProblem(string message, string location, string? value)
    {
        JsonObject body = BrandsProblem("Bad Request", "validation failed");
        body["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["location"] = location, ["value"] = value });
        return Answer.Json(400, body, Problem.ContentType);
    }

    private static JsonObject BrandsProblem(string title, string detail) => new()
    {
        ["title"] = title,
        ["detail"] = detail,
        ["origin"] = "brands-api",
        ["requestId"] = Problem.NewRequestId(),
    };
}
