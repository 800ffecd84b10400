using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Tests.House;

public sealed partial class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Assembly, XDocument> Docs = PublicTypes.Assemblies.ToDictionary(
        assembly => assembly,
        assembly => XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml")));

    private static readonly HashSet<string> PublicTypeNames =
        [.. PublicTypes.All.Select(type => type.FullName!.Replace('+', '.'))];

    [Fact]
    public void Every_public_member_has_a_summary() => Rule.Holds(PublicTypes.All, type => MissingDocs(type, Docs[type.Assembly]));

    [Fact]
    public void No_summary_is_empty() => Rule.Holds(Docs.Values.SelectMany(Members).Where(IsOfPublicType), EmptySummaries);

    [Fact]
    public void Docs_are_in_English() => Rule.Holds(Docs.Values.SelectMany(Members), Russian);

    [Fact]
    public void Every_operation_names_its_source() => Rule.Holds(
        PublicTypes.RefitInterfaces.SelectMany(type => type.GetMethods()),
        method => SourceOffences(method, Docs[PublicTypes.Sdk]));

    [Fact]
    public void The_rules_see_their_offenders()
    {
        var empty = XDocument.Parse("<doc><members/></doc>");
        string[] missing = [.. MissingDocs(typeof(Undocumented<>), empty)];
        Assert.Equal(7, missing.Length);
        foreach (string member in new[] { "Undocumented`1 ", "#ctor", "Field", "Property", "Event", ".Method", "op_Addition" })
            Assert.Contains(missing, text => text.Contains(member, StringComparison.Ordinal));

        // One of two overloads is documented.
        string type = typeof(Undocumented<>).FullName!.Replace('+', '.');
        var one = XDocument.Parse($"<doc><members><member name=\"M:{type}.Method(System.Int32)\"/></members></doc>");
        Assert.Single(MissingDocs(typeof(Undocumented<>), one), text => text.Contains(".Method", StringComparison.Ordinal));

        Assert.Single(EmptySummaries(XElement.Parse("""<member name="T:A"><summary>  </summary></member>""")));
        Assert.Single(EmptySummaries(XElement.Parse("""<member name="T:A"><remarks>Text.</remarks></member>""")));
        Assert.Empty(EmptySummaries(XElement.Parse("""<member name="T:A"><inheritdoc/></member>""")));
        Assert.Empty(EmptySummaries(XElement.Parse("""<member name="T:A"><summary><see cref="T:B"/></summary></member>""")));

        Assert.Single(Russian(XElement.Parse("""<member name="T:A"><summary>Продавец</summary></member>""")));
        Assert.Single(Russian(XElement.Parse("""<member name="T:A"><param name="a">Цена.</param></member>""")));
        Assert.Empty(Russian(XElement.Parse("""<member name="T:A"><summary>The seller: <c>Продавец</c>.</summary></member>""")));

        MethodInfo ping = typeof(ICommonApi).GetMethod(nameof(ICommonApi.PingAsync))!;
        Assert.Single(SourceOffences(ping, empty));
        Assert.Single(SourceOffences(ping, XDocument.Parse("""<doc><members><member name="M:Wildberries.Sdk.Common.ICommonApi.PingAsync(X)"><remarks>Of WB.</remarks></member></members></doc>""")));
    }

    private static IEnumerable<string> MissingDocs(Type type, XDocument docs)
    {
        string typeName = type.FullName!.Replace('+', '.');
        string[] known = [.. Members(docs).Select(member => member.Attribute("name")!.Value)];
        if (!known.Contains($"T:{typeName}"))
            yield return $"{typeName} has no doc";

        var wanted = new List<string>();
        wanted.AddRange(type.GetConstructors().Where(IsWritten).Where(c => c.GetParameters().Length > 0).Select(_ => $"M:{typeName}.#ctor"));
        wanted.AddRange(type.GetMethods(Declared)
            .Where(IsWritten)
            .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(method => $"M:{typeName}.{method.Name}"));
        wanted.AddRange(type.GetProperties(Declared).Where(IsWritten).Select(property => $"P:{typeName}.{property.Name}"));
        wanted.AddRange(type.GetEvents(Declared).Select(member => $"E:{typeName}.{member.Name}"));
        wanted.AddRange(type.GetFields(Declared).Where(field => !field.IsSpecialName).Select(field => $"F:{typeName}.{field.Name}"));

        // Overloads are told apart by number: as many docs as there are members of a name.
        foreach (IGrouping<string, string> name in wanted.GroupBy(id => id, StringComparer.Ordinal))
        {
            if (known.Count(id => IsOf(id, name.Key)) is var count && count < name.Count())
                yield return $"{name.Key[2..]} has {count} docs for {name.Count()} members";
        }
    }

    private static bool IsOf(string id, string name) =>
        id.StartsWith(name, StringComparison.Ordinal) && (id.Length == name.Length || id[name.Length] is '(' or '`' or '~');

    // What the compiler adds to a record has no doc.
    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.Contains('<', StringComparison.Ordinal);

    private static IEnumerable<XElement> Members(XDocument docs) => docs.Descendants("member");

    private static IEnumerable<string> EmptySummaries(XElement member)
    {
        bool says = member.Element("inheritdoc") is not null
            || (member.Element("summary") is { } summary && (summary.HasElements || !string.IsNullOrWhiteSpace(summary.Value)));
        if (!says)
            yield return $"{member.Attribute("name")!.Value} has an empty summary";
    }

    private static IEnumerable<string> Russian(XElement member)
    {
        var copy = new XElement(member);
        copy.Descendants().Where(element => element.Name.LocalName is "c" or "code").Remove();
        if (Cyrillic().Match(copy.Value) is { Success: true } match)
            yield return $"{member.Attribute("name")!.Value} speaks Russian: \"{match.Value}\"";
    }

    private static IEnumerable<string> SourceOffences(MethodInfo method, XDocument docs)
    {
        string name = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        bool named = Members(docs)
            .Where(member => IsOf(member.Attribute("name")!.Value, name))
            .Any(member => member.Element("remarks") is { } remarks
                && remarks.Value.Contains("Source:", StringComparison.Ordinal)
                && remarks.Descendants("see").Any(see => see.Attribute("href")?.Value.StartsWith("https://dev.wildberries.ru/", StringComparison.Ordinal) == true));
        if (!named)
            yield return $"{name[2..]} does not name its source";
    }

    // Generators write docs of their own on internal types.
    private static bool IsOfPublicType(XElement member)
    {
        string name = member.Attribute("name")!.Value[2..].Split('(')[0];
        return PublicTypeNames.Contains(name) || (name.LastIndexOf('.') is var dot and > 0 && PublicTypeNames.Contains(name[..dot]));
    }

    [GeneratedRegex(@"\p{IsCyrillic}+")]
    private static partial Regex Cyrillic();

#pragma warning disable CA1051, CA1070, CA1822, CA2225, CS0067, CS0649 // Only its shape matters.
    internal sealed class Undocumented<T>(int value)
    {
        public int Field = value;

        public event EventHandler? Event;

        public int Property { get; set; }

        public static Undocumented<T> operator +(Undocumented<T> a, Undocumented<T> b) => a;

        public void Method(int number) => Property = number;

        public void Method(string text) => Property = text.Length;
    }
#pragma warning restore CA1051, CA1070, CA1822, CA2225, CS0067, CS0649
}
