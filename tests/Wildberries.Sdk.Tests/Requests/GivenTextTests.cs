using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Time.Testing;
using Refit;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.Tests.House;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Tests.Requests;

/// <summary>What a caller gives may be a file that was taken for an id: it never stands whole in a message, and never makes it several lines.</summary>
public sealed class GivenTextTests
{
    private static readonly string Long = "A\r\nB\u2028" + new string('x', 1_000_000);
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 10, 12, 0, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Areas => [.. PublicTypes.RefitInterfaces.Where(type => type.Assembly == PublicTypes.Sdk).Select(type => type.FullName!)];

    public static TheoryData<string> Requests => [.. RequestTypes.Keys];

    private static readonly Dictionary<string, Type> RequestTypes =
        PublicTypes.Bodies.Where(type => type is { IsClass: true, IsAbstract: false } && type.Assembly == PublicTypes.Sdk).ToDictionary(type => type.ToString());

    private static readonly Dictionary<string, Action> Helpers = new()
    {
        ["an article"] = () => SizeIndex.Create([]).Resolve([new StockTarget { Key = StockKey.OfArticle(Long), Quantity = -1 }]),
        ["the format of stickers"] = () => new StickerOptions { Format = StickerFormat.From(Long) }.Check("options"),
        ["stickers that are no ZPL"] = () => new StickerResult<long> { Format = StickerFormat.From(Long) }.WriteZplAsync(Stream.Null).GetAwaiter().GetResult(),
        ["a setting"] = () => ((ICheckedRequest)new AutoReturnSettings { Mode = AutoReturnMode.From(Long) }).Check(Clock, "settings"),
        ["a destination"] = () => _ = new ChangeAutoReturnsRequest { ChrtIds = [1], Destination = AutoReturnDestination.From(Long) },
        ["a supply of the past"] = () => ((ICheckedRequest)new ShippingMethodsRequest
        {
            Supplies = [new ShippingMethod { SupplyId = Long, ShippingPointId = 1, Date = new DateOnly(2020, 1, 1), Type = ShippingType.SelfShipping }],
        }).Check(Clock, "methods"),
    };

    public static TheoryData<string> HelperNames => [.. Helpers.Keys];

    // How many messages there were.
    private int _ofParameters, _ofRequests, _ofMembers;

    [Fact]
    public void There_are_messages_to_look_at()
    {
        foreach (string area in PublicTypes.RefitInterfaces.Where(type => type.Assembly == PublicTypes.Sdk).Select(type => type.FullName!))
            No_parameter_of_an_operation_stands_raw_in_a_message(area);
        foreach (string name in RequestTypes.Keys)
            No_member_of_a_request_stands_raw_in_a_message(name);
        Assert.All([_ofParameters, _ofRequests, _ofMembers], messages => Assert.NotEqual(0, messages));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_parameter_of_an_operation_stands_raw_in_a_message(string area)
    {
        foreach (MethodInfo method in PublicTypes.Sdk.GetType(area)!.GetMethods())
        {
            if (method.GetCustomAttribute<HttpMethodAttribute>() is not { } route)
                continue;
            ParameterRules rules = ParameterRules.Of(method, route.Path, isOurs: true);
            ParameterInfo[] parameters = method.GetParameters();
            foreach (ParameterInfo parameter in parameters.Where(parameter => Text(parameter.ParameterType) is not null))
            {
                object?[] arguments = [.. parameters.Select(one => one == parameter ? Text(one.ParameterType) : Good(one))];
                _ofParameters += AssertShort($"{method.Name}({parameter.Name})", () => rules.Check(arguments, Clock)) ? 1 : 0;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void No_member_of_a_request_stands_raw_in_a_message(string name)
    {
        // Whatever is wrong with the numbers, or nothing.
        foreach (long number in new long[] { 1, 0, -1, 100 })
        {
            object? request = Make(RequestTypes[name], number, name);
            if (request is ICheckedRequest check)
                _ofRequests += AssertShort(name, () => Ignoring(() => check.Check(Clock, "request"))) ? 1 : 0;
        }
    }

    [Theory]
    [MemberData(nameof(HelperNames))]
    public void No_text_that_a_helper_gets_stands_raw_in_a_message(string name) => Assert.True(AssertShort(name, Helpers[name]));

    private static bool AssertShort(string what, Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception exception) when ((exception as TargetInvocationException)?.InnerException is ArgumentException or InvalidOperationException
            || exception is ArgumentException or InvalidOperationException)
        {
            string message = ((exception as TargetInvocationException)?.InnerException ?? exception).Message;
            Assert.True(message.Length < 1000, $"{what}: a message of {message.Length} characters");
            Assert.False(message.Contains('\r', StringComparison.Ordinal) || message.Contains('\u2028', StringComparison.Ordinal), $"{what}: {message}");
            return true;
        }
    }

    // A request of which the rest is missing cannot always be checked.
    private static void Ignoring(Action action)
    {
        try
        {
            action();
        }
        catch (NullReferenceException)
        {
        }
    }

    // A text, or a value that is one on the wire.
    private static object? Text(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return Long;
        return PublicTypes.IsExtensibleEnum(type) ? type.GetMethod("From", [typeof(string)])?.Invoke(null, [Long]) : null;
    }

    private static object? Good(ParameterInfo parameter)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object value = parameter.GetCustomAttribute<AllowedValuesAttribute>()?.Values[0] ?? parameter.GetCustomAttribute<RangeAttribute>()?.Minimum ?? 1;
        if (type == typeof(string))
            return Convert.ToString(value, CultureInfo.InvariantCulture);
        if (type.IsPrimitive && type != typeof(bool))
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        if (PublicTypes.IsExtensibleEnum(type))
            return type.GetMethod("From", [typeof(string)])?.Invoke(null, [Convert.ToString(value, CultureInfo.InvariantCulture)]);
        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    // Of lists two elements: some may not have the same twice.
    private object? Make(Type type, long number, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Text(type) is { } text)
            return text;
        if (type.IsPrimitive && type != typeof(bool) && type != typeof(char))
            return Convert.ChangeType(type == typeof(byte) || type == typeof(uint) ? Math.Abs(number) : number, type, CultureInfo.InvariantCulture);
        if (type == typeof(decimal))
            return (decimal)number;
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            if ((type.GetElementType() ?? (type.GenericTypeArguments is [var only] ? only : null)) is not { } element || Make(element, number, path) is not { } item)
                return null;
            var items = Array.CreateInstance(element, 2);
            items.SetValue(item, 0);
            items.SetValue(item, 1);
            return items;
        }

        if (type.Assembly != PublicTypes.Sdk || type.IsAbstract)
            return null;
        object made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite && !property.IsDefined(typeof(JsonExtensionDataAttribute))))
        {
            if (property.Name != nameof(WildberriesModel.UnreadableProperties) && Make(property.PropertyType, number, path) is { } value && property.PropertyType.IsInstanceOfType(value))
                _ofMembers += AssertShort($"{path}.{property.Name}", () => property.SetValue(made, value)) ? 1 : 0;
        }

        return made;
    }
}
