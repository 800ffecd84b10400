using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Contract.Comparison;
using Wildberries.Sdk.ContractTests.HandMade;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests.Examples;

/// <summary>A member that is missing or null never fails an answer, and what C# calls not nullable is not null then. Lists that must be there may be null.</summary>
public sealed class MissingMemberTests
{
    public static TheoryData<string> Operations => BuiltOperations.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_missing_or_null_member_never_throws(string name)
    {
        WildberriesOperation operation = BuiltOperations.Find(name);
        IEnumerable<Type?> answers = BuiltApi.AnswerModels.Where(m => m.Key.StartsWith(name + " ", StringComparison.Ordinal)).Select(m => m.Value)
            .Append(OperationComparer.AnswerModel(operation));
        string[] faults =
        [
            .. answers.OfType<Type>().Where(t => !OperationComparer.IsRaw(t)).SelectMany(Reachable).Distinct()
                .SelectMany(t => Faults(JsonModels.TypeInfo(operation, t))),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void A_model_that_minds_is_found() => Assert.Equal(
        [
            "WrongThing {}: cannot be parsed",
            "WrongThing all null: cannot be parsed",
        ],
        Faults(HandMadeJsonContext.Default.WrongThing));

    [Fact]
    public void A_member_that_is_null_against_its_type_is_found() => Assert.Equal(
        ["WrongHolder all null: Size is null", "WrongHolder {}: Size is null"],
        Faults(HandMadeJsonContext.Default.WrongHolder).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Faults(JsonTypeInfo typeInfo)
    {
        JsonObject allNull = [], least = [];
        foreach (PropertyInfo member in ClrType.WireMembers(typeInfo.Type))
        {
            string name = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? member.Name;
            allNull[name] = null;
            if (member.IsDefined(typeof(JsonRequiredAttribute)))
                least[name] = null;
        }

        return new[] { (least.ToJsonString(), least.ToJsonString()), ("all null", allNull.ToJsonString()) }.SelectMany(c => Faults(typeInfo, c.Item1, c.Item2));
    }

    private static List<string> Faults(JsonTypeInfo typeInfo, string label, string json)
    {
        var faults = new List<string>();
        object model;
        try
        {
            model = JsonSerializer.Deserialize(json, typeInfo)!;
        }
        catch (JsonException)
        {
            return [$"{typeInfo.Type.Name} {label}: cannot be parsed"];
        }

        var nullability = new NullabilityInfoContext();
        foreach (PropertyInfo member in typeInfo.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member.GetValue(model) is null && nullability.Create(member).ReadState == NullabilityState.NotNull)
                faults.Add($"{typeInfo.Type.Name} {label}: {member.Name} is null");
        }

        Assert.NotNull(model.ToString());
        return faults;
    }

    private static HashSet<Type> Reachable(Type root)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>([root]);
        while (open.TryPop(out Type? declared))
        {
            ClrType type = ClrType.Of(declared);
            if (type.Inner is not null)
                open.Push(type.Inner);
            else if (type.Kind == "object" && found.Add(type.Type))
            {
                foreach (PropertyInfo member in ClrType.WireMembers(type.Type))
                    open.Push(member.PropertyType);
            }
        }

        return found;
    }
}
