using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>How far an upload of files, or a replacement by links, is. It may be told by several threads, one at a time.</summary>
public sealed record CardMediaProgress
{
    /// <summary>How many files there are; with links, how many cards.</summary>
    public int Total { get; init; }

    /// <summary>Of how many of them it is known what became of them, or that nobody can know.</summary>
    public int Settled { get; init; }

    /// <summary>How many of them WB has taken.</summary>
    public int Taken { get; init; }

    /// <summary>How far it is, in one line.</summary>
    /// <returns>For example <c>120 of 200 settled, 118 taken</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Settled} of {Total} settled, {Taken} taken");
}
