using System.ComponentModel.DataAnnotations;
using System.Net;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// Cards of products: they are created, read, changed, merged, thrown into the trash and fetched back from it; with their pictures, tags and recommendations.
/// </summary>
/// <remarks>
/// WB accepts cards and works on them afterwards: an answer without an error does not mean that a card was created or changed. What it refused stands in
/// <see cref="GetCardErrorsAsync"/>. Until a new card has stocks and prices, up to 30 minutes can go by.
/// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
/// </remarks>
[WildberriesApi(typeof(ContentHost))]
[Area<Areas.Cards>]
public interface ICardsApi
{
    /// <summary>Checks that the host is reached and takes the token. Not for health checks: WB blocks callers that loop over it.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/connectionCheck"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>WB's time and <c>OK</c>.</returns>
    [Get("/ping")]
    [Operation(TokenCategory.None, OperationAccess.Read, Sandbox = true)]
    [RateLimit(3, 30, 99)]
    Task<PingResponse> PingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the cards, without those in the trash.</summary>
    /// <remarks>
    /// Give the cursor of each answer to the next request until it has fewer cards than the limit. In ascending order, the last cursor can be kept and asked later for
    /// what was created or changed since. Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="request">Order, filter and cursor.</param>
    /// <param name="locale">
    /// The language of names and of the values of characteristics; <see langword="null"/>: WB's default. What is to be written back is read in Russian. The sandbox
    /// has Russian only.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cards, and where the next page begins.</returns>
    [Post("/content/v2/get/cards/list")]
    [Operation(TokenCategory.Content, OperationAccess.Read, Sandbox = true)]
    [RateLimit(100, 60, 5)]
    Task<CardsResponse> GetCardsAsync([Body] CardsRequest request, Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the cards in the trash.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
    /// <param name="request">Order, filter and cursor.</param>
    /// <param name="locale">The language of names and of the values of characteristics; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cards, and where the next page begins.</returns>
    [Post("/content/v2/get/cards/trash")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<TrashedCardsResponse> GetTrashedCardsAsync(
        [Body] TrashedCardsRequest request, Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of what WB found wrong with cards that were to be created or changed, after it had accepted them.</summary>
    /// <remarks>
    /// A batch does not name its request: cards are found by their articles and the time. Errors of changes are in it, too.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="request">Order and cursor.</param>
    /// <param name="locale">The language of the subjects' names; <see langword="null"/>: WB's default. The sandbox does not know it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The batches, and where the next page begins.</returns>
    [Post("/content/v2/cards/error/list")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.CardLimitsAndErrors, Sandbox = true)]
    Task<CardErrorsResponse> GetCardErrorsAsync(
        [Body] CardErrorsRequest request, Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Overwrites cards: what is not sent is lost, the characteristics and the documents of a card included.</summary>
    /// <remarks>
    /// Read each card in Russian and begin with <see cref="Card.ToUpdate"/>. Sizes and barcodes are added and never taken away; pictures, video, tags,
    /// wholesale and the prices of sizes that are there stay as they are. WB cannot tell whether somebody else has changed the card meanwhile.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="cards">The cards, 1 to 3,000, at most 10 MB.</param>
    /// <param name="cancellationToken">Cancels the call; the cards may have been overwritten nevertheless.</param>
    /// <returns>
    /// That WB has accepted them. WB answers 400 and refuses all of them where it sees an error at once, 413 if the request is too large.
    /// </returns>
    [Post("/content/v2/cards/update")]
    [Operation(TokenCategory.Content, OperationAccess.Write, Sandbox = true)]
    [RateLimit(10, 60, 5)]
    Task<CardWriteResponse> UpdateCardsAsync([Body, Items(1, CardRules.MaxUpdates)] CardUpdate[] cards, CancellationToken cancellationToken = default);

    /// <summary>Merges cards with a card or a group, or separates them from their group.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
    /// <param name="request">The cards, of one subject, and where they are to go.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>That WB has done it. WB answers 400 if the group would have more than 30 cards, or the subjects differ, or a number is none.</returns>
    [Post("/content/v2/cards/moveNm")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<CardWriteResponse> MoveCardsAsync([Body] MoveCardsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Throws cards into the trash. They get another <see cref="Card.ImtId"/>, and are sold as long as there is stock of them.</summary>
    /// <remarks>
    /// After 30 days WB deletes those of which there is no stock. Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.
    /// </remarks>
    /// <param name="request">The cards, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>That WB has done it.</returns>
    [Post("/content/v2/cards/delete/trash")]
    [Operation(TokenCategory.Content, OperationAccess.Write, Sandbox = true)]
    [RateLimit(100, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<CardWriteResponse> MoveToTrashAsync([Body, Items(1, CardRules.MaxTrash)] TrashRequest request, CancellationToken cancellationToken = default);

    /// <summary>Fetches cards back from the trash. They keep the <see cref="Card.ImtId"/> that they got there.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listings"/>.</remarks>
    /// <param name="request">The cards, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>That WB has done it.</returns>
    [Post("/content/v2/cards/recover")]
    [Operation(TokenCategory.Content, OperationAccess.Write, Sandbox = true)]
    [RateLimit(3, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(2, 3600, 1, Tokens = TokenKinds.Base)]
    Task<CardWriteResponse> RecoverFromTrashAsync([Body, Items(1, CardRules.MaxTrash)] TrashRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates cards, one by one or merged.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
    /// <param name="groups">The cards, or groups of merged ones: 1 to 100, at most 10 MB.</param>
    /// <param name="cancellationToken">Cancels the call; the cards may be created nevertheless.</param>
    /// <returns>
    /// That WB has accepted them, with no id: a card is found by its article. WB answers 400, names the articles and refuses all of them where it sees an error at
    /// once, 413 if the request is too large.
    /// </returns>
    [Post("/content/v2/cards/upload")]
    [Operation(TokenCategory.Content, OperationAccess.Write, Sandbox = true)]
    [RateLimit(10, 60, 5)]
    Task<CardWriteResponse> CreateCardsAsync([Body, Items(1, CardRules.MaxGroups)] CardGroup[] groups, CancellationToken cancellationToken = default);

    /// <summary>Creates cards and merges them with a card or a group that there is.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
    /// <param name="request">The cards, 1 to 29, and with what they are merged.</param>
    /// <param name="cancellationToken">Cancels the call; the cards may be created nevertheless.</param>
    /// <returns>That WB has accepted them, as with <see cref="CreateCardsAsync"/>.</returns>
    [Post("/content/v2/cards/upload/add")]
    [Operation(TokenCategory.Content, OperationAccess.Write, Sandbox = true)]
    [RateLimit(10, 60, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 7200, 1, Tokens = TokenKinds.Base)]
    Task<CardWriteResponse> AddCardsAsync([Body] AddCardsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets how many cards the seller may have. What may still be created is their sum less the cards that there are, those in the trash included.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The limits.</returns>
    [Get("/content/v2/cards/limits")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.CardLimitsAndErrors, Sandbox = true)]
    Task<CardLimitsResponse> GetCardLimitsAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes barcodes for sizes of products that have none of their own.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
    /// <param name="request">How many.</param>
    /// <param name="cancellationToken">Cancels the call; barcodes may have been made nevertheless, and nobody gets them.</param>
    /// <returns>The barcodes.</returns>
    [Post("/content/v2/barcodes")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<BarcodesResponse> GenerateBarcodesAsync([Body] BarcodesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Uploads a picture or the video of a card.</summary>
    /// <remarks>
    /// Two uploads to one card at the same time lose pictures: upload one after the other. Pictures: JPG, PNG, BMP, WebP or GIF that does not move, at least 700 x 900
    /// pixels, at most 32 MB, at most 30 a card. Video: MOV or MP4, at most 50 MB, one a card.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.
    /// </remarks>
    /// <param name="nmId">The product's number at WB.</param>
    /// <param name="number">
    /// Which picture it is to be: one that is greater than the number of those that are there adds it, another takes that one's place. A video is always 1.
    /// </param>
    /// <param name="file">
    /// The file: a <see cref="ByteArrayPart"/>, a <see cref="StreamPart"/> or a <see cref="FileInfoPart"/>. A stream has to be one that can be sought, for it is read again
    /// after a 429; it is disposed of. The part's own name, if it has one, is to be <c>uploadfile</c>.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the file may have been taken nevertheless.</param>
    /// <returns>That WB has taken it.</returns>
    [Multipart]
    [Post("/content/v3/media/file")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Media, Sandbox = true)]
    Task<CardWriteResponse> UploadMediaFileAsync(
        [Header("X-Nm-Id")] long nmId,
        [Header("X-Photo-Number"), Range(1, int.MaxValue)] int number,
        [AliasAs("uploadfile")] MultipartItem file,
        CancellationToken cancellationToken = default);

    /// <summary>Replaces all pictures and the video of a card by files that WB fetches from links.</summary>
    /// <remarks>
    /// If one file is not as WB wants it (<see cref="UploadMediaFileAsync"/>), none is taken, though the answer has no error: look at the card.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.
    /// </remarks>
    /// <param name="request">The card, and all its files.</param>
    /// <param name="cancellationToken">Cancels the call; the files may have been replaced nevertheless.</param>
    /// <returns>That WB has accepted the links. WB answers 409 if it could not save some of them: the others may be there.</returns>
    [Post("/content/v3/media/save")]
    [Operation(
        TokenCategory.Content,
        OperationAccess.Write,
        LimitGroup = ContentHost.Media,
        Sandbox = true,
        UnclearStatus = HttpStatusCode.Conflict)]
    Task<CardWriteResponse> ReplaceMediaAsync([Body] ReplaceMediaRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets all tags of the seller.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tags.</returns>
    [Get("/content/v2/tags")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Tags, Sandbox = true)]
    Task<TagsResponse> GetTagsAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a tag. A seller has at most 15.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
    /// <param name="request">Its name and its colour.</param>
    /// <param name="cancellationToken">Cancels the call; the tag may have been created nevertheless.</param>
    /// <returns>
    /// That WB has done it, without the tag's id: it stands in <see cref="GetTagsAsync"/>. WB answers 400 if there are 15 already, or one of this name.
    /// </returns>
    [Post("/content/v2/tag")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Tags, Sandbox = true)]
    Task<TagWriteResponse> CreateTagAsync([Body] TagRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes the name and the colour of a tag.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
    /// <param name="tagId">The tag.</param>
    /// <param name="request">Its name and its colour: both are set.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>That WB has done it. If there is no such tag, WB answers 200 with an error, which becomes an exception.</returns>
    [Patch("/content/v2/tag/{id}")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Tags, Sandbox = true)]
    Task<TagWriteResponse> UpdateTagAsync([AliasAs("id")] long tagId, [Body] TagRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag, from all cards too.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
    /// <param name="tagId">The tag.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>That WB has done it. If there is no such tag, WB answers 200 with an error, which becomes an exception.</returns>
    [Delete("/content/v2/tag/{id}")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Tags, Sandbox = true)]
    Task<TagWriteResponse> DeleteTagAsync([AliasAs("id")] long tagId, CancellationToken cancellationToken = default);

    /// <summary>Sets which tags a card has: those that are not named are taken off.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
    /// <param name="request">The card, and all tags that it is to have.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>That WB has done it.</returns>
    [Post("/content/v2/tag/nomenclature/link")]
    [Operation(TokenCategory.Content, OperationAccess.Write, LimitGroup = ContentHost.Tags, Sandbox = true)]
    Task<TagWriteResponse> SetTagsAsync([Body] SetTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the products with what is recommended beside them. For personal and service tokens only.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsList"/>.
    /// </remarks>
    /// <param name="request">Filter and cursor.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The products, and where the next page begins.</returns>
    [Post("/api/content/v1/recommendations/list")]
    [Operation(TokenCategory.Content, OperationAccess.Read, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(100, 60, 5)]
    Task<RecommendationsResponse> GetRecommendationsAsync([Body] RecommendationsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds, replaces or deletes what is recommended beside products. For personal and service tokens only.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/recommendations/operation/postV1RecommendationsSet"/>.
    /// </remarks>
    /// <param name="request">The products, 1 to 5,000, with their recommendations.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out nevertheless.</param>
    /// <returns>What WB refused, product by product; or, with 208, that WB had this request already.</returns>
    [Post("/api/content/v1/recommendations/set")]
    [Operation(TokenCategory.Content, OperationAccess.Write, TokenKinds = TokenKinds.Personal | TokenKinds.Service)]
    [RateLimit(100, 60, 5)]
    Task<SetRecommendationsResponse> SetRecommendationsAsync([Body] SetRecommendationsRequest request, CancellationToken cancellationToken = default);
}
