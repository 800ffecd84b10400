using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.ContractTests.HandMade;

/// <summary>An interface that disagrees with <see cref="HandMadeDocuments"/> wherever it can.</summary>
[WildberriesApi("https://other-api.wildberries.ru", SandboxHost = "https://other-api-sandbox.wildberries.ru")]
[SharedRateLimit("Notes", 1, 1, 1)]
internal interface IWrongApi
{
    [Post("/api/v1/things/{id}")]
    [Operation(TokenCategory.Prices, OperationAccess.Write, TokenKinds = TokenKinds.Service | TokenKinds.Base)]
    [RateLimit(4, 60, 5, Tokens = TokenKinds.Personal)]
    [RateLimit(3, 60, 5, Tokens = TokenKinds.Personal)]
    [RateLimit(3, 60, 6, Tokens = TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 2, Tokens = TokenKinds.Base)]
    Task<WrongPage> FindAsync(
        string id,
        long page,
        [AliasAs("tags")] string tag,
        [Body] WrongQuery? query = null,
        DateOnly? day = null,
        string? extra = null,
        CancellationToken cancellationToken = default);

    [Multipart]
    [Post("/api/v1/things/notes")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = "Notes", Sandbox = true)]
    Task<WrongNote> NoteAsync(string? note = null, [AliasAs("file")] string? files = null, CancellationToken cancellationToken = default);

    [Get("/api/v1/things/file")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = "Notes")]
    Task<RightPage> FileAsync([Body] RightQuery query, CancellationToken cancellationToken = default);

    [Get("/api/v1/things/old")]
    [Operation(TokenCategory.Content, OperationAccess.Read)]
    Task OldAsync(CancellationToken cancellationToken = default);

    [Put("/api/v1/things/{id}")]
    [Operation(TokenCategory.Content, OperationAccess.Read)]
    Task NoSuchVerbAsync(long id, CancellationToken cancellationToken = default);

    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task PingAsync(CancellationToken cancellationToken = default);
}
