namespace Wildberries.Sdk.Documents;

/// <summary>A file that was downloaded to its end.</summary>
public sealed record DownloadedDocument
{
    /// <summary>The file's name as WB writes it. It comes from outside: do not make a path of it as it is.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's format as WB writes it.</summary>
    public string? Extension { get; init; }

    /// <summary>How many bytes were written.</summary>
    public required long Length { get; init; }
}
