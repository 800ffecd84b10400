using System.Numerics;
using System.Text;

namespace Wildberries.Sdk.Authentication;

/// <summary>Categories as text for messages.</summary>
internal static class TokenCategoryText
{
    /// <summary>The names of the categories, in the order of their bits; <c>bit 20</c> for one that has no name here.</summary>
    public static string Describe(this TokenCategory categories, string separator)
    {
        if (categories == TokenCategory.None)
            return "no categories";

        var text = new StringBuilder();
        for (ulong rest = (ulong)categories; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            if (text.Length != 0)
                text.Append(separator);
            string? name = Enum.GetName((TokenCategory)(1UL << bit));
            if (name is null)
                text.Append("bit ").Append(bit);
            else
                text.Append(name);
        }

        return text.ToString();
    }
}
