using System.Net;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Operations;

/// <summary>
/// Everything the SDK knows of one WB operation: its route, who may call it and how often. Read from the attributes of the
/// operation's Refit method; a copy changed with <c>with</c> can be put in its place in <see cref="WildberriesOptions"/>.
/// </summary>
public sealed record WildberriesOperation
{
    /// <summary>The Refit interface that declares the operation.</summary>
    public required Type ApiType { get; init; }

    /// <summary>The name of the interface's method.</summary>
    public required string MethodName { get; init; }

    /// <summary>A short name for logs and metrics, for example <c>BuyerChat.SendMessage</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP verb.</summary>
    public required HttpMethod HttpMethod { get; init; }

    /// <summary>The path, with placeholders in braces.</summary>
    public required string Path { get; init; }

    /// <summary>The production host.</summary>
    public required Uri Host { get; init; }

    /// <summary>The sandbox host, or <see langword="null"/> if the operation has none.</summary>
    public Uri? SandboxHost { get; init; }

    /// <summary>The token category that the operation needs; <see cref="TokenCategory.None"/>: any token will do.</summary>
    public TokenCategory Category { get; init; }

    /// <summary>Whether the operation reads or writes.</summary>
    public OperationAccess Access { get; init; } = OperationAccess.Write;

    /// <summary>The kinds of token that may call it.</summary>
    public TokenKinds TokenKinds { get; init; } = TokenKinds.Any;

    /// <summary>Whether an answer without a body is no error: the method returns <see langword="null"/>, an empty list, or nothing anyway.</summary>
    public bool MayAnswerEmpty { get; init; }

    /// <summary>Whether the method gives a list as a whole, which is empty where the answer is.</summary>
    internal bool AnswersList { get; init; }

    /// <summary>Whether the method gives nothing, so that nobody reads the answer.</summary>
    internal bool AnswersNothing { get; init; }

    /// <summary>Whether the method gives the answer while it arrives, row by row or as a stream, so that it is never in memory as a whole.</summary>
    internal bool IsStreamed { get; init; }

    /// <summary>What the method's arguments must be.</summary>
    internal ParameterRules Parameters { get; init; } = ParameterRules.None;

    /// <summary>
    /// A status between 400 and 499 after which WB may have carried the operation out all the same (<see cref="Errors.Delivery.Unknown"/>), or
    /// <see langword="null"/>.
    /// </summary>
    public HttpStatusCode? UnclearStatus { get; init; }

    /// <summary>The rows of WB's table of limits, the group's if it is of one. Without a row the SDK does not limit the operation.</summary>
    public IReadOnlyList<RateLimit> RateLimits { get; init; } = [];

    /// <summary>The name of the group that shares the limit within the category, or <see langword="null"/>.</summary>
    public string? LimitGroup { get; init; }

    /// <summary>How many requests WB counts for one that it answers with a 4XX other than 429.</summary>
    public int ClientErrorCost { get; init; } = 1;

    /// <summary>
    /// Finds the limit that holds for a kind of token: its own row, else the row for any; a base token with a secret falls
    /// back to the service row, everything else to the base row.
    /// </summary>
    /// <param name="kind">One kind of token.</param>
    /// <returns>The limit, or <see langword="null"/> if the table has no row that holds.</returns>
    public RateLimit? FindRateLimit(TokenKinds kind)
    {
        RateLimit? any = null, service = null, basic = null;
        foreach (RateLimit limit in RateLimits)
        {
            if (limit.Tokens == TokenKinds.Any)
            {
                any ??= limit;
                continue;
            }

            if ((limit.Tokens & kind) != 0)
                return limit;
            if ((limit.Tokens & TokenKinds.Service) != 0)
                service ??= limit;
            if ((limit.Tokens & TokenKinds.Base) != 0)
                basic ??= limit;
        }

        return any ?? (kind == TokenKinds.BaseWithSecret ? service ?? basic : basic);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({HttpMethod} {Path})";
}
