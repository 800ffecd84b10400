using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Cards;

/// <content>New cards, and groups of them.</content>
internal sealed partial class FakeCardsApi
{
    private long _lastNmId = 900_000;
    private long _lastImtId = 70_000;

    /// <summary>Of each request that creates cards, their articles: groups with a bar between them.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>How many bytes the largest request had.</summary>
    public int LargestRequest { get; private set; }

    /// <summary>How many cards the seller may have.</summary>
    public CardLimits? Limits { get; set; } = new() { FreeLimits = 100, PaidLimits = 0 };

    /// <summary>The numbers that each request moved, and where to.</summary>
    public List<(long[] NmIds, long? Target)> Moves { get; } = [];

    public Task<CardWriteResponse> CreateCardsAsync(CardGroup[] groups, CancellationToken cancellationToken = default)
    {
        Calls.Add($"create {groups.Length}");
        LargestRequest = Math.Max(LargestRequest, JsonSerializer.SerializeToUtf8Bytes(groups, CardsJsonContext.Default.CardGroupArray).Length);
        Assert.InRange(groups.Length, 1, 100);
        return Create([.. groups.Select(group => (group.SubjectId, group.Cards, (long?)null))], cancellationToken);
    }

    public Task<CardWriteResponse> AddCardsAsync(AddCardsRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add($"add {request.Cards.Count}");
        return Create([(0, request.Cards, request.ImtId)], cancellationToken);
    }

    public Task<CardLimitsResponse> GetCardLimitsAsync(CancellationToken cancellationToken = default)
    {
        Calls.Add("limits");
        return Task.FromResult(new CardLimitsResponse { Data = Limits });
    }

    public Task<CardWriteResponse> MoveCardsAsync(MoveCardsRequest request, CancellationToken cancellationToken = default)
    {
        Calls.Add($"move {request.NmIds.Count}");
        Moves.Add(([.. request.NmIds], request.TargetImtId));
        WriteAnswer answer = NextAnswer();
        long imtId = request.TargetImtId ?? ++_lastImtId;
        return Write(answer, () =>
        {
            foreach (long nmId in request.NmIds)
                Put(nmId, card => card["imtID"] = imtId);
        });
    }

    private Task<CardWriteResponse> Create((long SubjectId, IReadOnlyList<NewCard> Cards, long? ImtId)[] groups, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add(string.Join('|', groups.Select(group => string.Join(' ', group.Cards.Select(card => card.VendorCode)))));
        BeforeWrite?.Invoke();
        WriteAnswer answer = NextAnswer();
        string[] refused = [.. groups.SelectMany(group => group.Cards).Select(card => card.VendorCode).Where(RefusedAtOnce.ContainsKey)];
        if (refused.Length > 0)
        {
            throw new WildberriesBadRequestException("400")
            {
                StatusCode = HttpStatusCode.BadRequest,
                Delivery = Delivery.Refused,
                Detail = "some items are wrong",
                Errors = [.. refused.Where(article => RefusedAtOnce[article]).Select(article => $"{article}: missing: {{1}}")],
            };
        }

        return Write(answer, () =>
        {
            foreach ((long subjectId, IReadOnlyList<NewCard> cards, long? target) in groups)
            {
                long imtId = target ?? ++_lastImtId;
                foreach (NewCard card in cards)
                    Create(card, subjectId, imtId);
            }
        });
    }

    private void Create(NewCard card, long subjectId, long imtId)
    {
        if (RefusedLater.TryGetValue(card.VendorCode, out string[]? words))
        {
            AddErrors(card.VendorCode, words);
            return;
        }

        JsonObject json = JsonSerializer.SerializeToNode(card, CardsJsonContext.Default.NewCard)!.AsObject();
        Put(++_lastNmId, created =>
        {
            foreach ((string name, JsonNode? value) in json)
                created[name] = value?.DeepClone();
            created["imtID"] = imtId;
            created["subjectID"] = subjectId;
        });
    }

    private Task<CardWriteResponse> Write(WriteAnswer answer, Action work)
    {
        if (answer != WriteAnswer.Ignored)
        {
            _work.Enqueue((LooksUntilShown, work));
            if (LooksUntilShown == 0)
                DoWork();
        }

        AfterWrite?.Invoke();
        return answer == WriteAnswer.LostAfter
            ? throw new WildberriesServerException("502") { StatusCode = HttpStatusCode.BadGateway, Delivery = Delivery.Unknown }
            : Task.FromResult(new CardWriteResponse());
    }

    private static bool IsOfGroup(JsonObject card, long? imtId) => imtId is null || (long?)card["imtID"] == imtId;
}
