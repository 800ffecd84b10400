using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests.Cards;

/// <summary>What many large files take, with nothing beside it that takes memory, too.</summary>
[Collection(nameof(RealTime))]
public sealed class CardMediaMemoryTests
{
    private const int Cards = 10;
    private const int FilesOfCard = 20;
    private const int Megabyte = 1024 * 1024;
    private const long Size = 10 * Megabyte;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_files_of_10_MB_take_less_than_64_MiB_of_memory()
    {
        string path = Path.GetTempFileName();
        try
        {
            await using (FileStream file = File.OpenWrite(path))
            {
                // A PNG of 900 x 1200 pixels, as far as its header says.
                await file.WriteAsync(Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000384000004B00802000000"), Cancel);
                file.SetLength(Size);
            }

            await using var server = new MediaSink();
            await using ServiceProvider services = Connect(server.Address);
            ICardsApi api = services.GetRequiredService<IWildberriesClient>().Cards;
            var patient = new CardMediaOptions { MaxWait = null };
            await api.UploadMediaAsync([Upload(path, 99, 1)], patient, null, Cancel);

            long start = GC.GetTotalMemory(forceFullCollection: true);
            server.Start = start;
            CardMediaResult result = await api.UploadMediaAsync([.. Enumerable.Range(1, Cards).Select(i => Upload(path, i, FilesOfCard))], patient, null, Cancel);
            Assert.True(result.IsDone, result.ToString());
            Assert.Equal((Cards * FilesOfCard) + 1, server.Files);
            Assert.InRange(server.Bytes, ((Cards * FilesOfCard) + 1) * Size, long.MaxValue);
            TestContext.Current.TestOutputHelper?.WriteLine($"held {server.MostHeld / 1024:N0} KiB, with garbage {server.MostUsed / 1024:N0} KiB, of {server.Bytes / Megabyte:N0} MiB sent");

            // With everything that was not collected yet.
            Assert.InRange(server.MostUsed, 0, 64 * Megabyte);
            Assert.InRange(server.MostHeld, 0, 8 * Megabyte);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CardMediaUpload Upload(string path, long nmId, int count) =>
        new() { NmId = nmId, Files = [.. Enumerable.Repeat(0, count).Select(_ => CardMediaFile.FromFile(path))] };

    private static ServiceProvider Connect(Uri address)
    {
        // Minutes of the limits pass in milliseconds, and no timeout ends a request on a busy machine.
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FastClock(3000));
        services.AddWildberries(options =>
        {
            options.Token = TestTokens.Create();
            options.EmulatorAddress = address;
            options.AttemptTimeout = TimeSpan.FromDays(1);
            options.BodyIdleTimeout = TimeSpan.FromDays(1);
            options.MaxRateLimitWait = TimeSpan.FromDays(1);
        });
        return services.BuildServiceProvider();
    }
}
