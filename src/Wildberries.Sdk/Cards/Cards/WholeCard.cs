using System.Text.Json;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Cards;

/// <summary>What of a card is written back: everything that WB would otherwise delete, with the members that nobody knows yet.</summary>
internal static class WholeCard
{
    // What is not written back: WB alone decides it, or an update does not touch it. That it could not be read loses nothing.
    public static readonly string[] OfCard =
        ["nmUUID", "imtID", "subjectID", "subjectName", "needKiz", "photos", "video", "wholesale", "tags", "createdAt", "updatedAt"];

    public static readonly string[] OfDimensions = ["isValid"];

    public static readonly string[] OfCharacteristic = ["name"];

    public static readonly string[] OfDocuments = ["overallVerdict"];

    public static readonly string[] OfDocument = ["id", "verdict", "createdAt"];

    /// <summary>Refuses a card of which something could not be read.</summary>
    public static void Require(Card card)
    {
        Require(card, OfCard, card, "the card");
        Require(card, OfDimensions, card.Dimensions, "the dimensions");
        foreach (CardSize size in card.Sizes)
            Require(card, [], size, "a size");
        foreach (CardCharacteristic characteristic in card.Characteristics)
            Require(card, OfCharacteristic, characteristic, "a characteristic");
        Require(card, OfDocuments, card.Documents, "the documents");
        foreach (CardDocument document in card.Documents?.Items ?? [])
            Require(card, OfDocument, document, "a document");
    }

    public static CardDimensionsInput ToInput(CardDimensions dimensions) => new()
    {
        Length = dimensions.Length,
        Width = dimensions.Width,
        Height = dimensions.Height,
        GrossWeight = dimensions.GrossWeight,
        AdditionalProperties = Copy(dimensions.AdditionalProperties),
    };

    public static CardCharacteristicInput ToInput(CardCharacteristic characteristic) => new()
    {
        Id = characteristic.Id,
        Value = characteristic.Value,
        AdditionalProperties = Copy(characteristic.AdditionalProperties),
    };

    public static CardSizeUpdate ToUpdate(CardSize size) => new()
    {
        ChrtId = size.ChrtId,
        TechSize = size.TechSize,
        WbSize = size.WbSize,
        Skus = size.Skus,
        AdditionalProperties = Copy(size.AdditionalProperties),
    };

    public static CardDocumentsInput ToInput(CardDocuments documents) => new()
    {
        Items = [.. documents.Items.OfType<CardDocument>().Select(ToInput)],
        ExcludeDocuments = documents.ExcludeDocuments,
        AdditionalProperties = Copy(documents.AdditionalProperties),
    };

    public static Dictionary<string, JsonElement>? Copy(Dictionary<string, JsonElement>? members) =>
        members is { Count: > 0 } ? new Dictionary<string, JsonElement>(members, StringComparer.Ordinal) : null;

    private static CardDocumentInput ToInput(CardDocument document) => new()
    {
        Type = document.Type,
        Number = document.Number,
        ProductNumber = document.ProductNumber,
        TradeName = document.TradeName,
        Applicant = document.Applicant,
        StartDate = document.StartDate,
        EndDate = document.EndDate,
        IsEndless = document.IsEndless,
        AdditionalProperties = Copy(document.AdditionalProperties),
    };

    private static void Require(Card card, string[] unneeded, WildberriesModel? part, string what)
    {
        if (part?.UnreadableProperties.Keys.FirstOrDefault(name => !unneeded.Contains(name)) is { } unreadable)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The card {card.NmId} would lose something: \"{unreadable}\" of {what} could not be read, so it cannot be written back."));
        }

        if (part?.AdditionalProperties is AdditionalMembers { LeftOut: > 0 })
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The card {card.NmId} would lose something: {what} has more unknown members than are kept."));
        }
    }
}
