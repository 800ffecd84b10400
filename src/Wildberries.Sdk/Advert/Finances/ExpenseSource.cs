using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What an expense was paid from. WB names it in Russian.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ExpenseSource>))]
public readonly record struct ExpenseSource : IExtensibleEnum<ExpenseSource, string>
{
    private ExpenseSource(string value) => Value = value;

    /// <summary>The account that the seller pays into: <c>Счёт</c>, or <c>Счет</c>, which is equal.</summary>
    public static ExpenseSource Account { get; } = new("Счёт");

    /// <summary>The balance that is settled against coming sales: <c>Баланс</c>.</summary>
    public static ExpenseSource Net { get; } = new("Баланс");

    /// <summary>Bonuses from WB: <c>Бонусы</c>.</summary>
    public static ExpenseSource Bonus { get; } = new("Бонусы");

    /// <summary>Promo bonuses: <c>Кэшбэк</c>.</summary>
    public static ExpenseSource Cashback { get; } = new("Кэшбэк");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ExpenseSource From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    // WB writes "Счёт" in its text and "Счет" in its example.
    private string Canonical => string.Equals(Value, "Счет", StringComparison.Ordinal) ? Account.Value : Value;

    /// <summary>Whether both say the same: <c>Счёт</c> and <c>Счет</c> are the same.</summary>
    /// <param name="other">The other value.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(ExpenseSource other) => string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
