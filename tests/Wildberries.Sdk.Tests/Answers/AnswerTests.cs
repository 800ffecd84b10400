using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>
/// What WB leaves out, nulls, adds or writes otherwise fails no answer: every kind of answer of every interface, at any depth.
/// </summary>
public sealed class AnswerTests
{
    public static TheoryData<string> All { get; } = [.. AnswerType.All.Select(answer => answer.Name)];

    public static TheoryData<string> WithMembers { get; } = [.. AnswerType.All.Where(answer => new SampleAnswer(answer).Places.Count > 1).Select(answer => answer.Name)];

    public static TheoryData<string> WithEnums { get; } = With(Form.Enumerated);

    public static TheoryData<string> WithDates { get; } = With(Form.Dated);

    public static TheoryData<string> WithLooseValues { get; } = With(Form.Loose);

    [Fact]
    public void Every_operation_with_an_answer_is_here_and_what_helpers_read()
    {
        string[] without =
        [
            .. WildberriesOperations.All.Where(o => o.ApiType.GetMethod(o.MethodName)!.ReturnType is var type && (type == typeof(Task) || type == typeof(Task<HttpResponseMessage>)))
                .Select(o => o.Name),
        ];
        Assert.Equal(
            WildberriesOperations.All.Select(o => o.Name).Except(without).Order(StringComparer.Ordinal),
            AnswerType.All.Select(answer => answer.Name).Where(name => !name.Contains(':', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(AnswerType.All, answer => answer.Type == typeof(DownloadPending));
        Assert.Contains(AnswerType.All, answer => answer is { IsRows: true } && answer.Type == typeof(IReadOnlyList<SalesReportRow>));
        Assert.All(AnswerType.All, answer => Assert.DoesNotContain(answer.Type.Name, (string[])["PriceUploadRequest", "SalesReportByIdRequest"]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Everything_that_is_given_is_read_and_nothing_given_is_no_failure(string name) => Holds(await AnswerCheck.WholeAsync(Of(name)));

    [Theory]
    [MemberData(nameof(WithMembers))]
    public async Task A_member_an_element_or_a_value_may_be_missing_null_or_empty(string name) => Holds(await AnswerCheck.AbsentAsync(Of(name)));

    [Theory]
    [MemberData(nameof(WithMembers))]
    public async Task Unknown_members_are_kept_apart(string name) => Holds(await AnswerCheck.UnknownMembersAsync(Of(name)));

    [Theory]
    [MemberData(nameof(WithEnums))]
    public async Task An_enumerated_value_may_be_new(string name) => Holds(await AnswerCheck.FormsAsync(Of(name), Form.Enumerated));

    [Theory]
    [MemberData(nameof(WithLooseValues))]
    public async Task Numbers_may_come_as_text_and_text_as_numbers(string name) => Holds(await AnswerCheck.FormsAsync(Of(name), Form.Loose));

    [Theory]
    [MemberData(nameof(WithDates))]
    public async Task Days_and_times_may_lack_an_offset_or_not_be_set(string name) => Holds(await AnswerCheck.FormsAsync(Of(name), Form.Dated));

    [Theory]
    [MemberData(nameof(WithMembers))]
    public async Task A_value_that_cannot_be_read_is_missing_and_nothing_else(string name) => Holds(await AnswerCheck.FormsAsync(Of(name), Form.Odd));

    [Fact]
    public async Task An_answer_that_is_null_is_none_and_an_empty_list_where_a_list_is_expected()
    {
        foreach (AnswerType answer in AnswerType.All.Where(answer => !IsList(answer)))
            await Assert.ThrowsAsync<JsonException>(() => answer.ReadAsync(" null"));
        Assert.Contains(AnswerType.All, answer => IsList(answer) && !answer.IsRows);
        foreach (AnswerType answer in AnswerType.All.Where(IsList))
            Assert.Empty(Assert.IsAssignableFrom<IEnumerable>(await answer.ReadAsync(" null")));
    }

    [Theory]
    [InlineData(typeof(Sturdy))]
    [InlineData(typeof(IReadOnlyList<Sturdy>))]
    public async Task A_model_that_takes_everything_passes(Type type)
    {
        var answer = new AnswerType("sturdy", type, AnswerTestsJsonContext.Default);
        Holds(await AnswerCheck.WholeAsync(answer));
        Holds(await AnswerCheck.AbsentAsync(answer));
        Holds(await AnswerCheck.UnknownMembersAsync(answer));
    }

    [Fact]
    public async Task What_breaks_is_found()
    {
        var answer = new AnswerType("fragile", typeof(Fragile), AnswerTestsJsonContext.Default);
        string[] faults = [.. await AnswerCheck.WholeAsync(answer), .. await AnswerCheck.AbsentAsync(answer)];
        Assert.Contains(faults, fault => fault.StartsWith("everything: lost is null, not ", StringComparison.Ordinal));
        Assert.Contains("nothing: values is a collection and null", faults);
        Assert.Contains("without map: map is null, which its type says it is not", faults);
        Assert.Contains("parts null: parts is null, which its type says it is not", faults);
        Assert.Contains("parts.0.inner.deep null: parts.0.inner.deep is null, which its type says it is not", faults);
        Assert.Contains(faults, fault => fault.StartsWith("count null: throws JsonException", StringComparison.Ordinal));

        faults = [.. await AnswerCheck.UnknownMembersAsync(answer)];
        Assert.Contains(faults, fault => fault.StartsWith("unknown members {}: throws JsonException", StringComparison.Ordinal));

        faults = [.. await AnswerCheck.FormsAsync(answer, Form.Enumerated)];
        Assert.Contains(faults, fault => fault.StartsWith("kind \"\\u0441", StringComparison.Ordinal) && fault.Contains("kind is known, not", StringComparison.Ordinal));

        faults = [.. await AnswerCheck.FormsAsync(answer, Form.Loose)];
        Assert.Contains(faults, fault => fault.StartsWith("count \"123\": throws JsonException", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("lost 12.50: throws JsonException", StringComparison.Ordinal));

        faults = [.. await AnswerCheck.FormsAsync(answer, Form.Dated)];
        Assert.Contains(faults, fault => fault.StartsWith("day \"\": throws JsonException", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("time \"2026-03-14T10:20:30\": time is ", StringComparison.Ordinal));
    }

    private static bool IsList(AnswerType answer) => answer.Type.IsGenericType && answer.Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static AnswerType Of(string name) => AnswerType.All.Single(answer => answer.Name == name);

    private static TheoryData<string> With(Func<Place, IEnumerable<Form>> forms) =>
        [.. AnswerType.All.Where(answer => new SampleAnswer(answer).Places.Any(place => forms(place).Any())).Select(answer => answer.Name)];

    private static void Holds(IReadOnlyList<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(40))}");

    internal sealed record Sturdy : WildberriesModel
    {
        [JsonPropertyName("parts")]
        public IReadOnlyList<Sturdy> Parts { get => field ?? []; init; } = [];

        [JsonPropertyName("others")]
        public IReadOnlyDictionary<string, Leaf> Others { get => field ?? new Dictionary<string, Leaf>(); init; } = new Dictionary<string, Leaf>();

        [JsonPropertyName("name")]
        public string? Name { get; init; }
    }

    internal sealed record Leaf : WildberriesModel
    {
        [JsonPropertyName("numbers")]
        public IReadOnlyList<long?> Numbers { get => field ?? []; init; } = [];
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Fragile
    {
        [JsonPropertyName("count")]
        public int Count { get; init; }

        [JsonPropertyName("values")]
        public IReadOnlyList<long>? Values { get; init; }

        [JsonPropertyName("map")]
        public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

        [JsonPropertyName("parts")]
        public IReadOnlyList<FragilePart> Parts { get; init; } = [];

        [JsonPropertyName("lost")]
        public string? Lost { get => field?.Length < 0 ? field : null; init; }

        [JsonPropertyName("day")]
        public DateOnly? Day { get; init; }

        [JsonPropertyName("time")]
        public DateTimeOffset? Time { get; init; }

        [JsonPropertyName("kind")]
        [JsonConverter(typeof(OnlyKnown))]
        public ChatSender Kind { get; init; }
    }

    internal sealed record FragilePart
    {
        [JsonPropertyName("inner")]
        public FragileInner? Inner { get; init; }
    }

    internal sealed record FragileInner
    {
        [JsonPropertyName("deep")]
        public IReadOnlyList<string> Deep { get; init; } = [];
    }

    internal sealed class OnlyKnown : JsonConverter<ChatSender>
    {
        public override ChatSender Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return ChatSender.From("known");
        }

        public override void Write(Utf8JsonWriter writer, ChatSender value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}

[JsonSerializable(typeof(AnswerTests.Sturdy))]
[JsonSerializable(typeof(IReadOnlyList<AnswerTests.Sturdy>))]
[JsonSerializable(typeof(AnswerTests.Fragile))]
internal sealed partial class AnswerTestsJsonContext : JsonSerializerContext;
