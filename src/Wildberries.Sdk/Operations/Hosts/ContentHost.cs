using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Cards of products, and the directories that they are filled in from: <c>content-api</c>.</summary>
[WildberriesApi("https://content-api.wildberries.ru", SandboxHost = "https://content-api-sandbox.wildberries.ru")]
[SharedRateLimit(Content, 100, 60, 5)]
[SharedRateLimit(CardLimitsAndErrors, 10, 60, 5)]
[SharedRateLimit(CardLimitsAndErrors, 2, 3600, 1, Tokens = TokenKinds.Base)]
[SharedRateLimit(Characteristics, 100, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit(Characteristics, 2, 3600, 1, Tokens = TokenKinds.Base)]
[SharedRateLimit(Tags, 100, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit(Tags, 2, 3600, 1, Tokens = TokenKinds.Base)]
[SharedRateLimit(Media, 100, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit(Media, 2, 3600, 1, Tokens = TokenKinds.Base)]
public static class ContentHost
{
    /// <summary>Every method of the category "Content" that has neither a limit of its own nor one of the groups below.</summary>
    public const string Content = "Content";

    /// <summary>How many cards may be created, and the cards that WB refused: one limit for both.</summary>
    public const string CardLimitsAndErrors = "limits and errors of cards";

    /// <summary>The values of characteristics: colours, genders, seasons, VAT rates.</summary>
    public const string Characteristics = "Characteristics";

    /// <summary>The seller's tags, which WB's pages call labels.</summary>
    public const string Tags = "Labels";

    /// <summary>Pictures and video of cards.</summary>
    public const string Media = "Media Files";
}
