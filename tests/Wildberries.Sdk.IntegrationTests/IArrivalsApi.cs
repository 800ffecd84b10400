using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Operations as a user may write them; each verb both as a write and, without a body, as a read.</summary>
[WildberriesApi("https://arrivals-api.wildberries.ru")]
internal interface IArrivalsApi
{
    [Get("/read")]
    [Operation(TokenCategory.Content, OperationAccess.Read)]
    Task<long[]> ReadAsync(CancellationToken cancellationToken = default);

    [Get("/warm-up")]
    [Operation(TokenCategory.Content, OperationAccess.Read)]
    Task<long[]> WarmUpAsync(CancellationToken cancellationToken = default);

    [Get("/start")]
    [Operation(TokenCategory.Content, OperationAccess.Write)]
    Task<long[]> StartAsync(CancellationToken cancellationToken = default);

    [Delete("/item")]
    [Operation(TokenCategory.Content, OperationAccess.Write)]
    Task<long[]> DeleteAsync(CancellationToken cancellationToken = default);

    [Post("/approve")]
    [Operation(TokenCategory.Content, OperationAccess.Write)]
    Task<long[]> ApproveAsync(CancellationToken cancellationToken = default);

    [Multipart]
    [Post("/upload")]
    [Operation(TokenCategory.Content, OperationAccess.Write)]
    Task<long[]> UploadAsync([AliasAs("file")] ByteArrayPart file, CancellationToken cancellationToken = default);
}

[JsonSerializable(typeof(long[]))]
internal sealed partial class ArrivalsJsonContext : JsonSerializerContext;
