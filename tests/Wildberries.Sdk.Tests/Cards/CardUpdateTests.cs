using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;

namespace Wildberries.Sdk.Tests.Cards;

/// <summary>A card that is read and written back: nothing of it is lost.</summary>
public sealed class CardUpdateTests
{
    private const string Whole =
        """
        {"nmID":12345678,"imtID":123654789,"nmUUID":"01bda0b1","subjectID":7771,"subjectName":"AKF системы","vendorCode":"wb7f6mumjr1","kizMarked":true,"brand":"Тест",
        "title":"Тест-система","description":"Тестовое описание","needKiz":false,"photos":[{"big":"https://a/1.webp"}],"video":"https://a/index.m3u8",
        "wholesale":{"enabled":true,"quantum":112},"dimensions":{"length":55,"width":40,"height":15,"weightBrutto":6.24,"isValid":false,"volume":33},
        "characteristics":[{"id":14177449,"name":"Цвет","value":["красно-сиреневый"],"unit":"нет"},{"id":25471,"name":"Вес","value":1300.0},{"id":7,"name":"Нет","value":null}],
        "sizes":[{"chrtID":316399238,"techSize":"0","wbSize":"","skus":["987456321654"],"gtin":["04600266011725"]}],"tags":[{"id":592569,"name":"Популярный","color":"D1CFD7"}],
        "createdAt":"2023-12-06T11:17:00.96577Z","updatedAt":"2023-12-06T11:17:00.96577Z","gtin":{"value":"04600266011725"},
        "documents":{"items":[{"id":"d1","type":7,"number":"РОСС 1","productNumber":"2","tradeName":"Т","applicant":"ООО","startDate":"2026-01-01T00:00:00Z","endDate":"2027-01-01T00:00:00Z",
        "isEndless":false,"verdict":{"verified":true,"status":1},"createdAt":"2026-09-08T00:00:00Z","page":4}],"overallVerdict":{"isFullyChecked":true},"excludeDocuments":false,"source":"x"}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_WB_would_delete_is_written_back_and_what_WB_decides_is_not()
    {
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                [{"nmID":12345678,"vendorCode":"wb7f6mumjr1","kizMarked":true,"brand":"Тест","title":"Тест-система","description":"Тестовое описание",
                "dimensions":{"length":55,"width":40,"height":15,"weightBrutto":6.24,"volume":33},
                "characteristics":[{"id":14177449,"value":["красно-сиреневый"],"unit":"нет"},{"id":25471,"value":1300.0}],
                "sizes":[{"chrtID":316399238,"techSize":"0","wbSize":"","skus":["987456321654"],"gtin":["04600266011725"]}],
                "documents":{"items":[{"type":7,"number":"РОСС 1","productNumber":"2","tradeName":"Т","applicant":"ООО","startDate":"2026-01-01T00:00:00+00:00","endDate":"2027-01-01T00:00:00+00:00",
                "isEndless":false,"page":4}],"excludeDocuments":false,"source":"x"},"gtin":{"value":"04600266011725"}}]
                """),
            JsonNode.Parse(await WriteAsync(await ReadAsync(Whole)))));
    }

    [Fact]
    public async Task The_digits_of_a_number_and_the_letters_of_a_text_stay_as_they_are()
    {
        string written = await WriteAsync(await ReadAsync(Whole));
        Assert.Contains("""{"id":14177449,"value":["красно-сиреневый"],""", written, StringComparison.Ordinal);
        Assert.Contains("""{"id":25471,"value":1300.0}""", written, StringComparison.Ordinal);
        Assert.Contains("\"weightBrutto\":6.24", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_member_is_changed_and_the_rest_stays()
    {
        Card card = await ReadAsync(Whole);
        JsonNode before = JsonNode.Parse(await WriteAsync(card))![0]!;
        JsonNode after = JsonNode.Parse(await WriteAsync(card with { Title = "Другая" }))![0]!;
        Assert.Equal("Другая", (string?)after["title"]);
        after["title"] = (string?)before["title"];
        Assert.True(JsonNode.DeepEquals(before, after));
    }

    [Fact]
    public async Task A_bare_card_is_written_back_as_bare()
    {
        Assert.Equal(
            """[{"nmID":1,"vendorCode":"a","characteristics":[],"sizes":[{"chrtID":2,"skus":[]}]}]""",
            await WriteAsync(await ReadAsync("""{"nmID":1,"vendorCode":"a","characteristics":null,"sizes":[{"chrtID":2},null],"documents":null}""")));
    }

    [Theory]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":2}],"title":{"ru":"Носки"}}""", "\"title\" of the card")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":"two"}]}""", "\"chrtID\" of a size")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":2}],"dimensions":{"length":12.5}}""", "\"length\" of the dimensions")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":2}],"characteristics":[{"id":"x","value":1}]}""", "\"id\" of a characteristic")]
    [InlineData("""{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":2}],"documents":{"items":[{"startDate":"soon"}]}}""", "\"startDate\" of a document")]
    public async Task A_card_that_could_not_be_read_whole_is_not_written_back(string json, string what)
    {
        Card card = await ReadAsync(json);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(card.ToUpdate);
        Assert.Contains("The card 1 ", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_written_back_anyway_need_not_be_read()
    {
        Card card = await ReadAsync(
            """{"nmID":1,"vendorCode":"a","sizes":[{"chrtID":2}],"video":{},"updatedAt":"soon","dimensions":{"length":1,"isValid":"perhaps"},"documents":{"items":[{"number":"5","createdAt":"soon"}],"overallVerdict":5}}""");
        Assert.NotEmpty(card.UnreadableProperties);
        Assert.Equal(
            """[{"nmID":1,"vendorCode":"a","dimensions":{"length":1},"characteristics":[],"sizes":[{"chrtID":2,"skus":[]}],"documents":{"items":[{"number":"5"}]}}]""",
            await WriteAsync(card));
    }

    [Fact]
    public async Task A_change_of_the_copy_leaves_the_card_as_it_was()
    {
        Card card = await ReadAsync(Whole);
        CardUpdate update = card.ToUpdate();
        update.AdditionalProperties!.Clear();
        Assert.Single(card.AdditionalProperties!);
    }

    [Fact]
    public void A_card_that_WB_would_refuse_is_refused()
    {
        Card card = new() { NmId = 1, VendorCode = "a", Sizes = [new CardSize { ChrtId = 1 }] };
        Assert.Throws<ArgumentException>("Title", () => (card with { Title = new string('я', 61) }).ToUpdate());
        Assert.Throws<ArgumentException>("Sizes", () => (card with { Sizes = [] }).ToUpdate());
    }

    private static async Task<Card> ReadAsync(string json)
    {
        using var host = new FakeCardsHost($$"""{"cards":[{{json}}]}""");
        return Assert.Single((await host.Api.GetCardsAsync(new CardsRequest(), cancellationToken: Cancel)).Cards);
    }

    private static async Task<string> WriteAsync(Card card)
    {
        using var host = new FakeCardsHost(FakeCardsHost.Nothing);
        await host.Api.UpdateCardsAsync([card.ToUpdate()], Cancel);
        return Assert.Single(host.Requests)["POST /content/v2/cards/update ".Length..];
    }
}
