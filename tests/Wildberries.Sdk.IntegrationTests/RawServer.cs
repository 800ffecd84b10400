using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What a <see cref="RawServer"/> does once it has read a request to its end. Says whether the connection stays open.</summary>
internal delegate Task<bool> Reply(Socket connection, CancellationToken cancellationToken);

/// <summary>A loopback server as rude as the test wants: it reads each request fully, counts it, and does what the test says.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<Arrival> _arrivals = [];
    private readonly ConcurrentDictionary<int, Task> _connections = [];
    private readonly Func<Arrival, Reply> _script;
    private readonly Reply? _onConnection;
    private readonly Task _accepting;
    private int _connectionCount;

    /// <param name="script">What it does with each request.</param>
    /// <param name="onConnection">What it does with each connection before it reads anything; <see langword="null"/>: nothing.</param>
    public RawServer(Func<Arrival, Reply> script, Reply? onConnection = null)
    {
        _script = script;
        _onConnection = onConnection;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));

    /// <summary>The requests that were read to their last byte.</summary>
    public IReadOnlyList<Arrival> Arrivals => [.. _arrivals];

    public int Connections => Volatile.Read(ref _connectionCount);

    /// <summary>Closes the connection in order, without a byte of an answer.</summary>
    public static Reply Close { get; } = (connection, _) =>
    {
        connection.Shutdown(SocketShutdown.Both);
        return Task.FromResult(false);
    };

    /// <summary>Closes the connection with a reset.</summary>
    public static Reply Reset { get; } = (connection, _) =>
    {
        connection.LingerState = new LingerOption(true, 0);
        return Task.FromResult(false);
    };

    /// <summary>Answers half of a header and closes.</summary>
    public static Reply HalfHeader { get; } = async (connection, cancellationToken) =>
    {
        await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: appl"u8.ToArray(), cancellationToken);
        connection.Shutdown(SocketShutdown.Both);
        return false;
    };

    /// <summary>Answers and keeps the connection.</summary>
    public static Reply Json(string body) => Answer("200 OK", body);

    /// <summary>Answers and keeps the connection.</summary>
    /// <param name="status">The status with its phrase.</param>
    /// <param name="body">The body; its length is announced.</param>
    /// <param name="contentType">The type of the body.</param>
    /// <param name="headers">More headers, each <c>Name: value</c>.</param>
    public static Reply Answer(string status, string body, string contentType = "application/json", params string[] headers) =>
        Answer(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <summary>Answers with a body of bytes and keeps the connection.</summary>
    /// <param name="status">The status with its phrase.</param>
    /// <param name="content">The body; its length is announced.</param>
    /// <param name="contentType">The type of the body.</param>
    /// <param name="headers">More headers, each <c>Name: value</c>.</param>
    public static Reply Answer(string status, byte[] content, string contentType, params string[] headers)
    {
        string length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}");
        byte[] header = Encoding.UTF8.GetBytes(string.Join("\r\n", [$"HTTP/1.1 {status}", $"Content-Type: {contentType}", length, .. headers, "\r\n"]));
        byte[] answer = [.. header, .. content];
        return async (connection, cancellationToken) =>
        {
            await connection.SendAsync(answer, cancellationToken);
            return true;
        };
    }

    /// <summary>Sends a text as it stands, and closes the connection in order.</summary>
    public static Reply TextAndClose(string text) => async (connection, cancellationToken) =>
    {
        await connection.SendAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        connection.Shutdown(SocketShutdown.Both);
        return false;
    };

    /// <summary>Sends a text as it stands, and then nothing any more.</summary>
    public static Reply TextAndSilence(string text) => async (connection, cancellationToken) =>
    {
        if (text.Length > 0)
            await connection.SendAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

        // Until the other side has had enough.
        await connection.ReceiveAsync(new byte[1], cancellationToken);
        return false;
    };

    /// <summary>Answers with a header and half of its body, and resets the connection when told.</summary>
    public static Reply ResetInBody(Task when) => async (connection, cancellationToken) =>
    {
        await connection.SendAsync(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"result\":"u8.ToArray(), cancellationToken);
        await when.WaitAsync(cancellationToken);
        connection.LingerState = new LingerOption(true, 0);
        return false;
    };

    /// <summary>Forgets what arrived so far, and the connections that are over.</summary>
    public void Forget()
    {
        _arrivals.Clear();
        foreach (KeyValuePair<int, Task> connection in _connections)
        {
            if (connection.Value.IsCompleted)
                _connections.TryRemove(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The listener goes last: an accept that is under way would not end in order.
        await _stopping.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _stopping.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket connection = await _listener.AcceptSocketAsync(_stopping.Token);
                int number = Interlocked.Increment(ref _connectionCount);
                _connections[number] = ServeAsync(connection, number);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket connection, int number)
    {
        using (connection)
        {
            try
            {
                if (_onConnection is not null && !await _onConnection(connection, _stopping.Token))
                    return;
                var input = new Input(connection);
                for (int request = 1; await input.ReadAsync(_stopping.Token) is { } read; request++)
                {
                    Arrival arrival = read with { Number = _arrivals.Count + 1, Connection = number, OnConnection = request };
                    _arrivals.Enqueue(arrival);
                    if (!await _script(arrival)(connection, _stopping.Token))
                        return;
                }
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                // The other side has gone, or the test is over.
            }
        }
    }

    /// <summary>One request.</summary>
    internal sealed record Arrival(string Verb, string Path, string Header, int BodyLength)
    {
        public int Number { get; init; }

        /// <summary>Which connection it came on, from 1.</summary>
        public int Connection { get; init; }

        /// <summary>Which request of its connection it is, from 1.</summary>
        public int OnConnection { get; init; }
    }

    private sealed class Input(Socket connection)
    {
        private readonly List<byte> _bytes = [];

        public async Task<Arrival?> ReadAsync(CancellationToken cancellationToken)
        {
            int end;
            while ((end = Encoding.ASCII.GetString([.. _bytes]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
            {
                if (!await FillAsync(cancellationToken))
                    return null;
            }

            string header = Encoding.ASCII.GetString([.. _bytes[..end]]);
            _bytes.RemoveRange(0, end + 4);
            string? length = Array.Find(
                header.Split("\r\n"), line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            int bodyLength = length is null
                ? 0
                : int.Parse(length.AsSpan(15), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
            while (_bytes.Count < bodyLength)
            {
                if (!await FillAsync(cancellationToken))
                    return null;
            }

            _bytes.RemoveRange(0, bodyLength);
            if (header.Split(' ', 3) is not [var verb, var path, _])
                throw new InvalidDataException($"This is no request: {header}");
            return new Arrival(verb, path, header, bodyLength);
        }

        private async Task<bool> FillAsync(CancellationToken cancellationToken)
        {
            byte[] buffer = new byte[16 * 1024];
            int count = await connection.ReceiveAsync(buffer, cancellationToken);
            _bytes.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }
    }
}
