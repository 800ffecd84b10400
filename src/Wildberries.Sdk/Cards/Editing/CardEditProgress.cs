using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>How far a <see cref="CardEditor"/> is.</summary>
public sealed record CardEditProgress
{
    /// <summary>How many cards there are.</summary>
    public int Total { get; init; }

    /// <summary>How many of them were read and edited, or are not there.</summary>
    public int Read { get; init; }

    /// <summary>How many were sent.</summary>
    public int Sent { get; init; }

    /// <summary>Of how many of those it is known what became of them.</summary>
    public int Settled { get; init; }

    /// <summary>How far it is, in one line.</summary>
    /// <returns>For example <c>300 of 1000 read, 120 sent, 100 settled</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Read} of {Total} read, {Sent} sent, {Settled} settled");
}
