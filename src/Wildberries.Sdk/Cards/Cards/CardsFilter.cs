using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>Which cards to get: those that all of this holds for. There is no filter by several numbers of products.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
public sealed record CardsFilter
{
    /// <summary>With or without pictures; <see langword="null"/>: WB decides. Say <see cref="CardPhotoFilter.Any"/> for all.</summary>
    [JsonPropertyName("withPhoto")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardPhotoFilter? Photos { get; init; }

    /// <summary>A part of the seller's article, the product's number at WB, or a barcode. Cards that merely contain it come, too.</summary>
    [JsonPropertyName("textSearch")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TextSearch { get; init; }

    /// <summary>Tags of the seller; none: any.</summary>
    [JsonPropertyName("tagIDs")]
    public IReadOnlyList<long> TagIds { get => field ?? []; init; } = [];

    /// <summary>Whether only of categories in which the seller may sell. The sandbox does not know it.</summary>
    [JsonPropertyName("allowedCategoriesOnly")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowedCategoriesOnly { get; init; }

    /// <summary>Subjects; none: any.</summary>
    [JsonPropertyName("objectIDs")]
    public IReadOnlyList<long> SubjectIds { get => field ?? []; init; } = [];

    /// <summary>Brands; none: any.</summary>
    [JsonPropertyName("brands")]
    public IReadOnlyList<string> Brands { get => field ?? []; init; } = [];

    /// <summary>The number of merged cards; <see langword="null"/>: any.</summary>
    [JsonPropertyName("imtID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ImtId { get; init; }
}
