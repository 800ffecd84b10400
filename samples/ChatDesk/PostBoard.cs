using System.Globalization;
using Wildberries.Sdk.Answers;

namespace ChatDesk;

/// <summary>The reviews and questions that were read, with what the ledger says of the answers to them. In memory: WB has them.</summary>
internal sealed class PostBoard(Desk desk)
{
    // So many that have an answer are listed; the search finds the others.
    private const int MaxAnswered = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<(AnswerChannel Channel, string Id), BuyerPost> _posts = [];
    private readonly Dictionary<(AnswerChannel Channel, string Id), BuyerAnswer> _answers = [];
    private readonly Dictionary<AnswerChannel, string> _problems = [];

    /// <summary>The reviews or questions, the newest first: all that wait, and the newest of the others.</summary>
    /// <param name="channel">Reviews or questions.</param>
    /// <param name="search">A part of what the buyer wrote, of the name, of the answer, or of the product's name or number; null: all.</param>
    public IReadOnlyList<PostSummary> List(AnswerChannel channel, string? search)
    {
        lock (_lock)
        {
            ILookup<bool, PostSummary> byWait = _posts.Values
                .Where(post => post.Channel == channel && (string.IsNullOrWhiteSpace(search) || IsFound(post, search.Trim())))
                .Select(Summarize)
                .ToLookup(post => post.Unanswered);
            return [.. byWait[true].Concat(byWait[false].OrderByDescending(post => post.At).Take(MaxAnswered)).OrderByDescending(post => post.At)];
        }
    }

    /// <summary>Why they cannot be read now: a code of <see cref="DeskErrors"/>.</summary>
    public string? ProblemOf(AnswerChannel channel)
    {
        lock (_lock)
            return _problems.GetValueOrDefault(channel);
    }

    public void SetProblem(AnswerChannel channel, string? code)
    {
        lock (_lock)
        {
            if (_problems.GetValueOrDefault(channel) == code)
                return;
            if (code is null)
                _problems.Remove(channel);
            else
                _problems[channel] = code;
        }

        desk.Tell(DeskNews.Everything);
    }

    public BuyerPost? Find(AnswerChannel channel, string id)
    {
        lock (_lock)
            return _posts.GetValueOrDefault((channel, id));
    }

    public PostDetail? Describe(AnswerChannel channel, string id)
    {
        lock (_lock)
            return _posts.GetValueOrDefault((channel, id)) is { } post ? Describe(post) : null;
    }

    /// <summary>Takes what was read, unless something newer was read meanwhile.</summary>
    public void Take(BuyerPost post)
    {
        bool isNew;
        lock (_lock)
        {
            (AnswerChannel, string) key = (post.Channel, post.Id);
            isNew = !_posts.TryGetValue(key, out BuyerPost? known);
            if (known?.ReadAt > post.ReadAt)
                return;
            _posts[key] = post;
            if (!isNew && (known!.State, known.Answer, known.IsClosed, known.IsEditable, known.Words) == (post.State, post.Answer, post.IsClosed, post.IsEditable, post.Words))
                return;
        }

        desk.Tell(new DeskNews(post.Channel, post.Id, isNew && post.State == PostAnswerState.None ? "client" : "wb"));
    }

    /// <summary>Takes what the ledger says of an answer. Of several to one review or question the last that did not fail counts.</summary>
    public void Take(BuyerAnswer answer)
    {
        lock (_lock)
        {
            (AnswerChannel, string) key = (answer.Channel, answer.TargetId);
            BuyerAnswer? known = _answers.GetValueOrDefault(key);
            if (answer.State == AnswerState.Failed)
            {
                if (known?.Key != answer.Key || !_answers.Remove(key))
                    return;
            }
            else if (known is null || answer.StartedAt >= known.StartedAt)
            {
                // The ledger was read before this answer was completed.
                if (known == answer || (known?.Key == answer.Key && known.State == AnswerState.Sent && answer.State == AnswerState.Pending))
                    return;
                _answers[key] = answer;
            }
        }

        desk.Tell(new DeskNews(answer.Channel, answer.TargetId, "seller"));
    }

    /// <summary>The buyer, or WB, has taken it away.</summary>
    public void Remove(AnswerChannel channel, string id)
    {
        lock (_lock)
            _posts.Remove((channel, id));
        desk.Tell(new DeskNews(channel, id, "wb"));
    }

    private static bool IsFound(BuyerPost post, string search) =>
        ((string?[])[post.Feedback?.BuyerName, post.Words, post.Answer, post.Product, post.NmId?.ToString(CultureInfo.InvariantCulture)])
            .Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);

    private BuyerAnswer? OwnOf(BuyerPost post) => _answers.GetValueOrDefault((post.Channel, post.Id));

    // What nobody knows comes first; what WB says counts before what the ledger says.
    private PostAnswerState StateOf(BuyerPost post) => OwnOf(post) is not { } own ? post.State
        : own.State == AnswerState.Pending ? PostAnswerState.Unknown
        : post.State == PostAnswerState.None ? PostAnswerState.Given
        : post.State;

    // Buyers do not see an answer that was rejected: as long as it can be put right, the review waits.
    private bool Waits(BuyerPost post) => StateOf(post) switch
    {
        PostAnswerState.None => !post.IsClosed,
        PostAnswerState.Rejected => post.IsEditable,
        _ => false,
    };

    private PostSummary Summarize(BuyerPost post) => new(
        post.Id,
        post.Feedback?.BuyerName,
        post.Feedback?.Rating,
        post.NmId,
        post.Product,
        post.Words,
        post.Feedback?.Photos.Count ?? 0,
        post.WrittenAt,
        StateOf(post),
        Waits(post));

    private PostDetail Describe(BuyerPost post)
    {
        BuyerAnswer? own = OwnOf(post);
        PostAnswerState state = StateOf(post);
        bool isOurs = own is not null && (post.Answer is null || own.Text.ReplaceLineEndings("\n").Trim() == post.Answer.ReplaceLineEndings("\n").Trim());
        bool isUnknown = state == PostAnswerState.Unknown;
        return new PostDetail
        {
            Summary = Summarize(post),
            Text = post.Feedback?.Text ?? post.Question?.Text,
            Pros = post.Feedback?.Pros,
            Cons = post.Feedback?.Cons,
            Tags = post.Feedback?.BuyerTags ?? [],
            Size = post.Feedback?.Product?.Size,
            SizeFit = post.Feedback?.SizeFit.Value,
            OrderStatus = post.Feedback?.OrderStatus.Value,
            HasVideo = post.Feedback?.Video is not null,
            IsSuspicious = post.Question?.IsSuspicious == true,
            Answer = isUnknown ? own!.Text : post.Answer ?? own?.Text,
            AnsweredBy = isUnknown || isOurs ? own!.ApprovedBy : null,
            AnsweredAt = isUnknown || isOurs ? own!.SentAt ?? own.StartedAt : post.Question?.Answer?.CreatedAt,
            CanAnswer = state == PostAnswerState.None,
            CanEdit = !isUnknown && post.Answer is not null && post.IsEditable && own?.IsEdit != true,
        };
    }
}

internal sealed record PostSummary(
    string Id,
    string? Buyer,
    int? Rating,
    long? NmId,
    string? Product,
    string Words,
    int Photos,
    DateTimeOffset? At,
    PostAnswerState State,
    bool Unanswered);

/// <summary>A review or question with all that an operator needs to answer it.</summary>
internal sealed record PostDetail
{
    public required PostSummary Summary { get; init; }

    public string? Text { get; init; }

    public string? Pros { get; init; }

    public string? Cons { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public string? Size { get; init; }

    public string? SizeFit { get; init; }

    public string? OrderStatus { get; init; }

    public bool HasVideo { get; init; }

    public bool IsSuspicious { get; init; }

    public string? Answer { get; init; }

    /// <summary>Who approved the answer; null: it was not given at a desk.</summary>
    public string? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public bool CanAnswer { get; init; }

    public bool CanEdit { get; init; }
}
