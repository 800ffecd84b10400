using System.Globalization;
using System.Reflection;
using Refit;

namespace Wildberries.Sdk.Requests;

/// <summary>
/// What the arguments of a method of an interface must be, told from its signature: the one place that checks them for all areas, before anything is sent. What a
/// helper checks beyond this it checks itself.
/// </summary>
internal sealed class ParameterRules
{
    private readonly Rule?[] _rules;

    private ParameterRules(Rule?[] rules) => _rules = rules;

    public static ParameterRules None { get; } = new([]);

    /// <summary>Reads the rules of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Its path, with placeholders in braces.</param>
    /// <param name="isOurs">Whether the SDK declares it; of a user's own interface only what would change the path is refused, for its names may mean anything.</param>
    public static ParameterRules Of(MethodInfo method, string path, bool isOurs)
    {
        Rule?[] rules = [.. method.GetParameters().Select(parameter => RuleOf(parameter, path, isOurs))];
        return Array.Exists(rules, rule => rule is not null) ? new ParameterRules(rules) : None;
    }

    /// <summary>Checks the arguments of a call.</summary>
    /// <exception cref="ArgumentException">One is not as it must be; the message names it.</exception>
    public void Check(object?[] arguments)
    {
        for (int i = 0; i < _rules.Length && i < arguments.Length; i++)
            _rules[i]?.Check(arguments[i]);
    }

    private static Rule? RuleOf(ParameterInfo parameter, string path, bool isOurs)
    {
        Type type = parameter.ParameterType;
        string name = parameter.Name ?? "";
        string wireName = parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? name;
        var rule = new Rule
        {
            Name = name,
            IsNeeded = isOurs && !type.IsValueType && !parameter.IsOptional,
            IsPathSegment = type == typeof(string) && path.Contains($"{{{wireName}}}", StringComparison.OrdinalIgnoreCase),
            IsMessage = isOurs && IsName(name, "message") && type == typeof(string),
            IsId = isOurs && IsName(name, "id") && (type == typeof(long) || type == typeof(long?)),
            IsIds = isOurs && IsName(name, "ids") && (type == typeof(string) || typeof(IEnumerable<long>).IsAssignableFrom(type)),
        };
        return rule is { IsNeeded: false, IsPathSegment: false, IsMessage: false, IsId: false, IsIds: false } ? null : rule;
    }

    private static bool IsName(string name, string what) =>
        name.Equals(what, StringComparison.Ordinal) || name.EndsWith(char.ToUpperInvariant(what[0]) + what[1..], StringComparison.Ordinal);

    private sealed record Rule
    {
        public required string Name { get; init; }

        public bool IsNeeded { get; init; }

        public bool IsPathSegment { get; init; }

        public bool IsMessage { get; init; }

        public bool IsId { get; init; }

        public bool IsIds { get; init; }

        public void Check(object? argument)
        {
            switch (argument)
            {
                case null when IsNeeded:
                    throw new ArgumentNullException(Name);
                case string text when IsPathSegment:
                    Argument.PathSegment(text, Name);
                    break;
                case string text when IsMessage:
                    Argument.Message(text, name: Name);
                    break;
                case string text when IsIds:
                    foreach (string part in text.Split(','))
                        CheckText(part);
                    break;
                case long id when IsId:
                    Argument.Id(id, Name);
                    break;
                case IEnumerable<long> ids when IsIds:
                    foreach (long id in ids)
                        Argument.Id(id, Name);
                    break;
            }
        }

        private void CheckText(string text)
        {
            if (!long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long id) || id <= 0)
                throw new ArgumentException("These are to be ids, positive numbers, with commas between them.", Name);
        }
    }
}
