namespace Wildberries.Sdk.Testing;

/// <summary>A user of the seller's portal, or a person invited to it, as it is at the moment of asking.</summary>
public sealed record EmulatedUser
{
    /// <summary>The id; 0 for a person who is invited and has not come yet.</summary>
    public long Id { get; init; }

    /// <summary>The phone number, digits only.</summary>
    public required string Phone { get; init; }

    /// <summary>The position.</summary>
    public string Position { get; init; } = "";

    /// <summary>The address for mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>The first name.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>The family name.</summary>
    public string SecondName { get; init; } = "";

    /// <summary>The patronymic.</summary>
    public string Patronymic { get; init; } = "";

    /// <summary>Whether the user owns the account: such a user cannot be deleted.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Whether the user may approve returns of products.</summary>
    public bool GoodsReturn { get; init; }

    /// <summary>The id of the invitation; <see langword="null"/> for a user who was not invited.</summary>
    public string? InviteId { get; init; }

    /// <summary>Until when the invitation can be taken; <see langword="null"/> for a user who was not invited.</summary>
    public DateTimeOffset? InviteExpiresAt { get; init; }

    /// <summary>The sections that the user may open, in WB's codes.</summary>
    public IReadOnlySet<string> Access { get; init; } = new HashSet<string>();

    /// <inheritdoc/>
    public override string ToString() => Id == 0 ? $"invitation {InviteId}" : $"user {Id}";
}
