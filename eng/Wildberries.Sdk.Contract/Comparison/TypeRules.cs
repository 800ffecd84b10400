using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>Which C# type may stand for which JSON type. What is not said here is a difference.</summary>
internal static class TypeRules
{
    /// <summary>The conversions that are allowed although the kinds differ, or that need a closer look.</summary>
    /// <param name="json">The JSON type in WB's document.</param>
    /// <param name="shape">The schema.</param>
    /// <param name="clr">The C# type.</param>
    /// <param name="hasConverter">Whether the member has a JSON converter of its own.</param>
    /// <returns>Whether the C# type may stand for the JSON type.</returns>
    public static bool Fits(string json, WbShape shape, ClrType clr, bool hasConverter)
    {
        switch (json)
        {
            case "string" when shape.Format == "binary":
                return clr.Kind == "file";
            case "string":
                // Money and coefficients that WB sends as text: a converter reads them, decimal comma and spaces included.
                return clr.Kind is "string" or "any" || (clr.Type == typeof(decimal) && hasConverter);
            case "integer":
                // Money is decimal, also where WB says whole roubles. A converter makes a time of a Unix time.
                return clr.Kind == "integer"
                    || clr.Type == typeof(decimal)
                    || (clr.Type == typeof(DateTimeOffset) && hasConverter);
            case "number":
                // "format: int" and the like: WB counts with numbers here.
                return clr.Type == typeof(decimal)
                    || (clr.Kind == "integer" && shape.Format?.Contains("int", StringComparison.OrdinalIgnoreCase) == true);
            case "object" when shape.Properties.Count == 0:
                return clr.Kind is "map" or "any" or "object";
            case "array" when shape.Items?.Format == "binary":
                return clr.Kind == "array" && ClrType.Of(clr.Inner!).Kind == "file";
            default:
                return clr.Kind == json || clr.Kind == "any";
        }
    }
}
