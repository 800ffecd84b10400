using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.FbsOrders;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.Warehouses;

namespace Wildberries.Sdk.Fuzz;

/// <summary>For any operation, arguments that it takes, and an answer that it understands, made from its types alone.</summary>
internal static class Samples
{
    public const string Text = "text";

    private const int MaxDepth = 6;

    // The header of a PNG of 900 x 1200 pixels.
    private static readonly byte[] Picture = Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000384000004B0080200000000000000");

    /// <summary>The method of the Refit interface.</summary>
    public static MethodInfo Method(WildberriesOperation operation) => operation.ApiType.GetMethod(operation.MethodName)!;

    /// <summary>A kind of token that may call an operation.</summary>
    public static TokenType TokenTypeFor(WildberriesOperation operation) =>
        (operation.TokenKinds & TokenKinds.Personal) != 0 ? TokenType.Personal
        : (operation.TokenKinds & TokenKinds.Service) != 0 ? TokenType.Service
        : TokenType.Base;

    /// <summary>The stub of an interface.</summary>
    public static object Api(IWildberriesClient client, Type apiType) =>
        typeof(IWildberriesClient).GetMethod(nameof(IWildberriesClient.Api))!.MakeGenericMethod(apiType).Invoke(client, null)!;

    /// <summary>Arguments for a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="cancellationToken">What it gets as its cancellation token.</param>
    /// <param name="thrift">
    /// What is left out, since some things exclude each other: 0 nothing, 1 arguments that may be, 2 members that may be as well.
    /// </param>
    /// <param name="known">Objects that only the caller can make.</param>
    public static object?[] Arguments(MethodBase method, CancellationToken cancellationToken, int thrift = 0, params object[] known) =>
    [
        .. method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(CancellationToken)
                ? cancellationToken
                : Array.Find(known, parameter.ParameterType.IsInstanceOfType)
                    ?? (thrift > 0 && parameter.HasDefaultValue
                        ? parameter.DefaultValue
                        : Special(parameter) ?? Value(parameter.ParameterType, fewest: thrift > 1, 0) ?? Default(parameter))),
    ];

    /// <summary>What an operation's answer is read into; <see langword="null"/> if it is not JSON.</summary>
    public static Type? AnswerType(WildberriesOperation operation)
    {
        Type type = Method(operation).ReturnType;
        if (!type.IsGenericType)
            return null;
        Type inner = type.GetGenericArguments()[0];
        if (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            return inner.MakeArrayType();
        return inner == typeof(HttpResponseMessage) || inner == typeof(Stream) || inner == typeof(string) ? null : inner;
    }

    /// <summary>An answer that the operation understands, with a value for each member.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="text">What stands in every text.</param>
    public static byte[] Answer(WildberriesOperation operation, string text = Text)
    {
        if (AnswerType(operation) is not { } type)
            return "file"u8.ToArray();
        Type contextType = operation.ApiType.Assembly.GetTypes()
            .Single(t => t.IsPublic && t.Namespace == operation.ApiType.Namespace && t.IsSubclassOf(typeof(JsonSerializerContext)));
        var context = (JsonSerializerContext)contextType.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            // Rows are read one by one: their array is not known to the context.
            if (type.IsArray && context.GetTypeInfo(type) is null)
                WriteItems(writer, context, type.GetElementType()!, text, 0);
            else
                Write(writer, context, type, text, 0);
        }

        return bytes.ToArray();
    }

    private static object? Default(ParameterInfo parameter) => parameter.HasDefaultValue
        ? parameter.DefaultValue
        : throw new NotSupportedException($"No sample for {parameter.ParameterType} {parameter.Name}.");

    // What is looked at before it is sent; and a place in a list that must be given is its beginning.
    private static object? Special(ParameterInfo parameter) =>
        SpecialText(parameter.Name!)
        ?? (parameter.ParameterType == typeof(string) && parameter.Name!.EndsWith("ids", StringComparison.OrdinalIgnoreCase) ? "1"
        : parameter.Name == "nmIds" && parameter.ParameterType.IsAssignableFrom(typeof(long[])) ? (long[])[7, 8]
        : parameter is { ParameterType.IsPrimitive: true, Name: "next" } ? Number(0, parameter.ParameterType)
        : parameter.ParameterType == typeof(AutoReturnDestination) ? AutoReturnDestination.Warehouse
        : parameter.GetCustomAttribute<RangeAttribute>() is { } range ? Number(range.Minimum, parameter.ParameterType)
        : parameter.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed ? OneOf(allowed.Values[0]!, parameter.ParameterType)
        : null);

    private static object? OneOf(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive
            ? Number(value, type)
            : WireTypeOf(type) is { } wireType ? type.GetMethod("From", [wireType])!.Invoke(null, [Number(value, wireType)]) : value;
    }

    private static string? SpecialText(string name) =>
        name is "Phone" ? "+79990000001"
        : name.Contains("phone", StringComparison.OrdinalIgnoreCase) ? "79990000001"
        : name.Equals("carNumber", StringComparison.OrdinalIgnoreCase) ? "A456BC77"
        : name is "Sgtin" or "Sgtins" or "Codes" ? "0104600266011725215Qbag!\u001d93Zjqw1"
        : name is "Uin" ? "1234567890123456"
        : name is "Imei" ? "490154203237518"
        : name is "Gtin" ? "4600266011725"
        : name is "CustomsDeclaration" ? "10704010/010624/0000302"
        : name is "OriginCountryCode" ? "643"
        : name is "link" ? "https://feedback01.wbbasket.ru/vol1/part1/1/photos/fs.webp"
        : null;

    private static object Number(object value, Type type) =>
        Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, System.Globalization.CultureInfo.InvariantCulture);

    private static object? Value(Type type, bool fewest, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return Text;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 11, 23);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromSeconds(1);
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
        if (WireTypeOf(type) is not null)
            return KnownValue(type);
        if (type == typeof(ByteArrayPart) || type == typeof(MultipartItem))
            return new ByteArrayPart([1, 2, 3], "Чек.pdf", "application/pdf", "file");
        if (type == typeof(ChatAttachment))
            return new ChatAttachment("Чек.pdf", "%PDF-1.1"u8.ToArray());
        if (type == typeof(Func<IReadOnlyList<WarehouseContact>, IEnumerable<WarehouseContact>>))
            return (Func<IReadOnlyList<WarehouseContact>, IEnumerable<WarehouseContact>>)(_ => [new WarehouseContact { Phone = "+79990000001" }]);
        if (type == typeof(IAsyncEnumerable<Stock>))
            return new[] { new Stock { ChrtId = 1, Quantity = 1 } }.ToAsyncEnumerable();
        if (type == typeof(StockResolution))
        {
            return SizeIndex.Create([new SizeKeys { ChrtId = 1, Barcodes = [Text] }])
                .Resolve([new StockTarget { Key = StockKey.OfBarcode(Text), Quantity = 1 }]);
        }

        if (type == typeof(Func<Card, Card>))
            return (Func<Card, Card>)(card => card with { Title = Text });
        if (type == typeof(CharacteristicValue))
            return CharacteristicValue.OfTexts(Text);
        if (type == typeof(CardMediaFile))
            return CardMediaFile.FromStream("1.png", _ => new(new MemoryStream(Picture)));
        if (type == typeof(ReplaceMediaRequest))
            return new ReplaceMediaRequest { NmId = 1, Links = ["https://shop.example/1.jpg"] };

        // Of these, some members exclude others, or demand them.
        if (type == typeof(UpdateClaimRequest))
            return new UpdateClaimRequest { Id = Text, Action = ClaimAction.RejectWithComment, Comment = "На фото другой товар" };
        if (type == typeof(UpdateQuestionRequest))
            return new UpdateQuestionRequest { QuestionId = Text, Answer = new QuestionAnswerText { Text = Text }, State = QuestionState.Answered };
        if (type == typeof(Stream))
            return new MemoryStream([1, 2, 3]);
        if (ItemOf(type) is { } item)
            return Items(type, item, fewest, depth);
        if (type.IsInterface || type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null || depth == MaxDepth)
            return null;

        object made = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite && property.SetMethod!.IsPublic && !property.IsDefined(typeof(JsonExtensionDataAttribute))))
        {
            // A clock that jumps over every wait would jump over this one at once.
            if (property.DeclaringType == typeof(StockSyncOptions) && property.Name == nameof(StockSyncOptions.MaxWait))
                property.SetValue(made, null);
            else if (!fewest || !MayBeLeftOut(property))
                property.SetValue(made, SpecialMember(property) ?? Value(property.PropertyType, fewest, depth + 1));
        }

        return made;
    }

    private static object? SpecialMember(PropertyInfo property)
    {
        if (property.PropertyType == typeof(AutoReturnDestination))
            return AutoReturnDestination.Warehouse;
        if (property.DeclaringType == typeof(ShippingMethod) || property.DeclaringType == typeof(SetExpirationRequest))
            return property.PropertyType == typeof(DateOnly) ? new DateOnly(2096, 11, 23) : null;
        if (property.PropertyType == typeof(CargoType))
            return CargoType.Small;
        if (property.DeclaringType == typeof(StockSyncOptions) && property.Name == nameof(StockSyncOptions.DryRun))
            return false;
        if (property.Name == nameof(StockSyncOptions.LeaseDuration))
            return TimeSpan.FromMinutes(1);
        if (SpecialText(property.Name) is not { } text)
            return null;
        string[] list = [text];
        return property.PropertyType.IsInstanceOfType(text) ? text : property.PropertyType.IsInstanceOfType(list) ? list : null;
    }

    private static bool MayBeLeftOut(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static object? Items(Type type, Type item, bool fewest, int depth)
    {
        if (Value(item, fewest, depth + 1) is not { } value)
            return null;
        var items = Array.CreateInstance(item, 1);
        items.SetValue(value, 0);
        if (type.IsInstanceOfType(items))
            return items;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(value);
        return type.IsInstanceOfType(list) ? list : null;
    }

    private static Type? ItemOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableTo(typeof(IEnumerable)) ? item : null;

    // An extensible enum: string or int.
    private static Type? WireTypeOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IExtensibleEnum<,>))?.GetGenericArguments()[1];

    private static object KnownValue(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).First(property => property.PropertyType == type).GetValue(null)!;

    private static void Write(Utf8JsonWriter writer, JsonSerializerContext context, Type type, string text, int depth)
    {
        JsonTypeInfo info = context.GetTypeInfo(type) ?? throw new NotSupportedException($"{context.GetType().Name} does not know {type}.");
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                writer.WriteStartObject();
                foreach (JsonPropertyInfo property in info.Properties)
                {
                    if (property.Set is null || property.IsExtensionData || (depth > MaxDepth && !property.PropertyType.IsValueType))
                        continue;
                    writer.WritePropertyName(property.Name);

                    // A good answer does not say that something failed.
                    if (property.Name == "error" && property.PropertyType == typeof(bool))
                        writer.WriteBooleanValue(false);
                    else
                        Write(writer, context, property.PropertyType, text, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case JsonTypeInfoKind.Enumerable:
                WriteItems(writer, context, info.ElementType!, text, depth);
                break;
            case JsonTypeInfoKind.Dictionary:
                writer.WriteStartObject();
                writer.WritePropertyName("1");
                Write(writer, context, info.ElementType!, text, depth + 1);
                writer.WriteEndObject();
                break;
            default:
                WriteValue(writer, Nullable.GetUnderlyingType(type) ?? type, text);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, JsonSerializerContext context, Type item, string text, int depth)
    {
        writer.WriteStartArray();
        Write(writer, context, item, text, depth + 1);
        Write(writer, context, item, text, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, Type type, string text)
    {
        if (WireTypeOf(type) is { } wireType)
        {
            object wire = type.GetProperty("Value")!.GetValue(KnownValue(type))!;
            WriteValue(writer, wireType == typeof(int) ? (int)wire : null, wire.ToString()!);
        }
        else if (type == typeof(bool))
        {
            writer.WriteBooleanValue(true);
        }
        else if (type == typeof(DateOnly))
        {
            writer.WriteStringValue("2026-11-23");
        }
        else if (type == typeof(DateTimeOffset))
        {
            writer.WriteStringValue("2026-11-23T12:00:00+03:00");
        }
        else
        {
            WriteValue(writer, type.IsPrimitive || type == typeof(decimal) ? 1 : null, text);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, int? number, string text)
    {
        if (number is { } value)
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(text);
    }
}
