using Wildberries.Sdk.Common;
using Wildberries.Sdk.Documents;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;
using DocumentsJsonContext = Wildberries.Sdk.Documents.DocumentsJsonContext;

namespace Wildberries.Sdk.Tests.Documents;

public sealed class DocumentsApiTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    private static readonly DocumentFile File = new() { ServiceName = "act-1", Extension = "zip" };

    private static readonly Dictionary<string, Func<IDocumentsApi, Task>> Calls = new()
    {
        ["GET /ping"] = api => api.PingAsync(),
        ["GET /api/v1/documents/categories?locale=en"] = api => api.GetCategoriesAsync(Locale.English),
        ["GET /api/v1/documents/list"] = api => api.GetDocumentsAsync(),
        ["GET /api/v1/documents/list?locale=ru&beginTime=2026-10-01&endTime=2026-10-02&sort=date&order=asc&category=act&serviceName=act-1&limit=50&offset=100"] = api =>
            api.GetDocumentsAsync(Locale.Russian, Day, Day.AddDays(1), DocumentSort.CreatedAt, DocumentOrder.Ascending, "act", "act-1", 50, 100),
        ["GET /api/v1/documents/download?serviceName=act-1&extension=zip"] = api => api.GetFileAsync("act-1", "zip"),
        ["""POST /api/v1/documents/download/all {"params":[{"serviceName":"act-1","extension":"zip"}]}"""] = api => api.GetPackedFilesAsync(new() { Files = [File] }),
    };

    private static readonly Dictionary<string, Func<IDocumentsApi, Task>> Refused = new()
    {
        ["limit: more than WB gives"] = api => api.GetDocumentsAsync(limit: 51),
        ["offset: before the first"] = api => api.GetDocumentsAsync(offset: -1),
        ["serviceName: blank"] = api => api.GetFileAsync(" ", "zip"),
        ["extension: blank"] = api => api.GetFileAsync("act-1", ""),
        ["request: no files"] = api => api.GetPackedFilesAsync(new() { Files = [] }),
        ["request: too many files"] = api => api.GetPackedFilesAsync(new() { Files = [.. Enumerable.Repeat(File, 51)] }),
        ["request: a file without a format"] = api => api.GetPackedFilesAsync(new() { Files = [File with { Extension = "" }] }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Expected => [.. Calls.Keys];

    public static TheoryData<string> RefusedCalls => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task Each_call_asks_for_exactly_this(string expected)
    {
        using var host = new FakeHost<IDocumentsApi>(DocumentsJsonContext.Default, "{}");
        await Calls[expected](host.Api);
        Assert.Equal([expected], host.Requests.Select(request => Uri.UnescapeDataString(request)));
    }

    [Theory]
    [MemberData(nameof(RefusedCalls))]
    public async Task What_WB_would_refuse_costs_no_request(string what)
    {
        using var wb = new FakeWildberries();
        Exception? refusal = await Record.ExceptionAsync(() => Refused[what](wb.Client.Documents));
        var argument = Assert.IsType<ArgumentException>(refusal, exactMatch: false);
        Assert.Equal(what[..what.IndexOf(':')], argument.ParamName);
        Assert.Empty(wb.Arrivals);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_the_earliest_first()
    {
        using var host = new FakeHost<IDocumentsApi>(
            DocumentsJsonContext.Default, """{"data":{"documents":[{"serviceName":"act-1","extensions":["zip","xlsx"]},{"serviceName":"act-2"}]}}""");
        List<SellerDocument> documents = [];
        await foreach (SellerDocument document in host.Api.StreamDocumentsAsync(Day, Day, cancellationToken: Cancel))
            documents.Add(document);
        Assert.Equal(["act-1", "act-2"], documents.Select(document => document.ServiceName));
        Assert.Equal(["zip", "xlsx"], documents[0].Extensions);
        Assert.Equal(["GET /api/v1/documents/list?beginTime=2026-10-01&endTime=2026-10-01&sort=date&order=asc&limit=50&offset=0"], host.Requests);
    }

    [Fact]
    public void One_day_without_the_other_is_refused()
    {
        using var host = new FakeHost<IDocumentsApi>(DocumentsJsonContext.Default, "{}");
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => host.Api.StreamDocumentsAsync(from: Day, cancellationToken: Cancel)).ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentException>(() => host.Api.StreamDocumentsAsync(to: Day, cancellationToken: Cancel)).ParamName);
    }

    [Fact]
    public async Task A_file_and_an_archive_are_written_as_they_are()
    {
        using var host = new FakeHost<IDocumentsApi>(DocumentsJsonContext.Default, """{"data":{"fileName":"a.zip","extension":"zip","document":"AAEC"}}""");
        using var destination = new MemoryStream();
        DownloadedDocument one = await host.Api.DownloadAsync("act-1", "zip", destination, Cancel);
        DownloadedDocument packed = await host.Api.DownloadPackedAsync([File], destination, Cancel);
        Assert.Equal(new DownloadedDocument { FileName = "a.zip", Extension = "zip", Length = 3 }, one);
        Assert.Equal(one, packed);
        Assert.Equal([0, 1, 2, 0, 1, 2], destination.ToArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":{"document":""}}""")]
    [InlineData("""{"data":{"document":"AAE"}}""")]
    [InlineData("<html>")]
    public async Task An_answer_without_a_whole_file_is_told(string body)
    {
        using var host = new FakeHost<IDocumentsApi>(DocumentsJsonContext.Default, body);
        WildberriesResponseException failure = await Assert.ThrowsAsync<WildberriesResponseException>(() => host.Api.DownloadAsync("act-1", "zip", Stream.Null, Cancel));
        Assert.Equal("Documents.GetFile", failure.Operation);
    }
}
