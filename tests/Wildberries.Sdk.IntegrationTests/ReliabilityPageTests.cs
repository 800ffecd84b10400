using Wildberries.Sdk.Tests.House;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What docs/reliability.md says of faults is what the tests hold: the rows are written from the same table.</summary>
public sealed class ReliabilityPageTests
{
    private const string Begin = "<!-- The tables are written by ReliabilityPageTests: UPDATE_DOCS=1 -->\n";
    private const string End = "<!-- The end of the tables -->\n";

    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "reliability.md");

    [Fact]
    public void The_page_shows_the_table_of_faults()
    {
        string text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"{Page} does not have both marks.");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Page, text = text[..begin] + Tables() + text[end..]);
        Assert.Contains(Begin + Tables() + End, text, StringComparison.Ordinal);
    }

    private static string Tables() => string.Concat(FaultTable.Sections.Select(section =>
        $"""

        ### {section.Title}

        | Fault | A read | A write | The caller gets |
        |---|---|---|---|
        {string.Join('\n', section.Rows)}

        """.ReplaceLineEndings("\n"))) + "\n";
}
