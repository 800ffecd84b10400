using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>A kind of label identifier: what a unit that is sold must be marked with.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<MarkingCodeKind>))]
public readonly record struct MarkingCodeKind : IExtensibleEnum<MarkingCodeKind, string>
{
    private MarkingCodeKind(string value) => Value = value;

    /// <summary>A Chestny ZNAK code (Data Matrix).</summary>
    public static MarkingCodeKind Sgtin { get; } = new("sgtin");

    /// <summary>The unique number of a piece of jewellery (UIN).</summary>
    public static MarkingCodeKind Uin { get; } = new("uin");

    /// <summary>The number of a device (IMEI).</summary>
    public static MarkingCodeKind Imei { get; } = new("imei");

    /// <summary>The number of a product (GTIN).</summary>
    public static MarkingCodeKind Gtin { get; } = new("gtin");

    /// <summary>The number of a customs declaration.</summary>
    public static MarkingCodeKind CustomsDeclaration { get; } = new("customsDeclaration");

    /// <summary>The day until which a product may be used.</summary>
    public static MarkingCodeKind Expiration { get; } = new("expiration");

    /// <summary>The country of origin.</summary>
    public static MarkingCodeKind OriginCountryCode { get; } = new("originCountryCode");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static MarkingCodeKind From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
