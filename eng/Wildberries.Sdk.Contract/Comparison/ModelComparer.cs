using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>Compares a C# model with a schema of WB, member by member and both ways.</summary>
/// <param name="operation">The operation's name, for the differences.</param>
/// <param name="where">The part of the operation, for the differences.</param>
/// <param name="isRequest">Whether we write the model (WB decides what may be missing) or read it (anything may be missing).</param>
internal sealed class ModelComparer(string operation, string where, bool isRequest)
{
    // A model that holds itself is looked into once.
    private readonly HashSet<(Type, string)> _open = [];
    private readonly List<Difference> _differences = [];

    public IReadOnlyList<Difference> Compare(Type type, WbShape shape)
    {
        CompareValue(type, shape, "", hasConverter: false);
        return _differences;
    }

    /// <summary>Compares a value without looking at the member that holds it.</summary>
    public void CompareValue(Type declared, WbShape shape, string path, bool hasConverter)
    {
        ClrType clr = ClrType.Of(declared);
        if (clr.Kind is "bare enum" or "floating point")
        {
            Add(path, $"{ClrType.Name(declared)} is a {clr.Kind}");
            return;
        }

        foreach (string json in shape.Types)
        {
            if (!TypeRules.Fits(json, shape, clr, hasConverter))
            {
                Add(path, $"{json} in WB's document, {ClrType.Name(declared)} in C#");
                return;
            }
        }

        switch (clr.Kind)
        {
            case "array" when shape.Items is { } items:
                CompareValue(clr.Inner!, items, path + "[]", hasConverter: false);

                // What the values of a list can be is often said of the list.
                if (ClrType.Of(clr.Inner!) is { IsExtensibleEnum: true } inner && items.EnumValues.Count == 0)
                    CompareDescribed(inner, shape, path + "[]");
                break;
            case "map" when shape.AdditionalProperties is { } values:
                CompareValue(clr.Inner!, values, path + "{}", hasConverter: false);
                break;
            case "map" when shape.Properties.Count > 0:
                foreach ((string name, WbShape value) in shape.Properties)
                    CompareValue(clr.Inner!, value, Join(path, name), hasConverter: false);
                break;
            case "object":
                CompareMembers(clr.Type, shape, path);
                break;
            case "string" or "integer" when clr.IsExtensibleEnum && shape.EnumValues.Count > 0:
                CompareValues(clr, shape, path);
                break;
            case "string" or "integer" when clr.IsExtensibleEnum:
                CompareDescribed(clr, shape, path);
                break;
            case "string" or "integer":
                ComparePlain(clr, shape, path);
                break;
        }
    }

    private void CompareMembers(Type type, WbShape shape, string path)
    {
        (Type, string) key = (type, string.Join('|', shape.Properties.Keys));
        if (!_open.Add(key))
            return;

        IReadOnlyDictionary<string, WbShape> theirs = shape.Properties;
        IReadOnlySet<string> required = shape.Required;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (PropertyInfo member in ClrType.WireMembers(type))
        {
            if (member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name is not { } name)
            {
                Add(Join(path, member.Name), $"{type.Name}.{member.Name} has no [JsonPropertyName]");
                continue;
            }

            string memberPath = Join(path, name);
            if (!seen.Add(name))
                Add(memberPath, $"twice in {type.Name}");
            if (!theirs.TryGetValue(name, out WbShape? their))
            {
                Add(memberPath, $"in {type.Name}, not in WB's document");
                continue;
            }

            bool hasConverter = member.GetCustomAttribute<JsonConverterAttribute>() is not null;
            CompareNull(member, their, required.Contains(name), hasConverter, memberPath);
            CompareValue(member.PropertyType, their, memberPath, hasConverter);
        }

        foreach (string name in theirs.Keys.Where(n => !seen.Contains(n)))
            Add(Join(path, name), $"in WB's document, not in {type.Name}");
        _open.Remove(key);
    }

    private void CompareNull(PropertyInfo member, WbShape their, bool required, bool hasConverter, string path)
    {
        bool mustBeSet = member.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        bool takesNull = NullOf(member) == NullabilityState.Nullable;
        ClrType clr = ClrType.Of(member.PropertyType);
        if (isRequest)
        {
            if (required && takesNull && !their.Nullable)
                Add(path, "required in WB's document, nullable in C#");
            else if (!required && !takesNull && clr.Kind is not ("array" or "map"))
                Add(path, "optional in WB's document, neither nullable nor a collection in C#");
            else if (!required && mustBeSet)
                Add(path, "optional in WB's document, required in C#");
            return;
        }

        if (mustBeSet && !required)
            Add(path, "may be missing by WB's document, required in C#");

        // The getter of a collection gives an empty one for null; an extensible enum of text and a converter see to null themselves.
        if (their.Nullable && !takesNull && clr.Kind is not ("array" or "map") && !hasConverter && !(clr.IsExtensibleEnum && clr.Kind == "string"))
            Add(path, "may be null by WB's document, not nullable in C#");
    }

    private void CompareValues(ClrType clr, WbShape shape, string path)
    {
        foreach (string value in shape.EnumValues.Except(clr.KnownValues, StringComparer.Ordinal))
            Add(path, $"the value \"{value}\" is in WB's document, not in {clr}");

        // Each kind of orders uses some of the words that all of them share. That WB uses each word somewhere is tested apart.
        if (IsShared(clr.Type))
            return;
        foreach (string value in clr.KnownValues.Except(shape.EnumValues, StringComparer.Ordinal))
            Add(path, $"the value \"{value}\" is in {clr}, not in WB's document");
    }

    /// <summary>Whether a type belongs to no area, but to all kinds of orders.</summary>
    public static bool IsShared(Type type) => type.Namespace == typeof(CargoType).Namespace;

    private void CompareDescribed(ClrType clr, WbShape shape, string path)
    {
        foreach (string value in shape.DescribedValues.Except(clr.KnownValues, StringComparer.Ordinal))
            Add(path, $"the value \"{value}\" is named in WB's description, not in {clr}", fromDescription: true);
    }

    // The codes of errors are those of HTTP: any of them can come.
    private static bool IsErrorStatus(string value) => value is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9'];

    // Values that C# takes as a bare text or number: nothing says which there are. One alone leaves no choice.
    private void ComparePlain(ClrType clr, WbShape shape, string path)
    {
        if (shape.EnumValues.Count > 1)
            Add(path, $"a list of values in WB's document ({string.Join(", ", shape.EnumValues)}), {ClrType.Name(clr.Type)} in C#");
        else if (shape.DescribedValues.Count > 1 && !shape.DescribedValues.All(IsErrorStatus))
            Add(path, $"a list of values in WB's description ({string.Join(", ", shape.DescribedValues)}), {ClrType.Name(clr.Type)} in C#", fromDescription: true);
    }

    private void Add(string path, string what, bool fromDescription = false) =>
        _differences.Add(new Difference(operation, path.Length == 0 ? where : $"{where}: {path}", what, fromDescription));

    private static NullabilityState NullOf(PropertyInfo member) => new NullabilityInfoContext().Create(member).ReadState;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
