using System.Buffers.Text;
using System.Text;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>A token in WB's form, for every category and of no seller, that nobody signed.</summary>
internal static class BenchmarkToken
{
    public static string Text { get; } = For("5c1d7a52-9c1e-4f5e-8a53-6d2f1b7c9e04");

    public static string For(string sellerId) => string.Join(
        '.',
        Encode("""{"alg":"ES256","kid":"20260101v1","typ":"JWT"}"""),
        Encode($$"""
            {"acc":3,"ent":1,"exp":4102444800,"for":"self","id":"0198d2c4-3b1e-7a7c-9d51-0f6f3c2a8b11","iid":12345678,"oid":1234567,"s":1073757950,"sid":"{{sellerId}}","t":false,"uid":12345678}
            """),
        Base64Url.EncodeToString([.. Enumerable.Range(0, 64).Select(i => (byte)(i * 37))]));

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
