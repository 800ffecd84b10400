using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// Changes any number of cards without losing anything of them: WB overwrites a card by what it is sent, so the whole card is read, changed and written back, with the
/// documents, characteristics and sizes, and with members that this version does not know. Safe for use by many threads.
/// </summary>
/// <remarks>
/// <para>
/// A few cards are found by search, many by one pass over the list; they are read in Russian, as their values must be written. A card that WB would refuse after the edit, or
/// of which the edit asks what an update cannot do (pictures, video, tags, wholesale, another subject or number; a size more or a size or barcode less), is
/// <see cref="CardEditOutcome.Refused"/> and not sent; the others are. A new size needs a price, which a card does not have: add it with
/// <see cref="ICardsApi.UpdateCardsAsync"/>.
/// </para>
/// <para>
/// WB cannot be told to write only what nobody else has changed. Just before each request all changes since the cards were read are read, by their
/// <see cref="Card.UpdatedAt"/>: a card that somebody has changed is edited once more as it is now. What is changed while the request is on its way, or changed at WB and not yet shown
/// in its list, is overwritten: that window remains.
/// </para>
/// <para>
/// WB accepts cards and works on them afterwards. A card counts as changed only if WB shows all that was to be changed; what WB writes into the list of errors about its
/// article, after it was sent, makes it refused. The same error of the same article from a request of somebody else at the same time cannot be told apart.
/// </para>
/// <para>
/// Up to 3,000 cards and 10 MB go in a request. Of cards that WB refuses at once, those that it names are set apart and the others sent once more; where it names none, halves
/// tell which they are. A request whose answer was lost is not sent again: the cards are read, and what they do not show is <see cref="CardEditOutcome.Unknown"/>. Every
/// exception that ends a call has what is known of each card in <see cref="CardEditExceptionExtensions.GetCardEditResult"/>.
/// </para>
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
/// </remarks>
public sealed class CardEditor
{
    private readonly ICardsApi _api;
    private readonly CardEditOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates an editor.</summary>
    /// <param name="api">The cards.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentException">An option is not as <see cref="CardEditOptions"/> says.</exception>
    public CardEditor(ICardsApi api, CardEditOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        _api = api;
        _options = (options ?? new CardEditOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(api);
    }

    /// <summary>Changes cards.</summary>
    /// <param name="nmIds">The products' numbers at WB, as many as you like; one that is named twice counts once.</param>
    /// <param name="edit">What the card is to be, made of the card as it is. It may be called more than once for a card.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">A number is not positive. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The edit gave no card.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardEditOptions.MaxWait"/> was over before all cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public async Task<CardEditResult> EditAsync(
        IEnumerable<long> nmIds, Func<Card, Card> edit, IProgress<CardEditProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        EditedCard[] cards = [.. Argument.Ids(nmIds).Select(nmId => new EditedCard(nmId))];
        ArgumentNullException.ThrowIfNull(edit);
        try
        {
            if (cards.Length > 0)
            {
                var time = new WaitingTime(_options.MaxWait, _timeProvider, "Cards.UpdateCards");
                await new CardEditRun(_api, cards, edit, _options, time, progress).RunAsync(cancellationToken).ConfigureAwait(false);
            }

            return Result();
        }
        catch (Exception exception)
        {
            exception.SetCardEditResult(Result());
            throw;
        }

        CardEditResult Result() => new() { IsDryRun = _options.DryRun, Rows = [.. cards.Select(card => card.ToRow())] };
    }
}
