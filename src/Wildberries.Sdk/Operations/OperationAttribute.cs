using System.Net;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Operations;

/// <summary>Says who may call a WB operation and what it does. Stands on each method of a Refit interface, beside its route.</summary>
/// <param name="category">The token category that it needs; <see cref="TokenCategory.None"/>: any token will do.</param>
/// <param name="access">Whether it reads or writes.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OperationAttribute(TokenCategory category, OperationAccess access) : Attribute
{
    /// <summary>The token category that the operation needs; <see cref="TokenCategory.None"/>: any token will do.</summary>
    public TokenCategory Category { get; } = category;

    /// <summary>Whether the operation reads or writes.</summary>
    public OperationAccess Access { get; } = access;

    /// <summary>The kinds of token that may call it.</summary>
    /// <value>The default is <see cref="TokenKinds.Any"/>.</value>
    public TokenKinds TokenKinds { get; init; } = TokenKinds.Any;

    /// <summary>
    /// The name of the group of operations that share one rate limit within a category, declared with
    /// <see cref="RateLimiting.SharedRateLimitAttribute"/>; <see langword="null"/> if the limit is the operation's own.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? LimitGroup { get; init; }

    /// <summary>How many requests WB counts for one that it answers with a 4XX other than 429, if not as many as the whole host.</summary>
    /// <value>The default is 0: the host's <see cref="WildberriesApiAttribute.ClientErrorCost"/> holds.</value>
    public int ClientErrorCost { get; init; }

    /// <summary>
    /// A status between 400 and 499 after which WB may have carried the operation out all the same, because its documents call it an unexpected result; 0:
    /// there is none, and each of them but 408 means that WB has done nothing.
    /// </summary>
    /// <value>The default is 0.</value>
    public HttpStatusCode UnclearStatus { get; init; }

    /// <summary>Whether WB may answer with success and no body, or <c>null</c>, which the method returns as <see langword="null"/>, or as an empty list.</summary>
    /// <value>
    /// The default is <see langword="false"/>: an empty body is an error, unless the method returns a plain <see cref="Task"/>; so is a
    /// <c>null</c>, unless the method returns a list.
    /// </value>
    public bool MayAnswerEmpty { get; init; }

    /// <summary>Whether the operation exists on the sandbox host.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Sandbox { get; init; }
}
