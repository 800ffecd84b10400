using Wildberries.Sdk.Finance;

namespace SalesToFile;

/// <summary>What the rows add up to, by currency.</summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, Sums> _currencies = new(StringComparer.Ordinal);

    private int _unreadable;

    public int Rows { get; private set; }

    /// <summary>Counts the rows that go by.</summary>
    public async IAsyncEnumerable<SalesReportRow> CountAsync(IAsyncEnumerable<SalesReportRow> rows)
    {
        await foreach (SalesReportRow row in rows)
        {
            Add(row);
            yield return row;
        }
    }

    public void Print(TextWriter output)
    {
        output.WriteLine(Rows == 1 ? "1 row" : $"{Rows} rows");
        if (_unreadable > 0)
            output.WriteLine($"  Warning: WB sent values that could not be read, and that the sums lack, in {_unreadable} of them.");
        foreach ((string currency, Sums sums) in _currencies)
        {
            output.WriteLine($"  sold {sums.Sold}, returned {sums.Returned}");
            output.WriteLine($"  due for products {sums.Due,13:N2} {currency}");
            output.WriteLine($"  delivery      {-sums.Delivery,16:N2} {currency}");
            output.WriteLine($"  storage       {-sums.Storage,16:N2} {currency}");
            output.WriteLine($"  acceptance    {-sums.Acceptance,16:N2} {currency}");
            output.WriteLine($"  fines         {-sums.Penalties,16:N2} {currency}");
            output.WriteLine($"  deductions    {-sums.Deductions,16:N2} {currency}");
        }
    }

    private void Add(SalesReportRow row)
    {
        Rows++;
        _unreadable += row.UnreadableProperties.Count > 0 ? 1 : 0;
        string currency = row.Currency ?? "";
        if (!_currencies.TryGetValue(currency, out Sums? sums))
            _currencies[currency] = sums = new Sums();

        // The sums of a return are positive, too. A compensation is neither a sale nor a return, but its money is due as well.
        bool isReturn = row.DocumentType == "Возврат";
        if (isReturn)
            sums.Returned += row.Quantity ?? 0;
        else if (row.DocumentType == "Продажа")
            sums.Sold += row.Quantity ?? 0;
        sums.Due += (isReturn ? -1 : 1) * (row.ForPay ?? 0);
        sums.Delivery += row.DeliveryService ?? 0;
        sums.Storage += row.PaidStorage ?? 0;
        sums.Acceptance += row.PaidAcceptance ?? 0;
        sums.Penalties += row.Penalty ?? 0;
        sums.Deductions += row.Deduction ?? 0;
    }

    private sealed class Sums
    {
        public long Sold { get; set; }

        public long Returned { get; set; }

        public decimal Due { get; set; }

        public decimal Delivery { get; set; }

        public decimal Storage { get; set; }

        public decimal Acceptance { get; set; }

        public decimal Penalties { get; set; }

        public decimal Deductions { get; set; }
    }
}
