using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>How the size on the label fits by the buyer's words; the default value: the product has no sizes, or the buyer does not say.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SizeFit>))]
public readonly record struct SizeFit : IExtensibleEnum<SizeFit, string>
{
    private const string CyrillicOk = "\u043E\u043A";

    private SizeFit(string value) => Value = value;

    /// <summary>As stated. WB's pages write the value in Cyrillic letters and WB's examples in Latin ones: both are read as this.</summary>
    public static SizeFit AsStated { get; } = new("ok");

    /// <summary>Smaller than stated.</summary>
    public static SizeFit RunsSmall { get; } = new("smaller");

    /// <summary>Larger than stated.</summary>
    public static SizeFit RunsLarge { get; } = new("bigger");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SizeFit From(string value) => string.IsNullOrWhiteSpace(value) ? default : value == CyrillicOk ? AsStated : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
