using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Refit;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Cards;

/// <summary>The cards of one seller, in JSON: a list that is sorted by the last change, updates that overwrite, errors that come later.</summary>
internal sealed partial class FakeCardsApi : ICardsApi
{
    // What an update leaves as it is.
    private static readonly string[] Kept =
        ["nmID", "imtID", "nmUUID", "subjectID", "subjectName", "needKiz", "photos", "video", "wholesale", "tags", "createdAt"];

    private readonly List<(string Time, string BatchId, JsonObject Errors)> _errors = [];
    private readonly Queue<(int Looks, Action Work)> _work = new();
    private DateTimeOffset _now = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The cards by number, as WB would send them.</summary>
    public Dictionary<long, JsonObject> Cards { get; } = [];

    /// <summary>The trash by number.</summary>
    public Dictionary<long, JsonObject> Trash { get; } = [];

    /// <summary>What was asked: each request in a word.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Each update of a card as it came, in JSON.</summary>
    public List<JsonObject> Written { get; } = [];

    public List<CardsRequest> Requests { get; } = [];

    public List<Locale?> Locales { get; } = [];

    /// <summary>Called before the list is read, with the number of the request.</summary>
    public Action<int>? BeforeList { get; set; }

    public Action? BeforeWrite { get; set; }

    public Action? AfterWrite { get; set; }

    /// <summary>What the next reads of the list throw; <see langword="null"/>: nothing.</summary>
    public Queue<Exception?> ListFailures { get; } = [];

    /// <summary>What each reading of errors throws but the first; <see langword="null"/>: nothing.</summary>
    public Exception? ErrorsFailure { get; set; }

    /// <summary>What the next updates are answered with; then all are taken.</summary>
    public Queue<WriteAnswer> Answers { get; } = [];

    /// <summary>Articles that an update is refused for at once, and whether the answer names them.</summary>
    public Dictionary<string, bool> RefusedAtOnce { get; } = [];

    /// <summary>Articles that are refused after the update was accepted, with the words.</summary>
    public Dictionary<string, string[]> RefusedLater { get; } = [];

    /// <summary>After how many readings of the list an accepted update shows.</summary>
    public int LooksUntilShown { get; set; }

    /// <summary>What WB makes of a card on top of an update.</summary>
    public Action<JsonObject>? Normalize { get; set; }

    /// <summary>Changes the answer of the list before it is read.</summary>
    public Action<JsonObject>? Answer { get; set; }

    /// <summary>What becomes of a file.</summary>
    public Func<long, int, MultipartItem, Task<CardWriteResponse>>? Upload { get; set; }

    /// <summary>What becomes of links.</summary>
    public Func<ReplaceMediaRequest, Task<CardWriteResponse>>? Replace { get; set; }

    public int Count(string call) => Calls.Count(one => one.StartsWith(call, StringComparison.Ordinal));

    /// <summary>Creates a card, or changes it: it moves to the end of the list.</summary>
    public JsonObject Put(long nmId, Action<JsonObject>? change = null)
    {
        if (!Cards.TryGetValue(nmId, out JsonObject? card))
        {
            card = JsonNode.Parse(
                $$"""{"nmID":{{nmId}},"vendorCode":"a{{nmId}}","title":"Носки","characteristics":[{"id":1,"name":"Цвет","value":["красный"]}],"sizes":[{"chrtID":{{nmId + 1000000}},"skus":["b{{nmId}}"]}]}""")!.AsObject();
            Cards[nmId] = card;
        }

        change?.Invoke(card);
        card["updatedAt"] = Tick();
        return card;
    }

    public void Throw(long nmId)
    {
        if (Cards.Remove(nmId, out JsonObject? card))
        {
            card["trashedAt"] = Tick();
            Trash[nmId] = card;
        }
    }

    /// <summary>Lets time pass at WB.</summary>
    public void Wait(TimeSpan time) => _now += time;

    /// <summary>Adds errors about an article.</summary>
    public void AddErrors(string article, params string[] words)
    {
        // In whole seconds, and a later one can stand before an earlier one.
        string time = _now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        _errors.Add((time, $"batch{9999 - _errors.Count}", new JsonObject { [article] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) }));
    }

    /// <summary>Gives the errors that there are the time of now.</summary>
    public void TouchErrors()
    {
        for (int i = 0; i < _errors.Count; i++)
            _errors[i] = _errors[i] with { Time = _now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
    }

    public Task<CardsResponse> GetCardsAsync(CardsRequest request, Locale? locale = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CardsSettings settings = request.Settings!;
        string? search = settings.Filter!.TextSearch;
        Calls.Add(search is not null ? $"search {search}" : settings.Sort!.IsAscending == true ? "list" : "newest");
        Requests.Add(request);
        Locales.Add(locale);
        BeforeList?.Invoke(Requests.Count);
        if (ListFailures.TryDequeue(out Exception? failure) && failure is not null)
            throw failure;
        DoWork();
        Assert.Equal(CardPhotoFilter.Any, settings.Filter.Photos);
        bool isAscending = settings.Sort!.IsAscending == true;
        CardsCursor cursor = settings.Cursor!;
        (JsonObject[] page, JsonObject next) = PageOf(
            Cards.Values.Where(card => (search is null || card.ToJsonString().Contains(search, StringComparison.Ordinal)) && IsOfGroup(card, settings.Filter.ImtId)), "updatedAt", isAscending, cursor.UpdatedAt, cursor.NmId, cursor.Limit ?? 10);
        var answer = new JsonObject { ["cards"] = new JsonArray([.. page.Select(card => card.DeepClone())]), ["cursor"] = next };
        Answer?.Invoke(answer);
        return Task.FromResult(answer.Deserialize(CardsJsonContext.Default.CardsResponse)!);
    }

    public Task<TrashedCardsResponse> GetTrashedCardsAsync(TrashedCardsRequest request, Locale? locale = null, CancellationToken cancellationToken = default)
    {
        Calls.Add("trash");
        BeforeList?.Invoke(Calls.Count);
        Assert.True(request.Settings!.Sort!.IsAscending);
        TrashedCardsCursor cursor = request.Settings.Cursor!;
        string? search = request.Settings.Filter?.TextSearch;
        (JsonObject[] page, JsonObject next) = PageOf(
            Trash.Values.Where(card => search is null || card.ToJsonString().Contains(search, StringComparison.Ordinal)), "trashedAt", true, cursor.TrashedAt, cursor.NmId, cursor.Limit ?? 10);
        var answer = new JsonObject { ["cards"] = new JsonArray([.. page.Select(card => card.DeepClone())]), ["cursor"] = next };
        return Task.FromResult(answer.Deserialize(CardsJsonContext.Default.TrashedCardsResponse)!);
    }

    public Task<CardErrorsResponse> GetCardErrorsAsync(CardErrorsRequest request, Locale? locale = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add("errors");
        if (ErrorsFailure is not null && Count("errors") > 1)
            throw ErrorsFailure;
        bool isAscending = request.Order!.IsAscending == true;
        CardErrorsCursor cursor = request.Cursor!;
        var all = _errors.OrderBy(one => one.Time, StringComparer.Ordinal).ThenBy(one => one.BatchId, StringComparer.Ordinal).ToList();
        if (!isAscending)
            all.Reverse();
        if (cursor.UpdatedAt is { } after)
            all = [.. all.Where(one => string.CompareOrdinal(one.Time + one.BatchId, after + cursor.BatchId) * (isAscending ? 1 : -1) > 0)];
        var page = all.Take(cursor.Limit!.Value).ToList();
        var data = new JsonObject
        {
            ["items"] = new JsonArray([.. page.Select(one => new JsonObject { ["batchUUID"] = one.BatchId, ["updatedAt"] = one.Time, ["errors"] = one.Errors.DeepClone() })]),
            ["cursor"] = page.Count == 0 ? null : new JsonObject { ["next"] = page.Count < all.Count, ["updatedAt"] = page[^1].Time, ["batchUUID"] = page[^1].BatchId },
        };
        return Task.FromResult(new JsonObject { ["data"] = data, ["error"] = false }.Deserialize(CardsJsonContext.Default.CardErrorsResponse)!);
    }

    public Task<CardWriteResponse> UpdateCardsAsync(CardUpdate[] cards, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeWrite?.Invoke();
        Calls.Add($"write {cards.Length}");
        WriteAnswer answer = NextAnswer();
        CardUpdate[] refused = [.. cards.Where(card => RefusedAtOnce.ContainsKey(card.VendorCode))];
        if (refused.Length > 0)
        {
            throw new WildberriesBadRequestException("400")
            {
                StatusCode = HttpStatusCode.BadRequest,
                Delivery = Delivery.Refused,
                Detail = "some items are wrong",
                Errors = [.. refused.Where(card => RefusedAtOnce[card.VendorCode]).Select(card => $"{card.VendorCode}: missing: {{1}}")],
            };
        }

        JsonObject[] updates = [.. JsonSerializer.SerializeToNode(cards, CardsJsonContext.Default.CardUpdateArray)!.AsArray().Select(node => node!.AsObject())];
        Written.AddRange(updates);
        if (answer != WriteAnswer.Ignored)
        {
            _work.Enqueue((LooksUntilShown, () => Array.ForEach(updates, Apply)));
            if (LooksUntilShown == 0)
                DoWork();
        }

        AfterWrite?.Invoke();
        return answer == WriteAnswer.LostAfter
            ? throw new WildberriesServerException("502") { StatusCode = HttpStatusCode.BadGateway, Delivery = Delivery.Unknown }
            : Task.FromResult(new CardWriteResponse());
    }

    public Task<PingResponse> PingAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CardWriteResponse> MoveToTrashAsync(TrashRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CardWriteResponse> RecoverFromTrashAsync(TrashRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<BarcodesResponse> GenerateBarcodesAsync(BarcodesRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<CardWriteResponse> UploadMediaFileAsync(long nmId, int number, MultipartItem file, CancellationToken cancellationToken = default) => Upload!(nmId, number, file);

    public Task<CardWriteResponse> ReplaceMediaAsync(ReplaceMediaRequest request, CancellationToken cancellationToken = default) => Replace!(request);

    public Task<TagsResponse> GetTagsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TagWriteResponse> CreateTagAsync(TagRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TagWriteResponse> UpdateTagAsync(long tagId, TagRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TagWriteResponse> DeleteTagAsync(long tagId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TagWriteResponse> SetTagsAsync(SetTagsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<RecommendationsResponse> GetRecommendationsAsync(RecommendationsRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SetRecommendationsResponse> SetRecommendationsAsync(SetRecommendationsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    // More digits than a time holds: a cursor is to be given back to the letter.
    private string Tick()
    {
        _now += TimeSpan.FromTicks(1);
        return _now.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "5Z";
    }

    private static (JsonObject[] Page, JsonObject Cursor) PageOf(IEnumerable<JsonObject> cards, string time, bool isAscending, string? at, long? nmId, int limit)
    {
        int sign = isAscending ? 1 : -1;
        var sorted = cards.Select(card => (Card: card, Time: (string)card[time]!, NmId: (long)card["nmID"]!)).ToList();
        sorted.Sort((a, b) => sign * Compare(a.Time, a.NmId, b.Time, b.NmId));
        (JsonObject Card, string Time, long NmId)[] page =
            [.. sorted.Where(one => at is null || sign * Compare(one.Time, one.NmId, at, nmId ?? 0) > 0).Take(limit)];
        JsonObject cursor = page.Length == 0
            ? new JsonObject { ["updatedAt"] = "", ["nmID"] = 0, ["total"] = 0 }
            : new JsonObject { [time] = page[^1].Time, ["nmID"] = page[^1].NmId, ["total"] = page.Length };
        return ([.. page.Select(one => one.Card)], cursor);
    }

    private static int Compare(string time, long nmId, string otherTime, long otherNmId) =>
        string.CompareOrdinal(time, otherTime) is var byTime && byTime != 0 ? byTime : nmId.CompareTo(otherNmId);

    private WriteAnswer NextAnswer()
    {
        WriteAnswer answer = Answers.TryDequeue(out WriteAnswer next) ? next : WriteAnswer.Taken;
        switch (answer)
        {
            case WriteAnswer.LostBefore:
                throw new WildberriesConnectionException("lost") { Delivery = Delivery.Unknown };
            case WriteAnswer.NotSent:
                throw new WildberriesConnectionException("no connection") { Delivery = Delivery.NotSent };
            case WriteAnswer.Limited:
                throw new WildberriesRateLimitException("limit") { Delivery = Delivery.Refused, RetryAfter = TimeSpan.FromSeconds(7) };
            case WriteAnswer.TooLarge:
                throw new WildberriesRequestTooLargeException("413") { StatusCode = HttpStatusCode.RequestEntityTooLarge, Delivery = Delivery.Refused };
            case WriteAnswer.NoAccess:
                throw new WildberriesUnauthorizedException("401") { StatusCode = HttpStatusCode.Unauthorized, Delivery = Delivery.Refused };
            case WriteAnswer.Error:
                throw new WildberriesResponseException("error") { StatusCode = HttpStatusCode.OK, Delivery = Delivery.Answered, Detail = "Что-то не так" };
        }

        return answer;
    }

    private void DoWork()
    {
        for (int i = _work.Count; i > 0; i--)
        {
            (int looks, Action work) = _work.Dequeue();
            if (looks > 0)
                _work.Enqueue((looks - 1, work));
            else
                work();
        }
    }

    private void Apply(JsonObject update)
    {
        if (RefusedLater.TryGetValue((string)update["vendorCode"]!, out string[]? words))
        {
            AddErrors((string)update["vendorCode"]!, words);
            return;
        }

        Put((long)update["nmID"]!, card =>
        {
            JsonObject old = card.DeepClone().AsObject();
            foreach (string name in card.Select(member => member.Key).Where(name => !Kept.Contains(name)).ToArray())
                card.Remove(name);
            foreach ((string name, JsonNode? value) in update)
                card[name] = value?.DeepClone();
            foreach (JsonObject one in card["characteristics"]!.AsArray().Select(node => node!.AsObject()))
                one["name"] = "Характеристика";
            foreach (JsonObject document in (card["documents"]?["items"] as JsonArray ?? []).Select(node => node!.AsObject()))
                document["id"] = Guid.NewGuid().ToString();
            Normalize?.Invoke(card);
        });
    }

    internal enum WriteAnswer
    {
        Taken,
        Ignored,
        LostBefore,
        LostAfter,
        NotSent,
        Limited,
        TooLarge,
        NoAccess,
        Error,
    }
}
