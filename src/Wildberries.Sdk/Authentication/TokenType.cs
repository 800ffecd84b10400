namespace Wildberries.Sdk.Authentication;

/// <summary>What a token was created for. It decides which operations the token may call and how often.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/authorization"/>.</remarks>
public enum TokenType
{
    /// <summary>The token does not say its type (older tokens), or WB added one that this version does not know.</summary>
    Unknown = 0,

    /// <summary>A base token: limited data and much lower rate limits.</summary>
    Base = 1,

    /// <summary>A test token: works on sandbox hosts only.</summary>
    Test = 2,

    /// <summary>A personal token: for the seller's own programs.</summary>
    Personal = 3,

    /// <summary>A service token: for one cloud service of WB's catalog.</summary>
    Service = 4,
}
