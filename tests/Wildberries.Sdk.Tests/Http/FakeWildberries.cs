using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>A container with the whole pipeline over a scripted network and a clock that the test moves.</summary>
internal sealed class FakeWildberries : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = [];
    private readonly Lock _lock = new();
    private readonly CountingClock _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public FakeWildberries(Action<WildberriesOptions>? configure = null, Action<IServiceCollection>? services = null, string? token = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        services?.Invoke(collection);
        collection.AddWildberries(options =>
        {
            options.Token = token ?? TestTokens.Create();
            options.UsePrimaryHandler(() => this);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
            configure?.Invoke(options);
        });
        Services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock => _clock;

    public ServiceProvider Services { get; }

    public List<Arrival> Arrivals { get; } = [];

    public IWildberriesClient Client => Services.GetRequiredService<IWildberriesClient>();

    public FakeWildberries Answer(HttpStatusCode status, string body = "", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Answer((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
            foreach ((string name, string value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(response);
        });

    public FakeWildberries Fail(Func<Exception> exception) => Answer((_, _) => Task.FromException<HttpResponseMessage>(exception()));

    public FakeWildberries Answer(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>Moves the clock until the task has ended, and gives the task.</summary>
    public async Task<T> Elapse<T>(Task<T> task, TimeSpan? step = null)
    {
        for (int i = 0; i < 100_000 && !task.IsCompleted; i++)
        {
            for (int j = 0; j < 20 && !task.IsCompleted; j++)
                await Task.Yield();

            // A call that waits for no timer still runs, on a machine that is busy with other things: its time must not pass meanwhile.
            long since = TimeProvider.System.GetTimestamp();
            while (!task.IsCompleted && _clock.Pending == 0 && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(1))
                await Task.Yield();
            if (!task.IsCompleted)
                Clock.Advance(step ?? TimeSpan.FromMilliseconds(50));
        }

        return await task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer;
        lock (_lock)
        {
            Arrivals.Add(new Arrival(
                request.Method,
                request.RequestUri!,
                request.Headers.TryGetValues("Authorization", out IEnumerable<string>? token) ? token.Single() : null,
                request.Headers.TryGetValues("X-Client-Secret", out IEnumerable<string>? secret) ? secret.Single() : null,
                body,
                request.Content?.Headers.ToString(),
                Clock.GetUtcNow(),
                request));
            _script.TryDequeue(out answer);
        }

        HttpResponseMessage response = answer is null
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json") }
            : await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    /// <summary>A clock that knows whether anybody waits for it.</summary>
    private sealed class CountingClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private int _pending;

        public int Pending => Volatile.Read(ref _pending);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var counted = new CountedTimer(this);
            counted.Set(dueTime);
            counted.Inner = base.CreateTimer(
                _ =>
                {
                    counted.Set(Timeout.InfiniteTimeSpan);
                    callback(state);
                },
                null,
                dueTime,
                period);
            return counted;
        }

        private sealed class CountedTimer(CountingClock clock) : ITimer
        {
            private int _isSet;

            public ITimer? Inner { get; set; }

            public void Set(TimeSpan dueTime)
            {
                int isSet = dueTime == Timeout.InfiniteTimeSpan ? 0 : 1;
                Interlocked.Add(ref clock._pending, isSet - Interlocked.Exchange(ref _isSet, isSet));
            }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Set(dueTime);
                return Inner!.Change(dueTime, period);
            }

            public void Dispose()
            {
                Set(Timeout.InfiniteTimeSpan);
                Inner!.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Set(Timeout.InfiniteTimeSpan);
                return Inner!.DisposeAsync();
            }
        }
    }

    internal sealed record Arrival(
        HttpMethod Method, Uri Uri, string? Token, string? ClientSecret, string? Body, string? ContentHeaders, DateTimeOffset At, HttpRequestMessage Request);
}
