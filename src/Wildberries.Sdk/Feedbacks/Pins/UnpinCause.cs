using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Why WB has unpinned a review.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<UnpinCause>))]
public readonly record struct UnpinCause : IExtensibleEnum<UnpinCause, string>
{
    private UnpinCause(string value) => Value = value;

    /// <summary>The subscription or the option has ended.</summary>
    public static UnpinCause NotPaid { get; } = new("sysTariffUnpinned");

    /// <summary>The limit of the subscription is used up.</summary>
    public static UnpinCause LimitReached { get; } = new("sysLimitReached");

    /// <summary>The review does not count for the rating any more: it was deleted or banned, for example.</summary>
    public static UnpinCause NotRated { get; } = new("sysNoratingUnpinned");

    /// <summary>The card or the group has as many pinned reviews as it can have.</summary>
    public static UnpinCause NoFreeSlot { get; } = new("sysAdditionalSlot");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static UnpinCause From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
