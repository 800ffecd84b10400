using System.Globalization;

namespace Wildberries.Sdk.Testing;

/// <summary>A buyer's review: what the buyer writes, and what has become of it at the moment of asking.</summary>
public sealed record EmulatedFeedback
{
    /// <summary>The review's id; empty: a new one in WB's shape.</summary>
    public string Id { get; init; } = "";

    /// <summary>The product's number at WB.</summary>
    public required long NmId { get; init; }

    /// <summary>The number of its group of merged cards; 0: the same as <see cref="NmId"/>.</summary>
    public long ImtId { get; init; }

    /// <summary>The stars, 1 to 5.</summary>
    /// <value>The default is 5.</value>
    public int Stars { get; init; } = 5;

    /// <summary>What the buyer writes. A review without text and photo goes to the archive at once.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the buyer likes.</summary>
    public string Pros { get; init; } = "";

    /// <summary>What the buyer does not like.</summary>
    public string Cons { get; init; } = "";

    /// <summary>The buyer's name.</summary>
    public string BuyerName { get; init; } = "Покупатель";

    /// <summary>The photos: the bytes of WebP pictures, which are not looked at. Their links need no token.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Photos { get; init; } = [];

    /// <summary>
    /// The video: the bytes of an MPEG transport stream, which are not looked at; <see langword="null"/>: there is none. The review has links to a playlist
    /// of that one piece and to a cover; they need no token.
    /// </summary>
    public ReadOnlyMemory<byte>? Video { get; init; }

    /// <summary>The product's name.</summary>
    public string ProductName { get; init; } = "Товар";

    /// <summary>The seller's own number of it.</summary>
    public string VendorCode { get; init; } = "art-1";

    /// <summary>Its brand.</summary>
    public string BrandName { get; init; } = "Тёплый дом";

    /// <summary>The size; <c>0</c> for products without sizes.</summary>
    public string Size { get; init; } = "0";

    /// <summary>How the size fits, in WB's values: empty, <c>ok</c>, <c>smaller</c> or <c>bigger</c>.</summary>
    public string SizeFit { get; init; } = "";

    /// <summary>What became of the order, in WB's values: <c>buyout</c>, <c>rejected</c>, <c>returned</c> or <c>notSpecified</c>.</summary>
    public string OrderStatus { get; init; } = "buyout";

    /// <summary>The tags that the buyer chose.</summary>
    public IReadOnlyList<string> BuyerTags { get; init; } = [];

    /// <summary>The review that this one goes on from; <see langword="null"/>: it is the first.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether the seller can ask the product back; no longer, once it was asked back.</summary>
    public bool CanRequestReturn { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>Whether the seller has looked at it.</summary>
    public bool WasViewed { get; internal init; }

    /// <summary>
    /// Whether WB holds it for processed, and has it in the archive: it is answered, or older than 30 days, or without text and photo.
    /// </summary>
    public bool IsArchived { get; internal init; }

    /// <summary>The answer that WB has; <see langword="null"/>: none.</summary>
    public string? Answer { get; internal init; }

    /// <summary>
    /// What WB has made of the answer, in its values: <c>reviewRequired</c> (in moderation), <c>wbRu</c> (shown) or <c>rejected</c>; <see langword="null"/>:
    /// there is no answer.
    /// </summary>
    public string? AnswerState { get; internal init; }

    /// <summary>When it was answered first; <see langword="null"/>: not yet.</summary>
    public DateTimeOffset? AnsweredAt { get; internal init; }

    /// <summary>Whether the answer can still be changed: once, within 60 days.</summary>
    public bool IsAnswerEditable { get; internal init; }

    /// <summary>When the product was asked back; <see langword="null"/>: it was not.</summary>
    public DateTimeOffset? ReturnRequestedAt { get; internal init; }

    /// <summary>The order in which they were written, where times are the same.</summary>
    internal int Number { get; init; }

    /// <summary>The review that goes on from this one.</summary>
    internal string? ChildId { get; init; }

    /// <summary>Where the photos are, in full and in small size.</summary>
    internal IReadOnlyList<(string Full, string Small)> PhotoAddresses { get; init; } = [];

    /// <summary>Where the video is.</summary>
    internal (string Cover, string Playlist)? VideoAddresses { get; init; }

    /// <summary>The review without what the buyer wrote.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"review {Id} of {NmId}, {Stars} stars, at {CreatedAt:O}");
}
