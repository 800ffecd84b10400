using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>A change of what users may open.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record UpdateAccessRequest
{
    /// <summary>The users.</summary>
    [JsonPropertyName("usersAccesses")]
    public IReadOnlyList<UserAccess> Users { get => field ?? []; init; } = [];
}
