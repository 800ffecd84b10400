using System.Net;
using System.Reflection;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Contract;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Scaffold;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Fuzz;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.ContractTests.Scaffold;

/// <summary>A draft of an area compiles as it is written, and says what WB's documents say.</summary>
public sealed class ScaffoldTests
{
    private static readonly string[] Drafted = ["Documents", "FbwSupplies"];

    [DocumentFact]
    public void A_draft_compiles_and_agrees_with_WB_s_documents()
    {
        AreaDraft[] drafts = [.. Drafted.Select(a => AreaDraft.Of(PublishedDocuments.All, a))];
        (IReadOnlyList<string> errors, Assembly? compiled) = DraftCompiler.Compile(drafts.SelectMany(d => d.Files.Where(f => !f.Key.StartsWith("Tests/", StringComparison.Ordinal))));
        Assert.True(errors.Count == 0, string.Join('\n', errors));

        foreach (string area in Drafted)
        {
            IReadOnlyList<WildberriesOperation> operations = Operations(compiled!.GetType($"Wildberries.Sdk.{area}.I{area}Api", throwOnError: true)!);
            var comparer = new OperationComparer(PublishedDocuments.All, operations, new Dictionary<string, Type>(StringComparer.Ordinal));
            Assert.Equal("", string.Join('\n', operations.SelectMany(comparer.Compare).Concat(comparer.Missing())));
        }
    }

    [DocumentFact]
    public async Task A_compiled_draft_is_answered_by_the_emulator_s_default()
    {
        (IReadOnlyList<string> errors, Assembly? compiled) = DraftCompiler.Compile(
            Drafted.SelectMany(a => AreaDraft.Of(PublishedDocuments.All, a).Files).Where(f => !f.Key.StartsWith("Tests/", StringComparison.Ordinal)));
        Assert.Empty(errors);
        (Type Api, JsonSerializerContext Json)[] areas = [.. Drafted.Select(area => (
            compiled!.GetType($"Wildberries.Sdk.{area}.I{area}Api", throwOnError: true)!,
            (JsonSerializerContext)compiled.GetType($"Wildberries.Sdk.{area}.{area}JsonContext", throwOnError: true)!.GetProperty("Default")!.GetValue(null)!))];

        var emulatorOptions = new WildberriesEmulatorOptions { RateLimits = false };
        foreach ((Type api, JsonSerializerContext json) in areas)
            AddApi(emulatorOptions, api, json);
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(emulatorOptions, TestContext.Current.CancellationToken);
        foreach ((Type api, JsonSerializerContext json) in areas)
        {
            foreach (WildberriesOperation operation in Operations(api))
            {
                using WildberriesClient client = WildberriesClient.Create(emulator.CreateToken(Samples.TokenTypeFor(operation)), options =>
                {
                    options.UseEmulator(emulator);
                    AddApi(options, api, json);
                });
                MethodInfo method = Samples.Method(operation);
                object?[] arguments = Samples.Arguments(method, TestContext.Current.CancellationToken);
                Task<object?> call = new Call(method).RunAsync(Samples.Api(client, api), arguments);
                if (operation.Access == OperationAccess.Read)
                    Assert.NotNull(await call);
                else
                    Assert.Equal(HttpStatusCode.NotImplemented, (await Assert.ThrowsAsync<WildberriesServerException>(() => call)).StatusCode);
            }
        }

        Assert.Equal(areas.Sum(area => Operations(area.Api).Count), emulator.Requests.All.Count);
    }

    [DocumentFact]
    public void The_stubs_of_tests_are_C_sharp()
    {
        AreaDraft draft = AreaDraft.Of(PublishedDocuments.All, "FbwSupplies");
        string[] stubs = [.. draft.Files.Keys.Where(f => f.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(["Emulator/FbwSuppliesArea.cs", "Tests/FbwSuppliesApiTests.cs"], stubs);
        Assert.Empty(stubs.SelectMany(s => DraftCompiler.GrammarErrors(draft.Files[s])));
    }

    [DocumentFact]
    public void A_draft_has_no_sentence_of_WB()
    {
        AreaDraft draft = AreaDraft.Of(PublishedDocuments.All, "FbwSupplies");
        Assert.DoesNotContain(draft.Files.Values, text => text.Any(c => c is >= 'А' and <= 'я'));
    }

    [DocumentFact]
    public void A_draft_overwrites_nothing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("wb-draft");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        try
        {
            string target = Path.Combine(folder.FullName, "Documents");
            Assert.Equal(Commands.Same, Commands.Run(["scaffold", PublishedDocuments.Folder!, "Documents", target], output, errors));
            Assert.True(File.Exists(Path.Combine(target, "IDocumentsApi.cs")));
            Assert.Equal(Commands.Unusable, Commands.Run(["scaffold", PublishedDocuments.Folder!, "Documents", target], output, errors));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_does_not_compile_is_an_error()
    {
        (IReadOnlyList<string> errors, Assembly? compiled) = DraftCompiler.Compile([KeyValuePair.Create("A.cs", "public interface IA { Task<Nothing> GetAsync(); }")]);
        Assert.Contains("CS0246", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Null(compiled);
    }

    [Theory]
    [InlineData("nmID", "NmId")]
    [InlineData("chrtIDs", "ChrtIds")]
    [InlineData("task_id", "TaskId")]
    [InlineData("isB2b", "IsB2B")]
    [InlineData("SGTINIsNotFilled", "SgtinIsNotFilled")]
    [InlineData("seller-portal", "SellerPortal")]
    [InlineData("404", "Value404")]
    [InlineData("-1", "ValueMinus1")]
    [InlineData("DETAIL_HISTORY_REPORT", "DetailHistoryReport")]
    public void A_wire_name_becomes_a_name_of_C_sharp(string wire, string expected) => Assert.Equal(expected, Names.Pascal(wire));

    [Theory]
    [InlineData("GET", true, "/api/v1/documents/list", "GetDocumentsList")]
    [InlineData("POST", true, "/api/v2/stocks-report/offices", "GetStocksReportOffices")]
    [InlineData("POST", false, "/api/supplies/v1/drafts", "CreateDrafts")]
    [InlineData("PATCH", false, "/content/v2/tag/{id}", "UpdateTag")]
    [InlineData("DELETE", false, "/api/v3/supplies/{supplyId}/trbx", "DeleteSuppliesTrbx")]
    public void A_method_is_named_after_its_route(string verb, bool readOnly, string path, string expected) =>
        Assert.Equal(expected, Names.Method(verb, readOnly, path));

    private static void AddApi(object options, Type api, JsonSerializerContext json) =>
        options.GetType().GetMethod("AddApi")!.MakeGenericMethod(api).Invoke(options, [json]);

    private static IReadOnlyList<WildberriesOperation> Operations(Type api) =>
        (IReadOnlyList<WildberriesOperation>)typeof(WildberriesOperations).GetMethod(nameof(WildberriesOperations.Of))!.MakeGenericMethod(api).Invoke(null, null)!;
}
