using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What became of one article of an upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/work-with-products#tag/Ceny-i-skidki"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<UploadedGoodsStatus>))]
public readonly record struct UploadedGoodsStatus : IExtensibleEnum<UploadedGoodsStatus, int>
{
    private UploadedGoodsStatus(int value) => Value = value;

    /// <summary>WB has not processed it yet.</summary>
    public static UploadedGoodsStatus Processing { get; } = new(1);

    /// <summary>It has no error: price, discount or both are changed.</summary>
    public static UploadedGoodsStatus Updated { get; } = new(2);

    /// <summary>It has an error: nothing is changed.</summary>
    public static UploadedGoodsStatus Failed { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static UploadedGoodsStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
