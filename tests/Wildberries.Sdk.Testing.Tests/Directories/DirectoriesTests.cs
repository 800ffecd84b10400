using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Directories;

public sealed class DirectoriesTests
{
    private const string Subjects = "GET content-api/content/v2/object/all";
    private const string Brands = "GET content-api/api/content/v1/brands";

    [Theory]
    [InlineData("", "105,217,1128,1190")]
    [InlineData("?limit=2", "105,217")]
    [InlineData("?limit=2&offset=3", "1190")]
    [InlineData("?offset=9", "")]
    [InlineData("?name=КРУЖ", "1190")]
    [InlineData("?name=mug", "1190")]
    [InlineData("?name=马克杯&locale=en", "1190")]
    [InlineData("?parentID=6", "105")]
    public async Task Subjects_are_found_in_any_language(string query, string expected)
    {
        await using Harness harness = await OpenAsync();
        using var answer = JsonDocument.Parse(await harness.AskAsync(Subjects + query));
        Assert.Equal(expected, string.Join(',', answer.RootElement.GetProperty("data").EnumerateArray().Select(one => one.GetProperty("subjectID").GetInt64())));
    }

    [Fact]
    public async Task A_page_has_30_subjects_unless_more_are_asked_for()
    {
        await using Harness harness = await OpenAsync();
        for (int i = 1; i <= 40; i++)
            harness.Emulator.Directories.Add(new EmulatedSubject { Id = 10_000 + i });
        using var page = JsonDocument.Parse(await harness.AskAsync(Subjects));
        using var all = JsonDocument.Parse(await harness.AskAsync(Subjects + "?limit=1000"));
        Assert.Equal((30, 44), (page.RootElement.GetProperty("data").GetArrayLength(), all.RootElement.GetProperty("data").GetArrayLength()));
    }

    [Theory]
    [InlineData(Subjects + "?limit=1001")]
    [InlineData(Subjects + "?limit=0")]
    [InlineData(Subjects + "?offset=-1")]
    [InlineData(Subjects + "?locale=kk")]
    [InlineData("GET content-api/content/v2/object/charcs/7")]
    [InlineData("GET content-api/content/v2/directory/tnved")]
    [InlineData("GET content-api/api/content/v2/directory/tnved/all?search=61a")]
    [InlineData("GET content-api/api/content/v2/directory/okpd?subjectId=7")]
    public async Task What_makes_no_sense_is_400(string operation)
    {
        await using Harness harness = await OpenAsync();
        Assert.Equal("""{"data":null,"error":true,"errorText":"Неправильный запрос","additionalErrors":null}""", await harness.AskAsync(operation, status: 400));
    }

    [Fact]
    public async Task Characteristics_say_what_a_card_must_have()
    {
        await using Harness harness = await OpenAsync();
        using var answer = JsonDocument.Parse(await harness.AskAsync("GET content-api/content/v2/object/charcs/105?locale=en"));
        JsonElement[] rows = [.. answer.RootElement.GetProperty("data").EnumerateArray()];
        Assert.Equal(
            """{"charcID":54337,"subjectName":"Sneakers","subjectID":105,"name":"Размер","required":false,"unitName":"cm","maxCount":0,"popular":false,"charcType":4,"""
            + "\"" + """hasFilter":true,"isVariable":true,"existNamedField":true}""",
            rows.Single(row => row.GetProperty("charcID").GetInt64() == 54337).GetRawText());
        Assert.True(rows.Single(row => row.GetProperty("name").GetString() == "Gender").GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task Lists_are_what_the_test_says_they_are()
    {
        await using Harness harness = await OpenAsync();
        EmulatedDirectories directories = harness.Emulator.Directories;
        directories.Colors = [new EmulatedColor { Name = "хаки", ParentName = "зелёный" }];
        directories.Countries = [new EmulatedCountry { Id = 1, Name = "Армения", FullName = "Республика Армения" }];
        directories.Genders = ["Мужской"];
        directories.Seasons = ["зима"];
        directories.VatRates = ["22"];
        directories.Translate("Армения", "Armenia");
        foreach ((string path, string data) in new[]
        {
            ("colors", """{"name":"хаки","parentName":"зелёный"}"""), ("countries?locale=zh", """{"id":1,"name":"Armenia","fullName":"Республика Армения"}"""),
            ("kinds?locale=en", "\"Male\""), ("seasons", "\"зима\""), ("vat", "\"22\""),
        })
        {
            Assert.Equal(
                $$"""{"data":[{{data}}],"error":false,"errorText":"","additionalErrors":null}""", await harness.AskAsync("GET content-api/content/v2/directory/" + path));
        }

        Assert.True(directories.Remove(105));
        Assert.False(directories.Remove(105));
        Assert.Null(directories.Find(105));
        Assert.Throws<ArgumentException>(() => directories.Add(new EmulatedSubject { Id = 0 }));
        Assert.Throws<ArgumentException>(() => directories.Add(new EmulatedSubject { Id = 1, Characteristics = [new EmulatedCharacteristic { Id = 1, Name = "a", Type = 3 }] }));
    }

    [Fact]
    public async Task Codes_are_found_by_a_part()
    {
        await using Harness harness = await OpenAsync();
        Assert.Contains("""[{"tnved":"6110209900","isKiz":true}]""", await harness.AskAsync("GET content-api/content/v2/directory/tnved?subjectID=217&search=99"), StringComparison.Ordinal);
        Assert.Contains("""[{"tnved":"6911100000","description":"Посуда""", await harness.AskAsync("GET content-api/api/content/v2/directory/tnved/all?search=691"), StringComparison.Ordinal);
        Assert.Contains("""[{"okpd2":"14.39.10",""", await harness.AskAsync("GET content-api/api/content/v2/directory/okpd?subjectId=217&search=14.39"), StringComparison.Ordinal);
        Assert.Contains("""[{"okpd2":"15.20.21",""", await harness.AskAsync("GET content-api/api/content/v2/directory/okpd/all?search=15.20"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brands_end_without_next_and_are_404_where_there_are_none()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Directories.BrandPageSize = 1;
        Assert.Equal("""{"brands":[{"id":30217,"logoUrl":"","name":"Тёплый дом"}],"total":2,"next":30217}""", await harness.AskAsync(Brands + "?subjectId=217"));
        Assert.Equal("""{"brands":[{"id":45671,"logoUrl":"","name":"Вязка"}],"total":2}""", await harness.AskAsync(Brands + "?subjectId=217&next=30217"));
        Assert.Contains("\"detail\":\"Brands not found\"", await harness.AskAsync(Brands + "?subjectId=105", status: 404), StringComparison.Ordinal);
        Assert.Contains("\"location\":\"query.subjectId\"", await harness.AskAsync(Brands + "?subjectId=-1", status: 400), StringComparison.Ordinal);
        Assert.Contains("\"location\":\"query.next\"", await harness.AskAsync(Brands + "?subjectId=217&next=a", status: 400), StringComparison.Ordinal);
    }

    private static Task<Harness> OpenAsync() => Harness.StartAsync(options => options.RateLimits = false);
}
