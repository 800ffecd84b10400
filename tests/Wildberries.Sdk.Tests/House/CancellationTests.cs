using System.Reflection;

namespace Wildberries.Sdk.Tests.House;

public sealed class CancellationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Method -> why it takes no token.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        [nameof(IAsyncDisposable.DisposeAsync)] = "IAsyncDisposable has no token, and giving up what is held must not be cut short",
    };

    [Fact]
    public void Every_asynchronous_method_takes_an_optional_cancellation_token_last() => Rule.Holds(PublicTypes.All, Offences);

    [Fact]
    public void The_rule_sees_missing_misplaced_and_mandatory_tokens()
    {
        IEnumerable<string> found = Offences(typeof(IOffender)).Select(text => text.Split(' ')[0].Split('.')[^1]);
        Assert.Equal([nameof(IOffender.Missing), nameof(IOffender.NotLast), nameof(IOffender.Mandatory), nameof(IOffender.Stream)], found);
    }

    private static IEnumerable<string> Offences(Type type) =>
        from method in type.GetMethods(Declared)
        where IsAsynchronous(method.ReturnType) && !Exceptions.ContainsKey(method.Name)
        let last = method.GetParameters().LastOrDefault()
        where last is null || last.ParameterType != typeof(CancellationToken) || !last.IsOptional
        select $"{type.FullName}.{method.Name} has no \"CancellationToken cancellationToken = default\" as its last parameter";

    private static bool IsAsynchronous(Type type)
    {
        if (type == typeof(Task) || type == typeof(ValueTask))
            return true;
        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return generic == typeof(Task<>) || generic == typeof(ValueTask<>) || generic == typeof(IAsyncEnumerable<>);
    }

    internal interface IOffender : IAsyncDisposable
    {
        Task GoodAsync(int value, CancellationToken cancellationToken = default);

        int Synchronous();

        Task Missing(int value);

#pragma warning disable CA1068 // The point of it.
        ValueTask<int> NotLast(CancellationToken cancellationToken, int value);
#pragma warning restore CA1068

        ValueTask Mandatory(CancellationToken cancellationToken);

        IAsyncEnumerable<int> Stream();
    }
}
