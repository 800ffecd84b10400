namespace Wildberries.Sdk.Tests.House;

/// <summary>The repository's files. Found from the test program, not from paths in the program: a deterministic build maps those.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every source file under <c>src</c> that a person has written, with its path relative to it.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } = ReadFiles();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wildberries.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Wildberries.Sdk.sln stands in no folder above {AppContext.BaseDirectory}.");
    }

    private static List<(string Path, string Text)> ReadFiles()
    {
        string source = Path.Combine(Root, "src");
        var files = new List<(string, string)>();
        foreach (string file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(source, file).Replace('\\', '/');
            if (!path.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
                files.Add((path, File.ReadAllText(file)));
        }

        return files;
    }
}
