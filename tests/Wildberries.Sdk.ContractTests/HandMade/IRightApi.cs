using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.ContractTests.HandMade;

/// <summary>An interface that agrees with <see cref="HandMadeDocuments"/> in everything.</summary>
[WildberriesApi("https://things-api.wildberries.ru", SandboxHost = "https://things-api-sandbox.wildberries.ru")]
[SharedRateLimit("Things", 3, 60, 1, Tokens = TokenKinds.Personal | TokenKinds.Service)]
[SharedRateLimit("Things", 1, 3600, 1, Tokens = TokenKinds.Base)]
internal interface IRightApi
{
    [Post("/api/v1/things/{id}")]
    [Operation(
        TokenCategory.Content,
        OperationAccess.Read,
        TokenKinds = TokenKinds.Personal | TokenKinds.Service,
        LimitGroup = "Things",
        ClientErrorCost = 10,
        Sandbox = true)]
    Task<RightPage> FindAsync(
        long id,
        DateOnly day,
        [Body] RightQuery query,
        long? page = null,
        [Query(CollectionFormat.Multi)] string[]? tags = null,
        CancellationToken cancellationToken = default);

    [Multipart]
    [Post("/api/v1/things/notes")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = "Things")]
    Task<RightNote> NoteAsync(
        string note, string? title = null, [AliasAs("file")] IEnumerable<ByteArrayPart>? files = null, CancellationToken cancellationToken = default);

    [Get("/api/v1/things/file")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(1, 1, 1)]
    Task<HttpResponseMessage> FileAsync(CancellationToken cancellationToken = default);

    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, Sandbox = true)]
    [RateLimit(3, 30, 99)]
    Task<RightPing> PingAsync(CancellationToken cancellationToken = default);
}
