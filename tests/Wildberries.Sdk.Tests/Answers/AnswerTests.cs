using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>Tests of answers over a store, against an emulator of WB that counts what arrives: two chats, reviews and questions that wait.</summary>
public abstract class AnswerTests : IAsyncLifetime
{
    protected const string Text = "Спасибо!\nЖдём вас снова 🎁";

    private readonly List<ServiceProvider> _clients = [];
    private readonly Dictionary<string, object> _waiting = new(StringComparer.Ordinal);

    public static TheoryData<AnswerChannel> Channels => [.. Enum.GetValues<AnswerChannel>()];

    public static TheoryData<AnswerChannel> Reviews => [AnswerChannel.Feedback, AnswerChannel.Question];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    protected string Seller { get; } = Guid.NewGuid().ToString();

    protected WildberriesEmulator Wb { get; private set; } = null!;

    protected IAnswerStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await OpenAsync(Clock);
        Wb = await WildberriesEmulator.StartAsync(new WildberriesEmulatorOptions { TimeProvider = Clock, RateLimits = false, EventPageSize = 5 }, Cancel);
        IWildberriesClient client = Client();
        for (int number = 1; number <= 2; number++)
        {
            EmulatedMessage message = Wb.Chats.BuyerWrites(IdOf(AnswerChannel.Chat, number), "Где мой заказ?");
            _waiting[message.ChatId] = new ChatEvent
            {
                ChatId = message.ChatId,
                EventId = message.EventId,
                Sender = ChatSender.Client,
                AddTimestamp = message.Time.ToUnixTimeMilliseconds(),
            };
            string feedback = IdOf(AnswerChannel.Feedback, number), question = IdOf(AnswerChannel.Question, number);
            Wb.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = feedback, NmId = 182340115, Text = "Хороший плед" });
            Wb.Questions.BuyerAsks(new EmulatedQuestion { Id = question, NmId = 182340115, Text = "Колется?" });
            _waiting[feedback] = await FeedbackAsync(number, client);
            _waiting[question] = await QuestionAsync(number, client);
        }

        Wb.Requests.Clear();
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider client in _clients)
            await client.DisposeAsync();
        if (Wb is not null)
            await Wb.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a store over the data of this class; another call gives another store over the same data.</summary>
    protected abstract ValueTask<IAnswerStore> OpenAsync(TimeProvider clock);

    protected static string IdOf(AnswerChannel channel, int number = 1) => channel switch
    {
        AnswerChannel.Chat => $"1:{number}",
        AnswerChannel.Feedback => $"feedback{number}",
        _ => $"question{number}",
    };

    /// <summary>The operation that answers.</summary>
    protected static string SendOf(AnswerChannel channel, bool isEdit = false) => channel switch
    {
        AnswerChannel.Chat => "POST /api/v1/seller/message",
        AnswerChannel.Feedback => $"{(isEdit ? "PATCH" : "POST")} /api/v1/feedbacks/answer",
        _ => "PATCH /api/v1/questions",
    };

    /// <summary>The operation that finds an answer again.</summary>
    protected static string ReadOf(AnswerChannel channel) => channel switch
    {
        AnswerChannel.Chat => "GET /api/v1/seller/events",
        AnswerChannel.Feedback => "GET /api/v1/feedback",
        _ => "GET /api/v1/question",
    };

    protected static async Task<Feedback> FeedbackAsync(int number, IWildberriesClient client) =>
        (await client.Feedbacks.GetFeedbackAsync(IdOf(AnswerChannel.Feedback, number), Cancel)).Data!;

    protected static async Task<Question> QuestionAsync(int number, IWildberriesClient client) =>
        (await client.Questions.GetQuestionAsync(IdOf(AnswerChannel.Question, number), Cancel)).Data!;

    /// <summary>How many answers arrived, taken or not.</summary>
    protected int Arrivals(AnswerChannel channel) => Wb.Requests.Count(SendOf(channel));

    /// <summary>What WB has taken, edits too.</summary>
    protected IEnumerable<string> Taken(AnswerChannel channel) => channel switch
    {
        AnswerChannel.Chat => Wb.Chats.Sent.Select(message => message.Text),
        AnswerChannel.Feedback => Wb.Feedbacks.Sent.Where(answer => answer.IsTaken).Select(answer => answer.Text),
        _ => Wb.Questions.Sent.Where(answer => answer.IsTaken).Select(answer => answer.Text),
    };

    /// <summary>Answers what a program has read before anything was answered, and has kept.</summary>
    protected Task<AnswerResult> AnswerAsync(
        AnswerChannel channel, string key = "key", string text = Text, int number = 1, AnswerSender? sender = null) =>
        AnswerAsync(_waiting[IdOf(channel, number)], key, text, sender);

    protected Task<AnswerResult> AnswerAsync(object waiting, string key = "key", string text = Text, AnswerSender? sender = null)
    {
        sender ??= Sender();
        return waiting switch
        {
            ChatEvent chatEvent => sender.AnswerAsync(chatEvent, text, key, Cancel),
            Feedback feedback => sender.AnswerAsync(feedback, text, key, Cancel),
            _ => sender.AnswerAsync((Question)waiting, text, key, Cancel),
        };
    }

    /// <summary>What waits, as it is at WB now.</summary>
    protected async Task<object> ReadAsync(AnswerChannel channel, int number = 1) => channel switch
    {
        AnswerChannel.Chat => _waiting[IdOf(channel, number)],
        AnswerChannel.Feedback => await FeedbackAsync(number, Client()),
        _ => await QuestionAsync(number, Client()),
    };

    protected void AnswerInPortal(AnswerChannel channel, string text)
    {
        if (channel == AnswerChannel.Feedback)
            Wb.Feedbacks.SellerAnswers(IdOf(channel), text);
        else
            Wb.Questions.SellerAnswers(IdOf(channel), text);
    }

    protected AnswerSender Sender(IAnswerStore? store = null, string? token = null, AnswerSenderOptions? options = null) =>
        new(Seller, Client(token), store ?? Store, options: options, timeProvider: Clock);

    protected IWildberriesClient Client(string? token = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IRateLimitStore>(new NoLimits());
        services.AddWildberries(options =>
        {
            options.Token = token;
            options.UseEmulator(Wb);
            options.Retry.MaxRetries = 0;
        });
        ServiceProvider provider = services.BuildServiceProvider();
        lock (_clients)
            _clients.Add(provider);
        return provider.GetRequiredService<IWildberriesClient>();
    }

    // The clock stands still: nobody waits for a permit.
    private sealed class NoLimits : IRateLimitStore
    {
        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken) => default;

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken) => default;

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken) => default;

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken) => default;
    }
}
