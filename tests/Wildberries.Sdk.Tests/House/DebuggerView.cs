using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Wildberries.Sdk.Tests.House;

/// <summary>What somebody sees who opens an object in a debugger, and everything in it that is the SDK's own.</summary>
internal static partial class DebuggerView
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>All texts, each with the way to it.</summary>
    public static IEnumerable<(string Way, string Text)> Texts(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<(string Way, object? Value)>([(root.GetType().Name, root)]);
        while (open.TryDequeue(out (string Way, object? Value) next))
        {
            (string way, object? value) = next;
            if (value is null || (!value.GetType().IsValueType && !seen.Add(value)))
                continue;
            if (value is string text)
            {
                yield return (way, text);
                continue;
            }

            if (value is Uri uri)
            {
                yield return (way, uri.OriginalString);
                continue;
            }

            if (value is Delegate { Target: { } target })
                open.Enqueue((way + ".Target", target));
            if (value is IEnumerable items && value.GetType().Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true)
            {
                int index = 0;
                foreach (object? item in items)
                    open.Enqueue(($"{way}[{index++}]", item));
                continue;
            }

            // A pair of a dictionary.
            if (value.GetType() is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            {
                open.Enqueue((way + ".Key", pair.GetProperty("Key")!.GetValue(value)));
                open.Enqueue((way + ".Value", pair.GetProperty("Value")!.GetValue(value)));
                continue;
            }

            if (!IsOurs(value.GetType()))
                continue;
            if (Display(value) is { } display)
                yield return (way + " (display)", display);
            foreach ((string name, object? member) in Members(value))
                open.Enqueue(($"{way}.{name}", member));
        }
    }

    // What the tests themselves hold is nobody's business.
    private static bool IsOurs(Type type) => type.Assembly == PublicTypes.Sdk || type.DeclaringType == typeof(SecretTests);

    private static string? Display(object value)
    {
        string? format = value.GetType().GetCustomAttributes<DebuggerDisplayAttribute>(inherit: false).FirstOrDefault()?.Value;
        return format is null
            ? value.ToString()
            : Expression().Replace(format, match => Evaluate(value, match.Groups[1].Value.Split(',')[0])?.ToString() ?? "null");
    }

    // A way through members, or ToString(): more is not used, and would fail here.
    private static object? Evaluate(object? value, string expression)
    {
        foreach (string step in expression.Split('.'))
        {
            if (step == "ToString()")
            {
                value = value?.ToString();
                continue;
            }

            MemberInfo member = value!.GetType().GetMember(step, Everything & ~BindingFlags.DeclaredOnly).FirstOrDefault()
                ?? throw new InvalidOperationException($"{value.GetType()} has no {step}, which its debugger display shows.");
            value = member is PropertyInfo property ? property.GetValue(value) : ((FieldInfo)member).GetValue(value);
        }

        return value;
    }

    private static IEnumerable<(string Name, object? Value)> Members(object value)
    {
        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            if (!IsOurs(type) && value is not Exception)
                yield break;
            PropertyInfo[] properties = [.. type.GetProperties(Everything).Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0)];
            foreach (PropertyInfo property in properties.Where(IsShown))
            {
                object? member;
                try
                {
                    member = property.GetValue(value);
                }
                catch (TargetInvocationException exception)
                {
                    // A debugger shows that too.
                    member = exception.InnerException!.Message;
                }

                yield return (property.Name, member);
            }

            // What stands behind a property is shown as the property.
            foreach (FieldInfo field in type.GetFields(Everything).Where(IsShown).Where(field => !Array.Exists(properties, p => field.Name == $"<{p.Name}>k__BackingField")))
                yield return (field.Name, field.GetValue(value));
        }
    }

    private static bool IsShown(MemberInfo member) => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Expression();
}
