using System.Collections;
using System.Reflection;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Says what is wrong with an answer or an exception that the SDK gave.</summary>
internal sealed class Judge(FuzzHost host)
{
    private const int MostObjects = 2_000;
    private const int MostText = 2_000;
    private const int MostErrors = 100;

    // What a call may allocate: something for the call itself, and a multiple of what it got. A row of a report is made from two bytes.
    private const long CallBytes = 2 * 1024 * 1024;
    private const long PerByte = 2 * 1024;

    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<Type, (PropertyInfo Property, bool MayBeNull)[]> _properties = [];

    public static string? Waste(long allocated, long received) =>
        allocated > CallBytes + (PerByte * received) ? $"{allocated} bytes were allocated for an answer of {received}" : null;

    /// <summary>Reads everything that an answer has to say.</summary>
    public string? Answer(object? answer)
    {
        var open = new Stack<object?>([answer]);
        for (int i = 0; i < MostObjects && open.TryPop(out object? value); i++)
        {
            if (value is null or string)
                continue;
            if (value is HttpResponseMessage response)
            {
                response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
                response.Dispose();
                continue;
            }

            if (value is Stream or System.Exception)
                continue;
            if (value is IEnumerable items)
            {
                foreach (object? item in items)
                    open.Push(item);
                continue;
            }

            if (value.GetType().Namespace?.StartsWith("Wildberries.", StringComparison.Ordinal) != true)
                continue;
            try
            {
                if (value.ToString() is null)
                    return $"{value.GetType().Name}.ToString() gives null";
                foreach ((PropertyInfo property, bool mayBeNull) in Properties(value.GetType()))
                {
                    object? member = property.GetValue(value);
                    if (member is null && !mayBeNull)
                        return $"{value.GetType().Name}.{property.Name} is null";
                    open.Push(member);
                }
            }
            catch (Exception exception)
            {
                return $"a look at {value.GetType().Name} throws {(exception as TargetInvocationException)?.InnerException ?? exception}";
            }
        }

        return null;
    }

    /// <summary>Whether an exception is documented, and fit to be shown.</summary>
    public string? Exception(Exception exception)
    {
        if (exception is not WildberriesApiException error)
            return $"undocumented {exception}";
        var all = new List<string> { error.ToString() };
        foreach (string? text in new[] { error.Message, error.Title, error.Detail, error.Code, error.RequestId, error.Origin }.Concat(error.Errors))
        {
            if (text is null)
                continue;
            if (text.Length > MostText)
                return $"a text of {text.Length} characters in {error.GetType().Name}";
            if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0)
                return $"a control character in \"{text}\"";
            all.Add(text);
        }

        if (error.Errors.Count > MostErrors)
            return $"{error.Errors.Count} errors in {error.GetType().Name}";
        // Apart: the end of one text and the start of the next are no secret.
        return Secret(string.Join('\n', all));
    }

    public string? Secret(string text)
    {
        if (text.Contains(FuzzHost.ClientSecret, StringComparison.Ordinal))
            return $"the client secret in \"{text}\"";
        foreach (string token in host.Tokens)
        {
            // A signature without a payload is of no use, and a payload without a signature is none either; both must not be seen.
            string[] parts = token.Split('.');
            if (text.Contains(parts[1][..24], StringComparison.Ordinal) || text.Contains(parts[2][..24], StringComparison.Ordinal))
                return $"the token in \"{text}\"";
        }

        return null;
    }

    private (PropertyInfo Property, bool MayBeNull)[] Properties(Type type)
    {
        if (!_properties.TryGetValue(type, out (PropertyInfo, bool)[]? properties))
        {
            properties =
            [
                .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0)
                    
                    // The default of a struct has no value: the wire's null of an extensible enum.
                    .Select(property => (property, type.IsValueType || _nullability.Create(property).ReadState != NullabilityState.NotNull)),
            ];
            _properties[type] = properties;
        }

        return properties;
    }
}
