using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Errors;

/// <summary>
/// The token may not call this operation (403): it lacks the category, is read only, or is of a type that WB does not allow here.
/// Also thrown before the network, with <see cref="WildberriesApiException.StatusCode"/> <see langword="null"/>, when the token itself
/// says that WB would refuse. Do not repeat the call: create a token with what <see cref="Exception.Message"/> names.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/introduction/Status-kody-HTTP"/>.</remarks>
public sealed class WildberriesAccessException : WildberriesApiException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, in one line.</param>
    public WildberriesAccessException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What happened, in one line.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public WildberriesAccessException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WildberriesAccessException(ErrorAnswer answer)
        : base(answer)
    {
    }

    /// <summary>
    /// The category that the operation needs. <see cref="TokenCategory.None"/>: any category will do, or WB refused and did not say.
    /// </summary>
    public TokenCategory RequiredCategory { get; init; }

    /// <summary>The categories that the token has. <see cref="TokenCategory.None"/> also when not known.</summary>
    public TokenCategory TokenCategories { get; init; }

    /// <summary>The kinds of token that may call the operation. <see cref="TokenKinds.None"/>: not known.</summary>
    public TokenKinds AllowedTokenKinds { get; init; }

    /// <summary>The type of the token. <see cref="TokenType.Unknown"/> also when not known.</summary>
    public TokenType TokenType { get; init; }
}
