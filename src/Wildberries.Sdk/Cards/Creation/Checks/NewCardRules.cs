using Wildberries.Sdk.Directories;

namespace Wildberries.Sdk.Cards;

/// <summary>
/// What WB refuses in new cards, told without asking it: pure, and fast enough for tens of thousands of cards. What it does not know, such as articles and barcodes of cards that there are, WB
/// tells when they are created.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/listingItems"/>.</remarks>
public static class NewCardRules
{
    /// <summary>Checks cards, each by itself, in its group, and against the others.</summary>
    /// <param name="groups">The cards, as many as you like.</param>
    /// <param name="characteristics">
    /// The characteristics of the subjects, by subject, read in Russian; a subject that is not among them has its cards checked without them, one with none is unknown to WB.
    /// </param>
    /// <returns>What was found about each card.</returns>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>.</exception>
    public static CardCheckResult Check(IEnumerable<CardGroup> groups, IReadOnlyDictionary<long, IReadOnlyList<SubjectCharacteristic>> characteristics) =>
        throw new NotImplementedException();
}
