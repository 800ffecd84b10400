using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>The state of an option, or of a package of options, in the tariff constructor.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<TariffOptionStatus>))]
public readonly record struct TariffOptionStatus : IExtensibleEnum<TariffOptionStatus, string>
{
    private TariffOptionStatus(string value) => Value = value;

    /// <summary>It works.</summary>
    public static TariffOptionStatus Active { get; } = new("active");

    /// <summary>It is switched on and starts to work with the next day.</summary>
    public static TariffOptionStatus PendingActivation { get; } = new("pendingActivation");

    /// <summary>It is switched off and works until the end of the day.</summary>
    public static TariffOptionStatus PendingDeactivation { get; } = new("pendingDeactivation");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static TariffOptionStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
