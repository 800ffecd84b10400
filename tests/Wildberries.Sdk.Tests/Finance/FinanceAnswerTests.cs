using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Finance;

public sealed class FinanceAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"376.99\"")]
    [InlineData("\"376,99\"")]
    [InlineData("376.99")]
    [InlineData("\"+376.99\"")]
    public async Task Money_is_read_however_it_is_written(string forPay)
    {
        SalesReportRow row = Assert.Single(await RowsAsync($$"""[{"rrdId":1,"forPay":{{forPay}},"sellerPromo":{{forPay}},"spp":{{forPay}}}]"""));
        Assert.Equal((376.99m, 376.99m, 376.99m), (row.ForPay, row.SellerPromoPercent, row.PlatformDiscountPercent));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"-\"")]
    public async Task Money_that_is_not_there_is_null(string forPay) =>
        Assert.Null(Assert.Single(await RowsAsync($$"""[{"forPay":{{forPay}}}]""")).ForPay);

    [Theory]
    [InlineData("\"12.\"")]
    [InlineData("\".5\"")]
    [InlineData("\"1.2.3\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"ten\"")]
    public async Task Money_that_is_no_number_is_missing_and_there_as_it_came(string forPay)
    {
        SalesReportRow row = Assert.Single(await RowsAsync($$"""[{"forPay":{{forPay}}}]"""));
        Assert.Null(row.ForPay);
        Assert.Equal(forPay, row.UnreadableProperties["forPay"].GetRawText());
    }

    [Fact]
    public void Money_comes_out_as_it_went_in() =>
        Gen.Decimal[-1_000_000m, 1_000_000m].Select(Gen.Int[0, 6]).Sample((value, digits) =>
        {
            decimal rounded = decimal.Round(value, digits);
            string text = rounded.ToString(CultureInfo.InvariantCulture);
            foreach (string form in new[] { text, $"\"{text}\"", $"\"{text.Replace('.', ',')}\"", $"\" {text}\"" })
            {
                SalesReportRow row = System.Text.Json.JsonSerializer.Deserialize(
                    $$"""{"forPay":{{form}}}""", FinanceJsonContext.Default.SalesReportRow)!;
                if (row.ForPay != rounded)
                    return false;
            }

            return true;
        });

    [Theory]
    [InlineData("""{"docTypeName":"Продажа"}""")]
    [InlineData("""{"documentType":"Продажа"}""")]
    [InlineData("""{"docTypeName":"Продажа","documentType":null}""")]
    [InlineData("""{"documentType":"Продажа","docTypeName":"Продажа"}""")]
    public async Task The_kind_of_document_has_an_old_and_a_new_name(string row)
    {
        Assert.Equal("Продажа", Assert.Single(await RowsAsync($"[{row}]")).DocumentType);
        using var host = new FakeFinanceHost($"[{row}]");
        await foreach (AcquiringReportRow acquiring in host.Api.GetAcquiringReportRowsAsync(1, new AcquiringReportByIdRequest(), Cancel))
            Assert.Equal("Продажа", acquiring.DocumentType);
    }

    [Fact]
    public async Task Ids_have_64_bits_and_types_and_members_may_be_new()
    {
        SalesReportRow row = Assert.Single(await RowsAsync(
            """[{"reportId":9007199254740993,"rrdId":"9007199254740995","reportType":7,"newMember":{"a":[1]},"isB2b":"true","quantity":"2"}]"""));
        Assert.Equal((9_007_199_254_740_993, 9_007_199_254_740_995), (row.ReportId, row.RrdId));
        Assert.Equal((SalesReportType.From(7), true, 2), (row.ReportType, row.IsB2b, row.Quantity));
    }

    [Fact]
    public async Task Days_and_times_are_read()
    {
        SalesReportRow row = Assert.Single(await RowsAsync(
            """[{"dateFrom":"2026-03-16","rrDate":"2025-10-20T00:00:00","fixTariffDateFrom":"","orderDt":"2026-03-14T10:20:30Z","saleDt":"2026-03-21T00:00:00","createDate":"0001-01-01"}]"""));
        Assert.Equal((new DateOnly(2026, 3, 16), new DateOnly(2025, 10, 20)), (row.DateFrom, row.OperationDate));
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 10, 20, 30, TimeSpan.Zero), row.OrderedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 21, 0, 0, 0, TimeSpan.FromHours(3)), row.SoldAt);
        Assert.Null(row.FixedTariffFrom);
        Assert.Null(row.CreatedOn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    [InlineData("[null]")]
    [InlineData("null")]
    public async Task An_answer_without_rows_is_no_failure(string? body) => Assert.Empty(await RowsAsync(body));

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "null")]
    public async Task No_reports_at_all_are_an_empty_list(HttpStatusCode status, string body)
    {
        using var wb = new FakeWildberries();
        wb.Answer(status, body).Answer(status, body);
        var day = new DateOnly(2026, 3, 16);
        Assert.Empty(await wb.Client.Finance.GetSalesReportsAsync(new SalesReportListRequest { DateFrom = day, DateTo = day }, Cancel));
        Assert.Empty(await wb.Client.Finance.GetAcquiringReportsAsync(new AcquiringReportListRequest { DateFrom = day, DateTo = day }, Cancel));
    }

    [Theory]
    [InlineData("<html></html>", 0)]
    [InlineData("""{"title":"no array"}""", 0)]
    [InlineData("""[{"rrdId":1},{"rrdId":2},{"rrd""", 2)]
    [InlineData("""[{"rrdId":1},{"rrdId":two}]""", 1)]
    public async Task An_answer_that_is_not_understood_is_an_exception_of_ours(string body, int atMost)
    {
        using var host = new FakeFinanceHost(body);
        var seen = new List<long>();
        await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (SalesReportRow row in host.Api.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
                seen.Add(row.RrdId);
        });
        Assert.InRange(seen.Count, 0, atMost);
    }

    [Fact]
    public async Task Rows_come_before_the_answer_has_ended()
    {
        using var body = new EndlessRows();
        using var host = new FakeFinanceHost(_ => new StreamContent(body) { Headers = { ContentType = new("application/json") } });
        int count = 0;
        await foreach (SalesReportRow row in host.Api.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
        {
            if (++count == 5000)
                break;
        }

        Assert.Equal(5000, count);

        // What is read ahead is a few buffers.
        Assert.InRange(body.RowsGiven, 5000, 15_000);
        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_rows_are_wanted()
    {
        using var host = new FakeFinanceHost("[]");
        _ = host.Api.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel);
        await Task.Yield();
        Assert.Empty(host.Requests);
    }

    private static async Task<List<SalesReportRow>> RowsAsync(string? body)
    {
        using var host = new FakeFinanceHost(body);
        var rows = new List<SalesReportRow>();
        await foreach (SalesReportRow row in host.Api.GetSalesReportRowsAsync(1, new SalesReportByIdRequest(), Cancel))
            rows.Add(row);
        return rows;
    }

    /// <summary>A JSON array that never ends.</summary>
    private sealed class EndlessRows : Stream
    {
        private static readonly byte[] Row = Encoding.UTF8.GetBytes("""{"rrdId":1,"forPay":"1.5"},""");
        private bool _started;

        public int RowsGiven { get; private set; }

        public bool IsClosed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_started)
            {
                _started = true;
                buffer.Span[0] = (byte)'[';
                return new ValueTask<int>(1);
            }

            int count = 0;
            while (buffer.Length - count >= Row.Length)
            {
                Row.CopyTo(buffer.Span[count..]);
                count += Row.Length;
                RowsGiven++;
            }

            if (count == 0)
            {
                buffer.Span[0] = (byte)' ';
                count = 1;
            }

            return new ValueTask<int>(count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
