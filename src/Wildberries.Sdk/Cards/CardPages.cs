using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.Cards;

/// <summary>The pages of cards and of the trash, the oldest change first, and of the errors.</summary>
internal static class CardPages
{
    private static readonly CardsSort OldestFirst = new() { IsAscending = true };

    /// <summary>Reads pages of cards.</summary>
    /// <param name="get">Gets one.</param>
    /// <param name="filter">Which cards; <see langword="null"/>: all.</param>
    /// <param name="start">After which card to begin; <see langword="null"/>: with the first.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The pages.</returns>
    public static IAsyncEnumerable<MovingPage<Card, CardsCursor>> Read(
        Func<CardsRequest, CancellationToken, Task<CardsResponse>> get, CardsFilter? filter, CardsCursor? start, CancellationToken cancellationToken)
    {
        filter = All(filter);
        return MovingList.ReadPagesAsync<Card, CardsCursor>(
            "Cards.GetCards",
            start,
            async (cursor, token) =>
            {
                CardsCursor at = cursor ?? new CardsCursor { Limit = CardRules.MaxPage };
                var request = new CardsRequest { Settings = new CardsSettings { Sort = OldestFirst, Filter = filter, Cursor = at } };
                CardsResponse answer = await get(request, token).ConfigureAwait(false);
                return new(answer.Cards, CursorOf(answer.Cursor), IsLast("Cards.GetCards", answer, answer.Cards.Count, answer.Cursor?.Total, cursor is null));
            },
            cancellationToken);
    }

    /// <summary>Asks for the card that was changed last.</summary>
    public static CardsRequest Newest { get; } = new()
    {
        Settings = new CardsSettings { Sort = new CardsSort { IsAscending = false }, Filter = All(null), Cursor = new CardsCursor { Limit = 1 } },
    };

    /// <summary>Asks for the errors that came last.</summary>
    public static CardErrorsRequest NewestErrors { get; } = new()
    {
        Cursor = new CardErrorsCursor { Limit = CardRules.MaxPage },
        Order = new CardErrorsOrder { IsAscending = false },
    };

    /// <summary>Where to go on after a page of cards; <see langword="null"/>: WB does not say.</summary>
    public static CardsCursor? CursorOf(CardsNextCursor? next) => next is { UpdatedAt.Length: > 0, NmId: > 0 }
        ? new CardsCursor { Limit = CardRules.MaxPage, UpdatedAt = next.UpdatedAt, NmId = next.NmId }
        : null;

    /// <summary>Reads pages of the trash.</summary>
    public static IAsyncEnumerable<MovingPage<TrashedCard, TrashedCardsCursor>> ReadTrash(
        Func<TrashedCardsRequest, CancellationToken, Task<TrashedCardsResponse>> get, TrashedCardsFilter? filter, CancellationToken cancellationToken) =>
        MovingList.ReadPagesAsync<TrashedCard, TrashedCardsCursor>(
            "Cards.GetTrashedCards",
            null,
            async (cursor, token) =>
            {
                TrashedCardsCursor at = cursor ?? new TrashedCardsCursor { Limit = CardRules.MaxPage };
                var request = new TrashedCardsRequest { Settings = new TrashedCardsSettings { Sort = OldestFirst, Filter = filter, Cursor = at } };
                TrashedCardsResponse answer = await get(request, token).ConfigureAwait(false);
                TrashedCardsCursor? next = answer.Cursor is { TrashedAt.Length: > 0, NmId: > 0 } last ? at with { TrashedAt = last.TrashedAt, NmId = last.NmId } : null;
                return new(answer.Cards, next, IsLast("Cards.GetTrashedCards", answer, answer.Cards.Count, answer.Cursor?.Total, cursor is null));
            },
            cancellationToken);

    /// <summary>Reads pages of what WB found wrong, the newest first.</summary>
    public static IAsyncEnumerable<MovingPage<CardErrorBatch, CardErrorsCursor>> ReadErrors(
        Func<CardErrorsRequest, CancellationToken, Task<CardErrorsResponse>> get, CancellationToken cancellationToken) =>
        MovingList.ReadPagesAsync<CardErrorBatch, CardErrorsCursor>(
            "Cards.GetCardErrors",
            null,
            async (cursor, token) =>
            {
                CardErrorsCursor at = cursor ?? NewestErrors.Cursor!;
                CardErrors errors = (await get(NewestErrors with { Cursor = at }, token).ConfigureAwait(false)).Data ?? new CardErrors();
                bool hasNext = errors.Cursor?.HasNext ?? errors.Batches.Count >= CardRules.MaxPage;
                CardErrorsCursor? next = errors.Cursor is { UpdatedAt.Length: > 0, BatchId.Length: > 0 } last ? at with { UpdatedAt = last.UpdatedAt, BatchId = last.BatchId } : null;
                return new(errors.Batches, next, !hasNext);
            },
            cancellationToken);

    private static CardsFilter All(CardsFilter? filter) => (filter ?? new CardsFilter()) is var given && given.Photos is null
        ? given with { Photos = CardPhotoFilter.Any }
        : given;

    // WB counts the rows of the page. Nothing at all after a page that was not the last is no end, for WB says 0 there; and an error is none.
    private static bool IsLast(string operation, WildberriesModel answer, int rows, int? total, bool isFirst)
    {
        if (rows == 0 && Envelope.SpeaksOfError(answer))
            throw Envelope.Failure(operation, Envelope.ErrorTextOf(answer), Redaction.None);
        return rows == 0 ? total == 0 || (isFirst && total is null) : rows < CardRules.MaxPage && !(total >= CardRules.MaxPage);
    }
}
