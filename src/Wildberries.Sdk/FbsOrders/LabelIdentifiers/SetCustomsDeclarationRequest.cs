using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>The number of a customs declaration.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record SetCustomsDeclarationRequest
{
    /// <summary>The number, 17 to 29 characters: <c>10704010/010624/0000302</c>.</summary>
    /// <exception cref="ArgumentException">It has fewer than 17 characters or more than 29.</exception>
    [JsonPropertyName("customsDeclaration")]
    public required string CustomsDeclaration
    {
        get;
        init => field = Argument.TextOf(value, 17, 29);
    }

    /// <summary>The name alone, without the code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => "SetCustomsDeclarationRequest { }";
}
