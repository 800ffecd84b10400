using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>A person to invite.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed record Invitee
{
    /// <summary>The phone number with the country's code, digits only: <c>79999999999</c>.</summary>
    [JsonPropertyName("phoneNumber")]
    public string PhoneNumber { get => field ?? ""; init; } = "";

    /// <summary>The person's position, at most 150 characters; <see langword="null"/>: none.</summary>
    [JsonPropertyName("position")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Position { get; init; }

    /// <summary>The position, without the phone number.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"Invitee {{ Position = {Position} }}";
}
