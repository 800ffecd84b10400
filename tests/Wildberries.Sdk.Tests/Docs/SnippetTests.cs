using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Tests.Docs;

/// <summary>What the documents show is compiled: each C# block is a marked part of docs/snippets, and each marked part is shown.</summary>
public sealed partial class SnippetTests
{
    private static readonly string[] Languages = ["csharp", "json", "mermaid", "sh", "text", "xml"];
    private static readonly string Root = FindRoot();
    private static readonly Dictionary<string, string> Snippets = ReadSnippets();

    public static TheoryData<string> Pages => [.. PagePaths()];

    public static TheoryData<string> Guides =>
        [.. PagePaths().Where(page => page.StartsWith("docs/en/", StringComparison.Ordinal) || page.StartsWith("docs/ru/", StringComparison.Ordinal))];

    public static TheoryData<string> EnglishGuides => [.. PagePaths().Where(page => page.StartsWith("docs/en/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_csharp_block_is_a_compiled_snippet(string page)
    {
        var compiled = Snippets.Values.ToHashSet(StringComparer.Ordinal);
        Assert.All(CSharpBlocks(Read(page)), block => Assert.Contains(block, compiled));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_names_a_known_language(string page) =>
        Assert.Empty(Blocks(Read(page)).Select(block => block.Language).Except(Languages));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        IEnumerable<string> targets = Link().Matches(Read(page))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target.Split('#')[0])), target));
    }

    [Fact]
    public void Every_snippet_is_shown()
    {
        var shown = PagePaths().SelectMany(page => CSharpBlocks(Read(page))).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(Snippets);
        Assert.All(Snippets, snippet => Assert.Contains(snippet.Value, shown));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_page_names_the_namespaces_of_its_code(string page)
    {
        string text = Read(page);
        HashSet<string> shown = [.. CSharpBlocks(text)];
        IEnumerable<string> namespaces = Snippets.Where(snippet => shown.Contains(snippet.Value))
            .Select(snippet => snippet.Key.Split('.')[0])
            .Distinct()
            .SelectMany(file => Using().Matches(Read($"docs/snippets/{file}.cs")))
            .Select(match => match.Groups[1].Value);
        Assert.All(namespaces, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_languages_have_the_same_pages_with_the_same_code()
    {
        string[] english = [.. PagePaths().Where(page => page.StartsWith("docs/en/", StringComparison.Ordinal)).Append("README.md")];
        string[] russian = [.. PagePaths().Where(page => page.StartsWith("docs/ru/", StringComparison.Ordinal)).Append("README.ru.md")];
        Assert.Equal(english.Select(Path.GetFileName), russian.Select(page => Path.GetFileName(page).Replace(".ru.md", ".md", StringComparison.Ordinal)));
        foreach ((string one, string other) in english.Zip(russian))
            Assert.Equal(CSharpBlocks(Read(one)), CSharpBlocks(Read(other)));
    }

    [Theory]
    [MemberData(nameof(EnglishGuides))]
    public void Both_languages_have_as_many_headings_and_rows_of_tables(string page)
    {
        string other = page.Replace("docs/en/", "docs/ru/", StringComparison.Ordinal);
        Assert.All("#|", first => Assert.Equal(LinesOf(page, first), LinesOf(other, first)));

        static int LinesOf(string page, char first) => Read(page).Split('\n').Count(line => line.StartsWith(first));
    }

    [Fact]
    public void A_program_of_one_file_takes_this_version()
    {
        string version = Version().Match(Read("Directory.Build.props")).Groups[1].Value;
        Assert.NotEmpty(version);
        Assert.All(
            PagePaths().SelectMany(page => PackageDirective().Matches(Read(page))),
            directive => Assert.Equal(version, directive.Groups[1].Value));
        Assert.Matches(PackageDirective(), Snippets["Script.script"]);
    }

    [Fact]
    public void Blocks_are_compared_without_the_indentation_they_share_and_without_line_ends()
    {
        string block = Assert.Single(CSharpBlocks("text\r\n\r\n  ```csharp\r\n  if (x)\r\n      y();\r\n  ```\r\n\r\n```json\n{}\n```\n"));
        Assert.Equal("if (x)\n    y();", block);
        KeyValuePair<string, string> snippet = Assert.Single(SnippetsOf("File", "{\n    // <a>\n    if (x)\n        y();\n    // </a>\n}\n"));
        Assert.Equal(block, snippet.Value);
        Assert.Equal("File.a", snippet.Key);
    }

    [Fact]
    public void Parts_with_one_name_are_one_snippet()
    {
        Dictionary<string, string> snippets = SnippetsOf("File", "// <a>\nusing X;\n// </a>\n{\n    // <a>\n    y();\n    // </a>\n}\n");
        Assert.Equal("using X;\n\ny();", snippets["File.a"]);
    }

    [Theory]
    [InlineData("// <a>\nx();\n")]
    [InlineData("// <a>\nx();\n// </b>\n")]
    [InlineData("// <a>\n// <b>\nx();\n// </b>\n")]
    public void A_snippet_that_does_not_end_is_an_error(string code) =>
        Assert.Throws<InvalidDataException>(() => SnippetsOf("File", code));

    [GeneratedRegex(@"^\s*//\s*<(/?)([\w-]+)>\s*$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex("<Version>([^<]+)</Version>")]
    private static partial Regex Version();

    [GeneratedRegex(@"#:package Wildberries\.[\w.]+@([\w.-]+)")]
    private static partial Regex PackageDirective();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wildberries.Sdk.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Wildberries.Sdk.sln.");
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static IEnumerable<string> PagePaths() => Directory.EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static Dictionary<string, string> ReadSnippets() => Directory.EnumerateFiles(Path.Combine(Root, "docs", "snippets"), "*.cs")
        .SelectMany(file => SnippetsOf(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
        .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> SnippetsOf(string file, string code)
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal);
        string? open = null;
        var part = new List<string>();
        foreach (string line in code.ReplaceLineEndings("\n").Split('\n'))
        {
            Match marker = Marker().Match(line);
            string name = marker.Groups[2].Value;
            if (!marker.Success)
            {
                part.Add(line);
            }
            else if (marker.Groups[1].Length == 0 && open is null)
            {
                open = name;
                part.Clear();
            }
            else if (marker.Groups[1].Length == 1 && open == name)
            {
                string key = $"{file}.{name}";
                snippets[key] = snippets.TryGetValue(key, out string? before) ? $"{before}\n\n{Normalize(part)}" : Normalize(part);
                open = null;
            }
            else
            {
                throw new InvalidDataException($"{file}.cs: \"{line.Trim()}\" does not fit; {open ?? "nothing"} is open.");
            }
        }

        return open is null ? snippets : throw new InvalidDataException($"{file}.cs: <{open}> has no end.");
    }

    private static IEnumerable<string> CSharpBlocks(string markdown) =>
        Blocks(markdown).Where(block => block.Language == "csharp").Select(block => block.Text);

    private static IEnumerable<(string Language, string Text)> Blocks(string markdown)
    {
        string? language = null;
        var lines = new List<string>();
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            bool isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!isFence)
            {
                lines.Add(line);
            }
            else if (language is null)
            {
                language = line.Trim()[3..];
                lines.Clear();
            }
            else
            {
                yield return (language, Normalize(lines));
                language = null;
            }
        }

        if (language is not null)
            throw new InvalidDataException($"A block of {language} has no end.");
    }

    private static string Normalize(IEnumerable<string> lines)
    {
        string[] all = [.. lines.Select(line => line.TrimEnd())];
        int indentation = all.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', all.Select(line => line.Length > 0 ? line[indentation..] : line)).Trim('\n');
    }
}
