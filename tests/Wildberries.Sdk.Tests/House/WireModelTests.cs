using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Tests.House;

public sealed class WireModelTests
{
    private static readonly string[] MoneyWords = ["Price", "Cost", "Sum", "Amount", "Commission", "Liter", "Expr"];

    [Fact]
    public void The_wire_types_are_found()
    {
        Assert.Contains(typeof(Chat), PublicTypes.WireModels);
        Assert.Contains(typeof(DownloadPending), PublicTypes.WireModels);
        Assert.Contains(typeof(TariffsResponse<BoxTariffs>), PublicTypes.WireModels);
        Assert.Contains(typeof(WarehouseBoxTariff), PublicTypes.WireModels);
        Assert.Contains(typeof(Locale), PublicTypes.WireTypes);
    }

    [Fact]
    public void No_wire_member_is_a_bare_enum_a_binary_fraction_or_a_short_id() => Rule.Holds(WireMembers(), TypeOffences);

    [Theory]
    [InlineData(nameof(BadTypes.Day), "enum")]
    [InlineData(nameof(BadTypes.Days), "enum")]
    [InlineData(nameof(BadTypes.Ratio), "binary fraction")]
    [InlineData(nameof(BadTypes.NmId), "an id is long or string")]
    [InlineData(nameof(BadTypes.NmIds), "an id is long or string")]
    [InlineData(nameof(BadTypes.SalePrice), "money is decimal")]
    public void The_rule_sees_bad_types(string property, string words)
    {
        PropertyInfo offender = typeof(BadTypes).GetProperty(property)!;
        Assert.Contains(TypeOffences((property, property, offender.PropertyType)), text => text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_user_can_build_every_model() => Rule.Holds(PublicTypes.WireModels, ConstructionOffences);

    [Fact]
    public void The_rule_sees_models_that_a_user_cannot_build()
    {
        Assert.Contains(ConstructionOffences(typeof(Closed)), text => text.Contains("constructor", StringComparison.Ordinal));
        Assert.Contains(ConstructionOffences(typeof(Closed)), text => text.Contains(nameof(Closed.Value), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_model_is_known_to_a_JSON_context() =>
        Rule.Holds(PublicTypes.WireModels, type => PublicTypes.FindJson(type) is null ? [$"{type} is in no JSON context"] : []);

    [Fact]
    public void Every_wire_member_has_its_wire_name() => Rule.Holds(PublicTypes.WireModels, NameOffences);

    [Fact]
    public void The_rule_sees_members_without_a_wire_name() => Assert.Single(NameOffences(typeof(Closed)));

    [Fact]
    public void No_collection_is_ever_null() =>
        Rule.Holds(PublicTypes.WireModels.Except(PublicTypes.Bodies), type => NullOffences(type, PublicTypes.FindJson(type) ?? throw new InvalidOperationException(type.ToString())));

    [Fact]
    public void The_rule_sees_collections_that_are_null_and_members_that_throw()
    {
        string[] found = [.. NullOffences(typeof(NullTrap), WireModelTestsJsonContext.Default.NullTrap)];
        Assert.Contains(found, text => text.Contains("Never is null when made with new", StringComparison.Ordinal));
        Assert.Contains(found, text => text.Contains("Overwritten is null when read from {\"", StringComparison.Ordinal));
        Assert.DoesNotContain(found, text => text.Contains(".Good is", StringComparison.Ordinal));
        Assert.Contains(NullOffences(typeof(ThrowTrap), WireModelTestsJsonContext.Default.ThrowTrap), text => text.Contains("does not read", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_model_of_an_answer_has_a_place_for_what_WB_adds()
    {
        Assert.Contains(typeof(DownloadPending), PublicTypes.AnswerModels);
        Assert.Contains(typeof(WarehouseBoxTariff), PublicTypes.AnswerModels);
        Assert.Contains(typeof(CampaignDay), PublicTypes.AnswerModels);
        Assert.DoesNotContain(typeof(SalesReportListRequest), PublicTypes.AnswerModels);
        Rule.Holds(PublicTypes.AnswerModels, BaseOffences);
    }

    [Fact]
    public void The_rule_sees_a_model_without_such_a_place() => Assert.Single(BaseOffences(typeof(NullTrap)));

    [Fact]
    public void Every_converter_that_a_model_names_is_public_and_hidden()
    {
        Type[] converters =
        [
            .. PublicTypes.WireTypes.Concat<MemberInfo>(PublicTypes.WireTypes.SelectMany(PublicTypes.WireProperties))
                .Select(member => member.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType).OfType<Type>()
                .Concat(PublicTypes.JsonContexts.SelectMany(context => context.Options.Converters).Select(converter => converter.GetType()))
                .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).Distinct(),
        ];
        Assert.Contains(typeof(DecimalTextConverter), converters);
        Rule.Holds(converters, ConverterOffences);
    }

    [Fact]
    public void The_rule_sees_a_converter_that_a_users_context_cannot_name() => Assert.Equal(2, ConverterOffences(typeof(Closed)).Count());

    [Fact]
    public void Every_JSON_context_of_an_area_is_public() => Rule.Holds(
        WildberriesOperations.All.Select(operation => operation.ApiType.Namespace!).Distinct(),
        area => PublicTypes.JsonContexts.Any(context => context.GetType().IsPublic && context.GetType().Namespace == area) ? [] : [$"{area} has no public JSON context"]);

    [Fact]
    public void No_operation_gives_a_list_that_may_be_null() => Rule.Holds(PublicTypes.RefitInterfaces.SelectMany(type => type.GetMethods()), NullListOffences);

    [Fact]
    public void The_rule_sees_a_list_that_may_be_null() =>
        Assert.Equal(["Null"], typeof(INullLists).GetMethods().Where(method => NullListOffences(method).Any()).Select(method => method.Name));

    private static IEnumerable<string> BaseOffences(Type type)
    {
        if (!type.IsSubclassOf(typeof(WildberriesModel)))
            yield return $"{type} does not derive from {nameof(WildberriesModel)}";
    }

    private static IEnumerable<string> ConverterOffences(Type type)
    {
        if (!type.IsPublic)
            yield return $"{type} is not public";
        if (type.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never })
            yield return $"{type} is not hidden from IntelliSense";
    }

    private static IEnumerable<string> NullListOffences(MethodInfo method)
    {
        NullabilityInfo answer = new NullabilityInfoContext().Create(method.ReturnParameter);
        if (answer.GenericTypeArguments is [{ ReadState: NullabilityState.Nullable } given] && PublicTypes.IsCollection(given.Type))
            yield return $"{method.DeclaringType}.{method.Name} gives a list that may be null";
    }

    /// <summary>Members of models, and parameters and answers of operations: where, name, type.</summary>
    private static IEnumerable<(string Where, string Name, Type Type)> WireMembers() =>
    [
        .. from type in PublicTypes.WireModels
           from property in PublicTypes.WireProperties(type)
           select ($"{type}.{property.Name}", property.Name, property.PropertyType),
        .. from type in PublicTypes.RefitInterfaces
           from method in type.GetMethods()
           from parameter in method.GetParameters()
           select ($"{type}.{method.Name}({parameter.Name})", parameter.Name!, parameter.ParameterType),
    ];

    private static IEnumerable<string> TypeOffences((string Where, string Name, Type Type) member)
    {
        Type[] parts = [.. PublicTypes.Unwrap(member.Type)];
        if (parts.Any(part => part.IsEnum))
            yield return $"{member.Where} is an enum: a value that WB adds would fail the answer";
        if (parts.Any(part => part == typeof(double) || part == typeof(float)))
            yield return $"{member.Where} is a binary fraction: decimal is exact";

        // The innermost type: of a nullable, of a collection.
        Type last = parts[^1];
        bool isNumber = last == typeof(int) || last == typeof(uint) || last == typeof(short) || last == typeof(long) || last == typeof(ulong);


        // "Bids" are none.
        if (member.Name is "id" or "ids" || member.Name.EndsWith("Id", StringComparison.Ordinal) || member.Name.EndsWith("Ids", StringComparison.Ordinal))
        {
            if (last != typeof(long) && last != typeof(string) && !PublicTypes.IsExtensibleEnum(last))
                yield return $"{member.Where} is {last.Name}: an id is long or string";
        }
        else if (isNumber && MoneyWords.Any(word => member.Name.EndsWith(word, StringComparison.Ordinal)))
        {
            yield return $"{member.Where} is {last.Name}: money is decimal";
        }
    }

    private static IEnumerable<string> ConstructionOffences(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            yield return $"{type} has no public constructor without parameters";
        foreach (PropertyInfo property in PublicTypes.WireProperties(type).Where(property => property.SetMethod is not { IsPublic: true }))
            yield return $"{type}.{property.Name} cannot be set";
    }

    private static IEnumerable<string> NameOffences(Type type) =>
        from property in PublicTypes.WireProperties(type)
        where !property.IsDefined(typeof(JsonPropertyNameAttribute))
        select $"{type}.{property.Name} has no [JsonPropertyName]";

    private static IEnumerable<string> NullOffences(Type type, JsonTypeInfo json)
    {
        string nulls = Nulls(property => !property.IsExtensionData), without = Nulls(property => property.IsRequired);
        string Nulls(Func<JsonPropertyInfo, bool> are) => $"{{{string.Join(',', json.Properties.Where(are).Select(property => $"\"{property.Name}\":null"))}}}";
        foreach ((string how, Func<object?> make) in new (string, Func<object?>)[]
        {
            ("made with new", () => Activator.CreateInstance(type)),
            ($"read from {without}", () => JsonSerializer.Deserialize(without, json)),
            ($"read from {nulls}", () => JsonSerializer.Deserialize(nulls, json)),
        })
        {
            object? instance = null;
            string? problem = null;
            try
            {
                instance = make();
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or TargetInvocationException)
            {
                problem = exception.Message;
            }

            if (instance is null)
            {
                yield return $"{type} does not read when {how}: {problem}";
                continue;
            }

            foreach (PropertyInfo property in type.GetProperties().Where(property => PublicTypes.IsCollection(property.PropertyType) && !property.IsDefined(typeof(JsonExtensionDataAttribute))))
            {
                object? value = property.GetValue(instance);
                if (value is null)
                    yield return $"{type}.{property.Name} is null when {how}";
                else if (((IEnumerable)value).Cast<object?>().Any())
                    yield return $"{type}.{property.Name} is not empty when {how}";
            }
        }
    }

    internal sealed record BadTypes
    {
        public DayOfWeek? Day { get; init; }

        public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

        public double Ratio { get; init; }

        public int NmId { get; init; }

        public IReadOnlyList<int> NmIds { get; init; } = [];

        public long? SalePrice { get; init; }
    }

    internal sealed record Closed(string Value)
    {
        public string Value { get; } = Value;
    }

    internal interface INullLists
    {
        Task<IReadOnlyList<string>?> Null();

        Task<IReadOnlyList<string?>> Good();

        Task<NullTrap?> One();

        IAsyncEnumerable<string> Rows();
    }

    internal sealed record NullTrap
    {
        public IReadOnlyList<string>? Never { get; init; }

        public IReadOnlyList<string> Overwritten { get; init; } = [];

        public IReadOnlyList<string> Good { get => field ?? []; init; } = [];
    }

    internal sealed record ThrowTrap
    {
        public int Number { get; init; }
    }
}

[JsonSerializable(typeof(WireModelTests.NullTrap))]
[JsonSerializable(typeof(WireModelTests.ThrowTrap))]
internal sealed partial class WireModelTestsJsonContext : JsonSerializerContext;
