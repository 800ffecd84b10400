using System.Globalization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Refuses rows that WB would refuse, and says which.</summary>
internal static class UploadRows
{
    private const int MaxDiscount = 99;
    private const int MaxLevels = 3;

    public static List<PriceChange> Check(IEnumerable<PriceChange> changes) =>
        Check(changes, change => change.NmId, change => change.NmId, "product", Fault, nameof(changes));

    public static List<SizePriceChange> Check(IEnumerable<SizePriceChange> changes) =>
        Check(
            changes,
            change => change.NmId,
            change => change.SizeId,
            "size",
            change => change.SizeId <= 0 ? Text($"the size's id is {change.SizeId}, not a positive number") : PriceFault(change.Price),
            nameof(changes));

    public static List<ClubDiscountChange> Check(IEnumerable<ClubDiscountChange> changes) =>
        Check(changes, change => change.NmId, change => change.NmId, "product", change => DiscountFault(change.ClubDiscount), nameof(changes));

    public static List<WholesaleChange> Check(IEnumerable<WholesaleChange> changes) =>
        Check(changes, change => change.NmId, change => change.NmId, "product", Fault, nameof(changes));

    public static List<long> Check(IEnumerable<long> nmIds) => Check(nmIds, nmId => nmId, nmId => nmId, "product", _ => null, nameof(nmIds));

    private static List<TRow> Check<TRow>(
        IEnumerable<TRow> rows, Func<TRow, long> nmIdOf, Func<TRow, long> keyOf, string key, Func<TRow, string?> faultOf, string parameterName) =>
        Argument.Rows(
            rows,
            row => Text($"nmId {nmIdOf(row)}"),
            row => nmIdOf(row) <= 0 ? "the product number is not positive" : faultOf(row),
            keyOf,
            key,
            parameterName);

    private static string? Fault(PriceChange change)
    {
        if (change is { Price: null, Discount: null })
            return "it has neither a price nor a discount";
        string? fault = change.Price is { } price ? PriceFault(price) : null;
        return fault ?? (change.Discount is { } discount ? DiscountFault(discount) : null);
    }

    private static string? Fault(WholesaleChange change)
    {
        if (change.Levels.Count is 0 or > MaxLevels)
            return Text($"it has {change.Levels.Count} levels, WB takes 1 to {MaxLevels}");
        WholesaleDiscount? last = null;
        foreach (WholesaleDiscount? level in change.Levels.OrderBy(level => level?.Level))
        {
            if (level is null)
                return "one of its levels is null";
            if (level.Level is < 1 or > MaxLevels)
                return Text($"there is no level {level.Level}, WB has 1 to {MaxLevels}");
            if (DiscountFault(level.Discount) is { } fault)
                return Text($"level {level.Level}: {fault}");
            if (level.Discount > 0 && level.MinQuantity < 1)
                return Text($"level {level.Level}: it begins at {level.MinQuantity} pieces, WB takes 1 or more");
            if (level.Level == last?.Level)
                return Text($"level {level.Level} stands there twice");
            if (level.Discount > 0 && last is not null)
            {
                if (last.Discount == 0)
                    return Text($"level {level.Level} cannot be set: a discount of 0 at level {last.Level} deletes all levels above it");
                if (level.MinQuantity <= last.MinQuantity || level.Discount <= last.Discount)
                    return Text($"level {level.Level} needs more pieces and a higher discount than level {last.Level}");
            }

            last = level;
        }

        return null;
    }

    private static string? PriceFault(decimal price) => price <= 0 ? Text($"the price is {price}, not a positive number") : null;

    private static string? DiscountFault(int discount) =>
        discount is < 0 or > MaxDiscount ? Text($"the discount is {discount}, WB takes 0 to {MaxDiscount} percent") : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
