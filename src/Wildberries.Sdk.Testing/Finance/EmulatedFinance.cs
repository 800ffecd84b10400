using System.Globalization;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Testing;

/// <summary>The seller's balance and financial reports in an emulator.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting"/>.</remarks>
public sealed class EmulatedFinance
{
    internal const int RrdIdStep = 3;

    private readonly Lock _lock = new();
    private readonly List<EmulatedFinancialReport> _sales = [];
    private readonly List<EmulatedFinancialReport> _acquiring = [];
    private long _nextReportId = 307401554;
    private long _nextRrdId = 1232610467;

    internal EmulatedFinance()
    {
    }

    /// <summary>The currency of balance and reports.</summary>
    /// <value>The default is <c>RUB</c>.</value>
    public string Currency { get; set; } = "RUB";

    /// <summary>What is on the balance.</summary>
    /// <value>The default is 10196.21.</value>
    public decimal Balance { get; set; } = 10196.21m;

    /// <summary>What of the balance can be paid out.</summary>
    /// <value>The default is 6395.8.</value>
    public decimal AvailableForWithdrawal { get; set; } = 6395.8m;

    /// <summary>
    /// Whether rows are as they were for some time of September 2026: the kind of document as <c>documentType</c> in rows on sales and as
    /// <c>docTypeName</c> in rows on acquiring, and <c>sellerPromo</c> as a number. Rows of your own stay as they are.
    /// </summary>
    /// <value>The default is <see langword="false"/>: the other way round, and as text.</value>
    public bool SendsEarlierNames { get; set; }

    /// <summary>
    /// The promo codes that rows on sales name: WB's id (<c>uuidPromocode</c>), and the discount in percent. A row that was sold with a promo code has one of them.
    /// </summary>
    /// <value>The default is empty: then such rows have a discount of 10 percent, but name no code.</value>
    public IReadOnlyDictionary<string, decimal> PromoCodes
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
            OrderedPromoCodes = [.. value.OrderBy(code => code.Key, StringComparer.Ordinal)];
        }
    } = new Dictionary<string, decimal>();

    /// <summary>In an order that is the same on every machine.</summary>
    internal IReadOnlyList<KeyValuePair<string, decimal>> OrderedPromoCodes { get; private set; } = [];

    /// <summary>The reports on sales, in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedFinancialReport> SalesReports
    {
        get
        {
            lock (_lock)
                return [.. _sales];
        }
    }

    /// <summary>The reports on what taking payments cost, in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedFinancialReport> AcquiringReports
    {
        get
        {
            lock (_lock)
                return [.. _acquiring];
        }
    }

    /// <summary>Adds a report on sales.</summary>
    /// <param name="dateFrom">The first day.</param>
    /// <param name="dateTo">The last day; the first one makes it a report of a day.</param>
    /// <param name="rowCount">How many rows it has; they take no memory.</param>
    /// <param name="seed">What the rows are made from.</param>
    /// <param name="reportType">The type: 1 the main one, 2 on products that WB bought.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative, or the last day is before the first.</exception>
    public EmulatedFinancialReport AddSalesReport(DateOnly dateFrom, DateOnly dateTo, int rowCount, int seed = 0, int reportType = 1) =>
        Add(_sales, dateFrom, dateTo, rowCount, seed, reportType);

    /// <summary>Adds a report on what taking payments cost.</summary>
    /// <param name="dateFrom">The first day.</param>
    /// <param name="dateTo">The last day.</param>
    /// <param name="rowCount">How many rows it has; they take no memory.</param>
    /// <param name="seed">What the rows are made from.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative, or the last day is before the first.</exception>
    public EmulatedFinancialReport AddAcquiringReport(DateOnly dateFrom, DateOnly dateTo, int rowCount, int seed = 0) =>
        Add(_acquiring, dateFrom, dateTo, rowCount, seed, reportType: 1);

    /// <summary>Adds a report on sales with rows of your own.</summary>
    /// <param name="dateFrom">The first day.</param>
    /// <param name="dateTo">The last day; the first one makes it a report of a day.</param>
    /// <param name="rows">
    /// The rows, in the order of their ids. The report's id is set in each; where a row has no id of its own, no days, no currency or no type of report, it
    /// gets those of the report. What else a row does not have is not sent.
    /// </param>
    /// <param name="reportType">The type: 1 the main one, 2 on products that WB bought.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">A row is <see langword="null"/>, or its id is not greater than that of the row before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public EmulatedFinancialReport AddSalesReport(DateOnly dateFrom, DateOnly dateTo, IEnumerable<SalesReportRow> rows, int reportType = 1) =>
        AddOwn(_sales, dateFrom, dateTo, rows, row => row.RrdId, (row, reportId, rrdId) => FinanceRow.Of(row with
        {
            ReportId = reportId,
            RrdId = rrdId,
            DateFrom = row.DateFrom ?? dateFrom,
            DateTo = row.DateTo ?? dateTo,
            Currency = row.Currency ?? Currency,
            ReportType = row.ReportType == default ? SalesReportType.From(reportType) : row.ReportType,
        }), reportType);

    /// <summary>Adds a report on what taking payments cost with rows of your own.</summary>
    /// <param name="dateFrom">The first day.</param>
    /// <param name="dateTo">The last day.</param>
    /// <param name="rows">
    /// The rows, in the order of their ids. The report's id is set in each; where a row has no id of its own or no currency, it gets those of the report.
    /// What else a row does not have is not sent.
    /// </param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">A row is <see langword="null"/>, or its id is not greater than that of the row before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public EmulatedFinancialReport AddAcquiringReport(DateOnly dateFrom, DateOnly dateTo, IEnumerable<AcquiringReportRow> rows) =>
        AddOwn(_acquiring, dateFrom, dateTo, rows, row => row.RrdId, (row, reportId, rrdId) => FinanceRow.Of(row with
        {
            ReportId = reportId,
            RrdId = rrdId,
            Currency = row.Currency ?? Currency,
        }), reportType: 1);

    private EmulatedFinancialReport AddOwn<T>(
        List<EmulatedFinancialReport> reports,
        DateOnly dateFrom,
        DateOnly dateTo,
        IEnumerable<T> rows,
        Func<T, long> idOf,
        Func<T, long, long, FinanceRow> write,
        int reportType)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(dateTo, dateFrom);
        lock (_lock)
        {
            long reportId = _nextReportId, last = 0;
            var written = new List<FinanceRow>();
            foreach (T row in rows)
            {
                if (row is null)
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {written.Count} is null."), nameof(rows));

                // A row without an id comes after the one before it, whichever id that has.
                long id = idOf(row) is not 0 and var own ? own : last == 0 ? _nextRrdId : last + RrdIdStep;
                if (id <= last)
                {
                    throw new ArgumentException(
                        string.Create(CultureInfo.InvariantCulture, $"Row {written.Count} has the id {id}, which is not greater than {last}: rows come in the order of their ids."),
                        nameof(rows));
                }

                written.Add(write(row, reportId, last = id));
            }

            var report = new EmulatedFinancialReport
            {
                ReportId = _nextReportId++,
                DateFrom = dateFrom,
                DateTo = dateTo,
                RowCount = written.Count,
                Seed = 0,
                FirstRrdId = written.Count > 0 ? written[0].RrdId : _nextRrdId,
                IsDaily = dateFrom == dateTo,
                ReportType = reportType,
                OwnRows = written,
            };
            _nextRrdId = Math.Max(_nextRrdId, last + RrdIdStep);
            reports.Add(report);
            return report;
        }
    }

    private EmulatedFinancialReport Add(
        List<EmulatedFinancialReport> reports, DateOnly dateFrom, DateOnly dateTo, int rowCount, int seed, int reportType)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(dateTo, dateFrom);
        lock (_lock)
        {
            var report = new EmulatedFinancialReport
            {
                ReportId = _nextReportId++,
                DateFrom = dateFrom,
                DateTo = dateTo,
                RowCount = rowCount,
                Seed = seed,
                FirstRrdId = _nextRrdId,
                IsDaily = dateFrom == dateTo,
                ReportType = reportType,
            };
            _nextRrdId += ((long)rowCount + 1) * RrdIdStep;
            reports.Add(report);
            return report;
        }
    }
}
