using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Benchmarks.Streaming;

/// <summary>
/// Sends a report of any length, its rows made while they are sent. They are the emulator's rows, each with an id of its own; the emulator
/// itself keeps to WB's 100,000 in one answer.
/// </summary>
internal static class ReportServer
{
    private const int Buffer = 64 * 1024;

    /// <summary>Writes its address and serves until the standard input ends.</summary>
    /// <param name="rows">How many rows the report has.</param>
    /// <param name="page">How many go into one answer.</param>
    public static async Task ServeAsync(int rows, int page)
    {
        byte[][] tails = await MakeTailsAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = Task.Run(async () =>
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                _ = Task.Run(() => AnswerAsync(client, tails, rows, page));
            }
        });
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Makes 500 rows without their ids: what follows <c>{"rrdId":1</c>.</summary>
    public static async Task<byte[][]> MakeTailsAsync()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync();
        EmulatedFinancialReport report = emulator.Finance.AddSalesReport(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22), 500, seed: 3);
        using var client = new HttpClient { BaseAddress = emulator.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.CreateToken());
        using var request = new StringContent("{}", Encoding.UTF8, "application/json");
        HttpResponseMessage response = await client.PostAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"finance-api/api/finance/v1/sales-reports/detailed/{report.ReportId}"), UriKind.Relative), request);
        response.EnsureSuccessStatusCode();
        return
        [
            .. JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray().Select(node =>
            {
                JsonObject row = node!.AsObject();
                row.Remove("rrdId");
                return Encoding.UTF8.GetBytes("," + row.ToJsonString()[1..]);
            }),
        ];
    }

    private static async Task AnswerAsync(TcpClient client, byte[][] tails, int rows, int page)
    {
        using (client)
        {
            Stream network = client.GetStream();
            using var reader = new StreamReader(network, Encoding.ASCII, leaveOpen: true);
            while (await ReadBodyAsync(reader) is { } body)
            {
                long first = (JsonNode.Parse(body)!["rrdId"]?.GetValue<long>() ?? 0) + 1;
                long last = Math.Min(rows, first + page - 1);
                if (first > last)
                {
                    await network.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
                    continue;
                }

                await network.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
                using var chunk = new MemoryStream();
                for (long id = first; id <= last; id++)
                {
                    chunk.Write(id == first ? "["u8 : ","u8);
                    chunk.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"rrdId\":{id}")));
                    chunk.Write(tails[id % tails.Length]);
                    if (id == last)
                        chunk.Write("]"u8);
                    if (id < last && chunk.Length < Buffer)
                        continue;
                    await network.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n")));
                    await network.WriteAsync(chunk.GetBuffer().AsMemory(0, (int)chunk.Length));
                    await network.WriteAsync("\r\n"u8.ToArray());
                    chunk.SetLength(0);
                }

                await network.WriteAsync("0\r\n\r\n"u8.ToArray());
            }
        }
    }

    // A request's body, which is ASCII here; null when the client has gone.
    private static async Task<string?> ReadBodyAsync(StreamReader reader)
    {
        int length = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line[15..], CultureInfo.InvariantCulture);
            if (line.Length > 0)
                continue;
            char[] body = new char[length];
            return await reader.ReadBlockAsync(body) == length ? new string(body) : null;
        }

        return null;
    }
}
