using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests;

/// <summary>The operations of the SDK as rows of theories.</summary>
internal static class BuiltOperations
{
    /// <summary>One theory row per operation.</summary>
    public static TheoryData<string> Names => [.. WildberriesOperations.All.Select(o => o.Name)];

    public static WildberriesOperation Find(string name) => WildberriesOperations.All.Single(o => o.Name == name);
}
