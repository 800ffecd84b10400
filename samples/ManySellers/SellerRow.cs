namespace ManySellers;

/// <summary>A seller as it is stored.</summary>
/// <param name="Name">What your program calls the seller.</param>
/// <param name="SellerId">The seller's id at WB.</param>
/// <param name="ProtectedToken">The token, encrypted.</param>
/// <param name="Description">What the token may do, for people.</param>
/// <param name="ExpiresAt">When it stops working: beside the token, so that nobody has to decrypt it to know.</param>
internal sealed record SellerRow(string Name, string? SellerId, string ProtectedToken, string Description, DateTimeOffset? ExpiresAt);
