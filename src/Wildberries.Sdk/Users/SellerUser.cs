using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>A person who has access to the seller's portal, or is invited to it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record SellerUser : WildberriesModel
{
    /// <summary>The user's id; 0 for a person who is invited and has not come yet.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Whether the user has come.</summary>
    [JsonPropertyName("role")]
    public UserRole Role { get; init; }

    /// <summary>The position.</summary>
    [JsonPropertyName("position")]
    public string? Position { get; init; }

    /// <summary>The phone number; WB may hide some of its digits.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The address for mail.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>Whether the user owns the seller's account.</summary>
    [JsonPropertyName("isOwner")]
    public bool IsOwner { get; init; }

    /// <summary>The first name.</summary>
    [JsonPropertyName("firstName")]
    public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    [JsonPropertyName("secondName")]
    public string? SecondName { get; init; }

    /// <summary>The patronymic.</summary>
    [JsonPropertyName("patronymic")]
    public string? Patronymic { get; init; }

    /// <summary>Whether the user may approve returns of products.</summary>
    [JsonPropertyName("goodsReturn")]
    public bool GoodsReturn { get; init; }

    /// <summary>Whether the user was invited; stays so after the person has come.</summary>
    [JsonPropertyName("isInvitee")]
    public bool IsInvitee { get; init; }

    /// <summary>The invitation; <see langword="null"/> for a user who was not invited.</summary>
    [JsonPropertyName("inviteeInfo")]
    public InvitationInfo? Invitation { get; init; }

    /// <summary>What the user may open.</summary>
    [JsonPropertyName("access")]
    public IReadOnlyList<AccessRight> Access { get => field ?? []; init; } = [];

    /// <summary>The id and the role, without what tells who the person is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"SellerUser {{ Id = {Id}, Role = {Role}, IsOwner = {IsOwner}, Invitation = {Invitation} }}";
}
