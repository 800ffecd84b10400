using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What became of one product of an upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<UploadedProductStatus>))]
public readonly record struct UploadedProductStatus : IExtensibleEnum<UploadedProductStatus, int>
{
    private UploadedProductStatus(int value) => Value = value;

    /// <summary>WB has not processed it yet.</summary>
    public static UploadedProductStatus Processing { get; } = new(1);

    /// <summary>It has no error: price, discount or both are changed.</summary>
    public static UploadedProductStatus Updated { get; } = new(2);

    /// <summary>It has an error: nothing is changed.</summary>
    public static UploadedProductStatus Failed { get; } = new(3);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static UploadedProductStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
