using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Directories;

/// <summary>A characteristic that cards of a subject have: what it is called, and what WB takes for it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed record SubjectCharacteristic : WildberriesModel
{
    /// <summary>The characteristic's number, by which a card names it.</summary>
    [JsonPropertyName("charcID")]
    public long Id { get; init; }

    /// <summary>Its name, in the language that was asked for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The subject: <see cref="Subject.Id"/>.</summary>
    [JsonPropertyName("subjectID")]
    public long SubjectId { get; init; }

    /// <summary>The subject's name.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; init; }

    /// <summary>Whether a card cannot do without it.</summary>
    [JsonPropertyName("required")]
    public bool IsRequired { get; init; }

    /// <summary>The unit that a number is in, such as centimetres; empty where there is none.</summary>
    [JsonPropertyName("unitName")]
    public string? UnitName { get; init; }

    /// <summary>How many values it may have; 0: any number. It says something only of <see cref="CharacteristicType.Texts"/>: a number has one value.</summary>
    [JsonPropertyName("maxCount")]
    public int MaxCount { get; init; }

    /// <summary>Whether many buyers look at it.</summary>
    [JsonPropertyName("popular")]
    public bool IsPopular { get; init; }

    /// <summary>What its values are; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("charcType")]
    public CharacteristicType? Type { get; init; }

    /// <summary>Whether it is one of those that matter to buyers.</summary>
    [JsonPropertyName("hasFilter")]
    public bool HasFilter { get; init; }

    /// <summary>Whether it may differ between the cards of one merged group, as a size or a colour does.</summary>
    [JsonPropertyName("isVariable")]
    public bool IsVariable { get; init; }

    /// <summary>How a card takes it: as a member of its own, or, if not, in its list of characteristics.</summary>
    [JsonPropertyName("existNamedField")]
    public bool HasNamedField { get; init; }
}
