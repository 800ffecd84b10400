using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Wildberries.Sdk.Authentication;

namespace ManySellers;

/// <summary>
/// The tokens of the sellers. YOUR DATABASE GOES HERE: a table of <see cref="SellerRow"/> in the place of the dictionary, which forgets all when the program ends. A
/// row holds the token encrypted: who reads the table, or a backup of it, cannot use it.
/// </summary>
internal sealed class SellerTokens(IDataProtectionProvider protection)
{
    private readonly ConcurrentDictionary<string, SellerRow> _rows = new(StringComparer.Ordinal);
    private readonly IDataProtector _protector = protection.CreateProtector("Tokens of sellers");

    /// <summary>Adds a seller, or takes a new token for one: the next call is made with it.</summary>
    /// <returns>Whether it is stored: a name that another seller has stays with that seller.</returns>
    public Task<bool> TrySetAsync(
        string name, string? sellerId, string text, WildberriesToken token, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var row = new SellerRow(name, sellerId, _protector.Protect(text), token.ToString(), token.ExpiresAt);
        return Task.FromResult(_rows.AddOrUpdate(name, row, (_, old) => old.SellerId == sellerId ? row : old) == row);
    }

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_rows.TryRemove(name, out _));
    }

    /// <summary>The seller's token in clear, or <see langword="null"/> if there is no such seller.</summary>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_rows.TryGetValue(name, out SellerRow? row) ? _protector.Unprotect(row.ProtectedToken) : null);
    }

    public Task<IReadOnlyList<SellerRow>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<SellerRow>>([.. _rows.Values.OrderBy(row => row.Name, StringComparer.Ordinal)]);
    }
}
