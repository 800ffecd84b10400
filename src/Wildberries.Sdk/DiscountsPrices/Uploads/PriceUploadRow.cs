using System.Text.Json.Serialization;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What became of one of the rows that were given to a <see cref="PriceUploader"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/pricesAndDiscounts"/>.</remarks>
public sealed record PriceUploadRow
{
    /// <summary>The row's place among those that were given, from 0 on.</summary>
    public int Index { get; init; }

    /// <summary>The product's number at WB.</summary>
    public long NmId { get; init; }

    /// <summary>The size, if the row is about one.</summary>
    public long? SizeId { get; init; }

    /// <summary>The price that was asked for, before discounts; <see langword="null"/> if none was. In the currency of the product.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Price { get; init; }

    /// <summary>The seller's discount that was asked for, in percent; <see langword="null"/> if none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Discount { get; init; }

    /// <summary>The discount for members of WB Club that was asked for, in percent; <see langword="null"/> if none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ClubDiscount { get; init; }

    /// <summary>The levels of wholesale discounts that were asked for; <see langword="null"/> if none were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WholesaleDiscount>? WholesaleLevels { get; init; }

    /// <summary>What became of it.</summary>
    public PriceUploadOutcome Outcome { get; init; }

    /// <summary>
    /// Why it failed or why nobody knows: in WB's words, or in the SDK's where WB says nothing. <see langword="null"/> if all is well.
    /// </summary>
    public string? ErrorText { get; init; }

    /// <summary>
    /// Whether it failed because WB holds the new price back in quarantine. It is told by the word in WB's text;
    /// <see cref="DiscountsPricesApiExtensions.StreamQuarantineAsync"/> has the prices.
    /// </summary>
    [JsonIgnore]
    public bool IsQuarantined =>
        Outcome == PriceUploadOutcome.Failed && ErrorText?.Contains("quarantine", StringComparison.OrdinalIgnoreCase) == true;

    internal bool IsDone => Outcome is PriceUploadOutcome.Updated or PriceUploadOutcome.Unchanged;

    internal bool IsPending => Outcome is PriceUploadOutcome.NotSent or PriceUploadOutcome.Processing or PriceUploadOutcome.Scheduled;
}
