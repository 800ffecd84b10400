using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The Chestny ZNAK codes of an order: one for each unit.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record SetSgtinsRequest
{
    /// <summary>
    /// The codes, 1 to 100, each of 16 to 135 characters, with the group separators (U+001D) in them; the verification part at the end may be left out.
    /// </summary>
    /// <exception cref="ArgumentException">There are none or too many, or one is too short or too long; the message names its place and not the code.</exception>
    [JsonPropertyName("sgtins")]
    public required IReadOnlyList<string> Sgtins
    {
        get => field ?? [];
        init => field = Check(value);
    }

    private static IReadOnlyList<string> Check(IReadOnlyList<string> codes)
    {
        Argument.List(codes, 1, 100, nameof(Sgtins));
        for (int i = 0; i < codes.Count; i++)
            Argument.TextOf(codes[i], 16, 135, FormattableString.Invariant($"{nameof(Sgtins)}[{i}]"));
        return codes;
    }
}
