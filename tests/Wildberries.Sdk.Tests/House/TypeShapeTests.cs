using System.Reflection;
using System.Text.RegularExpressions;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.House;

public sealed partial class TypeShapeTests
{
    // Class -> why users may derive from it.
    private static readonly Dictionary<Type, string> OpenClasses = new()
    {
        [typeof(WildberriesSellerOptions)] = "WildberriesOptions is the default seller's options and more",
        [typeof(WildberriesApiException)] = "the base of the exceptions, thrown itself for statuses without a type of their own",
        [typeof(Sdk.Answers.BuyerAnswer)] = "a message with a promo code is an answer to a buyer and more",
    };

    // File -> why its namespace is not its folder.
    private static readonly Dictionary<string, string> GuestFiles = new(StringComparer.Ordinal)
    {
        ["Wildberries.Sdk/DependencyInjection/WildberriesServiceCollectionExtensions.cs"] =
            "AddWildberries is found without a using, as every AddX, in Microsoft.Extensions.DependencyInjection",
        ["Wildberries.Sdk.PromoCodes.EntityFrameworkCore/DependencyInjection/PromoCodeStoreServiceCollectionExtensions.cs"] =
            "as AddWildberries",
        ["Wildberries.Sdk.Redis/DependencyInjection/WildberriesRedisBuilderExtensions.cs"] = "it goes on where AddWildberries ends",
        ["Wildberries.Sdk/Http/Areas.cs"] = "a part of the class that Refit generates",
    };

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Rule.Holds(PublicTypes.All, SealOffences);

    [Fact]
    public void The_rule_sees_an_open_class()
    {
        Assert.Single(SealOffences(typeof(OpenClass)));
        Assert.Single(SealOffences(typeof(OpenRecord)));
        Assert.Empty(SealOffences(typeof(TypeShapeTests)));
    }

    [Fact]
    public void Every_exception_is_one_of_ours_and_a_test_can_make_it() =>
        Rule.Holds(
            // What a store of states tells is no error of a call.
            PublicTypes.All.Where(type => type.IsSubclassOf(typeof(Exception))
                && type != typeof(Testing.Contracts.StoreContractException)
                && type != typeof(Sdk.State.WildberriesStateConflictException)),
            ExceptionOffences);

    [Fact]
    public void The_rule_sees_an_exception_that_a_test_cannot_make() => Assert.Equal(4, ExceptionOffences(typeof(ClosedException)).Count());

    [Fact]
    public void A_file_holds_one_public_type_of_its_name_in_its_folders_namespace() => Rule.Holds(SourceTree.Files, FileOffences);

    [Fact]
    public void The_file_rule_sees_every_public_type()
    {
        IEnumerable<string> declared = SourceTree.Files.SelectMany(file => PublicType().Matches(file.Text)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);
        IEnumerable<string> compiled = PublicTypes.All.Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]).Distinct(StringComparer.Ordinal);
        Assert.Equal(compiled.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Wildberries.Sdk/BuyerChat/Chat.cs", "namespace Wildberries.Sdk.BuyerChat;\npublic sealed record Chat;\n", 0)]
    [InlineData("Wildberries.Sdk/Chat.cs", "namespace Wildberries.Sdk;\npublic readonly record struct Chat(int A);\ninternal sealed class Other;\n", 0)]
    [InlineData("Wildberries.Sdk/Advert/Bids/Bid.cs", "namespace Wildberries.Sdk.Advert;\npublic sealed record Bid;\n", 0)]
    [InlineData("Wildberries.Sdk/Advert/Bids/Bid.cs", "namespace Wildberries.Sdk;\npublic sealed record Bid;\n", 1)]
    [InlineData("Wildberries.Sdk/BuyerChat/Chat.cs", "namespace Wildberries.Sdk;\npublic sealed record Chat;\n", 1)]
    [InlineData("Wildberries.Sdk/BuyerChat/Chat.cs", "namespace Wildberries.Sdk.BuyerChat;\npublic sealed record Chats;\n", 1)]
    [InlineData("Wildberries.Sdk/BuyerChat/Chat.cs", "namespace Wildberries.Sdk.BuyerChat;\npublic sealed record Chat;\npublic enum Kind\n", 1)]
    [InlineData("Wildberries.Sdk/BuyerChat/Chat.cs", "namespace Wildberries.Sdk.BuyerChat\n{\n}\n", 1)]
    public void The_file_rule_tells_good_files_from_bad(string path, string text, int offences) => Assert.Equal(offences, FileOffences((path, text)).Count());

    private static IEnumerable<string> SealOffences(Type type)
    {
        if (type is { IsClass: true, IsSealed: false, IsAbstract: false } && !OpenClasses.ContainsKey(type))
            yield return $"{type.FullName} is not sealed, static or abstract";
    }

    private static IEnumerable<string> ExceptionOffences(Type type)
    {
        if (!type.IsAssignableTo(typeof(WildberriesApiException)))
            yield return $"{type.FullName} does not derive from {nameof(WildberriesApiException)}";
        if (type.GetConstructor([typeof(string)]) is null)
            yield return $"{type.FullName} has no public constructor (string message)";
        if (type.GetConstructor([typeof(string), typeof(Exception)]) is null)
            yield return $"{type.FullName} has no public constructor (string message, Exception? innerException)";
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.SetMethod is not { IsPublic: true })
                yield return $"{type.FullName}.{property.Name} cannot be set";
        }
    }

    private static IEnumerable<string> FileOffences((string Path, string Text) file)
    {
        string expected = file.Path[..file.Path.LastIndexOf('/')].Replace('/', '.');
        string found = Namespace().Match(file.Text).Groups["name"].Value;

        // The folders within an area sort its models for the reader, and the emulator's sort its areas; the namespace stays as it is above them.
        string area = string.Join('.', file.Path.Split('/')[..^1].Take(file.Path.StartsWith("Wildberries.Sdk.Testing/", StringComparison.Ordinal) ? 1 : 2));
        if (!string.Equals(found, expected, StringComparison.Ordinal) && !string.Equals(found, area, StringComparison.Ordinal) && !GuestFiles.ContainsKey(file.Path))
            yield return $"{file.Path} is in the namespace \"{found}\", not in \"{expected};\"";

        string name = Path.GetFileName(file.Path).Split('.')[0];
        foreach (Match match in PublicType().Matches(file.Text))
        {
            if (!string.Equals(match.Groups["name"].Value, name, StringComparison.Ordinal))
                yield return $"{file.Path} declares the public type {match.Groups["name"].Value}";
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // Top-level types stand at the start of a line.
    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|interface|enum|struct|record struct|record class|record|delegate [\w<>?,. ]+?) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

#pragma warning disable CA1032, CA1064, CA1852 // The point of it.
    internal class OpenClass;

    internal record OpenRecord;

    internal sealed class ClosedException : Exception
    {
        public string? Detail { get; }
    }
#pragma warning restore CA1032, CA1064, CA1852
}
