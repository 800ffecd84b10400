using System.Text;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Texts that may be tokens: each is one, or is refused in words that hold no part of it.</summary>
internal sealed class TokenTarget : Target
{
    // What is shorter can stand in any message by chance.
    private const int ShortestSecret = 16;

    private static readonly byte[][] Payloads =
    [
        """{"acc":3,"ent":1,"exp":1781000000,"for":"self","id":"0198d2c4-3b1e-7a7c-9d51-0f6f3c2a8b11","s":1073741832,"sid":"5c1d7a52-9c1e-4f5e-8a53-6d2f1b7c9e04","t":false,"uid":7}"""u8.ToArray(),
        """{"acc":4,"exp":"1781000000","for":"asid:7f0c2f6e-0b55-4d0a-9a5e-2f5f0f4a1c77","id":"x","s":"18446744073709551615","sid":"y","oid":12,"t":true}"""u8.ToArray(),
        """{"id":"","iid":1,"oid":"12","s":0,"sandbox":true,"uid":[]}"""u8.ToArray(),
    ];

    public override string Name => "tokens";

    public override string? Run(Random random)
    {
        var mutator = new Mutator(random);
        byte[] payload = mutator.Any(Payloads);
        string text = random.Next(3) switch
        {
            0 => TestTokens.FromPayload(mutator.Bytes(payload)),
            1 => TestTokens.FromPayload(mutator.Json(payload)),
            _ => Encoding.UTF8.GetString(mutator.Bytes(Encoding.UTF8.GetBytes(TestTokens.FromPayload(payload)))),
        };
        string? fault = Judged(text);
        return fault is null ? null : $"{fault}\n    {text}";
    }

    private static string? Judged(string text)
    {
        bool isToken = WildberriesToken.TryParse(text, out WildberriesToken? token);
        try
        {
            WildberriesToken parsed = WildberriesToken.Parse(text);
            if (!isToken || token is null)
                return "Parse takes what TryParse refuses";
            var credentials = new WildberriesCredentials(text, "secret");
            _ = (parsed.IsExpired(TimeProvider.System), parsed.ExpiresWithin(TimeSpan.FromDays(1), TimeProvider.System), parsed.Allows(TokenCategory.Content));
            return Shown(text, $"{parsed}{token}{credentials}{parsed.ExpiresAt}{parsed.Categories}");
        }
        catch (FormatException exception)
        {
            return isToken ? "TryParse takes what Parse refuses" : Shown(text, exception.ToString());
        }
        catch (Exception exception)
        {
            return $"undocumented {exception}";
        }
    }

    private static string? Shown(string text, string told)
    {
        foreach (string part in text.Split('.'))
        {
            for (int i = 0; i + ShortestSecret <= part.Length; i += ShortestSecret)
            {
                if (told.Contains(part.AsSpan(i, ShortestSecret), StringComparison.Ordinal))
                    return $"a part of the token in \"{told}\"";
            }
        }

        return null;
    }
}
