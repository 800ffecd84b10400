using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>Prices go to WB as whole numbers: it refuses 999.50, and 999.00 as well.</summary>
internal static class WholePrice
{
    public static decimal Check(decimal value, [CallerMemberName] string member = "")
    {
        decimal whole = decimal.Truncate(value);
        if (whole != value || whole < 0)
            throw new ArgumentOutOfRangeException(member, value, "A price is a whole number, not negative.");
        return whole;
    }

    public static decimal? Check(decimal? value, [CallerMemberName] string member = "") => value is { } price ? Check(price, member) : null;
}
