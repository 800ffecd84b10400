using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Prism;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>WB's documents, where they are: they are not part of the project.</summary>
internal static class PublishedDocuments
{
    private static readonly Lazy<WbDocuments> Once = new(() => WbDocuments.Read(Folder!));

    /// <summary>The folder with WB's documents, or null if there is none.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>WB's documents, for tests that run only where they are: <see cref="DocumentFactAttribute"/>, <see cref="DocumentTheoryAttribute"/>.</summary>
    public static WbDocuments All => Once.Value;

    /// <summary>Whether what a test needs is here.</summary>
    public static bool AreHere(bool needsPrism) => Folder is not null && (!needsPrism || PrismServer.Binary is not null);

    private static string? FindFolder()
    {
        string? folder = Environment.GetEnvironmentVariable("WB_OPENAPI_DIR");
        if (string.IsNullOrEmpty(folder))
        {
            DirectoryInfo? root = new(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Wildberries.Sdk.sln")))
                root = root.Parent;
            if (root?.Parent is null)
                return null;
            folder = Path.Combine(root.Parent.FullName, "shared", "wb-openapi");
        }

        return File.Exists(Path.Combine(folder, WbDocuments.OperationsFile)) ? Path.GetFullPath(folder) : null;
    }
}
