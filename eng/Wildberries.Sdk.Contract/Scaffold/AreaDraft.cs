using System.Globalization;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>
/// A first draft of an area, for a person to finish: names are made of paths and wire names, and docs are empty, for WB's sentences are not copied.
/// </summary>
internal sealed class AreaDraft
{
    private AreaDraft(IReadOnlyDictionary<string, string> files) => Files = files;

    /// <summary>The texts by path.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    public static AreaDraft Of(WbDocuments documents, string area)
    {
        WbOperation[] rows =
        [
            .. documents.Operations.Where(r => r.Retired is null && !r.IsPing && Areas.Of(r, WildberriesOperations.All) == area)
                .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
        ];
        if (rows.Length == 0)
            throw new ArgumentException($"WB's documents have no operation of {area}.");
        if (Array.Find(rows, r => !r.HasShapes) is { } bare)
            throw new FormatException($"No document has the shapes of {bare}.");

        var types = new DraftTypes(area);
        DraftOperation[] operations = [.. rows.Zip(MethodNames(rows), (row, name) => new DraftOperation(row, name, types))];
        WbOperation? ping = Areas.HasPing(area) ? documents.Operations.FirstOrDefault(r => r.IsPing) : null;
        var host = HostText.Of(documents, rows[0].Host);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"I{area}Api.cs"] = InterfaceText.Of(area, host, operations, ping, [.. ping is null ? [] : OperationComparer.PingHosts(ping)]),
            [$"{area}JsonContext.cs"] = StubText.Context(area, operations, ping is not null),
            [$"Emulator/{area}Area.cs"] = StubText.Emulator(area, operations),
            [$"Tests/{area}ApiTests.cs"] = StubText.Tests(area, operations),
        };
        if (host.Text is { } hostText)
            files[$"{host.Name}.cs"] = hostText;
        foreach ((string name, string text) in types.Texts)
            files[$"{name}.cs"] = text;
        return new AreaDraft(files);
    }

    // A method's name must be its own: no overloads. What tells two apart is the placeholder, then the verb, then a number.
    private static string[] MethodNames(WbOperation[] rows)
    {
        string[] names = [.. rows.Select(r => Names.Method(r.Method, r.ReadOnly == true, r.Path))];
        Lengthen(i => Names.ByPlaceholders(rows[i].Path));
        Lengthen(i => "With" + Names.Pascal(rows[i].Method));
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            for (int n = 2; !used.Add(names[i]); n++)
                names[i] = string.Create(CultureInfo.InvariantCulture, $"{name}{n}");
        }

        return names;

        void Lengthen(Func<int, string> by)
        {
            HashSet<string> twice = [.. names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
            for (int i = 0; i < names.Length; i++)
            {
                if (twice.Contains(names[i]))
                    names[i] += by(i);
            }
        }
    }
}
