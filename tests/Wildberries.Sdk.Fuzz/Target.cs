using System.Globalization;

namespace Wildberries.Sdk.Fuzz;

/// <summary>Something that takes what comes from outside.</summary>
internal abstract class Target
{
    public abstract string Name { get; }

    /// <summary>What takes input in this SDK, each as often as its share of the cases. For one thread.</summary>
    public static IReadOnlyList<Target> All()
    {
        var host = new FuzzHost();
        var judge = new Judge(host);
        var answers = new AnswerTarget(host, judge);
        var errors = new ErrorTarget(host, judge);
        var helpers = new HelperTarget(host, judge);
        return [answers, answers, answers, answers, answers, errors, errors, helpers, new TokenTarget()];
    }

    /// <summary>Whether the cases would reach what they are meant for: faults of good input.</summary>
    public virtual IEnumerable<string> Check() => [];

    /// <summary>Runs one case.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public abstract string? Run(Random random);

    /// <summary>Headers as WB sends them, or as it never would.</summary>
    protected static (string Name, string Value)[] Headers(Random random, Mutator mutator)
    {
        string[] names =
        [
            "X-Ratelimit-Remaining", "X-Ratelimit-Limit", "X-Ratelimit-Retry", "X-Ratelimit-Reset", "Retry-After", "X-Request-Id",
            "Content-Encoding", "Content-Language", "Date", "Location", "Set-Cookie", "WWW-Authenticate",
        ];
        var headers = new (string, string)[random.Next(5)];
        for (int i = 0; i < headers.Length; i++)
            headers[i] = (mutator.Any(names), mutator.Header());
        return headers;
    }

    protected static string? ContentType(Random random, Mutator mutator) => random.Next(8) switch
    {
        0 => null,
        1 => "text/html; charset=utf-8",
        2 => "text/plain",
        3 => "application/json; charset=windows-1251",
        4 => "application/problem+json",
        5 => "application/json; charset=" + mutator.Header(),
        6 => mutator.Header(),
        _ => "application/json",
    };

    protected static string Show(int status, byte[] body) => string.Create(
        CultureInfo.InvariantCulture, $"{status} {System.Text.Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 400))}");
}
