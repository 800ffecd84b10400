using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <content>Changing cards.</content>
public static partial class CardsApiExtensions
{
    /// <summary>
    /// Changes cards without losing anything of them: reads each whole card, applies your change, writes the whole card back, reads it again, and accounts for every
    /// card. <see cref="CardEditor"/> says how.
    /// </summary>
    /// <param name="api">The cards.</param>
    /// <param name="nmIds">The products' numbers at WB, as many as you like; one that is named twice counts once.</param>
    /// <param name="edit">
    /// What the card is to be, made of the card as it is: <c>card => card with { Title = "Warm socks" }</c>. It is called once more for a card that somebody else changes before
    /// it is sent.
    /// </param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">A number is not positive, or an option is out of range. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The edit gave no card.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardEditOptions.MaxWait"/> was over before all cards were sent.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed. <see cref="CardEditExceptionExtensions.GetCardEditResult"/> has what is known of each card.
    /// </exception>
    public static Task<CardEditResult> EditAsync(
        this ICardsApi api,
        IEnumerable<long> nmIds,
        Func<Card, Card> edit,
        CardEditOptions? options = null,
        IProgress<CardEditProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        new CardEditor(api, options).EditAsync(nmIds, edit, progress, cancellationToken);
}
