using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Users;

/// <summary>Whether a user has come.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<UserRole>))]
public readonly record struct UserRole : IExtensibleEnum<UserRole, string>
{
    private UserRole(string value) => Value = value;

    /// <summary>The user has taken the access.</summary>
    public static UserRole User { get; } = new("user");

    /// <summary>The person is invited and has not come yet: an empty text at WB.</summary>
    public static UserRole NotActivated { get; } = From("");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static UserRole From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
