using System.Text;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Errors;

public sealed class RedactionTests
{
    private const string Secret = "Client-secret/9f27+c1";

    private static readonly Redaction Known = new(TestTokens.Create(), Secret);

    [Theory]
    [InlineData("Your request was refused: token has expired; ask the seller for a new one (request 1b21-77)")]
    [InlineData("Неверная подпись: client secret is wrong, Authorization header, eyeJay, 100%, a&b, c:\\temp\\new")]
    [InlineData("invalid value \\u0441\\u043b for \"nmID\" &quot;12&quot; %D0%BC")]
    public void What_is_no_secret_stays_as_it_is(string text) => Assert.Equal(text, Known.Apply(text));

    [Fact]
    public void Only_the_secret_is_cut_out()
    {
        Assert.Equal("sent [redacted], twice: [redacted].", Known.Apply($"sent {Secret}, twice: {Secret}."));
        Assert.Equal("\"[redacted]\"!", Known.Apply($"\"{Uri.EscapeDataString(Secret)}\"!"));
        Assert.Equal("<b>[redacted]</b>", Known.Apply($"<b>{Secret.Replace("/", "&sol;", StringComparison.Ordinal).Replace("+", "&#43;", StringComparison.Ordinal)}</b>"));
        Assert.Equal("hex [redacted] end", Known.Apply($"hex {Convert.ToHexString(Encoding.ASCII.GetBytes(Secret)).ToLowerInvariant()} end"));
        Assert.Equal("[redacted] ok", Known.Apply("CLIENT-\u200BSECRET/ 9F27+C1 ok"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Base64_hides_nothing_wherever_the_secret_begins_in_it(int before)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(new string('x', before)), .. Encoding.ASCII.GetBytes(Secret), .. "yy"u8];
        string left = Known.Apply(Convert.ToBase64String(bytes)).Replace(Redaction.Redacted, "", StringComparison.Ordinal);
        Assert.InRange(left.Length, 0, 12);
    }

    [Fact]
    public void A_short_secret_is_found_as_it_is_and_hides_no_other_word()
    {
        var known = new Redaction("abc");
        Assert.Equal("[redacted] ABC", known.Apply("abc ABC"));
        Assert.Equal("say [redacted]", new Redaction("secret").Apply("say Sec ret"));
        Assert.Equal("abc", Redaction.None.Apply("abc"));
    }

    [Fact]
    public void A_text_of_the_longest_kind_takes_no_time_to_speak_of()
    {
        string text = string.Concat(Enumerable.Repeat("%2525&amp;\\u0026 ", 4096));
        long start = TimeProvider.System.GetTimestamp();
        Assert.Equal(text, new Redaction(new string('q', 8 * 1024)).Apply(text));

        // Some milliseconds; the bound only tells a quadratic search.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
