using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Cards;

public sealed class RecommendationTests
{
    private const string List = "POST content-api/api/content/v1/recommendations/list";
    private const string Set = "POST content-api/api/content/v1/recommendations/set";

    [Theory]
    [InlineData(false, """[{"recomNm":5,"sort":0},{"recomNm":6,"sort":0}]""", "2,3,5,6")]
    [InlineData(false, """[{"recomNm":5,"sort":1}]""", "5,2,3")]
    [InlineData(false, """[{"recomNm":5}]""", "2,3,5")]
    [InlineData(false, """[{"recomNm":3,"sort":1}]""", "3,2")]
    [InlineData(true, """[{"recomNm":6,"sort":0},{"recomNm":5,"sort":0}]""", "6,5")]
    [InlineData(true, """[{"recomNm":6,"sort":2},{"recomNm":5,"sort":1}]""", "5,6")]
    [InlineData(false, "[]", "")]
    public async Task Recommendations_are_added_replaced_and_deleted(bool replace, string recommended, string expected)
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Cards.Recommend(1, 2, 3);
        Assert.Equal("""{"isError":false}""", await harness.AskAsync(Set, Body(recommended, replace)));
        Assert.Equal(expected, string.Join(',', harness.Emulator.Cards.RecommendationsOf(1)));
        string again = await harness.AskAsync(Set, Body(recommended, replace), 208);
        Assert.Contains("\"title\":\"Already Reported\",\"detail\":\"Recommendations already set\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WB_refuses_is_named_and_the_rest_is_set()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Cards.Add(new EmulatedCard { NmId = 100 });
        Assert.Equal(
            """{"isError":true,"errors":[{"mainNm":"1","recomNm":"1","message":"The item cannot be recommended to itself"},{"mainNm":"1","recomNm":"99","message":"The item was not found"},"""
            + """{"mainNm":"1","recomNm":"100","message":"The item has no photo"}]}""",
            await harness.AskAsync(Set, Body("""[{"recomNm":1},{"recomNm":99},{"recomNm":100},{"recomNm":2}]""", false)));
        Assert.Equal([2L], harness.Emulator.Cards.RecommendationsOf(1));

        harness.Emulator.Cards.Recommend(1, [.. Enumerable.Range(2, 20).Select(i => (long)i)]);
        Assert.Contains("The limit of 20", await harness.AskAsync(Set, Body("""[{"recomNm":25,"sort":0}]""", false)), StringComparison.Ordinal);
        Assert.Equal(20, harness.Emulator.Cards.RecommendationsOf(1).Count);
    }

    [Theory]
    [InlineData("""{"recList":[]}""")]
    [InlineData("""{"recList":[{"nmId":1}]}""")]
    [InlineData("""{"recList":[{"nmId":1,"recommendations":[{"recomNm":2,"sort":21}]}]}""")]
    [InlineData("[]")]
    public async Task What_makes_no_sense_is_400(string body)
    {
        await using Harness harness = await OpenAsync();
        Assert.Contains("\"detail\":\"incorrect request body format\"", await harness.AskAsync(Set, body, 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_read_by_the_last_product_and_filtered()
    {
        await using Harness harness = await OpenAsync();
        harness.Emulator.Cards.Add(new EmulatedCard { NmId = 100, SubjectId = 1128, VendorCode = "plaid", Brand = "Дом" });
        harness.Emulator.Cards.Recommend(1, 2, 3);
        JsonElement page = await harness.JsonAsync(List, """{"limit":25}""");
        Assert.Equal((25, 25), (page.GetProperty("data").GetArrayLength(), page.GetProperty("next").GetInt32()));
        string folder = $"{harness.Emulator.Address}basket-10/vol0/part0";
        Assert.Equal(
            $$"""{"nmId":1,"imtId":{{harness.Emulator.Cards.Find(1)!.ImtId}},"vendorCode":"art-1","brandName":"","updatedAt":"2026-09-01T09:00:00Z","picsCount":1,"title":"","""
            + "\"" + $$"""subjectName":"Кружки","pic":"{{folder}}/1/images/c516x688/1.webp","recomCount":2,"recomPics":["{{folder}}/2/images/tm/1.webp","{{folder}}/3/images/tm/1.webp"],"recomNms":[2,3]}""",
            page.GetProperty("data")[0].GetRawText());
        page = await harness.JsonAsync(List, """{"limit":25,"next":25}""");
        Assert.Equal((1, 100), (page.GetProperty("data").GetArrayLength(), page.GetProperty("next").GetInt32()));

        foreach (string filter in (string[])["\"search\":\"100\"", "\"search\":\"LAI\"", "\"subjectIds\":[1128]", "\"brandNames\":[\"Дом\"]"])
            Assert.Equal(100, Assert.Single((await harness.JsonAsync(List, $"{{{filter}}}")).GetProperty("data").EnumerateArray()).GetProperty("nmId").GetInt32());
        Assert.DoesNotContain(100, (await harness.JsonAsync(List, """{"search":"10"}""")).GetProperty("data").EnumerateArray().Select(one => one.GetProperty("nmId").GetInt32()));
        await harness.AskAsync(List, $$"""{"search":"{{new string('a', 73)}}"}""", 400);
    }

    private static string Body(string recommended, bool replace) =>
        $$"""{"recList":[{"nmId":1,"recommendations":{{recommended}}}],"replace":{{(replace ? "true" : "false")}}}""";

    private static async Task<Harness> OpenAsync()
    {
        Harness harness = await Shelf.OpenAsync();
        for (int i = 1; i <= 25; i++)
            harness.Emulator.Cards.Add(new EmulatedCard { NmId = i, Photos = [EmulatedMedia.Picture()] });
        return harness;
    }
}
