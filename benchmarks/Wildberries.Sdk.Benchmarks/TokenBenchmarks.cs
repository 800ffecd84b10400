using BenchmarkDotNet.Attributes;
using Microsoft.IdentityModel.JsonWebTokens;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>Reading what a token says: the SDK beside Microsoft's library, for the same facts of the same token.</summary>
[MemoryDiagnoser]
public class TokenBenchmarks
{
    private readonly string _text = BenchmarkToken.Text;

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
}
