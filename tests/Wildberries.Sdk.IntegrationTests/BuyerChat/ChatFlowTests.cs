using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.BuyerChat;

/// <summary>What a user's program does all day, wired as a user would: a container, configuration, named sellers, a folder for states.</summary>
public sealed class ChatFlowTests : IDisposable
{
    private const string ToysSeller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a001";
    private const string BooksSeller = "0b7c3c9e-2f0f-4c55-9d0a-4b8ac1d9a002";
    private const string FileName = "Инструкция по сборке №1.pdf";

    private static readonly byte[] Pdf =
        "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"u8.ToArray();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wildberries-sdk-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_buyer_is_answered_with_a_file_and_a_restart_sees_no_repeats()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Chats.OnSellerMessage(message => emulator.Chats.BuyerWrites(message.ChatId, "Спасибо, заберу завтра!"));
        emulator.Chats.BuyerWrites(
            "1:toys", "Пришлите, пожалуйста, инструкцию", "Марина", new EmulatedGoodCard { NmId = 182340115, PriceHundredths = 219_000 });

        await using (ServiceProvider services = Start(emulator))
        {
            IWildberriesClient toys = services.GetRequiredKeyedService<IWildberriesClient>("toys");
            var messenger = new ChatMessenger(toys.BuyerChat);
            List<ChatEvent> events = [];
            await foreach (ChatEvent chatEvent in Stream(services).ReadAvailableAsync(Cancel))
            {
                events.Add(chatEvent);
                messenger.Remember(chatEvent);
                if (chatEvent is { Sender: { } sender, IsNewChat: true } && sender == ChatSender.Client)
                    await messenger.SendAsync(chatEvent.ChatId, "Конечно, вот она.", [new ChatAttachment(FileName, Pdf)], Cancel);
            }

            Assert.Equal([ChatSender.Client, ChatSender.Seller, ChatSender.Client], events.Select(e => e.Sender));
            Assert.Equal(
                ["Пришлите, пожалуйста, инструкцию", "Конечно, вот она.", "Спасибо, заберу завтра!"], events.Select(e => e.Message?.Text));
            Assert.Equal(182340115, events[0].Message?.Attachments?.GoodCard?.NmId);
            Assert.Equal(FileName, Assert.Single(events[1].Message!.Attachments!.Files).Name);
            Assert.Equal("Марина", events[2].ClientName);
        }

        EmulatedMessage stored = Assert.Single(emulator.Chats.Sent);
        EmulatedFile file = Assert.Single(stored.Files);
        Assert.Equal(FileName, file.Name);
        Assert.Equal("application/pdf", file.ContentType);
        Assert.Equal(Pdf, file.Content.ToArray());
        Assert.Equal("Конечно, вот она.", stored.Text);

        // The reply sign came with the event: the chat list was not needed.
        Assert.Equal(0, emulator.Requests.Count("GET /api/v1/seller/chats"));
        Assert.Equal(1, emulator.Requests.Count("POST /api/v1/seller/message"));

        // Another process, the same file.
        await using (ServiceProvider services = Start(emulator))
        {
            List<ChatEvent> again = await ReadAsync(services);
            Assert.Empty(again);
            emulator.Chats.BuyerWrites("1:toys", "Забрала, всё отлично");
            Assert.Equal(["Забрала, всё отлично"], (await ReadAsync(services)).Select(e => e.Message?.Text));
        }
    }

    [Fact]
    public async Task Named_sellers_have_clients_tokens_and_limits_of_their_own()
    {
        await using WildberriesEmulator emulator = await WildberriesEmulator.StartAsync(cancellationToken: Cancel);
        await using ServiceProvider services = Start(emulator);
        IWildberriesClient toys = services.GetRequiredKeyedService<IWildberriesClient>("toys");
        Assert.Same(toys, services.GetRequiredKeyedService<IWildberriesClient>("toys"));

        IWildberriesClient books = services.GetRequiredKeyedService<IWildberriesClient>("books");
        Assert.Equal(ToysSeller, (await toys.Common.GetSellerInfoAsync(Cancel)).Sid);
        Assert.Equal(BooksSeller, (await books.Common.GetSellerInfoAsync(Cancel)).Sid);

        var unknown = Assert.Throws<InvalidOperationException>(() => services.GetRequiredKeyedService<IWildberriesClient>("shoes"));
        Assert.Contains("toys", unknown.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => services.GetRequiredService<IWildberriesClient>().Common.GetSellerInfoAsync(Cancel));
    }

    [Fact]
    public async Task A_file_is_waited_for_while_it_is_in_moderation()
    {
        var clock = new FastClock();
        await using Shop shop = await Shop.OpenAsync(clock: clock);
        var file = new EmulatedFile { Name = "", ContentType = "application/pdf", Content = Pdf, PendingAnswers = 2, RetrySeconds = 3 };
        shop.Emulator.Chats.BuyerWrites("1:a", "Вот чек", files: [file]);
        long start = clock.GetTimestamp();

        var downloader = new ChatFileDownloader(shop.Client.BuyerChat, timeProvider: clock);
        await using ChatDownload download = await downloader.DownloadAsync(file.DownloadId, Cancel);

        using var content = new MemoryStream();
        await download.Content.CopyToAsync(content, Cancel);
        Assert.Equal(Pdf, content.ToArray());
        Assert.Equal("application/pdf", download.ContentType);
        Assert.Equal(Pdf.Length, download.Length);
        Assert.Equal([202, 202, 200], shop.Emulator.Requests.Of("GET /api/v1/seller/download/{id}").Select(r => r.Status));
        Assert.True(clock.GetElapsedTime(start) >= TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_file_that_moderation_refuses_stays_closed()
    {
        await using Shop shop = await Shop.OpenAsync();
        var file = new EmulatedFile { Name = "a.png", ContentType = "image/png", Content = new byte[] { 1 }, Refused = true };
        shop.Emulator.Chats.BuyerWrites("1:a", "", files: [file]);
        await Assert.ThrowsAsync<WildberriesUnavailableForLegalReasonsException>(
            () => shop.Client.BuyerChat.DownloadFileAsync(file.DownloadId, Cancel));
        Assert.Equal(1, shop.Emulator.Requests.Count("GET /api/v1/seller/download/{id}"));
    }

    [Fact]
    public async Task A_download_of_megabytes_arrives_whole_and_is_not_read_into_memory_first()
    {
        await using Shop shop = await Shop.OpenAsync();
        byte[] large = new byte[4 * 1024 * 1024];
        new Random(1).NextBytes(large);
        var file = new EmulatedFile { Name = "a.jpg", ContentType = "image/jpeg", Content = large };
        shop.Emulator.Chats.BuyerWrites("1:a", "", files: [file]);
        await using ChatDownload download = await shop.Client.BuyerChat.DownloadFileAsync(file.DownloadId, Cancel);
        Assert.False(download.Content.CanSeek, "The content is a buffer.");
        using var content = new MemoryStream();
        await download.Content.CopyToAsync(content, Cancel);
        Assert.Equal(large, content.ToArray());
    }

    [Fact]
    public async Task Awkward_texts_and_names_arrive_as_they_are()
    {
        await using Shop shop = await Shop.OpenAsync();
        shop.Emulator.Chats.BuyerWrites("1:a", "?");
        const string text = "Скидка 10 % 🎁\r\n--boundary\r\nContent-Disposition: form-data; name=\"replySign\"\r\n\r\n\"кавычки\" & <b>";
        var messenger = new ChatMessenger(shop.Client.BuyerChat);
        await messenger.SendAsync(
            "1:a", text, [new ChatAttachment("Счёт «Ёлка»; 50%.pdf", Pdf), new ChatAttachment("b c.pdf", Pdf)], Cancel);
        EmulatedMessage stored = Assert.Single(shop.Emulator.Chats.Sent);
        Assert.Equal(text, stored.Text);
        Assert.Equal(["Счёт «Ёлка»; 50%.pdf", "b c.pdf"], stored.Files.Select(f => f.Name));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ServiceProvider Start(WildberriesEmulator emulator)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Wildberries:EmulatorAddress"] = emulator.Address.AbsoluteUri,
            ["Wildberries:MaxRateLimitWait"] = "00:00:20",
            ["Wildberries:Sellers:toys:Token"] = emulator.CreateToken(sellerId: ToysSeller),
            ["Wildberries:Sellers:books:Token"] = emulator.CreateToken(sellerId: BooksSeller),
        }).Build();
        var services = new ServiceCollection();
        services.AddWildberries(configuration.GetSection("Wildberries")).UseFileStateStore(Path.Combine(_folder.FullName, "state"));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static ChatEventStream Stream(ServiceProvider services) =>
        new(services.GetRequiredKeyedService<IWildberriesClient>("toys").BuyerChat, services.GetRequiredService<IStateStore>(), ToysSeller);

    private static async Task<List<ChatEvent>> ReadAsync(ServiceProvider services)
    {
        List<ChatEvent> events = [];
        await foreach (ChatEvent chatEvent in Stream(services).ReadAvailableAsync(Cancel))
            events.Add(chatEvent);
        return events;
    }
}
