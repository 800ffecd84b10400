using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Why the documents of a card did not pass WB's check.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<CardVerdictReason>))]
public readonly record struct CardVerdictReason : IExtensibleEnum<CardVerdictReason, string>
{
    private CardVerdictReason(string value) => Value = value;

    /// <summary>The customs code (TN VED) is missing.</summary>
    public static CardVerdictReason TnVedMissing { get; } = new("tnved_missing");

    /// <summary>The seller's tax number is missing.</summary>
    public static CardVerdictReason SellerTaxNumberMissing { get; } = new("supplier_inn_missing");

    /// <summary>The seller is not registered.</summary>
    public static CardVerdictReason SellerNotRegistered { get; } = new("supplier_not_registered");

    /// <summary>The seller is not active.</summary>
    public static CardVerdictReason SellerInactive { get; } = new("supplier_inactive");

    /// <summary>The seller is not registered for this group of products.</summary>
    public static CardVerdictReason ProductGroupNotRegistered { get; } = new("product_group_not_registered");

    /// <summary>A marking code is required.</summary>
    public static CardVerdictReason MarkingRequired { get; } = new("kiz_required");

    /// <summary>The certificate for the marking code is missing.</summary>
    public static CardVerdictReason MarkingCertificateMissing { get; } = new("kiz_certificate_missing");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static CardVerdictReason From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
