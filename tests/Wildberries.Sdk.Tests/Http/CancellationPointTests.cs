using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Finance;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests.RateLimiting;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>
/// A call is cancelled at each moment at which it hands over to somebody else: the vault, the store, a timer, the network, a read of the body,
/// the listener. Each time it ends as a cancellation, or as if nothing had happened, and nothing of it is left.
/// </summary>
public sealed class CancellationPointTests(ITestOutputHelper output)
{
    private const string Chats = """{"result":[{"chatID":"1:a"},{"chatID":"1:b"}],"errors":null}""";
    private const string Rows = """[{"rrdId":1},{"rrdId":2},{"rrdId":3}]""";
    private const string Error = """{"title":"Bad Request","detail":"no such chat"}""";

    private static readonly Dictionary<string, Scenario> Scenarios = new()
    {
        ["a read"] = new(wb => wb.ReadAsync(), Answer(Chats)),
        ["a read that is repeated after a 500"] = new(wb => wb.ReadAsync(), Answer(Error, 500), Answer(Chats)),
        ["a read that is repeated after a 429"] = new(wb => wb.ReadAsync(), Answer(Error, 429), Answer(Chats)),
        ["a read that is repeated after a broken connection"] =
            new(wb => wb.ReadAsync(), () => throw new HttpRequestException(HttpRequestError.ResponseEnded), Answer(Chats)),
        ["a read that fails in the end"] = new(wb => wb.ReadAsync(), Answer(Error, 503), Answer(Error, 503), Answer(Error, 503)),
        ["a read that cannot be understood"] = new(wb => wb.ReadAsync(), Answer("{")),
        ["a read with a bound on its time"] = new(wb => wb.ReadAsync(TimeSpan.FromDays(1)), Answer(Error, 500), Answer(Chats)),
        ["a write"] = new(wb => wb.WriteAsync(), Answer("""{"result":{"chatID":"1:a"}}""")),
        ["a write that is refused"] = new(wb => wb.WriteAsync(), Answer(Error, 400)),
        ["a write that is repeated after a 429"] = new(wb => wb.WriteAsync(), Answer(Error, 429), Answer("{}")),
        ["rows that are read one by one"] = new(wb => wb.StreamAsync(), Answer(Rows)),
        ["a download"] = new(wb => wb.DownloadAsync(), Answer(new string('x', 200_000))),
    };

    public static TheoryData<string> Names { get; } = [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_can_be_cancelled_at_every_moment(string name)
    {
        Scenario scenario = Scenarios[name];
        int moments;
        string expected;
        int arrivals;
        using (var undisturbed = new Stage(scenario, cancelAt: 0))
        {
            expected = await undisturbed.RunAsync();
            (moments, arrivals) = (undisturbed.Moments, undisturbed.Arrivals);
        }

        int cancelled = 0;
        for (int moment = 1; moment <= moments; moment++)
        {
            using var stage = new Stage(scenario, cancelAt: moment);
            string outcome = await stage.RunAsync();
            Assert.True(outcome == expected || outcome == "cancelled", $"cancelled at {moment} of {moments}: {outcome}");
            Assert.InRange(stage.Arrivals, 0, arrivals);
            if (outcome == "cancelled")
                cancelled++;
            await stage.AssertNothingIsLeftAsync();

            // The bucket is free: the next in line gets its turn.
            Assert.Equal("[]", await stage.ReadAgainAsync());
        }

        output.WriteLine($"{moments} moments, {cancelled} cancellations");
        Assert.InRange(cancelled, moments / 2, moments);
    }

    private static Func<HttpResponseMessage> Answer(string body, int status = 200) => () =>
        new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed record Scenario(Func<Stage, Task<string>> Call, params Func<HttpResponseMessage>[] Answers);

    /// <summary>The whole pipeline; everything around it counts the moments at which it is called, and cancels at one of them.</summary>
    private sealed class Stage : HttpMessageHandler, IWildberriesCredentialsProvider, IRateLimitStore
    {
        private readonly WildberriesCredentials _credentials = new(TestTokens.Create());
        private readonly CancellationTokenSource _caller = new();
        private readonly HastyClock _clock;
        private readonly InMemoryRateLimitStore _store;
        private readonly Queue<Func<HttpResponseMessage>> _answers;
        private readonly List<TrackedContent> _handedOut = [];
        private readonly ServiceProvider _services;
        private readonly Func<Stage, Task<string>> _call;
        private readonly int _cancelAt;

        public Stage(Scenario scenario, int cancelAt)
        {
            _call = scenario.Call;
            _cancelAt = cancelAt;
            _answers = new(scenario.Answers);
            _clock = new HastyClock(this);
            _store = new InMemoryRateLimitStore(_clock);
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(_clock);
            services.AddSingleton<IRateLimitStore>(this);
            services.AddWildberries(options =>
            {
                options.UsePrimaryHandler(() => this);
                options.Retry.MaxRetries = 2;
                options.AttemptTimeout = TimeSpan.FromDays(1);
                options.BodyIdleTimeout = TimeSpan.FromDays(1);
            });
            _services = services.BuildServiceProvider();
        }

        public int Moments { get; private set; }

        public int Arrivals { get; private set; }

        private CancellationToken Caller => _caller.Token;

        public async Task<string> RunAsync()
        {
            try
            {
                return await _call(this);
            }
            catch (OperationCanceledException) when (_caller.IsCancellationRequested)
            {
                return "cancelled";
            }
            catch (Exception exception)
            {
                return exception.GetType().Name;
            }
        }

        public async Task<string> ReadAsync(TimeSpan? totalTimeout = null) =>
            string.Join(' ', (await Client(totalTimeout).BuyerChat.GetChatsAsync(Caller)).Result.Select(chat => chat.ChatId));

        public async Task<string> WriteAsync() => (await Client().BuyerChat.SendMessageAsync("1:a:b", "text", cancellationToken: Caller)).Result?.ChatId ?? "";

        public async Task<string> StreamAsync()
        {
            var ids = new List<long>();
            await foreach (SalesReportRow row in Client().Finance.GetSalesReportRowsAsync(7, new SalesReportByIdRequest(), Caller))
                ids.Add(row.RrdId);
            return string.Join(' ', ids);
        }

        public async Task<string> DownloadAsync()
        {
            using HttpResponseMessage response = await Client().BuyerChat.DownloadAsync("1", Caller);
            return $"{(await response.Content.ReadAsByteArrayAsync(Caller)).Length} bytes";
        }

        public async Task<string> ReadAgainAsync()
        {
            _answers.Clear();
            _answers.Enqueue(Answer("""{"result":[]}"""));
            ChatsResponse chats = await _services.GetRequiredService<IWildberriesClientFactory>().Create(this)
                .BuyerChat.GetChatsAsync(TestContext.Current.CancellationToken);
            return chats.Result.Count == 0 ? "[]" : "";
        }

        // A timer that has just fired may still be on its way out.
        public async Task AssertNothingIsLeftAsync()
        {
            await Until.True(() => _clock.Timers == 0);
            Assert.All(_handedOut, content => Assert.True(content.IsDisposed));
        }

        public async ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
        {
            await HandOverAsync();
            return _credentials;
        }

        public async ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken)
        {
            await HandOverAsync();
            TimeSpan wait = await _store.TryTakeAsync(bucket, cancellationToken);
            await HandOverAsync();
            return wait;
        }

        public async ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken)
        {
            await HandOverAsync();
            await _store.ChargeAsync(bucket, requests, cancellationToken);
        }

        public async ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken)
        {
            await HandOverAsync();
            await _store.CloseAsync(bucket, duration, cancellationToken);
        }

        public async ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken)
        {
            await HandOverAsync();
            await _store.ReportRemainingAsync(bucket, remaining, age, cancellationToken);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await HandOverAsync();
            cancellationToken.ThrowIfCancellationRequested();
            Arrivals++;
            HttpResponseMessage response = _answers.Dequeue()();
            var content = new TrackedContent(this, await response.Content.ReadAsByteArrayAsync(CancellationToken.None));
            _handedOut.Add(content);
            response.Content = content;
            response.RequestMessage = request;
            response.Headers.TryAddWithoutValidation(
                response.StatusCode == HttpStatusCode.TooManyRequests ? "X-Ratelimit-Retry" : "X-Ratelimit-Remaining", "7");
            await HandOverAsync();
            return response;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _services.Dispose();
                _caller.Dispose();
            }

            base.Dispose(disposing);
        }

        private IWildberriesClient Client(TimeSpan? totalTimeout = null) => _services.GetRequiredService<IWildberriesClientFactory>().Create(this)
            .With(new WildberriesCallOptions { OnResponse = _ => Moment(), TotalTimeout = totalTimeout });

        private void Moment()
        {
            if (++Moments == _cancelAt)
                _caller.Cancel();
        }

        private async Task HandOverAsync()
        {
            Moment();
            await Task.Yield();
        }

        private sealed class TrackedContent : HttpContent
        {
            private readonly Stage _stage;
            private readonly byte[] _body;

            public TrackedContent(Stage stage, byte[] body)
            {
                _stage = stage;
                _body = body;
                Headers.TryAddWithoutValidation("Content-Type", "application/json");
            }

            public bool IsDisposed { get; private set; }

            protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new SlowStream(_stage, _body));

            protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

            protected override bool TryComputeLength(out long length)
            {
                length = _body.Length;
                return true;
            }

            protected override void Dispose(bool disposing)
            {
                IsDisposed = true;
                base.Dispose(disposing);
            }
        }

        /// <summary>Gives a body in a few pieces, each a moment.</summary>
        private sealed class SlowStream(Stage stage, byte[] body) : MemoryStream(body)
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                await stage.HandOverAsync();
                cancellationToken.ThrowIfCancellationRequested();
                int piece = Math.Min(buffer.Length, Math.Max(1, (int)Length / 3));
                return await base.ReadAsync(buffer[..piece], cancellationToken);
            }
        }

        /// <summary>What is due within hours is due at once. The timeouts, which are days here, never come, nor does the end of the patience with the store.</summary>
        private sealed class HastyClock(Stage stage) : TimeProvider
        {
            private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(5);

            private long _skipped;
            private int _timers;

            public int Timers => Volatile.Read(ref _timers);

            public override long TimestampFrequency => TimeSpan.TicksPerSecond;

            public override long GetTimestamp() => Volatile.Read(ref _skipped);

            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            {
                bool isDue = dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromHours(12) && dueTime != StorePatience;
                if (isDue)
                {
                    stage.Moment();
                    Interlocked.Add(ref _skipped, dueTime.Ticks);
                }

                Interlocked.Increment(ref _timers);
                return new Counted(this, System.CreateTimer(callback, state, isDue ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period));
            }

            private sealed class Counted(HastyClock clock, ITimer timer) : ITimer
            {
                private int _disposed;

                public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Timeout.InfiniteTimeSpan, period);

                public void Dispose()
                {
                    if (Interlocked.Exchange(ref _disposed, 1) == 0)
                        Interlocked.Decrement(ref clock._timers);
                    timer.Dispose();
                }

                public ValueTask DisposeAsync()
                {
                    Dispose();
                    return default;
                }
            }
        }
    }
}
