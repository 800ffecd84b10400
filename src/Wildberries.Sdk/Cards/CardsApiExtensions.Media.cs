using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <content>Pictures and videos of cards.</content>
public static partial class CardsApiExtensions
{
    /// <summary>
    /// Uploads pictures and videos to cards, from disk or from streams, and accounts for every file. All files are looked at before the first request; no file is ever held
    /// in memory.
    /// </summary>
    /// <remarks>
    /// Several cards are worked on at the same time, the files of one card one after the other: WB loses pictures that come to a card at once, so do not upload to the same
    /// card elsewhere meanwhile. A card of which a file does not fit gets none of its files. When a file of a card fails, the later ones of this card are not sent, for they
    /// would take its place; the other cards go on.
    /// <para>
    /// Each card is read first: a number that it has a picture of replaces this picture, the next one adds to them, and one that would leave a gap is unfit. After a
    /// 429 the file is sent again, whole. When an answer is lost, the card is looked at: a file that it does not show within <see cref="CardMediaOptions.Patience"/> is sent
    /// once more, under the same number, so that it cannot be there twice. When all files of a card are sent, it is read again.
    /// </para>
    /// A large file on a slow line needs longer than <see cref="WildberriesOptions.AttemptTimeout"/> allows: give more by <see cref="WildberriesCallOptions.AttemptTimeout"/>.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="cards">The cards with their files, as many as you like, each card once.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each file.</returns>
    /// <exception cref="ArgumentException">A card is named twice, or an option is out of range. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardMediaOptions.MaxWait"/> was over before all files were sent.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed. <see cref="CardMediaExceptionExtensions.GetCardMediaResult"/> has what is known of each file.
    /// </exception>
    public static async Task<CardMediaResult> UploadMediaAsync(
        this ICardsApi api,
        IEnumerable<CardMediaUpload> cards,
        CardMediaOptions? options = null,
        IProgress<CardMediaProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        CardMediaPlan[] plans =
        [
            .. Argument.Rows(cards, CardOf, _ => null, card => card.NmId, "product", nameof(cards)).Select(card => new CardMediaPlan(card)),
        ];
        options = (options ?? new CardMediaOptions()).Checked(nameof(options));
        try
        {
            await new CardMediaRun(api, plans, options, ClientClock.Of(api), progress).RunAsync(cancellationToken).ConfigureAwait(false);
            return Result();
        }
        catch (Exception exception)
        {
            exception.SetResult(Result());
            throw;
        }

        static string CardOf(CardMediaUpload card) => FormattableString.Invariant($"product {card.NmId}");

        CardMediaResult Result() => new() { Rows = [.. plans.SelectMany(plan => plan.Items).Select(item => item.ToRow())] };
    }

    /// <summary>
    /// Replaces all pictures and the video of cards by files that WB fetches from links, and looks at each card until it shows them.
    /// </summary>
    /// <remarks>
    /// WB answers before it has fetched the files, and if one of them is not as it should be, takes none and says nothing. So each card is read before and afterwards: what is
    /// said of it rests on how many pictures and videos it shows, and on whether it was changed at all. A link to a video is told by its ending, <c>.mp4</c> or <c>.mov</c>.
    /// Links are sent once: when an answer is lost, the card is looked at, and nothing is sent again.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.
    /// </remarks>
    /// <param name="api">The cards.</param>
    /// <param name="cards">The cards with their links, as many as you like, each card once.</param>
    /// <param name="options">How it works; <see langword="null"/>: the defaults.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/>: nobody is.</param>
    /// <param name="cancellationToken">Cancels the calls and the waits. What was sent stays at WB.</param>
    /// <returns>What became of each card. One whose links are no links, or too many, is <see cref="MediaReplacementOutcome.Unfit"/>.</returns>
    /// <exception cref="ArgumentException">A card is named twice, or an option is out of range. Nothing was sent.</exception>
    /// <exception cref="WildberriesTimeoutException"><see cref="CardMediaOptions.MaxWait"/> was over before all links were sent.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed. <see cref="CardMediaExceptionExtensions.GetMediaReplacementResult"/> has what is known of each card.
    /// </exception>
    public static async Task<MediaReplacementResult> ReplaceMediaAndWaitAsync(
        this ICardsApi api,
        IEnumerable<ReplaceMediaRequest> cards,
        CardMediaOptions? options = null,
        IProgress<CardMediaProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        MediaReplacementItem[] items =
        [
            .. Argument.Rows(cards, CardOf, _ => null, card => card.NmId, "product", nameof(cards)).Select(card => new MediaReplacementItem(card)),
        ];
        options = (options ?? new CardMediaOptions()).Checked(nameof(options));
        try
        {
            await new MediaReplacementRun(api, items, options, ClientClock.Of(api), progress).RunAsync(cancellationToken).ConfigureAwait(false);
            return Result();
        }
        catch (Exception exception)
        {
            exception.SetResult(Result());
            throw;
        }

        static string CardOf(ReplaceMediaRequest card) => FormattableString.Invariant($"product {card.NmId}");

        MediaReplacementResult Result() => new() { Rows = [.. items.Select(item => item.Row)] };
    }
}
