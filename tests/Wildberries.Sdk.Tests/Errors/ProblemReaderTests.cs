using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Errors;

public sealed class ProblemReaderTests
{
    [Fact]
    public async Task Problem_json_is_read_whole()
    {
        Problem problem = await ErrorBodies.ReadAsync(
            """
            {"title":"unauthorized","detail":"token problem","code":"07e4-[UK-1]; 03","requestId":"7b80","origin":"s2s-api-auth",
             "status":401,"statusText":"Unauthorized","timestamp":"2026-03-04T09:52:38+03:00"}
            """,
            "application/problem+json");

        Assert.Equal("unauthorized", problem.Title);
        Assert.Equal("token problem", problem.Detail);
        Assert.Equal("07e4-[UK-1]; 03", problem.Code);
        Assert.Equal("7b80", problem.RequestId);
        Assert.Equal("s2s-api-auth", problem.Origin);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 6, 52, 38, TimeSpan.Zero), problem.Timestamp);
        Assert.Equal(TimeSpan.Zero, problem.Timestamp!.Value.Offset);
        Assert.Empty(problem.Errors);
    }

    // body, title, detail, code, request id, errors joined by |
    public static TheoryData<string, string?, string?, string?, string?, string> Shapes => new()
    {
        // Chat.
        { """{"status":400,"title":"Bad Request","origin":"p","detail":"Invalid sign","requestId":"r","error":"Invalid sign"}""", "Bad Request", "Invalid sign", null, "r", "" },
        { """{"status":400,"title":"Bad Request","error":"Invalid sign"}""", "Bad Request", "Invalid sign", null, null, "" },

        // Content, prices, feedbacks.
        { """{"data":null,"error":true,"errorText":"Слишком много","additionalErrors":null,"requestId":"r"}""", null, "Слишком много", null, "r", "" },
        { """{"data":{"id":1},"error":true,"errorText":"Wrong","additionalErrors":["a","b"]}""", null, "Wrong", null, null, "a|b" },
        { """{"data":null,"error":true,"errorText":"Wrong","additionalErrors":{"code_1":"no colour","code_2":["no size","no name"]}}""", null, "Wrong", null, null, "code_1: no colour|code_2: no size|code_2: no name" },
        { """{"data":null,"error":true,"errorText":"Wrong","additionalErrors":{"error":"At most 30"}}""", null, "Wrong", null, null, "At most 30" },
        { """{"data":null,"error":true,"errorText":"Wrong","additionalErrors":"At most 30"}""", null, "Wrong", null, null, "At most 30" },
        { """{"data":null,"error":true,"errorText":"Wrong","additionalErrors":{}}""", null, "Wrong", null, null, "" },
        { """{"error":true}""", null, null, null, null, "" },
        { """{"error":"text","errorText":"","data":null}""", null, "text", null, null, "" },
        { """{"errorText":"Unprocessable"}""", null, "Unprocessable", null, null, "" },

        // Promotion.
        { """{"error":"Invalid Params"}""", null, "Invalid Params", null, null, "" },
        { """{"error":{"code":7,"message":"Invalid Params"}}""", null, "Invalid Params", "7", null, "" },
        { """{"detail":"wrong bid","origin":"camp","request_id":"r","status":400,"title":"invalid payload"}""", "invalid payload", "wrong bid", null, "r", "" },
        { """{"errors":[{"detail":"at most 31 days","field":"begin and end"}],"request_id":"r","title":"Invalid payload","type":"bad request"}""", "Invalid payload", null, null, "r", "begin and end: at most 31 days" },

        // Lists of errors.
        { """{"errors":["dateFrom: required","flag: wrong"]}""", null, null, null, null, "dateFrom: required|flag: wrong" },
        { """{"errors":"dateFrom: required"}""", null, null, null, null, "dateFrom: required" },
        { """{"errors":{"dateFrom":["required","wrong"],"flag":"wrong"}}""", null, null, null, null, "dateFrom: required|dateFrom: wrong|flag: wrong" },
        { """{"title":"Validation failed","code":"BAD","errors":[{"field":"locale","message":"ru or en"}]}""", "Validation failed", null, "BAD", null, "locale: ru or en" },
        { """{"errors":[{"location":"query.next","message":"expected integer","value":"secret of the caller"}]}""", null, null, null, null, "query.next: expected integer" },
        { """{"code":"AccessDenied","detail":"","errors":[{"location":"","message":"","value":0}],"title":"AccessDenied"}""", "AccessDenied", null, "AccessDenied", null, "" },
        { """{"errors":[{"code":17,"detail":"no such item"},{"code":"X"}]}""", null, null, null, null, "17: no such item|X" },
        { """{"errors":null}""", null, null, null, null, "" },
        { """{"errors":[null,1,[2]]}""", null, null, null, null, "1|2" },

        // Marketplace.
        { """{"code":"NotFound","message":"Не найдено","data":{}}""", null, "Не найдено", "NotFound", null, "" },
        { """{"code":"IncorrectRequest","message":""}""", null, null, "IncorrectRequest", null, "" },
        { """[{"code":"UploadDataLimit","message":"Too many","data":[{"sku":"s","amount":100001}]}]""", null, null, "UploadDataLimit", null, "UploadDataLimit: Too many" },
        { """{"detail":{},"origin":"dbs","requestId":"r","title":"AccessDenied"}""", "AccessDenied", null, null, "r", "" },
        { """{"detail":{"orderId":"not yours"},"title":"AccessDenied"}""", "AccessDenied", null, null, null, "orderId: not yours" },
        { """{"detail":null,"title":"AccessDenied"}""", "AccessDenied", null, null, null, "" },
        { """{"title":"path not found","details":"see the documents"}""", "path not found", "see the documents", null, null, "" },

        // Texts, bare.
        { "\"Некорректный ID\"", null, "Некорректный ID", null, null, "" },
        { "Request body can not be decoded\n", null, "Request body can not be decoded", null, null, "" },
        { "Invalid 'boundary' for 'multipart/form-data' request", null, "Invalid 'boundary' for 'multipart/form-data' request", null, null, "" },
        { "[404] no such page", null, "[404] no such page", null, null, "" },
        { "[error] upstream failed", null, "[error] upstream failed", null, null, "" },
        { "\"Name\" is required", null, "\"Name\" is required", null, null, "" },
        { """["first","second"]""", null, null, null, null, "first|second" },

        // Wrong kinds of value.
        { """{"title":400,"detail":12.5,"code":429,"requestId":77}""", "400", "12.5", "429", "77", "" },
        { """{"title":[],"detail":[],"code":{},"requestId":null,"timestamp":{}}""", null, null, null, null, "" },
        { """{"Title":"T","MESSAGE":"M"}""", "T", "M", null, null, "" },
        { """{"statusText":"Bad Gateway"}""", "Bad Gateway", null, null, null, "" },

        // Nothing.
        { "", null, null, null, null, "" },
        { " \r\n ", null, null, null, null, "" },
        { "null", null, null, null, null, "" },
        { "{}", null, null, null, null, "" },
        { "[]", null, null, null, null, "" },
        { "\"\"", null, null, null, null, "" },

        // Pages of proxies.
        { "<html>\r\n<head><title>502 Bad Gateway</title></head><body><h1>x</h1><script>1<2</script></body></html>", "502 Bad Gateway", null, null, null, "" },
        { "<!DOCTYPE html><HTML><BODY><H1 class='a'>Access <b>denied</b> &amp; logged</H1></BODY></HTML>", "Access denied & logged", null, null, null, "" },
        { "<html><title>cut o", "cut o", null, null, null, "" },
        { "<html><body>no heading</body></html>", null, null, null, null, "" },
        { "<", null, null, null, null, "" },

        // Broken or cut off.
        { """{"title":"Bad Request","detail":"Inva""", "Bad Request", null, null, null, "" },
        { """{"title":"Bad Request","detail":""", "Bad Request", null, null, null, "" },
        { """{"title":"Bad Request","errors":[{"field":"a","message":"b"},{"field":"c","mess""", "Bad Request", null, null, null, "a: b" },
        { """{"title":"Bad Request", oops}""", "Bad Request", null, null, null, "" },
        { """{"title":"Bad Request",}""", "Bad Request", null, null, null, "" },
        { """{"title":"Bad Request"}{"title":"again"}""", "Bad Request", null, null, null, "" },
        { """{"code":42""", null, null, null, null, "" },
        { """{"code":42,""", null, null, "42", null, "" },
        { "{oops", null, "{oops", null, null, "" },
        { """{"detail":"half \ud800 pair","title":"T"}""", "T", "half \uFFFD pair", null, null, "" },
        { """{"\ud800":"x","title":"T"}""", "T", null, null, null, "" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_is_understood_whatever_the_content_type_says(
        string body, string? title, string? detail, string? code, string? requestId, string errors)
    {
        string?[] contentTypes = ["application/json", "application/problem+json", "text/plain", "plain/text", "text/html", "image/png", "not a type", null];
        foreach (string? contentType in contentTypes)
        {
            Problem problem = await ErrorBodies.ReadAsync(body, contentType);
            Assert.Equal(
                (title, detail, code, requestId, errors),
                (problem.Title, problem.Detail, problem.Code, problem.RequestId, string.Join('|', problem.Errors)));
        }
    }

    [Fact]
    public async Task No_body_says_nothing() =>
        Assert.Same(Problem.Empty, await ProblemReader.ReadAsync(null, Redaction.None, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("1700000000")]
    [InlineData("null")]
    public async Task A_timestamp_that_makes_no_sense_is_left_out(string timestamp)
    {
        Problem problem = await ErrorBodies.ReadAsync($$"""{"timestamp":{{timestamp}},"title":"T"}""");
        Assert.Null(problem.Timestamp);
        Assert.Equal("T", problem.Title);
    }

    [Fact]
    public async Task A_timestamp_without_an_offset_is_utc()
    {
        Problem problem = await ErrorBodies.ReadAsync("""{"timestamp":"2026-03-04T09:52:38"}""");
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 52, 38, TimeSpan.Zero), problem.Timestamp);
    }

    [Fact]
    public async Task Culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            Problem problem = await ErrorBodies.ReadAsync("""{"TITLE":"T","code":1.5,"timestamp":"2026-03-04T09:52:38Z"}""");
            Assert.Equal("T", problem.Title);
            Assert.Equal("1.5", problem.Code);
            Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 52, 38, TimeSpan.Zero), problem.Timestamp);

            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("T", (await ErrorBodies.ReadAsync("""{"TITLE":"T"}""")).Title);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("text/plain; charset=windows-1251")]
    [InlineData("text/plain; charset=\"windows-1251\"")]
    public async Task Windows_1251_is_read_as_its_header_says(string contentType)
    {
        // Ends with a byte that starts a character in UTF-8.
        byte[] body = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Доступ запрещёнФ");
        Problem problem = await ProblemReader.ReadAsync(ErrorBodies.Content(body, contentType), Redaction.None, TestContext.Current.CancellationToken);
        Assert.Equal("Доступ запрещёнФ", problem.Detail);
    }

    [Theory]
    [InlineData("text/plain; charset=windows-1251")]
    [InlineData("text/plain; charset=utf-7")]
    [InlineData("text/plain; charset=no-such-thing")]
    [InlineData("text/plain; charset=\"\"")]
    [InlineData("text/plain; charset=utf-16")]
    public async Task Utf_8_is_read_as_such_whatever_the_header_says(string contentType) =>
        Assert.Equal("Доступ запрещён", (await ErrorBodies.ReadAsync("Доступ запрещён", contentType)).Detail);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=no-such-thing")]
    [InlineData("text/plain; charset=utf-7")]
    public async Task Invalid_utf_8_keeps_what_is_valid(string contentType)
    {
        byte[] body = [.. "abc "u8, 0xFF, 0xFE, .. " def"u8];
        Problem problem = await ProblemReader.ReadAsync(ErrorBodies.Content(body, contentType), Redaction.None, TestContext.Current.CancellationToken);
        Assert.StartsWith("abc", problem.Detail, StringComparison.Ordinal);
        Assert.EndsWith("def", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped() =>
        Assert.Equal("T", (await ErrorBodies.ReadAsync("\uFEFF{\"title\":\"T\"}")).Title);

    [Fact]
    public async Task A_picture_is_no_text()
    {
        byte[] body = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8];
        Problem problem = await ProblemReader.ReadAsync(ErrorBodies.Content(body, "text/plain"), Redaction.None, TestContext.Current.CancellationToken);
        Assert.Same(Problem.Empty, problem);
    }

    [Fact]
    public async Task Of_ten_megabytes_64_kilobytes_are_read()
    {
        byte[] start = Encoding.UTF8.GetBytes("""{"title":"T","requestId":"r","errors":["first"],"data":"я""");
        using var stream = new ScriptedStream(start, 10 * 1024 * 1024);
        Problem problem = await ProblemReader.ReadAsync(new StreamContent(stream), Redaction.None, TestContext.Current.CancellationToken);

        Assert.Equal(64 * 1024, stream.BytesRead);
        Assert.Equal(("T", "r", "first"), (problem.Title, problem.RequestId, Assert.Single(problem.Errors)));
    }

    [Fact]
    public async Task A_character_cut_at_the_limit_spoils_nothing()
    {
        // Two-byte characters after an odd number of bytes: the limit goes through one.
        string text = "x" + new string('я', 40_000);
        Problem problem = await ErrorBodies.ReadAsync(text, "text/plain; charset=windows-1251");
        Assert.StartsWith("xяяя", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(ProblemReader.MaxDetail, problem.Detail!.Length);
    }

    [Fact]
    public async Task Texts_and_lists_are_bounded()
    {
        string text = new('x', 5_000);
        string errors = string.Join(',', Enumerable.Repeat("\"wrong\"", 1_000));
        Problem problem = await ErrorBodies.ReadAsync(
            $$"""{"title":"{{text}}","detail":"{{text}}","code":"{{text}}","requestId":"{{text}}","origin":"{{text}}","errors":["{{text}}",{{errors}}]}""");

        Assert.All([problem.Title!, problem.Code!, problem.RequestId!, problem.Origin!], value => Assert.Equal(300, value.Length));
        Assert.Equal(2_000, problem.Detail!.Length);
        Assert.Equal(100, problem.Errors.Count);
        Assert.Equal(500, problem.Errors[0].Length);
    }

    [Theory]
    [InlineData('[', 100_000)]
    [InlineData('<', 60_000)]
    public async Task Deep_nesting_is_survived(char bracket, int depth)
    {
        Problem problem = await ErrorBodies.ReadAsync(new string(bracket, depth));
        Assert.Empty(problem.Errors);

        string objects = string.Concat(Enumerable.Repeat("{\"error\":", 60)) + "{\"message\":\"deep\"}" + new string('}', 60);
        Assert.Null((await ErrorBodies.ReadAsync(objects)).Detail);
    }

    [Fact]
    public async Task Control_and_invisible_characters_are_taken_out()
    {
        Problem problem = await ErrorBodies.ReadAsync("""{"title":"a\r\nb\u0000\u001b[31mc\u202ed","errors":["x\ny"]}""");
        Assert.Equal("a b [31mcd", problem.Title);
        Assert.Equal("x y", Assert.Single(problem.Errors));
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_what_came_before()
    {
        using var stream = new ScriptedStream("{\"title\":\"T\",\"detail\":\"D\",\"origin\":\"cut"u8.ToArray(), 0, new IOException("reset"));
        Problem problem = await ProblemReader.ReadAsync(new StreamContent(stream), Redaction.None, TestContext.Current.CancellationToken);
        Assert.Equal(("T", "D", null), (problem.Title, problem.Detail, problem.Origin));
    }

    [Theory]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(ObjectDisposedException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Any_failure_of_the_stream_leaves_what_came_before(Type type)
    {
        Exception failure = type == typeof(ObjectDisposedException)
            ? new ObjectDisposedException("stream")
            : (Exception)Activator.CreateInstance(type)!;
        using var stream = new ScriptedStream("{\"title\":\"T\","u8.ToArray(), 0, failure);
        Problem problem = await ProblemReader.ReadAsync(new StreamContent(stream), Redaction.None, TestContext.Current.CancellationToken);
        Assert.Equal("T", problem.Title);
    }

    [Fact]
    public async Task A_content_that_was_disposed_says_nothing()
    {
        HttpContent content = ErrorBodies.Content("{\"title\":\"T\"}");
        content.Dispose();
        Assert.Null((await ProblemReader.ReadAsync(content, Redaction.None, TestContext.Current.CancellationToken)).Title);
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_thrown()
    {
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ProblemReader.ReadAsync(ErrorBodies.Content("{}"), Redaction.None, before.Token));

        // Nothing more comes until the reading is cancelled.
        using var during = new CancellationTokenSource();
        using var stream = new ScriptedStream("{\"title\":\"T\","u8.ToArray(), 0, new IOException(), stall: true);
        Task<Problem> reading = ProblemReader.ReadAsync(new StreamContent(stream), Redaction.None, during.Token).AsTask();
        Assert.False(reading.IsCompleted);
        await during.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task The_stream_stays_open_for_its_owner()
    {
        using var stream = new MemoryStream("{\"title\":\"T\"}"u8.ToArray());
        await ProblemReader.ReadAsync(new StreamContent(stream), Redaction.None, TestContext.Current.CancellationToken);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_token_that_the_body_repeats_is_redacted_everywhere()
    {
        var body = new JsonObject();
        foreach (string name in (string[])["title", "detail", "code", "requestId", "origin"])
            body[name] = $"bad token {ErrorBodies.Jwt}, sorry";
        body["errors"] = new JsonArray(
            JsonValue.Create(ErrorBodies.Jwt),
            new JsonObject { ["field"] = ErrorBodies.Jwt, ["message"] = "Bearer " + ErrorBodies.Jwt },
            new JsonObject { [ErrorBodies.Jwt] = "wrong" });

        Problem problem = await ErrorBodies.ReadAsync(body.ToJsonString());
        Assert.Equal("bad token [redacted], sorry", problem.Detail);
        Assert.Equal(["[redacted]", "[redacted]: Bearer [redacted]", "[redacted]: wrong"], problem.Errors);
        AssertNoToken(string.Join('\n', [problem.Title!, problem.Detail!, problem.Code!, problem.RequestId!, problem.Origin!, .. problem.Errors]));
    }

    public static TheoryData<string> Echoes => new(
        ErrorBodies.Jwt,
        "token:" + ErrorBodies.Jwt,
        "{oops " + ErrorBodies.Jwt,
        "<title>" + ErrorBodies.Jwt + "</title>",
        "<title>" + ErrorBodies.Jwt.Replace(".", "&#46;", StringComparison.Ordinal) + "</title>",
        ErrorBodies.JwtParts[0] + "." + ErrorBodies.JwtParts[1],
        ErrorBodies.Jwt.Insert(50, "\u200b"),
        ErrorBodies.Jwt.Insert(3, "\u00ad"),
        new string('x', ProblemReader.MaxDetail - 30) + ErrorBodies.Jwt,
        "\"" + ErrorBodies.Jwt + "\"");

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_token_is_redacted_in_texts_of_every_kind(string body)
    {
        Problem problem = await ErrorBodies.ReadAsync(body);
        string all = problem.Title + problem.Detail;
        Assert.Contains("[redacted]", all, StringComparison.Ordinal);
        AssertNoToken(all);
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 300].Sample(body => Check(body), iter: 10_000);

    [Fact]
    public void Random_json_like_text_never_throws() =>
        Gen.Char["{}[]\",:\\eyJ.<>/ud80 \n12nulltitlerrorsя"].Array[0, 80].Sample(text => Check(Encoding.UTF8.GetBytes(text)), iter: 10_000);

    [Fact]
    public void Every_cut_of_a_body_is_read_without_a_failure_and_without_a_half_value()
    {
        byte[] body = Encoding.UTF8.GetBytes(
            """{"title":"Ошибка","detail":"Неверно","code":"E1","requestId":"r-1","errors":[{"field":"a","message":"б"},"в"],"origin":"o"}""");
        for (int length = 0; length <= body.Length; length++)
        {
            Problem problem = Read(body[..length]);
            Assert.True(problem.Title is null or "Ошибка");
            Assert.True(problem.Code is null or "E1");
            Assert.True(problem.RequestId is null or "r-1");
            Assert.True(length < 3 || problem.Detail is null or "Неверно", problem.Detail);
        }
    }

    private static bool Check(byte[] body)
    {
        Problem problem = Read(body);
        return problem.Errors.Count <= 100
            && (problem.Title?.Length ?? 0) <= 300
            && (problem.Detail?.Length ?? 0) <= 2_000
            && !(problem.Title + problem.Detail + string.Concat(problem.Errors)).Any(char.IsControl);
    }

    private static Problem Read(byte[] body) =>
        ProblemReader.ReadAsync(ErrorBodies.Content(body, "application/json"), Redaction.None).AsTask().GetAwaiter().GetResult();

    private static void AssertNoToken(string text)
    {
        foreach (string part in ErrorBodies.JwtParts)
            Assert.DoesNotContain(part[..10], text, StringComparison.Ordinal);
    }
}
