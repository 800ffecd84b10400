using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>The card of a product. To change it, write back the whole of it: <see cref="ToUpdate"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record Card : WildberriesModel
{
    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmID")]
    public long NmId { get; init; }

    /// <summary>The number that merged cards have in common. A card by itself has one, too; in the trash it gets another.</summary>
    [JsonPropertyName("imtID")]
    public long ImtId { get; init; }

    /// <summary>WB's inner id of the card.</summary>
    [JsonPropertyName("nmUUID")]
    public string? NmUuid { get; init; }

    /// <summary>The subject: what kind of thing the product is. It decides which characteristics there are.</summary>
    [JsonPropertyName("subjectID")]
    public long SubjectId { get; init; }

    /// <summary>The subject's name, in the language that was asked for.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>The seller's own article.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; init; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brand")]
    public string? Brand { get; init; }

    /// <summary>What the product is called, at most 60 characters.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The description: at most 1,000 to 5,000 characters, by category.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Whether the product needs a marking code of Chestny ZNAK.</summary>
    [JsonPropertyName("needKiz")]
    public bool IsMarkingRequired { get; init; }

    /// <summary>Whether the seller has confirmed that the marking code is on the product; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("kizMarked")]
    public bool? IsMarkingConfirmed { get; init; }

    /// <summary>The pictures, in their order.</summary>
    [JsonPropertyName("photos")]
    public IReadOnlyList<CardPhoto> Photos { get => field ?? []; init; } = [];

    /// <summary>Where the video is; <see langword="null"/>: there is none.</summary>
    [JsonPropertyName("video")]
    public string? Video { get; init; }

    /// <summary>How it is sold wholesale. It is set when the card is created, and updates leave it as it is.</summary>
    [JsonPropertyName("wholesale")]
    public CardWholesale? Wholesale { get; init; }

    /// <summary>Size and weight in its packaging.</summary>
    [JsonPropertyName("dimensions")]
    public CardDimensions? Dimensions { get; init; }

    /// <summary>The characteristics; those that have a member of their own here, such as the brand, are not among them.</summary>
    [JsonPropertyName("characteristics")]
    public IReadOnlyList<CardCharacteristic> Characteristics { get => field ?? []; init; } = [];

    /// <summary>The sizes; a product without sizes has one.</summary>
    [JsonPropertyName("sizes")]
    public IReadOnlyList<CardSize> Sizes { get => field ?? []; init; } = [];

    /// <summary>The seller's tags on the card.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<Tag> Tags { get => field ?? []; init; } = [];

    /// <summary>When the card was created.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the card was changed last.</summary>
    [JsonPropertyName("updatedAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The documents about the product, and what WB found when it checked them.</summary>
    [JsonPropertyName("documents")]
    public CardDocuments? Documents { get; init; }

    /// <summary>
    /// Everything that has to be written back so that nothing of the card is lost, members that this version does not know included. Left out is what WB alone
    /// decides: names, times, verdicts, and what an update does not touch (pictures, video, tags, wholesale).
    /// </summary>
    /// <remarks>The values of characteristics are in the language in which the card was read: read it in Russian.</remarks>
    /// <returns>The request's part for this card. It has no prices: they are for new sizes only.</returns>
    /// <exception cref="InvalidOperationException">
    /// Something of the card could not be read (<see cref="WildberriesModel.UnreadableProperties"/>): WB would delete it.
    /// </exception>
    /// <exception cref="ArgumentException">WB would refuse the card: its title is too long, for example.</exception>
    public CardUpdate ToUpdate()
    {
        WholeCard.Require(this);
        return new CardUpdate
        {
            NmId = NmId,
            VendorCode = VendorCode ?? "",
            IsMarkingConfirmed = IsMarkingConfirmed,
            Brand = Brand,
            Title = Title,
            Description = Description,
            Dimensions = Dimensions is null ? null : WholeCard.ToInput(Dimensions),
            Characteristics = [.. Characteristics.OfType<CardCharacteristic>().Where(one => one.Value.Kind != JsonValueKind.Null).Select(WholeCard.ToInput)],
            Sizes = [.. Sizes.OfType<CardSize>().Select(WholeCard.ToUpdate)],
            Documents = Documents is null ? null : WholeCard.ToInput(Documents),
            AdditionalProperties = WholeCard.Copy(AdditionalProperties),
        };
    }
}
