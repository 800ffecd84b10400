using System.Reflection;
using PublicApiGenerator;

namespace Wildberries.Sdk.Tests.PublicApi;

/// <summary>The public API as text, a part per namespace, and the files that hold what was approved.</summary>
internal static class ApprovedApi
{
    private const string Extension = ".approved.txt";
    private const int LinesShown = 12;

    public static bool IsUpdate { get; } = Environment.GetEnvironmentVariable("UPDATE_API") == "1";

    private static string Folder => Path.Combine(House.SourceTree.Root, "tests", "Wildberries.Sdk.Tests", "PublicApi");

    public static IReadOnlyList<string> Namespaces { get; } =
        [.. House.PublicTypes.All.Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Approved =>
    [
        .. Directory.EnumerateFiles(Folder, "*" + Extension)
            .Select(file => Path.GetFileName(file)[..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    public static string? Read(string name) => File.Exists(PathOf(name)) ? Normalize(File.ReadAllText(PathOf(name))) : null;

    public static void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    public static void Delete(string name) => File.Delete(PathOf(name));

    public static string Generate(string name)
    {
        IEnumerable<string> parts = House.PublicTypes.Assemblies
            .Select(assembly => (Assembly: assembly, Types: TypesOf(assembly, name)))
            .Where(part => part.Types.Length > 0)
            .Select(part => part.Assembly.GeneratePublicApi(new ApiGeneratorOptions
            {
                IncludeTypes = part.Types,
                IncludeAssemblyAttributes = false,

                // The extension methods of the services stand in Microsoft.Extensions.DependencyInjection.
                DenyNamespacePrefixes = [],
            }));
        return Normalize(string.Join('\n', parts));
    }

    /// <summary>The first lines in which two texts differ, or <see langword="null"/>.</summary>
    public static string? Difference(string? approved, string actual)
    {
        if (string.Equals(approved, actual, StringComparison.Ordinal))
            return null;
        string[] before = (approved ?? "").Split('\n');
        string[] after = actual.Split('\n');
        string[] lines = [.. before.Except(after).Select(line => "- " + line), .. after.Except(before).Select(line => "+ " + line)];
        if (lines.Length == 0)
            lines = ["(the same lines in another order)"];
        string rest = lines.Length > LinesShown ? $"\n... and {lines.Length - LinesShown} more" : "";
        return string.Join('\n', lines.Take(LinesShown)) + rest;
    }

    private static Type[] TypesOf(Assembly assembly, string name) =>
        [.. assembly.GetExportedTypes().Where(type => !type.IsNested && string.Equals(type.Namespace, name, StringComparison.Ordinal))];

    private static string PathOf(string name) => Path.Combine(Folder, name + Extension);

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
