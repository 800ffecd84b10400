using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Advert;

/// <summary>What a campaign's budget is topped up from.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/finances"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<DepositSource>))]
public readonly record struct DepositSource : IExtensibleEnum<DepositSource, int>
{
    private DepositSource(int value) => Value = value;

    /// <summary>The account that the seller pays into: <see cref="AdvertBalance.Account"/>.</summary>
    public static DepositSource Account { get; } = new(0);

    /// <summary>The balance that is settled against coming sales: <see cref="AdvertBalance.Net"/>.</summary>
    public static DepositSource Net { get; } = new(1);

    /// <summary>Bonuses from WB: <see cref="AdvertBalance.Bonus"/>.</summary>
    public static DepositSource Bonus { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static DepositSource From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
