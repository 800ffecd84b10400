namespace Wildberries.Sdk.Testing;

/// <summary>The card of a product, as WB keeps it.</summary>
public sealed record EmulatedCard
{
    /// <summary>The product's number at WB; 0: the next one.</summary>
    public long NmId { get; init; }

    /// <summary>The number that merged cards have in common; 0: the next one.</summary>
    public long ImtId { get; init; }

    /// <summary>WB's inner id of the card.</summary>
    public Guid Uuid { get; init; } = Guid.NewGuid();

    /// <summary>The subject.</summary>
    /// <value>The default is 1190: mugs, of which nothing is required.</value>
    public long SubjectId { get; init; } = DirectoriesContent.Mugs;

    /// <summary>The seller's own article; by default made from <see cref="NmId"/>.</summary>
    public string? VendorCode { get; init; }

    /// <summary>The brand.</summary>
    public string Brand { get; init; } = "";

    /// <summary>What the product is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the seller has confirmed that the marking code is on the product.</summary>
    public bool IsMarkingConfirmed { get; init; }

    /// <summary>Whether the card is meant for wholesale; <see langword="null"/>: WB does not say.</summary>
    public bool? IsWholesale { get; init; }

    /// <summary>How many units are in a package that is sold wholesale; <see langword="null"/>: WB does not say.</summary>
    public long? WholesaleQuantum { get; init; }

    /// <summary>Size and weight in the packaging.</summary>
    public EmulatedCardDimensions Dimensions { get; init; } = new();

    /// <summary>The characteristics.</summary>
    public IReadOnlyList<EmulatedCardCharacteristic> Characteristics { get; init; } = [];

    /// <summary>The sizes; by default one, for a product without sizes.</summary>
    public IReadOnlyList<EmulatedCardSize> Sizes { get; init; } = [];

    /// <summary>The pictures, in their order.</summary>
    public IReadOnlyList<EmulatedMedia> Photos { get; init; } = [];

    /// <summary>The video; <see langword="null"/>: there is none.</summary>
    public EmulatedMedia? Video { get; init; }

    /// <summary>The seller's tags on the card: <see cref="EmulatedTag.Id"/>.</summary>
    public IReadOnlyList<long> TagIds { get; init; } = [];

    /// <summary>The documents.</summary>
    public IReadOnlyList<EmulatedCardDocument> Documents { get; init; } = [];

    /// <summary>The flag <c>excludeDocuments</c>, of which WB's page says no more; <see langword="null"/>: it is missing.</summary>
    public bool? ExcludesDocuments { get; init; }

    /// <summary>When WB was through with the documents; <see langword="null"/>: it has not checked them yet, or there are none.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why the documents did not pass, for example <c>kiz_required</c>; <see langword="null"/>: there is no reason.</summary>
    public string? CheckReason { get; init; }

    /// <summary>
    /// What WB may add to a card and the SDK does not know, by the member's name, as JSON. An update overwrites it: what is not sent is lost.
    /// </summary>
    public IReadOnlyDictionary<string, string> OtherMembers { get; init; } = EmulatedJson.None;

    /// <summary>The same of its <c>documents</c>.</summary>
    public IReadOnlyDictionary<string, string> OtherDocumentsMembers { get; init; } = EmulatedJson.None;

    /// <summary>When it was created; <see langword="null"/>: now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last; <see langword="null"/>: now. No two changes have the same time, for WB's times are exact to the microsecond.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it came into the trash; <see langword="null"/>: it is not there.</summary>
    public DateTimeOffset? TrashedAt { get; init; }
}
