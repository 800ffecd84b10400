using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Documents;

/// <summary>Documents that WB makes for the seller: notices, acts, reports, each in one or several formats.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents"/>.</remarks>
[WildberriesApi(typeof(DocumentsHost))]
[Area<Areas.Documents>]
public interface IDocumentsApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the kinds of documents.</summary>
    /// <remarks>
    /// A base token may ask once a day.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/getV1DocumentsCategories"/>.
    /// </remarks>
    /// <param name="locale">The language of names; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The kinds.</returns>
    [Get("/api/v1/documents/categories")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    [RateLimit(1, 10, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 86400, 1, Tokens = TokenKinds.Base)]
    Task<DocumentCategoriesResponse> GetCategoriesAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the documents that WB has made for the seller.</summary>
    /// <remarks>
    /// <see cref="DocumentsApiExtensions.StreamDocumentsAsync"/> reads all pages. A base token may ask once a day, for one page.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/getV1DocumentsList"/>.
    /// </remarks>
    /// <param name="locale">The language of names; <see langword="null"/>: WB's default.</param>
    /// <param name="beginTime">The first day; only together with <paramref name="endTime"/>.</param>
    /// <param name="endTime">The last day; only together with <paramref name="beginTime"/>.</param>
    /// <param name="sort">By what to sort; only together with <paramref name="order"/>.</param>
    /// <param name="order">In which direction; only together with <paramref name="sort"/>.</param>
    /// <param name="category">The kind: <see cref="DocumentCategory.Name"/>; <see langword="null"/>: all.</param>
    /// <param name="serviceName">The one document; <see langword="null"/>: all.</param>
    /// <param name="limit">How many at most: 1 to 50; <see langword="null"/>: 50.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The documents.</returns>
    [Get("/api/v1/documents/list")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    [RateLimit(1, 10, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 86400, 1, Tokens = TokenKinds.Base)]
    Task<DocumentsResponse> GetDocumentsAsync(
        Locale? locale = null,
        DateOnly? beginTime = null,
        DateOnly? endTime = null,
        DocumentSort? sort = null,
        DocumentOrder? order = null,
        string? category = null,
        string? serviceName = null,
        [Range(1, 50)] int? limit = null,
        [Range(0, int.MaxValue)] int? offset = null,
        CancellationToken cancellationToken = default);

    /// <summary>Fetches a document in one format.</summary>
    /// <remarks>
    /// <see cref="DocumentsApiExtensions.DownloadAsync"/> writes the file to a stream as it arrives. A base token may ask once a day.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/getV1DocumentsDownload"/>.
    /// </remarks>
    /// <param name="serviceName">The document: <see cref="SellerDocument.ServiceName"/>.</param>
    /// <param name="extension">The format: one of <see cref="SellerDocument.Extensions"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, which the caller disposes: a <see cref="DocumentFileResponse"/>, with the file in base64 in one member.</returns>
    [Get("/api/v1/documents/download")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    [RateLimit(1, 10, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 86400, 1, Tokens = TokenKinds.Base)]
    Task<HttpResponseMessage> GetFileAsync([Required] string serviceName, [Required] string extension, CancellationToken cancellationToken = default);

    /// <summary>Fetches up to 50 documents in one archive.</summary>
    /// <remarks>
    /// <see cref="DocumentsApiExtensions.DownloadPackedAsync"/> writes the archive to a stream as it arrives. Once in five minutes; a base token may ask once a day.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/postV1DocumentsDownloadAll"/>.
    /// </remarks>
    /// <param name="request">The documents.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, which the caller disposes: a <see cref="DocumentFileResponse"/>, with the file in base64 in one member.</returns>
    [Post("/api/v1/documents/download/all")]
    [Operation(TokenCategory.Documents, OperationAccess.Read)]
    [RateLimit(1, 300, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 86400, 1, Tokens = TokenKinds.Base)]
    Task<HttpResponseMessage> GetPackedFilesAsync([Body] DocumentsDownloadRequest request, CancellationToken cancellationToken = default);
}
