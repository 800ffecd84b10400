using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing;

/// <summary>How an emulator behaves. Read once, when it starts.</summary>
public sealed class WildberriesEmulatorOptions
{
    /// <summary>The emulator's clock: expiry of tokens, refill of buckets, times of events, delays.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether the emulator starts with chats, news, goods, promotions, advertising campaigns, financial reports and users. Seller, balances
    /// and tariffs are always there.
    /// </summary>
    /// <value>The default is <see langword="false"/>: none of them.</value>
    public bool Seed { get; set; }

    /// <summary>Whether requests are limited. Without limits no <c>X-Ratelimit-*</c> header is sent.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RateLimits { get; set; } = true;

    /// <summary>
    /// Operations that take the place of the SDK's own with the same host, verb and path (to change their access or limits), or are
    /// added to them. An operation that the emulator has no behaviour for answers 501 unless a fault says what to answer.
    /// </summary>
    /// <value>The default is empty: <see cref="WildberriesOperations.All"/> holds.</value>
    public IList<WildberriesOperation> Operations { get; } = [];

    /// <summary>Whether the seconds in the headers of a 429 have decimals; without, they are rounded up and at least 1.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DecimalRetrySeconds { get; set; }

    /// <summary>Whether only tokens that this emulator made are accepted. Without, any well-formed token is.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool VerifySignatures { get; set; } = true;

    /// <summary>How many chat events one answer holds at most.</summary>
    /// <value>The default is 1000.</value>
    public int EventPageSize { get; set; } = 1000;

    /// <summary>
    /// Whether a page of chat events starts with the last event of the page before, as it can at WB. The end is still an empty page.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RepeatLastEvent { get; set; }

    /// <summary>Whether an empty page of chat events comes without the <c>next</c> cursor. With it, it echoes the request's.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool OmitNextOnEmptyPage { get; set; }

    /// <summary>Whether the request log keeps the text of the bodies. It holds what buyers and sellers wrote.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool KeepRequestBodies { get; set; }
}
