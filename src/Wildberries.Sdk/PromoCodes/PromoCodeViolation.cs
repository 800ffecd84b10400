namespace Wildberries.Sdk.PromoCodes;

/// <summary>What is wrong with a promo code.</summary>
public sealed record PromoCodeViolation
{
    /// <summary>The rule that is broken.</summary>
    public required PromoCodeRule Rule { get; init; }

    /// <summary>How it is broken: a code that stays the same, whatever the texts say. Empty if whoever made the violation named none.</summary>
    public PromoCodeFault Fault { get; init; }

    /// <summary>The property of <see cref="PromoCode"/> that breaks it, for example <c>Percent</c>.</summary>
    public required string Property { get; init; }

    /// <summary>The fault and the limit, in English, the same in every culture. <see cref="Describe"/> has it in Russian, too.</summary>
    public required string Message
    {
        get;
        init
        {
            field = value;
            RussianMessage = null;
        }
    }

    // Set after the message, which it says in Russian: another message has no other language.
    internal string? RussianMessage { get; init; }

    /// <summary>The fault and the limit, for people: the same in every culture of the program.</summary>
    /// <param name="language">The reader's language.</param>
    /// <returns>The text; <see cref="Message"/> where there is no other.</returns>
    public string Describe(PromoLanguage language) => language == PromoLanguage.Russian ? RussianMessage ?? Message : Message;

    /// <summary>The property and the message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Property}: {Message}";
}
