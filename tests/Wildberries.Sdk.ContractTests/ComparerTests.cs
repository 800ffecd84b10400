using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.ContractTests.HandMade;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests;

/// <summary>The comparer finds what is wrong, and nothing else: tried on documents and interfaces of our own making.</summary>
public sealed class ComparerTests
{
    private static readonly Dictionary<string, Type> Later = new(StringComparer.Ordinal) { ["Right.File 202"] = typeof(RightLater) };

    [Fact]
    public void An_interface_that_agrees_has_no_difference()
    {
        IReadOnlyList<WildberriesOperation> operations = WildberriesOperations.Of<IRightApi>();
        var comparer = new OperationComparer(HandMadeDocuments.Read(), operations, Later);
        Assert.Empty(operations.SelectMany(o => Enum.GetValues<Aspect>().SelectMany(a => comparer.Compare(o, a))).Select(d => d.ToString()));
        Assert.Empty(comparer.Missing());
    }

    [Theory]
    [InlineData(
        Aspect.Route,
        "Wrong.File: host: https://things-api.wildberries.ru in operations.json, https://other-api.wildberries.ru in C#",
        "Wrong.File: host: https://things-api.wildberries.ru in things.yaml, https://other-api.wildberries.ru in C#",
        "Wrong.Find: host: https://things-api.wildberries.ru in operations.json, https://other-api.wildberries.ru in C#",
        "Wrong.Find: host: https://things-api.wildberries.ru in things.yaml, https://other-api.wildberries.ru in C#",
        "Wrong.Find: sandbox host: https://things-api-sandbox.wildberries.ru in operations.json, none in C#",
        "Wrong.NoSuchVerb: route: PUT /api/v1/things/{id} is not an operation of WB",
        "Wrong.Note: host: https://things-api.wildberries.ru in operations.json, https://other-api.wildberries.ru in C#",
        "Wrong.Note: host: https://things-api.wildberries.ru in things.yaml, https://other-api.wildberries.ru in C#",
        "Wrong.Note: sandbox host: none in operations.json, https://other-api-sandbox.wildberries.ru in C#",
        "Wrong.Old: host: https://things-api.wildberries.ru in operations.json, https://other-api.wildberries.ru in C#",
        "Wrong.Old: route: GET /api/v1/things/old was turned off by WB on 2026-01-01",
        "Wrong.Ping: host: https://other-api.wildberries.ru is not among the hosts that WB lists for it")]
    [InlineData(
        Aspect.Parameters,
        "Wrong.Find: parameter day (query): required in WB's document, optional in C#",
        "Wrong.Find: parameter extra (query): in FindAsync, not in WB's document",
        "Wrong.Find: parameter id (path): integer in WB's document, String in C#",
        "Wrong.Find: parameter page (query): optional in WB's document, required in C#",
        "Wrong.Find: parameter tags (query): array in WB's document, String in C#",
        "Wrong.Find: parameter tags (query): optional in WB's document, required in C#",
        "Wrong.Note: parameter file (form): array in WB's document, String in C#",
        "Wrong.Note: parameter note (form): required in WB's document, optional in C#",
        "Wrong.Note: parameter title (form): in WB's document, not in NoteAsync",
        "Wrong.Old: parameters: cannot be compared: no document of WB has its shapes")]
    [InlineData(
        Aspect.Body,
        "Wrong.File: body: in FileAsync, not in WB's document",
        "Wrong.Find: body: ids: required in WB's document, nullable in C#",
        "Wrong.Find: body: ids[]: integer in WB's document, String in C#",
        "Wrong.Find: body: order: DayOfWeek? is a bare enum",
        "Wrong.Find: body: required in WB's document, optional in C#",
        "Wrong.Find: body: text: optional in WB's document, neither nullable nor a collection in C#",
        "Wrong.Old: body: cannot be compared: no document of WB has its shapes")]
    [InlineData(
        Aspect.Answer,
        "Wrong.File: answer 200: image/png in WB's document, RightPage in C#",
        "Wrong.File: answer 202: seconds: in WB's document, not in RightPage",
        "Wrong.File: answer 202: things: in RightPage, not in WB's document",
        "Wrong.File: answer 202: total: in RightPage, not in WB's document",
        "Wrong.Find: answer: Total: WrongPage.Total has no [JsonPropertyName]",
        "Wrong.Find: answer: invented: in WrongPage, not in WB's document",
        "Wrong.Find: answer: things[].day: may be missing by WB's document, required in C#",
        "Wrong.Find: answer: things[].day: string in WB's document, Int64 in C#",
        "Wrong.Find: answer: things[].gone: in WB's document, not in WrongThing",
        "Wrong.Find: answer: things[].id: integer in WB's document, String in C#",
        "Wrong.Find: answer: things[].kind: the value \"huge\" is in WrongKind, not in WB's document",
        "Wrong.Find: answer: things[].kind: the value \"small\" is in WB's document, not in WrongKind",
        "Wrong.Find: answer: things[].names{}: string in WB's document, Int64 in C#",
        "Wrong.Find: answer: things[].part: object in WB's document, IReadOnlyList<WrongThing> in C#",
        "Wrong.Find: answer: things[].price: Double? is a floating point",
        "Wrong.Find: answer: things[].size.width: may be null by WB's document, not nullable in C#",
        "Wrong.Find: answer: things[].size: may be null by WB's document, not nullable in C#",
        "Wrong.Find: answer: total: in WB's document, not in WrongPage",
        "Wrong.Note: answer: left: may be missing by WB's document, required in C#",
        "Wrong.Note: answer: right: in WB's document, not in WrongNote",
        "Wrong.Old: answer: cannot be compared: no document of WB has its shapes",
        "Wrong.Ping: answer: JSON in WB's document, no model in C#")]
    [InlineData(
        Aspect.Category,
        "Wrong.File: category: commonapi in operations.json, Content in C#",
        "Wrong.Find: category: content in operations.json, Prices in C#")]
    [InlineData(Aspect.Access, "Wrong.Find: access: Read in operations.json, Write in C#")]
    [InlineData(
        Aspect.TokenKinds,
        "Wrong.Find: token types: base may not call it by operations.json, and may in C#",
        "Wrong.Find: token types: personal may call it by operations.json, and may not in C#")]
    [InlineData(
        Aspect.Limits,
        "Wrong.Find: limit for base-with-secret: no row in operations.json, 3 per 60 s, burst 6 in C#",
        "Wrong.Find: limit for base: 1 per 3600 s, burst 1 in operations.json, 1 per 3600 s, burst 2 in C#",
        "Wrong.Find: limit for personal: 2 rows in C#",
        "Wrong.Find: limit for personal: 3 per 60 s, burst 5 in operations.json, 4 per 60 s, burst 5 in C#",
        "Wrong.Find: limit for personal: one request every 20.0 s in operations.json, every 15 s in C#",
        "Wrong.Find: limit for service: 3 per 60 s, burst 5 in operations.json, no row in C#",
        "Wrong.Note: limit of its group for base-with-secret: one in 20 s, burst 1 in operations.json, one in 1 s, burst 1 in C#",
        "Wrong.Note: limit of its group for base: one in 3600 s, burst 1 in operations.json, one in 1 s, burst 1 in C#",
        "Wrong.Note: limit of its group for personal: one in 20 s, burst 1 in operations.json, one in 1 s, burst 1 in C#",
        "Wrong.Note: limit of its group for service: one in 20 s, burst 1 in operations.json, one in 1 s, burst 1 in C#")]
    [InlineData(
        Aspect.LimitGroup,
        "Wrong.File: limit scope: \"method\" in operations.json, \"Notes\" in C#",
        "Wrong.File: limit scope: shared with Wrong.Note in C# (\"Notes\"), not by operations.json",
        "Wrong.Find: limit scope: \"for all methods of things\" in operations.json, the operation's own in C#",
        "Wrong.Find: limit scope: shared with Wrong.Note by operations.json (\"for all methods of things\"), not in C#",
        "Wrong.Note: limit scope: shared with Wrong.File in C# (\"Notes\"), not by operations.json",
        "Wrong.Note: limit scope: shared with Wrong.Find by operations.json (\"for all methods of things\"), not in C#")]
    [InlineData(Aspect.ClientErrorCost, "Wrong.Find: 4XX cost: 10 in operations.json, 1 in C#")]
    public void An_interface_that_disagrees_shows_every_difference(Aspect aspect, params string[] expected)
    {
        IReadOnlyList<WildberriesOperation> operations = WildberriesOperations.Of<IWrongApi>();
        var comparer = new OperationComparer(HandMadeDocuments.Read(), operations, new Dictionary<string, Type>(StringComparer.Ordinal));
        string[] found = [.. operations.SelectMany(o => comparer.Compare(o, aspect)).Select(d => d.ToString()).Order(StringComparer.Ordinal)];
        Assert.Equal(expected.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void A_body_that_the_method_does_not_show_needs_a_model()
    {
        IReadOnlyList<WildberriesOperation> operations = WildberriesOperations.Of<IRightApi>();
        var comparer = new OperationComparer(HandMadeDocuments.Read(), operations, new Dictionary<string, Type>(StringComparer.Ordinal));
        Difference difference = Assert.Single(comparer.Compare(operations.Single(o => o.MethodName == "FileAsync"), Aspect.Answer));
        Assert.Equal("Right.File: answer 202: JSON in WB's document, no model in C#", difference.ToString());
    }

    [Fact]
    public void An_operation_that_a_built_area_lacks_is_missing()
    {
        WildberriesOperation[] operations = [.. WildberriesOperations.Of<IRightApi>().Where(o => o.MethodName is "FindAsync" or "FileAsync")];
        var comparer = new OperationComparer(HandMadeDocuments.Read(), operations, Later);
        Assert.Equal(
            [
                "HandMade: operations: POST /api/v1/things/notes is in force at WB, not in the SDK",
                "HandMade: operations: GET /ping of https://things-api.wildberries.ru is in force at WB, not in the SDK",
            ],
            comparer.Missing().Select(d => d.ToString()));
    }
}
