using System.Net;
using System.Text;
using Refit;
using RichardSzalay.MockHttp;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Tests.Serialization;

public sealed class WildberriesRefitSettingsTests
{
    /// <summary>An interface with what no WB method of the common host has: lists, booleans, paths and bodies.</summary>
    internal interface IProbe
    {
        [Get("/lists")]
        Task<PingResponse?> ListsAsync(
            [Query(CollectionFormat.Multi)] List<DateOnly> days,
            [Query(CollectionFormat.Csv)] List<long> ids,
            bool flag,
            CancellationToken cancellationToken);

        [Get("/paths/{id}/{day}")]
        Task<PingResponse?> PathAsync(long id, DateOnly day, CancellationToken cancellationToken);

        [Post("/bodies")]
        Task<PingResponse?> BodyAsync([Body] NewsTag tag, CancellationToken cancellationToken);
    }

    [Fact]
    public async Task Lists_and_booleans_go_into_the_query()
    {
        (IProbe probe, List<(string Path, long? Length)> requests) = Create(new HttpResponseMessage(HttpStatusCode.NoContent));
        Assert.Null(await probe.ListsAsync(
            [new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 3)], [1, 2], flag: true, TestContext.Current.CancellationToken));
        Assert.Equal("/lists?days=2025-01-02&days=2025-01-03&ids=1%2C2&flag=true", Assert.Single(requests).Path);
    }

    [Fact]
    public async Task Paths_are_formatted_too()
    {
        (IProbe probe, List<(string Path, long? Length)> requests) = Create(new HttpResponseMessage(HttpStatusCode.NoContent));
        await probe.PathAsync(5, new DateOnly(2025, 1, 2), TestContext.Current.CancellationToken);
        Assert.Equal("/paths/5/2025-01-02", Assert.Single(requests).Path);
    }

    [Fact]
    public async Task A_json_body_says_its_length()
    {
        (IProbe probe, List<(string Path, long? Length)> requests) = Create(new HttpResponseMessage(HttpStatusCode.NoContent));
        await probe.BodyAsync(new NewsTag { Id = 5, Name = "a" }, TestContext.Current.CancellationToken);
        Assert.Equal("""{"id":5,"name":"a"}""".Length, Assert.Single(requests).Length);
    }

    [Fact]
    public async Task A_failure_on_the_way_comes_through_as_it_is()
    {
        var failure = new InvalidOperationException("of the handler");
        using var handler = new MockHttpMessageHandler();
        handler.When("*").Throw(failure);
        using HttpClient client = handler.ToHttpClient();
        client.BaseAddress = new Uri("https://common-api.wildberries.ru");
        ICommonApi api = (ICommonApi)ApiRegistration.Of<ICommonApi>(CommonJsonContext.Default).CreateStub(client);
        Assert.Same(
            failure,
            await Assert.ThrowsAsync<InvalidOperationException>(() => api.PingAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Text_that_is_no_text_is_an_answer_that_cannot_be_read()
    {
        // System.Text.Json has this exception for it at some places.
        var cause = new InvalidOperationException("Cannot transcode invalid UTF-8 JSON text to UTF-16 string.", new DecoderFallbackException());
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") };
        Exception? failure = await WildberriesRefitSettings.Create(CommonJsonContext.Default).DeserializationExceptionFactory!(response, cause);
        Assert.IsType<InvalidOperationException>(Assert.IsType<WildberriesResponseException>(failure).InnerException);
    }

    private static (IProbe Probe, List<(string Path, long? Length)> Requests) Create(HttpResponseMessage response)
    {
        var requests = new List<(string Path, long? Length)>();
        var handler = new MockHttpMessageHandler();
        handler.When("*").Respond(request =>
        {
            requests.Add((request.RequestUri!.PathAndQuery, request.Content?.Headers.ContentLength));
            return response;
        });
        HttpClient client = handler.ToHttpClient();
        client.BaseAddress = new Uri("https://common-api.wildberries.ru");
        return (RestService.ForGenerated<IProbe>(client, WildberriesRefitSettings.Create(CommonJsonContext.Default)), requests);
    }
}
