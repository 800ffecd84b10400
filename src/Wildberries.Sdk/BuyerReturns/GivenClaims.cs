using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>
/// Which of the claims that WB lists have been given, and as what. A claim that has left the lists is forgotten, which WB lets happen 14 days after it was made. Ids and
/// contents stand as digests: small, and nothing of a buyer's.
/// </summary>
internal sealed class GivenClaims
{
    /// <summary>
    /// In how many readings in a row a claim must be missing before it is forgotten: WB's answers come from several servers, and one that lags behind must not make
    /// claims new again.
    /// </summary>
    public const int ReadingsUntilForgotten = 3;

    private const int Width = 2 * sizeof(ulong);

    // What base64 makes of the bytes, and the members around them.
    private const int MostClaims = (StateStoreLimits.MaxValueLength - 256) / 4 * 3 / Width;

    private readonly Dictionary<ulong, Entry> _claims = [];
    private long _lastPlace;

    /// <summary>How many are remembered.</summary>
    public int Count => _claims.Count;

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The claims, or <see langword="null"/> if these are other bytes.</returns>
    public static GivenClaims? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            GivenClaimsState? state = JsonSerializer.Deserialize(bytes, GivenClaimsJsonContext.Default.GivenClaimsState);
            if (state?.Format != GivenClaimsState.CurrentFormat || state.Claims.Length % Width != 0)
                return null;
            var given = new GivenClaims();
            for (ReadOnlySpan<byte> rest = state.Claims; !rest.IsEmpty; rest = rest[Width..])
                given.Add(BinaryPrimitives.ReadUInt64BigEndian(rest), BinaryPrimitives.ReadUInt64BigEndian(rest[sizeof(ulong)..]));
            return given;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a claim was given as it is.</summary>
    public bool Contains(Claim claim) => _claims.TryGetValue(Digest(claim.Id), out Entry entry) && entry.Content == ContentOf(claim);

    /// <summary>A claim was given.</summary>
    public void Add(Claim claim) => Add(Digest(claim.Id), ContentOf(claim));

    /// <summary>Takes in what WB lists.</summary>
    /// <param name="listed">The ids of all claims of a reading.</param>
    /// <returns>Whether a claim was forgotten.</returns>
    public bool Meet(IEnumerable<string> listed)
    {
        HashSet<ulong> there = [.. listed.Select(Digest)];
        List<ulong> left = [];
        foreach (ulong id in _claims.Keys.ToArray())
        {
            int readings = there.Contains(id) ? 0 : _claims[id].Missing + 1;
            _claims[id] = _claims[id] with { Missing = readings };
            if (readings >= ReadingsUntilForgotten)
                left.Add(id);
        }

        foreach (ulong id in left)
            _claims.Remove(id);
        return left.Count > 0;
    }

    /// <summary>The claims as a store keeps them: some 22 bytes each.</summary>
    /// <returns>The bytes, no more than a store takes: of too many claims the latest ones, for better a repeat than a stream that cannot go on.</returns>
    public byte[] ToBytes()
    {
        KeyValuePair<ulong, Entry>[] claims = [.. _claims.OrderBy(claim => claim.Value.Place).Skip(Math.Max(0, _claims.Count - MostClaims))];
        byte[] bytes = new byte[claims.Length * Width];
        Span<byte> rest = bytes;
        foreach ((ulong id, Entry entry) in claims)
        {
            BinaryPrimitives.WriteUInt64BigEndian(rest, id);
            BinaryPrimitives.WriteUInt64BigEndian(rest[sizeof(ulong)..], entry.Content);
            rest = rest[Width..];
        }

        return JsonSerializer.SerializeToUtf8Bytes(
            new GivenClaimsState { Format = GivenClaimsState.CurrentFormat, Claims = bytes }, GivenClaimsJsonContext.Default.GivenClaimsState);
    }

    private void Add(ulong id, ulong content) => _claims[id] = new Entry(content, Missing: 0, ++_lastPlace);

    // What somebody who decides wants to know of. The order of the actions says nothing.
    private static ulong ContentOf(Claim claim)
    {
        string actions = string.Join(',', claim.Actions.Select(action => action.Value).Order(StringComparer.Ordinal));
        return Digest(string.Create(
            CultureInfo.InvariantCulture,
            $"{claim.Status}\n{claim.ProductStatus}\n{actions}\n{claim.UpdatedAt?.UtcTicks}\n{claim.ImeiCheck}\n{claim.Answer}"));
    }

    private static ulong Digest(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private readonly record struct Entry(ulong Content, int Missing, long Place);
}
