using System.Globalization;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>What a supply without boxes stands for.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/suppliesInformation"/>.</remarks>
[JsonConverter(typeof(Int32EnumConverter<FbwVirtualSupplyType>))]
public readonly record struct FbwVirtualSupplyType : IExtensibleEnum<FbwVirtualSupplyType, int>
{
    private FbwVirtualSupplyType(int value) => Value = value;

    /// <summary>Stocks were moved.</summary>
    public static FbwVirtualSupplyType StockTransfer { get; } = new(0);

    /// <summary>Products whose owner is not known any more.</summary>
    public static FbwVirtualSupplyType Depersonalization { get; } = new(1);

    /// <summary>A supply by QR code.</summary>
    public static FbwVirtualSupplyType QrSupply { get; } = new(4);

    /// <summary>Products that were accepted later.</summary>
    public static FbwVirtualSupplyType AcceptedLater { get; } = new(5);

    /// <summary>Acceptance by scanning.</summary>
    public static FbwVirtualSupplyType ScanAcceptance { get; } = new(6);

    /// <inheritdoc/>
    public int Value { get; }

    /// <inheritdoc/>
    public static FbwVirtualSupplyType From(int value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
