using System.Text;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>What a test has said an operation answers, in the place of what the emulator would.</summary>
internal sealed class FixedAnswers(OperationTable table)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (OperationPattern Pattern, Answer Answer)> _answers = new(StringComparer.Ordinal);

    public void Set(string operation, string json, int status)
    {
        OperationPattern pattern = table.Parse(operation);
        var answer = new Answer
        {
            Status = status,
            ContentType = json.Length == 0 ? null : status < 400 ? "application/json" : Problem.ContentType,
            Body = Encoding.UTF8.GetBytes(json),
        };
        lock (_lock)
            _answers[pattern.ToString()] = (pattern, answer);
    }

    public bool Remove(string operation)
    {
        OperationPattern pattern = table.Parse(operation);
        lock (_lock)
            return _answers.Remove(pattern.ToString());
    }

    /// <summary>The answer; of several that fit, one of a single host goes before one of any, and one without placeholders before one with.</summary>
    public Answer? Find(string verb, string hostLabel, string path)
    {
        lock (_lock)
        {
            return _answers.Values.Where(one => one.Pattern.Matches(verb, hostLabel, path))
                .OrderByDescending(one => one.Pattern.Exactness)
                .FirstOrDefault().Answer;
        }
    }
}
