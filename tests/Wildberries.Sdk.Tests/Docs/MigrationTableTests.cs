using System.Reflection;
using System.Text.RegularExpressions;
using Refit;
using Wildberries.Sdk.Advert.Retired;

namespace Wildberries.Sdk.Tests.Docs;

#pragma warning disable WBSDK0001 // The table is about them.

/// <summary>The tables of retired operations say what the members say.</summary>
public sealed partial class MigrationTableTests
{
    [Theory]
    [InlineData("docs/migrating-advert.md")]
    [InlineData("docs/en/migrating-advert.md")]
    [InlineData("docs/ru/migrating-advert.md")]
    public void Each_operation_has_a_row_with_what_replaces_it(string page)
    {
        string[] rows = [.. File.ReadLines(Path.Combine(House.SourceTree.Root, page)).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        MethodInfo[] members = typeof(IRetiredAdvertApi).GetMethods();
        Assert.Equal(members.Length, rows.Length);
        foreach (MethodInfo member in members)
        {
            HttpMethodAttribute route = member.GetCustomAttribute<HttpMethodAttribute>()!;
            string row = Assert.Single(rows, row => row.StartsWith($"| `{route.Method} {route.Path}` |", StringComparison.Ordinal));
            foreach (Match replacement in Replacement().Matches(member.GetCustomAttribute<ObsoleteAttribute>()!.Message!))
            {
                Assert.Contains($"`{replacement.Groups["route"].Value}`", row, StringComparison.Ordinal);
                Assert.Contains($"`{replacement.Groups["member"].Value}`", row, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"IAdvertApi\.(?<member>\w+) \((?<route>[^)]+)\)")]
    private static partial Regex Replacement();
}
