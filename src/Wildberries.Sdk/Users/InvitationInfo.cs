using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>The invitation of a user.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record InvitationInfo : WildberriesModel
{
    /// <summary>The phone number that was invited.</summary>
    [JsonPropertyName("phoneNumber")]
    public string? PhoneNumber { get; init; }

    /// <summary>The position that was given.</summary>
    [JsonPropertyName("position")]
    public string? Position { get; init; }

    /// <summary>The invitation's id, a UUID in text form.</summary>
    [JsonPropertyName("inviteUuid")]
    public string? InviteId { get; init; }

    /// <summary>Until when it can be taken.</summary>
    [JsonPropertyName("expiredAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the invitation is active.</summary>
    [JsonPropertyName("isActive")]
    public bool IsActive { get; init; }

    /// <summary>The id and the state, without the phone number.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"InvitationInfo {{ InviteId = {InviteId}, IsActive = {IsActive} }}";
}
