using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Directories;

public sealed class DirectoriesRequestTests
{
    private static readonly Dictionary<string, Func<IDirectoriesApi, Task>> Calls = new()
    {
        ["GET /content/v2/object/parent/all"] = api => api.GetParentCategoriesAsync(),
        ["GET /content/v2/object/parent/all?locale=en"] = api => api.GetParentCategoriesAsync(Locale.English),
        ["GET /content/v2/object/all"] = api => api.GetSubjectsAsync(),
        ["GET /content/v2/object/all?name=%D0%9D%D0%BE%D1%81%D0%BA%D0%B8&parentID=479&limit=1000&offset=5000&locale=zh"] = api =>
            api.GetSubjectsAsync("Носки", 479, 1000, 5000, Locale.Chinese),
        ["GET /content/v2/object/charcs/105"] = api => api.GetCharacteristicsAsync(105),
        ["GET /content/v2/object/charcs/4294967297?locale=ru"] = api => api.GetCharacteristicsAsync(4_294_967_297, Locale.Russian),
        ["GET /content/v2/directory/colors?locale=ru"] = api => api.GetColorsAsync(Locale.Russian),
        ["GET /content/v2/directory/kinds?locale=ru"] = api => api.GetGendersAsync(Locale.Russian),
        ["GET /content/v2/directory/countries?locale=ru"] = api => api.GetCountriesAsync(Locale.Russian),
        ["GET /content/v2/directory/seasons?locale=ru"] = api => api.GetSeasonsAsync(Locale.Russian),
        ["GET /content/v2/directory/vat?locale=ru"] = api => api.GetVatRatesAsync(Locale.Russian),
        ["GET /content/v2/directory/tnved?subjectID=105"] = api => api.GetSubjectTnvedCodesAsync(105),
        ["GET /content/v2/directory/tnved?subjectID=105&search=0106903000&locale=en"] = api =>
            api.GetSubjectTnvedCodesAsync(105, "0106903000", Locale.English),
        ["GET /api/content/v2/directory/tnved/all"] = api => api.GetTnvedCodesAsync(),
        ["GET /api/content/v2/directory/tnved/all?search=0101&locale=en"] = api => api.GetTnvedCodesAsync("0101", Locale.English),
        ["GET /api/content/v2/directory/okpd?subjectId=105"] = api => api.GetSubjectOkpd2CodesAsync(105),
        ["GET /api/content/v2/directory/okpd?subjectId=105&search=14.11.10.110&locale=ru"] = api =>
            api.GetSubjectOkpd2CodesAsync(105, "14.11.10.110", Locale.Russian),
        ["GET /api/content/v2/directory/okpd/all"] = api => api.GetOkpd2CodesAsync(),
        ["GET /api/content/v2/directory/okpd/all?search=01.10&locale=ru"] = api => api.GetOkpd2CodesAsync("01.10", Locale.Russian),
        ["GET /api/content/v1/brands?subjectId=1234"] = api => api.GetBrandsAsync(1234),
        ["GET /api/content/v1/brands?subjectId=1234&next=4294967298"] = api => api.GetBrandsAsync(1234, 4_294_967_298),
    };

    private static readonly Dictionary<string, Func<IDirectoriesApi, Task>> Refused = new()
    {
        ["parentId: no category"] = api => api.GetSubjectsAsync(parentId: 0),
        ["limit: no subjects"] = api => api.GetSubjectsAsync(limit: 0),
        ["limit: more than WB gives"] = api => api.GetSubjectsAsync(limit: 1001),
        ["offset: before the first"] = api => api.GetSubjectsAsync(offset: -1),
        ["subjectId: no subject for characteristics"] = api => api.GetCharacteristicsAsync(0),
        ["subjectId: no subject for HS codes"] = api => api.GetSubjectTnvedCodesAsync(-1),
        ["subjectId: no subject for OKPD2 codes"] = api => api.GetSubjectOkpd2CodesAsync(0),
        ["subjectId: no subject for brands"] = api => api.GetBrandsAsync(0),
        ["next: before the first page"] = api => api.GetBrandsAsync(1, -1),
        ["locale: HS codes are not in Chinese"] = api => api.GetTnvedCodesAsync(locale: Locale.Chinese),
        ["locale: OKPD2 codes of a subject are in Russian only"] = api => api.GetSubjectOkpd2CodesAsync(1, locale: Locale.English),
        ["locale: OKPD2 codes are in Russian only"] = api => api.GetOkpd2CodesAsync(locale: Locale.Chinese),
    };

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IDirectoriesApi>(DirectoriesJsonContext.Default, """{"data":[],"brands":[]}""");
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests);
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        ArgumentException error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Refused[what](wb.Client.Directories));
        Assert.Equal(what.Split(':')[0], error.ParamName);
        Assert.Empty(wb.Arrivals);
    }
}
