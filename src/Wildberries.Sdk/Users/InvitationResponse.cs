using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>An invitation that was made.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record InvitationResponse : WildberriesModel
{
    /// <summary>The invitation's id, a UUID in text form.</summary>
    [JsonPropertyName("inviteID")]
    public string? InviteId { get; init; }

    /// <summary>Until when it can be taken.</summary>
    [JsonPropertyName("expiredAt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether it was made; if not, WB asks to call again.</summary>
    [JsonPropertyName("isSuccess")]
    public bool IsSuccess { get; init; }

    /// <summary>The address that the person has to open. Give it to nobody else.</summary>
    [JsonPropertyName("inviteUrl")]
    public string? InviteUrl { get; init; }

    /// <summary>The id, without the address that lets a person in.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"InvitationResponse {{ InviteId = {InviteId}, IsSuccess = {IsSuccess} }}";
}
