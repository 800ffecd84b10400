using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Feedbacks;

namespace Wildberries.Sdk.Tests.Feedbacks;

/// <summary>The pins and the reviews of one seller, as far as helpers that write need them.</summary>
internal sealed class FakeFeedbacksApi : IFeedbacksApi
{
    private long _lastPin = 100;

    public SortedDictionary<long, Pin> Pins { get; } = [];

    public PinLimits? Limits { get; set; } = new() { Tariff = new PinLimit { PerUnit = 2, Total = 15, Remaining = 15 } };

    /// <summary>What was asked: each request in a word, writes with their rows.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Reviews that WB refuses to pin, and its word.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    /// <summary>Reviews and pins that WB's answer does not name.</summary>
    public HashSet<string> NotNamed { get; } = [];

    /// <summary>Pins that WB leaves as they are.</summary>
    public HashSet<long> Stuck { get; } = [];

    /// <summary>What writes throw before they are done.</summary>
    public Queue<Exception?> Failures { get; } = [];

    /// <summary>What writes throw when they are done.</summary>
    public Queue<Exception?> Losses { get; } = [];

    /// <summary>What readings throw.</summary>
    public Queue<Exception?> ReadFailures { get; } = [];

    public Feedback? Review { get; set; }

    public long Pinned(string feedbackId, PinPlace place, long nmId = 1, long imtId = 2)
    {
        Pins[++_lastPin] = new Pin
        {
            Id = _lastPin,
            FeedbackId = feedbackId,
            State = PinState.Pinned,
            Place = place,
            Method = PinMethod.Tariff,
            NmId = nmId,
            ImtId = imtId,
        };
        return _lastPin;
    }

    public Task<PinLimitsResponse> GetPinLimitsAsync(CancellationToken cancellationToken = default)
    {
        Read("limits");
        return Task.FromResult(new PinLimitsResponse { Limits = Limits });
    }

    public Task<PinsResponse> GetPinsAsync(
        PinState? state = null,
        PinPlace? pinOn = null,
        long? imtId = null,
        long? nmId = null,
        string? feedbackId = null,
        DateTimeOffset? dateFrom = null,
        DateTimeOffset? dateTo = null,
        long? next = null,
        int? limit = null,
        CancellationToken cancellationToken = default)
    {
        Read("pins");
        Pin[] rest = [.. Pins.Values.Where(pin => pin.Id > (next ?? 0) && (state is null || pin.State == state))];
        return Task.FromResult(new PinsResponse { Pins = [.. rest.Take(limit!.Value)], Next = rest.Length > limit ? rest[limit.Value - 1].Id : null });
    }

    public Task<CreatedPinsResponse> CreatePinsAsync(PinRequest[] requests, CancellationToken cancellationToken = default) =>
        WriteAsync($"pin {string.Join(' ', requests.Take(3).Select(row => row.FeedbackId))}", () => new CreatedPinsResponse
        {
            Results = [.. requests.Select(PinOne).Where(result => !NotNamed.Contains(result.FeedbackId))],
        });

    public Task<DeletedPinsResponse> DeletePinsAsync(long[] pinIds, CancellationToken cancellationToken = default) =>
        WriteAsync($"unpin {string.Join(' ', pinIds.Take(3))}", () => new DeletedPinsResponse
        {
            PinIds = [.. pinIds.Where(id => !Stuck.Contains(id) && Pins.Remove(id, out Pin? pin) && !NotNamed.Contains(pin.FeedbackId))],
        });

    public Task<FeedbackResponse> GetFeedbackAsync(string feedbackId, CancellationToken cancellationToken = default)
    {
        Read("review");
        return Task.FromResult(new FeedbackResponse
        {
            Data = Review ?? throw new WildberriesBadRequestException("422") { Delivery = Delivery.Refused, Detail = "Невозможно получить отзыв по id" },
        });
    }

    public Task<FeedbackReturnResponse> RequestReturnAsync(FeedbackReturnRequest request, CancellationToken cancellationToken = default) =>
        WriteAsync($"return {request.FeedbackId}", () =>
        {
            Review = Review! with { CanRequestReturn = false, ReturnRequestedAt = DateTimeOffset.UnixEpoch };
            return new FeedbackReturnResponse();
        });

    public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SellerRating> GetSellerRatingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<UnansweredFeedbacksResponse> GetUnansweredCountsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<FeedbackCountResponse> GetFeedbackCountAsync(
        bool isAnswered, long? dateFrom = null, long? dateTo = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<FeedbacksResponse> GetFeedbacksAsync(
        bool isAnswered,
        int take,
        int skip,
        long? nmId = null,
        FeedbackSort? sort = null,
        long? dateFrom = null,
        long? dateTo = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ArchivedFeedbacksResponse> GetArchivedFeedbacksAsync(
        int take, int skip, long? nmId = null, FeedbackSort? sort = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task CreateAnswerAsync(FeedbackAnswerRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task UpdateAnswerAsync(FeedbackAnswerRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<PinCountResponse> GetPinCountAsync(
        PinState? state = null,
        PinPlace? pinOn = null,
        long? imtId = null,
        long? nmId = null,
        string? feedbackId = null,
        DateTimeOffset? dateFrom = null,
        DateTimeOffset? dateTo = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private PinResult PinOne(PinRequest request)
    {
        var result = new PinResult { FeedbackId = request.FeedbackId, Place = request.Place, Method = request.Method };
        string? refusal = Refused.GetValueOrDefault(request.FeedbackId)
            ?? (Pins.Values.Any(pin => pin.FeedbackId == request.FeedbackId && pin.Place == request.Place) ? "alreadyPinned" : null);
        return refusal is null
            ? result with { PinId = Pinned(request.FeedbackId, request.Place) }
            : result with { HasErrors = true, Errors = [new PinError { Status = PinErrorStatus.From(refusal), Detail = $"WB says {refusal}" }] };
    }

    private void Read(string call)
    {
        Calls.Add(call);
        if (ReadFailures.TryDequeue(out Exception? failure) && failure is not null)
            throw failure;
    }

    private Task<T> WriteAsync<T>(string call, Func<T> work)
    {
        Calls.Add(call);
        if (Failures.TryDequeue(out Exception? failure) && failure is not null)
            return Task.FromException<T>(failure);
        T result = work();
        return Losses.TryDequeue(out Exception? loss) && loss is not null ? Task.FromException<T>(loss) : Task.FromResult(result);
    }
}
