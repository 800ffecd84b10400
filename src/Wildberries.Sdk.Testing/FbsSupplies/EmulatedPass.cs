namespace Wildberries.Sdk.Testing;

/// <summary>A pass of the emulated seller.</summary>
public sealed record EmulatedPass
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>The driver's first name.</summary>
    public required string FirstName { get; init; }

    /// <summary>The driver's last name.</summary>
    public required string LastName { get; init; }

    /// <summary>The make of the car.</summary>
    public required string CarModel { get; init; }

    /// <summary>The number plate.</summary>
    public required string CarNumber { get; init; }

    /// <summary>The WB warehouse.</summary>
    public required long OfficeId { get; init; }

    /// <summary>Until when it holds.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The pass without the driver and the car.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant($"EmulatedPass {{ Id = {Id}, OfficeId = {OfficeId}, EndsAt = {EndsAt:O} }}");
}
