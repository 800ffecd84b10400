using System.Reflection;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Tests.Issues;

public sealed class ReportFieldTests
{
    private static readonly DateOnly Day = new(2026, 3, 17);

    [Theory]
    [InlineData(typeof(SalesReportField), typeof(SalesReportRow))]
    [InlineData(typeof(AcquiringReportField), typeof(AcquiringReportRow))]
    public void Each_member_of_a_row_can_be_asked_for_by_its_own_name(Type field, Type row)
    {
        var asked = field.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => (p.Name, p.GetValue(null)!.ToString()));
        var given = row.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(p => (p.Name, p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name))
            .Where(p => p.Item2 is not null);
        Assert.Equal(given.Order(), asked.Order());
    }

    [Theory]
    [InlineData("", "it has no name")]
    [InlineData("forpay", "as \"forPay\"")]
    [InlineData("ForPay", "as \"forPay\"")]
    [InlineData("nm_id", "as \"nmId\"")]
    [InlineData("forPay ", "is no name")]
    [InlineData("forPay,nmId", "is no name")]
    [InlineData("кВВ", "is no name")]
    public void A_name_that_WB_cannot_know_is_refused_at_once(string name, string fault)
    {
        Action[] requests =
        [
            () => _ = new SalesReportByIdRequest { Fields = [SalesReportField.Srid, SalesReportField.From(name)] },
            () => _ = new SalesReportRowsRequest { DateFrom = Day, DateTo = Day, Fields = [SalesReportField.Srid, SalesReportField.From(name)] },
        ];
        Assert.All(requests, request => AssertRefused(request, "SalesReportField", fault));
    }

    [Theory]
    [InlineData("", "it has no name")]
    [InlineData("Acquiringfee", "as \"acquiringFee\"")]
    [InlineData("acquiring_fee", "as \"acquiringFee\"")]
    [InlineData(" ", "is no name")]
    public void So_it_is_in_reports_on_acquiring(string name, string fault)
    {
        Action[] requests =
        [
            () => _ = new AcquiringReportByIdRequest { Fields = [AcquiringReportField.Srid, AcquiringReportField.From(name)] },
            () => _ = new AcquiringReportRowsRequest { DateFrom = Day, DateTo = Day, Fields = [AcquiringReportField.Srid, AcquiringReportField.From(name)] },
        ];
        Assert.All(requests, request => AssertRefused(request, "AcquiringReportField", fault));
    }

    [Fact]
    public void What_WB_has_added_since_can_be_asked_for()
    {
        Assert.Equal("newSum", new SalesReportByIdRequest { Fields = [SalesReportField.From("newSum")] }.Fields![0].Value);
        Assert.Equal("new_sum2", new AcquiringReportByIdRequest { Fields = [AcquiringReportField.From("new_sum2")] }.Fields![0].Value);
    }

    [Fact]
    public void What_was_checked_is_what_is_sent()
    {
        var fields = new List<SalesReportField> { SalesReportField.ForPay };
        var request = new SalesReportByIdRequest { Fields = fields };
        fields[0] = default;
        Assert.Equal([SalesReportField.ForPay], request.Fields);
    }

    private static void AssertRefused(Action request, string type, string fault)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(request);
        Assert.Equal("Fields", refusal.ParamName);
        Assert.Contains("Field 1: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(type, refusal.Message, StringComparison.Ordinal);
    }
}
