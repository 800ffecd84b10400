using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of finance-api.</summary>
internal sealed class FinanceArea(EmulatedFinance finance, EmulatedSeller seller) : EmulatedArea(typeof(IFinanceApi), FinanceJsonContext.Default)
{
    internal const string Origin = "open-api-finreports";
    private const int MaxReports = 1_000;
    private const int MaxRows = 100_000;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private delegate void WriteRow(Utf8JsonWriter writer, FinanceRow row);

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET finance-api/api/v1/account/balance", _ => GetBalance()),
        Handler.For("POST finance-api/api/finance/v1/sales-reports/list", GetSalesReports),
        Handler.For(
            "POST finance-api/api/finance/v1/sales-reports/detailed",
            request => GetRows(request, finance.SalesReports, byId: false, hasPeriod: true, Sales)),
        Handler.For(
            "POST finance-api/api/finance/v1/sales-reports/detailed/{reportId}",
            request => GetRows(request, finance.SalesReports, byId: true, hasPeriod: false, Sales)),
        Handler.For("POST finance-api/api/finance/v1/acquiring/list", GetAcquiringReports),
        Handler.For(
            "POST finance-api/api/finance/v1/acquiring/detailed",
            request => GetRows(request, finance.AcquiringReports, byId: false, hasPeriod: false, Acquiring)),
        Handler.For(
            "POST finance-api/api/finance/v1/acquiring/detailed/{reportId}",
            request => GetRows(request, finance.AcquiringReports, byId: true, hasPeriod: false, Acquiring)),
    ];

    public override void Seed(DateTimeOffset now) => FinanceSeed.Fill(finance, DateOnly.FromDateTime(now.UtcDateTime));

    private Answer GetBalance() => Answer.Json(200, new JsonObject
    {
        ["currency"] = finance.Currency,
        ["current"] = finance.Balance,
        ["for_withdraw"] = finance.AvailableForWithdrawal,
    });

    private Answer GetSalesReports(HandlerRequest request)
    {
        if (FinanceQuery.Read(request, MaxReports, hasDays: true, hasPeriod: true, out Answer? refusal) is not { } query)
            return refusal!;
        return List(query, finance.SalesReports, report =>
        {
            decimal retail = 0, forPay = 0, delivery = 0, storage = 0, penalty = 0, acceptance = 0, deduction = 0;
            foreach (FinanceRow row in FinanceRow.Of(report))
            {
                int sign = row.Document == "Возврат" ? -1 : 1;
                retail += sign * row.RetailAmount;
                forPay += sign * row.ForPay;
                delivery += row.Delivery;
                storage += row.Storage;
                penalty += row.Penalty;
                acceptance += row.Acceptance;
                deduction += row.Deduction;
            }

            JsonObject node = Head(report);
            node["reportType"] = report.ReportType;
            node["retailAmountSum"] = Money(retail);
            node["forPaySum"] = Money(forPay);
            node["avgSalePercent"] = 0;
            node["deliveryServiceSum"] = Money(delivery);
            node["paidStorageSum"] = Money(storage);
            node["paidAcceptanceSum"] = Money(acceptance);
            node["deductionSum"] = Money(deduction);
            node["penaltySum"] = Money(penalty);
            foreach (string name in (string[])["additionalPaymentSum", "cashbackAmountSum", "cashbackDiscountSum", "cashbackCommissionChangeSum", "paymentSchedule"])
                node[name] = "0";
            node["bankPaymentSum"] = Money(forPay - delivery - storage - penalty - acceptance - deduction);
            return node;
        });
    }

    private Answer GetAcquiringReports(HandlerRequest request)
    {
        if (FinanceQuery.Read(request, MaxReports, hasDays: true, hasPeriod: false, out Answer? refusal) is not { } query)
            return refusal!;
        return List(query, finance.AcquiringReports, report =>
        {
            JsonObject node = Head(report);
            node["acquiringFeeSum"] = Money(FinanceRow.Of(report).Sum(row => row.AcquiringFee));
            node["acquiringFeeVatSum"] = Money(FinanceRow.Of(report).Sum(row => row.AcquiringFeeVat));
            return node;
        });
    }

    private static Answer List(FinanceQuery query, IReadOnlyList<EmulatedFinancialReport> reports, Func<EmulatedFinancialReport, JsonObject> write)
    {
        var list = new JsonArray();
        foreach (EmulatedFinancialReport report in reports.Where(query.Covers).Skip(query.Offset).Take(query.Limit))
            list.Add((JsonNode)write(report));
        return list.Count == 0 ? Answer.Empty(204) : Answer.Json(200, list);
    }

    private static Answer GetRows(
        HandlerRequest request, IReadOnlyList<EmulatedFinancialReport> reports, bool byId, bool hasPeriod, Func<HashSet<string>?, WriteRow> writer)
    {
        if (FinanceQuery.Read(request, MaxRows, hasDays: !byId, hasPeriod, out Answer? refusal) is not { } query)
            return refusal!;
        if (byId)
        {
            if (!long.TryParse(request.LastSegment, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
                return Problem.Service(Origin, "invalid reportId");
            reports = [.. reports.Where(report => report.ReportId == id)];
            if (reports.Count == 0)
                return Problem.NotFound(Origin, "report not found");
        }
        else
        {
            reports = [.. reports.Where(query.Covers)];
        }

        IEnumerable<FinanceRow> rows = reports.SelectMany(report => FinanceRow.After(report, query.RrdId));

        // Ids that are made rise from report to report; those of a test's own rows may be any.
        rows = reports.Any(report => report.OwnRows is not null)
            ? rows.OrderBy(row => row.RrdId).Take(query.Limit).ToList()
            : rows.Take(query.Limit);
        WriteRow made = writer(query.Fields);
        WriteRow write = (json, row) =>
        {
            if (row.Own is { } own)
                WriteOwn(json, own, query.Fields);
            else
                made(json, row);
        };
        return rows.Any()
            ? new Answer { Status = 200, ContentType = "application/json", WriteBody = (body, token) => WriteAsync(body, rows, write, token) }
            : Answer.Empty(204);
    }

    private static async Task WriteAsync(PipeWriter body, IEnumerable<FinanceRow> rows, WriteRow write, CancellationToken cancellationToken)
    {
        const int Chunk = 64 * 1024;

        var writer = new Utf8JsonWriter(body, WriterOptions);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartArray();
            foreach (FinanceRow row in rows)
            {
                writer.WriteStartObject();
                write(writer, row);
                writer.WriteEndObject();
                if (writer.BytesPending > Chunk)
                {
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                    await body.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            writer.WriteEndArray();
        }

        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void WriteOwn(Utf8JsonWriter json, JsonElement row, HashSet<string>? fields)
    {
        foreach (JsonProperty member in row.EnumerateObject())
        {
            if (fields?.Contains(member.Name) != false)
                member.WriteTo(json);
        }
    }

    private (string Id, decimal Percent) PromoCodeOf(FinanceRow row)
    {
        if (!row.HasPromoCode)
            return ("", 0m);
        if (finance.OrderedPromoCodes is not { Count: > 0 } codes)
            return ("", 10m);
        (string id, decimal percent) = codes[row.PromoNumber % codes.Count];
        return (id, percent);
    }

    private WriteRow Sales(HashSet<string>? fields) => (json, row) =>
    {
        string day = Date(row.Day), time = day + "T12:00:00Z";
        (string promoCode, decimal promoPercent) = PromoCodeOf(row);
        Number("reportId", row.Report.ReportId);
        Text("dateFrom", Date(row.Report.DateFrom));
        Text("dateTo", Date(row.Report.DateTo));
        Text("createDate", Date(row.Report.DateTo.AddDays(1)));
        Text("currency", finance.Currency);
        Number("reportType", row.Report.ReportType);
        Number("rrdId", row.RrdId);
        Number("giId", 123456);
        Number("dlvPrc", 1.8m);
        Text("fixTariffDateFrom", day);
        Text("fixTariffDateTo", day);
        Text("subjectName", row.Subject);
        Number("nmId", row.NmId);
        Text("brandName", "Тёплый дом");
        Text("vendorCode", row.VendorCode);
        Text("title", row.Title);
        Text("techSize", row.Size);
        Text("sku", "1231312352310");
        if (finance.SendsEarlierNames)
            Text("documentType", row.Document);
        else
            Text("docTypeName", row.Document);
        Number("quantity", row.Quantity);
        Text("retailPrice", Money(row.Price));
        Text("retailAmount", Money(row.RetailAmount));
        Number("salePercent", row.SalePercent);
        Number("commissionPercent", 24);
        Text("officeName", "Коледино");
        Text("sellerOperName", row.Operation);
        Text("orderDt", time);
        Text("saleDt", time);
        Text("rrDate", day);
        Number("shkId", 1239159661);
        Text("retailPriceWithDisc", Money(row.PriceWithDiscount));
        Number("deliveryAmount", row.Delivery > 0 ? 1 : 0);
        Number("returnAmount", 0);
        Text("deliveryService", Money(row.Delivery));
        Text("giBoxTypeName", "Короба");
        Number("productDiscountForReport", row.SalePercent);
        if (finance.SendsEarlierNames)
            Number("sellerPromo", promoPercent);
        else
            Text("sellerPromo", Money(promoPercent));
        Number("spp", 8);
        Number("kvwBase", 24.15m);
        Number("kvw", 22.5m);
        Number("supRatingUp", 0);
        Number("isKgvpV2", 0);
        Text("ppvzSalesCommission", "0");
        Text("forPay", Money(row.ForPay));
        Text("ppvzReward", "0");
        Text("acquiringFee", Money(row.AcquiringFee));
        Number("acquiringPercent", 4.06m);
        Text("paymentProcessing", "Комиссия за организацию платежа с НДС");
        Text("acquiringBank", "Тинькофф");
        Text("vw", "0");
        Text("vwNds", "0");
        Text("ppvzOfficeName", "Москва, Очаковское шоссе, 6к2");
        Number("ppvzOfficeId", 105383);
        Text("ppvzSupplierName", "ИП Жасмин");
        Text("ppvzSupplierInn", "010101010101");
        Text("declarationNumber", "");
        Text("bonusTypeName", row.Penalty > 0 ? "Штраф МП. Невыполненный заказ" : "");
        Text("stickerId", "0");
        Text("country", "Россия");
        Flag("srvDbs", false);
        Text("penalty", Money(row.Penalty));
        Text("additionalPayment", "0");
        Text("rebillLogisticCost", "0");
        Text("paidStorage", Money(row.Storage));
        Text("deduction", "0");
        Text("paidAcceptance", "0");
        Number("orderId", 0);
        Flag("isB2b", false);
        Text("trbxId", "");
        Text("installmentCofinancingAmount", "0");
        Number("wibesDiscountPercent", 0);
        Text("cashbackAmount", "0");
        Text("cashbackDiscount", "0");
        Text("cashbackCommissionChange", "0");
        Text("paymentSchedule", "0");
        Text("deliveryMethod", "FBW");
        Number("sellerPromoId", 0);
        Number("sellerPromoDiscount", 0);
        Number("loyaltyId", 0);
        Number("loyaltyDiscount", 0);
        Text("uuidPromocode", promoCode);
        Number("salePricePromocodeDiscountPrc", promoPercent);
        Text("articleSubstitution", "");
        Number("salePriceAffiliatedDiscountPrc", 0);
        Number("salePriceWholesaleDiscountPrc", 0);
        Text("b2bCustomerTin", "");
        Flag("paidWithSocialCertificate", false);
        Number("warehouseLogisticsCoeff", 1.6m);
        Text("buyerTaxRegistrationReasonCode", "");
        Text("utdUcdNumber", "");
        Text("utdUcdDate", "");
        Text("orderUid", row.Srid[..16]);
        Text("srid", row.Srid);

        bool Has(string name) => fields is null || fields.Contains(name);

        void Text(string name, string value)
        {
            if (Has(name))
                json.WriteString(name, value);
        }

        void Number(string name, decimal value)
        {
            if (Has(name))
                json.WriteNumber(name, value);
        }

        void Flag(string name, bool value)
        {
            if (Has(name))
                json.WriteBoolean(name, value);
        }
    };

    private WriteRow Acquiring(HashSet<string>? fields) => (json, row) =>
    {
        string day = Date(row.Day);
        Number("rrdId", row.RrdId);
        Number("reportId", row.Report.ReportId);
        Text("acqDate", day);
        Text("acquiringBank", "Тинькофф");
        Text("tin", "010101010101");
        Text("taxRegistrationReasonCode", "7701123301");
        Text("saleDate", day);
        Text("srid", row.Srid);
        Text(finance.SendsEarlierNames ? "docTypeName" : "documentType", row.Document);
        Number("nmId", row.NmId);
        Text("retailAmount", Money(row.RetailAmount));
        Text("acquiringFee", Money(row.AcquiringFee));
        Text("acquiringFeeVat", Money(row.AcquiringFeeVat));
        Text("invoiceNumber", "С/Ф 123");
        Text("invoiceDate", day);
        Number("shkId", 1239159661);
        Text("currency", finance.Currency);

        void Text(string name, string value)
        {
            if (fields is null || fields.Contains(name))
                json.WriteString(name, value);
        }

        void Number(string name, long value)
        {
            if (fields is null || fields.Contains(name))
                json.WriteNumber(name, value);
        }
    };

    private JsonObject Head(EmulatedFinancialReport report) => new()
    {
        ["reportId"] = report.ReportId,
        ["sellerFinanceName"] = seller.Name,
        ["dateFrom"] = Date(report.DateFrom),
        ["dateTo"] = Date(report.DateTo),
        ["createDate"] = Date(report.DateTo.AddDays(1)),
        ["currency"] = finance.Currency,
    };

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
