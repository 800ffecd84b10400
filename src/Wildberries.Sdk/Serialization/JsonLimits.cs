using System.Text.Json;

namespace Wildberries.Sdk.Serialization;

/// <summary>How deep JSON may be.</summary>
internal static class JsonLimits
{
    /// <summary>
    /// Far deeper than WB's answers, and than the 64 of .NET: a member that is too deep fails the whole answer, for what is left of it is not known to be there. Still a
    /// bound, for each level costs memory.
    /// </summary>
    public const int MaxDepth = 512;

    public static JsonReaderOptions Reader { get; } = new() { MaxDepth = MaxDepth };
}
