using Wildberries.Sdk;
using Wildberries.Sdk.Documents;

namespace Snippets;

public static class Documents
{
    public static async Task ListAsync(IWildberriesClient wb, CancellationToken stop)
    {
        // <list>
        await foreach (SellerDocument document in wb.Documents.StreamDocumentsAsync(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), cancellationToken: stop))
            Console.WriteLine($"{document.ServiceName}: {document.Name} ({string.Join(", ", document.Extensions)})");
        // </list>
    }

    public static async Task DownloadAsync(IWildberriesClient wb, string serviceName, string path, CancellationToken stop)
    {
        // <download>
        string beside = path + ".part";
        await using (FileStream file = File.Create(beside))
        {
            DownloadedDocument downloaded = await wb.Documents.DownloadAsync(serviceName, "zip", file, stop);
            Console.WriteLine($"{downloaded.FileName}, {downloaded.Length} bytes");
        }

        File.Move(beside, path, overwrite: true);
        // </download>
    }
}
