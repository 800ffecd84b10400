using System.Globalization;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Testing;

/// <summary>One request that arrived at the emulator. It never holds a token or a client secret.</summary>
public sealed record LoggedRequest
{
    /// <summary>When it arrived, by the emulator's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP verb.</summary>
    public required string Verb { get; init; }

    /// <summary>The first label of the WB host that was meant, for example <c>buyer-chat-api</c>.</summary>
    public required string HostLabel { get; init; }

    /// <summary>The path at that host.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark, or empty.</summary>
    public string Query { get; init; } = "";

    /// <summary>The id of the token, or <see langword="null"/> if there was none that could be read.</summary>
    public string? TokenId { get; init; }

    /// <summary>The type of the token, or <see langword="null"/> if there was none that could be read.</summary>
    public TokenType? TokenType { get; init; }

    /// <summary>The seller of the token, or <see langword="null"/> if there was none that could be read.</summary>
    public string? SellerId { get; init; }

    /// <summary>Whether a client secret (<c>X-Client-Secret</c>) came with it.</summary>
    public bool HasSecret { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long BodyLength { get; init; }

    /// <summary>The body as UTF-8 text, if <see cref="WildberriesEmulatorOptions.KeepRequestBodies"/> is set.</summary>
    public string? Body { get; init; }

    /// <summary>The status that was answered; <see langword="null"/> while it is not answered, and for ever if it was cut off.</summary>
    public int? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Time:HH:mm:ss.fff} {Verb} {HostLabel}{Path} -> {Status?.ToString(CultureInfo.InvariantCulture) ?? "none"}");
}
