using System.Globalization;
using System.Reflection;
using Refit;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Tests.Serialization;

public sealed class UrlParameterFormatterTests
{
    private static readonly DateTime Noon = new(2025, 2, 6, 12, 30, 15);

    private static readonly (object? Value, string? Text)[] Table =
    [
        (null, null),
        ("", ""),
        ("Привет, мир", "Привет, мир"),
        (true, "true"),
        (false, "false"),
        (42, "42"),
        (-7_369_000_000L, "-7369000000"),
        (1234.5m, "1234.5"),
        (0.25d, "0.25"),
        (Guid.Empty, "00000000-0000-0000-0000-000000000000"),
        (new DateOnly(2025, 2, 6), "2025-02-06"),
        (new DateTimeOffset(Noon, TimeSpan.FromHours(3)), "2025-02-06T09:30:15Z"),
        (new DateTimeOffset(Noon.AddMilliseconds(50), TimeSpan.Zero), "2025-02-06T12:30:15.05Z"),
        (DateTime.SpecifyKind(Noon, DateTimeKind.Utc), "2025-02-06T12:30:15Z"),
        (Noon, "2025-02-06T12:30:15Z"),
        (DateTime.SpecifyKind(Noon, DateTimeKind.Utc).ToLocalTime(), "2025-02-06T12:30:15Z"),
        (Locale.English, "en"),
        (Locale.From("kk"), "kk"),
        (default(Locale), null),
        (BoxType.Supersafe, "6"),
        (new Uri("https://example.com/a"), "https://example.com/a"),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_value_is_written_as_wb_reads_it(int row)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            Assert.Equal(Table[row].Text, Format(Table[row].Value, nameof(Plain)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_format_on_the_parameter_goes_first()
    {
        Assert.Equal("2025", Format(Noon, nameof(Formatted)));
        Assert.Equal("2025", Format(new DateOnly(2025, 2, 6), nameof(Formatted)));
        Assert.Equal("text", Format("text", nameof(Formatted)));
        Assert.Equal("true", Format(true, nameof(Formatted)));
        Assert.Null(Format(null, nameof(Formatted)));
        Assert.Equal("2025-02-06", Format(new DateOnly(2025, 2, 6), nameof(WithoutFormat)));
    }

    [Fact]
    public void Every_extensible_enum_goes_by_its_wire_value()
    {
        Type[] types = [.. typeof(Locale).Assembly.GetExportedTypes().Where(t => t.IsValueType && IsExtensibleEnum(t))];
        Assert.Contains(typeof(Locale), types);
        foreach (Type type in types)
        {
            Type wire = type.GetProperty("Value")!.PropertyType;
            object value = type.GetMethod("From", [wire])!.Invoke(null, [wire == typeof(string) ? "wire" : 42])!;
            Assert.True(Format(value, nameof(Plain)) == (wire == typeof(string) ? "wire" : "42"), $"{type} formats as {value}");
        }
    }

    private static bool IsExtensibleEnum(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IExtensibleEnum<,>));

    private static string? Format(object? value, string method)
    {
        ParameterInfo parameter = typeof(UrlParameterFormatterTests)
            .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.GetParameters()[0];
        return new UrlParameterFormatter().Format(value, parameter, parameter.ParameterType);
    }

    private static void Plain(object? value) => _ = value;

    private static void Formatted([Query(Format = "yyyy")] object? value) => _ = value;

    private static void WithoutFormat([Query(CollectionFormat.Multi)] object? value) => _ = value;
}
