using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.ContractTests.Examples;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>Every call goes to WB's own documents, served by Prism: the request breaks none of their rules, the answer is read.</summary>
public sealed class PrismTests(PrismServers prism, ITestOutputHelper output) : IClassFixture<PrismServers>
{
    private const string Static = "static";
    private const string Dynamic = "dynamic=true";

    public static MatrixTheoryData<string, bool, string> Calls =>
        new(WildberriesOperations.All.Select(o => o.Name), [false, true], [Static, Dynamic]);

    [DocumentTheory(NeedsPrism = true)]
    [MemberData(nameof(Calls))]
    public async Task A_call_breaks_no_rule_of_WB_and_its_answer_is_read(string name, bool onlyRequired, string prefer)
    {
        WildberriesOperation operation = BuiltOperations.Find(name);
        OperationComparer comparer = BuiltApi.Comparer(PublishedDocuments.All);
        WbOperation row = comparer.Row(operation)!;
        if (row.Schema is null)
            Assert.Skip("No document of WB has the shapes of this operation, so Prism does not know it.");
        IReadOnlyCollection<string> mended = [];
        using var handler = new PrismHandler(
            prefer == Static ? null : prefer, (status, json) => mended = Mend(comparer, operation, row, status, json, onlyFillers: prefer == Static));

        object? answer = await CallAsync(operation, row, onlyRequired, handler);
        Report(handler, mended);
        Assert.True(handler.RequestViolations.Count == 0, $"{handler.Sent}\n{string.Join('\n', handler.RequestViolations)}");
        Assert.InRange(handler.Status ?? 0, 200, 299);
        Assert.NotNull(answer);

        // What Prism invented is there, too: nothing is lost on the way.
        if (answer is not HttpResponseMessage && handler.Json is { } json)
        {
            WbAnswer described = JsonAnswer(row, handler.Status!.Value);
            JsonNode? known = LooseMembers.WithoutUnknown(json, described.Shape!);
            Assert.DoesNotContain(
                JsonModels.RoundTrip(known, JsonModels.TypeInfo(operation, OperationComparer.AnswerModel(operation)!)), lost => !IsNoValue(lost) && !PublishedExampleTests.IsBroken($"{name} {handler.Status} example: {lost}"));
        }

        (answer as HttpResponseMessage)?.Dispose();
    }

    // WB's examples have an empty text where a list of values has none, and a product's card of nothing: they are written as no value. What they leave out
    // is written as its zero; two days of a delivery are not used.
    private static bool IsNoValue(string lost) =>
        lost.EndsWith(": false was invented", StringComparison.Ordinal)
        || lost.EndsWith(": 0 was invented", StringComparison.Ordinal)
        || lost.EndsWith("Status: \"\" was lost", StringComparison.Ordinal)
        || lost.Contains(".dDateFrom: ", StringComparison.Ordinal)
        || lost.Contains(".dDateTo: ", StringComparison.Ordinal)
        || lost.EndsWith(".role: \"\" was lost", StringComparison.Ordinal)
        || (lost.Contains(".goodCard.", StringComparison.Ordinal)
            && (lost.EndsWith(": 0 was lost", StringComparison.Ordinal) || lost.EndsWith(": \"\" was lost", StringComparison.Ordinal)));

    public static TheoryData<string> OtherAnswers => [.. BuiltApi.AnswerModels.Keys];

    [DocumentTheory(NeedsPrism = true)]
    [MemberData(nameof(OtherAnswers))]
    public async Task An_answer_with_another_status_is_read_into_its_model(string nameAndStatus)
    {
        string[] parts = nameAndStatus.Split(' ');
        WildberriesOperation operation = BuiltOperations.Find(parts[0]);
        WbOperation row = BuiltApi.Comparer(PublishedDocuments.All).Row(operation)!;
        foreach (string prefer in (string[])[$"code={parts[1]}", $"code={parts[1]}, dynamic=true"])
        {
            using var handler = new PrismHandler(prefer, null);
            using var answer = (HttpResponseMessage)(await CallAsync(operation, row, onlyRequired: false, handler))!;
            Report(handler, []);
            Assert.Empty(handler.RequestViolations);
            Assert.Equal(parts[1], ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
            JsonNode? known = LooseMembers.WithoutUnknown(handler.Json, JsonAnswer(row, handler.Status!.Value).Shape!);
            Assert.Empty(JsonModels.RoundTrip(known, JsonModels.TypeInfo(operation, BuiltApi.AnswerModels[nameAndStatus])));
        }
    }

    [DocumentTheory(NeedsPrism = true)]
    [InlineData("10-rates.yaml", "/api/v1/tariffs/box", "date")]
    [InlineData("09-communications.yaml", "/api/v1/seller/events?next=yesterday", "next")]
    [InlineData("01-general.yaml", "/api/communications/v2/news?from=06.02.2025", "from")]
    public async Task A_broken_rule_is_noticed(string document, string pathAndQuery, string parameter)
    {
        using var handler = new PrismHandler(null, null);
        using var client = new HttpClient(handler) { BaseAddress = await prism.AddressOfAsync(document) };
        using HttpResponseMessage answer = await client.GetAsync(new Uri(pathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(parameter, Assert.Single(handler.RequestViolations), StringComparison.Ordinal);
    }

    [DocumentFact(NeedsPrism = true)]
    public async Task A_body_without_a_required_member_is_noticed()
    {
        using var handler = new PrismHandler(null, null);
        using var client = new HttpClient(handler) { BaseAddress = await prism.AddressOfAsync("13-finances.yaml") };
        using var body = new StringContent("""{"dateFrom":"2026-03-17"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(
            new Uri("/api/finance/v1/sales-reports/list", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Contains("dateTo", Assert.Single(handler.RequestViolations), StringComparison.Ordinal);
    }

    [DocumentFact(NeedsPrism = true)]
    public async Task A_form_without_a_required_field_is_noticed()
    {
        using var handler = new PrismHandler(null, null);
        using var client = new HttpClient(handler) { BaseAddress = await prism.AddressOfAsync("09-communications.yaml") };
        using var form = new MultipartFormDataContent { { new StringContent("text"), "message" } };
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/api/v1/seller/message", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Contains("replySign", Assert.Single(handler.RequestViolations), StringComparison.Ordinal);
    }

    private async Task<object?> CallAsync(WildberriesOperation operation, WbOperation row, bool onlyRequired, PrismHandler handler)
    {
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = await prism.AddressOfAsync(row.Schema!) };
        object api = typeof(PrismTests).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(operation.ApiType).Invoke(null, [client, JsonModels.ContextOf(operation.ApiType)])!;
        object?[] arguments = SampleArguments.For(operation, row, onlyRequired, TestContext.Current.CancellationToken);
        object called = OperationComparer.Method(operation).Invoke(api, arguments)!;
        var call = called as Task ?? (Task)typeof(PrismTests).GetMethod(nameof(ReadAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(OperationComparer.Method(operation).ReturnType.GetGenericArguments()).Invoke(null, [called])!;
        await call;
        return call.GetType().GetProperty("Result")?.GetValue(call);
    }

    private static async Task<List<T>> ReadAllAsync<T>(IAsyncEnumerable<T> rows)
    {
        var all = new List<T>();
        await foreach (T row in rows)
            all.Add(row);
        return all;
    }

    private static T Create<T>(HttpClient client, JsonSerializerContext context)
        where T : class =>
        (T)ApiRegistration.Of<T>(context).CreateStub(client);

    private static WbAnswer JsonAnswer(WbOperation row, int status) =>
        row.Answers.First(a => a.IsJson && a.Status == status.ToString(CultureInfo.InvariantCulture));

    private static IReadOnlyCollection<string> Mend(OperationComparer comparer, WildberriesOperation operation, WbOperation row, int status, JsonNode json, bool onlyFillers)
    {
        WbAnswer answer = JsonAnswer(row, status);
        return answer.Shape is null || comparer.AnswerModel(operation, answer.Status) is not { } model
            ? []
            : LooseMembers.Mend(json, model, answer.Shape, onlyFillers);
    }

    private void Report(PrismHandler handler, IReadOnlyCollection<string> mended)
    {
        output.WriteLine($"{handler.Sent}: {handler.Status}");
        foreach (string violation in handler.ResponseViolations)
            output.WriteLine($"The answer, which is Prism's or WB's own making, breaks WB's rules: {violation}");
        if (mended.Count > 0)
            output.WriteLine($"Looser in WB's document than in WB's answers, so that Prism invents what cannot be read; given a readable value: {string.Join(", ", mended)}");
    }
}
