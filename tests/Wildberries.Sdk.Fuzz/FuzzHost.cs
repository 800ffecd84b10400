using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.Fuzz;

/// <summary>The whole pipeline over answers made in memory. For one thread.</summary>
internal sealed class FuzzHost : HttpMessageHandler
{
    public const string ClientSecret = "the+service's/secret&more";

    private readonly Dictionary<TokenType, IWildberriesClient> _clients = [];
    private readonly ServiceProvider _services;

    public FuzzHost()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRateLimitStore>(Store);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddWildberries(options =>
        {
            options.UsePrimaryHandler(() => this);
            options.Retry.MaxRetries = 0;
            options.AttemptTimeout = TimeSpan.FromDays(1);
            options.BodyIdleTimeout = TimeSpan.FromDays(1);

            // Where time jumps, the moment in which the store learns of a request can be hours.
            options.MaxRateLimitWait = TimeSpan.FromDays(1);
        });
        _services = services.BuildServiceProvider();
    }

    public HastyClock Clock { get; } = new();

    public OpenStore Store { get; } = new();

    /// <summary>Every token that is in use.</summary>
    public List<string> Tokens { get; } = [];

    /// <summary>What is answered.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = static _ => new HttpResponseMessage();

    /// <summary>How many requests came since it was set to zero.</summary>
    public int Requests { get; set; }

    public IWildberriesClient Client(TokenType type)
    {
        if (!_clients.TryGetValue(type, out IWildberriesClient? client))
        {
            string token = TestTokens.Create(type);
            Tokens.Add(token);
            var credentials = new WildberriesCredentials(token, ClientSecret);
            client = _services.GetRequiredService<IWildberriesClientFactory>().Create(new Fixed(credentials));
            _clients[type] = client;
        }

        return client;
    }

    public static HttpResponseMessage Response(int status, byte[] body, string? contentType, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        foreach ((string name, string value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        cancellationToken.ThrowIfCancellationRequested();
        HttpResponseMessage response = Answer(request);
        response.RequestMessage = request;
        return Task.FromResult(response);
    }

    private sealed class Fixed(WildberriesCredentials credentials) : IWildberriesCredentialsProvider
    {
        public ValueTask<WildberriesCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => new(credentials);
    }

    /// <summary>Limits nothing, and looks at what it is told.</summary>
    internal sealed class OpenStore : IRateLimitStore
    {
        public string? Fault { get; set; }

        public ValueTask<TimeSpan> TryTakeAsync(RateLimitBucket bucket, CancellationToken cancellationToken = default) => default;

        public ValueTask ChargeAsync(RateLimitBucket bucket, int requests, CancellationToken cancellationToken = default) =>
            Check(requests is > 0 and < 1000, $"charged {requests}");

        public ValueTask CloseAsync(RateLimitBucket bucket, TimeSpan duration, CancellationToken cancellationToken = default) =>
            Check(duration > TimeSpan.Zero && duration < TimeSpan.FromDays(32), $"closed for {duration}");

        public ValueTask ReportRemainingAsync(RateLimitBucket bucket, int remaining, TimeSpan age, CancellationToken cancellationToken = default) =>
            Check(remaining >= 0 && age >= TimeSpan.Zero, $"{remaining} remain since {age}");

        private ValueTask Check(bool holds, string fault)
        {
            if (!holds)
                Fault = fault;
            return default;
        }
    }

    /// <summary>A clock on which nobody waits: what is due within a quarter of a day is due now. Timeouts are a day long here.</summary>
    internal sealed class HastyClock : TimeProvider
    {
        private static readonly TimeSpan Far = TimeSpan.FromHours(6);
        private long _skipped;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(_skipped);

        public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + _skipped;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Hurry(dueTime), period);

        private TimeSpan Hurry(TimeSpan dueTime)
        {
            if (dueTime <= TimeSpan.Zero || dueTime > Far)
                return dueTime == TimeSpan.Zero ? dueTime : Timeout.InfiniteTimeSpan;
            _skipped += dueTime.Ticks;
            return TimeSpan.Zero;
        }
    }
}
