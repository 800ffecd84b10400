using System.Net;
using System.Text.Json;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Paging;

public sealed class EnvelopeTests
{
    [Fact]
    public void Without_an_error_the_data_comes_out_even_if_there_is_none_or_a_text()
    {
        Assert.Equal("data", Envelope.Open("A.B", false, "note", "data"));
        Assert.Null(Envelope.Open<string>("A.B", false, null, null));
    }

    [Fact]
    public void A_text_about_an_error_in_the_place_of_the_data_is_one_and_beside_data_a_note()
    {
        Assert.Throws<WildberriesResponseException>(() => Envelope.Open<string>("A.B", false, "temporarily unavailable", null));
        Assert.Equal("data", Envelope.Open("A.B", false, "temporarily unavailable", "data"));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"data":null,"additionalErrors":null,"requestId":"17"}""", false)]
    [InlineData("""{"data":null,"title":"","status":0,"errors":[],"message":null}""", false)]
    [InlineData("""{"message":"internal"}""", true)]
    [InlineData("""{"title":"internal server error","status":500}""", true)]
    [InlineData("""{"code":500}""", true)]
    public void Members_that_speak_of_an_error_are_known(string json, bool isError) => Assert.Equal(isError, Envelope.SpeaksOfError(Answer(json)));

    [Theory]
    [InlineData("Too many\r\nids", "Too many ids")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_error_is_thrown_with_what_WB_says_even_if_there_is_data(string? text, string? detail)
    {
        var error = Assert.Throws<WildberriesResponseException>(() => Envelope.Open("A.B", true, text, "data"));
        Assert.Equal(("A.B", HttpStatusCode.OK, detail), (error.Operation, error.StatusCode, error.Detail));
        Assert.Contains("A.B", error.Message, StringComparison.Ordinal);
        if (detail is not null)
            Assert.EndsWith(detail, error.Message, StringComparison.Ordinal);
    }

    private static GoodsListResponse Answer(string json) => JsonSerializer.Deserialize(json, DiscountsPricesJsonContext.Default.GoodsListResponse)!;
}
