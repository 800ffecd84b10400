using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Wildberries.Sdk.Benchmarks.Calls;
using Wildberries.Sdk.Benchmarks.Streaming;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>Rows of a sales report, one at a time: an answer of 300 KB, and one of 10,000 rows.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 8, iterationCount: 24)]
public class ReportRowBenchmarks
{
    private byte[] _answer = [];
    private HttpClient _byHand = null!;
    private IFinanceApi _sdk = null!;

    [Params(113, 10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        byte[][] tails = await ReportServer.MakeTailsAsync();
        using var answer = new MemoryStream();
        for (int id = 1; id <= Rows; id++)
        {
            answer.Write(id == 1 ? "["u8 : ","u8);
            answer.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"rrdId\":{id}")));
            answer.Write(tails[id % tails.Length]);
        }

        answer.Write("]"u8);
        _answer = answer.ToArray();
        _byHand = CallStage.ByHand(_answer, waits: true);
        _sdk = CallStage.Sdk(_answer, waits: true).Finance;
    }

    [Benchmark]
    public async Task<decimal> SerializerAlone()
    {
        decimal sum = 0;
        await foreach (SalesReportRow? row in JsonSerializer.DeserializeAsyncEnumerable(InMemoryTransport.Open(_answer, waits: true), FinanceJsonContext.Default.SalesReportRow))
            sum += row!.ForPay ?? 0;
        return sum;
    }

    [Benchmark(Baseline = true)]
    public async Task<decimal> ByHand()
    {
        decimal sum = 0;
        await foreach (SalesReportRow row in CallStage.StreamAsync(_byHand, "/api/finance/v1/sales-reports/detailed/1", FinanceJsonContext.Default.SalesReportRow))
            sum += row.ForPay ?? 0;
        return sum;
    }

    [Benchmark]
    public async Task<decimal> SdkCall()
    {
        decimal sum = 0;
        await foreach (SalesReportRow row in _sdk.GetSalesReportRowsAsync(1, new SalesReportByIdRequest()))
            sum += row.ForPay ?? 0;
        return sum;
    }

    // The helper that goes on to the next page, ended where the one answer ends.
    [Benchmark]
    public async Task<decimal> SdkPager()
    {
        decimal sum = 0;
        await foreach (SalesReportRow row in _sdk.StreamSalesReportAsync(1))
        {
            sum += row.ForPay ?? 0;
            if (row.RrdId == Rows)
                break;
        }

        return sum;
    }
}
