using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Cards;

namespace Wildberries.Sdk.Tests.Cards;

public sealed class CharacteristicValueTests
{
    [Theory]
    [InlineData("""["красно-сиреневый","синий"]""", "красно-сиреневый|синий", null)]
    [InlineData("\"хлопок\"", "хлопок", null)]
    [InlineData("1300", "1300", "1300")]
    [InlineData("0.30", "0.30", "0.30")]
    [InlineData("[12.5]", "12.5", "12.5")]
    [InlineData("[1,2]", "1|2", null)]
    [InlineData("[null,\"a\"]", "a", null)]
    [InlineData("1e40", "1e40", null)]
    [InlineData("true", "true", null)]
    [InlineData("""{"unit":"см"}""", """{"unit":"см"}""", null)]
    [InlineData("[]", "", null)]
    [InlineData("null", "", null)]
    [InlineData("""["\ud83d"]""", """
        "\ud83d"
        """, null)]
    public void What_WB_sends_is_told_as_texts_and_as_a_number(string json, string texts, string? number)
    {
        CharacteristicValue value = Read(json);
        Assert.Equal(texts, string.Join('|', value.Texts));
        Assert.Equal(number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), value.Number);
        Assert.Equal(json, value.Json);
        Assert.Equal(json, value.ToString());
    }

    [Theory]
    [InlineData("1300.0")]
    [InlineData("1e2")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    [InlineData("[ \"\\u043a\\/\", \"к\" , 1.50 ]")]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""{"b":1,"a":[{}]}""")]
    [InlineData("null")]
    public void It_is_written_back_to_the_letter(string json)
    {
        CardCharacteristic read = JsonSerializer.Deserialize($$"""{"id":1,"value":{{json}}}""", CharacteristicValueTestsJsonContext.Default.CardCharacteristic)!;
        CardCharacteristicInput write = new() { Id = 1, Value = read.Value };
        Assert.Equal($$"""{"id":1,"value":{{json}}}""", JsonSerializer.Serialize(write, CharacteristicValueTestsJsonContext.Default.CardCharacteristicInput));
    }

    [Fact]
    public void What_a_program_makes_is_what_WB_takes()
    {
        Assert.Equal("[\"red\",\"\\u0441\\u0438\\u043D\\u0438\\u0439\"]", CharacteristicValue.OfTexts("red", "синий").Json);
        Assert.Equal("[]", CharacteristicValue.OfTexts().Json);
        Assert.Equal("0.893", CharacteristicValue.OfNumber(0.893m).Json);
        Assert.Equal("-5", CharacteristicValue.OfNumber(-5).Json);
        Assert.Equal("null", default(CharacteristicValue).Json);
        using var document = JsonDocument.Parse("""{"value":["a"]}""");
        CharacteristicValue value = CharacteristicValue.OfJson(document.RootElement.GetProperty("value"));
        document.Dispose();
        Assert.Equal(["a"], value.Texts);
        Assert.Equal(default, CharacteristicValue.OfJson(default));
        Assert.Throws<ArgumentException>("texts", () => CharacteristicValue.OfTexts("a", null!));
        Assert.Throws<ArgumentException>("texts", () => CharacteristicValue.OfTexts("\ud83d"));
        Assert.Throws<ArgumentNullException>("texts", () => CharacteristicValue.OfTexts((IEnumerable<string>)null!));
    }

    [Theory]
    [InlineData("1300", "1300.0", true)]
    [InlineData("[\"\\u0441\"]", "[\"с\"]", true)]
    [InlineData("""{"a":1,"b":2}""", """{ "b":2,"a":1 }""", true)]
    [InlineData("null", "null", true)]
    [InlineData("[1]", "1", false)]
    [InlineData("[\"a\",\"b\"]", "[\"b\",\"a\"]", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("[]", "null", false)]
    public void Two_are_equal_if_they_say_the_same(string one, string other, bool areEqual)
    {
        CharacteristicValue left = Read(one), right = Read(other);
        Assert.Equal(areEqual, left == right);
        Assert.Equal(!areEqual, left != right);
        Assert.Equal(areEqual, left.Equals((object)right));
        if (areEqual)
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_value()
    {
        byte[] json = [.. "{\"id\":1,\"value\":\""u8, 0xC3, (byte)'(', .. "\"}"u8];
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CharacteristicValueTestsJsonContext.Default.CardCharacteristic));
    }

    private static CharacteristicValue Read(string json) =>
        JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), CharacteristicValueTestsJsonContext.Default.CharacteristicValue);
}

[JsonSerializable(typeof(CharacteristicValue))]
[JsonSerializable(typeof(CardCharacteristic))]
[JsonSerializable(typeof(CardCharacteristicInput))]
internal sealed partial class CharacteristicValueTestsJsonContext : JsonSerializerContext;
