using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>What the emulator is about to answer.</summary>
internal sealed record Answer
{
    // WB sends Cyrillic as it is, not as \u escapes.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>Writes a body that is too large to be held, in the place of <see cref="Body"/> and without a Content-Length.</summary>
    public Func<PipeWriter, CancellationToken, Task>? WriteBody { get; init; }

    /// <summary>Sends the body without a Content-Length.</summary>
    public bool Chunked { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public bool IsClientError => Status is >= 400 and < 500 and not 429;

    public static Answer Json(int status, JsonNode body, string contentType = "application/json")
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
            body.WriteTo(writer);
        return new Answer { Status = status, ContentType = contentType, Body = stream.ToArray() };
    }

    public static Answer Empty(int status) => new() { Status = status };

    /// <summary>The same answer with the body in memory, where it can be cut and counted.</summary>
    public async Task<Answer> HoldAsync(CancellationToken cancellationToken)
    {
        if (WriteBody is null)
            return this;
        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await WriteBody(writer, cancellationToken).ConfigureAwait(false);
        await writer.CompleteAsync().ConfigureAwait(false);
        return this with { WriteBody = null, Body = stream.ToArray() };
    }

    public Answer WithHeader(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}
