using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>All pictures and the video that a card is to have, as links.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/mediaFiles"/>.</remarks>
public sealed record ReplaceMediaRequest
{
    /// <summary>The product's number at WB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("nmId")]
    public required long NmId { get; init => field = Argument.Id(value, nameof(NmId)); }

    /// <summary>
    /// The links: at most 30 to pictures, in their order on the card, and one to a video, at any place. Each leads to the file itself, without a login. To add some, name
    /// those that are there, too.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, or there are more than 31, or one is blank.</exception>
    [JsonPropertyName("data")]
    public required IReadOnlyList<string> Links
    {
        get;
        init
        {
            field = Argument.List(value, 1, CardRules.MaxMedia);
            foreach (string link in field)
                Argument.Text(link, name: nameof(Links));
        }
    }
}
