using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Cards;

/// <summary>What a tag is to be called, and its colour: both are set.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/labels"/>.</remarks>
public sealed record TagRequest
{
    /// <summary>The name, 1 to 15 characters. No other tag of the seller may have it.</summary>
    /// <exception cref="ArgumentException">It is blank, or too long.</exception>
    [JsonPropertyName("name")]
    public required string Name { get; init => field = Argument.Text(value, CardRules.MaxTagName, nameof(Name)); }

    /// <summary>The colour.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    [JsonPropertyName("color")]
    public required TagColor Color
    {
        get;
        init => field = value != default ? value : throw new ArgumentException("A tag needs a colour.", nameof(Color));
    }
}
