using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests;

#pragma warning disable WBSDK0001 // They are what this is about.

/// <summary>What WB has turned off stays out of the comparison, and is what WB last said of it where a document still says anything.</summary>
public sealed class RetiredOperationTests
{
    private static readonly IReadOnlyList<WildberriesOperation> Retired = WildberriesOperations.Of<IRetiredAdvertApi>();

    [Fact]
    public void No_retired_operation_is_compared_or_reported()
    {
        string[] reported = [.. WildberriesOperations.All.Select(Route)];
        Assert.Equal(13, Retired.Count);
        Assert.Empty(Retired.Select(Route).Intersect(reported, StringComparer.Ordinal));
        Assert.DoesNotContain(BuiltOperations.Names, row => row.Data.StartsWith("RetiredAdvert.", StringComparison.Ordinal));
    }

    [DocumentFact]
    public void None_of_them_is_in_force()
    {
        WbDocuments documents = PublishedDocuments.All;
        string[] inForce = [.. documents.Operations.Where(row => row.Retired is null).Select(row => row.ToString())];
        Assert.Empty(Retired.Select(Route).Intersect(inForce, StringComparer.Ordinal));
    }

    [DocumentFact]
    public void The_budget_is_as_WB_last_documented_it()
    {
        var comparer = new OperationComparer(PublishedDocuments.All, Retired, new Dictionary<string, Type>(StringComparer.Ordinal));
        WildberriesOperation budget = Assert.Single(Retired, operation => comparer.Row(operation) is not null);
        Assert.Equal("GET /adv/v1/budget", Route(budget));
        Assert.Equal(
            ["RetiredAdvert.GetBudget: route: GET /adv/v1/budget was turned off by WB on 2026-11-16"],
            Enum.GetValues<Aspect>().SelectMany(aspect => comparer.Compare(budget, aspect)).Select(difference => difference.ToString()));
    }

    private static string Route(WildberriesOperation operation) => $"{operation.HttpMethod} {operation.Path}";
}
