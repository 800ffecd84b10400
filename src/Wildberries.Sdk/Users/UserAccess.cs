using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>A user, and what is to change in what the user may open.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record UserAccess
{
    /// <summary>The user: <see cref="SellerUser.Id"/>.</summary>
    [JsonPropertyName("userId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? UserId { get; init; }

    /// <summary>The sections to open or close; the others stay as they are.</summary>
    [JsonPropertyName("access")]
    public IReadOnlyList<AccessRight> Access { get => field ?? []; init; } = [];
}
