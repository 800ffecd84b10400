using Wildberries.Sdk;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Finance;

namespace ChatDesk;

/// <summary>Reads the sales reports of the last weeks every few hours: for the products' names, and the rows that were sold with a promo code.</summary>
internal sealed partial class SalesFeed(IWildberriesClient wb, ProductNames names, TimeProvider time, ILogger<SalesFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(10);

    // WB gives a page of a report a minute: nobody waits for it here, and one page that comes early must not lose those before it.
    private readonly IFinanceApi _finance = wb.With(new WildberriesCallOptions { MaxRateLimitWait = TimeSpan.FromMinutes(10) }).Finance;
    private volatile SalesReportRow[] _rows = [];

    public IReadOnlyList<SalesReportRow> Rows => _rows;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            TimeSpan pause = Pause;
            try
            {
                DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().AddHours(3).DateTime);
                var rows = new List<SalesReportRow>();
                var period = new SalesReportRowsRequest { DateFrom = today.AddDays(-42), DateTo = today };
                await foreach (SalesReportRow row in _finance.StreamSalesReportAsync(period, stoppingToken))
                {
                    names.Take(row);
                    if (!string.IsNullOrEmpty(row.PromoCodeId) || row.PromoCodeDiscountPercent > 0)
                        rows.Add(row);
                }

                // Only a whole reading counts: sums of a part would look like sums.
                _rows = [.. rows];
            }
            catch (WildberriesApiException exception)
            {
                // The desk works without: a token need not have the Finance category.
                LogFailure(exception.Message);
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sales reports could not be read: {Reason}")]
    private partial void LogFailure(string reason);
}
