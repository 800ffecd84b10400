using System.ComponentModel.DataAnnotations;
using Refit;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Operations.Hosts;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Directories;

/// <summary>
/// What cards of products are filled in from: parent categories, subjects with their characteristics, and the values that WB takes for colours, genders,
/// countries, seasons, VAT rates, HS codes (<c>ТНВЭД</c>), OKPD2 codes and brands. All of it is read-only, and changes seldom.
/// </summary>
/// <remarks>
/// Most methods share one limit with those that read cards. Source:
/// <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.
/// </remarks>
[WildberriesApi(typeof(ContentHost))]
[Area<Areas.Directories>]
public interface IDirectoriesApi
{
    /// <summary>Gets all parent categories of products, such as electronics.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The categories.</returns>
    [Get("/content/v2/object/parent/all")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<ParentCategoriesResponse> GetParentCategoriesAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the subjects: the kinds of products that a card can be of.</summary>
    /// <remarks>
    /// WB's default is a page of 30. Read on with a growing <paramref name="offset"/> until a page is empty.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.
    /// </remarks>
    /// <param name="name">A part of the subject's name, in any of the languages; <see langword="null"/>: any name.</param>
    /// <param name="parentId">The parent category: <see cref="ParentCategory.Id"/>; <see langword="null"/>: all.</param>
    /// <param name="limit">How many subjects at most: 1 to 1,000; <see langword="null"/>: 30.</param>
    /// <param name="offset">How many to skip; <see langword="null"/>: none.</param>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The subjects with their parent categories.</returns>
    [Get("/content/v2/object/all")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<SubjectsResponse> GetSubjectsAsync(
        string? name = null,
        [AliasAs("parentID")] long? parentId = null,
        [Range(1, 1_000)] int? limit = null,
        [Range(0, int.MaxValue)] int? offset = null,
        Locale? locale = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the characteristics of a subject: which there are, which a card must have, and what their values are.</summary>
    /// <remarks>
    /// The values of some of them have methods of their own: colours, genders, countries, seasons, VAT rates, HS codes.
    /// WB translates names and values: what is to be written into a card is read in Russian.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.
    /// </remarks>
    /// <param name="subjectId">The subject: <see cref="Subject.Id"/>.</param>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The characteristics.</returns>
    [Get("/content/v2/object/charcs/{subjectId}")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<SubjectCharacteristicsResponse> GetCharacteristicsAsync(
        long subjectId, Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the colours that a card can have.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The colours, each with the one that it is a shade of.</returns>
    [Get("/content/v2/directory/colors")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Characteristics, Sandbox = true)]
    Task<ColorsResponse> GetColorsAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the genders that a product can be for.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values of the characteristic.</returns>
    [Get("/content/v2/directory/kinds")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Characteristics, Sandbox = true)]
    Task<CharacteristicValuesResponse> GetGendersAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the countries that a product can come from.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The countries.</returns>
    [Get("/content/v2/directory/countries")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<CountriesResponse> GetCountriesAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the seasons that a product can be for.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values of the characteristic.</returns>
    [Get("/content/v2/directory/seasons")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Characteristics, Sandbox = true)]
    Task<CharacteristicValuesResponse> GetSeasonsAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the VAT rates that a product can have.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values of the characteristic: percents as texts such as <c>20</c>, and a text for products without VAT.</returns>
    [Get("/content/v2/directory/vat")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Characteristics, Sandbox = true)]
    Task<CharacteristicValuesResponse> GetVatRatesAsync(Locale? locale = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the HS codes that products of a subject can have, and whether products of a code need marking codes.</summary>
    /// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
    /// <param name="subjectId">The subject: <see cref="Subject.Id"/>.</param>
    /// <param name="search">A part of the code, digits only, its leading zeros included; <see langword="null"/>: all.</param>
    /// <param name="locale">The language of the names; <see langword="null"/>: WB's default. The sandbox has Russian only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The codes.</returns>
    [Get("/content/v2/directory/tnved")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<SubjectTnvedCodesResponse> GetSubjectTnvedCodesAsync(
        [AliasAs("subjectID")] long subjectId,
        string? search = null,
        Locale? locale = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets HS codes of all subjects, and what they stand for.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics/operation/getV2DirectoryTnvedAll"/>.
    /// </remarks>
    /// <param name="search">A part of the code, digits only, its leading zeros included; <see langword="null"/>: any code.</param>
    /// <param name="locale">
    /// The language of the descriptions: <see cref="Locale.Russian"/> or <see cref="Locale.English"/>; <see langword="null"/>: WB's default.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The codes with their descriptions.</returns>
    [Get("/api/content/v2/directory/tnved/all")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content, Sandbox = true)]
    Task<TnvedCodesResponse> GetTnvedCodesAsync(
        string? search = null,
        [AllowedValues("ru", "en")] Locale? locale = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the OKPD2 codes that products of a subject can have.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics/operation/getV2DirectoryOkpd"/>.
    /// </remarks>
    /// <param name="subjectId">The subject: <see cref="Subject.Id"/>.</param>
    /// <param name="search">What to look for; <see langword="null"/>: all.</param>
    /// <param name="locale">The language of the descriptions; <see cref="Locale.Russian"/> is all that WB has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The codes with their descriptions.</returns>
    [Get("/api/content/v2/directory/okpd")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content)]
    Task<Okpd2CodesResponse> GetSubjectOkpd2CodesAsync(
        long subjectId,
        string? search = null,
        [AllowedValues("ru")] Locale? locale = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets OKPD2 codes of all subjects.</summary>
    /// <remarks>
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics/operation/getV2DirectoryOkpdAll"/>.
    /// </remarks>
    /// <param name="search">
    /// A part of the code that WB can read as a number, such as <c>14.11</c>, its zeros included; <see langword="null"/>: any code.
    /// </param>
    /// <param name="locale">The language of the descriptions; <see cref="Locale.Russian"/> is all that WB has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The codes with their descriptions.</returns>
    [Get("/api/content/v2/directory/okpd/all")]
    [Operation(TokenCategory.Content, OperationAccess.Read, LimitGroup = ContentHost.Content)]
    Task<Okpd2CodesResponse> GetOkpd2CodesAsync(
        string? search = null,
        [AllowedValues("ru")] Locale? locale = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets a page of the brands that products of a subject can be of.</summary>
    /// <remarks>
    /// Where WB finds no brands it answers 404.
    /// Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.
    /// </remarks>
    /// <param name="subjectId">The subject: <see cref="Subject.Id"/>.</param>
    /// <param name="next"><see langword="null"/> for the first page, then <see cref="BrandsResponse.Next"/> of the page before.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The brands; a page without <see cref="BrandsResponse.Next"/> is the last one.</returns>
    [Get("/api/content/v1/brands")]
    [Operation(TokenCategory.Content, OperationAccess.Read)]
    [RateLimit(1, 1, 5, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
    [RateLimit(1, 3600, 1, Tokens = TokenKinds.Base)]
    Task<BrandsResponse> GetBrandsAsync(long subjectId, long? next = null, CancellationToken cancellationToken = default);
}
