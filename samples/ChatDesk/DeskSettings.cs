using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>Whose desk it is.</summary>
/// <param name="SellerId">The seller's id, from the token.</param>
/// <param name="Operator">Who approves what is sent.</param>
/// <param name="Costs">
/// What a sale costs the seller, the same for all products to keep the sample small: for the profit on the dashboard, and so that no code is suggested
/// that loses money. Null: no profit is shown.
/// </param>
internal sealed record DeskSettings(string SellerId, string Operator, UnitCosts? Costs);
