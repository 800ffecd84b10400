using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>Whether a user may open a section of the seller's portal.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record AccessRight : WildberriesModel
{
    /// <summary>The section.</summary>
    [JsonPropertyName("code")]
    public AccessSection Section { get; init; }

    /// <summary>Whether the section is closed to the user.</summary>
    [JsonPropertyName("disabled")]
    public bool Disabled { get; init; }

    /// <summary>The section is open.</summary>
    /// <param name="section">The section.</param>
    /// <returns>The right.</returns>
    public static AccessRight Allow(AccessSection section) => new() { Section = section };

    /// <summary>The section is closed.</summary>
    /// <param name="section">The section.</param>
    /// <returns>The right.</returns>
    public static AccessRight Deny(AccessSection section) => new() { Section = section, Disabled = true };
}
