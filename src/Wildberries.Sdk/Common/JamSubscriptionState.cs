using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>Whether a Jam subscription runs.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerInformation"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<JamSubscriptionState>))]
public readonly record struct JamSubscriptionState : IExtensibleEnum<JamSubscriptionState, string>
{
    private JamSubscriptionState(string value) => Value = value;

    /// <summary>The subscription is paid and runs.</summary>
    public static JamSubscriptionState Active { get; } = new("active");

    /// <summary>The subscription has expired or was cancelled.</summary>
    public static JamSubscriptionState Inactive { get; } = new("inactive");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static JamSubscriptionState From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
