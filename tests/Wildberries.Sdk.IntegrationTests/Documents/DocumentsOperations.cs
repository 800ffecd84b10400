using Wildberries.Sdk.Documents;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Documents;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class DocumentsOperations
{
    private const string File = """{"data":{"fileName":"Notice 1.zip","extension":"zip","document":"UEsDBA=="}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IDocumentsApi api, WildberriesEmulator emulator)
    {
        emulator.Answer("GET documents-api/api/v1/documents/download", File);
        emulator.Answer("POST documents-api/api/v1/documents/download/all", File);
        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        Assert.Equal("text", Assert.Single((await api.GetCategoriesAsync(cancellationToken: Cancel)).Data!.Categories).Name);
        SellerDocument document = Assert.Single((await api.GetDocumentsAsync(cancellationToken: Cancel)).Data!.Documents);
        Assert.Equal(["text"], document.Extensions);
        using var written = new MemoryStream();
        await api.DownloadAsync(document.ServiceName, document.Extensions[0], written, Cancel);
        await api.DownloadPackedAsync([new DocumentFile { ServiceName = document.ServiceName, Extension = "zip" }], written, Cancel);
        Assert.Equal("PK\u0003\u0004PK\u0003\u0004"u8.ToArray(), written.ToArray());
    }
}
