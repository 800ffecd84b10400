namespace Wildberries.Sdk.Paging;

/// <summary>An answer that can report a failure with status 200. The serializer makes an exception of it.</summary>
internal interface IEnvelope
{
    /// <summary>Whether WB reports an error.</summary>
    bool Error { get; }

    /// <summary>WB's text about the error.</summary>
    string? ErrorText { get; }
}
