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
    public Task SetAsync(string name, string text, WildberriesToken token, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _rows[name] = new SellerRow(name, _protector.Protect(text), token.ToString(), token.ExpiresAt);
        return Task.CompletedTask;
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
