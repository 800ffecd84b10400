using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>How an emulator behaves. Read once, when it starts.</summary>
public sealed class WildberriesEmulatorOptions
{
    /// <summary>The emulator's clock: expiry of tokens, refill of buckets, times of events, delays.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether the emulator starts with cards, chats, reviews, questions, claims, news, products, promotions, advertising campaigns, financial reports, users, warehouses with stocks, and new orders of all
    /// kinds. Seller and balances are always there.
    /// </summary>
    /// <value>The default is <see langword="false"/>: none of them.</value>
    public bool Seed { get; set; }

    /// <summary>Whether requests are limited. Without limits no <c>X-Ratelimit-*</c> header is sent.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RateLimits { get; set; } = true;

    /// <summary>
    /// Operations that take the place of the SDK's own with the same host, verb and path (to change their access or limits), or are
    /// added to them. A read without behaviour of its own is answered by default if the SDK knows it (or <see cref="AddApi{TApi}"/> told of it);
    /// any other operation without behaviour answers 501 unless <see cref="WildberriesEmulator.Answer"/> says what.
    /// </summary>
    /// <value>The default is empty: <see cref="WildberriesOperations.All"/> holds.</value>
    public IList<WildberriesOperation> Operations { get; } = [];

    /// <summary>What <see cref="AddApi{TApi}"/> added.</summary>
    internal IList<EmulatedArea> Apis { get; } = [];

    /// <summary>Whether no operation has behaviour of its own, so that all reads are answered by default: for tests of that default.</summary>
    internal bool DefaultsOnly { get; set; }

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

    /// <summary>
    /// Adds the operations of a Refit interface of your own, as <see cref="WildberriesOptions.AddApi{TApi}"/> does on the other side: its reads are
    /// answered by default, with a value in each member of the model.
    /// </summary>
    /// <typeparam name="TApi">The interface, with <c>[WildberriesApi]</c>, and <c>[Operation]</c> on each method.</typeparam>
    /// <param name="jsonContext">The source-generated JSON context that knows the interface's answers.</param>
    /// <exception cref="ArgumentException">The interface or a method lacks an attribute, or the host is not WB's.</exception>
    public void AddApi<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(JsonSerializerContext jsonContext)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(jsonContext);
        foreach (WildberriesOperation operation in WildberriesOperations.Of<TApi>())
            Operations.Add(operation);
        Apis.Add(new EmulatedArea(typeof(TApi), jsonContext));
    }
}
