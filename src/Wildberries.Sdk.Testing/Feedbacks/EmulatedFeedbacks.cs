using System.Security.Cryptography;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The reviews of buyers, the answers to them, and the pinned ones. May be used from any thread, also while requests are served.</summary>
/// <remarks>
/// As at WB, an answer is taken with 204 whatever becomes of it: <see cref="Sent"/> tells. WB's documents do not say what becomes of a second answer; here the
/// first one stays. Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/feedbacks"/>.
/// </remarks>
public sealed partial class EmulatedFeedbacks
{
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromDays(30);
    private static readonly TimeSpan TimeToEdit = TimeSpan.FromDays(60);

    // The smallest picture: the cover of every video.
    private static readonly byte[] Cover = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly PublicFiles _files;
    private readonly Dictionary<string, State> _feedbacks = new(StringComparer.Ordinal);
    private readonly List<EmulatedAnswer> _sent = [];
    private Action<EmulatedAnswer>? _onSellerAnswer;
    private TimeSpan _moderationTime;
    private int _lastNumber;
    private int _lastPhoto = 150_887_000;

    internal EmulatedFeedbacks(TimeProvider time, PublicFiles files)
    {
        _time = time;
        _files = files;
    }

    /// <summary>The reviews as they are now, the newest first.</summary>
    public IReadOnlyList<EmulatedFeedback> All
    {
        get
        {
            lock (_lock)
                return [.. Newest(_time.GetUtcNow())];
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

    /// <summary>
    /// How long WB looks at an answer before it shows it, by the emulator's clock; for answers from now on. Let it reject one with <see cref="RejectAnswer"/>.
    /// </summary>
    /// <value>The default is zero: answers are shown at once.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ModerationTime
    {
        get
        {
            lock (_lock)
                return _moderationTime;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_lock)
                _moderationTime = value;
        }
    }

    /// <summary>A buyer writes a review.</summary>
    /// <param name="feedback">The review.</param>
    /// <param name="at">When, if not now.</param>
    /// <returns>The review as it is kept: with its id.</returns>
    /// <exception cref="ArgumentException">The id is taken, the review that it goes on from is not there, or the stars are not from 1 to 5.</exception>
    public EmulatedFeedback BuyerWrites(EmulatedFeedback feedback, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (feedback.Stars is < 1 or > 5)
            throw new ArgumentException($"A review has 1 to 5 stars, not {feedback.Stars}.", nameof(feedback));
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            string id = feedback.Id.Length > 0 ? feedback.Id : NewId();
            if (_feedbacks.ContainsKey(id))
                throw new ArgumentException($"There is a review \"{id}\" already.", nameof(feedback));
            State? parent = feedback.ParentId is { } parentId ? Existing(parentId) : null;
            var state = new State(feedback with
            {
                Id = id,
                ImtId = feedback.ImtId > 0 ? feedback.ImtId : feedback.NmId,
                CreatedAt = at ?? now,
                Number = ++_lastNumber,
                PhotoAddresses = [.. feedback.Photos.Select(KeepPhoto)],
                VideoAddresses = feedback.Video is { } video ? KeepVideo(video) : null,
            });
            _feedbacks.Add(id, state);
            if (parent is not null)
                parent.Feedback = parent.Feedback with { ChildId = id };
            return Snapshot(state, now);
        }
    }

    /// <summary>Finds a review.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <returns>The review as it is now, or <see langword="null"/>.</returns>
    public EmulatedFeedback? Find(string feedbackId)
    {
        ArgumentNullException.ThrowIfNull(feedbackId);
        lock (_lock)
            return _feedbacks.TryGetValue(feedbackId, out State? state) ? Snapshot(state, _time.GetUtcNow()) : null;
    }

    /// <summary>The buyer, or WB, takes a review away; WB unpins it.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string feedbackId)
    {
        ArgumentNullException.ThrowIfNull(feedbackId);
        lock (_lock)
        {
            UnpinAll(pin => pin.FeedbackId == feedbackId, "sysNoratingUnpinned");
            return _feedbacks.Remove(feedbackId);
        }
    }

    /// <summary>The seller looks at a review in the portal.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <exception cref="ArgumentException">There is no such review.</exception>
    public void SellerViews(string feedbackId)
    {
        ArgumentNullException.ThrowIfNull(feedbackId);
        lock (_lock)
        {
            State state = Existing(feedbackId);
            state.Feedback = state.Feedback with { WasViewed = true };
        }
    }

    /// <summary>The seller answers a review in the portal, past the API.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <param name="text">The answer.</param>
    /// <param name="at">When, if not now.</param>
    /// <exception cref="ArgumentException">There is no such review.</exception>
    /// <exception cref="InvalidOperationException">It is answered.</exception>
    public void SellerAnswers(string feedbackId, string text, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(feedbackId);
        ArgumentNullException.ThrowIfNull(text);
        lock (_lock)
        {
            if (!TryAnswer(Existing(feedbackId), text, at ?? _time.GetUtcNow()))
                throw new InvalidOperationException($"The review \"{feedbackId}\" is answered.");
        }
    }

    /// <summary>WB's moderation rejects the answer to a review, be it shown already or not.</summary>
    /// <param name="feedbackId">The review's id.</param>
    /// <exception cref="ArgumentException">There is no such review.</exception>
    /// <exception cref="InvalidOperationException">It is not answered.</exception>
    public void RejectAnswer(string feedbackId)
    {
        ArgumentNullException.ThrowIfNull(feedbackId);
        lock (_lock)
        {
            State state = Existing(feedbackId);
            if (state.Answer is null)
                throw new InvalidOperationException($"The review \"{feedbackId}\" has no answer.");
            state.IsAnswerRejected = true;
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

    /// <summary>Takes an answer from the API, or a change of one.</summary>
    internal void Receive(string feedbackId, string text, bool isEdit)
    {
        EmulatedAnswer answer;
        Action<EmulatedAnswer>? action;
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            bool isTaken = _feedbacks.TryGetValue(feedbackId, out State? state) && (isEdit ? TryEdit(state, text, now) : TryAnswer(state, text, now));
            answer = new EmulatedAnswer { Id = feedbackId, Text = text, Time = now, IsEdit = isEdit, IsTaken = isTaken };
            _sent.Add(answer);
            action = _onSellerAnswer;
        }

        action?.Invoke(answer);
    }

    /// <summary>Asks a product back; <see langword="null"/>: there is no such review.</summary>
    internal bool? RequestReturn(string feedbackId)
    {
        lock (_lock)
        {
            if (!_feedbacks.TryGetValue(feedbackId, out State? state))
                return null;
            if (!state.Feedback.CanRequestReturn)
                return false;
            state.Feedback = state.Feedback with { CanRequestReturn = false, ReturnRequestedAt = _time.GetUtcNow() };
            return true;
        }
    }

    /// <summary>A new id of a review or a question in WB's shape.</summary>
    internal static string NewId() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 20);

    private bool TryAnswer(State state, string text, DateTimeOffset at)
    {
        if (state.Answer is not null)
            return false;
        (state.Answer, state.AnsweredAt, state.ShownAt) = (text, at, at + _moderationTime);
        state.Feedback = state.Feedback with { WasViewed = true };
        return true;
    }

    private bool TryEdit(State state, string text, DateTimeOffset at)
    {
        if (!state.IsEditable(at))
            return false;
        (state.Answer, state.IsEdited, state.IsAnswerRejected, state.ShownAt) = (text, true, false, at + _moderationTime);
        return true;
    }

    private (string Full, string Small) KeepPhoto(ReadOnlyMemory<byte> content)
    {
        int number = ++_lastPhoto;
        string folder = $"feedback04/vol{number / 100_000}/part{number / 1000}/{number}/photos";
        return (_files.Add($"{folder}/fs.webp", "image/webp", content), _files.Add($"{folder}/ms.webp", "image/webp", content));
    }

    private (string Cover, string Playlist) KeepVideo(ReadOnlyMemory<byte> content)
    {
        string folder = $"videofeedback01/{Guid.NewGuid()}";
        _files.Add($"{folder}/0.ts", "video/mp2t", content);
        byte[] playlist = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\n0.ts\n#EXT-X-ENDLIST\n"u8.ToArray();
        return (_files.Add($"{folder}/preview.webp", "image/webp", Cover), _files.Add($"{folder}/index.m3u8", "application/vnd.apple.mpegurl", playlist));
    }

    private IEnumerable<EmulatedFeedback> Newest(DateTimeOffset now) =>
        _feedbacks.Values.Select(state => Snapshot(state, now)).OrderByDescending(f => f.CreatedAt).ThenByDescending(f => f.Number);

    private State Existing(string feedbackId) => _feedbacks.TryGetValue(feedbackId, out State? state)
        ? state
        : throw new ArgumentException($"There is no review \"{feedbackId}\".", nameof(feedbackId));

    private static EmulatedFeedback Snapshot(State state, DateTimeOffset now)
    {
        EmulatedFeedback feedback = state.Feedback;
        bool isBlank = (feedback.Text + feedback.Pros + feedback.Cons).Length == 0 && feedback.Photos.Count == 0;
        return feedback with
        {
            IsArchived = state.Answer is not null || isBlank || now - feedback.CreatedAt >= TimeToAnswer,
            Answer = state.Answer,
            AnsweredAt = state.AnsweredAt,
            AnswerState = state.Answer is null ? null : state.IsAnswerRejected ? "rejected" : now < state.ShownAt ? "reviewRequired" : "wbRu",
            IsAnswerEditable = state.IsEditable(now),
        };
    }

    private sealed class State(EmulatedFeedback feedback)
    {
        public EmulatedFeedback Feedback { get; set; } = feedback;

        public string? Answer { get; set; }

        public DateTimeOffset? AnsweredAt { get; set; }

        public DateTimeOffset ShownAt { get; set; }

        public bool IsEdited { get; set; }

        public bool IsAnswerRejected { get; set; }

        public bool IsEditable(DateTimeOffset now) => !IsEdited && now - AnsweredAt <= TimeToEdit;
    }
}
