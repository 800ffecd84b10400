namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>What WB answered to an upload of whatever kind.</summary>
internal sealed record UploadAnswer
{
    public long? Id { get; init; }

    public bool AlreadyExists { get; init; }

    public string? ErrorText { get; init; }

    /// <summary>The products that WB refused at once, with its reason.</summary>
    public IReadOnlyDictionary<long, string?> Refused { get; init; } = new Dictionary<long, string?>();

    public static UploadAnswer Of(UploadResponse? response) => new()
    {
        Id = response?.Data?.Id,
        AlreadyExists = response?.Data?.AlreadyExists == true,
        ErrorText = response?.ErrorText,
    };
}
