using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

/// <summary>How far WB's moderation of a file is.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersChat"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ModerationState>))]
public readonly record struct ModerationState : IExtensibleEnum<ModerationState, string>
{
    private ModerationState(string value) => Value = value;

    /// <summary>The file is being looked at.</summary>
    public static ModerationState Pending { get; } = new("pending");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ModerationState From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
