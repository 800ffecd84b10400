namespace Wildberries.Sdk.Cards;

/// <summary>Cards that are to be sent, and what the check found.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="Check">A row for each of their cards, in their order.</param>
internal sealed record NewCards(IReadOnlyList<CardGroup> Groups, CardCheckResult Check);
