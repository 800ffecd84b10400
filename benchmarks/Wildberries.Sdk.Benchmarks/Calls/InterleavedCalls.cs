using System.Diagnostics;
using System.Globalization;
using Wildberries.Sdk.BuyerChat;

namespace Wildberries.Sdk.Benchmarks.Calls;

/// <summary>
/// The small call of <see cref="SmallCallBenchmarks"/>, but the peers take turns every few milliseconds: on a machine that has other work each round is slow or
/// fast for all of them alike, and the ratio of a round means something. Shown is the median of the rounds' ratios to Refit with one retry.
/// </summary>
internal static class InterleavedCalls
{
    private const int Calls = 500;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int rounds = arguments is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 200;
        foreach (bool waits in (bool[])[false, true])
        {
            IBuyerChatApi sdk = CallStage.Sdk(SmallCallBenchmarks.Answer, waits).BuyerChat;
            (string Name, Func<Task<ChatsResponse>> Call, bool Listens)[] peers =
            [
                ("Refit and one retry", Caller(CallStage.RefitWithRetry(SmallCallBenchmarks.Answer, waits)), false),
                ("Refit alone", Caller(CallStage.BareRefit(SmallCallBenchmarks.Answer, waits)), false),
                ("SDK", () => sdk.GetChatsAsync(), false),
                ("SDK with listeners", () => sdk.GetChatsAsync(), true),
            ];
            var times = new double[peers.Length][];
            var bytes = new double[peers.Length][];
            for (int i = 0; i < peers.Length; i++)
                (times[i], bytes[i]) = (new double[rounds], new double[rounds]);

            // The first rounds are compiled and tuned meanwhile.
            for (int round = -rounds / 4; round < rounds; round++)
            {
                for (int i = 0; i < peers.Length; i++)
                {
                    using IDisposable? listeners = peers[i].Listens ? CallStage.Listen() : null;
                    Func<Task<ChatsResponse>> call = peers[i].Call;
                    (double time, double size) = await Task.Run(() => MeasureAsync(call));
                    if (round >= 0)
                        (times[i][round], bytes[i][round]) = (time, size);
                }
            }

            Console.WriteLine(waits ? "Waits" : "Does not wait");
            for (int i = 0; i < peers.Length; i++)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {peers[i].Name,-20} time {Ratio(times[i], times[0]):0.00} ({Median(times[i]):0.0} us), memory {Ratio(bytes[i], bytes[0]):0.00} ({Median(bytes[i]):0} bytes)"));
            }
        }

        return 0;
    }

    private static Func<Task<ChatsResponse>> Caller(IBareApi api) => () => api.GetChatsAsync();

    private static async Task<(double Microseconds, double Bytes)> MeasureAsync(Func<Task<ChatsResponse>> call)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Calls; i++)
            await call();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return (time.TotalMicroseconds / Calls, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)Calls);
    }

    private static double Ratio(double[] values, double[] baseline) => Median([.. values.Zip(baseline, (value, one) => value / one)]);

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
