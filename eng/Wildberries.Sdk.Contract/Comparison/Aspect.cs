namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>What of an operation is compared.</summary>
public enum Aspect
{
    /// <summary>Verb, path, host, sandbox host.</summary>
    Route,

    /// <summary>Parameters in path, query, headers and forms.</summary>
    Parameters,

    /// <summary>The JSON body of the request.</summary>
    Body,

    /// <summary>The bodies of successful answers.</summary>
    Answer,

    /// <summary>The token category.</summary>
    Category,

    /// <summary>Read or write.</summary>
    Access,

    /// <summary>Who may call.</summary>
    TokenKinds,

    /// <summary>The rows of the table of limits.</summary>
    Limits,

    /// <summary>With which operations the limit is shared.</summary>
    LimitGroup,

    /// <summary>What a 4XX costs.</summary>
    ClientErrorCost,

    /// <summary>The values of extensible enums that WB lists in a description only.</summary>
    DescribedValues,
}
