using System.Net;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Directories;

public sealed class DirectoriesAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Characteristics_tell_what_a_card_may_have()
    {
        using FakeHost<IDirectoriesApi> host = Host(
            """
            {"data":[
             {"charcID":54337,"subjectName":"Кроссовки","subjectID":105,"name":"Размер","required":true,"unitName":"см","maxCount":0,"popular":false,"charcType":4,"hasFilter":true,"isVariable":true,"existNamedField":true},
             {"charcID":"12","name":"Состав","maxCount":"3","popular":true,"charcType":1,"existNamedField":false},
             {"charcID":13,"charcType":0},
             {"charcID":14,"charcType":7},
             {"charcID":15,"maxCount":null,"charcType":null}
            ],"error":false,"errorText":"","additionalErrors":null}
            """);
        SubjectCharacteristicsResponse answer = await host.Api.GetCharacteristicsAsync(105, cancellationToken: Cancel);
        Assert.Equal((false, "", null), (answer.Error, answer.ErrorText, answer.AdditionalErrors));
        Assert.Equal(
            [
                new SubjectCharacteristic
                {
                    Id = 54_337,
                    SubjectName = "Кроссовки",
                    SubjectId = 105,
                    Name = "Размер",
                    IsRequired = true,
                    UnitName = "см",
                    Type = CharacteristicType.Number,
                    HasFilter = true,
                    IsVariable = true,
                    HasNamedField = true,
                },
                new SubjectCharacteristic { Id = 12, Name = "Состав", MaxCount = 3, IsPopular = true, Type = CharacteristicType.Texts },
                new SubjectCharacteristic { Id = 13, Type = CharacteristicType.Unused },
                new SubjectCharacteristic { Id = 14, Type = CharacteristicType.From(7) },
                new SubjectCharacteristic { Id = 15 },
            ],
            answer.Characteristics);
    }

    [Fact]
    public async Task Subjects_and_their_categories_are_read()
    {
        using (FakeHost<IDirectoriesApi> host = Host("""{"data":[{"subjectID":2560,"parentID":479,"subjectName":"3D очки","parentName":"Электроника"}],"error":false}"""))
        {
            Assert.Equal(
                [new Subject { Id = 2560, ParentId = 479, Name = "3D очки", ParentName = "Электроника" }],
                (await host.Api.GetSubjectsAsync(cancellationToken: Cancel)).Subjects);
        }

        using FakeHost<IDirectoriesApi> categories = Host("""{"data":[{"name":"Электроника","id":479,"isVisible":true},{"id":480,"isVisible":null}]}""");
        Assert.Equal(
            [new ParentCategory { Id = 479, Name = "Электроника", IsVisible = true }, new ParentCategory { Id = 480 }],
            (await categories.Api.GetParentCategoriesAsync(cancellationToken: Cancel)).Categories);
    }

    [Fact]
    public async Task Values_of_characteristics_are_texts_also_where_WB_sends_numbers()
    {
        using FakeHost<IDirectoriesApi> host = Host("""{"data":["0",10,"Без НДС"],"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Equal(["0", "10", "Без НДС"], (await host.Api.GetVatRatesAsync(cancellationToken: Cancel)).Values);
        Assert.Equal(["0", "10", "Без НДС"], (await host.Api.GetGendersAsync(cancellationToken: Cancel)).Values);
        Assert.Equal(["0", "10", "Без НДС"], (await host.Api.GetSeasonsAsync(cancellationToken: Cancel)).Values);
    }

    [Fact]
    public async Task Colours_and_countries_are_read()
    {
        using (FakeHost<IDirectoriesApi> host = Host("""{"data":[{"name":"персиковый мелок","parentName":"оранжевый"}]}"""))
            Assert.Equal([new ProductColor { Name = "персиковый мелок", ParentName = "оранжевый" }], (await host.Api.GetColorsAsync(cancellationToken: Cancel)).Colors);

        using FakeHost<IDirectoriesApi> countries = Host("""{"data":[{"id":15000170,"name":"Китай","fullName":"Китайская Народная Республика"}]}""");
        Assert.Equal(
            [new Country { Id = 15_000_170, Name = "Китай", FullName = "Китайская Народная Республика" }],
            (await countries.Api.GetCountriesAsync(cancellationToken: Cancel)).Countries);
    }

    [Fact]
    public async Task Codes_keep_their_zeros()
    {
        using (FakeHost<IDirectoriesApi> host = Host("""{"data":[{"tnved":"0101210000","isKiz":true},{"tnved":6106903000}],"error":false}"""))
        {
            Assert.Equal(
                [new SubjectTnvedCode { Code = "0101210000", RequiresMarking = true }, new SubjectTnvedCode { Code = "6106903000" }],
                (await host.Api.GetSubjectTnvedCodesAsync(1, cancellationToken: Cancel)).Codes);
        }

        using (FakeHost<IDirectoriesApi> host = Host("""{"data":[{"tnved":"0101210000","description":"Лошади"}],"error":false,"errorText":"","additionalErrors":""}"""))
            Assert.Equal([new TnvedCode { Code = "0101210000", Description = "Лошади" }], (await host.Api.GetTnvedCodesAsync(cancellationToken: Cancel)).Codes);

        using FakeHost<IDirectoriesApi> okpd = Host("""{"data":[{"okpd2":"01.10","description":"Культуры"}],"error":false,"errorText":"","additionalErrors":""}""");
        Okpd2Code code = new() { Code = "01.10", Description = "Культуры" };
        Assert.Equal([code], (await okpd.Api.GetOkpd2CodesAsync(cancellationToken: Cancel)).Codes);
        Assert.Equal([code], (await okpd.Api.GetSubjectOkpd2CodesAsync(1, cancellationToken: Cancel)).Codes);
    }

    [Theory]
    [InlineData("""{"brands":[{"id":9007199254,"logoUrl":"https://x/1.webp","name":"Brand"},{"id":2,"logoUrl":""}],"next":1212,"total":344534}""", 1212L)]
    [InlineData("""{"brands":[{"id":9007199254,"logoUrl":"https://x/1.webp","name":"Brand"},{"id":2,"logoUrl":""}],"total":344534}""", null)]
    [InlineData("""{"brands":[{"id":9007199254,"logoUrl":"https://x/1.webp","name":"Brand"},{"id":2,"logoUrl":""}],"next":null,"total":344534}""", null)]
    public async Task Brands_end_with_a_page_that_names_no_other(string json, long? next)
    {
        using FakeHost<IDirectoriesApi> host = Host(json);
        BrandsResponse page = await host.Api.GetBrandsAsync(1, cancellationToken: Cancel);
        Assert.Equal((next, 344_534), (page.Next, page.Total));
        Assert.Equal([new Brand { Id = 9_007_199_254, Name = "Brand", LogoUrl = "https://x/1.webp" }, new Brand { Id = 2, LogoUrl = "" }], page.Brands);
    }

    [Theory]
    [InlineData("""{"data":null,"error":true,"errorText":"Предмет не найден","additionalErrors":null}""")]
    [InlineData("""{"data":null,"error":true,"errorText":"Предмет не найден","additionalErrors":{"a":1}}""")]
    [InlineData("""{"data":[],"error":true,"errorText":"Предмет не найден","additionalErrors":""}""")]
    public async Task An_error_that_comes_with_200_is_one(string json)
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.OK, json);
        WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(
            () => wb.Elapse(wb.Client.Directories.GetCharacteristicsAsync(1, cancellationToken: Cancel)));
        Assert.Contains("Предмет не найден", error.Message, StringComparison.Ordinal);
        Assert.Single(wb.Arrivals);
    }

    [Theory]
    [InlineData("""{"data":{},"error":true,"errorText":"Предмет не найден","additionalErrors":null}""")]
    [InlineData("""{"data":{},"error":false,"errorText":"","additionalErrors":null}""")]
    public async Task What_is_no_list_is_no_empty_directory(string json)
    {
        using FakeHost<IDirectoriesApi> host = Host(json);
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetCharacteristicsAsync(1, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_code_that_WB_leaves_out_is_empty()
    {
        using FakeHost<IDirectoriesApi> host = Host("""{"data":[{"tnved":null,"okpd2":null},{}]}""");
        Assert.Equal(["", ""], (await host.Api.GetTnvedCodesAsync(cancellationToken: Cancel)).Codes.Select(code => code.Code));
        Assert.Equal(["", ""], (await host.Api.GetSubjectTnvedCodesAsync(1, cancellationToken: Cancel)).Codes.Select(code => code.Code));
        Assert.Equal(["", ""], (await host.Api.GetOkpd2CodesAsync(cancellationToken: Cancel)).Codes.Select(code => code.Code));
    }

    [Fact]
    public async Task A_refusal_says_what_WB_says()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.BadRequest, """{"data":null,"error":true,"errorText":"Некорректный запрос","additionalErrors":{}}""");
        var refusal = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Elapse(wb.Client.Directories.GetColorsAsync(cancellationToken: Cancel)));
        Assert.Contains("Некорректный запрос", refusal.Message, StringComparison.Ordinal);

        wb.Answer(
            HttpStatusCode.NotFound,
            """{"title":"Not Found","detail":"Brands not found","origin":"brands-api","requestId":"102d"}""",
            "application/problem+json");
        var nothing = await Assert.ThrowsAsync<WildberriesNotFoundException>(() => wb.Elapse(wb.Client.Directories.GetBrandsAsync(1, cancellationToken: Cancel)));
        Assert.Equal(("Brands not found", "102d"), (nothing.Detail, nothing.RequestId));
    }

    [Fact]
    public async Task An_answer_without_its_list_is_no_empty_directory()
    {
        using FakeHost<IDirectoriesApi> host = Host("{}");
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetSubjectsAsync(cancellationToken: Cancel));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetCharacteristicsAsync(1, cancellationToken: Cancel));
        await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.GetBrandsAsync(1, cancellationToken: Cancel));

        using FakeHost<IDirectoriesApi> nothing = Host("""{"data":null,"error":false}""");
        Assert.Empty((await nothing.Api.GetSubjectsAsync(cancellationToken: Cancel)).Subjects);
    }

    private static FakeHost<IDirectoriesApi> Host(string json) => new(DirectoriesJsonContext.Default, json);
}
