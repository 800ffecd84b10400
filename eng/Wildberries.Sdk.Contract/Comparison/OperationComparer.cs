using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>Compares operations of the SDK with what WB publishes about them.</summary>
/// <param name="documents">What WB publishes.</param>
/// <param name="all">The SDK's operations: a shared limit is looked for among them.</param>
/// <param name="answerModels">
/// What a body is read into that the method's own answer type does not show, by operation and status: "BuyerChat.Download 202".
/// </param>
internal sealed partial class OperationComparer(
    WbDocuments documents, IReadOnlyList<WildberriesOperation> all, IReadOnlyDictionary<string, Type> answerModels)
{
    private const string Table = WbDocuments.OperationsFile;

    private static readonly Dictionary<string, TokenCategory> Categories = new(StringComparer.Ordinal)
    {
        ["all"] = TokenCategory.None,
        ["commonapi"] = TokenCategory.None,
        ["content"] = TokenCategory.Content,
        ["contentanalytics"] = TokenCategory.Analytics,
        ["discountsandprices"] = TokenCategory.Prices,
        ["marketplace"] = TokenCategory.Marketplace,
        ["statistics"] = TokenCategory.Statistics,
        ["advert"] = TokenCategory.Promotion,
        ["questionsandfeedback"] = TokenCategory.Feedbacks,
        ["buyerchat"] = TokenCategory.BuyersChat,
        ["supplies"] = TokenCategory.Supplies,
        ["returns"] = TokenCategory.BuyersReturns,
        ["documents"] = TokenCategory.Documents,
        ["finance"] = TokenCategory.Finance,
        ["usermanagement"] = TokenCategory.Users,
    };

    private static readonly (string Name, TokenKinds Kind)[] Kinds =
    [
        ("personal", TokenKinds.Personal),
        ("service", TokenKinds.Service),
        ("base-with-secret", TokenKinds.BaseWithSecret),
        ("base", TokenKinds.Base),
    ];

    // Scopes that are the operation's own; every other text names a group.
    private static readonly string[] OwnScopes =
        ["method", "method, on each host apart", "Non-tabular limit from the official operation description"];

    /// <summary>The category that a row's word means, or null.</summary>
    public static TokenCategory? CategoryOf(string name) => Categories.TryGetValue(name, out TokenCategory category) ? category : null;

    /// <summary>The kind of token that a row's word means.</summary>
    public static TokenKinds TokensOf(string name) => Array.Find(Kinds, k => k.Name == name) is { Name: not null } kind
        ? kind.Kind
        : throw new FormatException($"{name} is no kind of token that the tool knows.");

    /// <summary>Whether a limit of this scope is the operation's own.</summary>
    public static bool IsOwnScope(string scope) => OwnScopes.Contains(scope, StringComparer.Ordinal);

    public WbOperation? Row(WildberriesOperation operation) => documents.Find(operation.HttpMethod.Method, BarePath(operation));

    /// <summary>Compares everything.</summary>
    public IEnumerable<Difference> Compare(WildberriesOperation operation) => Enum.GetValues<Aspect>().SelectMany(a => Compare(operation, a));

    public IReadOnlyList<Difference> Compare(WildberriesOperation operation, Aspect aspect)
    {
        if (Row(operation) is not { } row)
        {
            return aspect == Aspect.Route
                ? [new Difference(operation.Name, "route", $"{operation.HttpMethod} {BarePath(operation)} is not an operation of WB")]
                : [];
        }

        IEnumerable<Difference> differences = aspect switch
        {
            Aspect.Route => Route(operation, row),
            Aspect.Parameters => WithShapes(operation, row, "parameters", Parameters),
            Aspect.Body => WithShapes(operation, row, "body", Body),
            Aspect.Answer => WithShapes(operation, row, "answer", Answer),
            Aspect.Category => Category(operation, row),
            Aspect.Access => Access(operation, row),
            Aspect.TokenKinds => Tokens(operation, row),
            Aspect.Limits => Limits(operation, row),
            Aspect.LimitGroup => Scope(operation, row),
            Aspect.ClientErrorCost => Cost(operation, row),
            Aspect.DescribedValues => row.HasShapes ? Parameters(operation, row).Concat(Body(operation, row)).Concat(Answer(operation, row)) : [],
            _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect, "No such aspect."),
        };
        return [.. differences.Where(d => d.FromDescription == (aspect == Aspect.DescribedValues)).Distinct()];
    }

    /// <summary>The operations in force of the areas that are built which the SDK does not have.</summary>
    public IReadOnlyList<Difference> Missing()
    {
        HashSet<string> built = [.. all.Select(Areas.Of)];
        HashSet<string> hosts = [.. all.Select(o => Origin(o.Host))];
        return
        [
            .. Absent().Where(r => Areas.Of(r, all) is { } area && built.Contains(area))
                .Select(r => new Difference(Areas.Of(r, all)!, "operations", $"{r} is in force at WB, not in the SDK")),
            .. PingHosts().Where(h => hosts.Contains(h) && !all.Any(o => Origin(o.Host) == h && Row(o)?.IsPing == true))
                .Select(h => new Difference(Areas.Of(all.First(o => Origin(o.Host) == h)), "operations", $"GET /ping of {h} is in force at WB, not in the SDK")),
        ];
    }

    /// <summary>The operations in force of areas that are not built, by area; null where no area is known for them.</summary>
    public ILookup<string?, WbOperation> NotBuilt()
    {
        HashSet<string> built = [.. all.Select(Areas.Of)];
        return Absent().Where(r => Areas.Of(r, all) is not { } area || !built.Contains(area)).ToLookup(r => Areas.Of(r, all));
    }

    // An operation that WB has moved to another host is there, and its host is a difference.
    private IEnumerable<WbOperation> Absent()
    {
        HashSet<WbOperation?> have = [.. all.Select(Row)];
        return documents.Operations.Where(r => r.Retired is null && !r.IsPing && !have.Contains(r));
    }

    /// <summary>The hosts for which WB lists a connection check.</summary>
    private HashSet<string> PingHosts() => documents.Operations.FirstOrDefault(r => r.IsPing) is { } row ? PingHosts(row) : [];

    // The one row stands for many hosts; the document lists them in its text.
    public static HashSet<string> PingHosts(WbOperation row) => [.. PingHost().Matches(row.Description).Select(m => m.Groups[1].Value)];

    public static string Origin(Uri host) => host.GetLeftPart(UriPartial.Authority);

    private static IEnumerable<Difference> Route(WildberriesOperation operation, WbOperation row)
    {
        if (row.Retired is { } day)
            yield return new Difference(operation.Name, "route", $"{row} was turned off by WB on {day}");

        string host = Origin(operation.Host);
        string? sandbox = operation.SandboxHost is null ? null : Origin(operation.SandboxHost);
        if (row.IsPing)
        {
            HashSet<string> hosts = PingHosts(row);
            string? expected = hosts.FirstOrDefault(h => h == host.Replace("-api.", "-api-sandbox.", StringComparison.Ordinal));
            if (!hosts.Contains(host))
                yield return new Difference(operation.Name, "host", $"{host} is not among the hosts that WB lists for it");
            if (sandbox != expected)
                yield return new Difference(operation.Name, "sandbox host", $"{expected ?? "none"} in WB's document, {sandbox ?? "none"} in C#");
            yield break;
        }

        if (host != row.Host)
            yield return new Difference(operation.Name, "host", $"{row.Host} in operations.json, {host} in C#");
        if (sandbox != row.SandboxHost)
            yield return new Difference(operation.Name, "sandbox host", $"{row.SandboxHost ?? "none"} in operations.json, {sandbox ?? "none"} in C#");
        if (row.HasShapes && !row.DocumentServers.Contains(host))
            yield return new Difference(operation.Name, "host", $"{string.Join(", ", row.DocumentServers)} in {row.Schema}, {host} in C#");
    }

    private static IEnumerable<Difference> WithShapes(
        WildberriesOperation operation, WbOperation row, string where, Func<WildberriesOperation, WbOperation, IEnumerable<Difference>> compare) =>
        row.HasShapes
            ? compare(operation, row)
            : [new Difference(operation.Name, where, "cannot be compared: no document of WB has its shapes")];

    private IEnumerable<Difference> Parameters(WildberriesOperation operation, WbOperation row)
    {
        var differences = new List<Difference>();
        var ours = ClrParameter.Of(Method(operation), operation.Path).Where(p => p.Place != "body").ToDictionary(p => (p.Name, p.Place));
        foreach (string name in FixedQuery(operation))
            ours[(name, "query")] = new ClrParameter(name, "query", true, null!);

        // The token is the pipeline's affair.
        foreach (WbParameter their in row.Parameters.Where(p => p is not { Place: "header", Name: "Authorization" }))
        {
            string where = $"parameter {their.Name} ({their.Place})";
            if (!ours.Remove((their.Name, their.Place), out ClrParameter? our))
            {
                differences.Add(new Difference(operation.Name, where, $"in WB's document, not in {operation.MethodName}"));
                continue;
            }

            if (our.Info is null)
                continue;
            if (their.Required && !our.Required)
                differences.Add(new Difference(operation.Name, where, "required in WB's document, optional in C#"));
            if (!their.Required && our.Required)
                differences.Add(new Difference(operation.Name, where, "optional in WB's document, required in C#"));
            differences.AddRange(new ModelComparer(operation.Name, where, isRequest: true).Compare(our.Info.ParameterType, their.Shape));
        }

        differences.AddRange(ours.Values.Select(p =>
            new Difference(operation.Name, $"parameter {p.Name} ({p.Place})", $"in {operation.MethodName}, not in WB's document")));
        return differences;
    }

    private IEnumerable<Difference> Body(WildberriesOperation operation, WbOperation row)
    {
        ClrParameter? our = ClrParameter.Of(Method(operation), operation.Path).FirstOrDefault(p => p.Place == "body");
        WbShape? their = row.JsonBody;
        if (our is null && their is null)
            return [];
        if (their is null)
            return [new Difference(operation.Name, "body", $"in {operation.MethodName}, not in WB's document")];
        if (our is null)
            return [new Difference(operation.Name, "body", $"in WB's document, not in {operation.MethodName}")];

        var differences = new List<Difference>();
        if (row.BodyRequired && !our.Required)
            differences.Add(new Difference(operation.Name, "body", "required in WB's document, optional in C#"));
        differences.AddRange(new ModelComparer(operation.Name, "body", isRequest: true).Compare(our.Info.ParameterType, their));
        return differences;
    }

    private IEnumerable<Difference> Answer(WildberriesOperation operation, WbOperation row)
    {
        Type? model = AnswerModel(operation);
        bool isRaw = model is not null && IsRaw(model);
        WbAnswer[] bodies = [.. row.Answers.Where(a => a is { IsSuccess: true, ContentType: not null })];
        if (model is not null && !isRaw && !bodies.Any(b => b.IsJson))
            yield return new Difference(operation.Name, "answer", $"no JSON in WB's document, {ClrType.Name(model)} in C#");

        foreach (WbAnswer body in bodies)
        {
            string where = bodies.Length > 1 ? $"answer {body.Status}" : "answer";
            if (!body.IsJson)
            {
                if (!isRaw)
                    yield return new Difference(operation.Name, where, $"{body.ContentType} in WB's document, {(model is null ? "nothing" : ClrType.Name(model))} in C#");
                continue;
            }

            Type? read = AnswerModel(operation, body.Status);
            if (read is null)
            {
                yield return new Difference(operation.Name, where, "JSON in WB's document, no model in C#");
                continue;
            }

            if (body.Shape is null)
            {
                yield return new Difference(operation.Name, where, $"no schema in WB's document, {ClrType.Name(read)} in C#");
                continue;
            }

            foreach (Difference difference in new ModelComparer(operation.Name, where, isRequest: false).Compare(read, body.Shape))
                yield return difference;
        }
    }

    private static IEnumerable<Difference> Category(WildberriesOperation operation, WbOperation row)
    {
        foreach ((string source, string? category) in new[] { (Table, row.Category), (row.Schema ?? "", row.DocumentCategory) })
        {
            if (category is null)
                continue;
            if (!Categories.TryGetValue(category, out TokenCategory expected))
                yield return new Difference(operation.Name, "category", $"{category} in {source}, unknown to the comparison");
            else if (operation.Category != expected)
                yield return new Difference(operation.Name, "category", $"{category} in {source}, {operation.Category} in C#");
        }
    }

    private static IEnumerable<Difference> Access(WildberriesOperation operation, WbOperation row)
    {
        foreach ((string source, bool? readOnly) in new[] { (Table, row.ReadOnly ?? false), (row.Schema ?? "", row.DocumentReadOnly) })
        {
            OperationAccess expected = readOnly == true ? OperationAccess.Read : OperationAccess.Write;
            if (readOnly is not null && operation.Access != expected)
                yield return new Difference(operation.Name, "access", $"{expected} in {source}, {operation.Access} in C#");
        }
    }

    private static IEnumerable<Difference> Tokens(WildberriesOperation operation, WbOperation row)
    {
        // A document that says nothing of the operation's category says nothing of its tokens either.
        (string, IReadOnlyList<string>?)[] sources = row.DocumentCategory is null
            ? [(Table, row.TokenKinds)]
            : [(Table, row.TokenKinds), (row.Schema ?? "", row.DocumentTokenTypes)];
        foreach ((string source, IReadOnlyList<string>? types) in sources)
        {
            foreach ((string name, TokenKinds kind) in Kinds)
            {
                bool theirs = types?.Contains(name) ?? true;
                bool ours = (operation.TokenKinds & kind) != 0;
                if (theirs != ours)
                    yield return new Difference(operation.Name, "token types", $"{name} {(theirs ? "may" : "may not")} call it by {source}, and {(ours ? "may" : "may not")} in C#");
            }

            foreach (string name in (types ?? []).Except(Kinds.Select(k => k.Name), StringComparer.Ordinal))
                yield return new Difference(operation.Name, "token types", $"{name} in {source}, unknown to the comparison");
        }
    }

    private IEnumerable<Difference> Limits(WildberriesOperation operation, WbOperation row) =>
        operation.LimitGroup is not null && !OwnScopes.Contains(row.LimitScope, StringComparer.Ordinal)
            ? GroupLimits(operation, row)
            : OwnLimits(operation, row);

    // The rows of a group stand once in C#, the strictest of them: what holds for each kind of token is compared.
    private IEnumerable<Difference> GroupLimits(WildberriesOperation operation, WbOperation row)
    {
        WbOperation[] group = [.. documents.Operations.Where(o => o.Retired is null && o.LimitScope == row.LimitScope && o.Category == row.Category)];
        foreach ((string name, TokenKinds kind) in Kinds)
        {
            WbLimit[] theirs = [.. group.Select(o => Holding(o.Limits, name)).OfType<WbLimit>()];
            string expected = theirs.Length == 0 ? "none" : DescribeBucket(theirs.Max(l => l.IntervalSeconds), theirs.Min(l => l.Burst));
            string actual = operation.FindRateLimit(kind) is { } ours ? DescribeBucket((decimal)ours.Interval.TotalSeconds, ours.Burst) : "none";
            if (actual != expected)
                yield return new Difference(operation.Name, $"limit of its group for {name}", $"{expected} in operations.json, {actual} in C#");
        }
    }

    private static WbLimit? Holding(IReadOnlyList<WbLimit> rows, string token)
    {
        return Of(token) ?? Of("any") ?? (token == "base-with-secret" ? Of("service") : null) ?? Of("base");

        WbLimit? Of(string name) => rows.FirstOrDefault(r => r.Token == name);
    }

    private static string DescribeBucket(decimal intervalSeconds, int burst) =>
        string.Create(CultureInfo.InvariantCulture, $"one in {intervalSeconds:0.###} s, burst {burst}");

    private static IEnumerable<Difference> OwnLimits(WildberriesOperation operation, WbOperation row)
    {
        var ours = new Dictionary<string, List<RateLimit>>(StringComparer.Ordinal);
        foreach (RateLimit limit in operation.RateLimits)
        {
            IEnumerable<string> names = limit.Tokens == TokenKinds.Any
                ? ["any"]
                : Kinds.Where(k => (limit.Tokens & k.Kind) != 0).Select(k => k.Name);
            foreach (string name in names)
            {
                if (!ours.TryGetValue(name, out List<RateLimit>? rows))
                    ours[name] = rows = [];
                rows.Add(limit);
            }
        }

        foreach (WbLimit their in row.Limits)
        {
            string where = $"limit for {their.Token}";
            string expected = Describe(their.Requests, their.PeriodSeconds, their.Burst);
            if (!ours.Remove(their.Token, out List<RateLimit>? rows))
            {
                yield return new Difference(operation.Name, where, $"{expected} in operations.json, no row in C#");
                continue;
            }

            if (rows.Count > 1)
                yield return new Difference(operation.Name, where, $"{rows.Count} rows in C#");
            string actual = Describe(rows[0].Requests, (decimal)rows[0].Period.TotalSeconds, rows[0].Burst);
            if (actual != expected)
                yield return new Difference(operation.Name, where, $"{expected} in operations.json, {actual} in C#");

            // operations.json rounds the interval to milliseconds.
            if (Math.Abs((decimal)rows[0].Interval.TotalSeconds - their.IntervalSeconds) >= 0.001m)
                yield return new Difference(operation.Name, where, $"one request every {their.IntervalSeconds} s in operations.json, every {rows[0].Interval.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s in C#");
        }

        foreach ((string name, List<RateLimit> rows) in ours)
            yield return new Difference(operation.Name, $"limit for {name}", $"no row in operations.json, {rows[0]} in C#");
    }

    private IEnumerable<Difference> Scope(WildberriesOperation operation, WbOperation row)
    {
        foreach (WildberriesOperation other in all)
        {
            if (other == operation || Row(other) is not { } otherRow)
                continue;
            bool theirs = !IsOwnScope(row.LimitScope)
                && row.LimitScope == otherRow.LimitScope
                && row.Category == otherRow.Category;
            bool ours = operation.LimitGroup is not null && operation.LimitGroup == other.LimitGroup && operation.Category == other.Category;
            if (theirs != ours)
            {
                yield return new Difference(
                    operation.Name,
                    "limit scope",
                    theirs ? $"shared with {other.Name} by operations.json (\"{row.LimitScope}\"), not in C#" : $"shared with {other.Name} in C# (\"{operation.LimitGroup}\"), not by operations.json");
            }
        }

        // A group of which only one operation is built has nobody to be compared with.
        bool named = !IsOwnScope(row.LimitScope);
        if (named != operation.LimitGroup is not null)
            yield return new Difference(operation.Name, "limit scope", $"\"{row.LimitScope}\" in operations.json, {(operation.LimitGroup is null ? "the operation's own" : $"\"{operation.LimitGroup}\"")} in C#");
    }

    private static IEnumerable<Difference> Cost(WildberriesOperation operation, WbOperation row)
    {
        if (operation.ClientErrorCost != row.ClientErrorCost)
            yield return new Difference(operation.Name, "4XX cost", $"{row.ClientErrorCost} in operations.json, {operation.ClientErrorCost} in C#");
    }

    /// <summary>What the answer of a status is read into, or null if into nothing.</summary>
    public Type? AnswerModel(WildberriesOperation operation, string status)
    {
        if (answerModels.TryGetValue($"{operation.Name} {status}", out Type? mapped))
            return mapped;
        Type? model = AnswerModel(operation);
        return model is null || IsRaw(model) ? null : model;
    }

    public static MethodInfo Method(WildberriesOperation operation) => operation.ApiType.GetMethod(operation.MethodName)!;

    /// <summary>What the method gives back: the T of Task&lt;T&gt;, a list for what is read row by row, or null.</summary>
    public static Type? AnswerModel(WildberriesOperation operation)
    {
        Type type = Method(operation).ReturnType;
        if (!type.IsGenericType)
            return null;
        if (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            return typeof(IReadOnlyList<>).MakeGenericType(type.GetGenericArguments());
        type = type.GetGenericArguments()[0];
        return type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ApiResponse<>) || type.GetGenericTypeDefinition() == typeof(IApiResponse<>))
            ? type.GetGenericArguments()[0]
            : type;
    }

    /// <summary>Whether the caller gets the answer unread.</summary>
    public static bool IsRaw(Type type) => type == typeof(HttpResponseMessage) || type == typeof(HttpContent) || typeof(Stream).IsAssignableFrom(type);

    private static string BarePath(WildberriesOperation operation) => operation.Path.Split('?')[0];

    private static IEnumerable<string> FixedQuery(WildberriesOperation operation) =>
        operation.Path.Split('?') is [_, var query] ? query.Split('&').Select(p => p.Split('=')[0]) : [];

    private static string Describe(int requests, decimal periodSeconds, int burst) =>
        string.Create(CultureInfo.InvariantCulture, $"{requests} per {periodSeconds:0.###} s, burst {burst}");

    [GeneratedRegex(@"(https://[a-z0-9.-]+)/ping\b")]
    private static partial Regex PingHost();
}
