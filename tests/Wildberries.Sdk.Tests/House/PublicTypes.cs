using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.FbsSupplies;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Redis;
using Wildberries.Sdk.Serialization;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Tests.House;

/// <summary>What the rules of the house are about.</summary>
internal static class PublicTypes
{
    public static Assembly Sdk => typeof(IWildberriesClient).Assembly;

    public static Assembly Testing => typeof(WildberriesEmulator).Assembly;

    public static Assembly Redis => typeof(RedisRateLimitOptions).Assembly;

    /// <summary>What is packed.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [Sdk, Testing, Redis, typeof(Microsoft.Extensions.DependencyInjection.PromoCodeStoreServiceCollectionExtensions).Assembly];

    public static IReadOnlyList<Type> All { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    public static IReadOnlyList<Type> RefitInterfaces { get; } = [.. All.Where(IsRefitInterface)];

    public static IReadOnlyList<JsonSerializerContext> JsonContexts { get; } =
    [
        .. Sdk.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
            .Select(type => (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!),
    ];

    /// <summary>What JSON contexts know to store it: of the SDK's own making, and never sent.</summary>
    public static IReadOnlyList<Type> Stored { get; } = [typeof(PriceUploadResult), typeof(CardCreation), typeof(HandOverState), typeof(OrdersState)];

    /// <summary>The SDK's types that go over the wire: all that Refit interfaces take and give, and all that JSON contexts know.</summary>
    public static IReadOnlyList<Type> WireTypes { get; } = FindWireTypes();

    public static IReadOnlyList<Type> WireModels { get; } = [.. WireTypes.Where(type => type.IsClass)];

    /// <summary>
    /// What requests carry, or what the array is made of that they carry: a null there leaves the member out, and a required member makes the
    /// caller think of it.
    /// </summary>
    public static IReadOnlyList<Type> Bodies { get; } =
    [
        .. RefitInterfaces.SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(Refit.BodyAttribute)))
            .Select(parameter => parameter.ParameterType.GetElementType() ?? parameter.ParameterType).Distinct(),
    ];

    /// <summary>What answers are made of: all wire models but those that only requests carry, and what the SDK itself writes and reads.</summary>
    public static IReadOnlyList<Type> AnswerModels { get; } =
    [
        .. Reach(
        [
            .. RefitInterfaces.SelectMany(type => type.GetMethods()).Select(method => method.ReturnType),
            .. JsonContexts.Where(context => context.GetType().IsPublic).SelectMany(KnownTo).Where(type => !Unwrap(type).Any(Bodies.Contains)),
        ]).Where(type => type.IsClass),
    ];

    public static bool IsRefitInterface(Type type) =>
        type.IsInterface && (type.IsDefined(typeof(WildberriesApiAttribute)) || type.GetMethods().Any(m => m.IsDefined(typeof(Refit.HttpMethodAttribute))));

    public static IEnumerable<PropertyInfo> WireProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute)) && !property.IsDefined(typeof(JsonExtensionDataAttribute)));

    public static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    public static bool IsExtensibleEnum(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IExtensibleEnum<,>));

    /// <summary>The type itself, or what it wraps: a task, a nullable, an array, a collection.</summary>
    public static IEnumerable<Type> Unwrap(Type type)
    {
        yield return type;
        IEnumerable<Type> inner = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        foreach (Type wrapped in inner.SelectMany(Unwrap))
            yield return wrapped;
    }

    public static JsonTypeInfo? FindJson(Type type) =>
        JsonContexts.Select(context => context.GetTypeInfo(type)).FirstOrDefault(info => info is not null);

    private static List<Type> FindWireTypes()
    {
        IEnumerable<Type> ofContexts = JsonContexts.SelectMany(KnownTo);
        IEnumerable<Type> ofInterfaces = RefitInterfaces
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType));
        return Reach(ofContexts.Concat(ofInterfaces));
    }

    public static IEnumerable<Type> KnownTo(JsonSerializerContext context) =>
        context.GetType().GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .Except(Stored);

    private static List<Type> Reach(IEnumerable<Type> from)
    {
        var found = new List<Type>();
        var open = new Queue<Type>(from);
        while (open.TryDequeue(out Type? type))
        {
            foreach (Type part in Unwrap(type).Where(part => part.Assembly == Sdk && !part.IsArray && !found.Contains(part)))
            {
                found.Add(part);
                foreach (PropertyInfo property in WireProperties(part))
                    open.Enqueue(property.PropertyType);
            }
        }

        return [.. found.OrderBy(type => type.ToString(), StringComparer.Ordinal)];
    }
}
