using System.Globalization;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>Words the message that offers a promo code to a buyer. It only makes the text; nothing is sent.</summary>
/// <remarks>
/// There is a template for each purpose in Russian and English; templates of your own replace them. An instance may be shared between threads.
/// </remarks>
public sealed class PromoMessageComposer
{
    private static readonly PromoMessageTemplate[] Defaults =
    [
        new()
        {
            Purpose = PromoCodePurposes.Loyalty,
            Language = PromoLanguage.Russian,
            Format = "Спасибо за добрые слова! Вот промокод {code}: скидка {percent} на {product}. Введите его в корзине, "
                + "он действует по {date} включительно (по московскому времени).",
        },
        new()
        {
            Purpose = PromoCodePurposes.Retention,
            Language = PromoLanguage.Russian,
            Format = "Нам очень жаль, что так вышло. Примите в качестве извинения промокод {code}: скидка {percent} на {product}. "
                + "Введите его в корзине, он действует по {date} включительно (по московскому времени).",
        },
        new()
        {
            Purpose = PromoCodePurposes.Conversion,
            Language = PromoLanguage.Russian,
            Format = "Если решите заказать, пригодится промокод {code}: скидка {percent} на {product}. Введите его в корзине, "
                + "он действует по {date} включительно (по московскому времени).",
        },
        new()
        {
            Purpose = PromoCodePurposes.Loyalty,
            Language = PromoLanguage.English,
            Format = "Thank you for your kind words! Here is the promo code {code}: {percent} off {product}. Enter it in the basket; "
                + "it works through {date} (Moscow time).",
        },
        new()
        {
            Purpose = PromoCodePurposes.Retention,
            Language = PromoLanguage.English,
            Format = "We are very sorry about this. Please accept the promo code {code} as an apology: {percent} off {product}. "
                + "Enter it in the basket; it works through {date} (Moscow time).",
        },
        new()
        {
            Purpose = PromoCodePurposes.Conversion,
            Language = PromoLanguage.English,
            Format = "If you decide to order, here is the promo code {code}: {percent} off {product}. Enter it in the basket; "
                + "it works through {date} (Moscow time).",
        },
    ];

    private static readonly string[] RussianMonths =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private readonly Dictionary<(PromoCodePurposes Purpose, PromoLanguage Language), string> _formats;

    /// <summary>Creates a composer.</summary>
    /// <param name="templates">Templates that replace those for the same purpose and language; <see langword="null"/>: none.</param>
    /// <exception cref="ArgumentException">
    /// A template is <see langword="null"/>, does not name exactly one purpose, or there are two for the same purpose and language.
    /// </exception>
    public PromoMessageComposer(IEnumerable<PromoMessageTemplate>? templates = null)
    {
        _formats = Defaults.ToDictionary(Key, template => template.Format);
        HashSet<(PromoCodePurposes, PromoLanguage)> given = [];
        foreach (PromoMessageTemplate template in templates ?? [])
        {
            if (template is null)
                throw new ArgumentException("One of the templates is null.", nameof(templates));
            if (!_formats.ContainsKey(Key(template)))
                throw new ArgumentException($"There are no messages for {template.Purpose} in {template.Language}; name one purpose.", nameof(templates));
            if (!given.Add(Key(template)))
                throw new ArgumentException($"There are two templates for {template.Purpose} in {template.Language}.", nameof(templates));
            _formats[Key(template)] = template.Format;
        }
    }

    /// <summary>Words a message.</summary>
    /// <param name="code">The code.</param>
    /// <param name="purpose">What it is offered for: one purpose.</param>
    /// <param name="product">
    /// The name of the product that the code is for; <see langword="null"/> or blank: the message speaks of the whole assortment, or of some
    /// products if the code is for chosen ones.
    /// </param>
    /// <param name="language">The language.</param>
    /// <returns>The text, at most <see cref="ChatMessenger.MaxTextLength"/> characters.</returns>
    /// <exception cref="ArgumentException">
    /// There is no template for the purpose and language, or the text would be longer than WB takes.
    /// </exception>
    public string Compose(
        PromoCode code, PromoCodePurposes purpose, string? product = null, PromoLanguage language = PromoLanguage.Russian)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!_formats.TryGetValue((purpose, language), out string? format))
            throw new ArgumentException($"There is no template for {purpose} in {language}; name one purpose.", nameof(purpose));

        bool isRussian = language == PromoLanguage.Russian;

        // In one pass: a product may be called "{code}".
        string text = PromoPlaceholders.Any().Replace(format, match => match.Value switch
        {
            "{code}" => code.Code,
            "{percent}" => isRussian ? RussianPercent(code.Percent) : Invariant($"{code.Percent:0.############################}%"),
            "{date}" => isRussian ? RussianDate(code.LastDay) : Invariant($"{code.LastDay:d MMMM yyyy}"),
            _ when !string.IsNullOrWhiteSpace(product) => isRussian ? $"товар «{product}»" : $"“{product}”",
            _ when code.NmIds is null => isRussian ? "весь наш ассортимент" : "everything we sell",
            _ => isRussian ? "отдельные наши товары" : "some of our products",
        });
        int length = Argument.Characters(text);
        return length <= ChatMessenger.MaxTextLength
            ? text
            : throw new ArgumentException(
                Invariant($"The message has {length} characters with this product; WB takes at most {ChatMessenger.MaxTextLength}."),
                nameof(product));
    }

    private static (PromoCodePurposes Purpose, PromoLanguage Language) Key(PromoMessageTemplate template) => (template.Purpose, template.Language);

    // Written out: a program without ICU data has no Russian culture.
    private static string RussianDate(DateOnly day) => Invariant($"{day.Day} {RussianMonths[day.Month - 1]} {day.Year} г.");

    private static string RussianPercent(decimal percent) =>
        Invariant($"{percent:0.############################}\u00A0%").Replace('.', ',');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
