using System.Net;
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
}
