using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <content>Merging and separating cards.</content>
public static partial class CardsApiExtensions
{
    /// <summary>
    /// Merges cards with a card or a group: looks first what WB would refuse (another subject, more than 30 together, the same characteristics), sends one request, and reads the
    /// cards until WB shows them there.
    /// </summary>
    /// <remarks>
    /// All cards are sent, or none: where one cannot be merged, the others are <see cref="CardMoveOutcome.NotSent"/>. A request whose answer was lost is not sent again: the cards' groups tell.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="imtId">The card or the group with which they are merged: <see cref="Card.ImtId"/>.</param>
    /// <param name="nmIds">The products' numbers at WB, 1 to 30; one that is named twice counts once.</param>
    /// <param name="maxWait">How long to wait for limits and outages, and, after the last request, until WB shows it; <see langword="null"/>: five minutes.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">A number is not positive, there are none or more than 30, or the wait is not from zero to a day. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="CardMoveExceptionExtensions.GetCardMoveResult"/> has what is known of each card.</exception>
    public static Task<CardMoveResult> MergeCardsAsync(
        this ICardsApi api, long imtId, IEnumerable<long> nmIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default)
    {
        Argument.Id(imtId);
        return Move(api, nmIds, 1, CardRules.MaxGroup, maxWait).MergeAsync(imtId, cancellationToken);
    }

    /// <summary>
    /// Takes cards out of their groups, each for itself: one request a card, for WB makes one new group of those that it gets together. A card that is alone already stays as it is.
    /// </summary>
    /// <remarks>
    /// What is known of a request whose answer was lost is read from the card's group; it is not sent again.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="nmIds">The products' numbers at WB, as many as you like; one that is named twice counts once.</param>
    /// <param name="maxWait">How long to wait for limits and outages, and, after the last request, until WB shows it; <see langword="null"/>: five minutes.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">A number is not positive, or the wait is not from zero to a day. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="CardMoveExceptionExtensions.GetCardMoveResult"/> has what is known of each card.</exception>
    public static Task<CardMoveResult> SeparateCardsAsync(
        this ICardsApi api, IEnumerable<long> nmIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default) =>
        Move(api, nmIds, 0, int.MaxValue, maxWait).SeparateAsync(cancellationToken);

    /// <summary>Takes cards out of their groups and makes one new group of them, in one request.</summary>
    /// <remarks>
    /// All cards are sent, or none, as with <see cref="MergeCardsAsync"/>.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="nmIds">The products' numbers at WB, 2 to 30; one that is named twice counts once.</param>
    /// <param name="maxWait">How long to wait for limits and outages, and, after the last request, until WB shows it; <see langword="null"/>: five minutes.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">A number is not positive, there are less than 2 or more than 30, or the wait is not from zero to a day. Nothing was sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="CardMoveExceptionExtensions.GetCardMoveResult"/> has what is known of each card.</exception>
    public static Task<CardMoveResult> SplitOffCardsAsync(
        this ICardsApi api, IEnumerable<long> nmIds, TimeSpan? maxWait = null, CancellationToken cancellationToken = default) =>
        Move(api, nmIds, 2, CardRules.MaxGroup, maxWait).SplitOffAsync(cancellationToken);

    private static CardMoveRun Move(ICardsApi api, IEnumerable<long> nmIds, int min, int max, TimeSpan? maxWait)
    {
        ArgumentNullException.ThrowIfNull(api);
        long[] ids = Argument.Ids(nmIds);
        Argument.Count(ids.Length, min, max, "cards", nameof(nmIds));
        return new CardMoveRun(api, ids, Argument.Wait(maxWait, TimeSpan.FromMinutes(5)), ClientClock.Of(api));
    }
}
