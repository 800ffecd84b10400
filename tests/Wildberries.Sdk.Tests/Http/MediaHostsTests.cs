using Wildberries.Sdk.Http;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>Links stand in WB's answers, and somebody else may have had a hand in them: nothing but WB's storage is asked.</summary>
public sealed class MediaHostsTests
{
    private static readonly Uri Wb = new("https://returns-api.wildberries.ru/");
    private static readonly Uri Emulator = new("http://127.0.0.1:5000/returns-api/");

    [Theory]
    [InlineData("//photos.wbstatic.net/claim/1.webp", "https://photos.wbstatic.net/claim/1.webp")]
    [InlineData(" //video.wbstatic.net/claim/1.mp4\n", "https://video.wbstatic.net/claim/1.mp4")]
    [InlineData("https://feedback04.wbbasket.ru/vol1/photos/fs.webp", "https://feedback04.wbbasket.ru/vol1/photos/fs.webp")]
    [InlineData("https://FEEDBACK04.WBBASKET.RU:443/fs.webp", "https://feedback04.wbbasket.ru/fs.webp")]
    [InlineData("https://static-basket-03.wb.ru/1.jpg", "https://static-basket-03.wb.ru/1.jpg")]
    [InlineData("https://wb.ru/1.jpg", "https://wb.ru/1.jpg")]
    public void A_file_is_fetched_from(string link, string address) => Assert.Equal(address, Hosts(Wb).Parse(link, "link").AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("photos/1.webp")]
    [InlineData("/photos/1.webp")]
    [InlineData("//")]
    [InlineData("http://photos.wbstatic.net/1.webp")]
    [InlineData("ftp://photos.wbstatic.net/1.webp")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("https://photos.wbstatic.net:8443/1.webp")]
    [InlineData("https://user@photos.wbstatic.net/1.webp")]
    [InlineData("https://photos.wbstatic.net@evil.example/1.webp")]
    [InlineData("//photos.wbstatic.net\\@evil.example:81/1.webp")]
    [InlineData("//evil.example/photos.wbstatic.net")]
    [InlineData("//photos.wbstatic.net.evil.example/1.webp")]
    [InlineData("//evilwbstatic.net/1.webp")]
    [InlineData("//photos.wbstatic.net./1.webp")]
    [InlineData("//photos.wbstatiс.net/1.webp")] // a Cyrillic с
    [InlineData("//photos.wbstatic。net.evil.example/1.webp")]
    [InlineData("//127.0.0.1/1.webp")]
    [InlineData("//127.0.0.1:5000/1.webp")]
    [InlineData("//[::1]/1.webp")]
    [InlineData("//localhost/1.webp")]
    [InlineData("//169.254.169.254/latest/meta-data")]
    [InlineData("//0x7f000001/1.webp")]
    [InlineData("//2130706433/1.webp")]
    public void A_file_is_not_fetched_from(string link) => Assert.Equal("link", Assert.ThrowsAny<ArgumentException>(() => Hosts(Wb).Parse(link, "link")).ParamName);

    [Fact]
    public void Of_this_machine_a_clients_own_emulator_only()
    {
        MediaHosts hosts = Hosts(Emulator);
        Assert.Equal("http://127.0.0.1:5000/photos/1.webp", hosts.Parse("//127.0.0.1:5000/photos/1.webp", "link").AbsoluteUri);
        Assert.Equal("http://127.0.0.1:5000/photos/1.webp", hosts.Parse("http://127.0.0.1:5000/photos/1.webp", "link").AbsoluteUri);
        foreach (string link in (string[])["//127.0.0.1:5001/1.webp", "https://127.0.0.1:5000/1.webp", "http://localhost:5000/1.webp", "http://127.0.0.1/1.webp"])
            Assert.Throws<ArgumentException>("link", () => hosts.Parse(link, "link"));
    }

    [Fact]
    public void A_new_domain_of_WB_can_be_named_and_nothing_else()
    {
        MediaHosts hosts = new(Wb, ["wbnew.example"], "options");
        Assert.Equal("https://a.wbnew.example/1", hosts.Parse("//a.wbnew.example/1", "link").AbsoluteUri);
        Assert.Throws<ArgumentException>("link", () => hosts.Parse("//awbnew.example/1", "link"));
        Assert.Equal("https://wbnew.example/", hosts.HostOf(new Uri("https://a.wbnew.example/1")).AbsoluteUri);
        foreach (string? domain in (string?[])["", "localhost", ".ru", "10.0.0.1", "a b.ru", "https://a.ru", "*.wb.ru", null])
            Assert.Throws<ArgumentException>("options", () => new MediaHosts(Wb, [domain!], "options"));
    }

    [Fact]
    public void A_refusal_names_the_host_and_nothing_of_the_path()
    {
        var error = Assert.Throws<ArgumentException>("link", () => Hosts(Wb).Parse("https://evil.example/Иванов/1.webp", "link"));
        Assert.Contains("https://evil.example", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1.webp", error.Message, StringComparison.Ordinal);
    }

    private static MediaHosts Hosts(Uri client) => new(client, [], "options");
}
