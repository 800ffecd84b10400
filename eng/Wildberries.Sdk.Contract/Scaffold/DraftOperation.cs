using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>An operation of the area with the types of what it sends and gets.</summary>
internal sealed class DraftOperation
{
    public DraftOperation(WbOperation row, string name, DraftTypes types)
    {
        Row = row;
        Name = name;
        Source = PageLinks.Of(row);
        Parameters = [.. row.Parameters.Where(p => p is not { Place: "header", Name: "Authorization" }).Select(p => (p, TypeOf(p, types)))];
        if (row.JsonBody is { } body)
            Body = Whole(types.Of(body, name + "Request", isRequest: true, Source), list => types.Item(body, name + "Request", isRequest: true, Source).Name + "[]");

        WbAnswer[] bodies = [.. row.Answers.Where(a => a is { IsSuccess: true, ContentType: not null })];
        bool isEmptyToo = row.Answers.Any(a => a is { IsSuccess: true, ContentType: null });
        if (bodies.Length == 0)
            return;
        if (Array.Find(bodies, a => a.IsJson) is not { } json || !Array.TrueForAll(bodies, a => a.IsJson))
        {
            Answer = "HttpResponseMessage";
            return;
        }

        AnswerModel = json.Shape is { } shape ? types.Of(shape, name + "Response", isRequest: false, Source).Name : "JsonElement";
        MayAnswerEmpty = isEmptyToo || json.Shape?.Nullable == true;
        Answer = AnswerModel + (MayAnswerEmpty ? "?" : "");
    }

    public WbOperation Row { get; }

    public string Name { get; }

    /// <summary>The page that describes it.</summary>
    public string Source { get; }

    public IReadOnlyList<(WbParameter Parameter, DraftType Type)> Parameters { get; }

    /// <summary>The type of the JSON body, or null.</summary>
    public string? Body { get; }

    /// <summary>What the method gives, or null if nothing.</summary>
    public string? Answer { get; }

    /// <summary>What the answer is read into, or null.</summary>
    public string? AnswerModel { get; }

    public bool MayAnswerEmpty { get; }

    // A body of an interface type is looked up by the type that it has at run time: a list goes as an array.
    private static string Whole(DraftType type, Func<DraftType, string> array) => type.Kind switch
    {
        DraftKind.List => array(type),
        DraftKind.Map => type.Name.Replace("IReadOnlyDictionary<", "Dictionary<", StringComparison.Ordinal),
        _ => type.Name,
    };

    private DraftType TypeOf(WbParameter parameter, DraftTypes types)
    {
        string name = Names.Pascal(parameter.Name) is { Length: > 3 } own ? own : Name + Names.Pascal(parameter.Name);
        DraftType type = types.Of(parameter.Shape, name, isRequest: true, Source);
        return (parameter.Place, type) switch
        {
            ("form", { Name: "IReadOnlyList<ByteArrayPart>" }) => new DraftType("IEnumerable<ByteArrayPart>", DraftKind.List),
            (_, { Name: "JsonElement" } or { Kind: DraftKind.Map or DraftKind.Object }) when parameter.Place != "form" => new DraftType("string", DraftKind.Text),
            _ => type,
        };
    }
}
