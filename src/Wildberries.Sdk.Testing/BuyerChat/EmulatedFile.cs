namespace Wildberries.Sdk.Testing;

/// <summary>A file in an emulated chat, and what moderation does with it.</summary>
public sealed record EmulatedFile
{
    /// <summary>The name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>The content type: <c>image/jpeg</c>, <c>image/png</c> or <c>application/pdf</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The id by which it is downloaded.</summary>
    public string DownloadId { get; init; } = Guid.NewGuid().ToString();

    /// <summary>How many times a download is answered with 202 (in moderation) before the file is given out.</summary>
    public int PendingAnswers { get; init; }

    /// <summary>The seconds after which a 202 asks to try again.</summary>
    public int RetrySeconds { get; init; } = 30;

    /// <summary>Whether moderation refuses the file: after the pending answers, downloads are answered with 451.</summary>
    public bool Refused { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{ContentType} {DownloadId}";
}
