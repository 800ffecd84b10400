using Wildberries.Sdk.Finance;

namespace SalesToFile;

/// <summary>What the rows add up to, by currency.</summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, Sums> _currencies = new(StringComparer.Ordinal);

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
        output.WriteLine($"{Rows} rows");
        foreach ((string currency, Sums sums) in _currencies)
        {
            output.WriteLine($"  sold {sums.Sold}, returned {sums.Returned}");
            output.WriteLine($"  due for goods {sums.Due,16:N2} {currency}");
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
        string currency = row.Currency ?? "";
        if (!_currencies.TryGetValue(currency, out Sums? sums))
            _currencies[currency] = sums = new Sums();

        // The sums of a return are positive, too.
        int sign = row.DocumentType switch { "Продажа" => 1, "Возврат" => -1, _ => 0 };
        if (sign > 0)
            sums.Sold += row.Quantity ?? 0;
        else if (sign < 0)
            sums.Returned += row.Quantity ?? 0;
        sums.Due += sign * (row.ForPay ?? 0);
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
