using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Snippets;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DbsOrders;
using Wildberries.Sdk.DbwOrders;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.PickupOrders;
using Wildberries.Sdk.Tests.House;
using Wildberries.Sdk.Users;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.IntegrationTests.Docs;

/// <summary>What the page about telemetry says of personal data in logs: who prints it, and that its recipes do not.</summary>
public sealed class TelemetryTests
{
    private const string Private = "Алевтина Петрова";

    private static readonly OrderAddress Address = new() { FullAddress = Private };

    // The types of the page's table. Car and tax numbers, which are checked, are left out.
    private static readonly object[] Holders =
    [
        new Chat { ClientName = Private, ReplySign = Private, LastMessage = new LastMessage { Text = Private } },
        new ChatMessage { Text = Private },
        new LastMessage { Text = Private },
        new ChatEvent { ClientName = Private, ReplySign = Private, Message = new ChatMessage { Text = Private } },
        new NewFbsOrder { Comment = Private, Address = Address },
        new FbsOrder { Comment = Private, Address = Address },
        new FbsOrderRecord { Id = 1, Order = new FbsOrder { Comment = Private, Address = Address } },
        new NewDbwOrder { Comment = Private, Address = Address },
        new FinishedDbwOrder { Comment = Private, Address = Address },
        new NewDbsOrder { Comment = Private, Address = Address },
        new FinishedDbsOrder { Comment = Private, Address = Address },
        new FbsBuyer { FirstName = Private, LastName = Private, MiddleName = Private, FullName = Private, Phone = Private, PhoneCode = Private },
        new DbwBuyer { FirstName = Private, FullName = Private, Phone = Private, ReplacementPhone = Private, AdditionalPhones = [Private] },
        new DbsBuyer { FirstName = Private, FullName = Private, Phone = Private, PhoneCode = Private, ReplacementPhone = Private, AdditionalPhoneCodes = [Private] },
        new PickupBuyer { FirstName = Private, Phone = Private, PhoneCode = Private },
        new BusinessBuyer { Name = Private, Inn = Private, Kpp = Private },
        new OrderCode { OrderId = 1, Code = Private },
        new CheckPickupCodeRequest { OrderCode = "170046918-0011", Code = Private },
        new CourierContacts { FullName = Private, Phone = Private, CarNumber = Private },
        new OrderCourier { OrderId = 1, Courier = new Courier { Contacts = new CourierContacts { FullName = Private, Phone = Private, CarNumber = Private } } },
        new WarehouseContact { Phone = Private, Comment = Private },
        new WarehouseContactsRequest { Contacts = [new WarehouseContact { Phone = "+79998887766", Comment = Private }] },
        new Pass { FirstName = Private, LastName = Private, CarModel = Private, CarNumber = Private },
        new PassRequest { FirstName = Private, LastName = Private, CarModel = Private, CarNumber = "А456ВС77", OfficeId = 1 },
        new SpotInfo { CarrierName = Private, CarrierTaxNumber = Private, VehicleRegistrationNumber = Private, TrailerRegistrationNumber = Private },
        new SpotData { CarrierName = Private, CarrierTaxNumber = "01234567890123", CarrierCountryCode = "417", VehicleRegistrationNumber = "01KG123ABC" },
        new SellerUser { FirstName = Private, SecondName = Private, Patronymic = Private, Email = Private, Phone = Private },
        new InvitationInfo { PhoneNumber = Private },
        new Invitee { PhoneNumber = Private },
        new InvitationResponse { InviteUrl = Private },
        new MarkingDetail { Value = Private },
        new OrderMarkingCodes { OrderId = 1, Kind = MarkingCodeKind.Uin, Codes = [Private] },
        Sgtin.Read(Private),
        new OrderSticker { File = Private },
        new CrossBorderSticker { File = Private },
    ];

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, Holders.Length)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void The_text_of_an_object_tells_nothing_personal_and_its_members_tell_all(int index)
    {
        object holder = Holders[index];
        Assert.DoesNotContain(Private, $"{holder}", StringComparison.Ordinal);
        Assert.DoesNotContain(Private, Logged("{Value}", holder, new LoggerConfiguration()), StringComparison.Ordinal);
        Assert.Contains(Private, Logged("{@Value}", holder, new LoggerConfiguration()), StringComparison.Ordinal);
        Assert.Contains(Private, JsonConvert.SerializeObject(holder), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void The_recipes_tell_nothing_personal_wherever_the_object_stands(int index)
    {
        object holder = Holders[index];
        var mine = new { Shop = "toys", Objects = new List<object> { holder } };
        string logged = Logged("{@Value}", mine, new LoggerConfiguration().Destructure.With<SdkAsText>());
        Assert.DoesNotContain(Private, logged, StringComparison.Ordinal);
        Assert.Contains("toys", logged, StringComparison.Ordinal);
        Assert.Contains(holder.GetType().Name, logged, StringComparison.Ordinal);
        string json = Snippets.Telemetry.ForLog(mine);
        Assert.DoesNotContain(Private, json, StringComparison.Ordinal);
        Assert.Contains("toys", json, StringComparison.Ordinal);
        Assert.Contains(holder.GetType().Name, json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_the_list_of_these_tests()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "en", "telemetry.md"));
        var named = lines.SkipWhile(line => !line.StartsWith("| Type |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .SelectMany(row => row.Split('|')[1].Split('`').Where((_, place) => place % 2 == 1)).Select(name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        // A sticker has a test of its own.
        Assert.Equal(Holders.Select(holder => holder.GetType().Name).Append("Sticker").Distinct().Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sticker_is_told_by_its_number()
    {
        string logged = Logged(
            "{@Value}",
            new Sticker<long> { Id = 7, Format = StickerFormat.Png, Content = Encoding.UTF8.GetBytes(Private) },
            new LoggerConfiguration().Destructure.With<SdkAsText>());
        Assert.Contains("Id = 7", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("Content", logged, StringComparison.Ordinal);
    }

    private static string Logged(string template, object value, LoggerConfiguration configuration)
    {
        var sink = new Sink();
        using (Logger log = configuration.WriteTo.Sink(sink).CreateLogger())
            log.Information(template, value);
        return sink.Text.ToString();
    }

    private sealed class Sink : ILogEventSink
    {
        public StringBuilder Text { get; } = new();

        public void Emit(LogEvent logEvent) => Text.Append(logEvent.RenderMessage(CultureInfo.InvariantCulture));
    }
}
