using System.Text.RegularExpressions;

namespace Wildberries.Sdk.PromoCodes;

internal static partial class PromoPlaceholders
{
    /// <summary>Finds everything in a wording that is a placeholder, or that a brace makes look like one.</summary>
    [GeneratedRegex(@"\{[^{}]*\}|[{}]")]
    internal static partial Regex Any();
}
