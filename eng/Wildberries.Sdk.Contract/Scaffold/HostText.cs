using System.Globalization;
using System.Reflection;
using System.Text;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>What holds for a whole host: the SDK's own class where there is one, else a draft of it.</summary>
internal sealed class HostText
{
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    private HostText(string name, string? text)
    {
        Name = name;
        Text = text;
    }

    /// <summary>The class.</summary>
    public string Name { get; }

    /// <summary>The file; <see langword="null"/> where the SDK has the host.</summary>
    public string? Text { get; }

    /// <summary>How many requests a 4XX costs on the whole host.</summary>
    public int ClientErrorCost { get; private init; } = 1;

    /// <param name="documents">WB's documents: a host's groups span areas.</param>
    /// <param name="host">The address.</param>
    public static HostText Of(WbDocuments documents, string host)
    {
        if (Known(host) is { } known)
        {
            var own = new HostText(known.Name, null) { ClientErrorCost = known.GetCustomAttribute<WildberriesApiAttribute>()!.ClientErrorCost };
            foreach (FieldInfo group in known.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral))
                own._groups[(string)group.GetRawConstantValue()!] = $"{known.Name}.{group.Name}";
            return own;
        }

        string name = Names.Pascal(LabelOf(host)) + "Host";
        WbOperation[] rows = [.. documents.Operations.Where(r => r.Host == host && r.Retired is null && !r.IsPing)];
        int cost = rows.GroupBy(r => r.ClientErrorCost).MaxBy(g => g.Count())!.Key;
        var attributes = new StringBuilder();
        var constants = new StringBuilder();
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, WbOperation> group in rows.Where(r => AttributeText.GroupOf(r) is not null).GroupBy(r => AttributeText.GroupOf(r)!, StringComparer.Ordinal))
        {
            string constant = Names.Pascal(group.Key);
            groups[group.Key] = $"{name}.{constant}";
            foreach (string limit in AttributeText.Shared(constant, group))
                attributes.Append(limit).Append('\n');
            constants.Append(CultureInfo.InvariantCulture, $"    /// <summary></summary>\n    public const string {constant} = {ModelText.Literal(group.Key)};\n\n");
        }

        string? sandbox = rows.Select(r => r.SandboxHost).FirstOrDefault(s => s is not null);
        string address = ModelText.Literal(host)
            + (sandbox is null ? "" : $", SandboxHost = {ModelText.Literal(sandbox)}")
            + (cost == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", ClientErrorCost = {cost}"));
        string usings = attributes.Length == 0 ? "" : "using Wildberries.Sdk.Authentication;\nusing Wildberries.Sdk.RateLimiting;\n\n";
        string body = constants.Length == 0 ? ";\n" : $"\n{{\n{constants.ToString().TrimEnd('\n')}\n}}\n";
        var draft = new HostText(
            name,
            $"{usings}namespace Wildberries.Sdk.Operations.Hosts;\n\n/// <summary></summary>\n[WildberriesApi({address})]\n{attributes}public static class {name}{body}")
        {
            ClientErrorCost = cost,
        };
        foreach ((string group, string constant) in groups)
            draft._groups[group] = constant;
        return draft;
    }

    /// <summary>A group of the host, as an operation names it.</summary>
    public string Group(string group) => _groups.GetValueOrDefault(group) ?? ModelText.Literal(group);

    /// <summary>The host's name in the emulator's routes.</summary>
    public static string LabelOf(string host) => new Uri(host).Host.Split('.')[0];

    private static Type? Known(string host) => typeof(CommonHost).Assembly.GetTypes().FirstOrDefault(
        type => type.Namespace == typeof(CommonHost).Namespace && type.GetCustomAttribute<WildberriesApiAttribute>()?.Host == host);
}
