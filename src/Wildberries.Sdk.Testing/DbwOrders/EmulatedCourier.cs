namespace Wildberries.Sdk.Testing;

/// <summary>A courier of WB who comes for orders.</summary>
public sealed record EmulatedCourier
{
    /// <summary>The courier's full name.</summary>
    public string FullName { get; init; } = "Петров Пётр Петрович";

    /// <summary>The courier's telephone number.</summary>
    public string Phone { get; init; } = "71230971931";

    /// <summary>The number of the car.</summary>
    public string CarNumber { get; init; } = "х111хх11";

    /// <summary>The courier comes after this time.</summary>
    public DateTimeOffset? ArrivesFrom { get; init; }

    /// <summary>The courier comes before this time.</summary>
    public DateTimeOffset? ArrivesTo { get; init; }

    /// <summary>The times, without who the courier is.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"EmulatedCourier {{ ArrivesFrom = {ArrivesFrom:O}, ArrivesTo = {ArrivesTo:O} }}";
}
