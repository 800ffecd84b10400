using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>Whom to invite to the seller's portal, and what the person may open there.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record InvitationRequest
{
    /// <summary>
    /// What the person may open. A section that is not named is open, except <see cref="AccessSection.Showcase"/> and
    /// <see cref="AccessSection.ChangeJam"/>; so an empty list opens all but these two.
    /// </summary>
    [JsonPropertyName("access")]
    public IReadOnlyList<AccessRight> Access { get => field ?? []; init; } = [];

    /// <summary>The person.</summary>
    [JsonPropertyName("invite")]
    public Invitee Invite { get => field ?? new Invitee(); init; } = new();
}
