using System.Text.RegularExpressions;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.ContractTests.HandMade;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.ContractTests;

/// <summary>The words that all kinds of orders share: an operation may lack some of them, no document may lack one.</summary>
public sealed partial class SharedWordsTests
{
    [Fact]
    public void Only_what_belongs_to_no_area_is_shared()
    {
        Assert.True(ModelComparer.IsShared(typeof(WbStatus)));
        Assert.False(ModelComparer.IsShared(typeof(WrongKind)));
    }

    [DocumentFact]
    public void WB_uses_each_of_them_somewhere()
    {
        HashSet<string> words =
        [
            .. Directory.EnumerateFiles(PublishedDocuments.Folder!, "*.yaml").SelectMany(file => Word().Matches(File.ReadAllText(file))).Select(match => match.Value),
        ];
        ClrType[] shared = [.. typeof(WbStatus).Assembly.GetExportedTypes().Where(ModelComparer.IsShared).Select(ClrType.Of).Where(type => type.IsExtensibleEnum)];
        Assert.Contains(shared, type => type.Type == typeof(WbStatus));
        string[] unused = [.. shared.SelectMany(type => type.KnownValues.Where(value => !words.Contains(value)).Select(value => $"{type}: {value}"))];
        Assert.True(unused.Length == 0, "WB's documents do not have:\n" + string.Join('\n', unused));
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
