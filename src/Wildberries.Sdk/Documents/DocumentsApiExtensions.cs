using System.Text.Json;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Documents;

/// <summary>What is done with documents every day: reading the whole list, and downloading files as they arrive.</summary>
public static class DocumentsApiExtensions
{
    /// <summary>Reads the list of documents over all pages, the earliest first.</summary>
    /// <remarks>
    /// WB gives 50 at once, and a call in ten seconds after the first five; a base token gets one call a day. Remembers the ids of all documents.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/getV1DocumentsList"/>.
    /// </remarks>
    /// <param name="api">The documents.</param>
    /// <param name="from">The first day; together with <paramref name="to"/>, or both <see langword="null"/>: all.</param>
    /// <param name="to">The last day.</param>
    /// <param name="category">The kind: <see cref="DocumentCategory.Name"/>; <see langword="null"/>: all.</param>
    /// <param name="locale">The language of names; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The documents. One whose id cannot be read comes as often as WB sends it.</returns>
    /// <exception cref="ArgumentException">Only one day is given, or the last is before the first.</exception>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<SellerDocument> StreamDocumentsAsync(
        this IDocumentsApi api,
        DateOnly? from = null,
        DateOnly? to = null,
        string? category = null,
        Locale? locale = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        if (from is null != to is null)
            throw new ArgumentException("WB takes the first and the last day only together.", from is null ? nameof(from) : nameof(to));
        if (from is { } first && to is { } last)
            Argument.Period(first, last, nameof(to));
        return Pager.ByOffset(
            "Documents.GetDocuments",
            DocumentLimits.MaxPage,
            ListEnd.ShortPage,
            async (offset, token) => new Page<SellerDocument>((await api.GetDocumentsAsync(
                locale, from, to, DocumentSort.CreatedAt, DocumentOrder.Ascending, category, limit: DocumentLimits.MaxPage, offset: offset, cancellationToken: token)
                .ConfigureAwait(false)).Data?.Documents),
            static document => document.ServiceName.Length > 0 ? document.ServiceName : null,
            cancellationToken);
    }

    /// <summary>Downloads a document in one format into a stream, as it arrives: however large it is, little of it is in memory.</summary>
    /// <remarks>
    /// WB tells neither size nor checksum: the file counts as whole when its base64 and the JSON around it have come to their end. A base token gets one call a day.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/getV1DocumentsDownload"/>.
    /// </remarks>
    /// <param name="api">The documents.</param>
    /// <param name="serviceName">The document: <see cref="SellerDocument.ServiceName"/>.</param>
    /// <param name="extension">The format: one of <see cref="SellerDocument.Extensions"/>.</param>
    /// <param name="destination">Where the file is written to; it stays open. After a failure it may hold a part of the file.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>What WB calls the file, and how long it is.</returns>
    /// <exception cref="ArgumentException">An argument is blank, or the stream cannot be written to. Nothing was asked.</exception>
    /// <exception cref="WildberriesResponseException">The answer is not whole, or holds no file.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<DownloadedDocument> DownloadAsync(
        this IDocumentsApi api, string serviceName, string extension, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Text(serviceName, name: nameof(serviceName));
        Argument.Text(extension, name: nameof(extension));
        CheckDestination(destination);
        return ReadAsync("Documents.GetFile", api.GetFileAsync(serviceName, extension, cancellationToken), destination, cancellationToken);
    }

    /// <summary>Downloads up to 50 documents in one archive into a stream, as it arrives.</summary>
    /// <remarks>
    /// One call in five minutes after the first five; a base token gets one a day.
    /// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/documents/operation/postV1DocumentsDownloadAll"/>.
    /// </remarks>
    /// <param name="api">The documents.</param>
    /// <param name="files">The documents with their formats, 1 to 50.</param>
    /// <param name="destination">Where the archive is written to; it stays open. After a failure it may hold a part of it.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>What WB calls the archive, and how long it is.</returns>
    /// <exception cref="ArgumentException">There are no files or more than 50, or one is blank, or the stream cannot be written to. Nothing was asked.</exception>
    /// <exception cref="WildberriesResponseException">The answer is not whole, or holds no archive.</exception>
    /// <exception cref="WildberriesApiException">The call failed.</exception>
    public static Task<DownloadedDocument> DownloadPackedAsync(
        this IDocumentsApi api, IEnumerable<DocumentFile> files, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(files);
        CheckDestination(destination);
        var request = new DocumentsDownloadRequest { Files = [.. files] };
        ((ICheckedRequest)request).Check(TimeProvider.System, nameof(files));
        return ReadAsync("Documents.GetPackedFiles", api.GetPackedFilesAsync(request, cancellationToken), destination, cancellationToken);
    }

    private static void CheckDestination(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!destination.CanWrite)
            throw new ArgumentException("It cannot be written to.", nameof(destination));
    }

    private static async Task<DownloadedDocument> ReadAsync(
        string operation, Task<HttpResponseMessage> call, Stream destination, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await call.ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            // The client's pipeline has thrown for these already; a bare Refit client or a mock has not.
            throw new WildberriesApiException(FormattableString.Invariant($"WB answered {operation} with status {(int)answer.StatusCode}."))
            {
                StatusCode = answer.StatusCode,
                Delivery = DeliveryRules.Of(answer.StatusCode),
                Operation = operation,
            };
        }

        Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using var reader = new DocumentReader(body);
            try
            {
                await reader.ReadAsync(destination, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is JsonException or FormatException)
            {
                throw WildberriesExceptionFactory.FromUnreadable(answer, operation, "it is cut off, or holds no file in base64", Redaction.None, failure);
            }

            if (!reader.HasFile || reader.Length == 0)
                throw WildberriesExceptionFactory.FromUnreadable(answer, operation, "there is no file in it", Redaction.None);
            return new DownloadedDocument { FileName = reader.FileName, Extension = reader.Extension, Length = reader.Length };
        }
    }
}
