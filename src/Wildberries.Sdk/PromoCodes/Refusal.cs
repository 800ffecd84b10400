using System.Globalization;
using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Refuses values out of range, naming the property, the value and the limit.</summary>
internal static class Refusal
{
    internal static void ThrowUnlessPercent(
        decimal value, decimal min, decimal max, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        if (value < min || value > max)
            throw OutOfRange(value, $"The percentage must be from {min:0.##########} to {max:0.##########}.", expression);
    }

    internal static void ThrowUnlessBetween(int value, int min, int max, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        if (value < min || value > max)
            throw OutOfRange(value, $"The number must be from {min} to {max}.", expression);
    }

    internal static void ThrowIfNegative(decimal value, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        if (value < 0m)
            throw OutOfRange(value, $"The sum in roubles must be zero or more.", expression);
    }

    internal static ArgumentException Of(string property, string message) => new(message, property);

    private static ArgumentOutOfRangeException OutOfRange(object value, FormattableString limit, string expression) =>
        new(expression[(expression.LastIndexOf('.') + 1)..], value, limit.ToString(CultureInfo.InvariantCulture));
}
