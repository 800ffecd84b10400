using System.Globalization;
using System.Text;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>One row of the table of faults: what goes wrong, how often a read and a write arrive then, and what the caller sees.</summary>
/// <param name="Fault">What goes wrong, as the page says it.</param>
internal sealed record FaultRow(string Fault)
{
    /// <summary>The fault at the emulator, for every request.</summary>
    public Fault? AtEmulator { get; init; }

    /// <summary>What a server answers, byte by byte.</summary>
    public Func<FaultStage, RawServer.Arrival, Reply>? AtServer { get; init; }

    /// <summary>What a server does to each connection before it reads anything.</summary>
    public Reply? OnConnection { get; init; }

    /// <summary>What happens before the call.</summary>
    public Func<FaultStage, Task> Before { get; init; } = static _ => Task.CompletedTask;

    /// <summary>What happens while the call is under way.</summary>
    public Func<FaultStage, Task> Meanwhile { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Whether the timeouts are short, since one of them ends the call.</summary>
    public bool Stalls { get; init; }

    /// <summary>How many times faster than time itself the clock runs.</summary>
    public int Speed { get; init; } = 20;

    public required Ending Read { get; init; }

    public required Ending Write { get; init; }

    /// <summary>What the exceptions say.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>How far apart the requests arrive at least.</summary>
    public TimeSpan? Apart { get; init; }

    /// <summary>The row as the page has it.</summary>
    public override string ToString() => $"| {Fault} | {Read.Arriving()} | {Write.Arriving()} | {Seen()} |";

    private string Seen()
    {
        if (Read.Exception == Write.Exception)
            return Seen(Read);
        return $"read: {Seen(Read)}; write: {Seen(Write)}";
    }

    private string Seen(Ending ending)
    {
        var text = new StringBuilder(ending.Exception is null ? "the answer" : $"`{ending.Exception.Name}`");
        if (ending.Exception is not null)
        {
            foreach (Fact fact in Facts)
                text.Append(fact == Facts[0] ? ": " : ", ").Append(fact.Text);
        }

        if (Apart is { } apart)
            text.Append(CultureInfo.InvariantCulture, $"; the requests are at least {apart.TotalSeconds:0.###} s apart");
        return text.ToString();
    }

    /// <summary>How a call ends.</summary>
    /// <param name="Arrivals">How often the request arrives whole.</param>
    /// <param name="Exception">What the caller gets; <see langword="null"/>: the answer.</param>
    internal sealed record Ending(int Arrivals, Type? Exception)
    {
        /// <summary>How many attempts the SDK makes.</summary>
        public int Attempts { get; init; } = Arrivals;

        /// <summary>Whether the emulator carries the operation out although the caller gets no answer.</summary>
        public bool Taken { get; init; }

        public static Ending Of<TException>(int arrivals)
            where TException : Exception => new(arrivals, typeof(TException));

        public static Ending Answer(int arrivals) => new(arrivals, null);

        public string Arriving()
        {
            string times = Arrivals switch
            {
                0 => Attempts == 0 ? "is not sent" : "does not arrive",
                1 => "arrives once",
                2 => "arrives twice",
                _ => string.Create(CultureInfo.InvariantCulture, $"arrives {Arrivals} times"),
            };
            string attempts = Attempts == Arrivals
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $" ({Attempts} {(Attempts == 1 ? "attempt" : "attempts")})");
            return times + attempts + (Taken ? ", is carried out" : "");
        }
    }

    /// <summary>Something that an exception says.</summary>
    /// <param name="Text">As the page says it.</param>
    /// <param name="Holds">Whether an exception says it.</param>
    internal sealed record Fact(string Text, Func<WildberriesApiException, bool> Holds)
    {
        public static Fact Status(int? status) => new(
            status is { } code ? string.Create(CultureInfo.InvariantCulture, $"`StatusCode` {code}") : "no `StatusCode`",
            exception => (int?)exception.StatusCode == status);

        public static Fact Title(string title) => new($"`Title` is \"{title}\"", exception => exception.Title == title);

        public static Fact Says(string words) =>
            new($"`Message` says \"{words}\"", exception => exception.Message.Contains(words, StringComparison.Ordinal));

        public static Fact Cause<TException>()
            where TException : Exception =>
            new($"`InnerException` is a `{typeof(TException).Name}`", exception => exception.InnerException is TException);

        public static Fact Timeout(string option, TimeSpan timeout) =>
            new($"`Timeout` is `{option}`", exception => (exception as WildberriesTimeoutException)?.Timeout == timeout);

        public static Fact RetryAfter(TimeSpan time) => new(
            string.Create(CultureInfo.InvariantCulture, $"`RetryAfter` is {time.TotalSeconds:0.###} s"),
            exception => (exception as WildberriesRateLimitException)?.RetryAfter == time);

        public static Fact Fault(string field, string words) => new(
            $"`Errors` names `{field}`",
            exception => exception.Errors.Any(error => error.StartsWith(field, StringComparison.Ordinal) && error.Contains(words, StringComparison.Ordinal)));
    }
}
