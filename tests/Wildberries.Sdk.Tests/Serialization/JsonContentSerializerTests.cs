using System.Net;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Serialization;

public sealed class JsonContentSerializerTests
{
    private static readonly DateOnly Day = new(2026, 3, 16);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Nothing => ["204", "no bytes", "no bytes in chunks", "spaces in chunks", "null", "null in chunks"];

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Nothing_is_an_empty_list_where_an_operation_may_answer_so(string nothing)
    {
        using var wb = new FakeWildberries();
        wb.Answer((_, _) => Task.FromResult(Make(nothing)));
        IReadOnlyList<CampaignExpense> expenses = await wb.Client.Advert.GetExpensesAsync(Day, Day, Cancel);
        Assert.Empty(expenses);
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Nothing_is_an_error_elsewhere_but_a_list_may_be_null(string nothing)
    {
        using var wb = new FakeWildberries();
        wb.Answer((_, _) => Task.FromResult(Make(nothing)));
        Task<IReadOnlyList<AcceptanceCoefficient>> reading = wb.Client.Common.GetAcceptanceCoefficientsAsync(cancellationToken: Cancel);
        if (nothing.StartsWith("null", StringComparison.Ordinal))
            Assert.Empty(await reading);
        else
            await Assert.ThrowsAsync<WildberriesResponseException>(() => reading);
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Nothing_is_null_where_one_thing_is_asked_for_and_there_may_be_none(string nothing)
    {
        using var wb = new FakeWildberries();
        wb.Answer((_, _) => Task.FromResult(Make(nothing)));
        Assert.Null(await wb.Client.AdvertMedia.GetCampaignAsync(1, Cancel));
    }

    [Fact]
    public async Task A_listener_is_told_the_status_that_WB_sent()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.NoContent);
        HttpStatusCode? told = null;
        IWildberriesClient client = wb.Client.With(new WildberriesCallOptions { OnResponse = answer => told = answer.StatusCode });
        Assert.Empty(await client.Advert.GetExpensesAsync(Day, Day, Cancel));
        Assert.Equal(HttpStatusCode.NoContent, told);
    }

    private static HttpResponseMessage Make(string nothing)
    {
        if (nothing == "204")
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        string body = nothing.Split(' ')[0] switch
        {
            "null" => "null",
            "spaces" => " \n",
            _ => "",
        };
        HttpContent content = nothing.EndsWith("in chunks", StringComparison.Ordinal) ? new ChunkedContent(body) : new StringContent(body);
        content.Headers.ContentType = new("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    /// <summary>A body that does not say its length.</summary>
    private sealed class ChunkedContent(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
