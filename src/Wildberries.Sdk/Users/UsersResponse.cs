using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>A page of users, or of people who are invited.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record UsersResponse : WildberriesModel
{
    /// <summary>How many there are in all.</summary>
    [JsonPropertyName("total")]
    public int Total { get; init; }

    /// <summary>How many are on this page.</summary>
    [JsonPropertyName("countInResponse")]
    public int CountInResponse { get; init; }

    /// <summary>The page.</summary>
    [JsonPropertyName("users")]
    public IReadOnlyList<SellerUser> Users { get => field ?? []; init; } = [];
}
