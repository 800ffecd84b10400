using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.Cards;

/// <summary>What is done with cards every day: reading all of them, following what changes, changing them without losing anything.</summary>
public static partial class CardsApiExtensions
{
    /// <summary>Reads all cards over all pages, those that were changed longest ago first. The trash is not among them.</summary>
    /// <remarks>
    /// WB's list is sorted by the time of the last change, and a card that is changed while it is read moves to the end: so none is lost, and one that was read already
    /// comes again there and is dropped. Each card comes once, as it was when it was read first. Remembers the numbers of all cards, some 20 bytes each.
    /// <para>
    /// That holds as far as WB's list does: a card that is thrown into the trash before its turn does not come, one that is fetched back from it comes if WB counts that
    /// as a change, and a filter holds for a card as it is when its page is read.
    /// </para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="filter">Which cards; <see langword="null"/>: all, with and without pictures.</param>
    /// <param name="locale">
    /// The language of names and of the values of characteristics; <see langword="null"/>: WB's default. What is to be written back is read in Russian.
    /// </param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The cards. One whose number cannot be read comes as often as WB sends it.</returns>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<Card> StreamCardsAsync(
        this ICardsApi api, CardsFilter? filter = null, Locale? locale = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return MovingList.ReadRowsAsync(
            CardPages.Read((request, token) => api.GetCardsAsync(request, locale, token), filter, null, cancellationToken), card => card.NmId, cancellationToken);
    }

    /// <summary>Reads all cards of the trash over all pages, those that came there longest ago first.</summary>
    /// <remarks>
    /// What <see cref="StreamCardsAsync"/> says of cards that change meanwhile holds here for those that come into the trash; one that is fetched back before its turn does
    /// not come. Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="filter">Which cards; <see langword="null"/>: all.</param>
    /// <param name="locale">The language of names and of the values of characteristics; <see langword="null"/>: WB's default.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The cards. One whose number cannot be read comes as often as WB sends it.</returns>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<TrashedCard> StreamTrashedCardsAsync(
        this ICardsApi api, TrashedCardsFilter? filter = null, Locale? locale = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return MovingList.ReadRowsAsync(
            CardPages.ReadTrash((request, token) => api.GetTrashedCardsAsync(request, locale, token), filter, cancellationToken), card => card.NmId, cancellationToken);
    }

    /// <summary>
    /// Follows cards that are created or changed, without end unless <see cref="ChangedCardStreamOptions.StopAtEnd"/> is set: at first all cards, then each as often as WB
    /// shows it changed. The first failure ends it unless <see cref="ChangedCardStreamOptions.MaxOutage"/> is set.
    /// </summary>
    /// <remarks>
    /// WB sorts the list by the time of the last change, and its cursor is the last card that was read: what is changed later comes after it. The store keeps the cursor and
    /// which cards of the page were given. That is saved when the consumer, done with a card, asks for the next one: one that stops or fails at a card gets it again next
    /// time, and no other. Two changes of a card between two answers of WB are one.
    /// <para>
    /// The cursor cannot tell two things. A card that goes into the trash just leaves the list: <see cref="StreamTrashedCardsAsync"/> has it. And if WB were to show a change
    /// only after a later one, the cursor would have passed it: read the whole list from time to time where that matters.
    /// </para>
    /// Run one stream at a time over one name. Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="store">Where the cursor is kept.</param>
    /// <param name="sellerId">Whose cards they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">How often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A card that was handled is saved first, if the store works.</param>
    /// <returns>The cards, each as it was when its page was read.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="ChangedCardStreamOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<Card> StreamChangedCardsAsync(
        this ICardsApi api, IStateStore store, string sellerId, ChangedCardStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new ChangedCardStream(api, store, sellerId, options, ClientClock.Of(api)).ReadAsync(cancellationToken);
    }
}
