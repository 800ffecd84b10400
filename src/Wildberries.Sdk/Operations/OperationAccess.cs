namespace Wildberries.Sdk.Operations;

/// <summary>What an operation does at WB. The HTTP verb does not tell: WB has GETs that write and POSTs that read.</summary>
public enum OperationAccess
{
    /// <summary>Reads only: may be called with a read-only token and repeated after a failure.</summary>
    Read = 0,

    /// <summary>Changes something: refused for read-only tokens, and repeated only when WB surely did not take it.</summary>
    Write = 1,
}
