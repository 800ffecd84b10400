using System.Runtime.CompilerServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Requests;
using Wildberries.Sdk.State;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What is done with claims every day: reading all of them, following new ones, deciding, looking at the buyers' pictures.</summary>
public static class BuyerReturnsApiExtensions
{
    private static readonly bool[] BothLists = [false, true];

    /// <summary>Reads all claims of the last 14 days over all pages: those under review, then those in the archive.</summary>
    /// <remarks>
    /// WB pages by position, and a claim that is decided meanwhile moves the rest up. So the pages overlap, and what is decided while the list is read comes from the archive: no claim is
    /// lost as long as WB keeps their order, which it does not promise, and each comes once, as it was when it was read first. Remembers the ids of all claims.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns/operation/getV1Claims"/>.
    /// </remarks>
    /// <param name="api">The claims.</param>
    /// <param name="isArchive"><see langword="true"/>: those in the archive; <see langword="false"/>: those under review; <see langword="null"/>: all.</param>
    /// <param name="nmId">The product whose claims to get; <see langword="null"/>: all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The claims. One whose id cannot be read comes as often as WB sends it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nmId"/> is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed, or WB's list does not lead on though it is not at its end.</exception>
    public static IAsyncEnumerable<Claim> StreamClaimsAsync(
        this IBuyerReturnsApi api, bool? isArchive = null, long? nmId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        if (nmId is { } id)
            Argument.Id(id, nameof(nmId));
        return ReadAsync(api, isArchive is { } list ? [list] : BothLists, nmId, cancellationToken);
    }

    /// <summary>
    /// Follows claims, without end unless <see cref="ClaimChangeStreamOptions.StopAtEnd"/> is set: at first all of the last 14 days, then each new one, and each again when it is decided, when
    /// what can be decided changes, or when WB has compared its IMEI. The first failure ends it unless <see cref="ClaimChangeStreamOptions.MaxOutage"/> is set.
    /// </summary>
    /// <remarks>
    /// WB has no cursor for claims, so both lists are read each time, and the store keeps which claims were given and as what. That is saved when the consumer, done with a
    /// claim, asks for the next one: one that stops or fails at a claim gets it again next time. What needs a decision has <see cref="ClaimStatus.UnderReview"/> and something in
    /// <see cref="Claim.Actions"/>: a claim comes again after your own decision, too, and a rejected one may still offer actions. Of claims that come at once the oldest comes first; WB is asked again meanwhile where the consumer is slow. Two changes of a claim between two readings are one. The store holds some
    /// 12,000 claims of the last 14 days; of more, the oldest come again. Run one stream at a time over one name.
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns/operation/getV1Claims"/>.
    /// </remarks>
    /// <param name="api">The claims.</param>
    /// <param name="store">Where is kept which claims were given.</param>
    /// <param name="sellerId">Whose claims they are: the seller's id, or another name that you give to the seller. Another one for each seller.</param>
    /// <param name="options">How often to ask, and which outages to survive; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>. A claim that was handled is saved first, if the store works.</param>
    /// <returns>The claims, each as it was when its list was read.</returns>
    /// <exception cref="ArgumentException"><paramref name="sellerId"/> or the name is not as <see cref="StateStoreLimits"/> says, or an option is out of range.</exception>
    /// <exception cref="WildberriesStateConflictException">Another reader has saved something under this name meanwhile.</exception>
    /// <exception cref="InvalidDataException">What is stored is something else.</exception>
    /// <exception cref="WildberriesApiException">
    /// A call failed for another reason than the rate limit, and did so for longer than <see cref="ClaimChangeStreamOptions.MaxOutage"/>.
    /// </exception>
    public static IAsyncEnumerable<Claim> StreamClaimChangesAsync(
        this IBuyerReturnsApi api, IStateStore store, string sellerId, ClaimChangeStreamOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new ClaimChangeStream(api, store, sellerId, options, ClientClock.Of(api)).ReadAsync(cancellationToken);
    }

    /// <summary>Decides about a claim, once: only if it allows that, and has not been decided since you read it. Money may go back to the buyer at once.</summary>
    /// <remarks>
    /// What the claim does not allow as you have it costs no request. Else it is read again just before, for WB takes a decision whoever has decided meanwhile. A moment remains in which somebody
    /// else can do so. After an answer that was lost nothing is sent again: the claim is looked at, three times within seven seconds. Calls about one claim come one after the other within a process.
    /// <para>
    /// A claim that is rejected may offer actions still. It is not decided anew by accident: say <paramref name="revisesRejection"/>, and give it as it is since the rejection, from
    /// <see cref="ClaimDecision.Claim"/> or read again.
    /// </para>
    /// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns/operation/patchV1Claim"/>.
    /// </remarks>
    /// <param name="api">The claims.</param>
    /// <param name="claim">The claim as you decided about it.</param>
    /// <param name="action">What is decided: one of <see cref="Claim.Actions"/>.</param>
    /// <param name="comment">
    /// What the buyer is told, 10 to 1,000 characters; <see langword="null"/>: nothing. <see cref="ClaimAction.RejectWithComment"/> demands it,
    /// <see cref="ClaimAction.ApproveShopReturn"/> may have it, other known actions may not.
    /// </param>
    /// <param name="revisesRejection">
    /// Whether a rejection that <paramref name="claim"/> shows already may be replaced. <see langword="false"/>: such a claim is <see cref="ClaimDecisionOutcome.AlreadyDecided"/>,
    /// and nothing is asked.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels the call. While the decision is on its way, it may have been taken nevertheless; cancelled while the claim is looked at after a lost answer, the call ends with
    /// <see cref="ClaimDecisionOutcome.Unknown"/>.
    /// </param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">The claim has no id, the action says nothing, or the comment is not as it must be.</exception>
    /// <exception cref="WildberriesApiException">
    /// The claim could not be read, or the decision was certainly not taken for a reason that has nothing to do with it: the rate limit, the token, no connection.
    /// </exception>
    public static Task<ClaimDecision> DecideAsync(
        this IBuyerReturnsApi api, Claim claim, ClaimAction action, string? comment = null, bool revisesRejection = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(claim);
        Argument.Text(claim.Id, name: nameof(claim));
        Argument.Text(action.Value, name: nameof(action));
        if (comment is not null)
            Argument.Message(comment, UpdateClaimRequest.MinComment, UpdateClaimRequest.MaxComment, nameof(comment));
        TimeProvider clock = ClientClock.Of(api);
        var request = new UpdateClaimRequest { Id = claim.Id, Action = action, Comment = comment };
        ((ICheckedRequest)request).Check(clock, nameof(comment));
        return new ClaimDecider(api, clock).DecideAsync(claim, request, revisesRejection, cancellationToken);
    }

    /// <summary>Downloads a photo or video of a claim into a stream, without the token, from hosts of WB's storage only.</summary>
    /// <remarks>
    /// What a link leads to is not taken on trust: it must stand for https on a known host, as must each redirect; the file must say that it is a picture or a video, must not
    /// be larger than you allow, and must keep coming.
    /// </remarks>
    /// <param name="api">The claims, from a client: its proxy, its handler and its emulator serve here, too.</param>
    /// <param name="link">A link of <see cref="Claim.Photos"/> or <see cref="Claim.Videos"/>.</param>
    /// <param name="destination">Where the file is written to as it arrives; it stays open. After a failure it may hold a part of the file.</param>
    /// <param name="options">How large the file may be; <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>What the file is and how long.</returns>
    /// <exception cref="ArgumentException">The link leads elsewhere, or the stream cannot be written to, or an option is out of range. Nothing was asked.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="api"/> comes from no client of the SDK.</exception>
    /// <exception cref="WildberriesNotFoundException">There is no such file, or no more.</exception>
    /// <exception cref="WildberriesResponseException">The file is too large, or no picture or video, or WB leads to another host.</exception>
    /// <exception cref="WildberriesApiException">The file could not be had.</exception>
    public static Task<DownloadedMedia> DownloadMediaAsync(
        this IBuyerReturnsApi api, string link, Stream destination, MediaDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return MediaDownload.RunAsync<IBuyerReturnsApi>(api, "BuyerReturns.DownloadMedia", link, destination, options, cancellationToken);
    }

    private static async IAsyncEnumerable<Claim> ReadAsync(
        IBuyerReturnsApi api, IReadOnlyList<bool> lists, long? nmId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (bool isArchive in lists)
        {
            IAsyncEnumerable<Claim> claims = ClaimPages.ReadAsync(
                (list, offset, token) => api.GetClaimsAsync(list, nmId: nmId, limit: ClaimPages.MaxPage, offset: offset, cancellationToken: token), isArchive, cancellationToken);
            await foreach (Claim claim in claims.ConfigureAwait(false))
            {
                if (claim.Id.Length == 0 || given.Add(claim.Id))
                    yield return claim;
            }
        }
    }
}
