namespace Wildberries.Sdk.Testing;

/// <summary>An order to add products to a promotion that arrived through the API.</summary>
public sealed record EmulatedPromotionUpload
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The promotion.</summary>
    public required long PromotionId { get; init; }

    /// <summary>Whether the discount holds from the upload on, and not from the promotion's start on.</summary>
    public required bool UploadNow { get; init; }

    /// <summary>The products that were named.</summary>
    public required IReadOnlyList<long> NmIds { get; init; }

    /// <summary>Those of them that were offered for the promotion; they take part unless their processing fails.</summary>
    public required IReadOnlyList<long> Added { get; init; }
}
