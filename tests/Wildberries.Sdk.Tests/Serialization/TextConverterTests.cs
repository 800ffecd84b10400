using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Tests.Serialization;

public sealed class TextConverterTests
{
    [Theory]
    [InlineData("\"11,2\"", "11.2")]
    [InlineData("\"35.65\"", "35.65")]
    [InlineData("\"1 039\"", "1039")]
    [InlineData("\"1\u00A0039\"", "1039")]
    [InlineData("\"1\u202F039\"", "1039")]
    [InlineData("\"1\u2009039\"", "1039")]
    [InlineData("\"1 039,5\"", "1039.5")]
    [InlineData("\"12 345 678,90\"", "12345678.90")]
    [InlineData("\"1039\"", "1039")]
    [InlineData("\" 48 \"", "48")]
    [InlineData("\"-1\"", "-1")]
    [InlineData("\"0,07\"", "0.07")]
    [InlineData("48", "48")]
    [InlineData("11.2", "11.2")]
    [InlineData("1e2", "100")]
    public void A_number_for_people_is_a_number(string json, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), ReadNumber(json));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("\"-\"")]
    public void No_number_is_null(string json) => Assert.Null(ReadNumber(json));

    [Theory]
    [InlineData("\"free\"")]
    [InlineData("\"1,039.50\"")]
    [InlineData("\"1.039,50\"")]
    [InlineData("\"11 2\"")]
    [InlineData("\"1 0390\"")]
    [InlineData("\"1,\"")]
    [InlineData("\",5\"")]
    [InlineData("\"1e2\"")]
    [InlineData("\"٣\"")]
    [InlineData("\"160%\"")]
    [InlineData("\"99999999999999999999999999999999\"")]
    [InlineData("1e99")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void What_is_no_number_never_becomes_nothing_unnoticed(string json) => Assert.Throws<JsonException>(() => ReadNumber(json));

    [Fact]
    public void Every_number_survives_writing_and_reading() => Gen.Decimal.Sample(number =>
    {
        var tariff = new WarehouseBoxTariff { DeliveryBase = number };
        string json = JsonSerializer.Serialize(tariff, CommonJsonContext.Default.WarehouseBoxTariff);
        return JsonSerializer.Deserialize(json, CommonJsonContext.Default.WarehouseBoxTariff)!.DeliveryBase == number;
    });

    [Fact]
    public void The_russian_form_of_every_number_is_read() => Gen.Int[-2_000_000_000, 2_000_000_000].Sample(cents =>
    {
        decimal number = cents / 100m;
        var russian = new NumberFormatInfo { NumberGroupSeparator = " ", NumberDecimalSeparator = "," };
        return ReadNumber($"\"{number.ToString("N2", russian)}\"") == number;
    });

    [Theory]
    [InlineData("\"2024-02-01\"", "2024-02-01")]
    [InlineData("\"2024-02-01T23:59:59+03:00\"", "2024-02-01")]
    [InlineData("\"2024-02-01 00:00:00\"", "2024-02-01")]
    [InlineData("\"\"", null)]
    [InlineData("\"-\"", null)]
    [InlineData("null", null)]
    [InlineData("\"0001-01-01\"", null)]
    [InlineData("\"0001-01-01T00:00:00\"", null)]
    public void A_day_may_be_missing(string json, string? expected) =>
        Assert.Equal(expected, ReadDay(json)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"01.02.2024\"")]
    [InlineData("\"2024-02-30\"")]
    [InlineData("\"2024-02-011\"")]
    [InlineData("20240201")]
    public void What_is_no_day_fails(string json) => Assert.Throws<JsonException>(() => ReadDay(json));

    [Theory]
    [InlineData("\"2025-02-05T14:10:35+03:00\"", "2025-02-05T11:10:35.0000000+00:00")]
    [InlineData("\"2025-02-05T14:10:35Z\"", "2025-02-05T14:10:35.0000000+00:00")]
    [InlineData("\"2025-02-05T14:10:35.123456789Z\"", "2025-02-05T14:10:35.1234567+00:00")]
    [InlineData("\"2025-02-05T14:10:35\"", "2025-02-05T11:10:35.0000000+00:00")]
    [InlineData("\"2025-02-05\"", "2025-02-04T21:00:00.0000000+00:00")]
    [InlineData("\"2025-02-05 14:10:35.123456+03:00\"", "2025-02-05T11:10:35.1234560+00:00")]
    [InlineData("\"2025-02-05 14:10:35+03:00\"", "2025-02-05T11:10:35.0000000+00:00")]
    [InlineData("\"2025-02-05 14:10:35\"", "2025-02-05T11:10:35.0000000+00:00")]
    [InlineData("\"0001-01-01 00:00:00+03:00\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"-\"", null)]
    [InlineData("null", null)]
    [InlineData("\"0001-01-01T00:00:00\"", null)]
    [InlineData("\"0001-01-01T00:00:00Z\"", null)]
    [InlineData("\"0001-01-01T00:00:00+03:00\"", null)]
    public void A_time_without_an_offset_is_moscow_time(string json, string? expected) =>
        Assert.Equal(expected, ReadTime(json)?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"today\"")]
    [InlineData("\"2025-02-05T25:00:00Z\"")]
    [InlineData("1738754435")]
    public void What_is_no_time_fails(string json) => Assert.Throws<JsonException>(() => ReadTime(json));

    [Fact]
    public void Days_and_times_survive_writing_and_reading() => Gen.Select(Gen.DateOnly, Gen.DateTimeOffset).Sample((day, time) =>
    {
        if (day.Year == 1 || time.Year == 1)
            return;
        string json = JsonSerializer.Serialize(new BoxTariffs { NextTariffDate = day }, CommonJsonContext.Default.BoxTariffs);
        Assert.Equal(day, JsonSerializer.Deserialize(json, CommonJsonContext.Default.BoxTariffs)!.NextTariffDate);
        json = JsonSerializer.Serialize(new NewsItem { Date = time }, CommonJsonContext.Default.NewsItem);
        Assert.Equal(time, JsonSerializer.Deserialize(json, CommonJsonContext.Default.NewsItem)!.Date);
    });

    [Theory]
    [InlineData("7", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("7.0", 7)]
    [InlineData("7e1", 70)]
    [InlineData("-7", -7)]
    [InlineData("null", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_number_comes_in_many_forms(string json, long expected) =>
        Assert.Equal(expected, JsonSerializer.Deserialize($$"""{"id":{{json}}}""", CommonJsonContext.Default.NewsItem)!.Id);

    [Theory]
    [InlineData("7.5")]
    [InlineData("\"\"")]
    [InlineData("\"7,0\"")]
    [InlineData("9223372036854775808")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_whole_number_fails(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"id":{{json}}}""", CommonJsonContext.Default.NewsItem));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("\"False\"", false)]
    [InlineData("null", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    public void A_boolean_may_be_text_or_a_digit(string json, bool expected) => Assert.Equal(
        expected,
        JsonSerializer.Deserialize($$"""{"allowUnload":{{json}}}""", CommonJsonContext.Default.AcceptanceCoefficient)!.AllowUnload);

    [Theory]
    [InlineData("2")]
    [InlineData("\"yes\"")]
    public void What_is_no_boolean_fails(string json) => Assert.Throws<JsonException>(
        () => JsonSerializer.Deserialize($$"""{"allowUnload":{{json}}}""", CommonJsonContext.Default.AcceptanceCoefficient));

    [Theory]
    [InlineData("\"150х200\"", "150х200")]
    [InlineData("\"\"", "")]
    [InlineData("46", "46")]
    [InlineData("4680001234567890123", "4680001234567890123")]
    [InlineData("0.50", "0.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    public void A_text_may_come_as_a_number_or_a_boolean(string json, string? expected) =>
        Assert.Equal(expected, JsonSerializer.Deserialize($$"""{"header":{{json}}}""", CommonJsonContext.Default.NewsItem)!.Header);

    [Theory]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    public void What_is_no_text_fails(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"header":{{json}}}""", CommonJsonContext.Default.NewsItem));

    [Fact]
    public async Task A_text_that_is_cut_by_the_buffer_is_read_whole()
    {
        // The reader gets the body in pieces of a few bytes, so that numbers and texts lie across them.
        using var body = new DrippingStream("""{"id":12345678901,"header":98765432109876,"content":"Новый склад"}""");
        var options = new JsonSerializerOptions(CommonJsonContext.Default.Options) { DefaultBufferSize = 1 };
        NewsItem item = (await JsonSerializer.DeserializeAsync(
            body, (JsonTypeInfo<NewsItem>)options.GetTypeInfo(typeof(NewsItem)), TestContext.Current.CancellationToken))!;
        Assert.Equal((12345678901, "98765432109876", "Новый склад"), (item.Id, item.Header, item.Content));
    }

    [Fact]
    public void The_keys_of_a_map_are_texts()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = TextConverterTestsJsonContext.Default, Converters = { new StringConverter() } };
        var info = (JsonTypeInfo<IReadOnlyDictionary<string, string>>)options.GetTypeInfo(typeof(IReadOnlyDictionary<string, string>));
        IReadOnlyDictionary<string, string> map = JsonSerializer.Deserialize("""{"ключ":5,"b":"x"}""", info)!;
        Assert.Equal([("ключ", "5"), ("b", "x")], map.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal("""{"a":"1"}""", JsonSerializer.Serialize(new Dictionary<string, string> { ["a"] = "1" }, info));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2)]
    [InlineData("\"5\"", 5)]
    [InlineData("77", 77)]
    [InlineData("\"\"", 0)]
    [InlineData("null", null)]
    public void A_kind_of_supply_may_be_unknown(string json, int? expected) => Assert.Equal(
        expected,
        JsonSerializer.Deserialize($$"""{"boxTypeID":{{json}}}""", CommonJsonContext.Default.AcceptanceCoefficient)!.BoxTypeId?.Value);

    [Fact]
    public void Numbers_and_booleans_are_written_as_such()
    {
        string json = JsonSerializer.Serialize(
            new AcceptanceCoefficient { WarehouseId = 5, AllowUnload = true, Coefficient = 1.5m, BoxTypeId = BoxType.Monopallets },
            CommonJsonContext.Default.AcceptanceCoefficient);
        Assert.Contains("\"warehouseID\":5,", json, StringComparison.Ordinal);
        Assert.Contains("\"allowUnload\":true,", json, StringComparison.Ordinal);
        Assert.Contains("\"coefficient\":1.5,", json, StringComparison.Ordinal);
        Assert.Contains("\"boxTypeID\":5,", json, StringComparison.Ordinal);
    }

    private static decimal? ReadNumber(string json) =>
        JsonSerializer.Deserialize($$"""{"boxDeliveryBase":{{json}}}""", CommonJsonContext.Default.WarehouseBoxTariff)!.DeliveryBase;

    private static DateOnly? ReadDay(string json) =>
        JsonSerializer.Deserialize($$"""{"dtNextBox":{{json}}}""", CommonJsonContext.Default.BoxTariffs)!.NextTariffDate;

    private static DateTimeOffset? ReadTime(string json) =>
        JsonSerializer.Deserialize($$"""{"date":{{json}}}""", CommonJsonContext.Default.NewsItem)!.Date;

    private sealed class DrippingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 3)], cancellationToken);
    }
}

[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class TextConverterTestsJsonContext : JsonSerializerContext;
