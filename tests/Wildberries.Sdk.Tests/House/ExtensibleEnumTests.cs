using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Tests.House;

public sealed class ExtensibleEnumTests
{
    private static IEnumerable<Type> Enums => PublicTypes.All.Where(PublicTypes.IsExtensibleEnum);

    [Fact]
    public void Every_extensible_enum_keeps_the_rules() => Rule.Holds(Enums, type => Offences(type, PublicTypes.FindJson(type)));

    [Theory]
    [InlineData(typeof(IgnoresCase), "a value of other case is another value")]
    [InlineData(typeof(IgnoresCase), "JSON lost the unknown value")]
    [InlineData(typeof(Nameless), "ToString is not the wire value")]
    [InlineData(typeof(Nameless), "ToString of nothing is not empty")]
    [InlineData(typeof(Nameless), "Value is null")]
    [InlineData(typeof(Nameless), "From(\"\") is not the default")]
    [InlineData(typeof(Doubled), "two known values are the same")]
    [InlineData(typeof(CultureBound), "ToString depends on the culture")]
    public void Each_rule_sees_its_offender(Type offender, string words) =>
        Assert.Contains(Offences(offender, ExtensibleEnumTestsJsonContext.Default.GetTypeInfo(offender)), text => text.Contains(words, StringComparison.Ordinal));

    private static IEnumerable<string> Offences(Type type, JsonTypeInfo? json)
    {
        Type value = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IExtensibleEnum<,>)).GetGenericArguments()[1];
        string check = value == typeof(string) ? nameof(TextOffences) : nameof(NumberOffences);
        var found = (IEnumerable<string>)typeof(ExtensibleEnumTests)
            .GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [json])!;
        foreach (string offence in found)
            yield return $"{type.Name}: {offence}";
        if (json is null && PublicTypes.WireModels.SelectMany(PublicTypes.WireProperties).Any(property => PublicTypes.Unwrap(property.PropertyType).Contains(type)))
            yield return $"{type.Name}: no JSON context knows it";

        object?[] known = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null))];
        if (known.Length == 0)
            yield return $"{type.Name}: no known values";
        if (known.Distinct().Count() != known.Length)
            yield return $"{type.Name}: two known values are the same";
    }

    private static List<string> TextOffences<T>(JsonTypeInfo? json)
        where T : struct, IExtensibleEnum<T, string>
    {
        const string Unknown = "новое-Value";
        var found = new List<string>();
        Check(found, T.From(Unknown).Equals(T.From(string.Concat("новое", "-Value"))) && T.From(Unknown).GetHashCode() == T.From(Unknown).GetHashCode(), "equal values are not equal");
        Check(found, !T.From("abc").Equals(T.From("ABC")), "a value of other case is another value");
        Check(found, T.From(Unknown).Value == Unknown && T.From(Unknown).ToString() == Unknown, "ToString is not the wire value");
        Check(found, T.From(null!).ToString() is "" && default(T).ToString() is "", "ToString of nothing is not empty");
        Check(found, T.From(null!).Equals(default(T)), "From(null) is not the default");
        Check(found, default(T).Value is "" && T.From(null!).Value is "", "Value is null");
        Check(found, T.From("").Equals(default(T)) && T.From("").GetHashCode() == default(T).GetHashCode(), "From(\"\") is not the default");
        if (json is not null)
        {
            Check(found, JsonSerializer.Deserialize(JsonSerializer.Serialize(T.From(Unknown), json), json) is T back && back.Value == Unknown, "JSON lost the unknown value");
            Check(found, JsonSerializer.Deserialize("null", json) is T none && none.Equals(default(T)), "JSON null is not the default");
            Check(found, JsonSerializer.Serialize(default(T), json) == "null" && JsonSerializer.Serialize(T.From(""), json) == "null", "the default is not written as null");
        }

        return found;
    }

    private static List<string> NumberOffences<T>(JsonTypeInfo? json)
        where T : struct, IExtensibleEnum<T, int>
    {
        const int Unknown = -1234567;
        var found = new List<string>();
        Check(found, T.From(Unknown).Equals(T.From(Unknown)) && T.From(Unknown).GetHashCode() == T.From(Unknown).GetHashCode(), "equal values are not equal");
        Check(found, !T.From(1).Equals(T.From(2)), "different values are equal");
        Check(found, T.From(0).Equals(default(T)) && default(T).Value == 0, "From(0) is not the default");
        Check(found, T.From(Unknown).Value == Unknown && T.From(Unknown).ToString() == "-1234567", "ToString is not the wire value");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // Swedish writes another minus sign.
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE") { NumberFormat = { NegativeSign = "−" } };
            Check(found, T.From(Unknown).ToString() == "-1234567", "ToString depends on the culture");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        if (json is not null)
        {
            Check(found, JsonSerializer.Deserialize(JsonSerializer.Serialize(T.From(Unknown), json), json) is T back && back.Value == Unknown, "JSON lost the unknown value");
            Check(found, JsonSerializer.Deserialize("null", json) is T none && none.Equals(default(T)), "JSON null is not the default");
        }

        return found;
    }

    private static void Check(List<string> found, bool holds, string offence)
    {
        if (!holds)
            found.Add(offence);
    }

    [JsonConverter(typeof(StringEnumConverter<IgnoresCase>))]
    internal readonly record struct IgnoresCase : IExtensibleEnum<IgnoresCase, string>
    {
        public static IgnoresCase One { get; } = From("one");

        public string Value { get; private init; }

        public static IgnoresCase From(string value) => new() { Value = value?.ToLowerInvariant() ?? "" };

        public override string ToString() => Value ?? "";
    }

    [JsonConverter(typeof(StringEnumConverter<Nameless>))]
    internal readonly record struct Nameless : IExtensibleEnum<Nameless, string>
    {
        public static Nameless One { get; } = From("one");

        public string Value { get; private init; }

        public static Nameless From(string value) => new() { Value = value };
    }

    [JsonConverter(typeof(StringEnumConverter<Doubled>))]
    internal readonly record struct Doubled : IExtensibleEnum<Doubled, string>
    {
        public static Doubled One { get; } = From("one");

        public static Doubled Two { get; } = From("one");

        public string Value { get; private init; }

        public static Doubled From(string value) => new() { Value = value };

        public override string ToString() => Value ?? "";
    }

    [JsonConverter(typeof(Int32EnumConverter<CultureBound>))]
    internal readonly record struct CultureBound : IExtensibleEnum<CultureBound, int>
    {
        public static CultureBound One { get; } = From(1);

        public int Value { get; private init; }

        public static CultureBound From(int value) => new() { Value = value };

        public override string ToString() => Value.ToString(CultureInfo.CurrentCulture);
    }
}

[JsonSerializable(typeof(ExtensibleEnumTests.IgnoresCase))]
[JsonSerializable(typeof(ExtensibleEnumTests.Nameless))]
[JsonSerializable(typeof(ExtensibleEnumTests.Doubled))]
[JsonSerializable(typeof(ExtensibleEnumTests.CultureBound))]
internal sealed partial class ExtensibleEnumTestsJsonContext : JsonSerializerContext;
