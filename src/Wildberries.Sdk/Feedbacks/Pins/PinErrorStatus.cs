using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Feedbacks;

/// <summary>Why a review was not pinned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/pinnedFeedbacks"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<PinErrorStatus>))]
public readonly record struct PinErrorStatus : IExtensibleEnum<PinErrorStatus, string>
{
    private PinErrorStatus(string value) => Value = value;

    /// <summary>There is no such review.</summary>
    public static PinErrorStatus FeedbackNotFound { get; } = new("feedbackNotFound");

    /// <summary>There is no such product, or it is not one of the seller.</summary>
    public static PinErrorStatus ItemNotFound { get; } = new("itemNotFound");

    /// <summary>The review does not belong there.</summary>
    public static PinErrorStatus FeedbackMismatch { get; } = new("feedbackMismatch");

    /// <summary>The card has no pictures.</summary>
    public static PinErrorStatus ItemNoImages { get; } = new("itemNoImages");

    /// <summary>The review does not count for the rating.</summary>
    public static PinErrorStatus FeedbackExcluded { get; } = new("feedbackExcluded");

    /// <summary>The card is not shown on the site.</summary>
    public static PinErrorStatus ImtNotDisplayed { get; } = new("imtNotDisplayed");

    /// <summary>The seller has as many pins as there can be: <see cref="PinLimit.Total"/>.</summary>
    public static PinErrorStatus GlobalLimitReached { get; } = new("globalLimitReached");

    /// <summary>The card or the group has as many pins as it can have: <see cref="PinLimit.PerUnit"/>.</summary>
    public static PinErrorStatus UnitLimitReached { get; } = new("unitLimitReached");

    /// <summary>The option of the tariff does not allow it.</summary>
    public static PinErrorStatus TariffRestriction { get; } = new("tariffRestriction");

    /// <summary>The subscription does not allow it.</summary>
    public static PinErrorStatus SubscriptionRestriction { get; } = new("subscriptionRestriction");

    /// <summary>It is pinned already.</summary>
    public static PinErrorStatus AlreadyPinned { get; } = new("alreadyPinned");

    /// <summary>WB cannot read the row.</summary>
    public static PinErrorStatus BodyNotValid { get; } = new("bodyNotValid");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static PinErrorStatus From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
