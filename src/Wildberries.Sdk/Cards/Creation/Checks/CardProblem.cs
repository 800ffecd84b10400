using Wildberries.Sdk.Common;

namespace Wildberries.Sdk.Cards;

/// <summary>What is wrong with a new card, or may be.</summary>
public sealed record CardProblem
{
    /// <summary>What it is: a code that stays the same, whatever the texts say.</summary>
    public required CardFault Fault { get; init; }

    /// <summary>Whether WB would take the card all the same: such a problem is only a warning.</summary>
    public bool IsWarning { get; init; }

    /// <summary>
    /// The member of the card, by its name at WB: <c>title</c>, <c>characteristics[14177449]</c> by the characteristic's id, <c>sizes[0].skus</c> by the size's place.
    /// Empty if it is about the card as a whole.
    /// </summary>
    public string Member { get => field ?? ""; init; } = "";

    /// <summary>The fault and the limit, in English, the same in every culture.</summary>
    public required string Message { get; init; }

    /// <summary>The same in Russian.</summary>
    public required string RussianMessage { get; init; }

    /// <summary>The fault and the limit, for people.</summary>
    /// <param name="locale">The reader's language: Russian, or else English.</param>
    /// <returns>The text.</returns>
    public string Describe(Locale locale) => locale == Locale.Russian ? RussianMessage : Message;

    /// <summary>The member and the message in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Member.Length > 0 ? $"{Member}: {Message}" : Message;
}
