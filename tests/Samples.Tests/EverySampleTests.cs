using System.Reflection;

namespace Samples.Tests;

public sealed class EverySampleTests
{
    private static readonly string Folder =
        typeof(EverySampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Samples").Value!;

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_named_on_both_first_pages_and_is_part_of_the_solution(string sample)
    {
        foreach (string page in new[] { "README.md", "README.ru.md" })
            Assert.Contains($"samples/{sample}", File.ReadAllText(Path.Combine(Folder, "..", page)), StringComparison.Ordinal);
        Assert.Contains($"\"{sample}\"", File.ReadAllText(Path.Combine(Folder, "..", "Wildberries.Sdk.sln")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_that_is_copied_brings_what_it_needs_but_the_versions_of_packages(string sample)
    {
        string project = File.ReadAllText(Path.Combine(Folder, sample, sample + ".csproj"));
        foreach (string property in new[] { "TargetFramework", "OutputType", "Nullable", "ImplicitUsings" })
            Assert.Contains($"<{property}>", project, StringComparison.Ordinal);
        Assert.Contains("<!-- Copied: ", project, StringComparison.Ordinal);
    }
}
