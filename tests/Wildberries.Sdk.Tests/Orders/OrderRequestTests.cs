using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class OrderRequestTests
{
    private static readonly Dictionary<string, (int Max, Action<IReadOnlyList<long>> Make)> Requests = new()
    {
        ["orders"] = (1000, ids => _ = new OrdersRequest { OrderIds = ids }),
        ["ids"] = (1000, ids => _ = new OrderIdsRequest { OrderIds = ids }),
        ["stickers"] = (100, ids => _ = new OrderStickersRequest { OrderIds = ids }),
        ["deleted codes"] = (1000, ids => _ = new DeleteMarkingsRequest { Kind = MarkingCodeKind.Imei, OrderIds = ids }),
        ["deleted DBS codes"] = (1000, ids => _ = new DeleteDbsMarkingsRequest { Kind = MarkingCodeKind.Imei, OrderIds = ids }),
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_request_about_orders_takes_as_many_as_WB_takes_and_no_other_ids(string name)
    {
        (int max, Action<IReadOnlyList<long>> make) = Requests[name];
        make([.. Enumerable.Range(1, max).Select(i => (long)i)]);
        make([5]);
        var tooMany = Assert.Throws<ArgumentException>(() => make([.. Enumerable.Range(1, max + 1).Select(i => (long)i)]));
        Assert.Equal("OrderIds", tooMany.ParamName);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{max:N0}"), tooMany.Message, StringComparison.Ordinal);
        Assert.Equal("OrderIds", Assert.Throws<ArgumentException>(() => make([])).ParamName);
        Assert.Equal("OrderIds", Assert.Throws<ArgumentOutOfRangeException>(() => make([5, 0])).ParamName);
        Assert.Equal("OrderIds", Assert.Throws<ArgumentNullException>(() => make(null!)).ParamName);
    }

    [Fact]
    public void An_order_takes_at_most_24_Chestny_ZNAK_codes()
    {
        Assert.Equal(24, new OrderSgtins { OrderId = 1, Sgtins = new string[24] }.Sgtins.Count);
        Assert.Equal("Sgtins", Assert.Throws<ArgumentException>(() => new OrderSgtins { OrderId = 1, Sgtins = new string[25] }).ParamName);
    }

    [Fact]
    public void Codes_are_set_for_1_to_1000_orders()
    {
        Assert.Equal("Orders", Assert.Throws<ArgumentException>(() => new OrderUinsRequest { Orders = [] }).ParamName);
        Assert.Equal("Orders", Assert.Throws<ArgumentException>(() => new OrderGtinsRequest { Orders = [.. Enumerable.Repeat(new OrderGtin(), 1001)] }).ParamName);
    }

    private static readonly Dictionary<string, Action> Bad = new()
    {
        ["order 7): it has 0 codes; WB takes 1 to 24"] = () => _ = new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 7 }] },
        ["order 7): code 2 has 15 characters; WB takes 16 to 135"] = () =>
            _ = new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 7, Sgtins = [new string('1', 16), new string('1', 15)] }] },
        ["order 7): code 1 has 136 characters; WB takes 16 to 135"] = () => _ = new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 7, Sgtins = [new string('1', 136)] }] },
        ["order 7): code 1 has 0 characters; WB takes 16"] = () => _ = new OrderUinsRequest { Orders = [new OrderUin { OrderId = 7 }] },
        ["order 7): code 1 has 14 characters; WB takes 15"] = () => _ = new OrderImeisRequest { Orders = [new OrderImei { OrderId = 7, Imei = "49015420323751" }] },
        ["order 7): code 1 has 14 characters; WB takes 13"] = () => _ = new OrderGtinsRequest { Orders = [new OrderGtin { OrderId = 7, Gtin = "04810143000012" }] },
        ["order 7): code 1 has 5 characters; WB takes 17 to 29"] = () =>
            _ = new OrderCustomsDeclarationsRequest { Orders = [new OrderCustomsDeclaration { OrderId = 7, CustomsDeclaration = "10704" }] },
        ["order 7): the code of the country has more than three characters"] = () => _ = new OrderCustomsDeclarationsRequest
        {
            Orders = [new OrderCustomsDeclaration { OrderId = 7, CustomsDeclaration = "10704010/010624/0000302", OriginCountryCode = "6430" }],
        },
        ["order 0): the id is not a positive number"] = () => _ = new OrderCodesRequest { Orders = [new OrderCode { Code = "1" }] },
        ["Row 0 is null"] = () => _ = new OrderCodesRequest { Orders = [null!] },
    };

    private static readonly Dictionary<string, Action<string>> Codes = new()
    {
        ["sgtin"] = code => _ = new OrderSgtinsRequest { Orders = [new OrderSgtins { OrderId = 7, Sgtins = [code] }] },
        ["uin"] = code => _ = new OrderUinsRequest { Orders = [new OrderUin { OrderId = 7, Uin = code }] },
        ["imei"] = code => _ = new OrderImeisRequest { Orders = [new OrderImei { OrderId = 7, Imei = code }] },
        ["gtin"] = code => _ = new OrderGtinsRequest { Orders = [new OrderGtin { OrderId = 7, Gtin = code }] },
        ["declaration"] = code => _ = new OrderCustomsDeclarationsRequest { Orders = [new OrderCustomsDeclaration { OrderId = 7, CustomsDeclaration = code }] },
        ["country"] = code => _ = new OrderCustomsDeclarationsRequest
        {
            Orders = [new OrderCustomsDeclaration { OrderId = 7, CustomsDeclaration = "10704010/010624/0000302", OriginCountryCode = code[^2..] }],
        },
        ["code of the buyer"] = code => _ = new OrderCodesRequest { Orders = [new OrderCode { OrderId = 7, Code = code }] },
    };

    public static TheoryData<string, string, string> BrokenCodes =>
    [
        .. Codes.Keys.SelectMany(kind => new[] { (kind, "\0", "a NUL character"), (kind, "\ud83d", "half of a surrogate pair") }),
        ("code of the buyer", "", "missing or blank"),
        ("code of the buyer", " ", "missing or blank"),
    ];

    [Theory]
    [MemberData(nameof(BrokenCodes))]
    public void A_code_that_is_no_text_is_refused_and_not_shown(string kind, string broken, string fault)
    {
        int length = kind switch { "uin" => 16, "imei" => 15, "gtin" => 13, _ => 17 };
        string code = string.IsNullOrWhiteSpace(broken) && broken != "\0" ? broken : new string('1', length - 1) + broken;
        var error = Assert.Throws<ArgumentException>(() => Codes[kind](code));
        Assert.Equal("Orders", error.ParamName);
        Assert.Contains("order 7)", error.Message, StringComparison.Ordinal);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1111", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_row_that_would_fail_the_whole_request_is_named(string fault)
    {
        var error = Assert.Throws<ArgumentException>(Bad[fault]);
        Assert.Equal("Orders", error.ParamName);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }
}
