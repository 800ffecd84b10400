using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wildberries.Sdk.IntegrationTests.Cards;

/// <summary>A server that reads files and keeps nothing of them but how many each card has, and looks now and then what memory is in use while they come.</summary>
internal sealed class MediaSink : IAsyncDisposable
{
    private const int FilesPerLook = 20;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _photos = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    public MediaSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What was in use before.</summary>
    public long Start { get; set; } = long.MaxValue;

    /// <summary>The most memory that was held at a look, in the middle of a file.</summary>
    public long MostHeld { get; private set; }

    /// <summary>The same with what was not collected yet.</summary>
    public long MostUsed { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using (connection)
        {
            try
            {
                byte[] buffer = new byte[64 * 1024];
                int count = 0;
                while (true)
                {
                    int end;
                    while ((end = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
                    {
                        if (await connection.ReceiveAsync(buffer.AsMemory(count), _stopping.Token) is not (> 0 and var read))
                            return;
                        count += read;
                    }

                    string header = Encoding.ASCII.GetString(buffer, 0, end);
                    long length = long.Parse(ValueOf(header, "Content-Length"), CultureInfo.InvariantCulture);
                    string body = Encoding.UTF8.GetString(buffer, end + 4, Math.Min(count - end - 4, 2000));
                    long left = length - (count - end - 4);
                    bool isFile = header.StartsWith("POST /content-api/content/v3/media/file", StringComparison.Ordinal);
                    bool isLook = isFile && CountFile();
                    while (left > 0)
                    {
                        if (isLook && left < length / 2)
                        {
                            isLook = false;
                            Look();
                        }

                        if (await connection.ReceiveAsync(buffer, _stopping.Token) is not (> 0 and var read))
                            return;
                        left -= read;
                        if (!isFile)
                            body = Encoding.UTF8.GetString(buffer, 0, read);
                    }

                    count = 0;
                    string answer = isFile ? Take(ValueOf(header, "X-Nm-Id"), length) : CardOf(body);
                    byte[] bytes = Encoding.UTF8.GetBytes(answer);
                    await connection.SendAsync(Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n")), _stopping.Token);
                    await connection.SendAsync(bytes, _stopping.Token);
                }
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                // The other side has gone, or the test is over.
            }
        }
    }

    private bool CountFile()
    {
        lock (_lock)
            return Files++ % FilesPerLook == FilesPerLook / 2;
    }

    private void Look()
    {
        lock (_lock)
        {
            MostUsed = Math.Max(MostUsed, GC.GetTotalMemory(forceFullCollection: false) - Start);
            MostHeld = Math.Max(MostHeld, GC.GetTotalMemory(forceFullCollection: true) - Start);
        }
    }

    private string Take(string nmId, long length)
    {
        lock (_lock)
        {
            Bytes += length;
            _photos[nmId] = _photos.GetValueOrDefault(nmId) + 1;
        }

        return """{"data":{},"error":false,"errorText":"","additionalErrors":null}""";
    }

    private string CardOf(string body)
    {
        const string Search = "\"textSearch\":\"";
        int at = body.IndexOf(Search, StringComparison.Ordinal) + Search.Length;
        string nmId = body[at..body.IndexOf('"', at)];
        lock (_lock)
        {
            string photos = string.Join(',', Enumerable.Range(1, _photos.GetValueOrDefault(nmId)).Select(i => FormattableString.Invariant($$"""{"big":"https://basket/{{i}}.webp"}""")));
            return $$$"""{"cards":[{"nmID":{{{nmId}}},"photos":[{{{photos}}}],"updatedAt":"2026-11-30T00:00:00Z"}],"cursor":{"total":1,"nmID":{{{nmId}}},"updatedAt":"2026-11-30T00:00:00Z"}}""";
        }
    }

    private static string ValueOf(string header, string name)
    {
        int at = header.IndexOf($"\n{name}: ", StringComparison.OrdinalIgnoreCase) + name.Length + 3;
        int end = header.IndexOf('\r', at);
        return end < 0 ? header[at..] : header[at..end];
    }
}
