namespace Wildberries.Sdk;

/// <summary>A picture or a video that was downloaded.</summary>
public sealed record DownloadedMedia
{
    /// <summary>
    /// What it is as its server says, for example <c>image/webp</c> or <c>video/mp4</c>; <see langword="null"/>: it does not say. Nobody has looked into the file: do not rely on it where a wrong
    /// type could do harm.
    /// </summary>
    public string? ContentType { get; init; }

    /// <summary>How many bytes were written.</summary>
    public required long Length { get; init; }
}
