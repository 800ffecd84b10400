using System.Runtime.CompilerServices;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>What WB takes of cards at once, and what it refuses in them.</summary>
internal static class CardRules
{
    public const int MaxPage = 100;

    public const int MaxGroup = 30;

    public const int MaxGroups = 100;

    public const int MaxUpdates = 3000;

    // 10 MB, of which WB does not say which.
    public const int MaxRequestBytes = 10_000_000;

    public const int MaxTrash = 1000;

    public const int MaxBarcodes = 5000;

    public const int MaxTitle = 60;

    public const int MaxDescription = 5000;

    public const int MaxVendorCode = 72;

    public const int MaxTags = 15;

    public const int MaxTagName = 15;

    public const int MaxPhotos = 30;

    // The pictures and a video.
    public const int MaxMedia = MaxPhotos + 1;

    public static IReadOnlyList<long> Ids(IReadOnlyList<long>? ids, int min, int max, [CallerMemberName] string name = "")
    {
        Argument.List(ids, min, max, name);
        return Argument.AllIds(ids!, name);
    }

    /// <summary>New cards that are merged, or to be merged with others.</summary>
    public static IReadOnlyList<NewCard> NewCards(IReadOnlyList<NewCard>? cards, int max, [CallerMemberName] string name = "")
    {
        Argument.List(cards, 1, max, name);
        return Argument.Rows(cards!, card => $"article \"{card.VendorCode}\"", FaultOf, card => card.VendorCode, "article", name);
    }

    public static IReadOnlyList<CardSizeUpdate> Sizes(IReadOnlyList<CardSizeUpdate>? sizes, [CallerMemberName] string name = "")
    {
        Argument.List(sizes, 1, int.MaxValue, name);
        return Argument.Rows(
            sizes!,
            size => size.ChrtId is { } id ? FormattableString.Invariant($"size {id}") : $"new size \"{size.TechSize}\"",
            size => size.ChrtId <= 0 ? "the size's id is not a positive number; a new size has none" : BarcodeFault(size.Skus),
            name);
    }

    public static IReadOnlyList<CardCharacteristicInput> Characteristics(
        IReadOnlyList<CardCharacteristicInput>? characteristics, [CallerMemberName] string name = "") =>
        characteristics is null ? [] : Argument.Rows(
            characteristics, one => FormattableString.Invariant($"characteristic {one.Id}"), FaultOf, one => one.Id, "characteristic", name);

    /// <summary>A side of a packaging in centimetres.</summary>
    public static int? Side(int? side, [CallerMemberName] string name = "") => side is null or >= 0
        ? side
        : throw new ArgumentOutOfRangeException(name, side, "A side in centimetres is not negative.");

    /// <summary>A weight in kilograms.</summary>
    public static decimal? Weight(decimal? weight, [CallerMemberName] string name = "") => weight is null || (weight >= 0 && decimal.Round(weight.Value, 3) == weight)
        ? weight
        : throw new ArgumentOutOfRangeException(name, weight, "A weight in kilograms is not negative and has at most three decimal places.");

    private static string? FaultOf(NewCard card)
    {
        if (string.IsNullOrWhiteSpace(card.VendorCode))
            return "it has no article";
        if ((TextFault(card.VendorCode, MaxVendorCode) ?? TextFault(card.Title, MaxTitle) ?? TextFault(card.Description, MaxDescription)) is { } text)
            return text;
        foreach (CardCharacteristicInput characteristic in card.Characteristics)
        {
            if (characteristic is null)
                return "a characteristic is null";
            if (FaultOf(characteristic) is { } fault)
                return FormattableString.Invariant($"characteristic {characteristic.Id}: {fault}");
        }

        foreach (NewCardSize size in card.Sizes)
        {
            if (size is null)
                return "a size is null";
            if (BarcodeFault(size.Skus) is { } fault)
                return $"size \"{size.TechSize}\": {fault}";
        }

        return null;
    }

    private static string? TextFault(string? text, int max, [CallerArgumentExpression(nameof(text))] string member = "")
    {
        if (text is null)
            return null;
        string name = member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Argument.TextFault(text) is { } fault ? $"{name} has {fault}"
            : text.Length > max && Argument.Characters(text) is var length && length > max ? FormattableString.Invariant($"{name} has {length:N0} characters; WB takes at most {max:N0}")
            : null;
    }

    private static string? FaultOf(CardCharacteristicInput characteristic) =>
        characteristic.Id <= 0 ? "its id is not a positive number" : characteristic.Value == default ? "it has no value" : null;

    private static string? BarcodeFault(IReadOnlyList<string> barcodes) =>
        barcodes.Any(string.IsNullOrWhiteSpace) ? "a barcode is blank" : null;
}
