using System.Buffers.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.IdentityModel.JsonWebTokens;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>Reading what a token says: the SDK beside Microsoft's library, for the same facts of the same token.</summary>
[MemoryDiagnoser]
public class TokenBenchmarks
{
    private readonly string _text = string.Join(
        '.',
        Encode("""{"alg":"ES256","kid":"20260101v1","typ":"JWT"}"""u8),
        Encode("""
            {"acc":3,"ent":1,"exp":1790000000,"for":"self","id":"0198d2c4-3b1e-7a7c-9d51-0f6f3c2a8b11","iid":12345678,"oid":1234567,"s":1073757950,"sid":"5c1d7a52-9c1e-4f5e-8a53-6d2f1b7c9e04","t":false,"uid":12345678}
            """u8),
        Encode(Enumerable.Range(0, 64).Select(i => (byte)(i * 37)).ToArray()));

    [Benchmark(Baseline = true)]
    public ulong JsonWebTokens()
    {
        var token = new JsonWebToken(_text);
        token.TryGetPayloadValue("acc", out long account);
        token.TryGetPayloadValue("for", out string? audience);
        token.TryGetPayloadValue("s", out long properties);
        token.TryGetPayloadValue("sid", out string? sellerId);
        token.TryGetPayloadValue("oid", out long sellerNumber);
        token.TryGetPayloadValue("id", out string? id);
        token.TryGetPayloadValue("t", out bool isTest);
        return (ulong)(account + audience!.Length + properties + sellerId!.Length + sellerNumber + id!.Length + token.ValidTo.Ticks)
            + (isTest ? 1UL : 0);
    }

    [Benchmark]
    public ulong WildberriesSdk()
    {
        WildberriesToken token = WildberriesToken.Parse(_text);
        return (ulong)((long)token.Type + token.SellerId!.Length + token.SellerNumber!.Value + token.TokenId!.Length)
            + (ulong)token.Categories + (ulong)token.ExpiresAt!.Value.Ticks + (token.IsReadOnly ? 1UL : 0) + (token.IsTest ? 1UL : 0);
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
