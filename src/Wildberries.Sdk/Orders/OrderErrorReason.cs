using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>WB's word for the reason why it refused to do something with an order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/dbs#tag/dbsAssemblyOrders"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<OrderErrorReason>))]
public readonly record struct OrderErrorReason : IExtensibleEnum<OrderErrorReason, string>
{
    private OrderErrorReason(string value) => Value = value;

    /// <summary>The seller has no such order.</summary>
    public static OrderErrorReason NotFound { get; } = new("NotFound");

    /// <summary>The order is not in a status in which this is possible.</summary>
    public static OrderErrorReason StatusMismatch { get; } = new("StatusMismatch");

    /// <summary>A label identifier has not passed the check, or is missing.</summary>
    public static OrderErrorReason MetaValidationFail { get; } = new("MetaValidationFail");

    /// <summary>The IMEI is required and missing.</summary>
    public static OrderErrorReason ImeiIsNotFilled { get; } = new("ImeiIsNotFilled");

    /// <summary>The Chestny ZNAK code is required and missing.</summary>
    public static OrderErrorReason SgtinIsNotFilled { get; } = new("SGTINIsNotFilled");

    /// <summary>The label identifiers could not be changed: the order may not take them, or not now.</summary>
    public static OrderErrorReason FailedToUpdateMeta { get; } = new("FailedToUpdateMeta");

    /// <summary>The order cannot have label identifiers of this kind.</summary>
    public static OrderErrorReason MetaKeyNotRequired { get; } = new("MetaKeyNotRequired");

    /// <summary>Only orders of businesses take this.</summary>
    public static OrderErrorReason OrderNotB2B { get; } = new("OrderNotB2B");

    /// <summary>The code of the country of origin is none.</summary>
    public static OrderErrorReason InvalidOriginCountryCode { get; } = new("InvalidOriginCountryCode");

    /// <summary>WB has no final price for orders made before 23 July 2026.</summary>
    public static OrderErrorReason PriceNotCalculated { get; } = new("PriceNotCalculated");

    /// <summary>A value is wrong.</summary>
    public static OrderErrorReason IncorrectRequest { get; } = new("IncorrectRequest");

    /// <summary>The request is wrong.</summary>
    public static OrderErrorReason IncorrectRequestBody { get; } = new("IncorrectRequestBody");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static OrderErrorReason From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
