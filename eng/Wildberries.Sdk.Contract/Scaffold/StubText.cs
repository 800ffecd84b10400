using System.Globalization;
using System.Text;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>The files beside interface and models: the JSON context, and the beginnings of the emulator's part and of the tests.</summary>
internal static class StubText
{
    public static string Context(string area, IReadOnlyList<DraftOperation> operations, bool hasPing)
    {
        string[] types =
        [
            .. (hasPing ? (string[])["PingResponse"] : [])
                .Concat(operations.Select(o => o.Body).OfType<string>().Order(StringComparer.Ordinal))
                .Concat(operations.Select(o => o.AnswerModel).OfType<string>().Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
        string converters = "typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),";
        string json = types.Any(t => t.Contains("JsonElement", StringComparison.Ordinal)) ? "using System.Text.Json;\n" : "";
        return $$"""
            {{json}}using System.Text.Json.Serialization;
            {{(hasPing ? "using Wildberries.Sdk.Common;\n" : "")}}using Wildberries.Sdk.Serialization;

            namespace Wildberries.Sdk.{{area}};

            /// <summary>
            /// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many
            /// forms WB sends numbers and texts: <c>new JsonSerializerOptions({{area}}JsonContext.Default.Options) { TypeInfoResolver =
            /// JsonTypeInfoResolver.Combine({{area}}JsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
            /// </summary>
            [JsonSourceGenerationOptions(
                NumberHandling = JsonNumberHandling.AllowReadingFromString,
                Converters =
                [
                    {{converters}}
                    typeof(StringConverter),
                ])]
            {{string.Concat(types.Select(t => $"[JsonSerializable(typeof({t}))]\n"))}}public sealed partial class {{area}}JsonContext : JsonSerializerContext;

            """;
    }

    /// <summary>
    /// The emulator's part: reads are answered by default; each operation that writes is for a person to give it what it does. Nothing is done yet, and it
    /// says so.
    /// </summary>
    public static string Emulator(string area, IReadOnlyList<DraftOperation> operations)
    {
        var handlers = new StringBuilder();
        foreach (DraftOperation operation in operations.Where(o => o.Row.ReadOnly != true))
        {
            string label = HostText.LabelOf(operation.Row.Host);
            handlers.Append(
                CultureInfo.InvariantCulture,
                $"        Handler.For(\"{operation.Row.Method} {label}{operation.Row.Path}\", _ => throw new NotSupportedException(\"{operation.Name} is not emulated yet.\")),\n");
        }

        return $$"""
            using Wildberries.Sdk.{{area}};
            using Wildberries.Sdk.Testing.Gateway;

            namespace Wildberries.Sdk.Testing;

            /// <summary>The operations of the area {{area}}.</summary>
            internal sealed class {{area}}Area() : EmulatedArea(typeof(I{{area}}Api), {{area}}JsonContext.Default)
            {
                public override IEnumerable<Handler> Handlers =>
                [
            {{handlers}}    ];
            }

            """;
    }

    /// <summary>A test for each operation, which fails until a person has written it.</summary>
    public static string Tests(string area, IReadOnlyList<DraftOperation> operations)
    {
        var tests = new StringBuilder();
        foreach (DraftOperation operation in operations)
        {
            tests.Append(
                CultureInfo.InvariantCulture,
                $"\n    [Fact]\n    public void {operation.Name}_is_not_tested_yet() => Assert.Fail(\"Write what {operation.Row} does.\");\n");
        }

        return $$"""
            namespace Wildberries.Sdk.Tests.{{area}};

            public sealed class {{area}}ApiTests
            {
            {{tests.ToString().TrimStart('\n')}}}

            """;
    }
}
