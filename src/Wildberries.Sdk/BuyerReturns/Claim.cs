using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>A claim: a buyer wants to give a product back.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
public sealed record Claim : WildberriesModel
{
    /// <summary>The claim's id; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; init; } = "";

    /// <summary>Where the buyer made it.</summary>
    [JsonPropertyName("claim_type")]
    public ClaimSource Source { get; init; }

    /// <summary>What was decided; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("status")]
    public ClaimStatus? Status { get; init; }

    /// <summary>What becomes of the product; <see langword="null"/>: WB does not say.</summary>
    [JsonPropertyName("status_ex")]
    public ClaimProductStatus? ProductStatus { get; init; }

    /// <summary>
    /// What the seller can do about it at the moment, for <see cref="UpdateClaimRequest.Action"/>; nothing: it is closed. A rejected claim may have some, too,
    /// for it can be decided again: what waits for a decision has <see cref="ClaimStatus.UnderReview"/>.
    /// </summary>
    [JsonPropertyName("actions")]
    public IReadOnlyList<ClaimAction> Actions { get => field ?? []; init; } = [];

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nm_id")]
    public long NmId { get; init; }

    /// <summary>The product's name.</summary>
    [JsonPropertyName("imt_name")]
    public string? ProductName { get; init; }

    /// <summary>The order that the product is of: the same as in the reports.</summary>
    [JsonPropertyName("srid")]
    public string? Srid { get; init; }

    /// <summary>What the buyer paid, all discounts taken off, in <see cref="CurrencyCode"/>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The currency: its number in ISO 4217, such as <c>643</c> for roubles.</summary>
    [JsonPropertyName("currency_code")]
    public string? CurrencyCode { get; init; }

    /// <summary>What the buyer complains of, at most 1,000 characters.</summary>
    [JsonPropertyName("user_comment")]
    public string? BuyerComment { get; init; }

    /// <summary>What the buyer was answered, at most 10,000 characters; <see langword="null"/>: nothing yet.</summary>
    [JsonPropertyName("wb_comment")]
    public string? Answer { get; init; }

    /// <summary>The buyer's photos, at most 10, in WebP: links without a scheme (<c>//host/…</c>), which stand for <c>https</c> and need no token.</summary>
    [JsonPropertyName("photos")]
    public IReadOnlyList<string> Photos { get => field ?? []; init; } = [];

    /// <summary>The buyer's video, at most one, in MP4: a link as those of <see cref="Photos"/>.</summary>
    [JsonPropertyName("video_paths")]
    public IReadOnlyList<string> Videos { get => field ?? []; init; } = [];

    /// <summary>
    /// For phones of Apple from 40,000 roubles on that come back through a pickup point of WB: whether the IMEI that the buyer named is that of the phone that was
    /// sold, in words of WB; <see langword="null"/>: not compared.
    /// </summary>
    [JsonPropertyName("origin_id_info")]
    public string? ImeiCheck { get; init; }

    /// <summary>When the product was ordered. WB sends Moscow time.</summary>
    [JsonPropertyName("order_dt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>When the buyer received it. WB sends Moscow time.</summary>
    [JsonPropertyName("delivery_dt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the buyer made the claim. WB sends Moscow time. The seller has 14 days to decide.</summary>
    [JsonPropertyName("dt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was decided; of one that is not, when it was made. WB sends Moscow time.</summary>
    [JsonPropertyName("dt_update")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Ids, decisions and times, without what the buyer wrote and showed, and what was answered.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        $"Claim {{ Id = {Id}, Source = {Source}, Status = {Status}, ProductStatus = {ProductStatus}, Actions = {string.Join('|', Actions)}, "
        + FormattableString.Invariant($"NmId = {NmId}, CreatedAt = {CreatedAt:u}, UpdatedAt = {UpdatedAt:u} }}");
}
