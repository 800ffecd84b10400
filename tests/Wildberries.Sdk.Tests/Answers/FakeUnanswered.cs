using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>The reviews of one seller that wait for an answer.</summary>
internal sealed class FakeUnanswered
{
    public static readonly DateTimeOffset Start = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    public List<Feedback> Waiting { get; } = [];

    public List<DatedRequest> Requests { get; } = [];

    /// <summary>What the next calls throw.</summary>
    public Queue<Exception> Failures { get; } = [];

    /// <summary>Called before a page is read, with the number of the request.</summary>
    public Action<int>? BeforePage { get; set; }

    public DatedList<Feedback> List => new()
    {
        Operation = "Feedbacks.GetFeedbacks",
        GetPage = (request, _) => GetPageAsync(request),
        IdOf = feedback => feedback.Id,
        TimeOf = feedback => feedback.CreatedAt,
        Take = 20,
        MaxSkip = 1000,
    };

    public void Write(string id, TimeSpan at) => Waiting.Add(new Feedback { Id = id, CreatedAt = Start + at, Text = "Хорошо" });

    public void Answer(string id) => Waiting.RemoveAll(feedback => feedback.Id == id);

    private Task<IReadOnlyList<Feedback>> GetPageAsync(DatedRequest request)
    {
        Requests.Add(request);
        BeforePage?.Invoke(Requests.Count);
        if (Failures.TryDequeue(out Exception? failure))
            return Task.FromException<IReadOnlyList<Feedback>>(failure);
        return Task.FromResult<IReadOnlyList<Feedback>>(
            [.. Waiting.Where(feedback => !(feedback.CreatedAt?.ToUnixTimeSeconds() < request.From)).OrderBy(feedback => feedback.CreatedAt).Skip(request.Skip).Take(request.Take)]);
    }
}
