using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Cards;

/// <content>Creating cards.</content>
public static partial class CardsApiExtensions
{
    /// <summary>Tells what is wrong with new cards, and sends nothing. The characteristics of a subject are asked for once, however many cards it has.</summary>
    /// <param name="api">The cards.</param>
    /// <param name="groups">The cards, single ones or groups that are merged, as many as you like.</param>
    /// <param name="directories">The characteristics of subjects; <see langword="null"/>: cards are checked without them.</param>
    /// <param name="options">Whether the seller's limits are checked, too; <see langword="null"/>: they are not.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What is wrong with which card.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>, or an option is out of range.</exception>
    /// <exception cref="WildberriesApiException">A call failed: for the characteristics of a subject, or for the limits.</exception>
    public static Task<CardCheckResult> CheckAsync(
        this ICardsApi api,
        IEnumerable<CardGroup> groups,
        DirectoryCache? directories,
        CardCreationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new CardCreator(api, directories, options).CheckAsync(groups, cancellationToken);

    /// <summary>
    /// Creates any number of cards: checks them, sends those that are right, and follows each until WB shows it, refuses it, or the time is over. <see cref="CardCreator"/> says how.
    /// </summary>
    /// <param name="api">The cards.</param>
    /// <param name="groups">The cards, single ones or groups that are merged, as many as you like.</param>
    /// <param name="directories">The characteristics of subjects; <see langword="null"/>: cards are checked without them.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told what is known each time when there is something new, also just before a request is sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>, or an option is out of range. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardCreationOptions.MaxWait"/> was over before all cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="CardCreationExceptionExtensions.GetCardCreation"/> has what is known of each card.</exception>
    public static Task<CardCreation> CreateAndWaitAsync(
        this ICardsApi api,
        IEnumerable<CardGroup> groups,
        DirectoryCache? directories,
        CardCreationOptions? options = null,
        IProgress<CardCreation>? progress = null,
        CancellationToken cancellationToken = default) =>
        new CardCreator(api, directories, options).CreateAndWaitAsync(groups, progress, cancellationToken);

    /// <summary>Creates cards and merges them with a card or a group that there is: <see cref="CardCreator.AttachAndWaitAsync"/>.</summary>
    /// <param name="api">The cards.</param>
    /// <param name="imtId">The card or the group: <see cref="Card.ImtId"/>.</param>
    /// <param name="cards">The new cards: with those that are in the group at most 30.</param>
    /// <param name="directories">The characteristics of subjects; <see langword="null"/>: cards are checked without them.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException"><paramref name="imtId"/> is not positive, or an option is out of range. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardCreationOptions.MaxWait"/> was over before the cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="CardCreationExceptionExtensions.GetCardCreation"/> has what is known of each card.</exception>
    public static Task<CardCreation> AttachAndWaitAsync(
        this ICardsApi api,
        long imtId,
        IEnumerable<NewCard> cards,
        DirectoryCache? directories,
        CardCreationOptions? options = null,
        IProgress<CardCreation>? progress = null,
        CancellationToken cancellationToken = default) =>
        new CardCreator(api, directories, options).AttachAndWaitAsync(imtId, cards, progress, cancellationToken);

    /// <summary>Goes on where a creation was broken off, and sends nothing: <see cref="CardCreator.WaitForCardsAsync"/>.</summary>
    /// <param name="api">The cards.</param>
    /// <param name="soFar">What is known: of an exception, of a report, or stored before a restart.</param>
    /// <param name="options">How it waits; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="WildberriesApiException">A call failed. <see cref="CardCreationExceptionExtensions.GetCardCreation"/> has what is known of each card.</exception>
    public static Task<CardCreation> WaitForCardsAsync(
        this ICardsApi api,
        CardCreation soFar,
        CardCreationOptions? options = null,
        IProgress<CardCreation>? progress = null,
        CancellationToken cancellationToken = default) =>
        new CardCreator(api, null, options).WaitForCardsAsync(soFar, progress, cancellationToken);
}
