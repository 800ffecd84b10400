using System.Globalization;
using System.Text;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.House;
using Wildberries.Sdk.Tests.PublicApi;

namespace Wildberries.Sdk.Tests.Operations;

/// <summary>
/// Which bucket each kind of token has for each operation, written down: limits come from hosts, groups and methods, and a change of one place must
/// not change another operation unseen.
/// </summary>
public sealed class LimitTableTests
{
    private static readonly TokenKinds[] Kinds = [TokenKinds.Personal, TokenKinds.Service, TokenKinds.BaseWithSecret, TokenKinds.Base];

    private static string ApprovedFile => Path.Combine(SourceTree.Root, "tests", "Wildberries.Sdk.Tests", "Operations", "LimitTable.approved.txt");

    [Fact]
    public void The_limits_that_hold_are_the_approved_ones()
    {
#pragma warning disable WBSDK0001 // Their limits are written down too.
        string actual = Describe([.. WildberriesOperations.All, .. WildberriesOperations.Of<IRetiredAdvertApi>()]);
#pragma warning restore WBSDK0001
        string approved = File.ReadAllText(ApprovedFile).ReplaceLineEndings("\n");
        if (ApprovedApi.IsUpdate)
            File.WriteAllText(ApprovedFile, actual);
        else if (ApprovedApi.Difference(approved, actual) is { } difference)
            Assert.Fail($"The limits have changed:\n{difference}\nIf that is meant, run this test once with the environment variable UPDATE_API=1 and commit the changed file.");
    }

    private static string Describe(IReadOnlyList<WildberriesOperation> operations)
    {
        var policy = new RateLimitPolicy(TimeSpan.FromMilliseconds(20));
        var text = new StringBuilder();
        foreach (WildberriesOperation operation in operations.OrderBy(o => o.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{operation.Name}: {operation.HttpMethod} {operation.Host.Host}{operation.Path}\n");
            text.Append(CultureInfo.InvariantCulture, $"  {operation.Access}, {operation.Category}, {operation.TokenKinds}, a 4XX costs {operation.ClientErrorCost}");
            text.Append(CultureInfo.InvariantCulture, $", {(operation.MayAnswerEmpty ? "may be empty" : "not empty")}, sandbox {operation.SandboxHost?.Host ?? "none"}\n");
            foreach (IGrouping<string, TokenKinds> same in Kinds.GroupBy(kind => Bucket(policy.FindBucket(operation, false, kind, ""))))
                text.Append(CultureInfo.InvariantCulture, $"  {string.Join(", ", same)}: {same.Key}\n");
            text.Append(CultureInfo.InvariantCulture, $"  Sandbox: {Bucket(policy.FindBucket(operation, true, TokenKinds.Base, ""))}\n");
        }

        return text.ToString();

        static string Bucket(RateLimitBucket? found) => found is { } bucket
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"one in {bucket.Interval.TotalSeconds} s, burst {bucket.Burst} of which {bucket.Capacity}, padded {bucket.Padding.TotalMilliseconds} ms, counted in \"{bucket.Key}\"")
            : "no limit";
    }
}
