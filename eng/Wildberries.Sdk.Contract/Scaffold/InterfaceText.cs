using System.Text;
using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>The text of an area's interface.</summary>
internal static class InterfaceText
{
    private const int MaxLine = 140;

    public static string Of(
        string area, HostText host, IReadOnlyList<DraftOperation> operations, WbOperation? ping, IReadOnlyList<string> pingSandboxes)
    {
        var methods = new StringBuilder();
        if (ping is not null)
        {
            string sandbox = operations[0].Row.Host.Replace("-api.", "-api-sandbox.", StringComparison.Ordinal);
            Method(methods, "Ping", ping, host, PageLinks.Ping, pingSandboxes.Contains(sandbox, StringComparer.Ordinal), false, [], "PingResponse", isForm: false);
        }

        foreach (DraftOperation operation in operations)
        {
            Method(
                methods, operation.Name, operation.Row, host, operation.Source, operation.Row.SandboxHost is not null, operation.MayAnswerEmpty,
                Parameters(operation), operation.Answer, operation.Row.FormBody is not null);
        }

        string text = methods.ToString();
        string[] usings =
        [
            .. text.Contains("JsonElement", StringComparison.Ordinal) ? (string[])["System.Text.Json"] : [],
            "Refit", "Wildberries.Sdk.Authentication",
            .. ping is null ? (string[])[] : ["Wildberries.Sdk.Common"],
            "Wildberries.Sdk.Operations", "Wildberries.Sdk.Operations.Hosts", "Wildberries.Sdk.RateLimiting",
        ];
        return $$"""
            {{string.Concat(usings.Select(u => $"using {u};\n"))}}
            namespace Wildberries.Sdk.{{area}};

            /// <summary></summary>
            /// <remarks>Source: <see href="{{operations[0].Source.Split("/operation/")[0]}}"/>.</remarks>
            [WildberriesApi(typeof({{host.Name}}))] // and [Area<Areas.{{area}}>], once Http/Areas.cs has the area
            public interface I{{area}}Api
            {
            {{text.TrimStart('\n')}}}

            """;
    }

    private static void Method(
        StringBuilder text, string name, WbOperation row, HostText host, string source, bool sandboxed, bool mayAnswerEmpty,
        IReadOnlyList<(string Name, string Text)> parameters, string? answer, bool isForm)
    {
        Line("/// <summary></summary>", first: true);
        foreach ((string parameter, _) in parameters)
            Line($"/// <param name=\"{parameter.TrimStart('@')}\"></param>");
        Line("/// <param name=\"cancellationToken\">Cancels the request.</param>");
        Line("/// <returns></returns>");
        Line($"/// <remarks>Source: <see href=\"{source}\"/>.</remarks>");
        if (isForm)
            Line("[Multipart]");
        Line($"[{char.ToUpperInvariant(row.Method[0])}{row.Method[1..].ToLower(System.Globalization.CultureInfo.InvariantCulture)}(\"{row.Path}\")]");
        foreach (string attribute in AttributeText.Operation(row, host, sandboxed, mayAnswerEmpty))
            Line(attribute);

        string[] all = [.. parameters.Select(p => p.Text), "CancellationToken cancellationToken = default"];
        string start = $"Task{(answer is null ? "" : $"<{answer}>")} {name}Async(";
        string one = $"{start}{string.Join(", ", all)});";
        Line(one.Length + 4 <= MaxLine ? one : $"{start}\n        {string.Join(",\n        ", all)});");

        void Line(string line, bool first = false) => text.Append(first ? "\n    " : "    ").Append(line).Append('\n');
    }

    // The required ones first: what has a default stands behind them.
    private static IReadOnlyList<(string Name, string Text)> Parameters(DraftOperation operation)
    {
        var required = new List<(string, string)>();
        var optional = new List<(string, string)>();
        foreach ((WbParameter parameter, DraftType type) in operation.Parameters)
        {
            string name = Names.Camel(parameter.Name);
            var attributes = new List<string>();
            if (parameter.Place == "header")
                attributes.Add($"Header({ModelText.Literal(parameter.Name)})");
            else if (name.TrimStart('@') != parameter.Name)
                attributes.Add($"AliasAs({ModelText.Literal(parameter.Name)})");
            if (parameter.Place == "query" && type.Kind == DraftKind.List)
                attributes.Add($"Query(CollectionFormat.{(parameter.IsRepeated ? "Multi" : "Csv")})");
            string start = attributes.Count == 0 ? "" : $"[{string.Join(", ", attributes)}] ";
            if (parameter.Required || parameter.Place == "path")
                required.Add((name, $"{start}{type.Name} {name}"));
            else
                optional.Add((name, $"{start}{type.Name}? {name} = null"));
        }

        if (operation.Body is { } body)
            required.Add(("request", $"[Body] {body} request"));
        return [.. required, .. optional];
    }
}
