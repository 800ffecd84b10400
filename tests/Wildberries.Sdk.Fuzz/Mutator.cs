using System.Text;
using System.Text.Json;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Spoils texts: by their bytes, and, of JSON, by their values, so that most of it stays JSON and gets as far as the code does.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "1.5", "1e2", "1e400", "-1e-400", "2147483648", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "18446744073709551616", "79228162514264337593543950336", "253402300800000", "-62135596800001", "0.1000000000000000000000000000000001",
        "\"\"", "\" \"", "\"-\"", "\"0\"", "\"1\"", "\"-1\"", "\"1,5\"", "\"1 039\"", "\"NaN\"", "\"Infinity\"", "\"null\"", "\"true\"", "\"text\"", "\"Ёлка\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\r\\n\"", "\"0001-01-01T00:00:00\"", "\"0001-01-01T00:00:00+03:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-13-45\"",
        "\"2026-11-23\"", "\"2026-11-23T12:00:00\"", "\"2026-11-23T12:00:00.123456789Z\"", "\"1e400\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":null}", "[1,\"a\",null,{}]", "\"" + new string('я', 3000) + "\"",
    ];

    private static readonly byte[][] Scraps =
    [
        "\uFEFF"u8.ToArray(), "\0"u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(),
        ":"u8.ToArray(), "null"u8.ToArray(), "\\ud83d"u8.ToArray(), "<html><title>"u8.ToArray(), "/*"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "&#x110000;&lt"u8.ToArray(),
        [0xC3], [0xFF, 0xFE], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], "\u202E\u200B"u8.ToArray(), "1e9999999"u8.ToArray(), "eyJhbGciOiJFUzI1NiJ9"u8.ToArray(),
    ];

    /// <summary>JSON with some of its values changed, and sometimes broken.</summary>
    public byte[] Json(byte[] valid)
    {
        byte[] text = valid;
        for (int i = random.Next(4); i > 0; i--)
            text = ChangeValue(text);
        return random.Next(3) == 0 ? Bytes(text) : text;
    }

    /// <summary>Any text, spoiled without regard for what it is.</summary>
    public byte[] Bytes(byte[] text)
    {
        for (int i = 1 + random.Next(4); i > 0; i--)
            text = ChangeBytes(text);
        return text;
    }

    /// <summary>A text for a header: anything but line breaks, which no transport would pass on.</summary>
    public string Header() => random.Next(12) switch
    {
        0 => "",
        1 => random.Next(-5, 100).ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 => (random.NextDouble() * 10).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => "1,5",
        4 => new string('9', random.Next(1, 400)),
        5 => "-" + new string('0', random.Next(1, 400)) + "1",
        6 => "1e" + random.Next(1, 400).ToString(System.Globalization.CultureInfo.InvariantCulture),
        7 => "NaN",
        8 => "Infinity",
        9 => "Fri, 31 Dec 9999 23:59:59 GMT",
        10 => "∞ секунд",
        _ => Encoding.Latin1.GetString(RandomBytes(random.Next(40))).Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' '),
    };

    /// <summary>Puts a text somewhere into another, whole.</summary>
    public byte[] Insert(byte[] text, string what)
    {
        int at = random.Next(text.Length + 1);
        return [.. text.AsSpan(0, at), .. Encoding.UTF8.GetBytes(what), .. text.AsSpan(at)];
    }

    public T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private byte[] ChangeValue(byte[] text)
    {
        List<(int Start, int End, bool IsName)> places = Places(text);
        if (places.Count == 0)
            return text;
        (int start, int end, bool isName) = places[random.Next(places.Count)];
        if (isName)
        {
            // A name that is missing, twice there, or another one's.
            (int otherStart, int otherEnd, bool otherIsName) = places[random.Next(places.Count)];
            return otherIsName ? [.. text.AsSpan(0, start), .. text.AsSpan(otherStart, otherEnd - otherStart), .. text.AsSpan(end)] : text;
        }

        if (random.Next(20) == 0)
        {
            // Very deep, or many times the same.
            byte[] value = text.AsSpan(start, end - start).ToArray();
            bool deep = random.Next(2) == 0;
            int times = random.Next(2, deep ? 2000 : 50);
            var many = new List<byte>(times * (deep ? 1 : value.Length + 1)) { (byte)'[' };
            for (int i = 0; i < times; i++)
                many.AddRange(deep ? "["u8 : [.. value, (byte)',']);
            many.AddRange(value);
            many.AddRange(Enumerable.Repeat((byte)']', deep ? times + 1 : 1));
            return [.. text.AsSpan(0, start), .. many, .. text.AsSpan(end)];
        }

        return [.. text.AsSpan(0, start), .. Encoding.UTF8.GetBytes(Any(Values)), .. text.AsSpan(end)];
    }

    // Where values and names stand; of objects and arrays, the whole.
    private static List<(int Start, int End, bool IsName)> Places(byte[] text)
    {
        var places = new List<(int, int, bool)>();
        var open = new Stack<int>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 10_000 });
        try
        {
            while (reader.Read())
            {
                int start = (int)reader.TokenStartIndex, end = (int)reader.BytesConsumed;
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartArray or JsonTokenType.StartObject:
                        open.Push(start);
                        break;
                    case JsonTokenType.EndArray or JsonTokenType.EndObject:
                        places.Add((open.Pop(), end, false));
                        break;
                    case JsonTokenType.PropertyName:
                        // The token ends with the colon.
                        places.Add((start, start + reader.ValueSpan.Length + 2, true));
                        break;
                    default:
                        places.Add((start, end, false));
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // What came before has places enough.
        }

        return places;
    }

    private byte[] ChangeBytes(byte[] text)
    {
        int at = random.Next(text.Length + 1);
        int length = random.Next(text.Length - at + 1);
        ReadOnlySpan<byte> before = text.AsSpan(0, at), rest = text.AsSpan(at);
        switch (random.Next(7))
        {
            case 0:
                return before.ToArray();
            case 1:
                return [.. before, .. rest[length..]];
            case 2:
                return [.. before, .. rest[..length], .. rest];
            case 3:
                return [.. before, .. RandomBytes(random.Next(1, 9)), .. rest];
            case 4:
                return [.. before, .. Any(Scraps), .. rest];
            case 5 when rest.Length > 0:
                byte[] changed = [.. text];
                changed[at] = (byte)random.Next(256);
                return changed;
            default:
                byte[] flipped = [.. text];
                if (rest.Length > 0)
                    flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
        }
    }

    private byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
