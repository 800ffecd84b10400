namespace Wildberries.Sdk.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string HowToUpdate =
        "If that is meant, run the tests of the class PublicApiTests once with the environment variable UPDATE_API=1 and commit the changed files.";

    public static TheoryData<string> Namespaces => [.. ApprovedApi.Namespaces];

    [Theory]
    [MemberData(nameof(Namespaces))]
    public void The_public_API_is_the_approved_one(string name)
    {
        string actual = ApprovedApi.Generate(name);
        string? approved = ApprovedApi.Read(name);
        if (ApprovedApi.Difference(approved, actual) is not { } difference)
            return;
        if (ApprovedApi.IsUpdate)
            ApprovedApi.Write(name, actual);
        else
            Assert.Fail($"{(approved is null ? $"{name} has no approved file" : $"The public API of {name} has changed")}:\n{difference}\n{HowToUpdate}");
    }

    [Fact]
    public void Every_approved_file_has_its_namespace()
    {
        string[] stale = [.. ApprovedApi.Approved.Except(ApprovedApi.Namespaces, StringComparer.Ordinal)];
        if (ApprovedApi.IsUpdate)
            Array.ForEach(stale, ApprovedApi.Delete);
        else
            Assert.True(stale.Length == 0, $"There is no namespace {string.Join(", ", stale)} any more. {HowToUpdate}");
    }

    [Fact]
    public void The_API_is_generated_alike_each_time_and_without_the_assemblys_attributes()
    {
        string once = ApprovedApi.Generate("Wildberries.Sdk");
        Assert.Equal(once, ApprovedApi.Generate("Wildberries.Sdk"));
        Assert.Contains("public interface IWildberriesClient", once, StringComparison.Ordinal);
        Assert.DoesNotContain("[assembly:", once, StringComparison.Ordinal);
        Assert.Contains("AddWildberries", ApprovedApi.Generate("Microsoft.Extensions.DependencyInjection"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_seen_and_shown()
    {
        Assert.Null(ApprovedApi.Difference("a\nb\n", "a\nb\n"));
        Assert.Equal("- b\n+ c", ApprovedApi.Difference("a\nb\n", "a\nc\n"));
        Assert.Equal("+ a", ApprovedApi.Difference(null, "a\n"));
        Assert.NotNull(ApprovedApi.Difference("a\nb\n", "b\na\n"));
        string hundred = string.Join('\n', Enumerable.Range(0, 100)) + "\n";
        Assert.EndsWith("\n+ 11\n... and 88 more", ApprovedApi.Difference("", hundred), StringComparison.Ordinal);
    }
}
