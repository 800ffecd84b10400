using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// Creates any number of cards and accounts for each: checks them, sends those that are right in requests of WB's size, and follows WB's work to its end. Safe for use by many
/// threads.
/// </summary>
/// <remarks>
/// <para>
/// First all cards are checked (<see cref="NewCardRules"/>), and WB's list and the trash are read: a card whose article is there is <see cref="CardCreationOutcome.Exists"/> and not
/// sent. A group is created as a whole or not at all: where one of its cards is refused or exists, the others are not sent. WB can be at work on a card for minutes before a list shows
/// it, so after a failure do not give the same cards to <see cref="CreateAndWaitAsync"/> again, but to <see cref="ContinueAsync"/>, with what was known.
/// </para>
/// <para>
/// Up to 100 groups and 10 MB go in a request. Where WB refuses a request at once, it has created nothing of it: the groups that it names are refused in its words, and the others
/// are sent once more; where it names none, halves tell which they are. A request whose answer was lost is not sent again: the list, the trash and the list of errors are read, and
/// what they do not show is <see cref="CardCreationOutcome.Unknown"/>.
/// </para>
/// <para>
/// WB accepts cards and works on them afterwards. A card counts as created only if WB shows it; what WB writes into the list of errors about its article, after it was sent, makes
/// it refused. What somebody else sends with the same article at the same time cannot be told apart. Every exception that ends a call has what is known of each card in
/// <see cref="CardCreationExceptionExtensions.GetCardCreation"/>.
/// </para>
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.
/// </remarks>
public sealed class CardCreator
{
    private readonly ICardsApi _api;
    private readonly DirectoryCache? _directories;
    private readonly CardCreationOptions _options;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a creator.</summary>
    /// <param name="api">The cards.</param>
    /// <param name="directories">The characteristics of subjects; <see langword="null"/>: cards are checked without them.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="timeProvider">The clock for waits; <see langword="null"/>: that of the client that <paramref name="api"/> comes from.</param>
    /// <exception cref="ArgumentException">An option is not as <see cref="CardCreationOptions"/> says.</exception>
    public CardCreator(ICardsApi api, DirectoryCache? directories, CardCreationOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        _api = api;
        _directories = directories;
        _options = (options ?? new CardCreationOptions()).Checked(nameof(options));
        _timeProvider = timeProvider ?? ClientClock.Of(api);
    }

    /// <summary>Checks cards, and sends nothing.</summary>
    /// <param name="groups">The cards, as many as you like.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What is wrong with which card.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>.</exception>
    /// <exception cref="WildberriesApiException">A call failed: for the characteristics of a subject, or for the limits.</exception>
    public Task<CardCheckResult> CheckAsync(IEnumerable<CardGroup> groups, CancellationToken cancellationToken = default) =>
        new NewCardChecker(new CardLists(_api, null), _directories, _options.ChecksLimits).CheckAsync(NewCardRules.Groups(groups), cancellationToken);

    /// <summary>Creates cards, and waits until WB has decided about each.</summary>
    /// <param name="groups">The cards, single ones or groups that are merged, as many as you like.</param>
    /// <param name="progress">Told what is known each time when there is something new, also just before a request is sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card; none is <see cref="CardCreationOutcome.Processing"/>.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardCreationOptions.MaxWait"/> was over before all cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<CardCreation> CreateAndWaitAsync(
        IEnumerable<CardGroup> groups, IProgress<CardCreation>? progress = null, CancellationToken cancellationToken = default) =>
        CreateAsync(NewCardRules.Groups(groups), follows: true, progress, cancellationToken);

    /// <summary>Creates cards as <see cref="CreateAndWaitAsync"/> does, and comes back when they are sent.</summary>
    /// <param name="groups">The cards, single ones or groups that are merged, as many as you like.</param>
    /// <param name="progress">Told what is known each time when there is something new, also just before a request is sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What is known. Store it, and give it to <see cref="WaitForCardsAsync"/>.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardCreationOptions.MaxWait"/> was over before all cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<CardCreation> StartAsync(
        IEnumerable<CardGroup> groups, IProgress<CardCreation>? progress = null, CancellationToken cancellationToken = default) =>
        CreateAsync(NewCardRules.Groups(groups), follows: false, progress, cancellationToken);

    /// <summary>Creates cards, merges them with a card or a group that there is, and waits until WB has decided about each.</summary>
    /// <param name="imtId">The card or the group: <see cref="Card.ImtId"/>.</param>
    /// <param name="cards">The new cards: with those that are in the group at most 30. All of them are sent, or none.</param>
    /// <param name="progress">Told what is known each time when there is something new, also just before the request is sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card.</returns>
    /// <exception cref="ArgumentException"><paramref name="imtId"/> is not positive. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardCreationOptions.MaxWait"/> was over before the cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<CardCreation> AttachAndWaitAsync(
        long imtId, IEnumerable<NewCard> cards, IProgress<CardCreation>? progress = null, CancellationToken cancellationToken = default)
    {
        Argument.Id(imtId);
        ArgumentNullException.ThrowIfNull(cards);
        return AttachAsync(imtId, [.. cards], progress, cancellationToken);
    }

    /// <summary>Goes on where a creation was broken off: looks what became of the cards that were sent, or may have been. Sends nothing.</summary>
    /// <param name="soFar">What is known: of an exception, of a report, or stored before a restart.</param>
    /// <param name="progress">Told what is known each time when there is something new; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits.</param>
    /// <returns>What became of each card. <see cref="ContinueAsync"/> sends those that were not sent.</returns>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<CardCreation> WaitForCardsAsync(CardCreation soFar, IProgress<CardCreation>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return Call("Cards.GetCards", progress).WaitAsync(soFar, cancellationToken);
    }

    /// <summary>
    /// Goes on where a creation was broken off: looks what became of the cards that were sent, or may have been, and then creates those groups of which no card was sent, as
    /// <see cref="CreateAndWaitAsync"/> does.
    /// </summary>
    /// <remarks>
    /// What was created, exists, was refused or is <see cref="CardCreationOutcome.Unknown"/> is not sent again. That is as sure as what was stored: <paramref name="soFar"/> has to be the
    /// last that the progress of the call was told, and it was told before each request. Each of the two parts may take <see cref="CardCreationOptions.MaxWait"/>.
    /// </remarks>
    /// <param name="groups">The cards that were given then: the same articles in the same groups and order.</param>
    /// <param name="soFar">What is known: of an exception, of a report, or stored before a restart; <see langword="null"/>: this is the first call.</param>
    /// <param name="progress">Told what is known of all cards each time when there is something new, also just before a request is sent; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card, those of the earlier calls included.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>, or <paramref name="soFar"/> is of other cards. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardCreationOptions.MaxWait"/> was over before all cards were sent.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public Task<CardCreation> ContinueAsync(
        IEnumerable<CardGroup> groups, CardCreation? soFar, IProgress<CardCreation>? progress = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CardGroup> all = NewCardRules.Groups(groups);
        if (soFar?.Rows is { Count: > 0 })
            CheckSame(all, soFar);
        return RunAsync();

        async Task<CardCreation> RunAsync()
        {
            CardCreation? known = soFar is null ? null : await WaitForCardsAsync(soFar, progress, cancellationToken).ConfigureAwait(false);
            return await CreateAsync(all, follows: true, progress, cancellationToken, known).ConfigureAwait(false);
        }
    }

    private static void CheckSame(IReadOnlyList<CardGroup> groups, CardCreation soFar)
    {
        IReadOnlyList<CardCheckRow> given = NewCardRules.Check(groups, new Dictionary<long, IReadOnlyList<SubjectCharacteristic>>()).Rows;
        int same = 0;
        while (same < given.Count && same < soFar.Rows.Count
            && soFar.Rows[same] is { } row && (row.GroupIndex, row.VendorCode) == (given[same].GroupIndex, given[same].VendorCode))
            same++;
        if (same < given.Count || same < soFar.Rows.Count)
            throw new ArgumentException(FormattableString.Invariant($"It is of other cards: {soFar.Rows.Count} rows for {given.Count} cards, the first that differs is row {same}."), nameof(soFar));
    }

    private async Task<CardCreation> CreateAsync(
        IReadOnlyList<CardGroup> groups, bool follows, IProgress<CardCreation>? progress, CancellationToken cancellationToken, CardCreation? soFar = null)
    {
        CardCreationCall call = Call("Cards.CreateCards", progress);
        return await call.SendAsync(
            async () => new(groups, await call.Checker.CheckAsync(groups, cancellationToken).ConfigureAwait(false)),
            (part, token) => _api.CreateCardsAsync([.. part.Select(group => group.Group)], token),
            follows,
            cancellationToken,
            soFar).ConfigureAwait(false);
    }

    private async Task<CardCreation> AttachAsync(long imtId, NewCard[] cards, IProgress<CardCreation>? progress, CancellationToken cancellationToken)
    {
        CardCreationCall call = Call("Cards.AddCards", progress, imtId);
        return await call.SendAsync(
            async () => await call.Checker.CheckAsync(imtId, cards, cancellationToken).ConfigureAwait(false),
            (part, token) => _api.AddCardsAsync(new AddCardsRequest { ImtId = imtId, Cards = part[0].Group.Cards }, token),
            follows: true,
            cancellationToken).ConfigureAwait(false);
    }

    private CardCreationCall Call(string operation, IProgress<CardCreation>? progress, long? imtId = null) =>
        new(_api, _directories, _options, new WaitingTime(_options.MaxWait, _timeProvider, operation), progress, imtId);
}
