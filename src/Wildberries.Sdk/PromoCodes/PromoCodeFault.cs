using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>
/// What exactly is wrong with a promo code: a code for programs and translators that stays the same whatever the texts say. The list is open, since rules may
/// be added; <see cref="PromoCodeRule"/> is coarser.
/// </summary>
[JsonConverter(typeof(StringEnumConverter<PromoCodeFault>))]
public readonly record struct PromoCodeFault : IExtensibleEnum<PromoCodeFault, string>
{
    private PromoCodeFault(string value) => Value = value;

    /// <summary>The code belongs to no seller.</summary>
    public static PromoCodeFault SellerMissing { get; } = new("seller_missing");

    /// <summary>The text to enter is missing.</summary>
    public static PromoCodeFault CodeMissing { get; } = new("code_missing");

    /// <summary>The text to enter is too long.</summary>
    public static PromoCodeFault CodeTooLong { get; } = new("code_too_long");

    /// <summary>The text to enter has a space or a control character.</summary>
    public static PromoCodeFault CodeHasSpaces { get; } = new("code_has_spaces");

    /// <summary>The text to enter has a character that no database takes.</summary>
    public static PromoCodeFault CodeMalformed { get; } = new("code_malformed");

    /// <summary>The discount is too small or too large.</summary>
    public static PromoCodeFault PercentOutOfRange { get; } = new("percent_out_of_range");

    /// <summary>The discount has too many decimals.</summary>
    public static PromoCodeFault PercentTooPrecise { get; } = new("percent_too_precise");

    /// <summary>The code works for too few or too many days.</summary>
    public static PromoCodeFault DaysOutOfRange { get; } = new("days_out_of_range");

    /// <summary>A new code starts too early or too late.</summary>
    public static PromoCodeFault StartOutOfRange { get; } = new("start_out_of_range");

    /// <summary>A code that stands in WB's portal starts too early or too late.</summary>
    public static PromoCodeFault PortalStartOutOfRange { get; } = new("portal_start_out_of_range");

    /// <summary>The list of products is empty.</summary>
    public static PromoCodeFault ProductsMissing { get; } = new("products_missing");

    /// <summary>A product's number is not above zero.</summary>
    public static PromoCodeFault ProductInvalid { get; } = new("product_invalid");

    /// <summary>A product is chosen twice.</summary>
    public static PromoCodeFault ProductRepeated { get; } = new("product_repeated");

    /// <summary>The code has a purpose that does not exist.</summary>
    public static PromoCodeFault PurposeUnknown { get; } = new("purpose_unknown");

    /// <summary>Too many other codes work on one of the days.</summary>
    public static PromoCodeFault TooManyActiveCodes { get; } = new("too_many_active_codes");

    /// <summary>A code of the same text works on some of the days.</summary>
    public static PromoCodeFault CodeInUse { get; } = new("code_in_use");

    /// <summary>Another code has the id of WB's.</summary>
    public static PromoCodeFault WildberriesIdInUse { get; } = new("wildberries_id_in_use");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PromoCodeFault From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
