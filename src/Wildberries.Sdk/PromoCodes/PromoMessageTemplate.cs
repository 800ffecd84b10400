using System.Text.RegularExpressions;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>How a message that offers a promo code is worded.</summary>
public sealed record PromoMessageTemplate
{
    // A code is public and everyone's: such words would not be true.
    private static readonly string[] PersonalWords =
        ["персональн", "только для вас", "лично для вас", "personal", "only for you", "just for you"];

    /// <summary>What the code is offered for: one purpose.</summary>
    public required PromoCodePurposes Purpose { get; init; }

    /// <summary>The language.</summary>
    /// <value><see cref="PromoLanguage.Russian"/> by default.</value>
    public PromoLanguage Language { get; init; }

    /// <summary>
    /// The wording, with <c>{code}</c> and, where wanted, <c>{percent}</c>, <c>{date}</c> (the last day, in Moscow) and <c>{product}</c> (what the code
    /// is for).
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The wording is longer than <see cref="ChatMessenger.MaxTextLength"/> characters, has another placeholder or a single brace, has no
    /// <c>{code}</c>, or calls the code personal, which none is.
    /// </exception>
    public required string Format
    {
        get;
        init => field = Check(value);
    }

    private static string Check(string format)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(format, nameof(Format));
        if (Argument.Characters(format) is var length and > ChatMessenger.MaxTextLength)
            throw Refusal.Of(nameof(Format), $"It has {length} characters; WB takes at most {ChatMessenger.MaxTextLength}.");
        foreach (Match match in PromoPlaceholders.Any().Matches(format))
        {
            if (match.Value is not ("{code}" or "{percent}" or "{date}" or "{product}"))
            {
                throw Refusal.Of(
                    nameof(Format), $"{match.Value} is no placeholder; there are {{code}}, {{percent}}, {{date}} and {{product}}.");
            }
        }

        if (!format.Contains("{code}", StringComparison.Ordinal))
            throw Refusal.Of(nameof(Format), "It has no {code}.");
        int at = format.IndexOf("{code}", StringComparison.Ordinal), end = at + "{code}".Length;
        if ((at > 0 && char.IsLetterOrDigit(format[at - 1])) || (end < format.Length && char.IsLetterOrDigit(format[end])))
            throw Refusal.Of(nameof(Format), "A letter or digit stands beside {code}, and would be taken for a part of the code.");
        if (Array.Find(PersonalWords, word => format.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } personal)
            throw Refusal.Of(nameof(Format), $"It says \"{personal}\"; a promo code is public and works for everyone.");
        return format;
    }
}
