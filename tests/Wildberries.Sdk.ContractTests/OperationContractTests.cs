using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests;

/// <summary>Every operation of the SDK is what WB's documents say it is.</summary>
public sealed class OperationContractTests
{
    public static TheoryData<string> Operations => BuiltOperations.Names;

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_route_and_the_hosts_are_those_of_WB(string operation) => AssertSame(operation, Aspect.Route);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_parameters_are_those_of_WB(string operation) => AssertSame(operation, Aspect.Parameters);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_body_is_that_of_WB(string operation) => AssertSame(operation, Aspect.Body);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_answer_is_that_of_WB(string operation) => AssertSame(operation, Aspect.Answer);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_token_category_is_that_of_WB(string operation) => AssertSame(operation, Aspect.Category);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void Read_or_write_is_as_at_WB(string operation) => AssertSame(operation, Aspect.Access);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_token_types_are_those_of_WB(string operation) => AssertSame(operation, Aspect.TokenKinds);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_rows_of_limits_are_those_of_WB(string operation) => AssertSame(operation, Aspect.Limits);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_limit_is_shared_as_at_WB(string operation) => AssertSame(operation, Aspect.LimitGroup);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_cost_of_a_4XX_is_that_of_WB(string operation) => AssertSame(operation, Aspect.ClientErrorCost);

    [DocumentTheory]
    [MemberData(nameof(Operations))]
    public void The_values_that_WB_names_in_descriptions_are_known(string operation) => AssertSame(operation, Aspect.DescribedValues);

    [DocumentFact]
    public void An_area_that_is_built_has_every_operation_that_is_in_force()
    {
        IReadOnlyList<Difference> missing = BuiltApi.Comparer(PublishedDocuments.All).Missing();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [DocumentFact]
    public void Every_known_difference_still_stands_for_a_difference()
    {
        OperationComparer comparer = BuiltApi.Comparer(PublishedDocuments.All);
        HashSet<string> found =
        [
            .. WildberriesOperations.All.SelectMany(o => Enum.GetValues<Aspect>().SelectMany(a => comparer.Compare(o, a))).Select(d => d.ToString()),
        ];
        string[] needless = [.. BuiltApi.KnownDifferences.Keys.Where(k => !found.Contains(k))];
        Assert.True(needless.Length == 0, "No longer a difference, take it off the list:\n" + string.Join('\n', needless));
    }

    private static void AssertSame(string operation, Aspect aspect)
    {
        IReadOnlyList<Difference> differences = BuiltApi.Comparer(PublishedDocuments.All).Compare(BuiltOperations.Find(operation), aspect);
        string[] open = [.. differences.Select(d => d.ToString()).Where(d => !BuiltApi.KnownDifferences.ContainsKey(d))];
        Assert.True(open.Length == 0, string.Join('\n', open));
    }
}
