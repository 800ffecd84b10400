using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>The state of an upload.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<UploadStatus>))]
public readonly record struct UploadStatus : IExtensibleEnum<UploadStatus, int>
{
    private UploadStatus(int value) => Value = value;

    /// <summary>WB has not processed it yet.</summary>
    public static UploadStatus Processing { get; } = new(1);

    /// <summary>All products are changed.</summary>
    public static UploadStatus Done { get; } = new(3);

    /// <summary>It was cancelled.</summary>
    public static UploadStatus Cancelled { get; } = new(4);

    /// <summary>Some products are changed, the others have errors: see the details.</summary>
    public static UploadStatus PartlyFailed { get; } = new(5);

    /// <summary>No products are changed, all have errors: see the details.</summary>
    public static UploadStatus Failed { get; } = new(6);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static UploadStatus From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
