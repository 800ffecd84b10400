using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Tests.BuyerChat;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Some seconds of 502 ended the worker, and with the code 0: no supervisor started it again.</summary>
public sealed class WorkerOutageTests : IDisposable
{
    private const string Nothing = """{"result":{"events":[],"totalEvents":0}}""";

    private readonly JumpingTimeProvider _time = new();
    private readonly InMemoryStateStore _store = new();
    private readonly FakeWildberries _wb = new(options => options.Retry.MaxRetries = 0);
    private readonly LogLines _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Question => $$$"""
        {"result":{"next":5,"totalEvents":1,"events":[{"chatID":"1:a","eventID":"e1","eventType":"message","isNewChat":true,"replySign":"sign","sender":"client",
        "addTimestamp":{{{_time.GetUtcNow().ToUnixTimeMilliseconds()}}}}]}}
        """;

    public void Dispose()
    {
        _wb.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_run_of_502_is_survived_and_told_at_its_beginning_and_its_end()
    {
        for (int i = 0; i < 5; i++)
            _wb.Answer(HttpStatusCode.BadGateway);
        _wb.Answer(HttpStatusCode.OK, Question);
        AnswerSend(HttpStatusCode.OK);

        await RunAsync();

        Assert.Equal(
            ["No events for now, the worker goes on asking: WB failed to answer BuyerChat.GetEvents: 502 Bad Gateway", "Events come again, after 31 s", "Answered chat 1:a"],
            _log.Lines);
    }

    [Fact]
    public async Task A_message_that_WB_certainly_has_not_got_is_sent_later()
    {
        _wb.Answer(HttpStatusCode.OK, Question);
        _wb.Fail(() => new HttpRequestException(HttpRequestError.ConnectionError));
        AnswerSend(HttpStatusCode.OK);

        await RunAsync();

        Assert.Equal(2, _wb.Arrivals.Count(arrival => arrival.Method == HttpMethod.Post));
        Assert.NotNull(await NoteAsync());
    }

    [Fact]
    public async Task A_message_that_WB_may_have_got_is_not_sent_again_not_even_after_a_restart()
    {
        _wb.Answer(HttpStatusCode.OK, Question);
        AnswerSend(HttpStatusCode.BadGateway);
        await RunAsync();
        _wb.Answer(HttpStatusCode.OK, Question.Replace("e1", "e2", StringComparison.Ordinal));

        await RunAsync();

        Assert.Single(_wb.Arrivals, arrival => arrival.Method == HttpMethod.Post);
        Assert.NotNull(await NoteAsync());
    }

    [Fact]
    public async Task A_message_that_WB_refused_is_not_noted_as_an_answer()
    {
        _wb.Answer(HttpStatusCode.OK, Question);
        AnswerSend(HttpStatusCode.BadRequest);

        await RunAsync();

        Assert.Null(await NoteAsync());
    }

    [Fact]
    public async Task A_stream_that_cannot_go_on_ends_the_program_with_a_code()
    {
        // This token has no category of chats: the first call is refused before the network.
        MethodInfo main = Assembly.Load("Worker").EntryPoint!;
        string[] arguments = [$"--Wildberries:Token={TestTokens.Create(categories: TokenCategory.Content)}", "--Logging:LogLevel:Default=None"];

        object? code = await Task.Run(() => main.Invoke(null, [arguments]), Cancel);

        Assert.Equal(1, code);
    }

    private void AnswerSend(HttpStatusCode status) => _wb.Answer(status, status == HttpStatusCode.OK ? """{"result":{"chatID":"1:a"},"errors":[]}""" : "");

    private async Task<StoredState?> NoteAsync() => await _store.ReadAsync("my-shop", "answered 1:a", Cancel);

    /// <summary>Runs the worker until the script of answers is over.</summary>
    private async Task RunAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _wb.Answer((_, _) =>
        {
            stop.Cancel();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Nothing) });
        });
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton(_wb.Client)
            .AddSingleton<IStateStore>(_store)
            .AddSingleton<TimeProvider>(_time)
            .BuildServiceProvider();
        Type type = Assembly.Load("Worker").GetType("Worker.ChatAnswerer", throwOnError: true)!;
        using var service = (BackgroundService)ActivatorUtilities.CreateInstance(services, type);
        await service.StartAsync(stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.ExecuteTask!);
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
