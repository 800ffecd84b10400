using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Advert.Retired;

/// <summary>An automatic campaign to be created. What is <see langword="null"/> is not sent.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion"/>.</remarks>
public sealed record RetiredAutomaticCampaignRequest
{
    /// <summary>The type: 8, automatic.</summary>
    [JsonPropertyName("type")]
    public int? Type { get; init; }

    /// <summary>The name, at most 128 characters.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The subject that it is for.</summary>
    [JsonPropertyName("subjectId")]
    public long? SubjectId { get; init; }

    /// <summary>What its budget gets, in whole roubles.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("sum")]
    public decimal? Sum
    {
        get;
        init => field = Argument.Whole(value);
    }

    /// <summary>What the budget is paid from.</summary>
    [JsonPropertyName("btype")]
    public DepositSource? FundsSource { get; init; }

    /// <summary>Whether it waits to be started.</summary>
    [JsonPropertyName("on_pause")]
    public bool? OnPause { get; init; }

    /// <summary>The products' numbers at WB.</summary>
    [JsonPropertyName("nms")]
    public IReadOnlyList<long> NmIds { get => field ?? []; init; } = [];

    /// <summary>The bid, in whole roubles for a thousand views.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not whole.</exception>
    [JsonPropertyName("cpm")]
    public decimal? Cpm
    {
        get;
        init => field = Argument.Whole(value);
    }
}
