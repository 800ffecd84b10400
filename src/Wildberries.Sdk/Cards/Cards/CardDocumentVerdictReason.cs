using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Why a document did not pass WB's check.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<CardDocumentVerdictReason>))]
public readonly record struct CardDocumentVerdictReason : IExtensibleEnum<CardDocumentVerdictReason, string>
{
    private CardDocumentVerdictReason(string value) => Value = value;

    /// <summary>There is no document.</summary>
    public static CardDocumentVerdictReason DocumentMissing { get; } = new("document_missing");

    /// <summary>WB did not find the document in the register.</summary>
    public static CardDocumentVerdictReason DocumentNotFound { get; } = new("document_not_found");

    /// <summary>The document is not in force.</summary>
    public static CardDocumentVerdictReason DocumentInactive { get; } = new("document_inactive");

    /// <summary>The document has expired.</summary>
    public static CardDocumentVerdictReason DocumentExpired { get; } = new("document_expired");

    /// <summary>Somebody else applied for it.</summary>
    public static CardDocumentVerdictReason ApplicantMismatch { get; } = new("applicant_mismatch");

    /// <summary>It is about another trade name.</summary>
    public static CardDocumentVerdictReason TradeNameMismatch { get; } = new("trade_name_mismatch");

    /// <summary>WB says that it does not know why.</summary>
    public static CardDocumentVerdictReason Unknown { get; } = new("unknown");

    /// <summary>The document is of another type.</summary>
    public static CardDocumentVerdictReason DocumentTypeMismatch { get; } = new("document_type_mismatch");

    /// <summary>The document has other dates.</summary>
    public static CardDocumentVerdictReason DocumentDatesMismatch { get; } = new("document_dates_mismatch");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static CardDocumentVerdictReason From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
