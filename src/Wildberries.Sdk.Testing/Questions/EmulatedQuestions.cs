namespace Wildberries.Sdk.Testing;

/// <summary>The questions of buyers, and the answers to them. May be used from any thread, also while requests are served.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/questions"/>.</remarks>
public sealed class EmulatedQuestions
{
    private static readonly TimeSpan TimeToEdit = TimeSpan.FromDays(60);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, EmulatedQuestion> _questions = new(StringComparer.Ordinal);
    private readonly List<EmulatedAnswer> _sent = [];
    private Action<EmulatedAnswer>? _onSellerAnswer;
    private int _lastNumber;

    internal EmulatedQuestions(TimeProvider time) => _time = time;

    /// <summary>The questions as they are now, the newest first.</summary>
    public IReadOnlyList<EmulatedQuestion> All
    {
        get
        {
            lock (_lock)
            {
                DateTimeOffset now = _time.GetUtcNow();
                return [.. _questions.Values.Select(q => Snapshot(q, now)).OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Number)];
            }
        }
    }

    /// <summary>The answers that arrived through the API, in the order of their arrival, with those that came to nothing.</summary>
    public IReadOnlyList<EmulatedAnswer> Sent
    {
        get
        {
            lock (_lock)
                return [.. _sent];
        }
    }

    /// <summary>A buyer asks.</summary>
    /// <param name="question">The question.</param>
    /// <param name="at">When, if not now.</param>
    /// <returns>The question as it is kept: with its id.</returns>
    /// <exception cref="ArgumentException">The id is taken.</exception>
    public EmulatedQuestion BuyerAsks(EmulatedQuestion question, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        lock (_lock)
        {
            string id = question.Id.Length > 0 ? question.Id : EmulatedFeedbacks.NewId();
            EmulatedQuestion kept = question with
            {
                Id = id,
                ImtId = question.ImtId > 0 ? question.ImtId : question.NmId,
                CreatedAt = at ?? _time.GetUtcNow(),
                Number = _lastNumber + 1,
            };
            if (!_questions.TryAdd(id, kept))
                throw new ArgumentException($"There is a question \"{id}\" already.", nameof(question));
            _lastNumber++;
            return kept;
        }
    }

    /// <summary>Finds a question.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>The question as it is now, or <see langword="null"/>.</returns>
    public EmulatedQuestion? Find(string questionId)
    {
        ArgumentNullException.ThrowIfNull(questionId);
        lock (_lock)
            return _questions.TryGetValue(questionId, out EmulatedQuestion? question) ? Snapshot(question, _time.GetUtcNow()) : null;
    }

    /// <summary>The buyer, or WB, takes a question away.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string questionId)
    {
        ArgumentNullException.ThrowIfNull(questionId);
        lock (_lock)
            return _questions.Remove(questionId);
    }

    /// <summary>The seller answers a question in the portal, past the API.</summary>
    /// <param name="questionId">The question's id.</param>
    /// <param name="text">The answer.</param>
    /// <param name="at">When, if not now.</param>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    /// <exception cref="InvalidOperationException">It is answered.</exception>
    public void SellerAnswers(string questionId, string text, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(questionId);
        ArgumentNullException.ThrowIfNull(text);
        lock (_lock)
        {
            if (!_questions.TryGetValue(questionId, out EmulatedQuestion? question))
                throw new ArgumentException($"There is no question \"{questionId}\".", nameof(questionId));
            if (question.Answer is not null)
                throw new InvalidOperationException($"The question \"{questionId}\" is answered.");
            _questions[questionId] = question with { Answer = text, AnsweredAt = at ?? _time.GetUtcNow(), WasViewed = true };
        }
    }

    /// <summary>Says whether the seller has looked at a question; whether there is one.</summary>
    internal bool View(string questionId, bool wasViewed)
    {
        lock (_lock)
        {
            if (!_questions.TryGetValue(questionId, out EmulatedQuestion? question))
                return false;
            _questions[questionId] = question with { WasViewed = wasViewed };
            return true;
        }
    }

    /// <summary>
    /// Does something after each answer that arrives through the API and before that request is answered, be the answer taken or not. What it throws is
    /// answered as 500.
    /// </summary>
    /// <param name="action">What to do; it is added to what was asked for before.</param>
    public void OnSellerAnswer(Action<EmulatedAnswer> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_lock)
            _onSellerAnswer += action;
    }

    /// <summary>Answers or rejects a question, or changes what was said: 200, 404 without a question, 422 if there is nothing more to be changed.</summary>
    internal int Receive(string questionId, string text, bool isRejection)
    {
        EmulatedAnswer answer;
        bool isThere;
        Action<EmulatedAnswer>? action;
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            EmulatedQuestion? question = _questions.GetValueOrDefault(questionId);
            isThere = question is not null;
            bool isEdit = question?.Answer is not null;
            bool isTaken = question is not null && (!isEdit || IsEditable(question, now));
            answer = new EmulatedAnswer { Id = questionId, Text = text, Time = now, IsEdit = isEdit, IsRejection = isRejection, IsTaken = isTaken };
            _sent.Add(answer);
            action = _onSellerAnswer;
            if (isTaken)
            {
                _questions[questionId] = question! with
                {
                    Answer = text,
                    AnsweredAt = question.AnsweredAt ?? now,
                    IsRejected = isRejection,
                    IsEdited = isEdit,
                    WasViewed = true,
                };
            }
        }

        action?.Invoke(answer);
        return answer.IsTaken ? 200 : isThere ? 422 : 404;
    }

    private static EmulatedQuestion Snapshot(EmulatedQuestion question, DateTimeOffset now) => question with { IsAnswerEditable = IsEditable(question, now) };

    private static bool IsEditable(EmulatedQuestion question, DateTimeOffset now) => !question.IsEdited && now - question.AnsweredAt <= TimeToEdit;
}
