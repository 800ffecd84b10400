using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Refit;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Requests;

/// <summary>
/// What the arguments of a method of an interface must be, told from its signature: the one place that checks them for all areas, before anything is sent. What a
/// helper checks beyond this it checks itself.
/// </summary>
internal sealed class ParameterRules
{
    private const long SecondsPerDay = 24 * 60 * 60;

    private readonly Rule?[] _rules;

    private ParameterRules(Rule?[] rules) => _rules = rules;

    public static ParameterRules None { get; } = new([]);

    /// <summary>Reads the rules of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Its path, with placeholders in braces.</param>
    /// <param name="isOurs">Whether the SDK declares it; of a user's own interface only what would change the path is refused, for its names may mean anything.</param>
    public static ParameterRules Of(MethodInfo method, string path, bool isOurs)
    {
        ParameterInfo[] parameters = method.GetParameters();
        Rule?[] rules = [.. parameters.Select(parameter => RuleOf(parameter, parameters, path, isOurs))];
        return Array.Exists(rules, rule => rule is not null) ? new ParameterRules(rules) : None;
    }

    /// <summary>Checks the arguments of a call.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="clock">The clock of the client.</param>
    /// <exception cref="ArgumentException">One is not as it must be; the message names it.</exception>
    public void Check(object?[] arguments, TimeProvider clock)
    {
        for (int i = 0; i < _rules.Length && i < arguments.Length; i++)
        {
            _rules[i]?.Check(arguments[i], clock);
            if (_rules[i] is { Period: { } period, Start: var start } && arguments[start] is long from && arguments[i] is long to)
                CheckPeriod(from, to, period, _rules[i]!.Name);
        }
    }

    private static void CheckPeriod(long from, long to, PeriodAttribute period, string name)
    {
        if (to < from)
            throw new ArgumentException(FormattableString.Invariant($"The end, {to}, is before the start, {from}."), name);
        if (to - from > period.Days * SecondsPerDay)
            throw new ArgumentException(FormattableString.Invariant($"The period is longer than {period.Days} days, the most that WB takes."), name);
    }

    private static Rule? RuleOf(ParameterInfo parameter, ParameterInfo[] all, string path, bool isOurs)
    {
        Type type = parameter.ParameterType;
        string name = parameter.Name ?? "";
        string wireName = parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? name;
        PeriodAttribute? period = isOurs ? parameter.GetCustomAttribute<PeriodAttribute>() : null;
        var rule = new Rule
        {
            Name = name,
            IsNeeded = isOurs && !type.IsValueType && !parameter.IsOptional,
            IsFilled = isOurs && parameter.IsDefined(typeof(RequiredAttribute)),
            IsNext = isOurs && name == "next" && (type == typeof(long) || type == typeof(long?)),
            IsChecked = isOurs && typeof(ICheckedRequest).IsAssignableFrom(type.IsArray ? type.GetElementType() : type),
            Period = period,
            Start = period is null ? 0 : Array.FindIndex(all, one => one.Name == period.From),
            IsPathSegment = type == typeof(string) && path.Contains($"{{{wireName}}}", StringComparison.OrdinalIgnoreCase),
            IsMessage = isOurs && IsName(name, "message") && type == typeof(string),
            IsId = isOurs && IsName(name, "id") && (type == typeof(long) || type == typeof(long?)),
            IsIds = isOurs && IsName(name, "ids") && (type == typeof(string) || typeof(IEnumerable<long>).IsAssignableFrom(type)),
            Range = isOurs ? parameter.GetCustomAttribute<RangeAttribute>() : null,
            Allowed = isOurs ? parameter.GetCustomAttribute<AllowedValuesAttribute>() : null,
            Items = isOurs ? parameter.GetCustomAttribute<ItemsAttribute>() : null,
        };
        return rule == new Rule { Name = name } ? null : rule;
    }

    private static bool IsName(string name, string what) =>
        name.Equals(what, StringComparison.Ordinal) || name.EndsWith(char.ToUpperInvariant(what[0]) + what[1..], StringComparison.Ordinal);

    private sealed record Rule
    {
        public required string Name { get; init; }

        public bool IsNeeded { get; init; }

        /// <summary>Whether a text must not be blank.</summary>
        public bool IsFilled { get; init; }

        /// <summary>Whether it says where a page begins: never before the first.</summary>
        public bool IsNext { get; init; }

        public bool IsChecked { get; init; }

        /// <summary>Of the end of a period, how long that may be, and where its start stands.</summary>
        public PeriodAttribute? Period { get; init; }

        public int Start { get; init; }

        public bool IsPathSegment { get; init; }

        public bool IsMessage { get; init; }

        public bool IsId { get; init; }

        public bool IsIds { get; init; }

        /// <summary>The least and the greatest number that WB takes.</summary>
        public RangeAttribute? Range { get; init; }

        /// <summary>The values that WB takes, as it writes them; what is left out is for the operation to say.</summary>
        public AllowedValuesAttribute? Allowed { get; init; }

        /// <summary>How many items a list must have and may have, or a body that is little more than a list.</summary>
        public ItemsAttribute? Items { get; init; }

        public void Check(object? argument, TimeProvider clock)
        {
            if (argument is not null && Items is { } items)
                Argument.Count(argument is IListRequest list ? list.ItemCount : ((ICollection)argument).Count, items.Min, items.Max, "items", Name);
            if (argument is not null && Range is { } range)
                CheckRange(Convert.ToInt64(argument, CultureInfo.InvariantCulture), range);
            if (argument is not null && Allowed is { } allowed)
                CheckValue(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "", allowed.Values);
            switch (argument)
            {
                case null when IsNeeded:
                    throw new ArgumentNullException(Name);
                case ICheckedRequest request when IsChecked:
                    request.Check(clock, Name);
                    break;
                case ICheckedRequest[] requests when IsChecked:
                    foreach (ICheckedRequest? request in requests)
                        (request ?? throw new ArgumentException("An item is null.", Name)).Check(clock, Name);
                    break;
                case string text when IsFilled:
                    Argument.Text(text, name: Name);
                    break;
                case long next when IsNext && next < 0:
                    throw new ArgumentOutOfRangeException(Name, next, "It is 0 for the first page, then what the page before said.");
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

        private void CheckRange(long number, RangeAttribute range)
        {
            if (number < Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture) || number > Convert.ToInt64(range.Maximum, CultureInfo.InvariantCulture))
                throw new ArgumentOutOfRangeException(Name, number, FormattableString.Invariant($"WB takes {range.Minimum:N0} to {range.Maximum:N0}."));
        }

        private void CheckValue(string value, object?[] allowed)
        {
            if (!Array.Exists(allowed, one => value.Equals(one as string, StringComparison.Ordinal)))
                throw new ArgumentException($"It is \"{SafeText.Given(value)}\"; WB takes {string.Join(", ", allowed)}.", Name);
        }

        private void CheckText(string text)
        {
            if (!long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long id) || id <= 0)
                throw new ArgumentException("These are to be ids, positive numbers, with commas between them.", Name);
        }
    }
}
