using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// What exactly is wrong with a new card: a code for programs and translators that stays the same whatever the texts say. The list is open, since rules may be added.
/// </summary>
[JsonConverter(typeof(StringEnumConverter<CardFault>))]
public readonly record struct CardFault : IExtensibleEnum<CardFault, string>
{
    private CardFault(string value) => Value = value;

    /// <summary>The place of a card in its group is empty.</summary>
    public static CardFault CardMissing { get; } = new("card_missing");

    /// <summary>The group has no cards.</summary>
    public static CardFault GroupEmpty { get; } = new("group_empty");

    /// <summary>The group has more cards than WB merges.</summary>
    public static CardFault GroupTooLarge { get; } = new("group_too_large");

    /// <summary>The card has the same characteristics as another of its group.</summary>
    public static CardFault GroupAlike { get; } = new("group_alike");

    /// <summary>The card or group to attach to is not in the list.</summary>
    public static CardFault TargetUnknown { get; } = new("target_unknown");

    /// <summary>The group alone is larger than a request may be.</summary>
    public static CardFault RequestTooLarge { get; } = new("request_too_large");

    /// <summary>WB has no characteristics for the subject.</summary>
    public static CardFault SubjectUnknown { get; } = new("subject_unknown");

    /// <summary>The article is missing.</summary>
    public static CardFault ArticleMissing { get; } = new("article_missing");

    /// <summary>The article is too long.</summary>
    public static CardFault ArticleTooLong { get; } = new("article_too_long");

    /// <summary>Another card of those that are checked has the article.</summary>
    public static CardFault ArticleRepeated { get; } = new("article_repeated");

    /// <summary>The title is too long.</summary>
    public static CardFault TitleTooLong { get; } = new("title_too_long");

    /// <summary>The description is longer than any category allows.</summary>
    public static CardFault DescriptionTooLong { get; } = new("description_too_long");

    /// <summary>The description is longer than some categories allow: a warning.</summary>
    public static CardFault DescriptionMayBeTooLong { get; } = new("description_may_be_too_long");

    /// <summary>A text has a character that cannot be sent.</summary>
    public static CardFault TextMalformed { get; } = new("text_malformed");

    /// <summary>A required characteristic is missing.</summary>
    public static CardFault CharacteristicMissing { get; } = new("characteristic_missing");

    /// <summary>The subject has no such characteristic.</summary>
    public static CardFault CharacteristicUnknown { get; } = new("characteristic_unknown");

    /// <summary>A characteristic stands in the list twice.</summary>
    public static CardFault CharacteristicRepeated { get; } = new("characteristic_repeated");

    /// <summary>WB does not use the characteristic: a warning.</summary>
    public static CardFault CharacteristicUnused { get; } = new("characteristic_unused");

    /// <summary>The characteristic is a member of the card and does not belong in the list.</summary>
    public static CardFault CharacteristicIsMember { get; } = new("characteristic_is_member");

    /// <summary>The characteristic has no value.</summary>
    public static CardFault CharacteristicWithoutValue { get; } = new("characteristic_without_value");

    /// <summary>The characteristic is to be a list of texts.</summary>
    public static CardFault CharacteristicNotTexts { get; } = new("characteristic_not_texts");

    /// <summary>The characteristic is to be a number.</summary>
    public static CardFault CharacteristicNotNumber { get; } = new("characteristic_not_number");

    /// <summary>The characteristic has too many values.</summary>
    public static CardFault CharacteristicTooManyValues { get; } = new("characteristic_too_many_values");

    /// <summary>A size is missing or repeated, or one of several has no name.</summary>
    public static CardFault SizeAmbiguous { get; } = new("size_ambiguous");

    /// <summary>A barcode is blank, or has a space or a control character.</summary>
    public static CardFault BarcodeMalformed { get; } = new("barcode_malformed");

    /// <summary>A barcode stands there twice.</summary>
    public static CardFault BarcodeRepeated { get; } = new("barcode_repeated");

    /// <summary>The last digit of a barcode does not follow from the others: a warning.</summary>
    public static CardFault BarcodeCheckDigit { get; } = new("barcode_check_digit");

    /// <summary>Size or weight in the packaging is missing, so that WB takes 0: a warning.</summary>
    public static CardFault DimensionsMissing { get; } = new("dimensions_missing");

    /// <summary>The seller may not have so many cards.</summary>
    public static CardFault LimitExceeded { get; } = new("limit_exceeded");

    /// <summary>Another card of the group is refused, and a group is created as a whole or not at all.</summary>
    public static CardFault GroupRefused { get; } = new("group_refused");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static CardFault From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
