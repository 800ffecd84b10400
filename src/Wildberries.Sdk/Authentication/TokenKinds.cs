namespace Wildberries.Sdk.Authentication;

/// <summary>
/// The kinds of caller that WB's tables of access and of rate limits tell apart. A base token that is sent together with a
/// client secret is a kind of its own.
/// </summary>
[Flags]
public enum TokenKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Personal tokens.</summary>
    Personal = 1,

    /// <summary>Service tokens.</summary>
    Service = 2,

    /// <summary>Base tokens sent with a client secret (<c>X-Client-Secret</c>).</summary>
    BaseWithSecret = 4,

    /// <summary>Base tokens, and tokens of unknown type.</summary>
    Base = 8,

    /// <summary>Every kind; in a table of limits, the row for kinds that have none of their own.</summary>
    /// <remarks>All bits, also those of kinds to come: it stands in the attributes of programs that were built before them.</remarks>
    Any = ~None,
}
